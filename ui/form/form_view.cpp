// SPDX-License-Identifier: Apache-2.0
#include "ui/form/form_view.h"

#include "ui/form/section_card.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Fields short enough for two to stand side by side where the template has them in one line.
bool isShort(const Field& field)
{
    return field.type != FieldType::LongText && field.type != FieldType::Table && field.type != FieldType::Phases
           && field.type != FieldType::Attachments;
}

/// The line of the template's group that begins with this field; empty when there is none.
QStringList lineOf(const Section& section, const QString& fieldId)
{
    for (const PrintRow& row : section.print)
        for (const QStringList& line : row.lines)
            if (line.size() > 1 && line.first() == fieldId)
                return line;
    return {};
}

/// The field that a control belongs to; null for controls outside of the form.
FieldFrame* frameOf(QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (auto* const frame = qobject_cast<FieldFrame*>(widget))
            return frame;
    return nullptr;
}

constexpr int mouseCheckMs = 30;

} // namespace

FormView::FormView(DossierSession& session, QWidget* parent) : QScrollArea(parent), m_session(session)
{
    setObjectName(u"form"_s);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    // Shown only where large text beside an open panel leaves too little room.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    // One width to lay the page out for, not two.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto* const page = new QWidget;
    page->setObjectName(u"page"_s);
    // Before anything is on it: what moves to another parent is styled anew.
    setWidget(page);
    auto* const column = new QWidget(page);
    // About fifty Chinese characters, or a hundred letters, in a line.
    column->setMaximumWidth(Theme::space(200));
    auto* const across = new QHBoxLayout(page);
    across->setContentsMargins(Theme::space(4), Theme::space(4), Theme::space(4), Theme::space(10));
    across->addStretch(1);
    across->addWidget(column, 1000);
    across->addStretch(1);
    auto* const layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    for (const Section& section : session.pack().sections)
        layout->addWidget(sectionCard(section, column));
    layout->addStretch(1);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FormView::tellSection);
    connect(&session, &DossierSession::placeWanted, this, &FormView::goTo);
    connect(qApp, &QApplication::focusChanged, this, &FormView::followFocus);
    m_mouse.setInterval(mouseCheckMs);
    connect(&m_mouse, &QTimer::timeout, this, &FormView::tellVisits);
}

QWidget* FormView::sectionCard(const Section& section, QWidget* parent)
{
    auto* const card = new SectionCard(m_session, section, parent);
    addFields(section, *card);
    m_sections.append({section.id, card});
    return card;
}

void FormView::addFields(const Section& section, SectionCard& card)
{
    QString group;
    QStringList placed;
    for (const Field& field : section.fields) {
        if (placed.contains(field.id) || (!field.hasValue() && field.type != FieldType::Attachments))
            continue;
        auto* const place = new QVBoxLayout;
        place->setSpacing(Theme::space(2));
        card.fields().addLayout(place);
        if (field.group != group && !field.group.isEmpty())
            addGroupLabel(section, field.group, *place);
        group = field.group;
        const QStringList line = lineOf(section, field.id);
        if (line.isEmpty() || !isShort(field)) {
            place->addWidget(addFrame(field, &card));
            continue;
        }
        auto* const together = new FieldLine(&card);
        for (const QString& id : line)
            together->add(addFrame(*m_session.pack().field(id), together));
        placed += line;
        place->addWidget(together);
    }
}

void FormView::addGroupLabel(const Section& section, const QString& group, QVBoxLayout& place)
{
    for (const Field& field : section.fields)
        if (field.label == group)
            return;
    auto* const label = new QLabel(group, this);
    label->setProperty("quiet", true);
    label->setFont(Theme::font(TextStyle::Strong));
    place.addWidget(label);
}

FieldFrame* FormView::addFrame(const Field& field, QWidget* parent)
{
    auto* const frame = new FieldFrame(m_session, field, parent);
    m_frames.insert(field.id, frame);
    m_order.append(frame);
    connect(frame, &FieldFrame::entered, this, [this](FieldFrame* which) {
        m_current = which;
        // What the mouse is on must not move away from under it.
        if (QApplication::mouseButtons() == Qt::NoButton)
            reveal(which);
        Q_EMIT entered(which);
    });
    return frame;
}

void FormView::goToSection(const QString& sectionId)
{
    for (const auto& [id, card] : m_sections) {
        if (id != sectionId)
            continue;
        verticalScrollBar()->setValue(card->mapTo(widget(), QPoint(0, 0)).y() - Theme::space(4));
        const Section* section = nullptr;
        for (const Section& each : m_session.pack().sections)
            if (each.id == id)
                section = &each;
        for (FieldFrame* const frame : m_order)
            if (frame->editor() && m_session.pack().sectionOf(frame->field().id) == section)
                return frame->focusAt({});
    }
}

void FormView::goTo(const Address& place)
{
    FieldFrame* const target = frame(place.field);
    if (!target)
        return;
    reveal(target);
    target->focusAt(place);
}

void FormView::reveal(FieldFrame* frame)
{
    const int margin = Theme::space(4);
    if (frame->height() + 2 * margin < viewport()->height())
        return ensureWidgetVisible(frame, 0, margin);
    QWidget* const focus = QApplication::focusWidget();
    if (focus && frame->isAncestorOf(focus))
        return ensureWidgetVisible(focus, 0, margin);
    verticalScrollBar()->setValue(frame->mapTo(widget(), QPoint(0, 0)).y() - margin);
}

void FormView::followFocus(QWidget* from, QWidget* to)
{
    const FieldFrame* const left = frameOf(from);
    if (!left || !to || frameOf(to) == left || !isAncestorOf(left))
        return;
    m_left.append(left->field().id);
    tellVisits();
}

void FormView::tellVisits()
{
    // Findings that come up move what is below them: not while a button of the mouse is down on it.
    if (QApplication::mouseButtons() != Qt::NoButton) {
        m_mouse.start();
        return;
    }
    m_mouse.stop();
    for (const QString& field : std::exchange(m_left, {}))
        m_session.noteVisit(field);
}

void FormView::tellSection()
{
    const int top = verticalScrollBar()->value() + Theme::space(10);
    QString seen;
    for (const auto& [id, card] : m_sections)
        if (seen.isEmpty() || card->y() <= top)
            seen = id;
    if (seen == m_seen)
        return;
    m_seen = seen;
    Q_EMIT sectionSeen(seen);
}

} // namespace jz::ui
