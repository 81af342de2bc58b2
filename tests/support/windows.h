// SPDX-License-Identifier: Apache-2.0
// Driving windows as a person does: typing, clicking, answering dialogs. Nothing here sleeps for a fixed time.
#pragma once

#include "model/workspace/workspace.h"
#include "tests/support/test_files.h"
#include "ui/desk/dialogs.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <memory>

namespace jz::test {

/// Answers dialogs in the order in which the answers were laid down. A dialog without an answer fails the test and is cancelled.
class ScriptedDialogs : public ui::Dialogs
{
public:
    ~ScriptedDialogs() override;

    void willOpen(const QStringList& files) { m_files.append(files); }
    void willSaveTo(const QString& file) { m_saves.append(file); }
    void willChooseFolder(const QString& folder) { m_folders.append(folder); }
    /// -1 cancels.
    void willAnswer(int index) { m_answers.append(index); }
    /// Fills the dialog in; true accepts it.
    void willRun(std::function<bool(QDialog&)> act) { m_acts.append(std::move(act)); }
    /// The questions that were asked, newest last.
    const QList<ui::Question>& asked() const { return m_asked; }

    QStringList openFiles(QWidget* over, const ui::FileQuestion& question) override;
    QString openFile(QWidget* over, const ui::FileQuestion& question) override;
    QString saveFile(QWidget* over, const ui::FileQuestion& question) override;
    QString folder(QWidget* over, const QString& title) override;
    int ask(QWidget* over, const ui::Question& question) override;
    bool run(QDialog& dialog) override;

private:
    QList<QStringList> m_files;
    QStringList m_saves;
    QStringList m_folders;
    QList<int> m_answers;
    QList<std::function<bool(QDialog&)>> m_acts;
    QList<ui::Question> m_asked;
};

/// A workspace in a scratch folder with an operator at work.
class DeskFixture
{
public:
    DeskFixture();
    ~DeskFixture();

    ScratchFolder folder;
    ScriptedDialogs dialogs;
    std::unique_ptr<Workspace> workspace;

    /// A new dossier of the built-in call.
    QUuid newDossier();
    /// One of the samples, with its attachments.
    QUuid sampleDossier(const QString& sample);
    /// Closes the workspace and opens it again, as a restart does. Nothing may be open on it.
    void restart();
};

/// The widget of that object name (and type) below `top`; fails the test hard when there is none.
template<typename Widget>
Widget& find(const QObject& top, const QString& name);
[[noreturn]] void failNotFound(const QObject& top, const QString& name);

/// Shows a window, gives it the focus, and waits until it is painted.
void show(QWidget& window, QSize size = {1366, 768});
/// Types into the widget that has the focus, key by key; text that no key makes (Chinese) comes through the input method.
void type(QWidget& window, const QString& text);
/// What an input method shows while it is composing: not yet text.
void compose(QWidget& window, const QString& preedit);
void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
void click(QWidget& widget);
/// Presses the left button of the mouse and keeps it down, until letGo().
void hold(QWidget& widget);
void letGo(QWidget& widget);
/// Clicks at a place within a widget: an item of a list, a cell (of their viewports).
void clickAt(QWidget& widget, const QPoint& place);
/// Presses the mouse at one place of the widget and lets it go at another.
void drag(QWidget& widget, QPoint from, QPoint to);
/// Puts text on the clipboard and presses Ctrl+V.
void paste(QWidget& window, const QString& text);
/// Drops files on a widget as a file manager does.
void drop(QWidget& widget, const QStringList& files);
/// Runs the event loop until it is so; fails the test after 20 seconds.
bool waitFor(const std::function<bool()>& isSo);

template<typename Widget>
Widget& find(const QObject& top, const QString& name)
{
    if (auto* const found = top.findChild<Widget*>(name))
        return *found;
    failNotFound(top, name);
}

} // namespace jz::test
