// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/batch_board.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace jz::ui {

/// The dossiers of a batch as rows of a table: in ranking order, withdrawn ones last. Plain values, made anew when the batch changes.
class CandidateModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, Base, Category, Unit, Region, Contact, Files, Signature, Online, Copies, Problems, Revision, State, ColumnCount };
    enum Role { DossierRole = Qt::UserRole, SortRole, WithdrawnRole };

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
    /// -1 for none.
    int rowOf(const QUuid& dossier) const;

private:
    struct Row
    {
        QUuid dossier;
        QStringList cells;   ///< by column
        QList<int> sorts;    ///< by column, where words do not sort as they should; else −1
        QString content;     ///< all that the dossier says, as searchText(); shared with the batch
        QString shown;       ///< the cells, to search in
        Severity worst = Severity::Hint;
        bool bad = false;    ///< broken or modified
        bool withdrawn = false;
        bool reserve = false;
    };
    void rebuild();
    Row rowFor(const Candidate& candidate, int place) const;

    BatchBoard& m_board;
    QList<Row> m_rows;
};

/// Those rows that a search leaves, in ranking order or sorted by a column.
class CandidateFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CandidateFilter(QObject* parent = nullptr);

    /// Words that all have to be there, anywhere in a dossier.
    void search(const QString& words);
    bool isSearching() const { return !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace jz::ui
