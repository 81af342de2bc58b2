// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier_merge.h"
#include "ui/applicant/comparison_table.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// A colleague's copy beside mine and what was handed out: place by place, those that both changed first, each with a choice. Says
/// what will change before anything does. Nothing is merged by the dialog itself.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// The choices go into `merge`, which outlives the dialog.
    MergeDialog(DossierSession& session, DossierMerge& merge, const QString& copy, QWidget* parent);

private:
    void build(const QString& copy);
    void addItems();
    void takeAll(MergeItem::Take take);
    void showSummary();
    QString wordsOf(const MergeItem& item, const QJsonValue& value) const;
    QPushButton* button(const char* name, const QString& words);

    DossierSession& m_session;
    DossierMerge& m_merge;
    QList<qsizetype> m_order; ///< rows of the table -> items
    int m_mineColumn; ///< theirs is the one behind it
    ComparisonTable* m_table;
    QLabel* m_summary;
    QPushButton* m_accept = nullptr;
};

} // namespace jz::ui
