// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/png_cleaner.h"

#include "model/pdf/exif_orientation.h"
#include "model/pdf/picture_walk.h"

#include <QtEndian>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QByteArray signature("\x89PNG\r\n\x1A\n", 8);
constexpr std::array<QByteArrayView, 12> keptChunks{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM",
                                                    "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs"};

constexpr quint32 mostExif = 1 << 20;

/// The CRC of ISO 3309, as PNG's annex D computes it.
class Crc
{
public:
    void add(const QByteArray& bytes)
    {
        static const std::array<quint32, 256> table = makeTable();
        for (const char c : bytes)
            m_value = table[(m_value ^ uchar(c)) & 0xFF] ^ (m_value >> 8);
    }
    quint32 value() const { return ~m_value; }

private:
    static std::array<quint32, 256> makeTable()
    {
        std::array<quint32, 256> table{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = c & 1 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
    quint32 m_value = 0xFFFFFFFFU;
};

class Walker : PictureWalk
{
public:
    Walker(QFile& in, OutputFile* out) : PictureWalk(in, out) {}

    PngFacts run()
    {
        if (read(8) != signature)
            fail(u"no PNG signature"_s);
        write(signature);
        QByteArray type;
        while (type != "IEND")
            type = chunk(type.isEmpty());
        if (m_facts.pixels.isEmpty() || !m_data)
            fail(u"no image in it"_s);
        if (!m_in.atEnd())
            m_facts.needsCleaning = true;
        return m_facts;
    }

private:
    QByteArray chunk(bool first)
    {
        const QByteArray head = read(8);
        const QByteArray type = head.mid(4);
        const auto length = qFromBigEndian<quint32>(head.constData());
        const bool kept = std::find(keptChunks.begin(), keptChunks.end(), QByteArrayView(type)) != keptChunks.end();
        if (length > 0x7FFFFFFFU || first != (type == "IHDR") || (first && length != 13))
            fail(u"chunks out of order"_s);
        if (type == "eXIf" && length <= mostExif)
            return exif(head, qint64(length));
        m_facts.needsCleaning |= !kept;
        m_data |= type == "IDAT";
        const auto keep = [&](const QByteArray& bytes) {
            if (kept)
                write(bytes);
        };
        keep(head);
        Crc crc;
        crc.add(type);
        for (qint64 left = length; left > 0;) {
            const QByteArray piece = read(std::min<qint64>(left, 256 * 1024));
            if (first)
                m_facts.pixels = {qFromBigEndian<qint32>(piece.constData()),
                                  qFromBigEndian<qint32>(piece.constData() + 4)};
            crc.add(piece);
            keep(piece);
            left -= piece.size();
        }
        const QByteArray checksum = read(4);
        if (qFromBigEndian<quint32>(checksum.constData()) != crc.value())
            fail(u"wrong checksum in chunk "_s + QString::fromLatin1(type));
        keep(checksum);
        return type;
    }

    /// Of EXIF the orientation stays, unless it is the usual one.
    QByteArray exif(const QByteArray& head, qint64 length)
    {
        const QByteArray body = read(length);
        read(4);
        m_facts.orientation = orientationIn(body);
        const QByteArray kept = orientationBlock(m_facts.orientation);
        m_facts.needsCleaning |= m_facts.orientation == 1 || body != kept;
        if (m_facts.orientation != 1) {
            Crc crc;
            crc.add("eXIf" + kept);
            QByteArray frame(8, '\0');
            qToBigEndian(quint32(kept.size()), frame.data());
            qToBigEndian(crc.value(), frame.data() + 4);
            write(frame.left(4) + head.mid(4) + kept + frame.mid(4));
        }
        return head.mid(4);
    }

    PngFacts m_facts;
    bool m_data = false;
};

} // namespace

PngFacts walkPng(QFile& in, OutputFile* out)
{
    return Walker(in, out).run();
}

} // namespace jz
