// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/dossier_paper.h"

namespace jz {

/// A piece of text that stands uninterrupted on the printed form, but for page breaks.
struct PrintedPart
{
    QString text;   ///< without blanks
    QString field;  ///< whose value or label it is; empty for fixed words
};

/// A row of the form as it has to read on paper.
struct PrintedRow
{
    QList<PrintedPart> parts;  ///< in template order; where a row runs over a page, cells that end come first
    QStringList repeated;      ///< what may stand again at the top of a page that the row reaches
};

/// What the printed form says, in template order, whatever fonts it is set in and wherever its pages break: the title,
/// then row by row. Attachment pages and footers are left out.
QList<PrintedRow> printedRows(const DossierPaperContent& content);

/// `text` without blanks of any kind, in compatibility form (NFKC): what two texts have in common that look alike.
QString withoutBlanks(const QString& text);

} // namespace jz
