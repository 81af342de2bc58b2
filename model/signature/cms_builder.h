// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"

namespace jz {

/// The CMS (RFC 5652) of a PAdES baseline-B signature (ETSI EN 319 142-1) over a document whose SHA-256 is
/// `digest`: detached, one signer, signed attributes content-type, message-digest and signing-certificate-v2
/// (RFC 5035) and no signing-time, which PAdES keeps in /M. DER.
QByteArray buildCms(const Identity& identity, const QByteArray& digest);

} // namespace jz
