// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/pasted_rows.h"

namespace jz {

/// A part of an office document, from top to bottom.
struct DocumentPart
{
    enum class Kind {
        Title,     ///< centred, large
        Paragraph, ///< begins two characters in
        Plain,     ///< begins at the margin: an addressee, a line of an address
        Right,     ///< at the right: who signs, the date
        Large,     ///< a line of a label
        Table,
        PageBreak,
    };
    Kind kind = Kind::Paragraph;
    QString words;
    QStringList headers = {}; ///< Table
    TextBlock rows = {};      ///< Table
    QList<double> shares = {};///< Table: of the width, summing up to 1
};

/// Writes a document (DOCX, ECMA-376 transitional) in the typefaces and sizes of Chinese office papers, to be finished in the office system: red head and
/// document number are not in it. A4 upright, or across. `path` appears whole or not at all. Throws Error NotWritable.
void writeDocumentFile(const QString& path, const QList<DocumentPart>& parts, bool landscape = false);

} // namespace jz
