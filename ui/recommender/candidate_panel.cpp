// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/candidate_panel.h"

#include "model/base/error.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_words.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/returning.h"
#include "model/recommendation/slip_words.h"
#include "model/reference/reference_data.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Severity severityOf(const QString& name)
{
    return name == u"error" ? Severity::Error : name == u"warning" ? Severity::Warning : Severity::Hint;
}

Entry findingEntry(Severity severity, const QString& words, const QString& clause, qsizetype index)
{
    Entry entry;
    entry.key = u"finding%1"_s.arg(index);
    entry.icon = severityProperty(severity);
    entry.tone = severity == Severity::Error ? Entry::Tone::Error : severity == Severity::Warning ? Entry::Tone::Warning : Entry::Tone::Hint;
    entry.text = words;
    entry.note = clause;
    entry.spoken = severityWord(severity);
    return entry;
}

LocalizedText occasionWord(const CandidatePaper& paper)
{
    if (paper.occasion == "receive"_L1)
        return paper.standing == "diverging"_L1 ? text(u"收到（与已有的一稿不一致）", u"received (differs from the one there)")
               : paper.standing == "replaced"_L1 ? text(u"收到（较旧，存档）", u"received (older, kept)") : text(u"收到", u"received");
    if (paper.occasion == "return"_L1)
        return text(u"退回修改", u"returned for revision");
    if (paper.occasion == "pass"_L1)
        return text(u"预审通过", u"passed");
    if (paper.occasion == "withdraw"_L1)
        return text(u"撤回", u"withdrawn");
    if (paper.occasion == "restore"_L1)
        return text(u"取消撤回", u"no longer withdrawn");
    return paper.occasion == "choose"_L1 ? text(u"采用这一份", u"this one was chosen") : text(u"签章", u"endorsed");
}

} // namespace

CandidatePanel::CandidatePanel(BatchBoard& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_title(new WrappedLabel(this)), m_facts(new WrappedLabel(this)), m_tabs(new QTabWidget(this)), m_paperPage(new QWidget(this)),
      m_paperLayout(new QVBoxLayout(m_paperPage))
{
    setObjectName(u"candidatePanel"_s);
    m_title->setFont(Theme::font(TextStyle::Heading));
    m_facts->setProperty("quiet", true);
    m_tabs->setObjectName(u"candidateTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_paperPage->setObjectName(u"paper"_s);
    m_paperLayout->setContentsMargins({});
    m_tabs->addTab(m_paperPage, say(u"原貌", u"Paper"));
    m_findings = addList("findings", say(u"问题", u"Findings"), say(u"没有发现问题。", u"Nothing was found."));
    m_changes = addList("changes", say(u"修改对比", u"Changes"), say(u"没有退回过，或退回后还没有收到新的一稿。", u"It was not returned, or nothing came since."));
    m_history = addList("history", say(u"经过", u"History"), {});
    m_files = addList("files", say(u"附件", u"Attachments"), say(u"没有附件。", u"There are no attachments."));
    m_tabs->addTab(buildRegister(), say(u"登记", u"Register"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), Theme::space(2), 0, 0);
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CandidatePanel::fillTab);
    connect(m_history, &EntryList::chosen, this, &CandidatePanel::chooseEntry);
    connect(&board, &BatchBoard::changed, this, &CandidatePanel::refresh);
    refresh();
}

EntryList* CandidatePanel::addList(const char* name, const QString& title, const QString& whenEmpty)
{
    auto* const list = new EntryList(this);
    list->setObjectName(QLatin1StringView(name));
    list->setAccessibleName(title);
    list->setProperty("flush", true);
    list->setEmptyWords(whenEmpty);
    m_tabs->addTab(list, title);
    return list;
}

QWidget* CandidatePanel::buildRegister()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"register"_s);
    m_online = new QLineEdit(page);
    m_onlineDay = new QDateEdit(page);
    m_copies = new QSpinBox(page);
    m_copiesDay = new QDateEdit(page);
    m_copies->setRange(0, 99);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(Theme::space(2));
    const auto add = [&](QWidget* field, const char* name, const QString& words, const QString& about) {
        field->setObjectName(QLatin1StringView(name));
        field->setAccessibleName(words);
        field->setAccessibleDescription(about);
        form->addRow(words, field);
    };
    add(m_online, "onlineNumber", say(u"网上申报", u"Online submission"), say(u"编号或情况；不知道就空着", u"Its number, or what is known of it"));
    add(m_onlineDay, "onlineDay", say(u"网上申报日期", u"Submitted on"), say(u"年-月-日", u"Year-month-day"));
    add(m_copies, "copies", say(u"纸质材料份数", u"Paper copies"), say(u"收到几份", u"How many came"));
    add(m_copiesDay, "copiesDay", say(u"纸质收到日期", u"Arrived on"), say(u"年-月-日", u"Year-month-day"));
    for (QDateEdit* const each : {m_onlineDay, m_copiesDay}) {
        each->setCalendarPopup(true);
        each->setDisplayFormat(u"yyyy-MM-dd"_s);
    }
    m_keep = new QPushButton(say(u"保存登记", u"Keep"), page);
    m_keep->setObjectName(u"keepRegister"_s);
    auto* const layout = new QVBoxLayout(page);
    layout->setSpacing(Theme::space(3));
    layout->addLayout(form);
    layout->addWidget(m_keep, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_keep, &QPushButton::clicked, this, [this] { guarded(this, [this] { keepRegister(); }); });
    return page;
}

QString CandidatePanel::tab() const
{
    return m_tabs->currentWidget()->objectName();
}

void CandidatePanel::goToTab(const QString& name)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->widget(i)->objectName() == name)
            m_tabs->setCurrentIndex(i);
}

void CandidatePanel::show(const QUuid& dossier)
{
    m_dossier = dossier;
    refresh();
}

void CandidatePanel::refresh()
{
    const Candidate* const candidate = m_board.view().candidate(m_dossier);
    setVisible(candidate != nullptr);
    if (!candidate)
        return;
    m_title->setText(candidate->title.isEmpty() ? candidate->applicant : candidate->title);
    QStringList facts{candidate->applicant, say(text(u"第 %1 稿", u"revision %1").arg(QString::number(candidate->revision))),
                      say(text(u"%1 收到", u"received %1").arg(candidate->received.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)))};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    fillTab();
}

void CandidatePanel::fillTab()
{
    const Candidate* const candidate = m_board.view().candidate(m_dossier);
    if (!candidate)
        return;
    guarded(this, [&] {
        const QString shown = tab();
        if (shown == u"paper")
            showPaper(*candidate);
        else if (shown == u"findings")
            showFindings(*candidate);
        else if (shown == u"changes")
            showChanges(*candidate);
        else if (shown == u"history")
            showHistory(*candidate);
        else if (shown == u"files")
            showFiles(*candidate);
        else
            showRegister(*candidate);
    });
}

void CandidatePanel::showPaper(const Candidate& candidate)
{
    if (m_paper && m_shown == candidate.paper)
        return;
    delete m_paper;
    m_shown = candidate.paper;
    m_paper = new PaperView(m_board.workspace().objects().path(candidate.paper), m_paperPage);
    m_paperLayout->addWidget(m_paper);
    fitTools();
    connect(m_paper, &PaperView::failed, this, [this](const Error& why) { guarded(this, [&] { throw why; }); });
}

/// In a narrow panel the pages are what is wanted; Ctrl and the wheel still zoom.
void CandidatePanel::fitTools()
{
    if (auto* const tools = m_paper ? m_paper->findChild<QToolBar*>(u"paperTools"_s) : nullptr)
        tools->setVisible(tools->sizeHint().width() <= m_paperPage->width());
}

void CandidatePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTools();
}

void CandidatePanel::showFindings(const Candidate& candidate)
{
    QList<Entry> entries;
    const Findings others = m_board.duplicatesOf(candidate.dossier);
    for (const Finding& each : others)
        entries << findingEntry(each.severity, say(each.message), each.clause, entries.size());
    for (const QJsonValue& each : candidate.findings)
        entries << findingEntry(severityOf(each["severity"_L1].toString()), each["message"_L1].toString(), each["clause"_L1].toString(), entries.size());
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) { return one.tone < other.tone; });
    m_findings->setEntries(entries);
}

void CandidatePanel::showChanges(const Candidate& candidate)
{
    QList<Entry> entries;
    if (const std::optional<Resubmission> came = resubmissionOf(m_board.workspace(), candidate)) {
        Entry heading;
        heading.key = u"notes"_s;
        heading.heading = true;
        heading.title = say(text(u"第 %1 稿退回时的意见", u"Notes on revision %1").arg(QString::number(came->slip.revision)));
        entries << heading;
        for (const NoteOutcome& each : came->notes) {
            Entry entry;
            entry.key = u"note%1"_s.arg(entries.size());
            entry.icon = each.met == NoteOutcome::Met::Unchanged ? u"warning"_s : each.met == NoteOutcome::Met::Unknown ? u"hint"_s : u"good"_s;
            entry.tone = each.met == NoteOutcome::Met::Unchanged ? Entry::Tone::Warning : each.met == NoteOutcome::Met::Unknown ? Entry::Tone::Hint : Entry::Tone::Good;
            entry.title = say(metWord(each.met)) + u"　"_s + slipPlace(each.note, came->returned, m_board.pack());
            entry.text = each.note.words;
            entries << entry;
        }
        heading.key = u"all"_s;
        heading.title = say(text(u"全部修改（%1 处）", u"All changes (%1)").arg(QString::number(came->changes.size())));
        entries << heading;
        const Divisions& divisions = builtInReferenceData().divisions;
        for (const Change& each : came->changes) {
            Entry entry;
            entry.key = u"change%1"_s.arg(entries.size());
            entry.title = say(placeLabel(each.address, came->now, m_board.pack()));
            entry.text = say(text(u"原：%1", u"Was: %1").arg(valueWords(each.was, each.address, m_board.pack(), divisions))) + u'\n'
                         + say(text(u"现：%1", u"Now: %1").arg(valueWords(each.now, each.address, m_board.pack(), divisions)));
            entries << entry;
        }
    }
    m_changes->setEntries(entries);
}

void CandidatePanel::showHistory(const Candidate& candidate)
{
    const QList<CandidatePaper> papers = m_board.workspace().batches().papers(candidate.key);
    QList<Entry> entries;
    for (auto each = papers.rbegin(); each != papers.rend(); ++each) {
        Entry entry;
        const bool canBeChosen = candidate.state == "diverging"_L1 && each->occasion == "receive"_L1 && each->paper != candidate.paper;
        entry.key = (canBeChosen ? u"choose "_s : u"paper "_s) + QString::fromLatin1(each->paper.toHex()) + u' ' + QString::number(each->key);
        entry.title = say(occasionWord(*each)) + u"　"_s + say(text(u"第 %1 稿", u"revision %1").arg(QString::number(each->revision)));
        entry.text = each->detail.value("reason"_L1).toString();
        entry.note = each->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) + u"　"_s + each->name;
        if (canBeChosen)
            entry.text += say(u"点此改用这一份", u"Click to use this one instead");
        entries << entry;
    }
    const QList<Endorsement> all = m_board.view().endorsements;
    for (const Endorsement& each : all) {
        if (each.candidate != candidate.key)
            continue;
        Entry entry;
        entry.key = u"endorsement%1"_s.arg(each.key);
        entry.icon = u"seal"_s;
        entry.title = (each.kind == "ink"_L1 ? say(u"签字盖章", u"endorsed in ink") : say(u"证书签章", u"endorsed with a certificate")) + u"　"_s + each.body;
        entry.note = each.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
        entries.prepend(entry);
    }
    m_history->setEntries(entries);
}

void CandidatePanel::chooseEntry(const QString& key)
{
    if (key.startsWith(u"choose "_s))
        Q_EMIT paperChosen(QByteArray::fromHex(key.section(u' ', 1, 1).toLatin1()));
}

void CandidatePanel::showFiles(const Candidate& candidate)
{
    const Dossier dossier = readDossierData(m_board.workspace().objects().path(candidate.paper));
    QList<Entry> entries;
    for (auto field = dossier.attachments.begin(); field != dossier.attachments.end(); ++field) {
        const Field* const known = m_board.pack().field(field.key());
        for (const Attachment& each : *field) {
            Entry entry;
            entry.key = u"file%1"_s.arg(entries.size());
            entry.icon = u"attach"_s;
            entry.title = each.caption.isEmpty() ? each.name : each.caption;
            entry.note = QStringList{known ? known->label : field.key(), each.name, sizeWords(each.size)}.join(u" · "_s);
            entries << entry;
        }
    }
    m_files->setEntries(entries);
}

void CandidatePanel::showRegister(const Candidate& candidate)
{
    m_online->setText(candidate.online);
    m_onlineDay->setDate(candidate.onlineDay.isValid() ? candidate.onlineDay : QDate::currentDate());
    m_copies->setValue(candidate.copies);
    m_copiesDay->setDate(candidate.copiesDay.isValid() ? candidate.copiesDay : QDate::currentDate());
    for (QWidget* const each : {static_cast<QWidget*>(m_online), static_cast<QWidget*>(m_onlineDay), static_cast<QWidget*>(m_copies), static_cast<QWidget*>(m_copiesDay),
                                static_cast<QWidget*>(m_keep)})
        each->setEnabled(m_board.canWrite());
}

void CandidatePanel::keepRegister()
{
    Candidate candidate = *m_board.view().candidate(m_dossier);
    candidate.online = m_online->text().trimmed();
    candidate.onlineDay = candidate.online.isEmpty() ? QDate() : m_onlineDay->date();
    candidate.copies = m_copies->value();
    candidate.copiesDay = candidate.copies > 0 ? m_copiesDay->date() : QDate();
    m_board.workspace().batches().keep(candidate);
    m_board.reload();
}

} // namespace jz::ui
