// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/issue_supplement_dialog.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_file.h"
#include "model/recommendation/supplement_words.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/copy_button.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/recommender/supplement_form.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfterMs = 1000;
constexpr qint64 largestPaper = 50'000'000;

Entry entryOf(const Finding& finding, qsizetype index)
{
    Entry entry;
    entry.key = QString::number(index);
    entry.icon = finding.severity == Severity::Error ? u"error"_s : finding.severity == Severity::Warning ? u"warning"_s : u"hint"_s;
    entry.tone = finding.severity == Severity::Error ? Entry::Tone::Error : finding.severity == Severity::Warning ? Entry::Tone::Warning : Entry::Tone::Hint;
    entry.text = say(finding.message);
    entry.note = finding.clause;
    return entry;
}

} // namespace

IssueSupplementDialog::IssueSupplementDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_tabs(new QTabWidget(this))
{
    setObjectName(u"issueSupplementDialog"_s);
    setWindowTitle(say(u"补充通知", u"Supplementary notice"));
    m_tabs->setObjectName(u"supplementTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildForm(), say(u"内容", u"Content"));
    m_tabs->addTab(buildPreview(), say(u"预览", u"Preview"));
    m_tabs->addTab(buildText(), say(u"消息文字", u"Text to send"));
    m_tabs->addTab(buildIssued(), say(u"已出的", u"Given out"));
    auto* const buttons = new QDialogButtonBox(this);
    m_write = new QPushButton(say(u"写成补充通知…", u"Write the notice…"), buttons);
    m_write->setObjectName(u"writeSupplement"_s);
    m_write->setProperty("primary", true);
    m_repeal = new QPushButton(say(u"废止以前各号…", u"Repeal those before…"), buttons);
    m_repeal->setObjectName(u"repealSupplement"_s);
    buttons->addButton(m_write, QDialogButtonBox::ActionRole);
    buttons->addButton(m_repeal, QDialogButtonBox::ActionRole);
    buttons->addButton(say(u"关闭", u"Close"), QDialogButtonBox::RejectRole)->setObjectName(u"close"_s);
    m_write->setAutoDefault(false);
    m_repeal->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(200), Theme::space(160)).boundedTo(screen()->availableSize() * 0.95));
    m_keep.setSingleShot(true);
    connect(&m_keep, &QTimer::timeout, this, [this] { guarded(this, [this] { keepDraft(); }); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, [this] { guarded(this, [this] { write(m_form->supplement()); }); });
    connect(m_repeal, &QPushButton::clicked, this, [this] { guarded(this, [this] { repeal(); }); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (m_tabs->widget(index) == m_previewPage)
            guarded(this, [this] { showPreview(); });
    });
    begin();
    listIssued();
}

QWidget* IssueSupplementDialog::buildForm()
{
    auto* const page = new QWidget(this);
    m_form = new SupplementForm(m_board.pack(), page);
    auto* const scroll = new QScrollArea(page);
    scroll->setObjectName(u"supplementScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    m_findings = new EntryList(page);
    m_findings->setObjectName(u"supplementFindings"_s);
    m_findings->setAccessibleName(say(u"检查结果", u"Findings"));
    m_findings->setEmptyWords(say(u"符合申报通知，可以写成补充通知。", u"Nothing stands against it."));
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->setSpacing(Theme::space(2));
    layout->addWidget(scroll, 4);
    layout->addWidget(m_findings, 1);
    connect(m_form, &SupplementForm::edited, this, [this] {
        guarded(this, [this] { check(); });
        m_keep.start(keepAfterMs);
    });
    return page;
}

QWidget* IssueSupplementDialog::buildPreview()
{
    m_previewPage = new QWidget(this);
    m_preview = new QVBoxLayout(m_previewPage);
    m_preview->setContentsMargins(0, Theme::space(3), 0, 0);
    return m_previewPage;
}

QWidget* IssueSupplementDialog::buildText()
{
    auto* const page = new QWidget(this);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"supplementText"_s);
    m_text->setAccessibleName(say(u"消息文字", u"Text to send"));
    m_text->setAccessibleDescription(say(u"可贴到邮件或即时消息里", u"To be pasted into mail or messenger"));
    m_text->setReadOnly(true);
    auto* const copy = new CopyButton(*m_text, say(u"复制文字", u"Copy the text"), page);
    copy->setObjectName(u"copySupplement"_s);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    return page;
}

QWidget* IssueSupplementDialog::buildIssued()
{
    auto* const page = new QWidget(this);
    m_issued = new EntryList(page);
    m_issued->setObjectName(u"issuedSupplements"_s);
    m_issued->setAccessibleName(say(u"出过的补充通知", u"Notices that were given out"));
    m_issued->setEmptyWords(say(u"还没有出过补充通知。", u"No notice was given out yet."));
    m_save = new QPushButton(say(u"PDF 存为…", u"Save the PDF as…"), page);
    m_save->setObjectName(u"saveSupplement"_s);
    m_save->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->addWidget(m_issued, 1);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_issued, &EntryList::chosen, this, [this](const QString& number) { guarded(this, [&] { showIssued(number); }); });
    connect(m_save, &QPushButton::clicked, this, [this] { guarded(this, [this] { saveAgain(); }); });
    return page;
}

void IssueSupplementDialog::begin()
{
    const std::optional<Supplement> draft = supplementDraft(m_board.workspace(), m_board.key());
    Supplement next = nextSupplement(m_board.workspace(), m_board.view().batch, m_board.pack());
    if (draft) {
        Supplement typed = *draft;
        typed.issued = next.issued;
        typed.from = next.from;
        typed.bodyKind = next.bodyKind;
        typed.formHash = next.formHash;
        next = typed;
    }
    m_form->setSupplement(next);
    check();
}

void IssueSupplementDialog::check()
{
    const Supplement supplement = m_form->supplement();
    const Findings findings = supplementFindings(supplement, m_board.pack());
    QList<Entry> entries;
    for (const Finding& each : findings)
        entries << entryOf(each, entries.size());
    m_findings->setEntries(entries);
    m_write->setEnabled(m_board.canWrite() && !hasError(findings));
    m_repeal->setEnabled(m_board.canWrite() && supplement.number > 1);
    m_text->setPlainText(supplementText(supplement, m_board.pack()));
}

void IssueSupplementDialog::keepDraft()
{
    m_keep.stop();
    if (m_board.canWrite())
        keepSupplementDraft(m_board.workspace(), m_board.key(), m_form->supplement());
}

void IssueSupplementDialog::done(int result)
{
    if (m_keep.isActive())
        guarded(this, [this] { keepDraft(); });
    QDialog::done(result);
}

void IssueSupplementDialog::showPreview()
{
    const QString path = m_scratch.filePath(u"preview.pdf"_s);
    delete m_paper;
    m_paper = nullptr;
    printSupplement(m_form->supplement(), m_board.pack(), path);
    auto* const paper = new PaperView(path, m_previewPage);
    paper->hideTools();
    m_paper = paper;
    m_preview->addWidget(m_paper, 1);
}

void IssueSupplementDialog::listIssued()
{
    const QList<IssuedSupplement> issued = issuedSupplements(m_board.workspace(), m_board.key());
    QList<Entry> entries;
    for (auto each = issued.rbegin(); each != issued.rend(); ++each) {
        Entry entry;
        const bool isInForce = each == issued.rbegin() && !each->supplement.repeals;
        entry.key = QString::number(each->supplement.number);
        entry.icon = isInForce ? u"good"_s : u"history"_s;
        entry.tone = isInForce ? Entry::Tone::Good : Entry::Tone::Quiet;
        entry.title = say(text(u"第 %1 号　%2", u"No. %1  %2").arg(entry.key, each->supplement.issued.toString(Qt::ISODate)));
        entry.text = supplementTitle(each->supplement, m_board.pack());
        entry.note = isInForce ? say(u"现行", u"in force") : say(u"已被代替或废止", u"replaced or repealed");
        entries << entry;
    }
    m_issued->setEntries(entries);
    m_save->setEnabled(!entries.isEmpty());
    if (!entries.isEmpty())
        m_issued->setCurrentKey(entries.first().key);
}

void IssueSupplementDialog::showIssued(const QString& number)
{
    const QList<IssuedSupplement> issued = issuedSupplements(m_board.workspace(), m_board.key());
    for (const IssuedSupplement& each : issued)
        if (QString::number(each.supplement.number) == number)
            m_text->setPlainText(supplementText(each.supplement, m_board.pack()));
}

void IssueSupplementDialog::write(const Supplement& supplement)
{
    const QString name = say(text(u"%1-补充通知第%2号.pdf", u"%1-notice %2.pdf").arg(shortBodyName(supplement.from), QString::number(supplement.number)));
    const QString out = m_dialogs.saveFile(this, {say(u"补充通知存到哪里", u"Where to write the notice"), u"PDF (*.pdf)"_s, name});
    if (out.isEmpty())
        return;
    issueSupplement(m_board.workspace(), m_board.key(), supplement, m_board.deliveryKey(), out, m_board.person());
    m_keep.stop();
    begin();
    listIssued();
    m_text->setPlainText(supplementText(supplement, m_board.pack()));
    m_tabs->setCurrentIndex(2);
}

void IssueSupplementDialog::repeal()
{
    const Question question{say(u"废止以前各号", u"Repeal those before"),
                            say(u"写一份废止通知：申报单位打开它以后，恢复按申报通知执行。以前各号都留存。", u"Writes a notice that repeals: whoever opens it goes by the call again. Those before stay on record."),
                            {say(u"写废止通知…", u"Write it…")}};
    if (m_dialogs.ask(this, question) == 0)
        write(repealingSupplement(m_board.workspace(), m_board.view().batch, m_board.pack()));
}

void IssueSupplementDialog::saveAgain()
{
    const QList<IssuedSupplement> issued = issuedSupplements(m_board.workspace(), m_board.key());
    for (const IssuedSupplement& each : issued) {
        if (QString::number(each.supplement.number) != m_issued->currentKey())
            continue;
        const QString name = supplementTitle(each.supplement, m_board.pack()) + u".pdf"_s;
        const QString out = m_dialogs.saveFile(this, {say(u"存到哪里", u"Where to save it"), u"PDF (*.pdf)"_s, name});
        if (!out.isEmpty())
            writeWholeFile(out, readWholeFile(m_board.workspace().objects().path(each.paper), largestPaper));
    }
}

} // namespace jz::ui
