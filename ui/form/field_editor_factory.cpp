// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attachments_editor.h"
#include "ui/form/composed_name_editor.h"
#include "ui/form/division_editor.h"
#include "ui/form/field_editor.h"
#include "ui/form/links_editor.h"
#include "ui/form/long_text_editor.h"
#include "ui/form/multiple_choice_editor.h"
#include "ui/form/phases_editor.h"
#include "ui/form/recommending_bodies_editor.h"
#include "ui/form/recommending_body_editor.h"
#include "ui/form/single_choice_editor.h"
#include "ui/form/table_editor.h"
#include "ui/form/text_editor.h"

namespace jz::ui {

FieldEditor* makeFieldEditor(DossierSession& session, const Field& field, QWidget* parent)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::CreditCode:
    case FieldType::Mobile:
    case FieldType::Phone:
    case FieldType::Email:
        return new TextEditor(session, field, parent);
    case FieldType::LongText:
        return new LongTextEditor(session, field, parent);
    case FieldType::Division:
        return new DivisionEditor(session, field, parent);
    case FieldType::RecommendingBody:
        return new RecommendingBodyEditor(session, field, parent);
    case FieldType::RecommendingBodies:
        return new RecommendingBodiesEditor(session, field, parent);
    case FieldType::SingleChoice:
    case FieldType::Boolean:
        return new SingleChoiceEditor(session, field, parent);
    case FieldType::MultipleChoice:
        return new MultipleChoiceEditor(session, field, parent);
    case FieldType::ComposedName:
        return new ComposedNameEditor(session, field, parent);
    case FieldType::Links:
        return new LinksEditor(session, field, parent);
    case FieldType::Table:
        return new TableEditor(session, field, parent);
    case FieldType::Phases:
        return new PhasesEditor(session, field, parent);
    case FieldType::Attachments:
        return new AttachmentsEditor(session, field, parent);
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
