// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/exif_orientation.h"

#include <QtEndian>

#include <array>

namespace jz {

int orientationIn(const QByteArray& tiff)
{
    const bool little = tiff.startsWith("II");
    if (tiff.size() < 8 || (!little && !tiff.startsWith("MM")))
        return 1;
    const auto number16 = [&](qsizetype at) -> quint32 {
        return little ? qFromLittleEndian<quint16>(tiff.constData() + at)
                      : qFromBigEndian<quint16>(tiff.constData() + at);
    };
    const quint32 directory = little ? qFromLittleEndian<quint32>(tiff.constData() + 4)
                                     : qFromBigEndian<quint32>(tiff.constData() + 4);
    if (qint64(directory) + 2 > tiff.size())
        return 1;
    const quint32 entries = number16(directory);
    for (quint32 i = 0; i < entries; ++i) {
        const qint64 at = qint64(directory) + 2 + qint64(i) * 12;
        if (at + 12 > tiff.size())
            return 1;
        if (number16(at) == 0x0112) {
            const quint32 value = number16(at + 8);
            return value >= 1 && value <= 8 ? int(value) : 1;
        }
    }
    return 1;
}

QByteArray orientationBlock(int orientation)
{
    QByteArray tiff("MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    tiff[19] = char(orientation);
    return tiff;
}

int turnedOrientation(int orientation, int degrees)
{
    // Where each goes with a quarter clockwise.
    static constexpr std::array<int, 9> next{1, 6, 7, 8, 5, 2, 3, 4, 1};
    for (int done = 0; done < degrees; done += 90)
        orientation = next.at(size_t(orientation));
    return orientation;
}

QImageIOHandler::Transformations transformationsOf(int orientation)
{
    using T = QImageIOHandler;
    static constexpr std::array<QImageIOHandler::Transformation, 9> all{
        T::TransformationNone,     T::TransformationNone,
        T::TransformationMirror,   T::TransformationRotate180,
        T::TransformationFlip,     T::TransformationFlipAndRotate90,
        T::TransformationRotate90, T::TransformationMirrorAndRotate90,
        T::TransformationRotate270};
    return all.at(size_t(orientation));
}

} // namespace jz
