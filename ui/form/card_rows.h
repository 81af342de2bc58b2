// SPDX-License-Identifier: Apache-2.0
// What editors have in common that show a card for each row, in their order: attachments, phases. A card has setFindings().
#pragma once

#include "model/base/finding.h"

#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace jz::ui {

/// The card that `control` stands on; null when it stands on none.
template <class Card>
Card* cardOf(const QList<Card*>& cards, const QWidget* control)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card* card) { return card->isAncestorOf(control); });
    return found == cards.end() ? nullptr : *found;
}

/// Gives each card the findings of its row.
template <class Card>
void markCards(const QList<Card*>& cards, const Findings& findings)
{
    for (int i = 0; i < cards.size(); ++i) {
        Findings own;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(own), [&](const Finding& finding) { return finding.row == i; });
        cards.at(i)->setFindings(own);
    }
}

/// Takes cards away whose rows are gone. They live until the event is over: the button of one may be what was clicked.
template <class Card>
void dropCards(const QList<Card*>& before, const QList<Card*>& now)
{
    for (Card* const card : before) {
        if (now.contains(card))
            continue;
        card->hide();
        card->deleteLater();
    }
}

/// By how many places Alt with an arrow wants a card moved: -1, 1, or 0 for another event.
inline int placesAsked(const QEvent& event)
{
    if (event.type() != QEvent::KeyPress)
        return 0;
    const auto& key = static_cast<const QKeyEvent&>(event);
    if (key.modifiers() != Qt::AltModifier)
        return 0;
    return key.key() == Qt::Key_Up ? -1 : key.key() == Qt::Key_Down ? 1 : 0;
}

} // namespace jz::ui
