// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/local_facts.h"

#include "model/recommendation/supplement_words.h"
#include "model/reference/reference_data.h"
#include "model/reference/text_forms.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

CallFacts::Deadline localDeadline(const SupplementDeadline& own, const CallFacts& facts, const QString& body, const QString& amendment)
{
    CallFacts::Deadline deadline;
    deadline.id = amendment + u'/' + (own.of.isEmpty() ? u"receipt"_s : own.of);
    deadline.at = own.at;
    deadline.source = amendment;
    deadline.arrival = true;
    deadline.label = LocalizedText{u"%1收件截止（本地）"_s, u"%1 stops receiving (local)"_s}.arg(body);
    for (const CallFacts::Deadline& each : facts.deadlines) {
        if (each.id != own.of)
            continue;
        deadline.arrival = each.arrival;
        deadline.label = LocalizedText{u"%1要求的%2（本地）"_s, u"%1: %2 (local)"_s}.arg(body, each.label);
    }
    return deadline;
}

} // namespace

void layOver(CallFacts& facts, const Supplement& supplement)
{
    if (supplement.repeals)
        return;
    const QString amendment = u"local/%1/%2"_s.arg(supplement.from, QString::number(supplement.number));
    facts.amendments.append({amendment, supplement.issued, supplementSource(supplement), true});
    QList<CallFacts::Deadline> own;
    for (const SupplementDeadline& each : supplement.deadlines)
        own << localDeadline(each, facts, shortBodyName(supplement.from), amendment);
    facts.deadlines += own;
    std::stable_sort(facts.deadlines.begin(), facts.deadlines.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    QJsonObject materials = facts.raw.value("materials"_L1).toObject();
    for (auto each = supplement.copies.begin(); each != supplement.copies.end(); ++each) {
        QJsonObject material = materials.value(each.key()).toObject();
        material.insert("copies"_L1, each.value());
        materials.insert(each.key(), material);
    }
    facts.raw.insert("materials"_L1, materials);
    if (supplement.fileName.isEmpty())
        return;
    QJsonObject names = facts.raw.value("fileNames"_L1).toObject();
    const bool hasSuffix = supplement.fileName.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    names.insert("dossier"_L1, hasSuffix ? supplement.fileName : QString(supplement.fileName + u".pdf"_s));
    facts.raw.insert("fileNames"_L1, names);
}

QString recommendingBodyOf(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::RecommendingBody && !dossier.text(field.id).isEmpty())
                return dossier.text(field.id);
    return {};
}

bool isSameBody(const QString& one, const QString& other)
{
    const RecommendingBodies& bodies = builtInReferenceData().bodies;
    const RecommendingBody* const listed = bodies.find(one);
    return comparisonKey(one) == comparisonKey(other) || (listed && listed == bodies.find(other));
}

} // namespace jz
