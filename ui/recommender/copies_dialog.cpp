// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/copies_dialog.h"

#include "model/base/cancelled.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QUrl>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString worded(const InkProblems& problems)
{
    QStringList lines;
    for (const InkProblem& each : problems)
        lines << say(jz::worded(each).message);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

Entry entryFor(const ScannedCopy& copy)
{
    Entry entry;
    entry.key = copy.dossier.toString();
    entry.title = copy.title;
    const bool isGood = copy.matches() && copy.recommended;
    entry.icon = isGood ? u"good"_s : u"error"_s;
    entry.tone = isGood ? Entry::Tone::Good : Entry::Tone::Error;
    entry.spoken = copy.matches() ? say(u"相符", u"the same") : say(u"不符", u"not the same");
    QStringList pages;
    for (const int page : copy.pages)
        pages << QString::number(page);
    QStringList lines;
    if (copy.matches())
        lines << say(text(u"与批次里的一致（扫到第 %1 页）。", u"The one in the batch (page %1).").arg(pages.join(say(u"、", u", "))));
    else
        lines << say(u"不能说明是批次里的那一稿。", u"Not shown to be the one in the batch.");
    if (!copy.recommended)
        lines << say(u"不在推荐之列，不随本批寄送。", u"Not recommended: it does not go with the batch.");
    if (!copy.problems.isEmpty())
        lines << worded(copy.problems);
    entry.text = lines.join(u'\n');
    return entry;
}

QStringList filesOf(const QMimeData& data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

CopiesDialog::CopiesDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_work(new BackgroundWork(this)), m_list(new EntryList(this)),
      m_everyPage(new QCheckBox(say(u"表格的每一页都要扫到", u"Every page of the form has to be there"), this)), m_said(new WrappedLabel(this)),
      m_bar(new QProgressBar(this)), m_choose(new QPushButton(icon(u"import", &Colours::onAccent), say(u"放入扫描件…", u"Take scans in…"), this)),
      m_again(new QPushButton(say(u"清空重来", u"Begin anew"), this)), m_stop(new QPushButton(say(u"停止", u"Stop"), this))
{
    setObjectName(u"copiesDialog"_s);
    setWindowTitle(say(u"核对纸质申报书", u"Check printed dossiers"));
    setAcceptDrops(true);
    build();
    connect(m_work, &BackgroundWork::began, this, &CopiesDialog::showBusy);
    connect(m_work, &BackgroundWork::ended, this, &CopiesDialog::showBusy);
    connect(m_work, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    showBusy();
}

void CopiesDialog::build()
{
    auto* const about = new WrappedLabel(
        say(u"装件寄出之前，扫描或拍下每份纸质申报书的一页（任何一页，带页脚二维码），拖到这里：按二维码核对是不是批次里的那一稿。顺序不限，可以分几次放入。",
            u"Before you post them, scan or photograph a page of each printed dossier, any page with its code, and drop them here: the codes say whether it is the one in the batch. In "
            u"any order, in several goes if you like."),
        this);
    m_list->setObjectName(u"copies"_s);
    m_list->setAccessibleName(say(u"核对结果", u"Result for each dossier"));
    m_list->setEmptyWords(say(u"把扫描件拖到这里，或点“放入扫描件”。", u"Drop scans here, or click “Take scans in”."));
    m_everyPage->setObjectName(u"everyPage"_s);
    m_everyPage->setAccessibleDescription(say(u"不选时，每份扫到一页即可", u"Else one page of each will do"));
    m_said->setObjectName(u"copiesSaid"_s);
    m_choose->setObjectName(u"chooseScans"_s);
    m_choose->setProperty("primary", true);
    m_again->setObjectName(u"beginAnew"_s);
    m_stop->setObjectName(u"stopScans"_s);
    for (QPushButton* const each : {m_choose, m_again, m_stop})
        each->setAutoDefault(false);
    m_bar->setAccessibleName(say(u"正在辨认扫描件", u"Reading the scans"));
    m_bar->setTextVisible(false);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addWidget(m_again);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    row->addStretch(0);
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(say(u"关闭", u"Close"), QDialogButtonBox::RejectRole)->setObjectName(u"close"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_said);
    layout->addWidget(m_everyPage);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(170), Theme::space(140)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, [this] { guarded(this, [this] { chooseScans(); }); });
    connect(m_stop, &QPushButton::clicked, m_work, &BackgroundWork::cancel);
    connect(m_everyPage, &QCheckBox::toggled, this, [this] { guarded(this, [this] { compare(); }); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_sheets.clear();
        m_list->setEntries({});
        m_said->clear();
        showBusy();
    });
}

void CopiesDialog::showBusy()
{
    m_bar->setRange(0, 0);
    m_bar->setVisible(isBusy());
    m_stop->setVisible(isBusy());
    m_choose->setEnabled(!isBusy());
    m_again->setEnabled(!isBusy() && !m_sheets.isEmpty());
    m_said->setVisible(!m_said->text().isEmpty());
}

void CopiesDialog::chooseScans()
{
    check(m_dialogs.openFiles(this, {say(u"放入扫描件", u"Take scans in"),
                                     say(u"扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;所有文件 (*)", u"Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"), {}}));
}

void CopiesDialog::check(const QStringList& files)
{
    if (files.isEmpty() || isBusy())
        return;
    m_work->start([this, files](const WorkControl& control) -> BackgroundWork::Then {
        const QList<ScannedSheet> sheets = readSheets(files, ScanReader(), control);
        if (control.isCancelled())
            throw Cancelled();
        return [this, sheets] {
            m_sheets += sheets;
            compare();
        };
    });
}

void CopiesDialog::compare()
{
    if (!m_sheets.isEmpty())
        showCheck(checkCopies(m_board.workspace(), m_board.key(), m_sheets, m_everyPage->isChecked()));
    showBusy();
}

void CopiesDialog::showCheck(const CopiesCheck& check)
{
    QList<Entry> entries;
    int good = 0;
    int wanted = 0;
    for (const ScannedCopy& each : check.dossiers) {
        entries << entryFor(each);
        wanted += each.recommended ? 1 : 0;
        good += each.recommended && each.matches() ? 1 : 0;
    }
    for (const InkProblem& problem : check.problems) {
        Entry entry;
        entry.key = u"stray%1"_s.arg(entries.size());
        entry.icon = u"warning"_s;
        entry.tone = Entry::Tone::Warning;
        entry.text = say(jz::worded(problem).message);
        entries << entry;
    }
    m_list->setEntries(entries);
    m_said->setText(say(text(u"推荐的 %1 份中，%2 份核对相符。", u"%2 of the %1 recommended are the ones in the batch.").arg(QString::number(wanted), QString::number(good))));
}

void CopiesDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CopiesDialog::dropEvent(QDropEvent* event)
{
    const QStringList files = filesOf(*event->mimeData());
    event->acceptProposedAction();
    // The other program waits until this returns.
    QMetaObject::invokeMethod(this, [this, files] { check(files); }, Qt::QueuedConnection);
}

} // namespace jz::ui
