// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/fix_list.h"
#include "ui/applicant/comparison_table.h"

#include <QDialog>

namespace jz::ui {

/// What was changed since the revision that was returned, field by field, and which notes were not dealt with: seen before the next
/// revision goes out. Accepted: it may go.
class ChangesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Throws Error when the returned revision cannot be read.
    ChangesDialog(DossierSession& session, const FixList& list, QWidget* parent);

    /// A change that the user wants to go to instead; no field when there is none.
    const Address& wantedPlace() const { return m_wanted; }

private:
    void build(const FixList& list, const Dossier& returned);
    void fill(const FixList& list, const Dossier& returned);
    QWidget* openNotes(const FixList& list);
    QString placeWords(const SlipNote& note) const;

    DossierSession& m_session;
    Changes m_changes;
    Address m_wanted;
    ComparisonTable* m_table;
};

} // namespace jz::ui
