// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/xref_chain.h"

#include "model/base/error.h"
#include "model/pdf/bounded_inflate.h"

#include <QByteArrayMatcher>
#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void damaged(const ByteSource& source, const QString& detail)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”不是完整的 PDF 文件（交叉引用表损坏）。请向发件人索取完好的文件。"_s,
                              u"“%1” is not a whole PDF file (its cross-reference table is damaged). Ask the sender "
                              "for a sound copy."_s}
                    .arg(source.name()),
                source.name(), detail);
}

qint64 integerOf(const ByteSource& source, const RawDictionary& dictionary, const QByteArray& key, qint64 otherwise)
{
    const RawEntry* entry = dictionary.find(key);
    const auto number = entry ? rawNumberAt(ByteCursor(source), entry->begin) : std::nullopt;
    return number ? number->value : otherwise;
}

/// Reads sections with a budget for all of them together: the sections of an honest file do not overlap, those of
/// a hostile one may each point at the same megabytes.
class SectionReader
{
public:
    explicit SectionReader(const ByteSource& source) : m_source(source), m_toScan(source.size() * 2 + 65536) {}

    XrefSection at(qint64 offset)
    {
        XrefSection section;
        section.offset = offset;
        std::optional<RawDictionary> dictionary;
        if (const ByteCursor cursor(m_source); m_source.bytes(skipBlanks(cursor, offset), 4) == "xref") {
            const qint64 trailer = trailerOf(offset);
            dictionary = trailer < 0 ? std::nullopt : rawDictionaryAt(m_source, trailer, longestTrailer);
        } else if (const auto head = rawObjectHeadAt(m_source, offset)) {
            section.kind = XrefKind::Stream;
            dictionary = rawDictionaryAt(m_source, head->end, longestTrailer);
        }
        if (!dictionary)
            damaged(m_source, u"no cross-reference section at offset %1"_s.arg(offset));
        section.trailer = *dictionary;
        section.previous = integerOf(m_source, *dictionary, "Prev", -1);
        section.declaredSize = integerOf(m_source, *dictionary, "Size", 0);
        if (section.kind == XrefKind::Stream)
            checkStream(*dictionary);
        else
            section.hybridStream = integerOf(m_source, *dictionary, "XRefStm", -1);
        return section;
    }

private:
    /// After the word `trailer`; -1 when what stands before it is not a table.
    qint64 trailerOf(qint64 offset)
    {
        const ByteCursor cursor(m_source);
        qint64 at = skipBlanks(cursor, offset) + 4;
        for (;;) {
            at = skipBlanks(cursor, at);
            if (m_source.bytes(at, 7) == "trailer")
                return at + 7;
            const auto first = rawNumberAt(cursor, at);
            const auto count = first ? rawNumberAt(cursor, first->end) : std::nullopt;
            if (!count)
                return -1;
            at = endOfEntries(skipBlanks(cursor, count->end), count->value);
            if (at < 0)
                return -1;
        }
    }

    /// Entries are 20 bytes wide (ISO 32000-1, 7.5.4). Some programs write 19, but then all of them; a mixture
    /// means that readers will not agree on what the table says.
    qint64 endOfEntries(qint64 at, qint64 count)
    {
        if (count == 0)
            return at;
        const QByteArray line = m_source.bytes(at, 20);
        const qint64 width = line.size() == 20 && isPdfBlank(line[19]) ? 20 : 19;
        if (count > (m_source.size() - at) / width || count * width > m_toScan)
            return -1;
        m_toScan -= count * width;
        constexpr qint64 step = 4096;
        for (qint64 done = 0; done < count; done += step) {
            const qint64 here = std::min(step, count - done);
            const QByteArray lines = m_source.bytes(at + done * width, here * width);
            for (qint64 i = 0; i < here; ++i) {
                if (!isEntry(QByteArrayView(lines).sliced(i * width, width)))
                    return -1;
            }
        }
        return at + count * width;
    }

    static bool isEntry(QByteArrayView line)
    {
        const auto digits = [](QByteArrayView text) {
            return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        };
        return digits(line.first(10)) && line[10] == ' ' && digits(line.sliced(11, 5)) && line[16] == ' '
               && (line[17] == 'n' || line[17] == 'f') && isPdfBlank(line[18]) && isPdfBlank(line.back());
    }

    void checkStream(const RawDictionary& dictionary)
    {
        const QByteArray widths = text(dictionary, "W");
        const auto counts = [](char c) { return c > '0' && c <= '9'; };
        if (!std::any_of(widths.begin(), widths.end(), counts))
            damaged(m_source, u"xref stream without /W"_s);
        const QByteArray filter = text(dictionary, "Filter").replace('[', ' ').replace(']', ' ').trimmed();
        if (filter.isEmpty())
            return;
        if (filter != "/FlateDecode")
            damaged(m_source, u"xref stream with filter "_s + QString::fromLatin1(filter));
        const qint64 length = integerOf(m_source, dictionary, "Length", 0);
        const qint64 size = inflatedSize(m_source, streamDataOffset(m_source, dictionary), length, m_toUnpack);
        if (size < 0)
            damaged(m_source, u"xref stream cannot be unpacked within its limit"_s);
        m_toUnpack -= size;
    }

    QByteArray text(const RawDictionary& dictionary, const QByteArray& key) const
    {
        const RawEntry* entry = dictionary.find(key);
        return entry ? m_source.bytes(entry->begin, std::min<qint64>(entry->end - entry->begin, 200)) : QByteArray();
    }

    static constexpr qint64 longestTrailer = 1024 * 1024;
    const ByteSource& m_source;
    qint64 m_toScan;
    qint64 m_toUnpack = 64LL * 1024 * 1024;
};

/// The number after the last `startxref` of the file, as readers look for it; -1 for none.
qint64 lastStartXref(const ByteSource& source)
{
    const qint64 from = std::max<qint64>(0, source.size() - 2048);
    const qsizetype at = source.bytes(from, 2048).lastIndexOf("startxref");
    const auto number = at < 0 ? std::nullopt : rawNumberAt(ByteCursor(source), from + at + 9);
    return number ? number->value : -1;
}

} // namespace

QList<XrefSection> readXrefChain(const ByteSource& source)
{
    const qint64 base = headerOffset(source);
    QList<XrefSection> chain;
    QSet<qint64> seen;
    SectionReader read(source);
    qint64 next = lastStartXref(source);
    if (next < 0)
        damaged(source, u"no startxref"_s);
    while (next >= 0) {
        if (seen.contains(next) || chain.size() >= longestXrefChain)
            damaged(source, u"the chain of cross-reference sections loops"_s);
        seen.insert(next);
        chain.append(read.at(base + next));
        if (const qint64 hybrid = chain.last().hybridStream; hybrid >= 0)
            read.at(base + hybrid);
        next = chain.last().previous;
    }
    return chain;
}

qint64 endOfSection(const ByteSource& source, const XrefSection& section)
{
    if (section.kind == XrefKind::Table)
        return section.trailer.end;
    const ByteCursor cursor(source);
    const qint64 data = streamDataOffset(source, section.trailer);
    const qint64 length = integerOf(source, section.trailer, "Length", -1);
    if (data < 0 || length < 0 || length > source.size() - data)
        return -1;
    const qint64 word = skipBlanks(cursor, data + length);
    const qint64 last = source.bytes(word, 9) == "endstream" ? skipBlanks(cursor, word + 9) : -1;
    return last >= 0 && source.bytes(last, 6) == "endobj" ? last + 6 : -1;
}

qint64 headerOffset(const ByteSource& source)
{
    return std::max<qint64>(0, source.bytes(0, 1024).indexOf("%PDF-"));
}

RevisionEnd revisionEndingAt(const ByteSource& source, qint64 end)
{
    if (end <= 0 || end > source.size())
        return {};
    const qint64 from = std::max<qint64>(0, end - 1024); // where readers look for it
    const QByteArray last = source.bytes(from, end - from);
    const qsizetype eof = last.lastIndexOf("%%EOF");
    const qsizetype word = eof < 0 ? -1 : last.lastIndexOf("startxref", eof);
    if (word < 0 || !std::all_of(last.begin() + eof + 5, last.end(), [](char c) { return isPdfBlank(c); }))
        return {};
    const QByteArray number = last.mid(word + 9, eof - word - 9).trimmed();
    bool ok = false;
    const qint64 value = number.toLongLong(&ok);
    if (!ok || value < 0)
        return {};
    return {value, from + eof + 5};
}

QList<qint64> findAll(const ByteSource& source, const QByteArray& word, qsizetype limit)
{
    constexpr qint64 step = 1024 * 1024;
    const QByteArrayMatcher matcher(word);
    QByteArray piece(step + word.size() - 1, Qt::Uninitialized);
    QList<qint64> places;
    for (qint64 at = 0; at < source.size() && places.size() < limit; at += step) {
        const qint64 count = source.read(at, piece.data(), piece.size());
        for (qsizetype i = matcher.indexIn(piece.constData(), count); i >= 0 && places.size() < limit;
             i = matcher.indexIn(piece.constData(), count, i + 1)) {
            places.append(at + i);
        }
    }
    return places;
}

} // namespace jz
