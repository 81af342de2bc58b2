// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/signature_update.h"

#include "model/base/error.h"
#include "model/pdf/form_import.h"
#include "model/pdf/qpdf_objects.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int rangeDigits = 10;

QByteArray textString(const QString& text)
{
    QByteArray bytes("\xfe\xff", 2);
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() >> 8);
        bytes += static_cast<char>(c.unicode() & 0xff);
    }
    return '<' + bytes.toHex() + '>';
}

QByteArray pdfDate(const QDateTime& time)
{
    const int minutes = time.offsetFromUtc() / 60;
    const auto two = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
    return "(D:" + time.toString(u"yyyyMMddHHmmss").toLatin1() + (minutes < 0 ? '-' : '+') + two(std::abs(minutes) / 60)
           + '\'' + two(std::abs(minutes) % 60) + "')";
}

/// The signature dictionary and the places in it that are filled in later.
struct Dictionary
{
    QByteArray text;
    qsizetype range = 0;    ///< of the second number of /ByteRange
    qsizetype contents = 0; ///< of `<`
};

Dictionary signatureDictionary(const SignatureUpdate& request)
{
    Dictionary result;
    result.text = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + request.subFilter + "\n/ByteRange [0 ";
    result.range = result.text.size();
    result.text += QByteArray(3 * rangeDigits + 2, ' ') + "]\n/Contents ";
    result.contents = result.text.size();
    result.text += '<' + QByteArray(2 * request.contentsSize, '0') + ">\n/M " + pdfDate(request.time);
    if (!request.name.isEmpty())
        result.text += " /Name " + textString(request.name);
    if (!request.reason.isEmpty())
        result.text += " /Reason " + textString(request.reason);
    if (request.certify)
        result.text += "\n/Reference [<< /Type /SigRef /TransformMethod /DocMDP "
                       "/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]";
    result.text += " >>";
    return result;
}

class Preparation
{
public:
    Preparation(const PdfStructure& structure, const SignatureUpdate& request)
        : m_structure(structure), m_request(request), m_objects(structure.objects()), m_update(structure)
    {
    }

    PreparedSignature run()
    {
        const SignatureField& field = freeField();
        m_signature = m_update.newObject();
        const Dictionary dictionary = signatureDictionary(m_request);
        m_update.put(m_signature, dictionary.text);
        putField(field);
        putFormAndCatalog();
        PreparedSignature result;
        result.tail = m_update.bytes();
        result.fileSize = m_structure.source().size();
        const qint64 body = m_update.bodyOffset(m_signature);
        const qint64 gap = body + dictionary.contents;
        const qint64 gapEnd = gap + 2 * m_request.contentsSize + 2;
        result.byteRange = {0, result.fileSize + gap, result.fileSize + gapEnd, result.tail.size() - gapEnd};
        QByteArray range;
        for (int i = 1; i < 4; ++i)
            range += QByteArray::number(result.byteRange[size_t(i)]).leftJustified(rangeDigits + (i < 3 ? 1 : 0));
        result.tail.replace(body + dictionary.range, range.size(), range);
        return result;
    }

private:
    const SignatureField& freeField() const
    {
        for (const SignatureField& field : m_structure.signatureFields()) {
            if (field.name == m_request.field && !field.isSigned && !field.object.isNull())
                return field;
        }
        throw Error(ErrorCode::NoFreeField,
                    LocalizedText{u"文件中没有名为“%1”的空白签章域。"_s,
                                  u"The file has no free signature field “%1”."_s}
                        .arg(m_request.field),
                    m_structure.source().name());
    }

    QPDFObjectHandle reference(ObjectId id) const
    {
        return m_objects.qpdf().getObjectByID(id.number, id.generation);
    }

    /// A reference to an object of this update. qpdf drops dictionary entries that point to nothing, so in its
    /// memory an empty object stands for the one that is still to be written.
    QPDFObjectHandle newReference(ObjectId id) const
    {
        if (reference(id).isNull())
            m_objects.qpdf().replaceObject(id.number, id.generation, QPDFObjectHandle::newDictionary());
        return reference(id);
    }

    void put(ObjectId id, QPDFObjectHandle object)
    {
        m_update.put(id, QByteArray::fromStdString(object.unparseResolved()));
    }

    /// A field and its only widget are one object as a rule, but may be two.
    void putField(const SignatureField& field)
    {
        QPDFObjectHandle copy = reference(field.object).shallowCopy();
        copy.replaceKey("/V", newReference(m_signature));
        QPDFObjectHandle kid = m_objects.item(m_objects.get(copy, "/Kids"), 0);
        if (!kid.isDictionary() || !kid.isIndirect()) {
            dress(copy, field.rect.size());
        } else {
            QPDFObjectHandle widget = kid.shallowCopy();
            dress(widget, field.rect.size());
            put(idOf(kid), widget);
        }
        put(field.object, copy);
    }

    void dress(QPDFObjectHandle widget, QSizeF size)
    {
        if (!widget.hasKey("/F"))
            widget.replaceKey("/F", QPDFObjectHandle::newInteger(132));
        const ObjectId form = m_request.appearance.isEmpty() ? emptyForm(m_update, size)
                                                             : importPageAsForm(m_update, m_request.appearance);
        QPDFObjectHandle appearance = QPDFObjectHandle::newDictionary();
        appearance.replaceKey("/N", newReference(form));
        widget.replaceKey("/AP", appearance);
        widget.removeKey("/AS");
    }

    void putFormAndCatalog()
    {
        QPDFObjectHandle root = m_objects.root();
        QPDFObjectHandle catalog = root.shallowCopy();
        QPDFObjectHandle form = m_objects.get(root, "/AcroForm");
        QPDFObjectHandle flags = m_objects.get(form, "/SigFlags");
        const long long old = flags.isInteger() ? flags.getIntValue() : 0;
        // A form that is no object of its own makes poppler lose the signature.
        const ObjectId formId = form.isIndirect() ? idOf(form) : m_update.newObject();
        if (!form.isIndirect() || (old & 3) != 3) {
            QPDFObjectHandle copy = form.shallowCopy();
            copy.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(old | 3));
            put(formId, copy);
        }
        if (!form.isIndirect())
            catalog.replaceKey("/AcroForm", newReference(formId));
        if (m_request.certify) {
            QPDFObjectHandle before = m_objects.get(root, "/Perms");
            QPDFObjectHandle permissions = before.isDictionary() ? before.shallowCopy()
                                                                          : QPDFObjectHandle::newDictionary();
            permissions.replaceKey("/DocMDP", newReference(m_signature));
            catalog.replaceKey("/Perms", permissions);
        }
        if (m_request.certify || !form.isIndirect())
            put(idOf(root), catalog);
    }

    const PdfStructure& m_structure;
    const SignatureUpdate& m_request;
    QpdfObjects& m_objects;
    IncrementalUpdate m_update;
    ObjectId m_signature;
};

} // namespace

void PreparedSignature::setContents(const QByteArray& cms)
{
    const qint64 room = (byteRange[2] - byteRange[1] - 2) / 2;
    if (cms.size() > room)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"签名数据有 %1 字节，预留位置只有 %2 字节，未签章。"_s,
                                  u"The signature has %1 bytes, only %2 are kept free for it; nothing was signed."_s}
                        .arg(QString::number(cms.size()), QString::number(room)));
    tail.replace(byteRange[1] - fileSize + 1, 2 * cms.size(), cms.toHex());
}

PreparedSignature prepareSignature(const PdfStructure& structure, const SignatureUpdate& request)
{
    try {
        return Preparation(structure, request).run();
    } catch (...) {
        throw translatedQpdfError(structure.source().name());
    }
}

} // namespace jz
