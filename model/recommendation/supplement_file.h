// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/supplement.h"
#include "model/signature/identity.h"

namespace jz {

/// A notice as it came in a file.
struct ReceivedSupplement
{
    Supplement supplement;
    QByteArray data; ///< supplement.json as embedded; its SHA-256 tells two notices apart
    QString sender;  ///< SHA-256 of the delivery mark's certificate, 64 lower-case hex digits
};

/// Name under which the data lies in a notice.
QString supplementDataName();
/// The kind of paper that a notice's page map says it is.
QString supplementPaperKind();

/// Writes a notice: the printed paper, its data inside, closed by the delivery mark of `deliveryKey`. `out` appears whole or not at all. Throws Error
/// Usage with the first error of supplementFindings(), NotWritable, and as signPdf().
void writeSupplement(const Supplement& supplement, const CallPack& pack, const Identity& deliveryKey, const QString& out);

/// Prints it to be looked at, whatever stands against it: without the delivery mark it is no notice that anybody takes over. Throws Error NotWritable.
void printSupplement(const Supplement& supplement, const CallPack& pack, const QString& out);

/// Whether a file is a PDF with a notice's data inside; says nothing about whether it is whole. Never throws for what a file holds.
bool isSupplement(const QString& path);

/// Reads a notice and holds it against its call. Any file may be given: Error NotFound and Unreadable; Unsupported when it is no notice, was printed or
/// saved anew, is of a newer format, of a call that is not installed or of another version of its form, or has something in it that no body may ask
/// for (supplementFindings() has an error: later than the call, not from a body …); Malformed when it was altered or damaged after it was closed, or
/// when its data are broken.
ReceivedSupplement readSupplement(const QString& path);

} // namespace jz
