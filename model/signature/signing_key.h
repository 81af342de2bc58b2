// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/openssl_handles.h"

namespace jz {

/// What makes signature values: a key in memory, or one inside a token that never leaves it.
/// Inside this room only.
class SigningKey
{
public:
    SigningKey() = default;
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;
    virtual ~SigningKey() = default;
    /// PKCS#1 v1.5 or ECDSA (DER) over SHA-256 of `bytes`. Throws Error Unusable naming `holder`.
    virtual QByteArray sign(const QByteArray& bytes, const QString& holder) const = 0;
};

/// The kind and size of a key that this program signs with: throws Error Unusable naming `subject` for others.
void requireSupported(EVP_PKEY* key, const QString& subject);

} // namespace jz
