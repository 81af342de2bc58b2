// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/findings_panel.h"

#include "model/dossier/dossier_summary.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Entry::Tone toneOf(Severity severity)
{
    return severity == Severity::Error ? Entry::Tone::Error : severity == Severity::Warning ? Entry::Tone::Warning : Entry::Tone::Hint;
}

Entry headingOf(const QString& key, const QString& title)
{
    Entry heading;
    heading.key = key;
    heading.title = title;
    heading.heading = true;
    return heading;
}

} // namespace

FindingsPanel::FindingsPanel(DossierSession& session, QWidget* parent)
    : SidePanel(session, parent), m_grouping(new QComboBox(this)), m_filter(new QLineEdit(this)), m_list(new EntryList(this))
{
    setObjectName(u"findings"_s);
    for (const Section& section : session.pack().sections)
        for (const Field& field : section.fields)
            m_order.insert(field.id, int(m_order.size()));
    build();
    connect(m_list, &EntryList::chosen, this, &FindingsPanel::goTo);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingsPanel::refresh);
    connect(m_filter, &QLineEdit::textChanged, this, &FindingsPanel::refresh);
    connect(&session, &DossierSession::findingsChanged, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::build()
{
    m_grouping->setObjectName(u"findingsGrouping"_s);
    m_grouping->setAccessibleName(say(u"问题的排列", u"Order of the findings"));
    m_grouping->setAccessibleDescription(say(u"按严重程度，或按申报书的各部分", u"By severity, or by section"));
    m_grouping->addItems({say(u"按严重程度", u"By severity"), say(u"按栏目", u"By section")});
    m_filter->setObjectName(u"findingsFilter"_s);
    m_filter->setAccessibleName(say(u"筛选问题", u"Filter the findings"));
    m_filter->setPlaceholderText(say(u"筛选…", u"Filter…"));
    m_filter->setClearButtonEnabled(true);
    setFocusProxy(m_list);
    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(say(u"问题", u"Findings"));
    m_list->setEmptyWords(say(u"没有符合筛选的问题。", u"No finding fits the filter."));
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    top->setSpacing(Theme::space(2));
    top->addWidget(m_grouping);
    top->addWidget(m_filter, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
}

QString FindingsPanel::id() const
{
    return u"findings"_s;
}

QString FindingsPanel::title() const
{
    return say(u"检查", u"Check");
}

QString FindingsPanel::iconName() const
{
    return u"findings"_s;
}

void FindingsPanel::showEvent(QShowEvent* event)
{
    SidePanel::showEvent(event);
    session().noteCheck();
}

bool FindingsPanel::passes(const Finding& finding) const
{
    const QString wanted = searchWord(m_filter->text().trimmed());
    if (wanted.isEmpty())
        return true;
    const QString place = say(placeLabel(session().placeOf(finding), session().dossier(), session().pack()));
    return searchWord(QStringList{place, say(finding.message), finding.clause, finding.rule}.join(u'\n')).contains(wanted);
}

Entry FindingsPanel::entryOf(const Finding& finding, qsizetype index) const
{
    const Address place = session().placeOf(finding);
    // The same finding keeps its name while others come and go; equal ones at one place are told apart by their order.
    int same = 0;
    for (qsizetype i = 0; i < index; ++i) {
        const Finding& other = session().findings().at(i);
        if (other.rule == finding.rule && session().placeOf(other) == place)
            ++same;
    }
    Entry entry;
    entry.key = QStringList{u"f"_s, finding.rule, place.field, place.row, place.column, QString::number(same)}.join(u'|');
    entry.icon = severityProperty(finding.severity);
    entry.tone = toneOf(finding.severity);
    entry.spoken = severityWord(finding.severity);
    entry.title = finding.field.isEmpty() ? say(u"整份申报书", u"The whole dossier") : say(placeLabel(place, session().dossier(), session().pack()));
    entry.text = say(finding.message);
    QStringList notes;
    if (!finding.reason.isEmpty())
        notes << say(text(u"理由：%1", u"Reason: %1").arg(finding.reason));
    if (!finding.clause.isEmpty())
        notes << say(text(u"依据：%1", u"Rests on: %1").arg(finding.clause));
    entry.note = notes.join(u'\n');
    return entry;
}

void FindingsPanel::addGroup(QList<Entry>& entries, const Entry& heading, const std::function<bool(const Finding&)>& belongs) const
{
    QList<Entry> group;
    for (qsizetype i = 0; i < session().findings().size(); ++i) {
        const Finding& finding = session().findings().at(i);
        if (belongs(finding) && passes(finding))
            group << entryOf(finding, i);
    }
    if (group.isEmpty())
        return;
    Entry counted = heading;
    counted.title += u"  "_s + QString::number(group.size());
    entries << counted << group;
}

QList<Entry> FindingsPanel::grouped() const
{
    QList<Entry> entries;
    const CallPack& pack = session().pack();
    if (m_grouping->currentIndex() == 0) {
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
            Entry heading = headingOf(u"severity|"_s + severityProperty(severity), severityWord(severity));
            heading.tone = toneOf(severity);
            addGroup(entries, heading,
                     [&](const Finding& finding) { return finding.severity == severity && !session().saysNotFilledIn(finding); });
        }
    } else {
        for (const Section& section : pack.sections)
            addGroup(entries, headingOf(u"section|"_s + section.id, QString(section.number + u' ' + section.title).trimmed()),
                     [&](const Finding& finding) { return pack.sectionOf(finding.field) == &section && !session().saysNotFilledIn(finding); });
        addGroup(entries, headingOf(u"section|"_s, say(u"整份申报书", u"The whole dossier")),
                 [&](const Finding& finding) { return !pack.sectionOf(finding.field) && !session().saysNotFilledIn(finding); });
    }
    Entry unfilled = headingOf(u"unfilled"_s, say(u"尚未填写", u"Not filled in yet"));
    unfilled.folded = true;
    addGroup(entries, unfilled, [&](const Finding& finding) { return session().saysNotFilledIn(finding); });
    return entries;
}

QList<Entry> FindingsPanel::personChecks() const
{
    QList<Entry> entries;
    for (const PersonCheck& check : session().pack().personChecks) {
        Entry entry;
        entry.key = u"p|"_s + check.id;
        entry.icon = u"person"_s;
        entry.tone = Entry::Tone::Quiet;
        entry.text = say(check.text);
        entry.note = check.clause.isEmpty() ? QString() : say(text(u"依据：%1", u"Rests on: %1").arg(check.clause));
        if (m_filter->text().isEmpty() || searchWord(entry.text + entry.note).contains(searchWord(m_filter->text().trimmed())))
            entries << entry;
    }
    if (entries.isEmpty())
        return {};
    Entry heading = headingOf(u"person"_s, say(text(u"需要人工核对  %1", u"For a person to look at  %1").arg(QString::number(entries.size()))));
    heading.note = say(u"程序判断不了，请自己看一遍；不影响定稿。", u"The program cannot judge these; they do not stop finalising.");
    heading.folded = true;
    return QList<Entry>{heading} + entries;
}

void FindingsPanel::refresh()
{
    QList<Entry> entries = grouped();
    if (session().findings().isEmpty()) {
        Entry fine;
        fine.key = u"fine"_s;
        fine.icon = u"good"_s;
        fine.tone = Entry::Tone::Good;
        fine.title = say(u"没有问题", u"Nothing is wrong");
        fine.text = say(u"规则能检查的都通过了。", u"All that rules can check is as it must be.");
        entries.prepend(fine);
    }
    m_list->setEntries(entries + personChecks());
    const int count = int(std::count_if(session().findings().begin(), session().findings().end(), [&](const Finding& finding) {
        return finding.severity != Severity::Hint && !session().saysNotFilledIn(finding);
    }));
    if (count == m_count)
        return;
    m_count = count;
    Q_EMIT countChanged();
}

void FindingsPanel::goTo(const QString& key)
{
    const QStringList parts = key.split(u'|');
    if (parts.first() == u"p") {
        for (const PersonCheck& check : session().pack().personChecks)
            if (check.id == parts.value(1) && !check.fields.isEmpty())
                session().show(Address{Address::Part::Value, check.fields.first(), {}, {}});
        return;
    }
    for (qsizetype i = 0; i < session().findings().size(); ++i) {
        const Finding& finding = session().findings().at(i);
        if (finding.rule != parts.value(1) || entryOf(finding, i).key != key)
            continue;
        m_visited = session().placeOf(finding);
        session().show(finding);
        return;
    }
}

int FindingsPanel::orderOf(const QString& field) const
{
    return m_order.value(field, -1);
}

bool FindingsPanel::step(int direction)
{
    session().noteCheck();
    QList<Address> places;
    for (const Finding& finding : session().findings())
        if (const Address place = session().placeOf(finding); orderOf(place.field) >= 0 && !places.contains(place))
            places.append(place);
    if (places.isEmpty())
        return false;
    qsizetype next = m_visited.field == m_field ? places.indexOf(m_visited) : -1;
    if (next >= 0) {
        next += direction;
    } else {
        // Forward: the first row or cell in the field one is in, or what comes after it; backward: the last before it.
        const int here = orderOf(m_field);
        next = std::count_if(places.begin(), places.end(), [&](const Address& place) {
            return orderOf(place.field) < here || (direction > 0 && place.field == m_field && place.row.isEmpty());
        });
        if (direction < 0)
            --next;
    }
    const Address place = places.at((next + places.size()) % places.size());
    m_visited = place;
    m_field = place.field;
    session().show(place);
    return true;
}

} // namespace jz::ui
