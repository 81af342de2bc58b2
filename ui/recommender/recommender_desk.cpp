// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/recommender_desk.h"

#include "model/base/error.h"
#include "model/procedure/returning.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/recommender/body_form.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/decision_dialog.h"
#include "ui/recommender/receipt_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QGuiApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
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
    : Desk(parent), m_dialogs(dialogs), m_board(workspace), m_top(new QHBoxLayout), m_tools(new QToolBar(this)), m_pages(new QStackedWidget(this)),
      m_receiving(new BackgroundWork(this))
{
    setObjectName(u"recommenderDesk"_s);
    setAcceptDrops(m_board.canWrite());
    buildTools();
    m_pages->addWidget(buildList());
    m_setupPage = buildSetup();
    m_pages->addWidget(m_setupPage);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_top->addWidget(m_tools, 1);
    layout->addLayout(m_top);
    layout->addWidget(m_pages, 1);
    connectList();
    connect(&m_board, &BatchBoard::changed, this, &RecommenderDesk::refresh);
    refresh();
}

QAction* RecommenderDesk::tool(const char* name, const QString& iconName, const QString& words, std::function<void()> run)
{
    QAction* const action = m_tools->addAction(icon(iconName), words);
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] { guarded(this, run); });
    m_tools->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    return action;
}

void RecommenderDesk::buildTools()
{
    m_tools->setObjectName(u"tools"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setIconSize({Theme::space(5), Theme::space(5)});
    tool("home", u"home"_s, say(u"开始页", u"Start page"), [this] { Q_EMIT leave(); });
    m_tools->addSeparator();
    m_needBatch << tool("receive", u"import"_s, say(u"收取…", u"Receive…"), [this] { askForFiles(); });
    m_needCandidate << tool("return", u"undo"_s, say(u"退回修改…", u"Return…"), [this] { returnChosen(false); });
    m_needCandidate << tool("pass", u"check"_s, say(u"预审通过…", u"Pass…"), [this] { returnChosen(true); });
    m_tools->addSeparator();
    m_needBatch << tool("endorse", u"seal"_s, say(u"推荐并签章 ▸", u"Endorse ▸"), [this] { endorse(); });
    m_needBatch << tool("send", u"send"_s, say(u"导出批次 ▸", u"Send ▸"), [this] { send(); });
    addMore();
}

void RecommenderDesk::addMore()
{
    m_tools->addSeparator();
    auto* const more = new QToolButton(m_tools);
    more->setObjectName(u"more"_s);
    more->setText(say(u"更多", u"More"));
    more->setAccessibleName(more->text());
    more->setIcon(icon(u"more"));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(new QMenu(more));
    const auto entry = [&](const char* name, const QString& iconName, const QString& words, std::function<void()> run) {
        QAction* const action = more->menu()->addAction(icon(iconName), words, this, [this, run = std::move(run)] { guarded(this, run); });
        action->setObjectName(QLatin1StringView(name));
        return action;
    };
    m_needBatch << entry("receiveFolder", u"open"_s, say(u"收取一个文件夹…", u"Receive a folder…"), [this] { askForFolder(); });
    m_needBatch << entry("decide", u"lock"_s, say(u"登记会议决定…", u"Write the decision down…"), [this] { decide(); });
    m_needCandidate << entry("withdraw", u"remove"_s, say(u"撤回、改渠道…", u"Withdrawal…"), [this] { withdrawChosen(); });
    more->menu()->addSeparator();
    m_needBatch << entry("prospects", u"todo"_s, say(u"意向单位与催办…", u"Units and reminders…"), [this] { showProspects(); });
    m_needBatch << entry("meeting", u"pages"_s, say(u"存会议材料…", u"Papers for the meeting…"), [this] { saveMeetingPapers(); });
    m_needBatch << entry("letter", u"document"_s, say(u"存报送函…", u"Cover letter…"), [this] { saveLetter(); });
    m_needBatch << entry("parcels", u"print"_s, say(u"纸质材料（装箱、邮寄）…", u"Paper copies…"), [this] { showParcels(); });
    more->menu()->addSeparator();
    m_needBatch << entry("body", u"person"_s, say(u"本单位与声明…", u"Our body and its declarations…"), [this] { changeBody(); });
    m_tools->addWidget(more);
}

QWidget* RecommenderDesk::buildSetup()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"page"_s);
    m_setupCard = new QFrame(page);
    QFrame* const card = m_setupCard;
    card->setObjectName(u"card"_s);
    auto* const heading = new QLabel(say(u"我们是哪个推荐单位？", u"Which recommending body are we?"), card);
    heading->setFont(Theme::font(TextStyle::Title));
    m_setup = new BodyForm(m_board, card);
    auto* const begin = new QPushButton(say(u"开始收件", u"Begin"), card);
    begin->setObjectName(u"beginBatch"_s);
    begin->setProperty("primary", true);
    begin->setEnabled(m_board.canWrite());
    auto* const inside = new QVBoxLayout(card);
    inside->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
    inside->setSpacing(Theme::space(4));
    inside->addWidget(heading);
    inside->addWidget(m_setup);
    inside->addWidget(begin, 0, Qt::AlignRight);
    auto* const layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    card->setMinimumWidth(Theme::space(140));
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(u"page"_s);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    connect(begin, &QPushButton::clicked, this, [this] { guarded(this, [this] { m_setup->keep(); }); });
    return scroll;
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

QWidget* RecommenderDesk::buildBar()
{
    auto* const bar = new QWidget(this);
    m_who = new QLabel(bar);
    m_who->setObjectName(u"whoAndQuota"_s);
    m_who->setFont(Theme::font(TextStyle::Strong));
    m_lock = new QLabel(bar);
    m_lock->setObjectName(u"decision"_s);
    m_lock->setProperty("quiet", true);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"searchCandidates"_s);
    m_search->setPlaceholderText(say(u"查找", u"Search"));
    m_search->setAccessibleDescription(say(u"名称、单位或申报书里的任何内容", u"Name, unit or anything in a dossier"));
    m_search->setAccessibleName(say(u"查找申报书", u"Search dossiers"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(Theme::space(60));
    m_inOrder = new QPushButton(icon(u"undo"), say(u"回到推荐顺序", u"Back to the order"), bar);
    m_inOrder->setObjectName(u"backToOrder"_s);
    m_inOrder->setToolTip(say(u"表格现在按列排序或经过查找，推荐顺序没有变", u"The table is sorted by a column or searched; the order of the batch is the same"));
    auto* const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
    layout->setSpacing(Theme::space(2));
    layout->addWidget(m_who);
    layout->addWidget(m_lock);
    layout->addStretch(1);
    const auto button = [&](const char* name, const QString& iconName, const QString& words, std::function<void()> run) {
        auto* const made = new QToolButton(bar);
        made->setObjectName(QLatin1StringView(name));
        made->setIcon(icon(iconName));
        made->setToolTip(words);
        made->setAccessibleName(words);
        made->setAccessibleDescription(words);
        made->setFocusPolicy(Qt::TabFocus);
        made->setEnabled(m_board.canWrite());
        layout->addWidget(made);
        connect(made, &QToolButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    };
    const auto step = [this](int by) {
        const int place = m_board.view().ranking.place(chosen());
        if (place > 0)
            rank(moved(m_board.view().ranking, chosen(), std::max(1, place + by)));
    };
    button("moveUp", u"up"_s, say(u"上移一位（Ctrl+↑）", u"One place up (Ctrl+↑)"), [step] { step(-1); });
    button("moveDown", u"down"_s, say(u"下移一位（Ctrl+↓）", u"One place down (Ctrl+↓)"), [step] { step(1); });
    button("lineHere", u"check"_s, say(u"推荐到这一位为止", u"Recommend down to here"), [this] { lineHere(); });
    layout->addWidget(m_inOrder);
    layout->addWidget(m_search, 1);
    return bar;
}

QWidget* RecommenderDesk::buildList()
{
    auto* const page = new QWidget(this);
    auto* const left = new QWidget(page);
    m_table = new CandidateTable(m_board, left);
    m_listPages = new QStackedWidget(left);
    m_listPages->addWidget(m_table);
    m_empty = buildEmpty();
    m_listPages->addWidget(m_empty);
    m_progress = new QWidget(left);
    m_bar = new QProgressBar(m_progress);
    m_bar->setAccessibleName(say(u"正在收取", u"Receiving"));
    auto* const stop = new QPushButton(say(u"停止", u"Stop"), m_progress);
    stop->setObjectName(u"stopReceiving"_s);
    auto* const progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(Theme::space(3), 0, Theme::space(2), Theme::space(1));
    progress->addWidget(new QLabel(say(u"正在核对收到的文件…", u"Looking at what came…"), m_progress));
    progress->addWidget(m_bar, 1);
    progress->addWidget(stop);
    m_progress->hide();
    auto* const list = new QVBoxLayout(left);
    list->setContentsMargins({});
    list->setSpacing(0);
    list->addWidget(m_progress);
    list->addWidget(m_listPages, 1);
    m_panel = new CandidatePanel(m_board, page);
    m_splitter = new QSplitter(page);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({Theme::space(200), Theme::space(130)});
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_splitter, 1);
    connect(stop, &QPushButton::clicked, m_receiving, &BackgroundWork::cancel);
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
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) { m_table->search(words); });
    connect(m_inOrder, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_table->showOrder();
    });
    connect(m_panel, &CandidatePanel::paperChosen, this, [this](const QByteArray& sha256) { guarded(this, [&] { choosePaperOf(sha256); }); });
    connect(m_receiving, &BackgroundWork::began, this, [this] {
        m_bar->setRange(0, 0);
        m_progress->show();
        showState();
    });
    connect(m_receiving, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    connect(m_receiving, &BackgroundWork::ended, this, [this] {
        m_progress->hide();
        showState();
    });
}

void RecommenderDesk::refresh()
{
    m_pages->setCurrentWidget(m_board.exists() ? m_pages->widget(0) : m_setupPage);
    if (!m_board.exists())
        setFocusProxy(nullptr);
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
    const BatchView& view = m_board.view();
    m_listPages->setCurrentWidget(view.candidates.isEmpty() ? m_empty : static_cast<QWidget*>(m_table));
    m_who->setText(say(text(u"%1 · 名额 %2，推荐 %3", u"%1 · quota %2, %3 recommended")
                           .arg(view.batch.body.name, QString::number(m_board.quota()), QString::number(view.ranking.line))));
    m_lock->setText(view.decision ? say(text(u"已由%1决定", u"decided by %1").arg(view.decision->meeting)) : QString());
    m_inOrder->setVisible(!m_table->isInOrder());
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

void RecommenderDesk::showEvent(QShowEvent* event)
{
    Desk::showEvent(event);
    // Wrapped texts take more room than a scrolled page asks them for.
    m_setupCard->ensurePolished();
    m_setupCard->setMinimumHeight(m_setupCard->layout()->totalHeightForWidth(m_setupCard->minimumWidth()));
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
    if (paths.isEmpty() || !m_board.canWrite() || isReceiving())
        return;
    guarded(this, [&] {
        if (!m_board.exists())
            throw Error(ErrorCode::Usage, text(u"请先写明本单位，再收取申报书。", u"Say who we are first, then receive dossiers."));
        const BatchOrder order = receivingOrder(m_board.workspace(), m_board.key());
        ObjectStore* const objects = &m_board.workspace().objects();
        m_receiving->start([this, paths, order, objects](const WorkControl& control) -> BackgroundWork::Then {
            const BatchReport report = examineForReceiving(paths, order, *objects, PaperExaminer(), control);
            return [this, report] {
                const QList<ReceivedPaper> papers = takeIn(m_board.workspace(), m_board.key(), report, m_board.person());
                m_board.reload();
                Q_EMIT received(papers);
                showReceipt(papers, report);
            };
        });
    });
}

void RecommenderDesk::showReceipt(const QList<ReceivedPaper>& papers, const BatchReport& report)
{
    Findings bundles;
    for (const OpenBundle& bundle : report.bundles)
        bundles += bundle.findings;
    ReceiptDialog dialog(papers, bundles, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::rank(const Ranking& ranking)
{
    const Ranking before = m_board.view().ranking;
    if (ranking.order == before.order && ranking.line == before.line)
        return;
    const Findings over = rankingFindings(ranking, m_board.view().batch.body, m_board.pack());
    if (!over.isEmpty())
        throw Error(ErrorCode::Usage, over.first().message);
    QString reason;
    if (m_board.isLocked()) {
        WhyDialog dialog(say(u"改动已决定的顺序", u"Change what was decided"),
                         say(text(u"推荐顺序已由%1决定。请写明改动的理由，它与原来的顺序一起留存。", u"%1 decided on this order. Say why it changes; that is kept with the order of before.")
                                 .arg(m_board.view().decision->meeting)),
                         say(u"改动", u"Change it"), this);
        if (!m_dialogs.run(dialog))
            return;
        reason = dialog.reason();
    }
    m_board.rank(ranking, reason);
}

void RecommenderDesk::lineHere()
{
    const int place = m_board.view().ranking.place(chosen());
    if (place > 0)
        rank(withLine(m_board.view().ranking, place));
}

void RecommenderDesk::decide()
{
    DecisionDialog dialog(m_board.view().ranking.line, m_board.view().decision, this);
    if (!m_dialogs.run(dialog))
        return;
    BatchStore& store = m_board.workspace().batches();
    store.together([&] {
        if (m_board.view().ranking.key == 0) {
            Ranking first = m_board.view().ranking;
            first.person = m_board.person();
            store.rank(m_board.key(), first);
        }
        store.decide(m_board.key(), {0, 0, dialog.meeting(), dialog.day(), dialog.number(), m_board.person(), {}});
    });
    m_board.reload();
}

void RecommenderDesk::changeBody()
{
    BodyDialog dialog(m_board, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::withdrawChosen()
{
    const Candidate candidate = chosenCandidate();
    if (candidate.isWithdrawn()) {
        if (m_dialogs.ask(this, {say(u"取消撤回", u"Take the withdrawal back"),
                                 say(u"这份申报书将恢复，排在最后。", u"The dossier comes back and is ranked last."), {say(u"恢复", u"Bring it back")}}) == 0) {
            takeWithdrawalBack(m_board.workspace(), m_board.key(), candidate.dossier, m_board.person());
            m_board.reload();
        }
        return;
    }
    WhyDialog dialog(say(u"撤回、改渠道", u"Withdrawal"),
                     say(u"同意申报单位撤回后，这份申报书不再占名额，该单位可以由其他渠道申报；收到过的文件都留存。请写明理由。",
                         u"Once you agree, the dossier no longer counts and its unit may apply through another channel; all that came stays. Say why."),
                     say(u"同意撤回", u"Agree"), this);
    if (!m_dialogs.run(dialog))
        return;
    withdraw(m_board.workspace(), m_board.key(), candidate.dossier, {dialog.reason(), QDate::currentDate(), QDate::currentDate()}, m_board.person());
    m_board.reload();
    const Candidate now = *m_board.view().candidate(candidate.dossier);
    const QString words = say(withdrawalText(now, m_board.view().batch));
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Good, say(u"已登记撤回。可以把同意撤回的文字发给申报单位。", u"The withdrawal is registered. A text that says so can go to the unit."), {},
                   {{say(u"复制文字", u"Copy the text"), [words] { QGuiApplication::clipboard()->setText(words); }}}, u"withdrawn"_s});
}

void RecommenderDesk::choosePaperOf(const QByteArray& sha256)
{
    const Candidate candidate = chosenCandidate();
    if (m_dialogs.ask(this, {say(u"采用这一份", u"Use this one"),
                             say(u"两份的稿次相同、内容不同。采用这一份后，另一份留存。请先与申报单位核对。",
                                 u"Both are the same revision with other content. The other stays on record. Ask the unit first which is right."),
                             {say(u"采用这一份", u"Use this one")}}) != 0)
        return;
    choosePaper(m_board.workspace(), m_board.key(), candidate.dossier, sha256, m_board.person());
    m_board.reload();
}

} // namespace jz::ui
