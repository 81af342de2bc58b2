// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/table.h"
#include "model/print/text_measure.h"

namespace jz {

/// What an opinion (意见) of one role consists of.
struct OpinionContent
{
    QString fixedText;       ///< the wording, the unit's name already in it
    QStringList units;       ///< who signs, in order; one empty name: a single unit that need not be named
    QString signatureLabel;
    QString dateLabel;
    QString sealLabel;
    QString role;            ///< `applicant`: one block; others: four reserved signature fields
    QString wordingField;    ///< field whose value stands in the wording
    double width = 156;      ///< of the table, mm
};

/// The row of an opinion: fixed wording, then blocks of 78 × 55 mm, each with room for pen and seal
/// (50 × 50 mm clear of the page's codes) and a reserved signature field of 76 × 53 mm that prints nothing.
///
/// The words of a block stand in its first and last lines; its middle is free, and that is where a
/// certificate signature draws itself (signature_appearance.h).
Row opinionRow(const OpinionContent& content, TextMeasure& measure);

/// Bands of a signature field, mm from its top and bottom edge, that belong to the printed words.
inline constexpr double opinionTopBand = 14;
inline constexpr double opinionBottomBand = 15;

} // namespace jz
