// SPDX-License-Identifier: Apache-2.0
#include "model/review/score_average.h"

#include <cmath>
#include <numeric>

namespace jz {

namespace {

qint64 sumOf(const QList<Hundredths>& scores)
{
    return std::accumulate(scores.begin(), scores.end(), qint64(0));
}

} // namespace

QString Average::text(int digits) const
{
    if (!exists())
        return {};
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const qint64 divisor = qint64(100) * count;
    const qint64 rounded = (sum * scale * 2 + divisor) / (divisor * 2);
    QString number = QString::number(rounded / scale);
    if (digits > 0)
        number += u'.' + QString::number(rounded % scale).rightJustified(digits, u'0');
    return number;
}

std::strong_ordering Average::operator<=>(const Average& other) const
{
    if (!exists() || !other.exists())
        return exists() <=> other.exists();
    return sum * other.count <=> other.sum * count;
}

Average averageOf(const QList<Hundredths>& scores)
{
    return {sumOf(scores), int(scores.size())};
}

std::optional<Average> trimmedAverageOf(const QList<Hundredths>& scores, int from)
{
    if (scores.size() < std::max(from, 3))
        return {};
    const auto [lowest, highest] = std::minmax_element(scores.begin(), scores.end());
    return Average{sumOf(scores) - *lowest - *highest, int(scores.size()) - 2};
}

std::optional<double> deviationOf(const QList<Hundredths>& scores)
{
    if (scores.size() < 2)
        return {};
    const double mean = double(sumOf(scores)) / double(scores.size());
    double squares = 0;
    for (const Hundredths score : scores)
        squares += (score - mean) * (score - mean);
    return std::sqrt(squares / double(scores.size() - 1)) / 100;
}

} // namespace jz
