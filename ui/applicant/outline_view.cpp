// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/outline_view.h"

#include "ui/form/section_state.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Entry::Tone toneOf(SectionState::Kind kind)
{
    switch (kind) {
    case SectionState::Kind::Complete:
        return Entry::Tone::Good;
    case SectionState::Kind::Incomplete:
    case SectionState::Kind::ToMend:
        return Entry::Tone::Hint;
    default:
        return Entry::Tone::Quiet;
    }
}

} // namespace

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
    return Theme::space(compact ? 25 : 50);
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
    const SectionState state = sectionStateOf(m_session, section);
    const QString title = shortTitle(section);
    Entry entry;
    entry.key = section.id;
    entry.title = section.number.isEmpty() ? title : QString(section.number + u'　' + title);
    entry.icon = state.icon();
    entry.tone = toneOf(state.kind);
    entry.spoken = state.word();
    entry.note = state.words();
    if (title != section.title)
        entry.tip = section.title;
    for (const auto& [severity, count] : {std::pair(Severity::Error, state.errors), std::pair(Severity::Warning, state.warnings)}) {
        if (count == 0)
            continue;
        entry.counts.append({severity, count});
        entry.spoken += u", "_s + QString::number(count) + u' ' + severityWord(severity);
    }
    if (m_compact) {
        entry.tip = section.title + u'\n' + (entry.note.isEmpty() ? entry.spoken : entry.note);
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
