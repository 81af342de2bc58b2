// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/text_shaper.h"

#include <QDate>
#include <QUuid>

namespace jz {

/// One line of a participants' list.
struct ParticipantRow
{
    QString name;
    QString kind;         ///< the word for it
    QString fingerprint;  ///< SHA-256 of the certificate, 64 hex digits
    QDate validTo;        ///< of the certificate
};

/// What a participants' list (参与方名单) is made from.
struct ParticipantsContent
{
    const CallPack& pack;       ///< words: `paper.participants`, where it has any
    QUuid id;
    int number = 1;             ///< 第…号, 1–99: a higher one replaces a lower one
    QDate issued;
    QString office;             ///< who issues it
    QByteArray dataFingerprint; ///< SHA-256 of the data inside
    QList<ParticipantRow> rows;
};

/// What the paper is called.
QString participantsTitle(const CallPack& pack);

/// Lays out the list: title, what it is for, a table of names and fingerprints, room for the office's signature and seal, and
/// footers with codes of its own (its number stands as revision). A pure function of content and fonts.
Paper layoutParticipants(const ParticipantsContent& content, TextShaper& shaper);

} // namespace jz
