// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/signature_role.h"

#include <QRectF>

#include <optional>

namespace jz {

/// A signature field of a paper.
struct FieldInfo
{
    QString name;
    QRectF rect; ///< points; its size is the one the appearance should be drawn in
};

/// The field that the next signature of that role goes into; nothing when all are signed or there are none.
/// Errors as PdfStructure.
std::optional<FieldInfo> firstFreeField(const QString& path, SignatureRole role);

/// What to sign with.
struct SignRequest
{
    SignatureRole role = SignatureRole::Applicant;
    Identity identity;
    QByteArray appearance; ///< a PDF of one page, of the size of the field, with its fonts embedded; empty: invisible
    QString name;          ///< /Name; empty: the name in the certificate
    QString reason;        ///< /Reason: the opinion
    QDateTime time;        ///< /M; the signer's claim; invalid: now
    int contentsSize = 12 * 1024; ///< bytes kept free for the CMS
};

/// Adds one signature as an incremental update: every earlier byte stays. The applicant, or the delivery mark in its
/// place, certifies with DocMDP 2; a recommender adds an approval signature. `out` may be `in`; it appears whole or not
/// at all, and only after our own verifier has found the new signature intact and covering the file, the earlier ones
/// intact, and nothing changed after them that must not: whoever signs behind an alteration would lend it his name.
///
/// Deterministic but for the signature value. Memory does not grow with the file.
/// Errors: NotFound, Unreadable, NotWritable; Malformed (no PDF, damaged, truncated); NoFreeField; Unsupported
/// (encrypted, an earlier signature forbids it, an applicant or a delivery mark after others); Unusable (certificate
/// not valid now, a key for delivery marks in the place of a unit's or the other way round, an earlier signature does
/// not hold or the file was altered after it, the result does not verify); TooLarge (CMS larger than the space kept
/// free).
void signPdf(const QString& in, const QString& out, const SignRequest& request);

} // namespace jz
