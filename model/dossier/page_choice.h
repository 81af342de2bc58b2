// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QList>
#include <QString>

#include <optional>

namespace jz {

/// Which pages of a document are meant by what a person wrote.
struct ChosenPages
{
    QList<int> pages;                     ///< 0-based, in the order written; empty when there is a problem
    std::optional<LocalizedText> problem; ///< what is wrong and how to write it, a clause without a full stop
};

/// The one spelling of a choice of pages: "1-3,5". Full-width digits, Chinese commas, dashes of every length,
/// 至 and blanks become plain; what is no choice of pages comes back as it is, trimmed.
QString normalizedPageChoice(const QString& typed);

/// Reads a choice in any spelling. Empty means all pages. A page that is not there, one that is named twice,
/// a range from a later to an earlier page and anything that is no page number is a problem.
/// `pageCount` below 0: not known; then the wording alone is judged and `pages` stays empty.
ChosenPages choosePages(const QString& choice, int pageCount);

/// Pages (0-based) as a person would write them: "1-3,5".
QString pageChoice(const QList<int>& pages);

} // namespace jz
