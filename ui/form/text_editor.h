// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Edits one paragraph: plain text, e-mail, codes and numbers to call. What the input method has not finished (preedit) is not
/// the dossier's yet.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    QString measure() const override;
    bool isOverLimit() const override;

private:
    QLineEdit* m_line;
};

} // namespace jz::ui
