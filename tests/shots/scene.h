// SPDX-License-Identifier: Apache-2.0
// What there is to look at: every window and dialog with something in it. juanzong-shots draws the scenes, tests/ui/scenes walks them.
#pragma once

#include "model/workspace/workspace.h"
#include "tests/support/test_files.h"
#include "ui/desk/dialogs.h"

#include <QList>
#include <QSize>
#include <QWidget>

#include <any>
#include <functional>
#include <memory>

namespace jz::test {

/// Dialogs that nobody answers: everything is cancelled.
class UnansweredDialogs : public ui::Dialogs
{
public:
    QStringList openFiles(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString openFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString saveFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString folder(QWidget*, const QString&) override { return {}; }
    int ask(QWidget*, const ui::Question&) override { return -1; }
    bool run(QDialog&) override { return false; }
};

/// What the windows of one scene stand on: a workspace of its own with an operator at work. Goes after the scene's window.
class SceneDesk
{
public:
    SceneDesk();
    ~SceneDesk();

    ScratchFolder folder;
    UnansweredDialogs dialogs;
    std::unique_ptr<Workspace> workspace;

    QUuid newDossier();
    /// `sample-values.json` or `sample-limits.json`, with their attachments.
    QUuid sampleDossier(const QString& sample);
    /// Keeps something that the window works on until the scene is over, and hands it out.
    template<typename Thing>
    Thing& keep(std::shared_ptr<Thing> thing)
    {
        m_kept.emplace_back(thing);
        return *thing;
    }

private:
    std::vector<std::any> m_kept;
};

/// A window to look at. To add one: a line in the list of its room (`*_scenes.cpp`).
struct Scene
{
    QString name;                                              ///< file name and title, as `form-empty`
    std::function<std::unique_ptr<QWidget>(SceneDesk&)> build; ///< the window, not yet shown
    QSize size = {1366, 768};                                  ///< at 100 %; dialogs: empty for the size they choose themselves
    std::function<void(QWidget&)> after = {};                  ///< what is done once it is shown: go to a field, open a panel
};

/// All scenes, room by room.
QList<Scene> allScenes();

QList<Scene> styleScenes();
QList<Scene> readingScenes();
QList<Scene> formScenes();
QList<Scene> finaliseScenes();
QList<Scene> applicantScenes();
QList<Scene> sendingScenes();
QList<Scene> recommenderScenes();
QList<Scene> shellScenes();

/// A scene shown on the offscreen screen, as one would find it.
class StagedScene
{
public:
    /// Builds and shows the window, does `after`, and waits until layouts have settled; with more patience (milliseconds) also until small
    /// pictures of files are there. Throws Error as the windows do.
    explicit StagedScene(const Scene& scene, QSize size = {}, int patience = 30);
    ~StagedScene();

    QWidget& window() { return *m_window; }

private:
    SceneDesk m_desk;
    std::unique_ptr<QWidget> m_window;
};

} // namespace jz::test
