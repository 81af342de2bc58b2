// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/program.h"

#include "model/workspace/backup.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"

#include <QAction>
#include <QScreen>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of the screen, for the first window; the whole of a screen that is narrower than this.
constexpr double usualShare = 0.85;
constexpr double narrowSteps = 400;

void placeFirst(QMainWindow& window)
{
    const QSize room = window.screen()->availableSize();
    window.resize(room * usualShare);
    if (room.width() < Theme::space(narrowSteps))
        window.setWindowState(Qt::WindowMaximized);
}

} // namespace

Program::Program(Settings& settings, Dialogs& dialogs) : m_settings(settings), m_dialogs(dialogs)
{
    applyPreferences(settings.preferences());
    m_window = std::make_unique<MainWindow>([this] { return mayClose(); });
    m_takingOver = new BackgroundWork(m_window.get());
    connect(m_window.get(), &MainWindow::filesDropped, this, &Program::openFiles);
    const auto addShortcut = [this](const QKeySequence& keys, void (Program::*act)()) {
        auto* const action = new QAction(m_window.get());
        action->setShortcut(keys);
        on(action, &QAction::triggered, act);
        m_window->addAction(action);
    };
    addShortcut(QKeySequence::Open, &Program::askForFiles);
    addShortcut(Qt::Key_F1, &Program::showGuide);
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma), &Program::showSettings);
    if (!m_window->restoreGeometry(settings.windowGeometry()))
        placeFirst(*m_window);
    connectBars();
    followTakeOver();
    m_keeper = std::make_unique<SessionKeeper>([this] { keepSession(); });
}

Program::~Program()
{
    m_keeper.reset();
    closeWorkspace();
    m_window.reset();
}

void Program::applyPreferences(const Preferences& wanted)
{
    setLanguage(wanted.language);
    translateQt(wanted.language);
    Theme::apply(wanted.theme, wanted.textPercent);
}

void Program::connectBars()
{
    connect(&m_window->work(), &WorkBar::cancelled, this, [this] {
        if (m_closesWhenDone)
            stayOpen();
        else if (m_intake)
            m_intake->cancel();
        m_takingOver->cancel();
    });
}

QString Program::folderFor(const QString& named, const Settings& settings)
{
    if (!named.isEmpty())
        return named;
    const bool isSetFromOutside = qEnvironmentVariableIsSet("JUANZONG_WORKSPACE");
    return isSetFromOutside || settings.workspaceFolder().isEmpty() ? Workspace::usualFolder() : settings.workspaceFolder();
}

void Program::start(const QString& folder, const StartWish& wish)
{
    m_folder = folder;
    m_wish = wish;
    open(OpeningMode::Usual);
    m_window->show();
}

void Program::fulfil(const StartWish& wish)
{
    m_window->comeToFront();
    m_wish = wish;
    if (isAtWork())
        doWish();
}

bool Program::isAtWork() const
{
    return m_workspace && m_view != View::Welcome && m_view != View::Lock;
}

void Program::open(OpeningMode mode)
{
    closeWorkspace();
    OpenedWorkspace opened = openWorkspace(m_folder, mode, m_settings.knowsWorkspace(m_folder));
    m_workspace = std::move(opened.workspace);
    m_trouble = std::move(opened.trouble);
    m_handover = std::make_unique<Handover>(m_folder);
    connect(m_handover.get(), &Handover::wished, this, &Program::fulfil);
    m_handover->listen();
    if (!m_workspace)
        return showTrouble();
    m_intake = std::make_unique<Intake>(*m_workspace);
    connect(m_intake.get(), &Intake::finished, this, &Program::finishIntake);
    connect(m_intake.get(), &Intake::progressed, this, [this](const QString& name, int done, int total) {
        const QString words = name.isEmpty() ? say(u"正在准备样例…", u"Preparing the sample…") : say(u"正在读取“%1”…", u"Reading “%1”…").arg(name);
        m_window->work().show(words, done, total);
    });
    m_attaching = std::make_unique<Attaching>(*m_workspace);
    followAttaching();
    m_session = m_settings.session(m_folder);
    enter();
}

void Program::closeWorkspace()
{
    m_intake.reset();
    m_window->work().hide();
    m_window->clear();
    m_attaching.reset();
    m_workspace.reset();
}

void Program::enter()
{
    tellReadOnly();
    Operators& operators = m_workspace->operators();
    if (m_workspace->isReadOnly())
        return resume();
    // Whoever only tries the sample is asked nothing.
    if (m_wish.sample && operators.current().isNull())
        guarded(m_window->centralWidget(), [&] { operators.setCurrent(operators.add(u"试用者"_s, u"样例单位"_s).key); });
    if (operators.current().isNull())
        return showWelcome();
    if (operators.current().hasPin)
        return showLock();
    resume();
}

void Program::resume()
{
    showView();
    doWish();
}

void Program::doWish()
{
    const StartWish wish = std::exchange(m_wish, {});
    if (wish.sample)
        openSample();
    if (!wish.files.isEmpty())
        openFiles(wish.files);
}

void Program::tellReadOnly()
{
    m_window->messages().clear(u"read-only"_s);
    if (!m_workspace->isReadOnly())
        return;
    const bool isUsed = !m_workspace->writer().machine.isEmpty();
    const QString why = isUsed ? say(WorkspaceLock::sentence(m_folder))
                               : say(u"资料库“%1”不能写入，现在只能查看。", u"The workspace “%1” cannot be written to; it can only be looked at.").arg(m_folder);
    m_window->messages().show({BarMessage::Kind::Warning, why, {},
                               {{say(u"再试一次", u"Try again"), [this] {
                                     QMetaObject::invokeMethod(this, [this] { open(OpeningMode::Usual); }, Qt::QueuedConnection);
                                 }}},
                               u"read-only"_s});
}

void Program::chooseFolder()
{
    if (isWorking()) {
        m_window->messages().show({BarMessage::Kind::Hint,
                                   say(u"还有文件正在收进这个资料库，做完再换。", u"Files are still coming into this workspace; change it when that is done."),
                                   {}, {}, u"folder"_s});
        return;
    }
    const QString chosen = m_dialogs.folder(m_window.get(), say(u"选择资料库所在的文件夹", u"Choose the folder of the workspace"));
    if (chosen.isEmpty())
        return;
    m_folder = workspaceFolderIn(chosen);
    m_settings.setWorkspaceFolder(m_folder);
    m_view = View::Start;
    open(OpeningMode::NewHere);
}

void Program::restore(const QString& backup)
{
    const bool isDone = guarded(m_window->centralWidget(), [&] { restoreBackup(backup, m_folder); });
    if (!isDone)
        return;
    open(OpeningMode::Usual);
    if (m_workspace)
        m_window->messages().show({BarMessage::Kind::Good,
                                   say(u"已恢复备份。恢复前的文件在资料库里另存了一份。",
                                       u"The backup is in place. What was there before is kept in the workspace."),
                                   {}, {}, u"restored"_s});
}

void Program::restoreFromFolder()
{
    const QString folder = m_dialogs.folder(m_window.get(), say(u"选择备份所在的文件夹", u"Choose the folder of the backup"));
    if (!folder.isEmpty())
        restore(folder);
}

bool Program::mayLeaveDesk()
{
    Desk* const desk = m_window->desk();
    if (!desk)
        return true;
    if (!desk->mayLeave())
        return false;
    try {
        desk->settle();
        tellAttaching();
        return true;
    } catch (const Error& error) {
        return mayLoseUnsafe(*desk, say(error.message()));
    }
}

bool Program::mayLoseUnsafe(Desk& desk, const QString& why)
{
    const Question question{say(u"还没有保存好", u"Not kept yet"),
                            say(u"最近的修改还没有存进资料库：%1\n以前存好的都在。可以把现在的全部内容另存到别处，以后打开那个文件接着填；也可以留在这里，程序会继续尝试保存。",
                                u"The last changes are not in the workspace yet: %1\nWhat was kept before is safe. You can save all of it "
                                u"elsewhere and go on from that file later, or stay: the program keeps trying.")
                                .arg(why),
                            {say(u"另存到别处…", u"Save it elsewhere…"), say(u"放弃这些修改", u"Give these changes up")}};
    const int answer = m_dialogs.ask(m_window.get(), question);
    if (answer != 0)
        return answer == 1;
    const QString file = m_dialogs.saveFile(m_window.get(), {say(u"另存到别处", u"Save it elsewhere"), u"PDF (*.pdf)"_s, desk.title() + u".pdf"_s});
    return !file.isEmpty() && guarded(&desk, [&] { desk.saveElsewhere(file); });
}

bool Program::mayClose()
{
    if (!mayLeaveDesk() || !mayStopWork())
        return false;
    keepSession();
    return true;
}

void Program::keepSession()
{
    const QByteArray geometry = m_window->saveGeometry();
    if (m_window->isVisible() && geometry != m_keptGeometry) {
        m_settings.setWindowGeometry(geometry);
        m_keptGeometry = geometry;
    }
    if (!m_workspace)
        return;
    if (const Desk* const desk = m_window->desk())
        m_session.place = desk->place();
    if (m_session == m_keptSession && m_settings.knowsWorkspace(m_folder))
        return;
    m_settings.keepSession(m_folder, m_session);
    m_keptSession = m_session;
}

} // namespace jz::ui
