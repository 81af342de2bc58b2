// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/passphrase.h"
#include "model/signature/pkcs11_session.h"
#include "model/signature/signing_key.h"

#include <memory>
#include <optional>

namespace jz {

/// A private key inside a token. Every value it makes is checked with the certificate before it is handed over.
/// Inside this room only.
class TokenKey final : public SigningKey
{
public:
    /// `pin`: kept, and wiped with the key, only where the token wants it again for each signature.
    TokenKey(std::shared_ptr<const p11::Session> session, CK_OBJECT_HANDLE key, ssl::Certificate certificate,
             const Passphrase& pin);

    QByteArray sign(const QByteArray& bytes, const QString& holder) const override;

private:
    QByteArray valueOver(const QByteArray& digest) const;
    bool verifies(const QByteArray& bytes, const QByteArray& value) const;

    std::shared_ptr<const p11::Session> m_session;
    CK_OBJECT_HANDLE m_key;
    ssl::Certificate m_certificate;
    std::optional<Passphrase> m_pin;
};

} // namespace jz
