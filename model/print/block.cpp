// SPDX-License-Identifier: Apache-2.0
#include "model/print/block.h"

#include "model/base/sha256.h"

namespace jz {

namespace {

constexpr int fingerprintBytes = 10; // 16 base-32 characters

/// Hundredths of a millimetre: finer differences are noise of the font library, not content.
void addLength(QByteArray& bytes, double mm)
{
    bytes += QByteArray::number(qRound64(mm * 100)) + ' ';
}

void addRect(QByteArray& bytes, const QRectF& rect)
{
    for (const double length : {rect.x(), rect.y(), rect.width(), rect.height()})
        addLength(bytes, length);
}

} // namespace

QString Page::fingerprint() const
{
    QByteArray bytes = "page 1\n";
    addRect(bytes, QRectF(QPointF(), size));
    for (const Block& block : blocks) {
        bytes += '\n' + QByteArray::number(int(block.kind)) + ' ';
        addRect(bytes, block.rect);
        bytes += QByteArray::number(int(block.style.role)) + ' ';
        addLength(bytes, block.style.size);
        bytes += block.text.toUtf8();
    }
    bytes += '\n' + source.toUtf8();
    return base32(sha256(bytes).left(fingerprintBytes));
}

} // namespace jz
