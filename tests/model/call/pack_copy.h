// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack_reader.h"
#include "tests/support/test_files.h"

#include <QJsonValue>

namespace jz::test {

/// A copy of the small pack in tests/data/calls in a scratch folder, to be broken.
class PackCopy
{
public:
    PackCopy();

    QString path() const { return m_scratch.file(QStringLiteral("pack")); }
    void write(const QString& file, const QByteArray& bytes) const;
    void remove(const QString& file) const;

    /// Sets the value at a JSON pointer; an undefined one takes it away.
    void set(const QString& file, const QString& pointer, const QJsonValue& value) const;

    /// "file pointer" of every problem found, in order.
    QStringList places() const;
    CallPackProblems problems() const { return checkCallPack(path()); }

private:
    ScratchFolder m_scratch;
};

} // namespace jz::test
