// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

namespace jz::ui {

class GrowingText;
class InlineNote;

/// Edits several paragraphs, with their length counted as it is typed. Nothing that was typed is ever cut off.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT

public:
    LongTextEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    QString measure() const override;
    std::optional<Severity> measureSeverity() const override;

private:
    void follow();

    GrowingText* m_text;
    InlineNote* m_note;
};

} // namespace jz::ui
