// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const Choice* findChoice(const QList<Choice>& choices, const QString& id)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& c) { return c.id == id; });
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

bool Field::hasValue() const
{
    switch (type) {
    case FieldType::Attachments:
    case FieldType::Signature:
    case FieldType::Date:
    case FieldType::Seal:
    case FieldType::Repeat:
    case FieldType::Record:
        return false;
    default:
        return true;
    }
}

const Column* Field::column(const QString& columnId) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == columnId; });
    return found == columns.end() ? nullptr : &*found;
}

std::optional<int> CallFacts::quota(const QString& bodyKind) const
{
    for (const Quota& each : quotas)
        if (each.bodyKind == bodyKind)
            return each.most;
    return std::nullopt;
}

const CallFacts::Amendment* CallFacts::amendmentOf(const Deadline& deadline) const
{
    const auto found = std::find_if(amendments.begin(), amendments.end(),
                                    [&](const Amendment& each) { return !deadline.source.isEmpty() && each.id == deadline.source; });
    return found == amendments.end() ? nullptr : &*found;
}

LocalizedText CallFacts::sourceOf(const Deadline& deadline) const
{
    const Amendment* const amendment = amendmentOf(deadline);
    return amendment ? amendment->source : LocalizedText{deadline.clause, deadline.clause};
}

const Section* CallPack::sectionOf(const QString& fieldId) const
{
    for (const Section& section : sections)
        for (const Field& each : section.fields)
            if (each.id == fieldId)
                return &section;
    return nullptr;
}

const Field* CallPack::field(const QString& fieldId) const
{
    for (const Section& section : sections)
        for (const Field& each : section.fields)
            if (each.id == fieldId)
                return &each;
    return nullptr;
}

QString CallPack::optionLabel(const QString& fieldId, const QString& optionId) const
{
    const Field* const owner = field(fieldId);
    const Choice* const option = owner ? findChoice(owner->options, optionId) : nullptr;
    return option ? option->label : QString();
}

SizeLimits CallPack::sizeLimits() const
{
    const QJsonObject sizes = facts.raw.value("sizes"_L1).toObject();
    const auto bytes = [&](QLatin1StringView name) { return sizes.value(name).toInteger(); };
    return {bytes("fileWarning"_L1), bytes("dossierWarning"_L1), bytes("dossierError"_L1)};
}

} // namespace jz
