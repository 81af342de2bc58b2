// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

class InlineNote;

/// Edits the middle part of a name whose beginning and end the call sets; these stand around it, and below it the whole as it will
/// be printed. The end follows the option that it takes up. A whole name that is pasted is taken apart.
class ComposedNameEditor : public FieldEditor
{
    Q_OBJECT

public:
    ComposedNameEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    QString measure() const override;
    std::optional<Severity> measureSeverity() const override;

protected:
    void leaving(QWidget* control) override;

private:
    void follow(const QString& typed);
    void showFixedParts();

    const Field* m_choice; ///< whose option the end takes up; null for none
    QLabel* m_prefix;
    QLineEdit* m_middle;
    QLabel* m_suffix;
    QLabel* m_whole;
    InlineNote* m_note;
    QString m_before;       ///< the text before the last key
    bool m_touched = false; ///< typed into since it was entered
};

} // namespace jz::ui
