// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/workspace.h"
#include "ui/desk/dialogs.h"
#include "ui/shell/main_window.h"

#include <memory>

namespace jz::ui {

/// The running program: the workspace, the one main window, and what is on it. The application object outlives it.
class Program : public QObject
{
    Q_OBJECT

public:
    /// Opens the workspace in `folder`. Throws Error as Workspace.
    Program(const QString& folder, Dialogs& dialogs);
    ~Program() override;

    MainWindow& window() { return *m_window; }
    Workspace& workspace() { return *m_workspace; }
    /// Opens a dossier of the workspace on the applicant's desk. Throws Error as OpenDossier.
    void openDossier(const QUuid& id);

private:
    std::unique_ptr<Workspace> m_workspace;
    Dialogs& m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace jz::ui
