// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/damaged_picture.h"
#include "model/pdf/exif_orientation.h"
#include "model/pdf/picture_facts.h"

#include <QtEndian>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, 7> keptChunks{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
constexpr uchar hasXmp = 0x04;
constexpr uchar hasExif = 0x08;
constexpr qint64 mostExif = 1 << 20;

/// A chunk of the container (WebP Container Specification): four letters, length, data, padded to even
/// length.
struct Chunk
{
    QByteArray type;
    qint64 data = 0;
    qint64 length = 0;

    qint64 padded() const { return length + (length & 1); }
};

class WebpWalker
{
public:
    explicit WebpWalker(QFile& in) : m_in(in) {}

    PictureFacts run(OutputFile* out)
    {
        readChunks();
        if (out)
            write(*out);
        PictureFacts facts;
        facts.pages = {{m_canvas, m_orientation}};
        facts.needsCleaning = m_needsCleaning;
        return facts;
    }

private:
    [[noreturn]] void fail(const QString& detail) const { throw damagedPicture(m_in.fileName(), detail); }

    QByteArray read(qint64 at, qint64 length)
    {
        if (!m_in.seek(at))
            fail(u"ends too early"_s);
        const QByteArray bytes = m_in.read(length);
        if (bytes.size() != length)
            fail(u"ends too early"_s);
        return bytes;
    }

    static bool isKept(const Chunk& chunk)
    {
        return std::find(keptChunks.begin(), keptChunks.end(), QByteArrayView(chunk.type)) !=
               keptChunks.end();
    }

    void readChunks()
    {
        const qint64 end = 8 + qint64(qFromLittleEndian<quint32>(read(4, 4).constData()));
        if (end > m_in.size() + 1)
            fail(u"ends too early"_s);
        m_needsCleaning = end < m_in.size();
        for (qint64 at = 12; at + 8 <= end;) {
            const QByteArray head = read(at, 8);
            const Chunk chunk{head.left(4), at + 8, qint64(qFromLittleEndian<quint32>(head.constData() + 4))};
            if (chunk.data + chunk.length > end)
                fail(u"a chunk runs over the end"_s);
            note(chunk);
            at = chunk.data + chunk.padded();
        }
        if (m_canvas.isEmpty())
            fail(u"no image in it"_s);
    }

    void note(const Chunk& chunk)
    {
        if (chunk.type == "VP8X" && chunk.length >= 10) {
            const QByteArray body = read(chunk.data, 10);
            const auto side = [&](qsizetype at) {
                return 1 + (uchar(body.at(at)) | uchar(body.at(at + 1)) << 8 | uchar(body.at(at + 2)) << 16);
            };
            m_canvas = {side(4), side(7)};
        } else if (chunk.type == "VP8 " && chunk.length >= 10 && m_canvas.isEmpty()) {
            const QByteArray body = read(chunk.data, 10);
            m_canvas = {qFromLittleEndian<quint16>(body.constData() + 6) & 0x3FFF,
                        qFromLittleEndian<quint16>(body.constData() + 8) & 0x3FFF};
        } else if (chunk.type == "VP8L" && chunk.length >= 5 && m_canvas.isEmpty()) {
            const auto bits = qFromLittleEndian<quint32>(read(chunk.data, 5).constData() + 1);
            m_canvas = {int(bits & 0x3FFF) + 1, int(bits >> 14 & 0x3FFF) + 1};
        }
        if (chunk.type == "EXIF")
            noteExif(chunk);
        else if (isKept(chunk))
            m_kept << chunk;
        else
            m_needsCleaning = true;
    }

    void noteExif(const Chunk& chunk)
    {
        QByteArray body = read(chunk.data, std::min(chunk.length, mostExif));
        if (body.startsWith(QByteArrayView("Exif\0\0", 6)))
            body.remove(0, 6); // The JPEG's header, left in by some writers
        if (!m_exifSeen)
            m_orientation = orientationIn(body);
        m_exifSeen = true;
        m_needsCleaning |= m_orientation == 1 || body != orientationBlock(m_orientation);
    }

    void write(OutputFile& out)
    {
        const QByteArray exif = m_orientation == 1 ? QByteArray() : orientationBlock(m_orientation);
        qint64 size = 4 + (exif.isEmpty() ? 0 : 8 + exif.size());
        for (const Chunk& chunk : m_kept)
            size += 8 + chunk.padded();
        out.write("RIFF" + number(size) + "WEBP");
        for (const Chunk& chunk : m_kept) {
            out.write(chunk.type + number(chunk.length));
            if (chunk.type == "VP8X")
                out.write(flagsOf(chunk, !exif.isEmpty()));
            else
                copy(chunk, out);
        }
        if (!exif.isEmpty())
            out.write("EXIF" + number(exif.size()) + exif);
    }

    QByteArray flagsOf(const Chunk& chunk, bool exif)
    {
        QByteArray body = read(chunk.data, chunk.length);
        body[0] = char((uchar(body.at(0)) & ~(hasXmp | hasExif)) | (exif ? hasExif : 0));
        return body + QByteArray(chunk.padded() - chunk.length, '\0');
    }

    void copy(const Chunk& chunk, OutputFile& out)
    {
        for (qint64 done = 0; done < chunk.length;) {
            const qint64 step = std::min<qint64>(chunk.length - done, 1 << 20);
            out.write(read(chunk.data + done, step));
            done += step;
        }
        out.write(QByteArray(chunk.padded() - chunk.length, '\0'));
    }

    static QByteArray number(qint64 value)
    {
        QByteArray bytes(4, '\0');
        qToLittleEndian(quint32(value), bytes.data());
        return bytes;
    }

    QFile& m_in;
    QList<Chunk> m_kept;
    QSize m_canvas;
    int m_orientation = 1;
    bool m_exifSeen = false;
    bool m_needsCleaning = false;
};

} // namespace

PictureFacts walkWebp(QFile& in, OutputFile* out)
{
    return WebpWalker(in).run(out);
}

} // namespace jz
