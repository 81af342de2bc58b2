// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <set>

namespace jz {

/// Reads signature fields and signature dictionaries. Bounded: every object once, 64 levels, 100,000 fields.
/// Inside this room only.
class SignatureFieldReader
{
public:
    SignatureFieldReader(const ByteSource& source, QpdfObjects& objects) : m_source(source), m_objects(objects) {}

    QList<SignatureField> fields(QPDFObjectHandle acroForm);

    /// The signature dictionary around a place in the file; `begin` is that place and the rest empty when there
    /// is no readable one.
    SignatureValue valueAround(qint64 mark) const;
    /// Whether the place lies in the data of a stream that the file uses now (an embedded signed PDF, say).
    bool isInStreamData(qint64 mark) const;

private:
    struct Inherited
    {
        QString name;
        QPDFObjectHandle type;
        QPDFObjectHandle value;
        int depth = 0;
    };
    void walk(QPDFObjectHandle field, const Inherited& above);
    void addSignatureField(QPDFObjectHandle field, Inherited own);
    SignatureValue valueOf(QPDFObjectHandle field, QPDFObjectHandle value) const;
    SignatureValue valueFrom(const RawDictionary& dictionary) const;
    void readContents(const RawEntry& entry, SignatureValue& value) const;
    void readCertificates(QPDFObjectHandle certificates, SignatureValue& value) const;
    void readReferences(QPDFObjectHandle references, SignatureValue& value) const;
    QPDFObjectHandle parsed(const RawDictionary& dictionary, const char* key) const;

    const ByteSource& m_source;
    QpdfObjects& m_objects;
    QList<SignatureField> m_fields;
    std::set<QPDFObjGen> m_seen;
    int m_left = 100'000;
};

} // namespace jz
