// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/batch_board.h"

#include <QAbstractProxyModel>
#include <QAbstractTableModel>

#include <array>

namespace jz::ui {

/// The dossiers of a batch as rows of a table: in ranking order, withdrawn ones last. Plain values, worded once for each reading of
/// the batch; a row that moves is worded no more than it changes.
class CandidateModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, Base, Category, Unit, Region, Contact, Files, Signature, Online, Copies, Problems, Revision, State, ColumnCount };
    enum Role { DossierRole = Qt::UserRole, WithdrawnRole };

    explicit CandidateModel(BatchBoard& board, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Stable name of a column, for what is remembered of it.
    static QString columnId(int column);
    QUuid dossierAt(int row) const { return m_rows.value(row).dossier; }
    /// Whether every one of the words (searchWord()) is somewhere in that dossier or its row.
    bool matches(int row, const QStringList& words) const;
    /// For each row the place that a column gives it, equal ones for equal words. Worked out once a column and reading.
    const QList<int>& sortPlaces(int column) const;
    /// -1 for none.
    int rowOf(const QUuid& dossier) const;

private:
    struct Row
    {
        QUuid dossier;
        QStringList cells;  ///< by column
        QList<int> sorts;   ///< by column, where words do not sort as they should; else −1
        QString content;    ///< all that the dossier says, as searchText(); shared with the batch
        QString shown;      ///< the cells that do not depend on the order, to search in
        QString placed;     ///< those that do
        QString ownState;   ///< empty: recommended or reserve, as the order has it
        Severity worst = Severity::Hint;
        int place = -1;     ///< 1 for the first, 0 for one that is not ranked
        bool bad = false;   ///< broken or modified
        bool withdrawn = false;
        bool reserve = false;
    };
    void rebuild();
    void read();
    void reorder();
    Row rowFor(const Candidate& candidate) const;
    void put(Row& row, int place) const;

    BatchBoard& m_board;
    QList<Row> m_rows;
    int m_reading = -1; ///< of the board, when the rows were worded
    mutable std::array<QList<int>, ColumnCount> m_sortPlaces;
};

/// Those rows that a search leaves, in ranking order or sorted by a column. Told as one reset, never row by row: thousands come and go with a letter.
class CandidateFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit CandidateFilter(CandidateModel& model, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex&) const override { return {}; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QModelIndex mapToSource(const QModelIndex& index) const override;
    QModelIndex mapFromSource(const QModelIndex& index) const override;
    /// −1: in ranking order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Words that all have to be there, anywhere in a dossier. With every letter more, only rows that had the others are looked at.
    void search(const QString& words);
    bool isSearching() const { return !m_words.isEmpty(); }

private:
    void find();
    void arrange();

    CandidateModel& m_model;
    QStringList m_words;
    QList<int> m_found;  ///< rows of the model, in its order
    QList<int> m_shown;  ///< the same as they are sorted
    QList<int> m_places; ///< where a row of the model is shown; −1: it is not
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace jz::ui
