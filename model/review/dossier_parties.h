// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

namespace jz {

/// A text of a dossier and where it stands.
struct PartyText
{
    QString text;
    QString field;
    int row = -1;        ///< 0-based; -1 for a field that is no table
    QString column;
    LocalizedText label; ///< of the place, as the form calls it

    bool operator==(const PartyText&) const = default;
};

/// A person that a dossier names in a place of its own.
struct NamedPerson
{
    PartyText name;
    QStringList beside;  ///< what stands in the same row or block: title, unit
};

/// Whom a dossier names: what conflicts of interest (回避) are looked for in.
struct DossierParties
{
    QList<PartyText> units;        ///< host institutions
    QList<PartyText> codes;        ///< their credit codes
    QList<PartyText> bodies;       ///< recommending bodies
    QList<NamedPerson> people;
    QList<PartyText> participants; ///< texts that name units and people who take part
    QList<PartyText> mentions;     ///< other texts
    QList<PartyText> mails;
    QList<PartyText> phones;

    /// The people named, each once, in the order of the form.
    QStringList names() const;
};

/// Reads them out of a dossier. Which fields name units and people is the call's to say (facts.json, `parties`); codes, recommending bodies, mails
/// and telephones are known by the types of the fields. Empty values are left out.
DossierParties partiesOf(const Dossier& dossier, const CallPack& pack);

} // namespace jz
