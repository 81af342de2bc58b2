// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// A field on the form: its label and official prompt as the call has them, whether it has to be filled in, its editor, its
/// measure, and below it what the rules find there, each with what to do. The menu at the label's end offers what else can be
/// done with a field.
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
    /// Shows something above the editor that is to be read before it is used; the frame owns it. What was there before goes; null for
    /// nothing.
    void setAside(QWidget* aside);
    QWidget* aside() const { return m_aside; }

Q_SIGNALS:
    void entered(jz::ui::FieldFrame* frame);

private:
    void build();
    QLayout* topLine();
    void showLabel(bool stillToCome);
    void showMeasure();
    void showFindings();
    QWidget* findingLine(const Finding& finding);
    QWidget* reasonButton(const Finding& finding, QWidget* parent);
    void askReason();

    DossierSession& m_session;
    const Field& m_field;
    QLabel* m_label;
    QToolButton* m_menu;
    FieldEditor* m_editor;
    QWidget* m_aside = nullptr;
    QLabel* m_measure;
    QVBoxLayout* m_findings;
    bool m_stillToCome = false;
    Findings m_shown;       ///< the findings in the lines below
};

} // namespace jz::ui
