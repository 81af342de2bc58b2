// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/background_work.h"
#include "ui/desk/dialogs.h"
#include "ui/form/attaching.h"
#include "ui/shell/handover.h"
#include "ui/shell/intake.h"
#include "ui/shell/main_window.h"
#include "ui/shell/session_keeper.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace_opening.h"

#include <memory>

namespace jz::ui {

class Page;

/// The running program: the workspace, the one main window, and what is on it. The application object, the settings and the
/// dialogs outlive it.
class Program : public QObject
{
    Q_OBJECT

public:
    Program(Settings& settings, Dialogs& dialogs);
    ~Program() override;

    /// The workspace this program is for: `named`, else JUANZONG_WORKSPACE, else the one the user chose, else the usual one.
    static QString folderFor(const QString& named, const Settings& settings);

    /// Opens the workspace in `folder` and shows the window where the user was, or with what is wished. Throws nothing: what
    /// cannot be done is said in the window.
    void start(const QString& folder, const StartWish& wish = {});
    /// Does what a second start wants, in front of everything.
    void fulfil(const StartWish& wish);

    MainWindow& window() { return *m_window; }
    /// Null while it cannot be opened.
    Workspace* workspace() { return m_workspace.get(); }

    void showStartPage();
    /// Opens a dossier of the workspace on the applicant's desk. Errors are said in the window.
    void openDossier(const QUuid& id, const QJsonObject& place = {});
    /// Opens the recommending body's desk.
    void openRecommender(const QJsonObject& place = {});
    /// Opens any PDF to be read and verified, or a bundle to be looked into; nothing of it is taken in.
    void readFile(const QString& path, const QJsonObject& place = {});
    /// Takes files in, in the background, and opens them.
    void openFiles(const QStringList& paths);

private:
    enum class View { Trouble, Welcome, Lock, Start, Dossier, Recommending, Reading, Settings, Guide };

    void open(OpeningMode mode);
    void closeWorkspace();
    void enter();
    void resume();
    void doWish();
    /// A workspace is open and it is known who works in it.
    bool isAtWork() const;
    void tellReadOnly();
    void chooseFolder();
    void restore(const QString& backup);
    void restoreFromFolder();

    /// Page and desk are deleted when another comes: what they ask for is done when control is back in the event loop.
    template<typename Sender, typename Signal, typename Act>
    void on(Sender* sender, Signal signal, Act act)
    {
        connect(sender, signal, this, act, Qt::QueuedConnection);
    }
    void show(Page* page, View view);
    void showView();
    void showTrouble();
    void showWelcome();
    void showLock();
    void showSettings();
    void showGuide();
    void fillStartPage();
    QWidget* makeCorner();
    void setTitle();
    void connectBars();
    static void applyPreferences(const Preferences& wanted);
    void buildAnew(const Preferences& preferences);

    void beginDossier();
    void duplicate(const QUuid& id);
    void openSample();
    void askForFiles();
    void askForFileToRead();
    /// Opens a bundle to be looked into, of several the first, and gives back the files that are none.
    QStringList openBundlesAmong(const QStringList& paths);
    /// Asks where and opens a file of somebody who hands over as a workspace of its own; empty: asks for the file first.
    void takeOver(const QString& file);
    /// Takes over with the first of such files, and gives back the others.
    QStringList takeOverAmong(const QStringList& paths);
    void followTakeOver();
    void finishTakeOver(const QString& folder);
    void openTakenOver(const QString& folder);
    void begin(const QString& name, const QString& unit);
    void switchTo(const Operator& person);
    void askForOperator(qint64 key);
    void askForNewOperator();
    void changePin();
    void finishIntake(const IntakeResult& result);
    void takeSlips(const QList<IntakeResult::Slip>& slips);
    void takeNotices(const QList<IntakeResult::Notice>& notices);
    void mergeInto(const QUuid& id, const QString& path);
    void compareWith(const QUuid& id, const QString& file);
    bool mayLeaveDesk();
    bool mayLoseUnsafe(Desk& desk, const QString& why);
    bool mayClose();
    bool mayStopWork();
    void closeWhenDone();
    void stayOpen();
    bool isWorking() const;
    void tellAttaching();
    void followAttaching();
    void keepSession();

    Settings& m_settings;
    Dialogs& m_dialogs;
    QString m_folder;
    StartWish m_wish;
    std::unique_ptr<MainWindow> m_window;
    std::optional<Trouble> m_trouble;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<Attaching> m_attaching;
    BackgroundWork* m_takingOver;
    bool m_closesWhenDone = false; ///< the window goes once no file is under way any more
    std::unique_ptr<Handover> m_handover;
    std::unique_ptr<SessionKeeper> m_keeper;
    View m_view = View::Start;
    Session m_session;       ///< where the user is, or comes back to from settings and guide
    Session m_keptSession;
    QByteArray m_keptGeometry;
};

} // namespace jz::ui
