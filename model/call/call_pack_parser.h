// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"

namespace jz {

/// The four documents of a pack folder, read and checked; amendments already merged into `facts`.
struct CallPackDocuments
{
    QJsonObject form;
    QJsonObject rules;
    QJsonObject rubric;
    QJsonObject facts;
    QList<CallFacts::Amendment> amendments;
};

/// Turns documents that passed the schemas and the cross checks into a pack. Never fails: what the checks
/// let through has a place here.
CallPack parseCallPack(const CallPackDocuments& documents);

/// A moment of the call, "yyyy-MM-ddThh:mm" in the zone of that IANA name. Invalid when either is wrong.
QDateTime callMoment(const QString& text, const QString& zone);

/// {"zh": …, "en": …}
LocalizedText localizedText(const QJsonValue& value);

} // namespace jz
