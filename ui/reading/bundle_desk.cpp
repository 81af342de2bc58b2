// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/bundle_desk.h"

#include "model/base/sha256.h"
#include "model/procedure/trust_desk.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/paper_row.h"
#include "ui/reading/reading_desk.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedLayout>
#include <QThreadPool>
#include <QToolBar>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Runs `work` in another thread and `then` with what it gave back here, if `desk` is still there. What it throws is said in the window,
/// after `failed`.
template<typename Result>
void inBackground(BundleDesk* desk, std::function<Result()> work, std::function<void(Result)> then, std::function<void()> failed)
{
    QThreadPool::globalInstance()->start([desk = QPointer(desk), work = std::move(work), then = std::move(then), failed = std::move(failed)] {
        std::optional<Result> result;
        std::optional<Error> failure;
        try {
            result = work();
        } catch (const Error& error) {
            failure = error;
        }
        QMetaObject::invokeMethod(
            qApp,
            [desk, result, failure, then, failed] {
                if (desk)
                    guarded(desk, [&] {
                        if (result)
                            return then(*result);
                        failed();
                        throw *failure;
                    });
            },
            Qt::QueuedConnection);
    });
}

/// The worse of both lines decides the mark.
BarMessage::Kind weightOf(const VerdictWords& words)
{
    for (const BarMessage::Kind kind : {BarMessage::Kind::Error, BarMessage::Kind::Warning})
        if (words.file.kind == kind || words.seal.kind == kind)
            return kind;
    return words.file.kind;
}

struct Verified
{
    std::shared_ptr<PaperReport> report;
    QByteArray sha256;
};

} // namespace

BundleDesk::BundleDesk(Workspace& workspace, const QString& file, Dialogs& dialogs, QWidget* parent)
    : Desk(parent), m_workspace(workspace), m_file(file), m_dialogs(dialogs), m_gone(std::make_shared<std::atomic_bool>(false)),
      m_stack(new QStackedLayout(this))
{
    setObjectName(u"bundleDesk"_s);
    m_stack->addWidget(buildList());
    open();
}

BundleDesk::~BundleDesk()
{
    *m_gone = true;
}

QWidget* BundleDesk::buildList()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"page"_s);
    m_top = new QHBoxLayout;
    auto* const tools = new QToolBar(page);
    tools->setObjectName(u"tools"_s);
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->setIconSize({Theme::space(5), Theme::space(5)});
    tools->addAction(icon(u"home"), say(u"开始页", u"Start page"), this, &Desk::leave)->setObjectName(u"home"_s);
    m_top->addWidget(tools, 1);
    m_said = new QLabel(say(u"正在打开报送包…", u"Opening the bundle…"), page);
    m_said->setObjectName(u"bundleSaid"_s);
    m_said->setWordWrap(true);
    m_findings = new QLabel(page);
    m_findings->setObjectName(u"bundleFindings"_s);
    m_findings->setProperty("severity", u"error"_s);
    m_findings->setWordWrap(true);
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_findings->hide();
    m_list = new QListWidget(page);
    m_list->setObjectName(u"bundlePapers"_s);
    m_list->setAccessibleName(say(u"包内文件", u"Files in the bundle"));
    m_list->setAccessibleDescription(say(u"方向键选择，回车查看", u"The arrows choose, Enter opens it"));
    m_list->setItemDelegate(new PaperRow(m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { showPaper(m_list->row(item)); });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { showPaper(m_list->row(item)); });
    auto* const column = new QVBoxLayout;
    column->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    column->setSpacing(Theme::space(2));
    column->addWidget(m_said);
    column->addWidget(m_findings);
    column->addWidget(m_list, 1);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addLayout(column, 1);
    return page;
}

void BundleDesk::open()
{
    WorkControl control;
    control.isCancelled = [gone = m_gone] { return gone->load(); };
    inBackground<OpenBundle>(
        this, [file = m_file, control] { return openBundle(file, control); }, [this](const OpenBundle& bundle) { fill(bundle); },
        [this] { m_said->setText(say(u"报送包打不开。", u"The bundle cannot be opened.")); });
}

void BundleDesk::fill(const OpenBundle& bundle)
{
    m_bundle = bundle;
    m_isOpen = true;
    m_said->setText(say(text(u"%1 里有 %2 个 PDF。包本身不作依据，每个文件都单独核验；点一行打开来看。",
                             u"%2 PDF files in %1. The bundle itself proves nothing: each file is verified by itself. Click a line to read it.")
                            .arg(QFileInfo(m_file).fileName(), QString::number(bundle.papers.size()))));
    QStringList findings;
    for (const Finding& finding : bundle.findings)
        findings << say(finding.message);
    m_findings->setText(findings.join(u'\n'));
    m_findings->setVisible(!findings.isEmpty());
    const auto add = [this](const QString& name, const QString& sentence) {
        auto* const item = new QListWidgetItem(name, m_list);
        item->setData(PaperRow::kindRole, -1);
        item->setData(PaperRow::sentenceRole, sentence);
        item->setData(Qt::AccessibleTextRole, QString(name + u'\n' + sentence));
        return item;
    };
    for (const UnpackedFile& paper : bundle.papers)
        add(paper.name, say(u"等待核验…", u"Waiting to be verified…"));
    for (const UnpackedFile& file : bundle.others)
        add(file.name, say(u"不是 PDF，没有核验。", u"No PDF, not verified."))->setFlags(Qt::NoItemFlags);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    const QJsonObject wanted = std::exchange(m_wanted, {});
    verifyNext();
    if (!wanted.isEmpty())
        goTo(wanted);
}

void BundleDesk::verifyNext()
{
    if (isVerified()) {
        Q_EMIT verified();
        return;
    }
    m_list->item(int(m_done))->setData(PaperRow::sentenceRole, say(u"正在核验…", u"Verifying…"));
    const TrustList trust = trustListOf(m_workspace);
    inBackground<Verified>(
        this,
        [path = m_bundle.papers.at(m_done).path, folder = m_bundle.folder, trust] {
            return Verified{std::make_shared<PaperReport>(verifyPaper(path, trust)), sha256OfFile(path)};
        },
        [this](const Verified& result) { keep(result.report, result.sha256); },
        [this] { m_list->item(int(m_done))->setData(PaperRow::sentenceRole, say(u"没有核验成。", u"It could not be verified.")); });
}

void BundleDesk::keep(const std::shared_ptr<PaperReport>& report, const QByteArray& sha256)
{
    guarded(this, [&] { rememberVerdict(*report, sha256, m_workspace); });
    showReport(int(m_done), *report);
    ++m_done;
    verifyNext();
}

void BundleDesk::showReport(int row, const PaperReport& report)
{
    const VerdictWords words = wordsOf(report);
    const QString sentence = words.file.text + u'\n' + words.seal.text;
    QListWidgetItem* const item = m_list->item(row);
    item->setData(PaperRow::kindRole, int(weightOf(words)));
    item->setData(PaperRow::sentenceRole, sentence);
    item->setData(Qt::AccessibleTextRole, QString(item->text() + u'\n' + sentence));
}

void BundleDesk::showPaper(int row)
{
    if (row < 0 || row >= m_bundle.papers.size())
        return;
    delete m_reading;
    m_reading = new ReadingDesk(m_workspace, m_bundle.papers.at(row).path, m_dialogs, this);
    m_reading->setWayBack(say(u"返回报送包", u"Back to the bundle"));
    if (m_corner)
        m_reading->setCorner(m_corner);
    connect(m_reading, &Desk::leave, this, &BundleDesk::showList, Qt::QueuedConnection);
    connect(m_reading, &Desk::openDossier, this, &Desk::openDossier);
    m_list->setCurrentRow(row);
    m_stack->setCurrentIndex(m_stack->addWidget(m_reading));
    Q_EMIT titleChanged();
}

void BundleDesk::showList()
{
    if (m_corner)
        m_top->addWidget(m_corner);
    m_stack->setCurrentIndex(0);
    delete m_reading;
    m_list->setFocus();
    Q_EMIT titleChanged();
}

void BundleDesk::setCorner(QWidget* corner)
{
    m_corner = corner;
    m_top->addWidget(corner);
}

QString BundleDesk::title() const
{
    const QString name = QFileInfo(m_file).fileName();
    return m_reading ? QString(m_reading->title() + u" — "_s + name) : name;
}

QJsonObject BundleDesk::place() const
{
    QJsonObject place{{u"file"_s, m_file}};
    if (m_reading) {
        place.insert(u"paper"_s, m_bundle.papers.value(m_list->currentRow()).name);
        place.insert(u"page"_s, m_reading->place().value(u"page"_s));
    }
    return place;
}

void BundleDesk::goTo(const QJsonObject& place)
{
    const QString paper = place.value(u"paper"_s).toString();
    if (!m_isOpen) {
        m_wanted = place;
        return;
    }
    for (qsizetype i = 0; i < m_bundle.papers.size(); ++i) {
        if (paper.isEmpty() || m_bundle.papers.at(i).name != paper)
            continue;
        showPaper(int(i));
        connect(&m_reading->paper().pages(), &PaperPages::opened, m_reading, [reading = m_reading.data(), place] { reading->goTo(place); });
        return;
    }
}

} // namespace jz::ui
