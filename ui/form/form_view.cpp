// SPDX-License-Identifier: Apache-2.0
#include "ui/form/form_view.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
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

} // namespace

FormView::FormView(DossierSession& session, QWidget* parent) : QScrollArea(parent), m_session(session)
{
    setObjectName(u"form"_s);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const page = new QWidget(this);
    page->setObjectName(u"page"_s);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(10));
    layout->setSpacing(Theme::space(5));
    for (const Section& section : session.pack().sections)
        layout->addWidget(sectionCard(section));
    layout->addStretch(1);
    setWidget(page);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FormView::tellSection);
    connect(&session, &DossierSession::placeWanted, this, &FormView::goTo);
}

QWidget* FormView::sectionCard(const Section& section)
{
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(5), Theme::space(4), Theme::space(5), Theme::space(5));
    layout->setSpacing(Theme::space(4.5));
    auto* const heading = new QLabel(section.number.isEmpty() ? section.title : QString(section.number + u'、' + section.title), card);
    heading->setFont(Theme::font(TextStyle::Heading));
    heading->setWordWrap(true);
    layout->addWidget(heading);
    if (!section.fixedText.isEmpty()) {
        auto* const fixed = new QLabel(section.fixedText, card);
        fixed->setWordWrap(true);
        fixed->setProperty("quiet", true);
        layout->addWidget(fixed);
    }
    addFields(section, layout);
    m_sections.append({section.id, card});
    return card;
}

void FormView::addFields(const Section& section, QVBoxLayout* layout)
{
    QString group;
    QStringList placed;
    for (const Field& field : section.fields) {
        if (placed.contains(field.id) || (!field.hasValue() && field.type != FieldType::Attachments))
            continue;
        if (field.group != group && !field.group.isEmpty()) {
            const bool named = std::any_of(section.fields.begin(), section.fields.end(),
                                           [&](const Field& other) { return other.label == field.group; });
            if (!named) {
                auto* const label = new QLabel(field.group, this);
                label->setProperty("quiet", true);
                layout->addWidget(label);
            }
        }
        group = field.group;
        const QStringList line = lineOf(section, field.id);
        if (line.isEmpty() || !isShort(field)) {
            layout->addWidget(addFrame(field, this));
            continue;
        }
        auto* const pair = new QHBoxLayout;
        pair->setSpacing(Theme::space(5));
        for (const QString& id : line)
            pair->addWidget(addFrame(*m_session.pack().field(id), this), 1, Qt::AlignTop);
        placed += line;
        layout->addLayout(pair);
    }
}

FieldFrame* FormView::addFrame(const Field& field, QWidget* parent)
{
    auto* const frame = new FieldFrame(m_session, field, parent);
    m_frames.insert(field.id, frame);
    m_order.append(frame);
    connect(frame, &FieldFrame::entered, this, [this](FieldFrame* which) {
        m_current = which;
        ensureWidgetVisible(which, 0, Theme::space(4));
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
    ensureWidgetVisible(target, 0, Theme::space(8));
    target->focusAt(place);
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
