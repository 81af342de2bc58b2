// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

namespace jz {

/// Whom a unit lets sign in its leader's place.
struct AuthorisationOrder
{
    QString head;     ///< who leads the unit; empty: written by hand
    QString deputy;   ///< who signs
    QString position; ///< of the deputy
};

/// Writes the letter of authorisation (授权书) for a dossier: a paper of its own that is printed, signed, sealed and taken in like a
/// dossier (takeScansIn()). `out` appears whole or not at all; the same dossier and order give the same bytes. Returns its pages.
/// Throws Error Usage when nobody is named, NotWritable.
int writeAuthorisation(const Dossier& dossier, const CallPack& pack, const AuthorisationOrder& order, const QString& out);

} // namespace jz
