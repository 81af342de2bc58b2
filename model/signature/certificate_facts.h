// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/openssl_handles.h"

#include <QDateTime>

namespace jz {

/// Facts read out of certificates and keys. Inside this room only.

/// The common name of the holder, else the organisation, else the whole subject on one line.
QString holderName(const X509* certificate);
/// The same of who issued it.
QString issuerName(const X509* certificate);
/// UTC; invalid for a time that cannot be read.
QDateTime toDateTime(const ASN1_TIME* time);
/// Issuer and holder are the same.
bool isSelfIssued(X509* certificate);
/// OpenSSL's name of the curve of an EC key (`prime256v1`); empty for other keys.
QByteArray curveName(const EVP_PKEY* key);
/// When /KeyUsage is there (RFC 5280, 4.2.1.3), it allows digitalSignature or nonRepudiation.
bool maySignDocuments(X509* certificate);

} // namespace jz
