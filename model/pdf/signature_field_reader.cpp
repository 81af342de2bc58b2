// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/signature_field_reader.h"

#include "model/pdf/bounded_inflate.h"
#include "model/pdf/qpdf_objects.h"

#include <QSet>

#include <cctype>

namespace jz {

namespace {

QString textOf(QPDFObjectHandle object)
{
    if (!object.isString())
        return {};
    // Some programs (poppler among them) write UTF-8 without saying so.
    const QByteArray raw = QByteArray::fromStdString(object.getStringValue());
    const bool isPlain = std::none_of(raw.begin(), raw.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    if (!isPlain && !raw.startsWith("\xfe\xff") && !raw.startsWith("\xff\xfe") && raw.isValidUtf8())
        return QString::fromUtf8(raw);
    return QString::fromStdString(object.getUTF8Value());
}

QByteArray nameOf(QPDFObjectHandle object)
{
    return object.isName() ? QByteArray::fromStdString(object.getName().substr(1)) : QByteArray();
}

bool isField(QpdfObjects& objects, QPDFObjectHandle kid)
{
    return !objects.get(kid, "/T").isNull();
}

FieldLock lockOf(QpdfObjects& objects, QPDFObjectHandle lock)
{
    FieldLock result;
    const QByteArray action = nameOf(objects.get(lock, "/Action"));
    result.action = action == "Include" ? FieldLock::Include
                    : action == "Exclude" ? FieldLock::Exclude : FieldLock::All;
    QPDFObjectHandle fields = objects.get(lock, "/Fields");
    for (int i = 0; fields.isArray() && i < std::min(fields.getArrayNItems(), 1000); ++i)
        result.fields += textOf(objects.item(fields, i));
    return result;
}

} // namespace

QList<SignatureField> SignatureFieldReader::fields(QPDFObjectHandle acroForm)
{
    QPDFObjectHandle top = m_objects.get(acroForm, "/Fields");
    const Inherited none{{}, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull(), 0};
    for (int i = 0; top.isArray() && i < top.getArrayNItems(); ++i)
        walk(m_objects.item(top, i), none);
    return m_fields;
}

void SignatureFieldReader::walk(QPDFObjectHandle field, const Inherited& above)
{
    if (!field.isDictionary() || above.depth > 64 || --m_left < 0
        || (field.isIndirect() && !m_seen.insert(field.getObjGen()).second))
        return;
    Inherited own = above;
    ++own.depth;
    if (const QString partial = textOf(m_objects.get(field, "/T")); !partial.isEmpty())
        own.name += own.name.isEmpty() ? partial : u'.' + partial;
    if (auto type = m_objects.get(field, "/FT"); !type.isNull())
        own.type = type;
    if (auto value = m_objects.get(field, "/V"); !value.isNull())
        own.value = value;
    QPDFObjectHandle kids = m_objects.get(field, "/Kids");
    bool terminal = true;
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems() && m_left > 0; ++i) {
        QPDFObjectHandle kid = m_objects.item(kids, i);
        if (isField(m_objects, kid)) {
            terminal = false;
            walk(kid, own);
        }
    }
    if (terminal && nameOf(own.type) == "Sig")
        addSignatureField(field, own);
}

void SignatureFieldReader::addSignatureField(QPDFObjectHandle field, Inherited own)
{
    SignatureField result;
    result.name = own.name;
    result.object = idOf(field);
    QPDFObjectHandle rect = m_objects.get(field, "/Rect");
    if (rect.isNull())
        rect = m_objects.get(m_objects.item(m_objects.get(field, "/Kids"), 0), "/Rect");
    if (rect.isRectangle()) {
        const auto r = rect.getArrayAsRectangle();
        result.rect = QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury));
    }
    result.isSigned = !own.value.isNull();
    if (result.isSigned)
        result.value = valueOf(field, own.value);
    if (auto lock = m_objects.get(field, "/Lock"); lock.isDictionary())
        result.lock = lockOf(m_objects, lock);
    m_fields.append(result);
}

SignatureValue SignatureFieldReader::valueOf(QPDFObjectHandle field, QPDFObjectHandle value) const
{
    const ObjectId holder = idOf(value.isIndirect() ? value : field);
    std::optional<RawDictionary> dictionary;
    if (const qint64 offset = m_objects.offsetOf(holder); offset >= 0) {
        dictionary = rawDictionaryOfObject(m_source, offset);
        const RawEntry* direct = dictionary && !value.isIndirect() ? dictionary->find("V") : nullptr;
        if (!value.isIndirect())
            dictionary = direct ? rawDictionaryAt(m_source, direct->begin) : std::nullopt;
    }
    SignatureValue result = dictionary ? valueFrom(*dictionary) : SignatureValue();
    result.object = holder;
    return result;
}

SignatureValue SignatureFieldReader::valueFrom(const RawDictionary& dictionary) const
{
    SignatureValue value;
    value.begin = dictionary.begin;
    value.end = dictionary.end;
    QSet<QByteArray> seen;
    for (const RawEntry& entry : dictionary.entries) {
        if (seen.contains(entry.key))
            value.duplicateKeys.append(entry.key);
        seen.insert(entry.key);
    }
    value.type = nameOf(parsed(dictionary, "Type"));
    value.filter = nameOf(parsed(dictionary, "Filter"));
    value.subFilter = nameOf(parsed(dictionary, "SubFilter"));
    value.name = textOf(parsed(dictionary, "Name"));
    value.reason = textOf(parsed(dictionary, "Reason"));
    value.time = textOf(parsed(dictionary, "M")).toLatin1();
    if (QPDFObjectHandle range = parsed(dictionary, "ByteRange");
        range.isArray() && !range.isIndirect() && range.getArrayNItems() == 4) {
        std::array<qint64, 4> numbers{};
        bool integers = true;
        for (int i = 0; i < 4; ++i) {
            integers = integers && range.getArrayItem(i).isInteger() && !range.getArrayItem(i).isIndirect();
            numbers[size_t(i)] = integers ? range.getArrayItem(i).getIntValue() : 0;
        }
        if (integers)
            value.byteRange = numbers;
    }
    if (const RawEntry* contents = dictionary.find("Contents"))
        readContents(*contents, value);
    readCertificates(parsed(dictionary, "Cert"), value);
    readReferences(parsed(dictionary, "Reference"), value);
    return value;
}

void SignatureFieldReader::readContents(const RawEntry& entry, SignatureValue& value) const
{
    const QByteArray text = m_source.bytes(entry.begin, entry.end - entry.begin);
    if (text.size() < 2 || text.front() != '<' || text.back() != '>' || text[1] == '<')
        return;
    const QByteArray hex = text.mid(1, text.size() - 2);
    const auto belongs = [](unsigned char c) { return isPdfBlank(c) || std::isxdigit(c); };
    if (!std::all_of(hex.begin(), hex.end(), belongs))
        return;
    value.contentsBegin = entry.begin;
    value.contentsEnd = entry.end;
    value.contents = QByteArray::fromHex(hex);
}

void SignatureFieldReader::readCertificates(QPDFObjectHandle certificates, SignatureValue& value) const
{
    const auto read = [&value](QPDFObjectHandle text) {
        if (text.isString())
            value.certificates.append(QByteArray::fromStdString(text.getStringValue()));
    };
    read(certificates);
    for (int i = 0; certificates.isArray() && i < std::min(certificates.getArrayNItems(), 100); ++i)
        read(m_objects.item(certificates, i));
}

void SignatureFieldReader::readReferences(QPDFObjectHandle references, SignatureValue& value) const
{
    for (int i = 0; references.isArray() && i < std::min(references.getArrayNItems(), 100); ++i) {
        QPDFObjectHandle reference = m_objects.item(references, i);
        const QByteArray method = nameOf(m_objects.get(reference, "/TransformMethod"));
        value.isUsageRights = value.isUsageRights || method == "UR" || method == "UR3";
        QPDFObjectHandle parameters = m_objects.get(reference, "/TransformParams");
        if (method == "FieldMDP")
            value.locks.append(lockOf(m_objects, parameters));
        if (method != "DocMDP")
            continue;
        QPDFObjectHandle level = m_objects.get(parameters, "/P");
        value.docMdp = level.isInteger() ? static_cast<int>(std::clamp(level.getIntValue(), 1LL, 3LL)) : 2;
    }
}

QPDFObjectHandle SignatureFieldReader::parsed(const RawDictionary& dictionary, const char* key) const
{
    const RawEntry* entry = dictionary.find(key);
    if (!entry || entry->end - entry->begin > 1024 * 1024)
        return QPDFObjectHandle::newNull();
    return m_objects.parse(m_source.bytes(entry->begin, entry->end - entry->begin));
}

SignatureValue SignatureFieldReader::valueAround(qint64 mark) const
{
    constexpr qint64 furthest = 1024 * 1024;
    const qint64 from = std::max<qint64>(0, mark - furthest);
    const QByteArray before = m_source.bytes(from, mark - from);
    SignatureValue value;
    value.begin = mark;
    const qsizetype word = before.lastIndexOf(" obj");
    const auto dictionary = word < 0 ? std::nullopt : rawDictionaryAt(m_source, from + word + 4);
    if (!dictionary || dictionary->end <= mark || !dictionary->find("ByteRange"))
        return value;
    return valueFrom(*dictionary);
}

bool SignatureFieldReader::isInStreamData(qint64 mark) const
{
    const ObjectId id = m_objects.objectBefore(mark);
    const auto dictionary =
        id.isNull() ? std::nullopt : rawDictionaryOfObject(m_source, m_objects.offsetOf(id));
    if (!dictionary)
        return false;
    const qint64 data = streamDataOffset(m_source, *dictionary);
    QPDFObjectHandle length = parsed(*dictionary, "Length");
    return data >= 0 && data <= mark && length.isInteger() && mark < data + length.getIntValue();
}

} // namespace jz
