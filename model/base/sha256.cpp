// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"

#include "model/base/json_file.h"

#include <QCryptographicHash>

namespace jz {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray sha256OfFile(const QString& path)
{
    QFile file(path);
    openForReading(file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        throw unreadable(path, file.errorString());
    return hash.result();
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
