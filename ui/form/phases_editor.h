// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class PhaseCard;

/// Edits the phases of a plan: a card for each, in their order. Cards are known by the ids of their rows; Alt with an arrow moves the
/// phase that has the focus.
class PhasesEditor : public FieldEditor
{
    Q_OBJECT

public:
    PhasesEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void focusAt(const Address& place) override;
    void mark(const Findings& findings) override;
    bool showsInPlace(const Finding& finding) const override { return finding.row.has_value(); }

protected:
    void leaving(QWidget* control) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PhaseCard* makeCard(const QString& id);
    void edit(PhaseCard& card, const QString& column, const QString& text, bool whole);
    void add();
    void remove(PhaseCard& card);
    void move(PhaseCard& card, int by);
    void orderTabs();

    QVBoxLayout* m_layout;
    QList<PhaseCard*> m_cards;
    QLabel* m_hint;
    QPushButton* m_add;
    bool m_readOnly = false;
};

} // namespace jz::ui
