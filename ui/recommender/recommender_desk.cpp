// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/recommender_desk.h"

#include "model/procedure/handover.h"
#include "ui/desk/desk_tools.h"
#include "ui/desk/guarded.h"
#include "ui/recommender/batch_setup.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/ranking_bar.h"
#include "ui/recommender/receipt_dialog.h"
#include "ui/recommender/receiving_strip.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

RecommenderDesk::RecommenderDesk(Workspace& workspace, Dialogs& dialogs, QWidget* parent)
    : Desk(parent), m_dialogs(dialogs), m_board(workspace), m_top(new QHBoxLayout), m_tools(new DeskTools(this)), m_pages(new QStackedWidget(this)),
      m_setup(new BatchSetup(m_board, this))
{
    setObjectName(u"recommenderDesk"_s);
    setAcceptDrops(m_board.canWrite());
    buildTools();
    m_list = buildList();
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_setup);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_top->addWidget(m_tools, 1);
    layout->addLayout(m_top);
    layout->addWidget(m_pages, 1);
    connectList();
    connect(m_setup, &BatchSetup::takeOverWanted, this, [this] { Q_EMIT takeOverWanted({}); });
    connect(&m_board, &BatchBoard::changed, this, &RecommenderDesk::refresh);
    refresh();
}

void RecommenderDesk::buildTools()
{
    m_tools->add("home", u"home"_s, say(u"开始页", u"Start page"), [this] { Q_EMIT leave(); });
    m_tools->addSeparator();
    m_needBatch << m_tools->add("receive", u"import"_s, say(u"收取…", u"Receive…"), [this] { askForFiles(); });
    m_needCandidate << m_tools->add("return", u"undo"_s, say(u"退回修改…", u"Return…"), [this] { returnChosen(false); });
    m_needCandidate << m_tools->add("pass", u"check"_s, say(u"预审通过…", u"Pass…"), [this] { returnChosen(true); });
    m_tools->addSeparator();
    m_needBatch << m_tools->add("endorse", u"seal"_s, say(u"推荐并签章 ▸", u"Endorse ▸"), [this] { endorse(); });
    m_needBatch << m_tools->add("send", u"send"_s, say(u"导出批次 ▸", u"Send ▸"), [this] { send(); });
    fillMore(*m_tools->addMore());
}

void RecommenderDesk::fillMore(QMenu& more)
{
    const auto entry = [&](const char* name, const QString& iconName, const QString& words, std::function<void()> run) {
        return m_tools->addEntry(more, name, iconName, words, std::move(run));
    };
    m_needBatch << entry("receiveFolder", u"open"_s, say(u"收取一个文件夹…", u"Receive a folder…"), [this] { askForFolder(); });
    m_needBatch << entry("decide", u"lock"_s, say(u"登记会议决定…", u"Write the decision down…"), [this] { decide(); });
    m_needCandidate << entry("withdraw", u"remove"_s, say(u"撤回、改渠道…", u"Withdrawal…"), [this] { withdrawChosen(); });
    more.addSeparator();
    m_needBatch << entry("prospects", u"todo"_s, say(u"意向单位与催办…", u"Units and reminders…"), [this] { showProspects(); });
    m_needBatch << entry("supplement", u"calendar"_s, say(u"补充通知…", u"Supplementary notice…"), [this] { issueSupplement(); });
    m_needBatch << entry("meeting", u"pages"_s, say(u"存会议材料…", u"Papers for the meeting…"), [this] { saveMeetingPapers(); });
    m_needBatch << entry("letter", u"document"_s, say(u"存报送函…", u"Cover letter…"), [this] { saveLetter(); });
    m_needBatch << entry("copies", u"verify"_s, say(u"核对纸质申报书…", u"Check printed dossiers…"), [this] { checkPrinted(); });
    m_needBatch << entry("parcels", u"print"_s, say(u"纸质材料（装箱、邮寄）…", u"Paper copies…"), [this] { showParcels(); });
    more.addSeparator();
    entry("handover", u"export"_s, say(u"交接给接手的人…", u"Hand over…"), [this] { handOver(); });
    m_needBatch << entry("body", u"person"_s, say(u"本单位与声明…", u"Our body and its declarations…"), [this] { changeBody(); });
}

QWidget* RecommenderDesk::buildEmpty()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"emptyBatch"_s);
    auto* const words = new QLabel(say(u"还没有收到申报书。\n把邮件、U 盘里的文件、文件夹或报送包拖到这里，或点“收取”。",
                                       u"No dossier came yet.\nDrop files, folders or bundles here, or click “Receive”."),
                                   page);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("quiet", true);
    words->setWordWrap(true);
    auto* const picture = new QLabel(page);
    picture->setPixmap(iconPixmap(u"import", Theme::space(12), Theme::colours().strongBorder, devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    auto* const layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(picture);
    layout->addWidget(words);
    layout->addStretch(2);
    return page;
}

QWidget* RecommenderDesk::buildList()
{
    auto* const page = new QWidget(this);
    auto* const left = new QWidget(page);
    m_bar = new RankingBar(m_board, page);
    m_table = new CandidateTable(m_board, left);
    m_listPages = new QStackedWidget(left);
    m_listPages->addWidget(m_table);
    m_empty = buildEmpty();
    m_listPages->addWidget(m_empty);
    m_receiving = new ReceivingStrip(m_board, left);
    auto* const list = new QVBoxLayout(left);
    list->setContentsMargins({});
    list->setSpacing(0);
    list->addWidget(m_receiving);
    list->addWidget(m_listPages, 1);
    m_panel = new CandidatePanel(m_board, page);
    auto* const splitter = new QSplitter(page);
    splitter->addWidget(left);
    splitter->addWidget(m_panel);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({Theme::space(200), Theme::space(130)});
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    return page;
}

void RecommenderDesk::connectList()
{
    connect(m_table, &CandidateTable::currentCandidateChanged, this, [this] {
        m_panel->show(chosen());
        showState();
    });
    connect(m_table, &CandidateTable::moveWanted, this, [this](const QUuid& dossier, int place) {
        guarded(this, [&] { rank(moved(m_board.view().ranking, dossier, std::max(1, place))); });
    });
    connect(m_table, &CandidateTable::lineWanted, this, [this](int line) {
        guarded(this, [&] { rank(withLine(m_board.view().ranking, std::max(0, line))); });
    });
    connect(m_table, &CandidateTable::orderShownChanged, this, &RecommenderDesk::showState);
    connect(m_bar, &RankingBar::moveWanted, this, [this](int by) { guarded(this, [&] { moveChosen(by); }); });
    connect(m_bar, &RankingBar::lineWanted, this, [this] { guarded(this, [this] { lineHere(); }); });
    connect(m_bar, &RankingBar::searched, m_table, &CandidateTable::search);
    connect(m_bar, &RankingBar::orderWanted, m_table, &CandidateTable::showOrder);
    connect(m_panel, &CandidatePanel::paperChosen, this, [this](const QByteArray& sha256) { guarded(this, [&] { choosePaperOf(sha256); }); });
    connect(m_receiving, &ReceivingStrip::busyChanged, this, &RecommenderDesk::showState);
    connect(m_receiving, &ReceivingStrip::received, this, [this](const QList<ReceivedPaper>& papers) {
        Q_EMIT received(papers);
        if (papers.isEmpty())
            return;
        ReceiptDialog dialog(papers, this);
        m_dialogs.run(dialog);
    });
    connect(m_receiving, &ReceivingStrip::passphraseWanted, this, &RecommenderDesk::askForPassphrase);
}

void RecommenderDesk::refresh()
{
    m_pages->setCurrentWidget(m_board.exists() ? m_list : m_setup);
    showState();
    Q_EMIT titleChanged();
}

void RecommenderDesk::showState()
{
    const bool exists = m_board.exists();
    const bool isChosen = exists && !chosen().isNull();
    for (QAction* const each : std::as_const(m_needBatch))
        each->setEnabled(exists && m_board.canWrite() && !isReceiving());
    for (QAction* const each : std::as_const(m_needCandidate))
        each->setEnabled(isChosen && m_board.canWrite() && !isReceiving());
    if (!exists)
        return;
    m_listPages->setCurrentWidget(m_board.view().candidates.isEmpty() ? m_empty : static_cast<QWidget*>(m_table));
    m_bar->refresh(m_table->isInOrder());
}

QUuid RecommenderDesk::chosen() const
{
    return m_table->current();
}

Candidate RecommenderDesk::chosenCandidate() const
{
    return *m_board.view().candidate(chosen());
}

QString RecommenderDesk::title() const
{
    return m_board.exists() ? m_board.view().batch.name : say(u"推荐与排序", u"Recommend and rank");
}

QJsonObject RecommenderDesk::place() const
{
    return {{u"desk"_s, u"recommender"_s}, {u"dossier"_s, chosen().toString(QUuid::WithoutBraces)}, {u"tab"_s, m_panel->tab()},
            {u"hidden"_s, QJsonArray::fromStringList(m_table->hiddenColumns())}};
}

void RecommenderDesk::goTo(const QJsonObject& place)
{
    QStringList hidden;
    const QJsonArray ids = place.value("hidden"_L1).toArray();
    for (const QJsonValue& each : ids)
        hidden << each.toString();
    m_table->hideColumns(hidden);
    m_panel->goToTab(place.value("tab"_L1).toString());
    m_table->setCurrent(QUuid(place.value("dossier"_L1).toString()));
}

void RecommenderDesk::setCorner(QWidget* corner)
{
    m_top->addWidget(corner);
}

void RecommenderDesk::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RecommenderDesk::dropEvent(QDropEvent* event)
{
    const QStringList paths = localPaths(*event->mimeData());
    event->acceptProposedAction();
    // The other program waits until this returns.
    QMetaObject::invokeMethod(this, [this, paths] { receive(paths); }, Qt::QueuedConnection);
}

void RecommenderDesk::askForFiles()
{
    receive(m_dialogs.openFiles(this, {say(u"收取申报书", u"Receive dossiers"),
                                       say(u"申报书、报送包、扫描件 (*.pdf *.jzb *.zip *.jpg *.png);;所有文件 (*)", u"Dossiers, bundles, scans (*.pdf *.jzb *.zip *.jpg *.png);;All files (*)"),
                                       {}}));
}

void RecommenderDesk::askForFolder()
{
    const QString folder = m_dialogs.folder(this, say(u"收取哪个文件夹？", u"Which folder?"));
    if (!folder.isEmpty())
        receive({folder});
}

void RecommenderDesk::receive(const QStringList& paths)
{
    QStringList papers;
    for (const QString& path : paths) {
        if (isHandover(path))
            Q_EMIT takeOverWanted(path);
        else
            papers << path;
    }
    if (!papers.isEmpty() && m_board.canWrite())
        guarded(this, [&] { m_receiving->receive(papers); });
}

bool RecommenderDesk::mayLeave()
{
    if (!isReceiving())
        return true;
    return m_dialogs.ask(this, {say(u"还在收取", u"Still receiving"),
                                say(u"收到的文件还没有核对完。现在离开就停止，没有记入批次的文件以后要再收取一次；已在批次里的不受影响。也可以留在这里，等它做完。",
                                    u"What came is still being looked at. Leaving now stops it: what is not in the batch yet has to be received again; what is in stays. Or stay until it "
                                    u"is done."),
                                {say(u"停止收取并离开", u"Stop and leave")}})
           == 0;
}

bool RecommenderDesk::isReceiving() const
{
    return m_receiving->isBusy();
}

} // namespace jz::ui
