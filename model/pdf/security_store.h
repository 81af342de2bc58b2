// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

namespace jz {

/// One piece of validation data, as DER that nobody has looked at.
struct StoredItem
{
    QByteArray bytes;
    qint64 offset = 0; ///< where its object stands in the file: tells which time stamps cover it
    ObjectId object;
    bool operator==(const StoredItem&) const = default;
};

/// The document security store (/DSS, ISO 32000-2, 12.8.4.3): what a later signer or an archive added so that
/// the signatures can be examined without a network. Its /VRI only repeat what belongs to which signature.
struct SecurityStore
{
    QList<StoredItem> certificates;
    QList<StoredItem> revocationLists; ///< CRL (RFC 5280)
    QList<StoredItem> responses;       ///< OCSP (RFC 6960)
    bool isWhole = true;               ///< false: something could not be read, or is over the limits
};

/// Reads it as the newest revision has it; each object once. At most 2000 items, 10 MB each and 64 MB together.
/// Throws nothing: what cannot be read is not in it, and it says so.
SecurityStore readSecurityStore(const PdfStructure& structure);

} // namespace jz
