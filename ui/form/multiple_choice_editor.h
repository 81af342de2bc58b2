// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace jz::ui {

/// Any number of options, with the call's labels; stored in the order of the form, however they were ticked.
class MultipleChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    MultipleChoiceEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void mark(const Findings& findings) override;

private:
    void follow();

    QList<QCheckBox*> m_boxes; ///< as the field's options
};

} // namespace jz::ui
