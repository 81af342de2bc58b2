// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/jpeg_cleaner.h"

#include "model/pdf/exif_orientation.h"
#include "model/pdf/picture_walk.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

enum Marker : uchar {
    TEM = 0x01, SOF0 = 0xC0, DHT = 0xC4, JPG = 0xC8, DAC = 0xCC, SOF15 = 0xCF, RST0 = 0xD0, RST7 = 0xD7,
    SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, DQT = 0xDB, DNL = 0xDC, DRI = 0xDD, APP0 = 0xE0, APP1 = 0xE1,
    APP2 = 0xE2, APP14 = 0xEE,
};

const QByteArray exifHeader("Exif\0\0", 6);

class Walker : PictureWalk
{
public:
    Walker(QFile& in, OutputFile* out) : PictureWalk(in, out) {}

    JpegFacts run()
    {
        if (byte() != 0xFF || byte() != SOI)
            fail(u"no SOI marker"_s);
        write(QByteArray("\xFF\xD8", 2));
        uchar marker = nextMarker();
        while (marker != EOI)
            marker = marker == SOS ? scan() : segment(marker);
        write(QByteArray("\xFF\xD9", 2));
        if (m_facts.pixels.isEmpty() || !m_scanned)
            fail(u"no image in it"_s);
        if (m_at < m_buffer.size() || !m_in.atEnd())
            m_facts.needsCleaning = true;
        return m_facts;
    }

private:
    void refill()
    {
        m_buffer = m_in.read(256 * 1024);
        m_at = 0;
        if (m_buffer.isEmpty())
            fail(u"ends too early"_s);
    }

    uchar byte()
    {
        if (m_at >= m_buffer.size())
            refill();
        return uchar(m_buffer.at(m_at++));
    }

    QByteArray bytes(qsizetype count)
    {
        QByteArray result;
        while (result.size() < count) {
            if (m_at >= m_buffer.size())
                refill();
            const qsizetype take = std::min(count - result.size(), m_buffer.size() - m_at);
            result.append(m_buffer.constData() + m_at, take);
            m_at += take;
        }
        return result;
    }

    /// A marker may be preceded by any number of fill bytes.
    uchar nextMarker()
    {
        if (byte() != 0xFF)
            fail(u"a marker is missing"_s);
        uchar marker = byte();
        while (marker == 0xFF)
            marker = byte();
        return marker;
    }

    /// One segment; returns the marker after it.
    uchar segment(uchar marker)
    {
        if (marker == 0 || marker == TEM || (marker >= RST0 && marker <= SOI))
            fail(u"a marker in the wrong place"_s);
        const int length = byte() << 8 | byte();
        if (length < 2)
            fail(u"a segment without length"_s);
        const QByteArray body = bytes(length - 2);
        note(marker, body);
        const QByteArray kept = cleaned(marker, body);
        if (kept != body)
            m_facts.needsCleaning = true;
        if (!kept.isNull()) {
            const qsizetype size = kept.size() + 2;
            const std::array<char, 4> head{char(0xFF), char(marker), char(size >> 8), char(size & 0xFF)};
            write(QByteArray(head.data(), 4) + kept);
        }
        return nextMarker();
    }

    void note(uchar marker, const QByteArray& body)
    {
        if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
            if (body.size() < 6 || body.size() < 6 + 3 * uchar(body.at(5)))
                fail(u"a frame header that is too short"_s);
            m_facts.precision = uchar(body.at(0));
            m_facts.pixels = {qFromBigEndian<quint16>(body.constData() + 3),
                              qFromBigEndian<quint16>(body.constData() + 1)};
            m_facts.components = uchar(body.at(5));
            m_facts.huffman = marker <= SOF0 + 2;
            m_facts.rgb = m_facts.components == 3 && body.at(6) == 'R' && body.at(9) == 'G' && body.at(12) == 'B';
        } else if (marker == APP1 && body.startsWith(exifHeader) && !m_exifSeen) {
            m_facts.orientation = orientationIn(body.mid(exifHeader.size()));
        } else if (marker == APP2 && body.startsWith("ICC_PROFILE")) {
            m_facts.hasProfile = true;
        }
    }

    /// What is kept of a segment's body; null when nothing is.
    QByteArray cleaned(uchar marker, const QByteArray& body)
    {
        if (marker == APP0 && body.startsWith(QByteArrayView("JFIF\0", 5)) && body.size() >= 14) {
            QByteArray withoutThumbnail = body.left(14);
            withoutThumbnail[12] = withoutThumbnail[13] = 0;
            return withoutThumbnail;
        }
        if (marker == APP1 && body.startsWith(exifHeader) && !m_exifSeen) {
            m_exifSeen = true;
            return m_facts.orientation == 1 ? QByteArray() : exifHeader + orientationBlock(m_facts.orientation);
        }
        const bool profile = marker == APP2 && body.startsWith(QByteArrayView("ICC_PROFILE\0", 12));
        const bool adobe = marker == APP14 && body.startsWith("Adobe");
        const bool other = marker == 0xFE || marker >= APP0;
        return profile || adobe || !other ? (body.isNull() ? QByteArray("") : body) : QByteArray();
    }

    /// A scan: its header and the entropy-coded data up to the next marker, which is returned.
    uchar scan()
    {
        const int length = byte() << 8 | byte();
        const QByteArray header = bytes(std::max(0, length - 2));
        const std::array<char, 4> head{char(0xFF), char(SOS), char(length >> 8), char(length & 0xFF)};
        write(QByteArray(head.data(), 4) + header);
        m_scanned = true;
        for (;;) {
            if (m_at >= m_buffer.size())
                refill();
            const char* from = m_buffer.constData() + m_at;
            const auto left = m_buffer.size() - m_at;
            const auto* found = static_cast<const char*>(std::memchr(from, 0xFF, size_t(left)));
            const qsizetype plain = found ? found - from : left;
            write(QByteArray::fromRawData(from, plain));
            m_at += plain;
            if (!found)
                continue;
            const uchar marker = nextMarker();
            if (marker != 0 && (marker < RST0 || marker > RST7))
                return marker;
            const std::array<char, 2> stuffed{char(0xFF), char(marker)};
            write(QByteArray(stuffed.data(), 2));
        }
    }

    QByteArray m_buffer;
    qsizetype m_at = 0;
    JpegFacts m_facts;
    bool m_scanned = false;
    bool m_exifSeen = false;
};

} // namespace

JpegFacts walkJpeg(QFile& in, OutputFile* out)
{
    return Walker(in, out).run();
}

} // namespace jz
