// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/scan_tray.h"

#include "model/signature/delivery_key.h"
#include "ui/desk/guarded.h"
#include "ui/finalise/scan_thumbnail.h"
#include "ui/form/quiet_combo.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetRole = Qt::UserRole;

QStringList filesOf(const QMimeData& mime)
{
    QStringList files;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

QString pagesText(const QList<int>& pages)
{
    QStringList numbers;
    for (const int page : pages)
        numbers << QString::number(page);
    return numbers.join(u'、');
}

} // namespace

ScanTray::ScanTray(DossierSession& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_work(new BackgroundWork(this)), m_busy(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_list(new QListWidget(this)), m_current(new QLabel(this)), m_page(new QuietCombo(this)),
      m_putIn(new QPushButton(say(u"放入扫描件", u"Take the scan in"), this))
{
    setObjectName(u"scanTray"_s);
    setAcceptDrops(true);
    build();
    connect(m_work, &BackgroundWork::began, this, [this] { showBusy(true); });
    connect(m_work, &BackgroundWork::ended, this, [this] { showBusy(false); });
    connect(m_work, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ScanTray::followCurrent);
    connect(m_page, &QComboBox::activated, this, [this](int page) {
        if (const qsizetype sheet = currentSheet(); sheet >= 0) {
            m_sheets->assign(sheet, page);
            showSheets();
        }
    });
    connect(m_putIn, &QPushButton::clicked, this, [this] { guarded(this, [this] { putIn(); }); });
    showSheets();
}

void ScanTray::build()
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(2));
    m_invitation = buildInvitation();
    m_progress = buildProgress();
    m_list->setObjectName(u"scanList"_s);
    m_list->setAccessibleName(say(u"扫描的页", u"Scanned pages"));
    m_list->setAccessibleDescription(say(u"方向键选择页面", u"The arrows choose a page"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setWordWrap(true);
    const int side = Theme::space(scanThumbnailSteps);
    m_list->setIconSize({side, side});
    m_list->setGridSize({side + Theme::space(6), side + Theme::space(13)});
    m_list->setFixedHeight(side + Theme::space(18));
    m_assignment = buildAssignment();
    m_problems = new QVBoxLayout;
    m_problems->setSpacing(Theme::space(1.5));
    m_putIn->setObjectName(u"putScansIn"_s);
    m_putIn->setAccessibleName(m_putIn->text());
    m_putIn->setProperty("primary", true);
    auto* const last = new QHBoxLayout;
    last->addWidget(m_putIn);
    last->addStretch(1);
    layout->addWidget(m_invitation);
    layout->addWidget(m_progress);
    layout->addWidget(m_list);
    layout->addWidget(m_assignment);
    layout->addLayout(m_problems);
    layout->addLayout(last);
}

QFrame* ScanTray::buildInvitation()
{
    auto* const place = new QFrame(this);
    place->setProperty("dropPlace", true);
    auto* const words = new WrappedLabel(say(u"把扫描件或照片（PDF、图片，可多个）拖到这里，顺序、方向不限；或", u"Drop scans or photos (PDF, pictures, several) here in any order and direction, or"), place);
    words->setWordWrap(true);
    words->setProperty("quiet", true);
    auto* const choose = new QPushButton(icon(u"attach"), say(u"选择扫描件…", u"Choose scans…"), place);
    choose->setObjectName(u"chooseScans"_s);
    choose->setAccessibleName(choose->text());
    connect(choose, &QPushButton::clicked, this, [this] { guarded(this, [this] { chooseFiles(); }); });
    auto* const line = new QHBoxLayout(place);
    line->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
    line->addWidget(words, 1);
    line->addWidget(choose);
    return place;
}

QWidget* ScanTray::buildProgress()
{
    auto* const line = new QWidget(this);
    m_bar->setObjectName(u"scanProgress"_s);
    m_bar->setAccessibleName(say(u"处理扫描件", u"Working on the scans"));
    m_bar->setTextVisible(false);
    auto* const stop = new QPushButton(say(u"停止", u"Stop"), line);
    stop->setObjectName(u"stopScans"_s);
    stop->setAccessibleName(stop->text());
    connect(stop, &QPushButton::clicked, m_work, &BackgroundWork::cancel);
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->addWidget(m_busy);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    line->hide();
    return line;
}

QWidget* ScanTray::buildAssignment()
{
    auto* const line = new QWidget(this);
    m_page->setObjectName(u"assignPage"_s);
    m_page->setAccessibleName(say(u"这是第几页", u"Which page this is"));
    m_page->setAccessibleDescription(say(u"选中的扫描页是打印稿的哪一页", u"Which page of the print the chosen scan shows"));
    auto* const remove = new QPushButton(say(u"移出", u"Leave it out"), line);
    remove->setObjectName(u"removeScan"_s);
    remove->setAccessibleName(remove->text());
    remove->setProperty("flat", true);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (const qsizetype sheet = currentSheet(); sheet >= 0) {
            m_sheets->remove(sheet);
            showSheets();
        }
    });
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(m_current);
    row->addWidget(m_page);
    row->addWidget(remove);
    row->addStretch(1);
    return line;
}

void ScanTray::chooseFiles()
{
    take(m_session.dialogs().openFiles(this, {say(u"签字盖章后的扫描件", u"Scans of the signed pages"),
                                              say(u"扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.heic)",
                                                  u"Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.heic)"),
                                              {}}));
}

void ScanTray::take(const QStringList& files)
{
    QStringList wanted;
    for (const QString& file : files)
        if (!wanted.contains(file) && !(m_sheets && m_sheets->has(file)))
            wanted << file;
    if (wanted.isEmpty() || m_work->isBusy())
        return;
    const QString paper = m_sheets ? m_sheets->paper() : m_paper();
    m_busy->setText(say(u"正在识别扫描件…", u"Reading the scans…"));
    const int pixels = qRound(Theme::space(scanThumbnailSteps) * devicePixelRatioF());
    m_work->start([this, paper, wanted, pixels, isOpen = m_sheets.has_value()](const WorkControl& control) {
        const std::optional<ScanSheets> opened = isOpen ? std::nullopt : std::optional(ScanSheets::ofPaper(paper));
        const QList<ScanSheets::Sheet> read = ScanSheets::read(wanted, pixels, control);
        return [this, opened, read] {
            if (opened)
                m_sheets = opened;
            m_sheets->add(read);
            showSheets();
        };
    });
}

void ScanTray::clear()
{
    m_work->cancel();
    m_sheets.reset();
    showSheets();
}

void ScanTray::showBusy(bool busy)
{
    m_bar->setRange(0, 0);
    m_invitation->setVisible(!busy);
    m_progress->setVisible(busy);
    m_assignment->setEnabled(!busy);
    m_putIn->setEnabled(!busy && m_sheets && m_sheets->isComplete());
}

void ScanTray::showSheets()
{
    const qsizetype current = currentSheet();
    const bool any = m_sheets && !m_sheets->sheets().isEmpty();
    m_list->clear();
    for (const qsizetype sheet : any ? m_sheets->order() : QList<qsizetype>()) {
        const ScanSheets::Standing standing = m_sheets->standingOf(sheet);
        const QString page = standing.pages.isEmpty() ? say(u"未采用", u"left out")
                                                      : say(text(u"第 %1 页", u"page %1").arg(pagesText(standing.pages)));
        const ScanSheets::Sheet& shown = m_sheets->sheets().at(sheet);
        const QPixmap picture = scanThumbnail(shown, standing, devicePixelRatioF());
        QIcon both(picture);
        both.addPixmap(picture, QIcon::Selected); // not tinted
        auto* const item = new QListWidgetItem(both, page + u'\n' + shown.scan.where);
        item->setData(sheetRole, sheet);
        item->setToolTip(shown.scan.where);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        m_list->addItem(item);
        if (sheet == current)
            m_list->setCurrentItem(item);
    }
    if (any && m_list->currentRow() < 0)
        m_list->setCurrentRow(m_list->count() - 1); // those not recognised stand last
    m_list->setVisible(any);
    m_assignment->setVisible(any);
    m_putIn->setVisible(any);
    m_putIn->setEnabled(!m_work->isBusy() && any && m_sheets->isComplete());
    followCurrent();
    showProblems();
}

qsizetype ScanTray::currentSheet() const
{
    const QListWidgetItem* const item = m_list->currentItem();
    return item && m_sheets ? item->data(sheetRole).toLongLong() : -1;
}

void ScanTray::followCurrent()
{
    const qsizetype sheet = currentSheet();
    if (sheet < 0)
        return;
    const ScannedSheet& scan = m_sheets->sheets().at(sheet).scan;
    m_current->setText(say(text(u"选中的“%1”是", u"The chosen “%1” is").arg(fontMetrics().elidedText(scan.where, Qt::ElideMiddle, Theme::space(60)))));
    m_page->clear();
    m_page->addItem(say(u"由程序识别", u"as recognised"));
    for (int page = 1; page <= m_sheets->pageCount(); ++page)
        m_page->addItem(say(text(u"第 %1 页", u"page %1").arg(QString::number(page))));
    m_page->setCurrentIndex(scan.assigned);
}

void ScanTray::addProblem(Severity severity, const QString& words)
{
    auto* const line = new QWidget(this);
    line->setObjectName(u"scanProblem"_s);
    auto* const mark = new QLabel(line);
    mark->setPixmap(severityPixmap(severity, Theme::space(4.5), devicePixelRatioF()));
    auto* const label = new WrappedLabel(words, line);
    label->setWordWrap(true);
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_problems->addWidget(line);
}

void ScanTray::showProblems()
{
    while (QLayoutItem* const item = m_problems->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_sheets || m_sheets->sheets().isEmpty())
        return;
    for (const int page : m_sheets->missing())
        addProblem(Severity::Error, say(worded({QString(ink::pageMissing), page, {}, {}}).message));
    QStringList said;
    for (const qsizetype sheet : m_sheets->order()) {
        for (const InkProblem& problem : m_sheets->standingOf(sheet).problems) {
            const QString words = say(worded(problem).message);
            if (!said.contains(words))
                addProblem(severityOf(problem), words);
            said << words;
        }
    }
    if (said.isEmpty() && m_sheets->isComplete())
        addProblem(Severity::Hint, say(text(u"需要签章的页齐了（第 %1 页），各页与定稿一致。", u"All pages to be signed are here (%1), and belong to this paper.")
                                           .arg(pagesText(m_sheets->required()))));
}

void ScanTray::putIn()
{
    m_gate();
    const DeliveryKey key = openDeliveryKey(QDir(m_session.workspace().folder()).filePath(u"keys"_s), systemKeyring().get());
    if (m_work->isBusy())
        return; // the keyring may have asked for a while
    const QString out = m_scratch.filePath(u"signed.pdf"_s);
    QFile::remove(out);
    m_busy->setText(say(u"正在校正、放入各页…", u"Straightening the pages and putting them in…"));
    m_work->start([this, out, intake = ScanIntake{m_sheets->paper(), {}, {}, out, key.identity, m_sheets->scans()}](const WorkControl& control) {
        const TakenScans taken = takeScansIn(intake, ScanReader(), control);
        return [this, out, taken] { judge(out, taken); };
    });
}

void ScanTray::judge(const QString& out, const TakenScans& taken)
{
    if (!taken.written)
        return showProblems();
    QStringList doubts;
    for (const TakenPage& page : taken.pages)
        for (const InkProblem& problem : page.problems)
            if (severityOf(problem) != Severity::Hint)
                doubts << say(worded(problem).message);
    if (!doubts.isEmpty()) {
        const Question question{say(u"请核对扫描件", u"Look at the scans"), doubts.join(u'\n'),
                                {say(u"已核对，仍然采用", u"Checked: take them all the same")}};
        if (m_session.dialogs().ask(this, question) != 0)
            return;
    }
    Q_EMIT takenIn(out, taken);
}

void ScanTray::highlight(bool on)
{
    m_invitation->setProperty("dropping", on);
    style()->unpolish(m_invitation);
    style()->polish(m_invitation);
}

void ScanTray::dragEnterEvent(QDragEnterEvent* event)
{
    if (filesOf(*event->mimeData()).isEmpty() || m_work->isBusy())
        return event->ignore();
    highlight(true);
    event->acceptProposedAction();
}

void ScanTray::dragLeaveEvent(QDragLeaveEvent*)
{
    highlight(false);
}

void ScanTray::dropEvent(QDropEvent* event)
{
    highlight(false);
    event->acceptProposedAction();
    guarded(this, [&] { take(filesOf(*event->mimeData())); });
}

} // namespace jz::ui
