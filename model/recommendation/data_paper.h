// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/pdf/assembly_plan.h"
#include "model/print/page_map.h"
#include "model/print/text_shaper.h"
#include "model/signature/identity.h"

namespace jz {

/// A paper beside the dossiers (修改意见, 推荐排序表, 签章件): pages, and inside them the data that they say.
struct DataPaper
{
    Paper paper;
    PageMap map;        ///< without its pages, which are those of `paper`
    QString dataName;   ///< file name of the data inside
    QString dataTitle;  ///< what they are, in words
    QByteArray data;
    QString title;
    QString author;
    QString keyword;    ///< behind `juanzong` in the keywords
    QList<AttachmentSource> pictures = {}; ///< drawn on the pages
    QList<Placement> placements = {};      ///< where
};

/// Writes it, not closed yet, with a free field for the delivery mark beside those that the paper has. `out` appears whole or not at all. Throws Error
/// as assemblePdf().
void assembleDataPaper(const DataPaper& content, const CallPack& pack, TextShaper& shaper, const QString& out);

/// Writes it, closed by the delivery mark. Throws Error as assembleDataPaper() and signPdf().
void writeDataPaper(const DataPaper& content, const CallPack& pack, TextShaper& shaper, const Identity& deliveryKey, const QString& out);

/// What a paper is called in messages about it.
struct PaperKindWords
{
    LocalizedText kind;   ///< 修改意见 / return slip
    LocalizedText sender; ///< 推荐单位 / the recommending body
};

/// The data of a paper that is as it was sent.
struct ClosedData
{
    QByteArray bytes;
    QString sender; ///< of the delivery mark: SHA-256 of its certificate, 64 lower-case hex digits; empty for a paper signed by certificate alone
};

/// Reads them. Any file may be given: Error NotFound and Unreadable; Unsupported when no such data are inside (another paper, printed or
/// saved anew) or nothing closes the paper; Malformed when it was altered or damaged after it was closed.
ClosedData readClosedData(const QString& path, const QString& dataName, qint64 largest, const PaperKindWords& words);

/// Whether a file is a PDF with data of that name inside; says nothing about whether it is whole. Never throws for what a file holds.
bool carriesData(const QString& path, const QString& dataName);

} // namespace jz
