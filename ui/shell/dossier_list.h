// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/dossier_store.h"

#include <QAbstractListModel>
#include <QListView>

namespace jz::ui {

/// Dossiers as the start page lists them. Display: the title; AccessibleText: the whole row as a sentence.
class DossierListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<DossierEntry>& entries);
    const DossierEntry& entry(const QModelIndex& index) const { return m_entries.at(index.row()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<DossierEntry> m_entries;
};

/// 新申报书 while it has no name.
QString titleOf(const DossierEntry& entry);
/// `今天 10:32`, `昨天 17:05`, else the date. In local time.
QString whenWords(const QDateTime& when, const QDateTime& now);

/// The list itself: a row is title, applicant, state, progress and when it was changed; a click or Enter opens, the menu (right
/// button, menu key, or the … at the end of a row) offers more. Only rows that are seen are painted.
class DossierList : public QListView
{
    Q_OBJECT

public:
    explicit DossierList(QWidget* parent);

    void setEntries(const QList<DossierEntry>& entries);
    /// Marks the row of a dossier and brings it into view.
    void select(const QUuid& id);

Q_SIGNALS:
    void openWanted(const QUuid& id);
    void duplicateWanted(const QUuid& id);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showMenu(const QModelIndex& index, const QPoint& where);

    DossierListModel* m_model;
};

} // namespace jz::ui
