// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// A field on the form: its label and official prompt as the call has them, its editor, its measure, and below it what the rules
/// find there, each with what to do. The menu at the label's end offers what else can be done with a field.
class FieldFrame : public QWidget
{
    Q_OBJECT

public:
    FieldFrame(DossierSession& session, const Field& field, QWidget* parent);

    const Field& field() const { return m_field; }
    /// Null for fields without one.
    FieldEditor* editor() const { return m_editor; }
    void focusAt(const Address& place);
    /// Adds an entry to the field's menu; panels offer history and notes through this.
    void addMenuAction(QAction* action);

Q_SIGNALS:
    void entered(jz::ui::FieldFrame* frame);

private:
    void build();
    void showMeasure();
    void showFindings();
    QWidget* findingLine(const Finding& finding);
    void askReason();

    DossierSession& m_session;
    const Field& m_field;
    FieldEditor* m_editor;
    QLabel* m_measure;
    QToolButton* m_menu;
    QVBoxLayout* m_findings;
    Findings m_shown;
};

} // namespace jz::ui
