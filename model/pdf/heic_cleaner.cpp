// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/blanked_copy.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/picture_facts.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Items that are pictures or put pictures together (ISO/IEC 23008-12).
constexpr std::array<QByteArrayView, 9> keptItems{"hvc1", "av01", "avc1", "vvc1", "j2k1",
                                                  "grid", "iovl", "iden", "tmap"};
constexpr std::array<QByteArrayView, 17> keptProperties{"ispe", "colr", "pixi", "pasp", "hvcC", "av1C",
                                                        "avcC", "vvcC", "j2kH", "irot", "imir", "clap",
                                                        "auxC", "rloc", "lsel", "a1op", "a1lx"};
constexpr std::array<QByteArrayView, 4> keptWhole{"pitm", "iref", "dinf", "grpl"};
constexpr qint64 mostItems = 100'000;

template<size_t N> bool isOneOf(const std::array<QByteArrayView, N>& all, const QByteArray& type)
{
    return std::find(all.begin(), all.end(), QByteArrayView(type)) != all.end();
}

struct Box
{
    QByteArray type;
    qint64 begin = 0;
    qint64 content = 0;
    qint64 end = 0;

    qint64 length() const { return end - begin; }
};

struct Extent
{
    qint64 begin = 0;
    qint64 length = 0;
};

class HeicWalker
{
public:
    explicit HeicWalker(QFile& in) : m_in(in), m_copy(in) {}

    PictureFacts run(OutputFile* out)
    {
        const QList<Box> boxes = boxesIn(0, m_in.size());
        for (const Box& box : boxes) {
            if (box.type == "ftyp")
                keep(box);
            else if (box.type == "mdat")
                m_copy.keep(box.begin, box.content - box.begin); // what items have in it is kept below
            else if (box.type == "meta" && !m_metaSeen)
                readMeta(box);
            else
                makeFree(box);
        }
        if (!m_metaSeen)
            throw damagedPicture(m_in.fileName(), u"no meta box"_s);
        keepItems();
        PictureFacts facts;
        facts.needsCleaning = m_copy.write(out);
        facts.pages = {{QSize(), 1}};
        return facts;
    }

private:
    [[noreturn]] void fail(const QString& detail) const { throw damagedPicture(m_in.fileName(), detail); }

    QByteArray read(qint64 at, qint64 length)
    {
        if (at < 0 || length < 0 || at > m_in.size() - length || !m_in.seek(at))
            fail(u"ends too early"_s);
        return m_in.read(length);
    }

    qint64 number(qint64& at, int width)
    {
        const QByteArray bytes = read(at, width);
        at += width;
        quint64 value = 0;
        for (const char byte : bytes)
            value = value << 8 | uchar(byte);
        return value > quint64(1) << 62 ? -1 : qint64(value);
    }

    QList<Box> boxesIn(qint64 at, qint64 end)
    {
        QList<Box> boxes;
        while (end - at >= 8) {
            qint64 place = at;
            qint64 length = number(place, 4);
            Box box{read(at + 4, 4), at, at + 8, 0};
            if (length == 1) {
                place = at + 8;
                length = number(place, 8);
                box.content = at + 16;
            }
            box.end = length == 0 ? end : at + length;
            const bool sound = box.end >= box.content && box.end <= end && length >= 0;
            if (!sound && !boxes.isEmpty() &&
                boxes.first().begin == 0) // What phones hang on behind the picture
                box = {"    ", at, at + 8, end};
            else if (!sound)
                fail(u"a box runs over its end"_s);
            boxes << box;
            at = box.end;
        }
        return boxes;
    }

    void keep(const Box& box) { m_copy.keep(box.begin, box.length()); }

    /// The box stays in its place as free space.
    void makeFree(const Box& box)
    {
        QByteArray head(4, '\0');
        qToBigEndian(quint32(std::min<qint64>(box.length(), 0xFFFFFFFF)), head.data());
        const bool wide = box.content - box.begin == 16;
        m_copy.patch(box.begin, wide ? QByteArray("\0\0\0\1free", 8) : head + "free");
        if (wide)
            m_copy.keep(box.begin + 8, 8);
    }

    void readMeta(const Box& meta)
    {
        m_metaSeen = true;
        m_copy.keep(meta.begin, meta.content + 4 - meta.begin);
        const QList<Box> boxes = boxesIn(meta.content + 4, meta.end);
        for (const Box& box : boxes) {
            if (isOneOf(keptWhole, box.type)) {
                keep(box);
            } else if (box.type == "hdlr") {
                m_copy.keep(box.begin, 32); // without the name that follows
            } else if (box.type == "iinf") {
                readItems(box);
            } else if (box.type == "iloc") {
                keep(box);
                readPlaces(box);
            } else if (box.type == "iprp") {
                readProperties(box);
            } else if (box.type == "idat") {
                m_copy.keep(box.begin, box.content - box.begin);
                m_idat = box.content;
            } else {
                makeFree(box);
            }
        }
    }

    void readItems(const Box& box)
    {
        const int version = uchar(read(box.content, 1).at(0));
        const qint64 first = box.content + 4 + (version == 0 ? 2 : 4);
        m_copy.keep(box.begin, first - box.begin);
        const QList<Box> entries = boxesIn(first, box.end);
        for (const Box& entry : entries) {
            const int width = uchar(read(entry.content, 1).at(0)) < 3 ? 2 : 4;
            qint64 at = entry.content + 4;
            const qint64 id = number(at, width);
            const QByteArray type = read(at + 2, 4);
            m_types.insert(id, type);
            // The name of an item that is followed by nothing else may go
            m_copy.keep(entry.begin, (type == "mime" || type == "uri " ? entry.end : at + 6) - entry.begin);
        }
    }

    void readProperties(const Box& box)
    {
        m_copy.keep(box.begin, box.content - box.begin);
        const QList<Box> parts = boxesIn(box.content, box.end);
        for (const Box& part : parts) {
            if (part.type != "ipco") {
                keep(part);
                continue;
            }
            m_copy.keep(part.begin, part.content - part.begin);
            const QList<Box> properties = boxesIn(part.content, part.end);
            for (const Box& property : properties) {
                if (isOneOf(keptProperties, property.type))
                    keep(property);
                else
                    makeFree(property);
            }
        }
    }

    /// The item location box (ISO/IEC 14496-12, 8.11.3).
    void readPlaces(const Box& box)
    {
        qint64 at = box.content;
        const int version = int(number(at, 4) >> 24);
        const qint64 sizes = number(at, 2);
        const int offsetWidth = int(sizes >> 12 & 15);
        const int lengthWidth = int(sizes >> 8 & 15);
        const int baseWidth = int(sizes >> 4 & 15);
        const int indexWidth = version == 0 ? 0 : int(sizes & 15);
        const int idWidth = version < 2 ? 2 : 4;
        const qint64 count = number(at, idWidth);
        if (version > 2 || count > mostItems)
            fail(u"iloc"_s);
        for (qint64 i = 0; i < count; ++i) {
            const qint64 id = number(at, idWidth);
            const qint64 method = version == 0 ? 0 : number(at, 2) & 15;
            at += 2;
            const qint64 base = number(at, baseWidth);
            const qint64 extents = number(at, 2);
            for (qint64 k = 0; k < extents; ++k) {
                at += indexWidth;
                const qint64 offset = number(at, offsetWidth);
                const qint64 length = number(at, lengthWidth);
                m_places << Place{id, method, {base + offset, length}};
            }
        }
    }

    void keepItems()
    {
        for (const Place& place : m_places) {
            const QByteArray type = m_types.value(place.id);
            const qint64 begin = place.extent.begin + (place.method == 1 ? m_idat : 0);
            const qint64 length = place.extent.length == 0 ? m_in.size() - begin : place.extent.length;
            if (place.method > 1 && isOneOf(keptItems, type))
                fail(u"items inside items"_s);
            if (begin < 0 || length < 0 || begin > m_in.size())
                fail(u"an item outside the file"_s);
            if (isOneOf(keptItems, type))
                m_copy.keep(begin, length);
            else if (type == "Exif" && place.method < 2 && length >= 18)
                m_copy.patch(begin, QByteArray("\0\0\0\0MM\0\x2A\0\0\0\x08\0\0\0\0\0\0", 18));
            else if (type == "mime" && place.method < 2)
                m_copy.patch(begin, QByteArray(std::min(length, m_in.size() - begin), ' '));
        }
    }

    struct Place
    {
        qint64 id = 0;
        qint64 method = 0; ///< 0: in the file, 1: in the idat box, 2: in another item
        Extent extent;
    };

    QFile& m_in;
    BlankedCopy m_copy;
    QMap<qint64, QByteArray> m_types;
    QList<Place> m_places;
    qint64 m_idat = 0;
    bool m_metaSeen = false;
};

} // namespace

PictureFacts walkHeic(QFile& in, OutputFile* out)
{
    return HeicWalker(in).run(out);
}

} // namespace jz
