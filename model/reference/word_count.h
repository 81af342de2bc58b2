// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace jz {

/// The two measures of a text's length that calls are judged by.
struct TextCount
{
    int words = 0;      ///< 字数 as office programs count it, see countText()
    int characters = 0; ///< visible characters without blanks (字符数，不计空格)

    bool operator==(const TextCount&) const = default;
};

/// Counts by code point. 字数: every East Asian character counts 1, Chinese punctuation and full-width signs and
/// symbols (“ ” …… —— · ① □ ℃) too; every longest run of other visible characters counts 1 (a word, a number, a
/// web address); blanks count nothing and end a run. ’ between Latin letters does not end a word.
/// Zero-width characters, variation selectors and combining marks count nothing in either measure.
TextCount countText(QStringView text);

} // namespace jz
