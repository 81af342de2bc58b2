// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

#include <QDateTime>

namespace jz {

/// What the revision that a signature makes is to hold, all but the signature itself.
struct SignatureUpdate
{
    QString field;            ///< full name of a signature field that is an indirect object and not yet signed
    bool certify = false;     ///< adds DocMDP with P = 2 and names it in /Perms of the catalog
    QByteArray appearance;    ///< a PDF of one page that is drawn into the field's rectangle; empty: nothing is drawn
    QString name;             ///< /Name
    QString reason;           ///< /Reason
    QDateTime time;           ///< /M, to the second, with its offset from UTC
    QByteArray subFilter;     ///< without the slash
    int contentsSize = 12 * 1024; ///< bytes kept free for the CMS
};

/// The bytes to append, with a hole of zeros where the CMS goes.
struct PreparedSignature
{
    QByteArray tail;
    qint64 fileSize = 0;                 ///< of the file before the tail
    std::array<qint64, 4> byteRange{};   ///< as written into the tail; positions in the whole new file

    /// Writes the CMS into the hole. Throws Error TooLarge when it does not fit, naming both sizes.
    void setContents(const QByteArray& cms);
};

/// Writes the signature dictionary, the field with its value and appearance, /AcroForm (an indirect object, with
/// /SigFlags 3) and, when certifying, the catalog. No page is touched. Deterministic.
/// Throws what IncrementalUpdate and importPageAsForm throw, NoFreeField when there is no such free field.
PreparedSignature prepareSignature(const PdfStructure& structure, const SignatureUpdate& request);

} // namespace jz
