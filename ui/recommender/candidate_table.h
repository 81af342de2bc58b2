// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/candidate_model.h"

#include <QTableView>

namespace jz::ui {

/// The ranked list (排序) with the line of the quota through it. A row is moved by dragging or with Ctrl+Up and Ctrl+Down, the line with Ctrl+Shift+Up
/// and Ctrl+Shift+Down, never by typing a number, so that there are no equal places. A click on a head sorts the table for the eye; the order of
/// the batch stays, and nothing is moved until the table is in that order again.
class CandidateTable : public QTableView
{
    Q_OBJECT

public:
    CandidateTable(BatchBoard& board, QWidget* parent);

    /// Null when no row is chosen.
    QUuid current() const;
    void setCurrent(const QUuid& dossier);
    void search(const QString& words);
    /// Whether rows stand in the order of the batch, all of them.
    bool isInOrder() const;
    /// Back to the order of the batch.
    void showOrder();
    /// Shown columns by id, and the other way round, for what is remembered.
    QStringList hiddenColumns() const;
    void hideColumns(const QStringList& ids);

Q_SIGNALS:
    void currentCandidateChanged();
    /// The user wants that place (1 for the first) for a dossier.
    void moveWanted(const QUuid& dossier, int place);
    /// The user wants the line after so many.
    void lineWanted(int line);
    /// Sorted by a column, or searched, or back in order.
    void orderShownChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    int rowUnder(const QPoint& point) const;
    void sortBy(int column);
    void chooseColumns(const QPoint& at);
    void restore();

    BatchBoard& m_board;
    CandidateModel m_model;
    CandidateFilter m_filter;
    QUuid m_chosen;
    int m_sorted = -1; ///< column; −1: in order
    bool m_resetting = false;
};

} // namespace jz::ui
