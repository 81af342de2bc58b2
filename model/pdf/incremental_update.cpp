// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/incremental_update.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/pdf/qpdf_objects.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestAllowed = 8'388'607;

QByteArray padded(qint64 value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

QByteArray bigEndian(qint64 value, int bytes)
{
    QByteArray result;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        result += static_cast<char>((value >> shift) & 0xff);
    return result;
}

} // namespace

IncrementalUpdate::IncrementalUpdate(const PdfStructure& structure) : m_structure(structure)
{
    const QString file = structure.source().name();
    if (structure.isEncrypted())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”是加密的 PDF，不能在其上签章。请用未加密的文件。"_s,
                                  u"“%1” is an encrypted PDF and cannot be signed. Use one that is not encrypted."_s}
                        .arg(file),
                    file);
    const RevisionEnd end = revisionEndingAt(structure.source(), structure.source().size());
    const qint64 newest = structure.chain().first().offset;
    if (end.startXref < 0 || end.startXref + headerOffset(structure.source()) != newest || headerOffset(structure.source()) != 0)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”的开头或结尾不完整或带有多余内容，不能在其上签章。请向发件人重新索取。"_s,
                                  u"“%1” does not begin or end as a PDF file should and cannot be signed. Ask the "
                                  "sender for it again."_s}
                        .arg(file),
                    file);
    qint64 declared = 0;
    for (const XrefSection& section : structure.chain())
        declared = std::max(declared, section.declaredSize);
    if (declared > highestAllowed || structure.objects().highestNumber() > highestAllowed)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”的对象编号过大，不能在其上签章。"_s,
                                  u"“%1” has object numbers too high to add to it."_s}
                        .arg(file),
                    file);
    m_next = std::max(static_cast<int>(declared), structure.objects().highestNumber() + 1);
}

ObjectId IncrementalUpdate::newObject()
{
    return {m_next++, 0};
}

void IncrementalUpdate::put(ObjectId id, const QByteArray& body)
{
    m_entries[id.number] = Entry{id.generation, body, 0, -1};
}

QByteArray IncrementalUpdate::bytes()
{
    const ByteSource& source = m_structure.source();
    const QByteArray last = source.bytes(source.size() - 1, 1);
    QByteArray tail = last == "\n" || last == "\r" ? QByteArray() : QByteArray("\n");
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        entry->offset = source.size() + tail.size();
        tail += QByteArray::number(entry.key()) + ' ' + QByteArray::number(entry->generation) + " obj\n";
        entry->bodyOffset = tail.size();
        tail += entry->body + "\nendobj\n";
    }
    const qint64 xref = source.size() + tail.size();
    tail += m_structure.chain().first().kind == XrefKind::Table ? table() : stream(xref);
    tail += "startxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    return tail;
}

qint64 IncrementalUpdate::bodyOffset(ObjectId id) const
{
    const auto entry = m_entries.find(id.number);
    return entry == m_entries.end() ? -1 : entry->bodyOffset;
}

QList<std::pair<int, int>> IncrementalUpdate::runs() const
{
    QList<std::pair<int, int>> result;
    for (const int number : m_entries.keys()) {
        if (result.isEmpty() || result.last().first + result.last().second != number)
            result.append({number, 0});
        ++result.last().second;
    }
    return result;
}

QByteArray IncrementalUpdate::table() const
{
    QByteArray text = "xref\n";
    for (const auto& [first, count] : runs()) {
        text += QByteArray::number(first) + ' ' + QByteArray::number(count) + '\n';
        for (int number = first; number < first + count; ++number)
            text += padded(m_entries[number].offset, 10) + ' ' + padded(m_entries[number].generation, 5) + " n \n";
    }
    return text + "trailer\n<<" + trailerEntries() + " >>\n";
}

QByteArray IncrementalUpdate::stream(qint64 offset)
{
    // The stream stands in its own index, as every object of the revision does.
    const ObjectId self = newObject();
    m_entries[self.number] = Entry{0, {}, offset, -1};
    QByteArray index;
    QByteArray data;
    for (const auto& [first, count] : runs())
        index += QByteArray::number(first) + ' ' + QByteArray::number(count) + ' ';
    for (const Entry& entry : std::as_const(m_entries))
        data += bigEndian(1, 1) + bigEndian(entry.offset, 6) + bigEndian(entry.generation, 2);
    return QByteArray::number(self.number) + " 0 obj\n<< /Type /XRef /W [ 1 6 2 ] /Index [ " + index + "] /Length "
           + QByteArray::number(data.size()) + trailerEntries() + " >>\nstream\n" + data + "\nendstream\nendobj\n";
}

QByteArray IncrementalUpdate::trailerEntries() const
{
    static const QList<QByteArray> own{"Prev", "XRefStm", "Size", "Type", "W", "Index", "Filter", "DecodeParms",
                                       "Length", "DL", "ID", "F", "FFilter", "FDecodeParms"};
    const XrefSection& newest = m_structure.chain().first();
    const ByteSource& source = m_structure.source();
    QByteArray text;
    for (const RawEntry& entry : newest.trailer.entries) {
        const QByteArray value = source.bytes(entry.begin, entry.end - entry.begin);
        if (entry.key == "ID")
            text += " /ID " + nextId(value);
        else if (!own.contains(entry.key))
            text += " /" + entry.key + ' ' + value;
    }
    return text + " /Size " + QByteArray::number(m_next) + " /Prev " + QByteArray::number(newest.offset);
}

QByteArray IncrementalUpdate::nextId(const QByteArray& old) const
{
    QPDFObjectHandle id = m_structure.objects().parse(old);
    if (!id.isArray() || id.getArrayNItems() != 2)
        return old;
    QByteArray all = old;
    for (const Entry& entry : m_entries)
        all += entry.body;
    const QByteArray permanent = QByteArray::fromStdString(id.getArrayItem(0).unparse());
    return "[ " + permanent + " <" + sha256(all).left(16).toHex() + "> ]";
}

} // namespace jz
