// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/windows.h"
#include "ui/shell/program.h"

namespace jz::test {

/// The program as a user has it: settings and a workspace of its own in a scratch folder.
class ShellFixture
{
public:
    ShellFixture();

    ScratchFolder folder;
    ScriptedDialogs dialogs;
    std::unique_ptr<ui::Settings> settings;
    std::unique_ptr<ui::Program> program;

    QString workspaceFolder() const { return folder.file(QStringLiteral("资料库")); }
    /// Starts the program in the workspace and waits for its window.
    void start(const ui::StartWish& wish = {});
    /// Ends it (as a crash would, without asking anything) and starts it again.
    void restart(const ui::StartWish& wish = {});
    /// Makes the workspace with somebody at work, before the program starts. `work` does something in it.
    void prepare(const std::function<void(Workspace&)>& work = {});
    /// Makes a sample dossier in it and writes its paper to a file outside; returns the file.
    QString samplePaper();

    ui::MainWindow& window() { return program->window(); }
    QString pageName() { return window().page() ? window().page()->objectName() : QString(); }
    /// Waits until a page or desk of that name is shown.
    void waitForPage(const QString& name);
    /// What the message bar says; empty when it is hidden.
    QString message();
    QList<DossierEntry> dossiers() { return program->workspace()->dossiers().list(); }
};

} // namespace jz::test
