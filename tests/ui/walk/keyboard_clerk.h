// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/windows.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/program.h"

namespace jz::test {

/// A clerk before the program, with a keyboard: settings and workspace lie in a folder that may be another process's too.
class KeyboardClerk
{
public:
    explicit KeyboardClerk(const QString& folder);

    /// Starts the program and waits for its window.
    void start();
    void waitForPage(const QString& name);

    ui::MainWindow& window() { return m_program->window(); }
    ui::ApplicantDesk& desk();
    const Dossier& dossier() { return desk().session().dossier(); }

    /// Presses Tab until the focus is in a field; fails the test when it was not reached going forward.
    void tabTo(const QString& field);
    /// The same and types.
    void fill(const QString& field, const QString& text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { press(window(), key, modifiers); }
    void write(const QString& text) { type(window(), text); }
    /// The field that has the focus; empty outside of the form.
    QString field();
    QString message();
    /// The field that the next start would come back to, as it is written down by now.
    QString keptField();

private:
    QString m_folder;
    ScriptedDialogs m_dialogs;
    ui::Settings m_settings;
    std::unique_ptr<ui::Program> m_program;
};

} // namespace jz::test
