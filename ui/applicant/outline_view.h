// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/entry_list.h"
#include "ui/form/dossier_session.h"

namespace jz::ui {

/// The sections of the form at its left (目录): number, title, how far each is (nothing, begun, complete: by shape and colour), and how
/// many errors and warnings it has. What is only not filled in yet is no error here. Goes to a section; follows the form.
class OutlineView : public QWidget
{
    Q_OBJECT

public:
    OutlineView(DossierSession& session, QWidget* parent);

    /// Marks the section that is at the top of the form.
    void showSection(const QString& sectionId);
    /// Where there is little room: numbers and signs alone, titles on hovering.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    /// How wide it is beside the form, compact or not.
    static int widthFor(bool compact);
    QSize sizeHint() const override;

Q_SIGNALS:
    void sectionWanted(const QString& sectionId);

private:
    void refresh();
    Entry entryOf(const Section& section) const;

    DossierSession& m_session;
    EntryList* m_list;
    bool m_compact = false;
};

} // namespace jz::ui
