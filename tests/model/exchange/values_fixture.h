// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/exchange/values_file.h"
#include "tests/support/test_files.h"

#include <QJsonObject>

namespace jz::test {

/// A small picture or document as the ending of its name promises, different for each name.
QByteArray tinyFile(const QString& name);

/// A scratch folder with a values file and the files it names.
class ValuesFolder
{
public:
    /// A copy of a sample (in resources/samples) with small stand-ins for its attachments.
    void copySample(const QString& name) const;
    void write(const QString& name, const QByteArray& bytes) const { writeFile(path(name), bytes); }
    void writeValues(const QJsonObject& file) const;

    QString path(const QString& name) const { return m_scratch.file(name); }
    QString folder() const { return m_scratch.path(); }
    ValuesFile read() const;

private:
    ScratchFolder m_scratch;
};

/// "rule field row" of every finding, in order.
QStringList places(const Findings& findings);

/// Whether the call throws Error of that code whose Chinese message has `word` in it.
template<typename Call>
bool refuses(Call call, ErrorCode code, const QString& word)
{
    try {
        call();
    } catch (const Error& error) {
        return error.code() == code && error.message().zh.contains(word) && !error.message().en.isEmpty();
    }
    return false;
}

} // namespace jz::test
