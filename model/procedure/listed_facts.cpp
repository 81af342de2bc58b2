// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/listed_facts.h"

#include "model/dossier/value_words.h"
#include "model/recommendation/duplicates.h"
#include "model/reference/reference_data.h"

namespace jz {

namespace {

/// The first field of that type that has to be filled in; null when there is none.
const Field* firstOf(FieldType type, const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == type && field.requirement == Requirement::Required)
                return &field;
    return nullptr;
}

/// Its value as people read it.
QString wordsOf(FieldType type, const Dossier& dossier, const CallPack& pack)
{
    const Field* const field = firstOf(type, pack);
    if (!field)
        return {};
    Address place;
    place.field = field->id;
    return valueWords(dossier.values.value(field->id), place, pack, builtInReferenceData().divisions).zh;
}

/// Whom the first mobile number belongs to: in a form the name stands before the number.
QString nameBeforeMobile(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections) {
        QString name;
        for (const Field& field : section.fields) {
            if (field.type == FieldType::Mobile)
                return name;
            if (field.type == FieldType::Text)
                name = dossier.text(field.id);
        }
    }
    return {};
}

} // namespace

ListedFacts listedFactsOf(const Dossier& dossier, const CallPack& pack)
{
    const ComparedBase base = comparedBaseOf(dossier, pack, {});
    const Field* const choice = firstOf(FieldType::SingleChoice, pack);
    return {base.base,
            base.code,
            choice ? dossier.text(choice->id) : QString(),
            wordsOf(FieldType::SingleChoice, dossier, pack),
            wordsOf(FieldType::Division, dossier, pack),
            nameBeforeMobile(dossier, pack),
            wordsOf(FieldType::Mobile, dossier, pack)};
}

} // namespace jz
