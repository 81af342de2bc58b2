// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/outline_view.h"

#include "model/dossier/dossier_summary.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

OutlineView::OutlineView(DossierSession& session, QWidget* parent) : QWidget(parent), m_session(session), m_list(new EntryList(this))
{
    setObjectName(u"outline"_s);
    m_list->setObjectName(u"outlineList"_s);
    m_list->setAccessibleName(say(u"目录", u"Outline"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    setMinimumWidth(widthFor(true));
    connect(m_list, &EntryList::chosen, this, &OutlineView::sectionWanted);
    connect(&session, &DossierSession::changed, this, &OutlineView::refresh);
    connect(&session, &DossierSession::findingsChanged, this, &OutlineView::refresh);
    refresh();
}

QSize OutlineView::sizeHint() const
{
    return {widthFor(m_compact), Theme::space(100)};
}

int OutlineView::widthFor(bool compact)
{
    return Theme::space(compact ? 22 : 50);
}

void OutlineView::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    refresh();
}

Entry OutlineView::entryOf(const Section& section) const
{
    int errors = 0;
    int warnings = 0;
    bool missing = false;
    const Findings& findings = m_session.findings();
    for (const Finding& finding : findings) {
        if (m_session.pack().sectionOf(finding.field) != &section)
            continue;
        if (m_session.saysNotFilledIn(finding))
            missing = true;
        else if (finding.severity != Severity::Hint)
            ++(finding.severity == Severity::Error ? errors : warnings);
    }
    const FillState state = fillStateOf(m_session.dossier(), section);
    Entry entry;
    entry.key = section.id;
    entry.title = section.number.isEmpty() ? section.title : QString(section.number + u'　' + section.title);
    if (state.fields == 0) {
        entry.icon = u"document"_s;
        entry.tone = Entry::Tone::Quiet;
        entry.spoken = say(u"此节不在这里填写", u"nothing to fill in here");
    } else if (state.filled == 0) {
        entry.icon = u"circle"_s;
        entry.tone = Entry::Tone::Quiet;
        entry.spoken = say(u"未填写", u"empty");
    } else if (missing || errors > 0 || state.filled < state.counted) {
        entry.icon = u"half"_s;
        entry.tone = Entry::Tone::Hint;
        entry.spoken = state.filled < state.counted ? say(u"未完成", u"incomplete") : say(u"需改正", u"to be mended");
    } else {
        entry.icon = u"good"_s;
        entry.tone = Entry::Tone::Good;
        entry.spoken = say(u"已完成", u"complete");
    }
    if (state.fields > 0)
        entry.note = say(text(u"%1 · %2/%3 栏", u"%1 · %2 of %3").arg(entry.spoken, QString::number(state.filled), QString::number(state.counted)));
    for (const auto& [severity, count] : {std::pair(Severity::Error, errors), std::pair(Severity::Warning, warnings)}) {
        if (count == 0)
            continue;
        entry.counts.append({severity, count});
        entry.spoken += u", "_s + QString::number(count) + u' ' + severityWord(severity);
    }
    if (m_compact) {
        entry.tip = entry.title + u'\n' + (entry.note.isEmpty() ? entry.spoken : entry.note);
        entry.title = section.number.isEmpty() ? QString(section.title.left(1)) : section.number;
        entry.note.clear();
        // One sign of what is worst; how many of what else is said on hovering.
        entry.counts = entry.counts.mid(0, 1);
    }
    return entry;
}

void OutlineView::refresh()
{
    QList<Entry> entries;
    for (const Section& section : m_session.pack().sections)
        entries.append(entryOf(section));
    m_list->setEntries(entries);
}

void OutlineView::showSection(const QString& sectionId)
{
    m_list->setCurrentKey(sectionId);
}

} // namespace jz::ui
