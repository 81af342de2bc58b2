// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/pdf_structure.h"

#include "model/pdf/qpdf_objects.h"
#include "model/pdf/signature_field_reader.h"

namespace jz {

PdfStructure::PdfStructure(const ByteSource& source)
    : m_source(source), m_chain(readXrefChain(source)), m_objects(std::make_unique<QpdfObjects>(source))
{
    try {
        readCatalog();
    } catch (...) {
        throw translatedQpdfError(source.name());
    }
}

PdfStructure::PdfStructure(PdfStructure&&) noexcept = default;
PdfStructure::~PdfStructure() = default;

void PdfStructure::readCatalog()
{
    QPDFObjectHandle catalog = m_objects->root();
    if (!catalog.isDictionary())
        throw std::runtime_error("the document has no catalog");
    m_fields = SignatureFieldReader(m_source, *m_objects).fields(m_objects->get(catalog, "/AcroForm"));
    m_certification = idOf(m_objects->get(m_objects->get(catalog, "/Perms"), "/DocMDP"));
    m_hasDss = m_objects->get(catalog, "/DSS").isDictionary();
}

bool PdfStructure::isEncrypted() const
{
    return m_objects->qpdf().isEncrypted();
}

QStringList PdfStructure::warnings() const
{
    return m_objects->warnings();
}

QList<SignatureValue> PdfStructure::undeclaredSignatures(qsizetype limit) const
{
    QList<qint64> marks = signatureMarks(m_source, limit);
    marks.removeIf([this](qint64 mark) {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const SignatureField& field) {
            return field.isSigned && field.value.begin <= mark && mark < field.value.end;
        });
    });
    try {
        return valuesAround(marks);
    } catch (...) {
        throw translatedQpdfError(m_source.name());
    }
}

QList<SignatureValue> PdfStructure::valuesAround(const QList<qint64>& marks) const
{
    const SignatureFieldReader reader(m_source, *m_objects);
    QList<SignatureValue> values;
    for (const qint64 mark : marks) {
        const bool known = !values.isEmpty() && values.last().begin <= mark && mark < values.last().end;
        if (!known && !reader.isInStreamData(mark))
            values.append(reader.valueAround(mark));
    }
    values.removeIf([](const SignatureValue& value) { return value.isUsageRights; });
    return values;
}

QList<qint64> signatureMarks(const ByteSource& source, qsizetype limit)
{
    return findAll(source, QByteArrayLiteral("/ByteRange"), limit);
}

bool FieldLock::locks(const QString& field) const
{
    // Naming a field names those under it too.
    const bool named = std::any_of(fields.begin(), fields.end(), [&](const QString& name) {
        return field == name || field.startsWith(name + u'.');
    });
    return action == All || named == (action == Include);
}

} // namespace jz
