// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/text_shaper.h"

#include <QUuid>

namespace jz {

/// What a request for the use of the seal (用印呈批) is made from.
struct SealRequestContent
{
    const CallPack& pack;        ///< words: `paper.sealRequest`
    QUuid id;                    ///< of the request itself: its page is not taken for a page of the dossier
    QUuid dossier;
    int revision = 1;
    QByteArray dataFingerprint;  ///< SHA-256 of the revision's dossier.json
    QString title;               ///< what the document is called
    int pages = 0;               ///< of one copy
    int copies = 1;
    QList<int> sealedPages;      ///< 1-based: those that bear signature and seal of the unit
    QString purpose;             ///< what it is for; empty: handing in by the call's notice
    QString person;              ///< who asks; empty: a line to write on
    QString department;          ///< his; empty: a line to write on
};

/// What the pack calls such a sheet.
QString sealRequestTitle(const CallPack& pack);

/// Lays out the sheet on one page: which document, how many pages and copies, which pages are to be signed and stamped, who asks,
/// room for opinions, and for what was done; a footer with a code of its own. A pure function of content and fonts.
Paper layoutSealRequest(const SealRequestContent& content, TextShaper& shaper);

} // namespace jz
