// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/pdf/pdf_structure.h"
#include "model/pdf/qpdf_input.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <set>
#include <unordered_map>

namespace jz {

/// The objects of a file as qpdf parses them, behind a guard: before an object is unpacked from an object
/// stream, the stream's size is measured, because qpdf itself unpacks without a limit. That goes for the /Length of
/// a stream too, which qpdf looks up on its own. Inside this room only.
class QpdfObjects
{
public:
    /// Throws Error Malformed or Unsupported. Nothing is repaired. `source` outlives it.
    explicit QpdfObjects(const ByteSource& source);

    QPDF& qpdf() { return m_qpdf; }
    QPDFObjectHandle root() { return get(m_qpdf.getTrailer(), "/Root"); }
    /// The value of a key, safe to use; null when `dictionary` is none.
    QPDFObjectHandle get(QPDFObjectHandle dictionary, char const* key);
    QPDFObjectHandle item(QPDFObjectHandle array, int index);
    /// Null instead of an object whose stream would unpack to too much.
    QPDFObjectHandle checked(QPDFObjectHandle object);
    /// An object out of its text; indirect references in it are those of this file. Null when it is broken.
    QPDFObjectHandle parse(const QByteArray& text);

    /// Where `N G obj` of an object stands, from the first byte of the file; -1 when it is none or compressed.
    qint64 offsetOf(ObjectId id) const;
    /// False when the object is in use but cannot be read: broken, or unsafe to unpack.
    bool isReadable(QPDFObjectHandle object);
    const std::map<QPDFObjGen, QPDFXRefEntry>& table() const { return m_table; }
    /// What the parser warned of so far, but for a wrong /Size.
    const QStringList& warnings();
    /// The object that begins last before `position`; null when there is none.
    ObjectId objectBefore(qint64 position) const;
    int highestNumber() const;

private:
    struct Release
    {
        void operator()(QPDF* document) const;
    };

    bool isSafe(QPDFObjGen id);
    bool hasSafeLength(QPDFObjGen id, qint64 offset);
    bool isPlainNumber(QPDFObjGen id);
    bool unpacksWithinLimit(int streamNumber);

    ByteCursor m_cursor;
    std::unique_ptr<QPDF, Release> m_document{new QPDF};
    QPDF& m_qpdf = *m_document;
    QStringList m_warnings;
    std::map<QPDFObjGen, QPDFXRefEntry> m_table;
    std::unordered_map<quint64, bool> m_lengths;
    std::set<int> m_goodStreams;
    std::set<int> m_badStreams;
    qint64 m_base = 0;
    qint64 m_toUnpack = 256LL * 1024 * 1024;
};

ObjectId idOf(QPDFObjectHandle object);

/// The Error for whatever qpdf threw; call it in a catch block.
Error translatedQpdfError(const QString& file);

} // namespace jz
