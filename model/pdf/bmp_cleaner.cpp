// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/blanked_copy.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/picture_facts.h"

#include <QtEndian>

#include <cstdlib>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileHeader = 14;
constexpr quint32 coreHeader = 12;
constexpr quint32 infoHeader = 40;
constexpr quint32 headerWithProfile = 124;
constexpr quint32 embeddedProfile =
    0x4D424544; ///< 'MBED'; a linked one ('LINK') is a path of somebody's machine

quint32 number(const QByteArray& bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + at) : 0;
}

} // namespace

PictureFacts walkBmp(QFile& in, OutputFile* out)
{
    in.seek(0);
    const QByteArray head = in.read(fileHeader + headerWithProfile);
    const quint32 pixels = number(head, 10);
    const quint32 header = number(head, 14);
    const bool core = header == coreHeader;
    if (head.size() < fileHeader + coreHeader || (!core && header < infoHeader) || pixels >= in.size())
        throw damagedPicture(in.fileName(), u"header"_s);
    const QSize size = core ? QSize(qFromLittleEndian<quint16>(head.constData() + 18),
                                    qFromLittleEndian<quint16>(head.constData() + 20))
                            : QSize(int(number(head, 18)), std::abs(int(number(head, 22))));
    if (size.isEmpty() || size.height() < 0)
        throw damagedPicture(in.fileName(), u"no pixels"_s);
    const int bits = core ? qFromLittleEndian<quint16>(head.constData() + 24)
                          : qFromLittleEndian<quint16>(head.constData() + 28);
    const quint32 compression = core ? 0 : number(head, 30);
    const bool plain = compression == 0 || compression == 3;
    const qint64 length =
        plain ? (qint64(size.width()) * bits + 31) / 32 * 4 * size.height() : qint64(number(head, 34));
    BlankedCopy copy(in);
    copy.keep(0, fileHeader + header);
    // Masks and palette stand between the header and the pixels
    const qint64 colours = bits > 8 ? 0 : qint64(1) << bits;
    copy.keep(fileHeader + header, std::min<qint64>(pixels - fileHeader - header, 16 + colours * 4));
    copy.keep(pixels, length > 0 ? length : in.size() - pixels);
    if (header == headerWithProfile && number(head, 70) == embeddedProfile)
        copy.keep(fileHeader + number(head, 126), number(head, 130));
    copy.endAfterKept();
    PictureFacts facts;
    facts.needsCleaning = copy.write(out);
    facts.pages = {{size, 1}};
    return facts;
}

} // namespace jz
