// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/print/attachment_pages.h"
#include "model/print/table.h"

#include <functional>

namespace jz {

/// What the printed dossier (申报书) is made from.
struct DossierPaperContent
{
    const CallPack& pack;
    const Dossier& dossier;
    QList<AttachmentEntry> attachments;
    QByteArray dataFingerprint;  ///< SHA-256 of dossier.json
    std::function<QString(const QString&)> divisionName;
    bool draft = false;          ///< with the watermark of the pack
};

/// Lays out the whole dossier: the form as in the template, then the attachments. A pure function of its
/// content and of the fonts installed; takes about 0.1 s, most of it to open the fonts.
Paper layoutDossier(const DossierPaperContent& content, TextShaper& shaper);

/// Where the form stands on its pages: A4 within the margins of the pack (`paper.margins`).
PageArea formArea(const CallPack& pack);

/// The fonts that the pack wishes for, as far as they are here.
Fonts fontsOf(const CallPack& pack);

} // namespace jz
