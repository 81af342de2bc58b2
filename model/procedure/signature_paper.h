// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/page_map.h"
#include "model/procedure/scanned_paper.h"
#include "model/procedure/signature_paper_data.h"

namespace jz {

/// Writes one: a page that says what it belongs to, the scans behind it, its data inside, closed by the delivery mark. `map`: of the dossier; `pictures` in the
/// order of `pages`. `out` appears whole or not at all. Throws Error as writeDataPaper() and inspectAttachment().
void writeSignaturePaper(const SignaturePaper& paper, const PageMap& map, const CallPack& pack, const QList<ScannedPicture>& pictures, const Identity& deliveryKey,
                         const QString& out);

struct ReceivedSignaturePaper
{
    SignaturePaper paper;
    QString sender; ///< of its delivery mark
};
bool isSignaturePaper(const QString& path);
/// Reads one. Any file may be given: errors as readClosedData() and parseSignaturePaper().
ReceivedSignaturePaper readSignaturePaper(const QString& path);

} // namespace jz
