// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/program.h"

#include "ui/applicant/applicant_desk.h"

namespace jz::ui {

Program::Program(const QString& folder, Dialogs& dialogs)
    : m_workspace(std::make_unique<Workspace>(folder, Workspace::Mode::WriteOrRead)), m_dialogs(dialogs),
      m_window(std::make_unique<MainWindow>())
{
}

Program::~Program() = default;

void Program::openDossier(const QUuid& id)
{
    m_window->setPage(new ApplicantDesk(*m_workspace, id, m_dialogs, nullptr));
}

} // namespace jz::ui
