// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/text_shaper.h"

#include <QUuid>

namespace jz {

/// What a letter of authorisation (授权书) is made from.
struct AuthorisationContent
{
    const CallPack& pack;       ///< words: `paper.authorisation`
    QUuid id;                   ///< of the letter itself
    QUuid dossier;
    int revision = 1;
    QByteArray dataFingerprint; ///< SHA-256 of the data of the letter
    QString unit;               ///< who authorises
    QString subject;            ///< what the dossier is called
    QString head;               ///< who leads the unit; empty: left for the pen
    QString deputy;             ///< who may sign
    QString position;
};

/// What the pack calls such a letter.
QString authorisationTitle(const CallPack& pack);

/// Lays out the letter: whom the unit lets sign which dossier, room for the deputy's specimen signature, for the leader's signature
/// and the unit's seal, footers with codes of its own. A pure function of content and fonts.
Paper layoutAuthorisation(const AuthorisationContent& content, TextShaper& shaper);

} // namespace jz
