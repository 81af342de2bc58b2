// SPDX-License-Identifier: Apache-2.0
#include "model/signature/document_digest.h"

namespace jz {

QByteArray rangeDigest(const ByteSource& source, const std::array<qint64, 4>& range, const EVP_MD* algorithm)
{
    constexpr qint64 step = 256 * 1024;
    QByteArray piece(step, Qt::Uninitialized);
    const ssl::DigestContext context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), algorithm, nullptr);
    for (size_t part = 0; part < 4; part += 2) {
        const qint64 end = range[part] + range[part + 1];
        for (qint64 at = range[part]; at < end;) {
            const qint64 count = source.read(at, piece.data(), std::min(step, end - at));
            if (count <= 0)
                return {};
            EVP_DigestUpdate(context.get(), piece.constData(), static_cast<size_t>(count));
            at += count;
        }
    }
    QByteArray digest(EVP_MD_get_size(algorithm), Qt::Uninitialized);
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    return digest;
}

} // namespace jz
