// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/receipt_dialog.h"

#include "ui/applicant/entry_list.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

using Outcome = ReceivedPaper::Outcome;

int countOf(const Findings& findings, Severity severity)
{
    return int(std::count_if(findings.begin(), findings.end(), [&](const Finding& each) { return each.severity == severity; }));
}

QString wordsOf(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        if (finding.severity != Severity::Hint)
            lines << say(finding.message);
    return lines.join(u'\n');
}

Entry entryFor(const ReceivedPaper& received, qsizetype index)
{
    const BatchPaper& paper = received.paper;
    Entry entry;
    entry.key = QString::number(index);
    const bool isTaken = received.outcome == Outcome::Added || received.outcome == Outcome::Replaced;
    entry.icon = isTaken ? u"good"_s : received.outcome == Outcome::Older || received.outcome == Outcome::SameFile ? u"hint"_s : u"warning"_s;
    entry.tone = isTaken ? Entry::Tone::Good : entry.icon == u"hint" ? Entry::Tone::Hint : Entry::Tone::Warning;
    entry.title = say(outcomeWord(received.outcome)) + u" · "_s + say(batchKindWord(paper.kind)) + u"　"_s + (paper.title.isEmpty() ? paper.name.section(u'/', -1) : paper.title);
    entry.text = wordsOf(received.findings);
    entry.note = paper.applicant.isEmpty() ? paper.name.section(u'/', -1) : QString(paper.applicant + u"　"_s + paper.name.section(u'/', -1));
    for (const Severity severity : {Severity::Error, Severity::Warning})
        if (const int count = countOf(received.findings, severity))
            entry.counts.append({severity, count});
    entry.spoken = say(outcomeWord(received.outcome));
    return entry;
}

} // namespace

QString receiptSummary(const QList<ReceivedPaper>& papers)
{
    QMap<Outcome, int> counts;
    for (const ReceivedPaper& each : papers)
        ++counts[each.outcome];
    QStringList parts;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        parts << say(outcomeWord(each.key())) + u' ' + QString::number(each.value());
    return say(text(u"收到 %1 个文件：%2。", u"%1 files came: %2.").arg(QString::number(papers.size()), parts.join(say(u"，", u", "))));
}

ReceiptDialog::ReceiptDialog(const QList<ReceivedPaper>& papers, QWidget* parent) : QDialog(parent), m_list(new EntryList(this))
{
    setObjectName(u"receiptDialog"_s);
    setWindowTitle(say(u"收取结果", u"What came"));
    m_list->setObjectName(u"receipt"_s);
    m_list->setAccessibleName(say(u"收到的文件", u"Files that came"));
    QList<Entry> entries;
    for (qsizetype i = 0; i < papers.size(); ++i)
        entries << entryFor(papers.at(i), i);
    m_list->setEntries(entries);
    m_list->setEmptyWords(say(u"没有可收取的文件。", u"There was nothing to take in."));
    auto* const buttons = new QDialogButtonBox(this);
    auto* const close = new QPushButton(say(u"知道了", u"Close"), buttons);
    close->setObjectName(u"close"_s);
    close->setProperty("primary", true);
    buttons->addButton(close, QDialogButtonBox::AcceptRole);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(new WrappedLabel(receiptSummary(papers), this));
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(180), Theme::space(130)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
}

} // namespace jz::ui
