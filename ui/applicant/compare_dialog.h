// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/compared_states.h"
#include "ui/applicant/comparison_table.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Two states of a dossier field by field: what it was, what it is, differences of texts marked word by word. Any two of those that
/// statesOf() names, a step, a file. While the second is now, what was can be brought back place by place.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// Compares now with `from`; without one, with the newest kept revision.
    CompareDialog(DossierSession& session, const std::optional<ComparedState>& from, QWidget* parent);

    /// Where the user wants to go, once it was accepted.
    const Address& wantedPlace() const { return m_wanted; }

private:
    void build();
    void compare();
    void addFile(QComboBox* side);
    void showActions();
    void restore();
    Dossier read(const QComboBox* side) const;
    QComboBox* chooser(const QString& name, const QString& words);

    DossierSession& m_session;
    QList<ComparedState> m_states;
    QComboBox* m_from;
    QComboBox* m_to;
    QLabel* m_summary;
    ComparisonTable* m_table;
    QPushButton* m_go = nullptr;
    QPushButton* m_restore = nullptr;
    Changes m_changes;
    Address m_wanted;
};

/// The changes in the order of the form; changes of one field stay as they are.
Changes inFormOrder(const Changes& changes, const CallPack& pack);

} // namespace jz::ui
