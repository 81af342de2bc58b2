// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/openssl_handles.h"
#include "model/signature/passphrase.h"

#include <openssl/provider.h>

namespace jz {

/// What an identity is made of, as it comes out of a file. Inside this room only.
struct IdentityParts
{
    ssl::Key key;
    ssl::Certificate certificate; ///< the signer's
    ssl::Certificates others;
};

/// Bytes of a file that hold a private key: wiped when they go out of scope.
struct KeyBytes
{
    QByteArray bytes;
    explicit KeyBytes(QByteArray content) : bytes(std::move(content)) {}
    KeyBytes(KeyBytes&& other) noexcept = default;
    KeyBytes(const KeyBytes&) = delete;
    KeyBytes& operator=(const KeyBytes&) = delete;
    ~KeyBytes() { OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size())); }
};

/// The bytes of a file with a key, read past buffers that nobody would wipe. Errors: NotFound, Unreadable, TooLarge (over 1 MB).
KeyBytes readKeyFile(const QString& path);

/// The ciphers of old files (RC2, DES), which OpenSSL 3 keeps in a provider of their own: there as long as the object lives.
class OldCiphers
{
public:
    OldCiphers() : m_provider(OSSL_PROVIDER_try_load(nullptr, "legacy", 1)) {}
    bool areThere() const { return m_provider != nullptr; }

private:
    std::unique_ptr<OSSL_PROVIDER, ssl::Deleter<OSSL_PROVIDER_unload>> m_provider;
};

/// PEM (RFC 7468): key and certificates in one file, or in two beside each other that differ in their suffix
/// (`unit.pem`, `unit.crt` or `unit.cer` with `unit.key`). `content` is that of `path`. What is missing stays null.
/// Throws Error WrongPassphrase, or what reading the second file throws.
IdentityParts readPemIdentity(const QString& path, const QByteArray& content, const Passphrase& passphrase);

} // namespace jz
