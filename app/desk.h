// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "model/procedure/open_dossier.h"

namespace jz::cli {

/// `--workspace DIR`, `--operator NAME`, `--unit UNIT`: options of every command that works in a workspace.
QList<Option> deskOptions();

/// A command that works in a workspace: its own options and deskOptions().
Command deskCommand(const QString& name, const QString& arguments, int inputs, const LocalizedText& summary,
                    const QList<Option>& options, const QStringList& examples, int (*run)(const Call&), bool moreInputs = false);

/// The workspace of a call, open, and who works in it.
class Desk
{
public:
    /// Opens --workspace, else the usual folder. For writing somebody must be at work: --operator (remembered for the next
    /// calls), else the last one. Throws Error Usage when nobody ever was, NotWritable naming who has the workspace.
    Desk(const Call& call, Workspace::Mode mode);
    /// Waits until everything is on the disk.
    ~Desk();

    Workspace& workspace() { return *m_workspace; }
    qint64 person() const { return m_person; }

    /// The dossier of that id; the beginning of an id will do when only one has it. Throws Error NotFound, Usage.
    DossierEntry entry(const QString& id);
    /// Open for editing, its steps marked as made here.
    std::unique_ptr<OpenDossier> open(const QString& id);

private:
    std::unique_ptr<Workspace> m_workspace;
    qint64 m_person = 0;
};

/// Throws what kept the editor from storing, after an edit.
void requireStored(OpenDossier& dossier);

/// Findings on standard error, one a line; true when there is an error among them.
bool tellFindings(const Findings& findings);

} // namespace jz::cli
