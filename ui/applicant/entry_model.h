// SPDX-License-Identifier: Apache-2.0
// Private to EntryList: its rows, and how one is drawn.
#pragma once

#include "ui/applicant/entry_list.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace jz::ui {

/// The entries that are seen. setEntries() tells of as few rows as possible.
class EntryModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<Entry>& entries);
    const Entry& entry(int row) const { return m_entries.at(row); }
    int rowOf(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Entry> m_entries;
};

/// Draws entries and works out their height for the width of the list.
class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(const EntryModel& model, QListView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Layout;
    Layout layout(const Entry& entry, int width) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Entry& entry) const;
    void paintCounts(QPainter& painter, const Entry& entry, const QRect& line) const;
    void paintTexts(QPainter& painter, const Layout& place, const Entry& entry) const;
    int countsWidth(const Entry& entry) const;

    struct Measured
    {
        Entry entry;
        int width = 0;
        int height = 0;
    };
    const EntryModel& m_model;
    QListView* m_view;
    mutable QHash<QString, Measured> m_measured; ///< wrapping text is what a key press would wait for
};

} // namespace jz::ui
