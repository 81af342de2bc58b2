// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/test_files.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jz::test {

/// What a call of juanzong-cli printed and returned.
struct CliResult
{
    int exitCode = -1;
    QString out;
    QString err;

    QJsonObject json() const; ///< of `out`; empty when that is not one JSON document
};

/// Runs juanzong-cli, the program itself.
CliResult cli(const QStringList& arguments);

/// A scratch folder with one of the samples and its attachments in it, and the paths tests need.
struct SampleFolder
{
    explicit SampleFolder(const QString& sample = QStringLiteral("sample-values.json"));

    ScratchFolder folder;
    QString values;

    QString file(const QString& name) const { return folder.file(name); }
    /// The sample as JSON, to be changed and written back with save().
    QJsonObject read() const;
    void save(const QJsonObject& sample) const;
    /// Changes one value of the sample.
    void set(const QString& field, const QJsonValue& value) const;
    /// Makes an identity valid for a year from `from`; returns its path. The passphrase lies in passphraseFile().
    QString identity(const QDateTime& from = {}) const;
    QString passphraseFile() const;
};

} // namespace jz::test
