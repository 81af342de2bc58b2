// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/revision_history.h"

#include "model/pdf/bounded_inflate.h"
#include "model/pdf/document_comparison.h"
#include "model/pdf/signature_field_names.h"
#include "model/pdf/update_bytes.h"

namespace jz {

namespace {

constexpr int mostRevisions = 100;

} // namespace

struct RevisionHistory::State
{
    State(const ByteSource& whole, qint64 end) : bytes(whole, end), objects(bytes) {}
    LeadingBytes bytes;
    QpdfObjects objects; ///< its sections are among those of the whole file, which were checked when that was opened
};

RevisionHistory::RevisionHistory(const PdfStructure& newest) : m_newest(newest) {}
RevisionHistory::~RevisionHistory() = default;

int RevisionHistory::indexOf(qint64 end) const
{
    const RevisionEnd revision = revisionEndingAt(m_newest.source(), end);
    if (revision.startXref < 0)
        return -1;
    const qint64 offset = revision.startXref + headerOffset(m_newest.source());
    for (int i = 0; i < m_newest.chain().size(); ++i) {
        if (m_newest.chain()[i].offset == offset)
            return i;
        // Sections behind the signed bytes only: one in them that readers take for newer is not followed by it.
        if (m_newest.chain()[i].offset < end)
            return -1;
    }
    return -1;
}

bool RevisionHistory::isFollowed(qint64 end) const
{
    return indexOf(end) >= 0;
}

QList<RevisionStep> RevisionHistory::after(qint64 end)
{
    const int own = indexOf(end);
    if (own > mostRevisions)
        return {{end, m_newest.source().size(), {{ChangeKind::NotCompared, {}, {}, {}}}}};
    QList<RevisionStep> steps;
    qint64 begin = revisionEndingAt(m_newest.source(), end).end;
    for (int i = own - 1; i >= 0; --i) {
        steps.append(step(i, begin));
        begin = steps.last().end;
    }
    return steps;
}

/// After the `%%EOF` of the revision that a section closes; -1 when it is not closed as it should be.
qint64 RevisionHistory::endOf(const XrefSection& section) const
{
    const ByteSource& source = m_newest.source();
    const ByteCursor cursor(source);
    qint64 at = endOfSection(source, section);
    if (at < 0)
        return -1;
    at = skipBlanks(cursor, at);
    const auto start = source.bytes(at, 9) == "startxref" ? rawNumberAt(cursor, at + 9) : std::nullopt;
    if (!start || start->value + headerOffset(source) != section.offset)
        return -1;
    at = start.value().end;
    while (isPdfBlank(cursor.at(at)))
        ++at;
    return source.bytes(at, 5) == "%%EOF" ? at + 5 : -1;
}

const RevisionStep& RevisionHistory::step(int index, qint64 begin)
{
    if (const auto known = m_steps.find(index); known != m_steps.end())
        return *known;
    RevisionStep result;
    result.begin = begin;
    result.end = endOf(m_newest.chain()[index]);
    if (result.end <= begin) {
        result.end = m_newest.source().size();
        result.changes.append({ChangeKind::BytesUnaccounted, {}, QString::number(begin), {}});
        return *m_steps.insert(index, result);
    }
    try {
        std::unique_ptr<State> older = m_stateIndex == index + 1 ? std::move(m_state)
                                                                 : std::make_unique<State>(m_newest.source(), begin);
        m_stateIndex = -1;
        // The newest is opened anew, too: what the parser says of later objects is to be about them alone.
        m_state = std::make_unique<State>(m_newest.source(), result.end);
        m_stateIndex = index;
        compare(*older, *m_state, index, result);
    } catch (const Error&) {
        result.changes.append({ChangeKind::NotCompared, {}, {}, {}});
    }
    return *m_steps.insert(index, result);
}

void RevisionHistory::compare(State& before, State& after, int index, RevisionStep& step)
{
    try {
        StateComparison states(before.objects, after.objects, m_budget);
        const QList<XrefSection>& chain = m_newest.chain();
        const XrefSection& section = chain[index];
        UpdateExtent extent{step.begin, step.end, &section, true};
        extent.hybridIsOld = section.hybridStream < 0
                             || std::any_of(chain.begin() + index + 1, chain.end(), [&](const XrefSection& older) {
                                    return older.hybridStream == section.hybridStream;
                                });
        checkUpdateBytes(states, m_newest.source(), extent);
        DocumentComparison(states).run();
        step.changes = states.changes();
    } catch (...) {
        throw translatedQpdfError(m_newest.source().name());
    }
}

bool isOwnPaper(const PdfStructure& structure)
{
    QStringList reserved{applicantFieldName()};
    for (int i = 1; i <= recommenderFieldCount; ++i)
        reserved.append(recommenderFieldName(i));
    for (const SignatureField& field : structure.signatureFields())
        reserved.removeAll(field.name);
    if (reserved.isEmpty())
        return true;
    QpdfObjects& objects = structure.objects();
    QPDFObjectHandle tree = objects.get(objects.get(objects.root(), "/Names"), "/EmbeddedFiles");
    QPDFObjectHandle names = objects.get(tree, "/Names");
    for (int i = 0; names.isArray() && i + 1 < std::min(names.getArrayNItems(), 2000); i += 2) {
        QPDFObjectHandle name = objects.item(names, i);
        if (name.isString() && name.getUTF8Value() == "dossier.json")
            return true;
    }
    return false;
}

} // namespace jz
