// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/qpdf_objects.h"

#include "model/pdf/bounded_inflate.h"

#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <array>
#include <atomic>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::atomic<bool> leavesParsedFiles = false;

quint64 keyOf(QPDFObjGen id)
{
    return static_cast<quint64>(static_cast<quint32>(id.getObj())) << 32 | static_cast<quint32>(id.getGen());
}

} // namespace

ObjectId idOf(QPDFObjectHandle object)
{
    return object.isIndirect() ? ObjectId{object.getObjectID(), object.getGeneration()} : ObjectId{};
}

Error translatedQpdfError(const QString& file)
{
    try {
        throw;
    } catch (const Error& error) {
        return error;
    } catch (const QPDFExc& e) {
        const QString detail = QString::fromUtf8(e.what());
        if (e.getErrorCode() == qpdf_e_password)
            return Error(ErrorCode::Unsupported,
                         LocalizedText{u"“%1”设有打开口令，无法读取。请向发件人索取未加密的文件。"_s,
                                       u"“%1” is protected by a password and cannot be read. Ask the sender for a "
                                       "copy without one."_s}
                             .arg(file),
                         file, detail);
        return Error(ErrorCode::Malformed,
                     LocalizedText{u"“%1”不是完好的 PDF 文件。请向发件人重新索取。"_s,
                                   u"“%1” is not a sound PDF file. Ask the sender for it again."_s}
                         .arg(file),
                     file, detail);
    } catch (const std::exception& e) {
        return Error(ErrorCode::Malformed,
                     LocalizedText{u"“%1”不是完好的 PDF 文件。请向发件人重新索取。"_s,
                                   u"“%1” is not a sound PDF file. Ask the sender for it again."_s}
                         .arg(file),
                     file, QString::fromUtf8(e.what()));
    }
}

void leaveParsedFilesToExit()
{
    leavesParsedFiles = true;
}

void QpdfObjects::Release::operator()(QPDF* document) const
{
    // Kept where it can be found: a checker of leaks is right to complain about anything else. A program that goes on to many
    // files, as with a bundle, keeps the first few only.
    static std::array<std::atomic<QPDF*>, 4> kept;
    if (leavesParsedFiles) {
        for (std::atomic<QPDF*>& place : kept) {
            QPDF* none = nullptr;
            if (place.compare_exchange_strong(none, document))
                return;
        }
    }
    delete document;
}

QpdfObjects::QpdfObjects(const ByteSource& source) : m_cursor(source), m_base(headerOffset(source))
{
    try {
        m_qpdf.setSuppressWarnings(true);
        m_qpdf.setAttemptRecovery(false);
        m_qpdf.processInputSource(std::make_shared<QpdfInput>(source));
        m_table = m_qpdf.getXRefTable();
    } catch (...) {
        throw translatedQpdfError(source.name());
    }
}

QPDFObjectHandle QpdfObjects::get(QPDFObjectHandle dictionary, char const* key)
{
    QPDFObjectHandle from = checked(dictionary);
    if (from.isStream())
        from = from.getDict();
    return from.isDictionary() ? checked(from.getKey(key)) : QPDFObjectHandle::newNull();
}

QPDFObjectHandle QpdfObjects::item(QPDFObjectHandle array, int index)
{
    QPDFObjectHandle from = checked(array);
    return from.isArray() ? checked(from.getArrayItem(index)) : QPDFObjectHandle::newNull();
}

QPDFObjectHandle QpdfObjects::checked(QPDFObjectHandle object)
{
    return !object.isIndirect() || isSafe(object.getObjGen()) ? object : QPDFObjectHandle::newNull();
}

QPDFObjectHandle QpdfObjects::parse(const QByteArray& text)
{
    try {
        return checked(QPDFObjectHandle::parse(&m_qpdf, text.toStdString()));
    } catch (const std::exception&) {
        return QPDFObjectHandle::newNull();
    }
}

bool QpdfObjects::isSafe(QPDFObjGen id)
{
    const auto entry = m_table.find(id);
    if (entry == m_table.end())
        return true;
    if (entry->second.getType() == 2)
        return unpacksWithinLimit(entry->second.getObjStreamNumber());
    if (entry->second.getType() != 1)
        return true;
    const auto known = m_lengths.find(keyOf(id));
    if (known != m_lengths.end())
        return known->second;
    const bool safe = hasSafeLength(id, m_base + entry->second.getOffset());
    return m_lengths[keyOf(id)] = safe;
}

bool QpdfObjects::hasSafeLength(QPDFObjGen id, qint64 offset)
{
    m_lengths[keyOf(id)] = false; // while it is looked at: a length may lead back to itself
    const auto head = rawObjectHeadAt(m_cursor, offset);
    const qint64 body = head ? skipBlanks(m_cursor, head->end) : 0;
    if (!head || m_cursor.at(body) != '<' || m_cursor.at(body + 1) != '<')
        return true;
    // Most objects are no streams, and their keys need not be taken apart to know that.
    const qint64 end = rawValueEnd(m_cursor, body);
    const QByteArray text = end < 0 || end - body > 4096 ? QByteArray() : m_cursor.bytes(body, end - body);
    if (!text.isEmpty() && !text.contains("Length") && !text.contains('#'))
        return m_lengths[keyOf(id)] = true;
    const auto dictionary = rawDictionaryAt(m_cursor, body);
    if (!dictionary)
        return false;
    return std::all_of(dictionary->entries.begin(), dictionary->entries.end(), [&](const RawEntry& entry) {
        if (entry.key != "Length" || m_cursor.at(entry.end - 1) != 'R')
            return true;
        const auto number = rawNumberAt(m_cursor, entry.begin);
        const auto generation = number ? rawNumberAt(m_cursor, number->end) : std::nullopt;
        return generation && number->value <= 2147483647 && generation->value <= 65535
               && isPlainNumber(QPDFObjGen(static_cast<int>(number->value), static_cast<int>(generation->value)));
    });
}

/// A length has to be a number: of a stream whose length is a stream, and so on, no parser would come back.
bool QpdfObjects::isPlainNumber(QPDFObjGen id)
{
    const auto entry = m_table.find(id);
    if (entry == m_table.end() || entry->second.getType() == 0)
        return true;
    if (entry->second.getType() == 2)
        return unpacksWithinLimit(entry->second.getObjStreamNumber());
    const auto head = rawObjectHeadAt(m_cursor, m_base + entry->second.getOffset());
    return head && rawNumberAt(m_cursor, head->end);
}

bool QpdfObjects::unpacksWithinLimit(int streamNumber)
{
    if (m_goodStreams.contains(streamNumber) || m_badStreams.contains(streamNumber))
        return m_goodStreams.contains(streamNumber);
    m_badStreams.insert(streamNumber);
    const auto entry = m_table.find(QPDFObjGen(streamNumber, 0));
    if (entry == m_table.end() || entry->second.getType() != 1 || !isSafe(QPDFObjGen(streamNumber, 0)))
        return false;
    QPDFObjectHandle stream = m_qpdf.getObjectByID(streamNumber, 0);
    if (!stream.isStream())
        return false;
    QPDFObjectHandle filter = checked(stream.getDict().getKey("/Filter"));
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = checked(filter.getArrayItem(0));
    qint64 size = 0;
    if (filter.isName() && filter.getName() == "/FlateDecode")
        size = inflatedSize(stream, m_toUnpack);
    else if (!filter.isNull() && !(filter.isArray() && filter.getArrayNItems() == 0))
        size = -1;
    if (size < 0)
        return false;
    m_toUnpack -= size;
    m_badStreams.erase(streamNumber);
    m_goodStreams.insert(streamNumber);
    return true;
}

bool QpdfObjects::isReadable(QPDFObjectHandle object)
{
    if (!object.isIndirect())
        return true;
    if (!isSafe(object.getObjGen()))
        return false;
    const auto entry = m_table.find(object.getObjGen());
    if (!object.isNull() || entry == m_table.end() || entry->second.getType() != 1)
        return true;
    const auto head = rawObjectHeadAt(m_cursor, m_base + entry->second.getOffset());
    return head && m_cursor.bytes(skipBlanks(m_cursor, head->end), 4) == "null";
}

const QStringList& QpdfObjects::warnings()
{
    // qpdf hands its warnings over once and forgets them.
    for (const QPDFExc& warning : m_qpdf.getWarnings()) {
        if (warning.getMessageDetail().find("reported number of objects") == std::string::npos)
            m_warnings += QString::fromUtf8(warning.what());
    }
    return m_warnings;
}

qint64 QpdfObjects::offsetOf(ObjectId id) const
{
    const auto entry = m_table.find(QPDFObjGen(id.number, id.generation));
    return entry == m_table.end() || entry->second.getType() != 1 ? -1 : m_base + entry->second.getOffset();
}

ObjectId QpdfObjects::objectBefore(qint64 position) const
{
    ObjectId found;
    qint64 nearest = -1;
    for (const auto& [id, entry] : m_table) {
        if (entry.getType() == 1 && m_base + entry.getOffset() <= position && m_base + entry.getOffset() > nearest) {
            nearest = m_base + entry.getOffset();
            found = {id.getObj(), id.getGen()};
        }
    }
    return found;
}

int QpdfObjects::highestNumber() const
{
    return m_table.empty() ? 0 : m_table.rbegin()->first.getObj();
}

} // namespace jz
