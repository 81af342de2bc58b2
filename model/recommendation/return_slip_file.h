// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/recommendation/return_slip.h"
#include "model/signature/identity.h"

namespace jz {

/// A return slip as it came in a file.
struct ReceivedSlip
{
    ReturnSlip slip;
    QByteArray data;   ///< return-slip.json as embedded; its SHA-256 tells two slips apart
    QString sender;    ///< SHA-256 of the delivery mark's certificate, 64 lower-case hex digits
};

/// Name under which the data lies in a slip.
QString slipDataName();

/// The kind of paper that a slip's page map says it is.
QString slipPaperKind();

/// Writes a slip: the printed paper, its data inside, closed by the delivery mark of `deliveryKey`. `dossier` is the revision it is
/// about. `out` appears whole or not at all. The same slip gives the same paper, but for the mark. Throws Error NotWritable, Usage as
/// requireComplete(), and as signPdf().
void writeReturnSlip(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack, const Identity& deliveryKey, const QString& out);

/// Whether a file is a PDF with a slip's data inside; says nothing about whether it is whole. Never throws for what a file holds.
bool isReturnSlip(const QString& path);

/// Reads a slip. Any file may be given: Error NotFound and Unreadable; Unsupported when it is no slip, was printed or saved anew by another
/// program, or is of a newer format; Malformed when it was altered or damaged after it was closed, or when its data are broken.
ReceivedSlip readReturnSlip(const QString& path);

} // namespace jz
