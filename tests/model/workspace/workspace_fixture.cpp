// SPDX-License-Identifier: Apache-2.0
#include "tests/model/workspace/workspace_fixture.h"

namespace jz::test {

using namespace Qt::StringLiterals;

QUuid WorkspaceFixture::id()
{
    return QUuid(u"{11111111-2222-3333-4444-555555555555}"_s);
}

Dossier plainDossier()
{
    Dossier dossier;
    dossier.callId = u"x-1"_s;
    dossier.callVersion = u"1"_s;
    dossier.formHash = QByteArray(32, '\x0f');
    dossier.id = WorkspaceFixture::id();
    dossier.values = {{u"text"_s, u"起初"_s}};
    return dossier;
}

WorkspaceFixture::WorkspaceFixture()
{
    m_workspace = std::make_unique<Workspace>(folder(), Workspace::Mode::Write, u"张三"_s);
    m_person = m_workspace->operators().add(u"张三"_s, u"示例研究院"_s).key;
    m_workspace->dossiers().create(plainDossier(), {u"示例基地"_s, u"示例研究院"_s, 10}, m_person, u"test"_s);
}

DossierEditor& WorkspaceFixture::editor()
{
    if (!m_editor) {
        m_journal = m_workspace->dossiers().journal(entry().key);
        m_editor = std::make_unique<DossierEditor>(m_journal->load(), *m_journal);
        m_editor->setPerson(m_person, u"test"_s);
    }
    return *m_editor;
}

void WorkspaceFixture::close()
{
    m_editor.reset();
    m_journal.reset();
    m_workspace.reset();
}

void WorkspaceFixture::reopen()
{
    close();
    m_workspace = std::make_unique<Workspace>(folder(), Workspace::Mode::Write, u"张三"_s);
}

QString WorkspaceFixture::outsideFile(const QString& name, const QByteArray& bytes) const
{
    const QString path = m_folder.file(name);
    writeFile(path, bytes);
    return path;
}

} // namespace jz::test
