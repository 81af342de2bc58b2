// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/dossier/change.h"

#include <QDate>

namespace jz {

/// One remark of a return slip.
struct SlipNote
{
    Address place;       ///< the field empty: the dossier as a whole. A row that is meant whole has no column
    QString words;       ///< what is wrong there and what is asked for; never empty
    QString quote;       ///< the words of the value that are meant; empty for none
    QJsonValue proposed; ///< the value that would do there, in the shape that Change has; null for none. Only for a whole value or a cell

    bool operator==(const SlipNote&) const = default;
    bool hasProposal() const { return !proposed.isNull() && !proposed.isUndefined(); }
};

/// A return slip (修改意见、预审意见): what a recommending body says to one revision of a dossier. It travels as a paper of its own
/// with these data inside (`return-slip.json`), see return_slip_file.h.
struct ReturnSlip
{
    enum class Outcome {
        Returned, ///< 退回修改
        Passed,   ///< 预审通过: that revision may be finalised, printed, signed and sealed
    };
    Outcome outcome = Outcome::Returned;
    QString callId;
    QByteArray formHash;    ///< of the form that the revision was filled in on, 32 bytes
    QUuid dossier;
    int revision = 1;
    QByteArray fingerprint; ///< SHA-256 of the revision's dossier.json, 32 bytes
    QString title;          ///< what is applied for, for people who have not the dossier at hand
    QString applicant;
    QString from;           ///< who says so; never empty
    QString contact;        ///< whom to ask: name, telephone; may be empty
    QDate issued;
    QDate due;              ///< by when the next revision is wanted; invalid for no date
    QString letter;         ///< what is said beside the notes; may be empty
    QList<SlipNote> notes;

    bool operator==(const ReturnSlip&) const = default;
    bool passed() const { return outcome == Outcome::Passed; }
};

/// `returned` or `passed`, for data and command line.
QString outcomeName(ReturnSlip::Outcome outcome);

/// return-slip.json: UTF-8, keys sorted, no blanks.
///
///     {"applicant", "call": {"formHash", "id"}, "contact", "dossier", "due": ISO or "", "fingerprint", "format": 1, "from",
///      "issued": ISO, "kind": "return-slip", "letter", "notes": [{"part": "value"|"attachment", "field", "row", "column",
///      "words", "quote", ("proposed")}], "outcome": "returned"|"passed", "revision", "title"}
QByteArray returnSlipJson(const ReturnSlip& slip);

/// Reads what returnSlipJson() wrote. `subject` is named in errors. Throws Error Malformed (broken JSON, a part missing or of the wrong
/// type, naming it; more than 2000 notes; texts of more than 20,000 characters) and Unsupported (another kind, a newer format).
ReturnSlip parseReturnSlip(const QByteArray& bytes, const QString& subject);

} // namespace jz
