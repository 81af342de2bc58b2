// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

namespace jz {

/// What lists of dossiers show of one, whatever the call: told by the types of its fields.
struct ListedFacts
{
    QString base;       ///< middle part of the composed name
    QString code;       ///< credit code of the unit
    QString categoryId; ///< of the first choice that has to be made
    QString category;   ///< its label
    QString place;
    QString contact;
    QString phone;
};
ListedFacts listedFactsOf(const Dossier& dossier, const CallPack& pack);

} // namespace jz
