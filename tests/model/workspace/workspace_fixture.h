// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/edits.h"
#include "model/workspace/workspace.h"
#include "tests/support/test_files.h"

#include <memory>

namespace jz::test {

/// A workspace in a scratch folder with one operator and one dossier.
class WorkspaceFixture
{
public:
    WorkspaceFixture();

    Workspace& workspace() { return *m_workspace; }
    DossierEntry entry() { return *m_workspace->dossiers().find(id()); }
    static QUuid id();
    QString folder() const { return m_folder.file(QStringLiteral("资料库")); }
    qint64 person() const { return m_person; }

    /// The dossier open for editing, until close() or reopen().
    DossierEditor& editor();
    void close();
    /// Opens it again, as the next start does.
    void reopen();

    /// A file outside the workspace with these bytes.
    QString outsideFile(const QString& name, const QByteArray& bytes) const;

private:
    ScratchFolder m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DossierJournal> m_journal;
    std::unique_ptr<DossierEditor> m_editor;
    qint64 m_person = 0;
};

/// A dossier of no call in particular.
Dossier plainDossier();

} // namespace jz::test
