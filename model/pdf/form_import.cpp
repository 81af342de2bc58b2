// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/form_import.h"

#include "model/pdf/qpdf_objects.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <stdexcept>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Writes objects of one file under the numbers of another.
class Importer
{
public:
    explicit Importer(IncrementalUpdate& update) : m_update(update) {}

    QByteArray text(QPDFObjectHandle object, int depth = 0)
    {
        if (depth > 100)
            throw std::runtime_error("nested too deeply");
        if (object.isIndirect())
            return QByteArray::number(copy(object).number) + " 0 R";
        if (object.isArray()) {
            QByteArray items = "[ ";
            for (int i = 0; i < object.getArrayNItems(); ++i)
                items += text(object.getArrayItem(i), depth + 1) + ' ';
            return items + ']';
        }
        if (object.isDictionary())
            return dictionary(object, depth);
        return QByteArray::fromStdString(object.unparse());
    }

    QByteArray dictionary(QPDFObjectHandle object, int depth)
    {
        QByteArray entries = "<< ";
        for (const std::string& key : object.getKeys())
            entries += QByteArray::fromStdString(QPDFObjectHandle::newName(key).unparse()) + ' '
                       + text(object.getKey(key), depth + 1) + ' ';
        return entries + ">>";
    }

private:
    ObjectId copy(QPDFObjectHandle object)
    {
        const auto known = m_copies.find(object.getObjGen());
        if (known != m_copies.end())
            return known->second;
        const ObjectId id = m_update.newObject();
        m_copies.emplace(object.getObjGen(), id);
        if (!object.isStream()) {
            QPDFObjectHandle direct = object.isDictionary() || object.isArray() ? object.shallowCopy() : object;
            m_update.put(id, object.isDictionary() || object.isArray()
                                 ? text(direct) : QByteArray::fromStdString(object.unparseResolved()));
            return id;
        }
        const auto data = object.getRawStreamData();
        QPDFObjectHandle header = object.getDict().shallowCopy();
        header.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(data->getSize())));
        m_update.put(id, dictionary(header, 0) + "\nstream\n"
                             + QByteArray(reinterpret_cast<const char*>(data->getBuffer()),
                                          static_cast<qsizetype>(data->getSize()))
                             + "\nendstream");
        return id;
    }

    IncrementalUpdate& m_update;
    std::map<QPDFObjGen, ObjectId> m_copies;
};

QByteArray deflated(const std::string& plain)
{
    Pl_Buffer buffer("deflated");
    Pl_Flate deflate("deflate", &buffer, Pl_Flate::a_deflate);
    deflate.write(reinterpret_cast<unsigned char const*>(plain.data()), plain.size());
    deflate.finish();
    const auto data = buffer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())};
}

ObjectId imported(IncrementalUpdate& update, const QByteArray& pdf)
{
    QPDF file;
    file.setSuppressWarnings(true);
    file.setAttemptRecovery(false);
    file.processMemoryFile("appearance", pdf.constData(), static_cast<size_t>(pdf.size()));
    const auto pages = QPDFPageDocumentHelper(file).getAllPages();
    if (pages.size() != 1)
        throw std::runtime_error("an appearance has exactly one page");
    QPDFPageObjectHelper page = pages.front();
    Pl_Buffer contents("contents");
    page.pipeContents(&contents);
    contents.finish();
    const auto plain = contents.getBufferSharedPointer();
    const QByteArray data = deflated({reinterpret_cast<const char*>(plain->getBuffer()), plain->getSize()});

    Importer importer(update);
    QByteArray header = "<< /Type /XObject /Subtype /Form /FormType 1 /Filter /FlateDecode /BBox "
                        + importer.text(page.getAttribute("/MediaBox", false).shallowCopy()) + " /Resources "
                        + importer.text(page.getAttribute("/Resources", false).shallowCopy());
    if (QPDFObjectHandle group = page.getObjectHandle().getKey("/Group"); group.isDictionary())
        header += " /Group " + importer.text(group.shallowCopy());
    const ObjectId form = update.newObject();
    update.put(form, header + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream");
    return form;
}

} // namespace

ObjectId importPageAsForm(IncrementalUpdate& update, const QByteArray& pdf)
{
    try {
        return imported(update, pdf);
    } catch (const std::exception& e) {
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"签章外观不是一页完好的 PDF。"_s,
                                  u"The appearance of the signature is not one sound PDF page."_s},
                    u"appearance"_s, QString::fromUtf8(e.what()));
    }
}

ObjectId emptyForm(IncrementalUpdate& update, QSizeF size)
{
    const ObjectId form = update.newObject();
    update.put(form, "<< /Type /XObject /Subtype /Form /BBox [ 0 0 " + QByteArray::number(size.width()) + ' '
                         + QByteArray::number(size.height()) + " ] /Length 0 >>\nstream\n\nendstream");
    return form;
}

} // namespace jz
