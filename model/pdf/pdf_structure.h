// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/xref_chain.h"

#include <QRectF>

#include <array>
#include <memory>

namespace jz {

class QpdfObjects;

/// Number and generation of an indirect object. Number 0: none.
struct ObjectId
{
    int number = 0;
    int generation = 0;
    bool isNull() const { return number == 0; }
    QString text() const { return QString::number(number) + u' ' + QString::number(generation); }
    bool operator==(const ObjectId&) const = default;
};

/// What a signature forbids to later ones (ISO 32000-1, 12.8.2.4 FieldMDP; the /Lock of the field alike).
struct FieldLock
{
    enum Action { All, Include, Exclude };
    Action action = All;
    QStringList fields;
    bool locks(const QString& field) const;
};

/// A signature dictionary (ISO 32000-1, 12.8.1) with the places of its parts in the file.
struct SignatureValue
{
    ObjectId object;             ///< the dictionary, or the field that holds it directly
    qint64 begin = -1;           ///< of `<<`; -1 when the dictionary does not stand in the file by itself
    qint64 end = -1;
    QList<QByteArray> duplicateKeys;
    QByteArray type;             ///< `Sig`, `DocTimeStamp`, or empty
    QByteArray filter;
    QByteArray subFilter;        ///< without the slash
    std::optional<std::array<qint64, 4>> byteRange; ///< only when it is four direct integers
    qint64 contentsBegin = -1;   ///< of `<`; -1 when /Contents is no direct hex string
    qint64 contentsEnd = -1;     ///< after `>`
    QByteArray contents;         ///< the bytes of the hex string, padding included
    QList<QByteArray> certificates; ///< /Cert, DER, the signer's first; adbe.x509.rsa_sha1 has them there
    QString name;                ///< /Name, /Reason and /M are claims of the signer, no facts
    QString reason;
    QByteArray time;             ///< /M as it stands: `D:20261101120000+08'00'`
    int docMdp = 0;              ///< 1–3 when the signature certifies, else 0
    bool isUsageRights = false;  ///< UR or UR3: what Adobe Reader may do with the file, nobody's signature (12.8.2.3)
    QList<FieldLock> locks;
};

/// A signature field found through /AcroForm.
struct SignatureField
{
    QString name;                ///< full name, partial names joined by dots
    ObjectId object;             ///< null when the field is no indirect object
    QRectF rect;                 ///< points, origin at the lower left of the page; empty for an invisible one
    bool isSigned = false;       ///< it has a /V that is not null
    SignatureValue value;        ///< when signed
    std::optional<FieldLock> lock;
};

/// What can be told about a PDF without loading its objects: revisions, signature fields, signatures. The one
/// place where signing and verifying look into a file; reads what it needs and not the whole file.
///
/// `source` belongs to the caller and outlives it. Errors: Malformed (no PDF, damaged, truncated; nothing is
/// repaired), Unsupported (encrypted with a password).
class PdfStructure
{
public:
    explicit PdfStructure(const ByteSource& source);
    PdfStructure(PdfStructure&&) noexcept;
    ~PdfStructure();

    const ByteSource& source() const { return m_source; }
    /// The cross-reference sections a reader follows, newest first.
    const QList<XrefSection>& chain() const { return m_chain; }
    const QList<SignatureField>& signatureFields() const { return m_fields; }
    /// Signature dictionaries that no field declares but whose bytes stand in the file outside stream data:
    /// fields removed, values replaced, a broken update. Usage rights are none of them. At most `limit` are looked for.
    QList<SignatureValue> undeclaredSignatures(qsizetype limit) const;
    /// The object that /Perms /DocMDP of the catalog names; null for none.
    ObjectId certification() const { return m_certification; }
    bool hasDss() const { return m_hasDss; }
    bool isEncrypted() const;
    /// What the parser found odd so far; empty for a sound file. A wrong /Size alone is not counted.
    QStringList warnings() const;

    /// The parser, for this room only.
    QpdfObjects& objects() const { return *m_objects; }

private:
    void readCatalog();
    QList<SignatureValue> valuesAround(const QList<qint64>& marks) const;

    const ByteSource& m_source;
    QList<XrefSection> m_chain;
    std::unique_ptr<QpdfObjects> m_objects;
    QList<SignatureField> m_fields;
    ObjectId m_certification;
    bool m_hasDss = false;
};

/// For a program that verifies its one file and ends: from now on the first four parsed files are not taken apart, the end of the
/// process does that. With 60,000 objects a fifth of the time goes into it.
void leaveParsedFilesToExit();

/// Places of `/ByteRange` in the bytes, whatever the structure of the file says; for files that cannot be parsed.
QList<qint64> signatureMarks(const ByteSource& source, qsizetype limit);

} // namespace jz
