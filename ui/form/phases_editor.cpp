// SPDX-License-Identifier: Apache-2.0
#include "ui/form/phases_editor.h"

#include "model/dossier/edits.h"
#include "ui/form/card_rows.h"
#include "ui/form/phase_card.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

PhasesEditor::PhasesEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_layout(new QVBoxLayout), m_hint(new WrappedLabel(this)), m_add(new QPushButton(this))
{
    m_hint->setText(say(u"还没有填写。添加第一个阶段，写明目标和起止年月。", u"Nothing here yet. Add the first phase with its goal and months."));
    m_hint->setObjectName(u"emptyHint"_s);
    m_hint->setProperty("quiet", true);
    m_add->setObjectName(u"addPhase"_s);
    m_add->setIcon(icon(u"add"));
    m_add->setText(say(u"添加一个阶段", u"Add a phase"));
    connect(m_add, &QPushButton::clicked, this, &PhasesEditor::add);
    m_layout->setSpacing(Theme::space(2));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(2));
    layout->addWidget(m_hint);
    layout->addLayout(m_layout);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    refresh({});
    orderTabs();
}

PhaseCard* PhasesEditor::makeCard(const QString& id)
{
    auto* const card = new PhaseCard(session().pack(), field(), id, this);
    card->setReadOnly(m_readOnly);
    connect(card, &PhaseCard::edited, this,
            [this, card](const QString& column, const QString& text, bool whole) { edit(*card, column, text, whole); });
    connect(card, &PhaseCard::moveWanted, this, [this, card](int by) { move(*card, by); });
    connect(card, &PhaseCard::removeWanted, this, [this, card] { remove(*card); });
    return card;
}

void PhasesEditor::edit(PhaseCard& card, const QString& column, const QString& text, bool whole)
{
    apply(setCell(dossier(), field().id, card.id(), column, text), whole ? DossierEditor::Manner::Whole : DossierEditor::Manner::Typing);
}

void PhasesEditor::refresh(const QList<Address>&)
{
    const QJsonArray rows = rowsOf(dossier(), Address::Part::Value, field().id);
    QList<PhaseCard*> cards;
    for (const QJsonValue& row : rows) {
        const QString id = row["id"_L1].toString();
        const auto has = std::find_if(m_cards.begin(), m_cards.end(), [&](const PhaseCard* card) { return card->id() == id; });
        cards << (has == m_cards.end() ? makeCard(id) : *has);
    }
    dropCards(m_cards, cards);
    const bool others = cards != m_cards;
    m_cards = cards;
    QString next = session().pack().periodFrom;
    for (int i = 0; i < cards.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        if (m_layout->indexOf(cards.at(i)) != i)
            m_layout->insertWidget(i, cards.at(i));
        cards.at(i)->show(); // at once: it may be given the focus
        cards.at(i)->showRow(row, i + 1, int(cards.size()));
        cards.at(i)->setSuggestion(next);
        next = row.value("to"_L1).toString(next);
    }
    m_hint->setVisible(cards.isEmpty());
    if (others)
        orderTabs();
}

void PhasesEditor::orderTabs()
{
    QWidget* before = stopBefore(m_add);
    const auto follow = [&](QWidget* control, const QString& words) {
        // The number of a phase, and with it what its controls are called, changes with its place.
        if (control->accessibleName().isEmpty())
            adopt(control, words);
        control->setAccessibleName(QString(field().label + u' ' + words));
        if (before)
            setTabOrder(before, control);
        before = control;
    };
    for (const PhaseCard* const card : std::as_const(m_cards))
        card->eachControl(follow);
    follow(m_add, m_add->text());
}

void PhasesEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (PhaseCard* const card : std::as_const(m_cards))
        card->setReadOnly(readOnly);
    m_add->setVisible(!readOnly);
}

void PhasesEditor::focusAt(const Address& place)
{
    for (const PhaseCard* const card : std::as_const(m_cards))
        if (card->id() == place.row || place.row.isEmpty())
            return card->control(place.column)->setFocus(Qt::OtherFocusReason);
    m_add->setFocus(Qt::OtherFocusReason);
}

void PhasesEditor::mark(const Findings& findings)
{
    markCards(m_cards, findings);
}

void PhasesEditor::leaving(QWidget* control)
{
    if (PhaseCard* const card = cardOf(m_cards, control))
        card->tidy(control);
}

bool PhasesEditor::eventFilter(QObject* watched, QEvent* event)
{
    const int by = m_readOnly ? 0 : placesAsked(*event);
    if (PhaseCard* const card = by == 0 ? nullptr : cardOf(m_cards, static_cast<QWidget*>(watched))) {
        move(*card, by);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void PhasesEditor::add()
{
    const QString id = freeRowId(dossier(), field().id);
    apply(insertRow(dossier(), field().id, -1, {{u"id"_s, id}}));
    focusAt({Address::Part::Value, field().id, id, {}});
}

void PhasesEditor::remove(PhaseCard& card)
{
    const int place = int(m_cards.indexOf(&card));
    apply(removeRow(dossier(), field().id, card.id()));
    if (m_cards.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_cards.at(qMin(place, int(m_cards.size()) - 1))->control({})->setFocus(Qt::OtherFocusReason);
}

void PhasesEditor::move(PhaseCard& card, int by)
{
    apply(moveRow(dossier(), field().id, card.id(), int(m_cards.indexOf(&card)) + by));
}

} // namespace jz::ui
