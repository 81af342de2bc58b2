// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/office_desk.h"

#include "model/procedure/office_intake.h"

namespace jz::cli {

/// What came to the office, as JSON and as lines.

/// A finding as it was kept, as a line.
QString keptLine(const QJsonValue& finding);

/// [{"body", "kind", "quota": number or null, "counted", "findings"}]
QJsonArray bodiesJson(const IntakeView& view);
/// {"dossier", "body", "rank": 0 for one that is not on the sheet, "title", "base", "category": id, "applicant", "code", "region", "revision", "fingerprint", "sha256",
/// "verdict", "signature", "endorsed": [{"body", "joint", "kind", "signer", "file", "sha256", "found"}], "findings", "arrival": {"on", "copies", "remark", "late"} or
/// null, "admission": {"admitted", "reason", "at"} or null}
QJsonObject submissionJson(const IntakeView& view, qsizetype index);
/// Findings that dossiers have with others: [{"dossier", "body", "findings"}]
QJsonArray togetherJson(const IntakeView& view);
/// {"file", "outcome": see outcomeName(), "body", "kind", "number", "sender", "sha256", "dossiers": [{"dossier", "rank", "title", "applicant", "verdict", "signature",
/// "endorsed", "sha256", "findings"}], "findings"}
QJsonObject takenJson(const TakenBundle& taken);

void tellSubmission(const IntakeView& view, qsizetype index);
void tellTaken(const TakenBundle& taken);

} // namespace jz::cli
