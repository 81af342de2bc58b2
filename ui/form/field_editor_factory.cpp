// SPDX-License-Identifier: Apache-2.0
#include "ui/form/field_editor.h"
#include "ui/form/text_editor.h"

namespace jz::ui {

FieldEditor* makeFieldEditor(DossierSession& session, const Field& field, QWidget* parent)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Email:
        return new TextEditor(session, field, parent);
    case FieldType::LongText:
    case FieldType::CreditCode:
    case FieldType::Mobile:
    case FieldType::Phone:
    case FieldType::Division:
    case FieldType::RecommendingBody:
    case FieldType::RecommendingBodies:
    case FieldType::SingleChoice:
    case FieldType::MultipleChoice:
    case FieldType::ComposedName:
    case FieldType::Table:
    case FieldType::Phases:
    case FieldType::Links:
    case FieldType::Attachments:
    case FieldType::Boolean:
    case FieldType::Signature:
    case FieldType::Date:
    case FieldType::Seal:
    case FieldType::Repeat:
    case FieldType::Record:
        break;
    }
    return nullptr;
}

} // namespace jz::ui
