// SPDX-License-Identifier: Apache-2.0
#include "tests/shots/scene.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QThreadPool>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

/// Handles events for a while, and on until there are none: pictures are made by workers, layouts settle in steps, which take longer
/// on a machine that has other work.
void settle(int milliseconds)
{
    constexpr int longest = 5000;
    constexpr int quietRounds = 3;
    QElapsedTimer time;
    time.start();
    QEventLoop events;
    for (int quiet = 0; time.elapsed() < milliseconds || (quiet < quietRounds && time.elapsed() < longest);) {
        QThreadPool::globalInstance()->waitForDone(2000);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = events.processEvents(QEventLoop::AllEvents) ? 0 : quiet + 1;
    }
    QApplication::sendPostedEvents(); // layouts that the last of them asked for
}

} // namespace

SceneDesk::SceneDesk() : workspace(std::make_unique<Workspace>(folder.file(u"资料库"_s)))
{
    workspace->operators().setCurrent(workspace->operators().add(u"王芳"_s, u"示例先进光电技术研究院"_s).key);
}

SceneDesk::~SceneDesk()
{
    // What was kept last may stand on what was kept before.
    while (!m_kept.empty())
        m_kept.pop_back();
}

QUuid SceneDesk::newDossier()
{
    return beginDossier(*workspace, builtInCallPackIds().constFirst(), workspace->operators().current().key, u"form"_s).id;
}

QUuid SceneDesk::sampleDossier(const QString& sample)
{
    // Its pictures are drawn once.
    static ScratchFolder made;
    const QString place = made.file(u"样例-"_s + sample);
    const QString values = QFileInfo::exists(place) ? QDir(place).filePath(sample) : copySample(sample, place, {800, 600});
    Findings findings;
    return importDossier(*workspace, values, workspace->operators().current().key, findings).id;
}

QList<Scene> allScenes()
{
    return styleScenes() + readingScenes() + formScenes() + finaliseScenes() + applicantScenes() + sendingScenes() + recommenderScenes() + shellScenes();
}

StagedScene::StagedScene(const Scene& scene, QSize size, int patience) : m_window(scene.build(m_desk))
{
    if (size.isEmpty())
        size = scene.size;
    if (!size.isEmpty())
        m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    settle(patience);
    if (scene.after) {
        scene.after(*m_window);
        settle(patience);
    }
}

StagedScene::~StagedScene()
{
    m_window.reset();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace jz::test
