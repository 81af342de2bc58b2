// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/text_difference.h"
#include "ui/form/dossier_session.h"

#include <QTableWidget>

namespace jz::ui {

/// What one cell of a ComparisonTable shows: a text in which what differs is marked.
struct ComparedText
{
    QList<TextPiece> pieces;

    /// Nothing is marked.
    static ComparedText plain(const QString& text);
    /// Of a text that became another: the old one with what went, the new one with what came.
    static ComparedText before(const QString& was, const QString& now);
    static ComparedText after(const QString& was, const QString& now);
    QString text() const;
};

/// Places of a dossier in rows, states of it in columns: what was, what is. In columns that can be chosen, one cell of a row is
/// taken: by a click, or with the space bar. Enter, or a double click elsewhere, wants to go to the place.
class ComparisonTable : public QTableWidget
{
    Q_OBJECT

public:
    /// `headers` of the columns after the first, which names the place.
    ComparisonTable(const QStringList& headers, QWidget* parent);

    /// Columns from that one on can be chosen; -1 (at first): none.
    void setChoiceFrom(int column) { m_choiceFrom = column; }
    void clearRows();
    /// Adds a row. `remark` stands below the place's name, with a warning sign when it is not empty.
    void addRow(const QString& place, const QString& remark, const QList<ComparedText>& texts);
    void setChosen(int row, int column);
    int chosen(int row) const;
    /// Row heights for the columns as wide as they are.
    void fit();

Q_SIGNALS:
    void choiceMade(int row, int column);
    void placeWanted(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    bool canChoose(const QModelIndex& index) const;

    int m_choiceFrom = -1;
};

} // namespace jz::ui
