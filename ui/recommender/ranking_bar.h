// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/batch_board.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Above the ranked list: who we are and our quota, who decided on the order, the buttons that move the chosen dossier and the line,
/// and the search.
class RankingBar : public QWidget
{
    Q_OBJECT

public:
    RankingBar(const BatchBoard& board, QWidget* parent);

    /// `isInOrder`: the list stands in the order of the batch, neither sorted by a column nor searched.
    void refresh(bool isInOrder);

Q_SIGNALS:
    /// The chosen dossier, `by` places further down.
    void moveWanted(int by);
    /// Recommended down to the chosen one.
    void lineWanted();
    void searched(const QString& words);
    /// The search is empty; the list is to be in the order of the batch again.
    void orderWanted();

private:
    void addButton(const char* name, const QString& iconName, const QString& words, void (RankingBar::*pressed)());
    void moveUp() { Q_EMIT moveWanted(-1); }
    void moveDown() { Q_EMIT moveWanted(1); }

    const BatchBoard& m_board;
    QHBoxLayout* m_layout;
    QLabel* m_who;
    QLabel* m_decision;
    QList<QWidget*> m_moves; ///< buttons that work on the order
    QPushButton* m_inOrder;
    QLineEdit* m_search;
};

} // namespace jz::ui
