// SPDX-License-Identifier: Apache-2.0
// What Program shows, and what is done from there.
#include "model/call/call_pack_reader.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/supplement_intake.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/desk/guarded.h"
#include "ui/recommender/recommender_desk.h"
#include "ui/shell/corner_bar.h"
#include "ui/shell/guide_page.h"
#include "ui/shell/intake_report.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/operator_switch.h"
#include "ui/shell/program.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/start_page.h"
#include "ui/shell/welcome_page.h"
#include "ui/style/language.h"

#include <QApplication>
#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int againAfterMs = 200;
/// The sample that shows what a dossier looks like; the other one is at the limits.
const auto shownSample = u"sample-values.json"_s;

} // namespace

void Program::show(Page* page, View view)
{
    m_window->setPage(page);
    m_view = view;
    setTitle();
    keepSession();
}

void Program::showView()
{
    const QString file = m_session.place.value("file"_L1).toString();
    if (!m_session.dossier.isNull())
        openDossier(m_session.dossier, m_session.place);
    else if (m_session.place.value("desk"_L1).toString() == u"recommender")
        openRecommender(m_session.place);
    else if (QFileInfo::exists(file))
        readFile(file, m_session.place);
    else
        showStartPage();
}

void Program::showTrouble()
{
    auto* const page = new TroublePage(*m_trouble);
    on(page, &TroublePage::againWanted, [this] { open(OpeningMode::Usual); });
    on(page, &TroublePage::readingWanted, [this] { open(OpeningMode::Reading); });
    on(page, &TroublePage::newWanted, [this] { open(OpeningMode::NewHere); });
    on(page, &TroublePage::otherFolderWanted, &Program::chooseFolder);
    on(page, &TroublePage::restoreWanted, &Program::restore);
    on(page, &TroublePage::restoreFromFolderWanted, &Program::restoreFromFolder);
    show(page, View::Trouble);
}

void Program::showWelcome()
{
    auto* const page = new WelcomePage;
    on(page, &WelcomePage::answered, &Program::begin);
    on(page, &WelcomePage::otherLanguageWanted, [this] {
        Preferences other = m_settings.preferences();
        other.language = other.language == Language::Chinese ? Language::English : Language::Chinese;
        buildAnew(other);
    });
    show(page, View::Welcome);
}

void Program::showLock()
{
    auto* const page = new LockPage(m_workspace->operators(), m_workspace->operators().current());
    on(page, &LockPage::unlocked, &Program::resume);
    on(page, &LockPage::operatorWanted, &Program::askForOperator);
    on(page, &LockPage::newOperatorWanted, &Program::askForNewOperator);
    show(page, View::Lock);
}

void Program::showStartPage()
{
    if (!mayLeaveDesk())
        return;
    const QUuid before = m_session.dossier;
    m_session = {};
    auto* const page = new StartPage(!m_workspace->isReadOnly());
    page->setCorner(makeCorner());
    on(page, &StartPage::newDossierWanted, &Program::beginDossier);
    on(page, &StartPage::recommenderWanted, [this] { openRecommender(); });
    on(page, &StartPage::openFilesWanted, &Program::askForFiles);
    on(page, &StartPage::readingWanted, &Program::askForFileToRead);
    on(page, &StartPage::takeOverWanted, [this] { takeOver({}); });
    on(page, &StartPage::sampleWanted, &Program::openSample);
    on(page, &StartPage::guideWanted, &Program::showGuide);
    on(page, &StartPage::openWanted, [this](const QUuid& id) { openDossier(id); });
    on(page, &StartPage::duplicateWanted, &Program::duplicate);
    on(page, &StartPage::searched, &Program::fillStartPage);
    show(page, View::Start);
    fillStartPage();
    page->list().select(before);
}

void Program::fillStartPage()
{
    auto* const page = qobject_cast<StartPage*>(m_window->page());
    if (!page)
        return;
    guarded(page, [&] {
        const QList<DossierEntry> all = m_workspace->dossiers().list();
        page->showDeadlines([this](const CallPack& pack) { return localFactsOf(*m_workspace, pack); });
        page->setEntries(page->search().isEmpty() ? all : m_workspace->dossiers().list(page->search()), int(all.size()));
    });
}

void Program::openDossier(const QUuid& id, const QJsonObject& place)
{
    if (!mayLeaveDesk())
        return;
    // Its session ends before another begins: they share the workspace.
    m_window->clear();
    ApplicantDesk* desk = nullptr;
    if (!guarded(m_window->centralWidget(), [&] { desk = new ApplicantDesk(*m_workspace, id, m_dialogs, m_window->pageParent(), m_attaching.get()); }))
        return showStartPage();
    desk->setCorner(makeCorner());
    on(desk, &Desk::leave, &Program::showStartPage);
    on(desk, &Desk::openDossier, [this](const QUuid& other) { openDossier(other); });
    on(desk, &Desk::titleChanged, &Program::setTitle);
    m_window->setPage(desk);
    m_view = View::Dossier;
    m_session = {id, place};
    setTitle();
    if (place.isEmpty())
        return keepSession();
    // Scroll positions are there when the form has its size.
    QMetaObject::invokeMethod(desk, [desk, place] { desk->goTo(place); }, Qt::QueuedConnection);
}

void Program::openRecommender(const QJsonObject& place)
{
    if (!mayLeaveDesk())
        return;
    m_window->clear();
    RecommenderDesk* desk = nullptr;
    if (!guarded(m_window->centralWidget(), [&] { desk = new RecommenderDesk(*m_workspace, m_dialogs, m_window->pageParent()); }))
        return showStartPage();
    desk->setCorner(makeCorner());
    on(desk, &Desk::leave, &Program::showStartPage);
    on(desk, &Desk::titleChanged, &Program::setTitle);
    on(desk, &RecommenderDesk::takeOverWanted, &Program::takeOver);
    m_window->setPage(desk);
    m_view = View::Recommending;
    m_session = {{}, place};
    setTitle();
    if (place.isEmpty())
        return keepSession();
    QMetaObject::invokeMethod(desk, [desk, place] { desk->goTo(place); }, Qt::QueuedConnection);
}

void Program::showSettings()
{
    if (!isAtWork() || !mayLeaveDesk())
        return;
    keepSession();
    auto* const page = new SettingsPage(m_settings.preferences(), m_folder);
    on(page, &SettingsPage::chosen, &Program::buildAnew);
    on(page, &SettingsPage::otherFolderWanted, &Program::chooseFolder);
    on(page, &SettingsPage::done, &Program::showView);
    show(page, View::Settings);
}

void Program::showGuide()
{
    if (!isAtWork() || !mayLeaveDesk())
        return;
    keepSession();
    auto* const page = new GuidePage;
    on(page, &GuidePage::done, &Program::showView);
    show(page, View::Guide);
}

QWidget* Program::makeCorner()
{
    Operators& operators = m_workspace->operators();
    auto* const corner = new CornerBar(operators.all(), operators.current(), !m_workspace->isReadOnly());
    on(corner, &CornerBar::operatorWanted, &Program::askForOperator);
    on(corner, &CornerBar::newOperatorWanted, &Program::askForNewOperator);
    on(corner, &CornerBar::pinWanted, &Program::changePin);
    on(corner, &CornerBar::guideWanted, &Program::showGuide);
    on(corner, &CornerBar::settingsWanted, &Program::showSettings);
    return corner;
}

void Program::setTitle()
{
    QString title = say(u"卷宗", u"Juanzong");
    if (const Desk* const desk = m_window->desk())
        title = desk->title() + u" — "_s + title;
    if (m_workspace && m_workspace->isReadOnly())
        title += say(u"（只读）", u" (read only)");
    m_window->setWindowTitle(title);
}

void Program::buildAnew(const Preferences& wanted)
{
    keepSession();
    const QString focused = QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    m_settings.setPreferences(wanted);
    applyPreferences(wanted);
    m_window->renew();
    connectBars();
    if (m_workspace)
        tellReadOnly();
    switch (m_view) {
    case View::Trouble:
        return showTrouble();
    case View::Welcome:
        return showWelcome();
    case View::Lock:
        return showLock();
    case View::Settings:
        showSettings();
        break;
    case View::Guide:
        return showGuide();
    case View::Start:
    case View::Dossier:
    case View::Recommending:
    case View::Reading:
        return showView();
    }
    if (QWidget* const control = m_window->findChild<QWidget*>(focused))
        control->setFocus();
}

void Program::beginDossier()
{
    const QStringList calls = builtInCallPackIds();
    int chosen = 0;
    if (calls.size() > 1) {
        Question question{say(u"填写申报书", u"Fill in a dossier"), say(u"为哪一份申报通知填写？", u"For which call?"), {}};
        for (const QString& call : calls)
            question.answers << findBuiltInCallPack(call)->titleLines.join(QString());
        chosen = m_dialogs.ask(m_window.get(), question);
    }
    if (chosen < 0)
        return;
    guarded(m_window->centralWidget(), [&] {
        openDossier(jz::beginDossier(*m_workspace, calls.at(chosen), m_workspace->operators().current().key, u"form"_s).id);
    });
}

void Program::duplicate(const QUuid& id)
{
    guarded(m_window->centralWidget(), [&] {
        const DossierEntry copy = duplicateDossier(*m_workspace, id, m_workspace->operators().current().key);
        fillStartPage();
        if (auto* const page = qobject_cast<StartPage*>(m_window->page()))
            page->list().select(copy.id);
        m_window->messages().show({BarMessage::Kind::Good, say(u"复制好了，是列表里最上面的一份。", u"Duplicated: it is the first of the list."), {}, {}, u"duplicated"_s});
    });
}

void Program::openSample()
{
    if (m_workspace->isReadOnly())
        return;
    m_intake->takeSample(shownSample);
}

void Program::askForFiles()
{
    if (!isAtWork())
        return;
    openFiles(m_dialogs.openFiles(m_window.get(), {say(u"打开申报书、修改意见或补充通知", u"Open a dossier, a return slip or a notice"),
                                                   say(u"申报书、填报数据和报送包 (*.pdf *.json *.jzb *.zip);;所有文件 (*)",
                                                       u"Dossiers, values files and bundles (*.pdf *.json *.jzb *.zip);;All files (*)"),
                                                   {}}));
}

void Program::openFiles(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (!isAtWork()) {
        // They wait until it is known who works here.
        m_wish.files += paths;
        return;
    }
    // On this desk what comes in belongs to the batch.
    if (auto* const desk = qobject_cast<RecommenderDesk*>(m_window->page()))
        return desk->receive(paths);
    const QStringList papers = openBundlesAmong(takeOverAmong(paths));
    if (papers.isEmpty())
        return;
    if (m_workspace->isReadOnly()) {
        m_window->messages().show({BarMessage::Kind::Warning,
                                   say(u"资料库现在只能查看，没有打开这些文件。能写入以后再拖进来。",
                                       u"The workspace can only be looked at now; the files were not opened. Drop them again when it can be written to."),
                                   {}, {}, u"intake-refused"_s});
        return;
    }
    for (const QString& topic : {u"intake-refused"_s, u"intake-here"_s, u"intake-found"_s, u"intake-taken"_s, u"intake-stopped"_s, u"slip-refused"_s, u"supplement"_s})
        m_window->messages().clear(topic);
    m_intake->take(papers);
}

void Program::finishIntake(const IntakeResult& result)
{
    // A dialog stands on the page that is there: that page must not go now.
    if (QApplication::activeModalWidget()) {
        QTimer::singleShot(againAfterMs, this, [this, result] { finishIntake(result); });
        return;
    }
    m_window->work().hide();
    if (!result.refused.isEmpty())
        stayOpen();
    if (!result.slips.isEmpty())
        takeSlips(result.slips);
    else if (result.opened.size() == 1)
        openDossier(result.opened.first().dossier);
    else
        fillStartPage();
    const auto merge = [this](const IntakeResult::Opened& opened) {
        QMetaObject::invokeMethod(this, [this, opened] { mergeInto(opened.dossier, opened.path); }, Qt::QueuedConnection);
    };
    for (const BarMessage& message : reportOf(result, m_window->desk() != nullptr, merge))
        m_window->messages().show(message);
    if (!result.notices.isEmpty())
        takeNotices(result.notices);
    closeWhenDone();
}

void Program::mergeInto(const QUuid& id, const QString& path)
{
    m_window->messages().clear(u"intake-here"_s);
    if (m_session.dossier != id || !m_window->desk())
        openDossier(id);
    if (auto* const desk = qobject_cast<ApplicantDesk*>(m_window->page()))
        desk->mergeFrom(path);
}

void Program::begin(const QString& name, const QString& unit)
{
    guarded(m_window->centralWidget(), [&] { switchTo(m_workspace->operators().add(name, unit)); });
}

void Program::askForOperator(qint64 key)
{
    guarded(m_window->page(), [&] {
        if (key != m_workspace->operators().current().key || m_view == View::Lock)
            switchTo(OperatorSwitch(m_workspace->operators(), m_dialogs, m_window->page()).admitted(key));
    });
}

void Program::askForNewOperator()
{
    guarded(m_window->page(), [&] { switchTo(OperatorSwitch(m_workspace->operators(), m_dialogs, m_window->page()).another()); });
}

void Program::switchTo(const Operator& person)
{
    if (person.isNull() || !mayLeaveDesk())
        return;
    keepSession();
    m_workspace->operators().setCurrent(person.key);
    m_workspace->setPerson(person.name);
    if (m_view == View::Welcome || m_view == View::Lock)
        resume();
    else
        showView();
}

void Program::changePin()
{
    guarded(m_window->page(), [&] {
        OperatorSwitch(m_workspace->operators(), m_dialogs, m_window->page()).changePin();
        keepSession();
        showView();
    });
}

} // namespace jz::ui
