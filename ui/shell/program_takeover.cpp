// SPDX-License-Identifier: Apache-2.0
// How Program goes on with the work of somebody who handed it over.
#include "model/procedure/handover.h"
#include "ui/desk/guarded.h"
#include "ui/shell/program.h"
#include "ui/shell/start_page.h"
#include "ui/style/language.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

const auto topic = u"takeover"_s;

/// The folder itself when it is empty, else a new one inside.
QString freeFolderIn(const QString& chosen)
{
    const QDir folder(chosen);
    if (folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return chosen;
    const QString name = say(u"交接的资料库", u"Workspace taken over");
    QString path = folder.filePath(name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(u"%1 %2"_s.arg(name, QString::number(number)));
    return path;
}

} // namespace

QStringList Program::takeOverAmong(const QStringList& paths)
{
    QStringList others;
    QString handover;
    for (const QString& path : paths)
        (handover.isEmpty() && isHandover(path) ? handover = path : others.emplace_back(path));
    if (!handover.isEmpty())
        takeOver(handover);
    return others;
}

void Program::takeOver(const QString& given)
{
    if (isWorking()) {
        m_window->messages().show({BarMessage::Kind::Hint, say(u"还有文件正在处理，做完再接收交接。", u"Files are still being worked on; take over when that is done."), {}, {}, topic});
        return;
    }
    const QString file = !given.isEmpty() ? given
                                          : m_dialogs.openFile(m_window.get(), {say(u"打开交接文件", u"Open the hand-over file"),
                                                                                say(u"交接文件 (*.zip);;所有文件 (*)", u"Hand-over files (*.zip);;All files (*)"), {}});
    if (file.isEmpty())
        return;
    const Question question{say(u"接收交接", u"Take over"),
                            say(text(u"“%1”里是别人交来的资料库和清单。接收后成为一个新的资料库，程序改用它；现在的资料库“%2”原样留着，可在设置里换回。",
                                     u"“%1” has a workspace and a list that somebody hands over. It becomes a new workspace, and the program goes over to it; the present one, “%2”, "
                                     u"stays as it is and can be chosen again in the settings.")
                                    .arg(QFileInfo(file).fileName(), m_folder)),
                            {say(u"选择存放的文件夹…", u"Choose its folder…")}};
    if (m_dialogs.ask(m_window.get(), question) != 0)
        return;
    const QString chosen = m_dialogs.folder(m_window.get(), say(u"接收的资料库放在哪个文件夹里？", u"In which folder is the workspace to be kept?"));
    if (chosen.isEmpty())
        return;
    const QString folder = freeFolderIn(chosen);
    m_window->messages().clear(topic);
    m_window->work().show(say(u"正在接收交接的资料库…", u"Taking the workspace over…"), 0, 0);
    m_takingOver->start(
        [this, file, folder](const WorkControl& control) -> BackgroundWork::Then {
            try {
                openHandover(file, folder, control);
                return [this, folder] { finishTakeOver(folder); };
            } catch (const Error& error) {
                QDir().rmdir(folder); // only when nothing is in it
                return [this, error] {
                    stayOpen();
                    m_window->messages().show({BarMessage::Kind::Error, say(error.message()), error.detail(), {}, topic});
                };
            }
        },
        [this, folder] { finishTakeOver(folder); });
}

void Program::followTakeOver()
{
    connect(m_takingOver, &BackgroundWork::progressed, this,
            [this](int done, int total) { m_window->work().show(say(u"正在接收交接的资料库…", u"Taking the workspace over…"), done, total); });
    connect(m_takingOver, &BackgroundWork::ended, this, [this] { m_window->work().hide(); });
}

void Program::finishTakeOver(const QString& folder)
{
    stayOpen();
    const bool isFree = !QApplication::activeModalWidget() && qobject_cast<StartPage*>(m_window->page());
    if (isFree && !isWorking())
        return openTakenOver(folder);
    // Somebody is in the middle of something else.
    m_window->messages().show({BarMessage::Kind::Good,
                               say(text(u"交接的资料库已收好，在“%1”。", u"The workspace that was handed over is in “%1”.").arg(folder)),
                               {},
                               {{say(u"现在打开", u"Open it now"), [this, folder] {
                                     QMetaObject::invokeMethod(this, [this, folder] { openTakenOver(folder); }, Qt::QueuedConnection);
                                 }}},
                               topic});
}

void Program::openTakenOver(const QString& folder)
{
    if (isWorking() || !mayLeaveDesk())
        return;
    const Operator successor = m_workspace->operators().current();
    // Who hands over is not to sign for what is done from now on.
    const bool isOurs = guarded(m_window->centralWidget(), [&] {
        Workspace taken(folder, Workspace::Mode::Write, successor.name);
        if (!successor.isNull())
            taken.operators().setCurrent(taken.operators().add(successor.name, successor.unit).key);
    });
    if (!isOurs)
        return;
    m_settings.keepSession(folder, {{}, {{u"desk"_s, u"recommender"_s}}});
    m_settings.setWorkspaceFolder(folder);
    m_folder = folder;
    m_view = View::Start;
    open(OpeningMode::Usual);
    const QString list = QDir(folder).filePath(handoverListName());
    m_window->messages().show({BarMessage::Kind::Good,
                               say(text(u"已接收，资料库在“%1”。请对照交接清单，从未办事项接着做。", u"Taken over: the workspace is in “%1”. Go through the list and on with its open matters.").arg(folder)),
                               {},
                               {{say(u"打开清单", u"Open the list"), [list] { QDesktopServices::openUrl(QUrl::fromLocalFile(list)); }}},
                               topic});
}

} // namespace jz::ui
