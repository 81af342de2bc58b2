// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/blanked_copy.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/picture_facts.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

enum Tag : quint32 {
    NewSubfileType = 254,
    ImageWidth = 256,
    ImageLength = 257,
    Compression = 259,
    Photometric = 262,
    StripOffsets = 273,
    Orientation = 274,
    StripByteCounts = 279,
    XResolution = 282,
    YResolution = 283,
    TileOffsets = 324,
    TileByteCounts = 325,
};

/// What decoding needs, in order: TIFF 6.0, its fax and JPEG supplements, the ICC profile.
constexpr std::array keptTags{254U, 255U, 256U, 257U, 258U, 259U, 262U, 263U, 266U,  273U, 274U,
                              277U, 278U, 279U, 280U, 281U, 282U, 283U, 284U, 286U,  287U, 290U,
                              291U, 292U, 293U, 296U, 297U, 301U, 317U, 318U, 319U,  320U, 321U,
                              322U, 323U, 324U, 325U, 326U, 327U, 328U, 332U, 334U,  336U, 338U,
                              339U, 340U, 341U, 347U, 529U, 530U, 531U, 532U, 34675U};

constexpr int mostDirectories = 1000;
constexpr qint64 mostEntries = 4096;
constexpr quint32 oldJpeg = 6;
constexpr quint32 sensorPattern = 32803;

struct Entry
{
    quint32 tag = 0;
    int type = 0;
    qint64 count = 0;
    qint64 values = 0; ///< where they stand in the file
    QByteArray raw;
};

struct Directory
{
    qint64 at = 0;
    qint64 length = 0;
    QList<Entry> entries; ///< that are kept
    PicturePage page;
    bool reduced = false;
    bool usable = true; ///< a picture that can be decoded and cleaned
};

class TiffWalker
{
public:
    explicit TiffWalker(QFile& in) : m_in(in), m_copy(in) {}

    PictureFacts run(OutputFile* out)
    {
        const QByteArray head = read(0, 8);
        m_little = head.startsWith("II");
        m_big = number(head, 2, 2) == 43;
        m_width = m_big ? 8 : 4;
        QList<Directory> directories = readDirectories(number(read(m_big ? 8 : 4, m_width), 0, m_width));
        const bool onlyReduced =
            std::all_of(directories.begin(), directories.end(), [](const Directory& d) { return d.reduced; });
        if (!onlyReduced)
            directories.removeIf([](const Directory& d) { return d.reduced; });
        for (const Directory& directory : directories)
            if (!directory.usable)
                refuse();
        PictureFacts facts;
        for (const Directory& directory : directories)
            facts.pages << directory.page;
        keep(directories);
        m_copy.endAfterKept();
        facts.needsCleaning = m_copy.write(out);
        return facts;
    }

private:
    [[noreturn]] void fail(const QString& detail) const { throw damagedPicture(m_in.fileName(), detail); }

    [[noreturn]] void refuse() const
    {
        throw Error(
            ErrorCode::Unsupported,
            LocalizedText{
                u"“%1”是相机原始格式或早期格式的 TIFF，无法使用。请用看图软件另存为 JPEG 或 PDF 后再选。"_s,
                u"“%1” is a raw picture of a camera or a TIFF of an early kind and cannot be used. Save it "
                u"as "
                "JPEG or PDF and choose that file."_s}
                .arg(m_in.fileName()),
            m_in.fileName());
    }

    QByteArray read(qint64 at, qint64 length)
    {
        if (at < 0 || length < 0 || length > m_in.size() || at > m_in.size() - length || !m_in.seek(at))
            fail(u"ends too early"_s);
        return m_in.read(length);
    }

    qint64 number(const QByteArray& bytes, qsizetype at, int width) const
    {
        quint64 value = 0;
        for (int i = 0; i < width; ++i)
            value |= quint64(uchar(bytes.at(at + i))) << (8 * (m_little ? i : width - 1 - i));
        return value > quint64(1) << 62 ? -1 : qint64(value);
    }

    QByteArray encoded(qint64 value, int width) const
    {
        QByteArray bytes(width, '\0');
        for (int i = 0; i < width; ++i)
            bytes[m_little ? i : width - 1 - i] = char(value >> (8 * i));
        return bytes;
    }

    static int sizeOf(int type)
    {
        static constexpr std::array<int, 19> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
        return type > 0 && size_t(type) < sizes.size() ? sizes.at(size_t(type)) : 0;
    }

    QList<Directory> readDirectories(qint64 at)
    {
        QList<Directory> directories;
        QSet<qint64> seen;
        while (at != 0) {
            if (seen.contains(at) || directories.size() >= mostDirectories)
                fail(u"directories without end"_s);
            seen.insert(at);
            Directory directory = readDirectory(at);
            at = number(read(at + directory.length - m_width, m_width), 0, m_width);
            directories << directory;
        }
        if (directories.isEmpty())
            fail(u"no directory"_s);
        return directories;
    }

    Directory readDirectory(qint64 at)
    {
        const int countWidth = m_big ? 8 : 2;
        const int entrySize = m_big ? 20 : 12;
        const qint64 count = number(read(at, countWidth), 0, countWidth);
        if (count < 1 || count > mostEntries)
            fail(u"directory"_s);
        Directory directory;
        directory.at = at;
        directory.length = countWidth + count * entrySize + m_width;
        const QByteArray bytes = read(at, directory.length);
        for (qint64 i = 0; i < count; ++i) {
            const qint64 place = countWidth + i * entrySize;
            const Entry entry = entryAt(bytes.mid(place, entrySize), at + place);
            if (std::binary_search(keptTags.begin(), keptTags.end(), entry.tag) && sizeOf(entry.type) > 0)
                directory.entries << entry;
        }
        describe(directory);
        return directory;
    }

    Entry entryAt(const QByteArray& raw, qint64 at)
    {
        Entry entry{quint32(number(raw, 0, 2)), int(number(raw, 2, 2)), number(raw, 4, m_width), 0, raw};
        const qint64 valueAt = 4 + m_width;
        if (entry.count < 0 || entry.count > m_in.size())
            entry.type = 0;
        const bool isInline = entry.count * sizeOf(entry.type) <= m_width;
        entry.values = isInline ? at + valueAt : number(raw, valueAt, m_width);
        return entry;
    }

    QList<qint64> numbers(const Directory& directory, quint32 tag)
    {
        const auto found = std::find_if(directory.entries.begin(), directory.entries.end(),
                                        [&](const Entry& e) { return e.tag == tag; });
        QList<qint64> result;
        if (found == directory.entries.end())
            return result;
        const int width = sizeOf(found->type);
        const QByteArray bytes = read(found->values, found->count * width);
        for (qint64 i = 0; i < found->count; ++i)
            result << number(bytes, i * width, width);
        return result;
    }

    qint64 numberOf(const Directory& directory, quint32 tag, qint64 otherwise)
    {
        const QList<qint64> all = numbers(directory, tag);
        return all.isEmpty() ? otherwise : all.first();
    }

    double fractionOf(const Directory& directory, quint32 tag)
    {
        const auto found = std::find_if(directory.entries.begin(), directory.entries.end(),
                                        [&](const Entry& e) { return e.tag == tag; });
        if (found == directory.entries.end() || found->type != 5)
            return 0;
        const QByteArray bytes = read(found->values, 8);
        const double below = double(number(bytes, 4, 4));
        return below > 0 ? double(number(bytes, 0, 4)) / below : 0;
    }

    void describe(Directory& directory)
    {
        const qint64 width = numberOf(directory, ImageWidth, 0);
        const qint64 height = numberOf(directory, ImageLength, 0);
        constexpr qint64 mostSide = 1 << 20;
        const qint64 orientation = numberOf(directory, Orientation, 1);
        directory.reduced = numberOf(directory, NewSubfileType, 0) & 1;
        directory.usable = numberOf(directory, Compression, 1) != oldJpeg &&
                           numberOf(directory, Photometric, 0) != sensorPattern;
        if (directory.usable && (width < 1 || height < 1 || width > mostSide || height > mostSide))
            fail(u"no pixels"_s);
        directory.page.orientation = orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
        directory.page.pixels = {int(width), int(height)};
        // Fax machines scan 204 × 98 dots to the inch
        const double across = fractionOf(directory, XResolution);
        const double ratio =
            fractionOf(directory, YResolution) > 0 ? across / fractionOf(directory, YResolution) : 1;
        if (ratio > 1.01 && ratio < 5)
            directory.page.pixels.setHeight(int(std::lround(double(height) * ratio)));
        else if (ratio < 0.99 && ratio > 0.2)
            directory.page.pixels.setWidth(int(std::lround(double(width) / ratio)));
    }

    void keep(const QList<Directory>& directories)
    {
        m_copy.keep(0, m_big ? 8 : 4);
        m_copy.patch(m_big ? 8 : 4, encoded(directories.first().at, m_width));
        for (qsizetype i = 0; i < directories.size(); ++i) {
            const Directory& directory = directories.at(i);
            QByteArray bytes = encoded(directory.entries.size(), m_big ? 8 : 2);
            for (const Entry& entry : directory.entries) {
                bytes += entry.raw;
                m_copy.keep(entry.values, entry.count * sizeOf(entry.type));
            }
            bytes += encoded(i + 1 < directories.size() ? directories.at(i + 1).at : 0, m_width);
            m_copy.patch(directory.at, bytes.leftJustified(directory.length, '\0'));
            keepData(numbers(directory, StripOffsets), numbers(directory, StripByteCounts));
            keepData(numbers(directory, TileOffsets), numbers(directory, TileByteCounts));
        }
    }

    void keepData(const QList<qint64>& offsets, const QList<qint64>& counts)
    {
        // A single strip may leave its length out
        for (qsizetype i = 0; i < offsets.size(); ++i)
            m_copy.keep(offsets.at(i), counts.isEmpty() ? m_in.size() : counts.value(i));
    }

    QFile& m_in;
    BlankedCopy m_copy;
    bool m_little = false;
    bool m_big = false;
    int m_width = 4;
};

} // namespace

PictureFacts walkTiff(QFile& in, OutputFile* out)
{
    return TiffWalker(in).run(out);
}

} // namespace jz
