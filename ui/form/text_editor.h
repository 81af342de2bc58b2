// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

class InlineNote;

/// Edits one paragraph: plain text, e-mail, codes and numbers to call. What the input method has not finished (preedit) is not
/// the dossier's yet.
///
/// Pasted line breaks become blanks. Codes and numbers are brought into shape while they are typed (line_form.h) and wholly when
/// they were pasted or the field is left.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    QString measure() const override;
    std::optional<Severity> measureSeverity() const override;

protected:
    void leaving(QWidget* control) override;

private:
    void follow(const QString& typed);

    QLineEdit* m_line;
    InlineNote* m_note;
    QString m_before;       ///< the text before the last key
    bool m_touched = false; ///< typed into since it was entered
};

} // namespace jz::ui
