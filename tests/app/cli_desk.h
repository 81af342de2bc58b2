// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/cli_fixture.h"

#include <QMap>

namespace jz::test {

/// A workspace of its own in a scratch folder, and juanzong-cli working in it.
class CliDesk
{
public:
    /// With somebody at work, unless told otherwise.
    explicit CliDesk(bool withOperator = true);

    const ScratchFolder& folder() const { return m_folder; }
    QString workspace() const { return m_folder.file(QStringLiteral("资料库")); }

    /// Runs a command; its name, of one or more words, comes first. `faults` are settings of tests/support/fault_shim.cpp.
    CliResult run(QStringList arguments, const QMap<QString, QString>& faults = {}) const;

    /// Begins a dossier; returns its id.
    QString begin() const;
    /// Takes the sample in with its attachments; returns its id.
    QString importSample() const;
    /// A value of the dossier as it is now; undefined when there is none.
    QJsonValue value(const QString& id, const QString& field) const;

private:
    ScratchFolder m_folder;
};

} // namespace jz::test
