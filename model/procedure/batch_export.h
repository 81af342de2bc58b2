// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/aside.h"
#include "model/base/parallel.h"
#include "model/exchange/bundle.h"
#include "model/procedure/package.h"
#include "model/recommendation/ranking_sheet.h"

#include <optional>

namespace jz {

/// A batch as it is to be sent.
struct ExportOrder
{
    QString out;                        ///< `.zip` for a plain zip, anything else a bundle
    std::optional<Identity> deliveryKey;///< closes the ranking sheet; needed to write
    std::optional<Identity> certificate;///< of the body: signs the ranking sheet instead
    const Passphrase* passphrase = nullptr;
    qint64 limit = 0;                   ///< what the receiver takes at most, bytes; 0: nothing is said
    QDate day;                          ///< of issue; invalid: today
    qint64 person = 0;
};

/// A batch that was sent, or could be.
struct ExportedBatch
{
    bool written = false;
    Findings findings;                 ///< sendingFindings(), `batch.size` (over the limit, a warning that names the heaviest). With an error nothing is written
    RankingSheet sheet;
    QList<PackageFile> files;          ///< in the order of the bundle; the sheet's own are estimates until it is written
    qint64 bytes = 0;                  ///< of the bundle, or what it will come to
    QList<LocalizedText> changes;      ///< against the sending before; empty for the first
    LocalizedText message;             ///< to go with it into a mail or a messenger
};

/// What a sending would be now: nothing is written. Throws Error NotFound for a batch that is not there.
ExportedBatch plannedExport(Workspace& workspace, qint64 batch, qint64 limit = 0);

/// Writes the bundle (报送包): the dossiers in ranking order under the call's names, signature papers (签章件), the ranking sheet as PDF with its data, as XLSX and
/// DOCX; and writes the sending down. `out` appears whole or not at all. A batch over quota, with dossiers that are not endorsed or with
/// declarations missing is not written: the findings say why.
///
/// Throws Error as plannedExport(), writeRankingSheet(), signPaper(), writeBundle(); Cancelled.
/// What takes long is done by `aside`, on whose thread `control` is called.
ExportedBatch exportBatch(Workspace& workspace, qint64 batch, const ExportOrder& order, const WorkControl& control = {}, const Aside& aside = runHere);

/// The ranking sheet for the office system: title, table, date, without red head and number; and for a spreadsheet. Throws Error NotWritable.
void writeRankingDocument(const RankingSheet& sheet, const CallPack& pack, const QString& path);
void writeRankingTable(const RankingSheet& sheet, const CallPack& pack, const QString& path);

} // namespace jz
