// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"

#include "model/base/json_file.h"

#include <openssl/evp.h>

namespace jz {

struct Sha256::Context
{
    EVP_MD_CTX* state = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(state); }
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    if (EVP_DigestInit_ex(m_context->state, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc(); // nothing else can be wrong with it
}

Sha256::~Sha256() = default;

void Sha256::add(const char* data, qint64 size)
{
    EVP_DigestUpdate(m_context->state, data, static_cast<size_t>(size));
}

QByteArray Sha256::result()
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context->state, reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    return digest;
}

QByteArray sha256(const QByteArray& bytes)
{
    Sha256 hash;
    hash.add(bytes.constData(), bytes.size());
    return hash.result();
}

QByteArray sha256OfFile(const QString& path)
{
    QFile file(path);
    openForReading(file);
    Sha256 hash;
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = file.read(piece.data(), piece.size())) > 0)
        hash.add(piece.constData(), count);
    if (count < 0)
        throw unreadable(path, file.errorString());
    return hash.result();
}

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString base32(const QByteArray& bytes)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    unsigned buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(alphabet[(buffer >> unsigned(bits - 5)) & 31U]);
    }
    if (bits > 0)
        text += QLatin1Char(alphabet[(buffer << unsigned(5 - bits)) & 31U]);
    return text;
}

} // namespace jz
