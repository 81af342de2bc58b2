// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/corrections.h"
#include "model/print/text_shaper.h"

#include <QUuid>

namespace jz {

/// What a correction statement (更正说明) is made from.
struct CorrectionContent
{
    const CallPack& pack;        ///< words: `paper.correction`
    QUuid id;                    ///< of the statement itself: its pages are not taken for pages of the dossier
    QUuid dossier;
    int fromRevision = 1;
    int toRevision = 2;
    QByteArray dataFingerprint;  ///< SHA-256 of the new revision's dossier.json
    QString unit;                ///< who corrects
    QString subject;             ///< what the dossier is called
    QList<Correction> corrections;
};

/// What the pack calls such a statement.
QString correctionTitle(const CallPack& pack);

/// Lays out the statement: title, what it corrects, a table of was and is, room for the unit's signature and seal, and
/// footers with codes of its own. A pure function of content and fonts.
Paper layoutCorrection(const CorrectionContent& content, TextShaper& shaper);

} // namespace jz
