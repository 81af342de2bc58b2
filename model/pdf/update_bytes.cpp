// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/update_bytes.h"

#include "model/pdf/bounded_inflate.h"

#include <qpdf/QPDFXRefEntry.hh>

namespace jz {

namespace {

struct Span
{
    qint64 begin = 0;
    qint64 end = 0;
};

class UpdateCheck
{
public:
    UpdateCheck(StateComparison& states, const ByteSource& source, const UpdateExtent& extent)
        : m_states(states), m_cursor(source), m_extent(extent), m_base(headerOffset(source))
    {
    }

    void run()
    {
        if (!m_extent.hybridIsOld)
            m_states.add(ChangeKind::HybridUpdate, {}, "/XRefStm");
        const qsizetype warnings = m_states.after().warnings().size();
        checkTouched();
        if (m_states.after().warnings().size() > warnings)
            m_states.add(ChangeKind::ObjectBroken, {}, m_states.after().warnings().last().toStdString());
        collectSpans();
        addSection();
        checkGaps();
    }

private:
    void checkTouched()
    {
        const auto& before = m_states.before().table();
        const auto& after = m_states.after().table();
        for (const int number : m_states.touched()) {
            const auto old = before.lower_bound(QPDFObjGen(number, 0));
            const bool wasThere = old != before.end() && old->first.getObj() == number;
            for (auto now = after.lower_bound(QPDFObjGen(number, 0)); now != after.end() && now->first.getObj() == number;
                 ++now) {
                if (!m_states.spend())
                    return;
                const ObjectId id{number, now->first.getGen()};
                if (wasThere && old->first.getGen() != now->first.getGen())
                    m_states.add(ChangeKind::GenerationChanged, id, {});
                checkPlace(id, now->second);
            }
        }
    }

    void checkPlace(ObjectId id, const QPDFXRefEntry& entry)
    {
        QpdfObjects& after = m_states.after();
        const ObjectId holder = entry.getType() == 2 ? ObjectId{entry.getObjStreamNumber(), 0} : id;
        const qint64 offset = after.offsetOf(holder);
        if (entry.getType() == 1 || entry.getType() == 2) {
            if (offset < m_extent.begin || offset >= m_extent.end)
                m_states.add(ChangeKind::ObjectRedirected, id, {});
            const auto head = rawObjectHeadAt(m_cursor, offset);
            if (!head || head->number != holder.number || head->generation != holder.generation)
                m_states.add(ChangeKind::ObjectBroken, id, {});
        }
        // Loads it: the parser says what it found odd.
        if (!after.isReadable(after.qpdf().getObjectByID(id.number, id.generation)))
            m_states.add(ChangeKind::ObjectBroken, id, {});
    }

    void collectSpans()
    {
        for (const auto& [id, entry] : m_states.after().table()) {
            const qint64 offset = entry.getType() == 1 ? m_base + entry.getOffset() : -1;
            if (offset < m_extent.begin || offset >= m_extent.end || offset == m_extent.section->offset)
                continue;
            const qint64 end = objectEnd({id.getObj(), id.getGen()}, offset);
            if (end < 0)
                m_states.add(ChangeKind::ObjectBroken, {id.getObj(), id.getGen()}, {});
            else
                m_spans.push_back({offset, end});
        }
    }

    /// After `endobj`; -1 when the object is not well-formed.
    qint64 objectEnd(ObjectId id, qint64 offset)
    {
        const auto head = rawObjectHeadAt(m_cursor, offset);
        qint64 at = head ? rawValueEnd(m_cursor, skipBlanks(m_cursor, head->end)) : -1;
        if (at < 0)
            return -1;
        at = skipBlanks(m_cursor, at);
        if (m_cursor.bytes(at, 6) == "stream") {
            at = streamEnd(id, offset);
            if (at < 0)
                return -1;
            at = skipBlanks(m_cursor, at);
        }
        return m_cursor.bytes(at, 6) == "endobj" ? at + 6 : -1;
    }

    qint64 streamEnd(ObjectId id, qint64 offset)
    {
        QpdfObjects& after = m_states.after();
        const auto dictionary = rawDictionaryOfObject(m_cursor.source(), offset);
        QPDFObjectHandle stream = after.checked(after.qpdf().getObjectByID(id.number, id.generation));
        if (!dictionary || !stream.isStream())
            return -1;
        QPDFObjectHandle length = after.get(stream, "/Length");
        const qint64 data = streamDataOffset(m_cursor.source(), *dictionary);
        if (data < 0 || !length.isInteger() || length.getIntValue() < 0 || length.getIntValue() > m_extent.end - data)
            return -1;
        const qint64 word = data + length.getIntValue();
        for (qint64 at = word; at < word + 4; ++at) {
            if (m_cursor.bytes(at, 9) == "endstream")
                return at + 9;
            if (!isPdfBlank(m_cursor.at(at)))
                return -1;
        }
        return -1;
    }

    void addSection()
    {
        const XrefSection& section = *m_extent.section;
        const qint64 end = std::max(endOfSection(m_cursor.source(), section), section.trailer.end);
        m_spans.push_back({section.offset, end});
        const qint64 word = skipBlanks(m_cursor, end);
        if (m_cursor.bytes(word, 9) == "startxref")
            m_spans.push_back({word, m_extent.end});
    }

    void checkGaps()
    {
        std::sort(m_spans.begin(), m_spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
        qint64 at = m_extent.begin;
        for (const Span& span : m_spans) {
            if (span.begin < at || skipBlanks(m_cursor, at) < span.begin) {
                m_states.add(ChangeKind::BytesUnaccounted, {}, std::to_string(at));
                return;
            }
            at = span.end;
        }
        if (at < m_extent.end && skipBlanks(m_cursor, at) < m_extent.end)
            m_states.add(ChangeKind::BytesUnaccounted, {}, std::to_string(at));
    }

    StateComparison& m_states;
    ByteCursor m_cursor;
    const UpdateExtent& m_extent;
    qint64 m_base;
    std::vector<Span> m_spans;
};

} // namespace

void checkUpdateBytes(StateComparison& states, const ByteSource& source, const UpdateExtent& extent)
{
    UpdateCheck(states, source, extent).run();
}

} // namespace jz
