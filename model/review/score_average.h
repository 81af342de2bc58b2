// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/rubric.h"

#include <compare>

namespace jz {

/// An average of points, kept as sum and number: comparing and rounding are exact. An average of nothing is none (`count` 0), and
/// below every other.
struct Average
{
    qint64 sum = 0; ///< hundredths
    int count = 0;

    bool exists() const { return count > 0; }
    /// In points.
    double value() const { return count ? double(sum) / (100.0 * count) : 0; }
    /// With so many decimal places (0–4), halves away from zero: 78.125 → "78.13".
    QString text(int digits) const;
    std::strong_ordering operator<=>(const Average& other) const;
    bool operator==(const Average& other) const { return (*this <=> other) == std::strong_ordering::equal; }
};

/// The average of all scores.
Average averageOf(const QList<Hundredths>& scores);

/// The average without one highest and one lowest score (去掉一个最高分和一个最低分); nothing with fewer than `from` scores, or fewer than 3.
std::optional<Average> trimmedAverageOf(const QList<Hundredths>& scores, int from);

/// Standard deviation of the scores about their average, in points, with n − 1; nothing for fewer than two.
std::optional<double> deviationOf(const QList<Hundredths>& scores);

} // namespace jz
