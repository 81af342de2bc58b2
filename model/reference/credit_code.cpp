// SPDX-License-Identifier: Apache-2.0
#include "model/reference/credit_code.h"

#include <algorithm>
#include <array>

namespace jz::credit_code {

using namespace Qt::StringLiterals;

namespace {

constexpr int length = 18;

const QString& alphabet()
{
    static const QString characters = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
    return characters;
}

/// GB 11714 counts every letter, unlike GB 32100.
int innerValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c.unicode() - u'A' + 10;
}

} // namespace

bool hasShape(const QString& code)
{
    if (code.size() != length)
        return false;
    const bool allowed = std::all_of(code.begin(), code.end(), [](QChar c) { return alphabet().contains(c); });
    const QString division = authorityOf(code);
    return allowed
           && std::all_of(division.begin(), division.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QChar checkCharacter(const QString& code)
{
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < length - 1; ++i) {
        const qsizetype value = i < code.size() ? alphabet().indexOf(code.at(i)) : -1;
        if (value < 0)
            return {};
        sum += int(value) * weight;
        weight = weight * 3 % 31;
    }
    return alphabet().at((31 - sum % 31) % 31);
}

bool checks(const QString& code)
{
    return hasShape(code) && code.back() == checkCharacter(code);
}

bool innerChecks(const QString& code)
{
    static constexpr std::array<int, 8> weights{3, 7, 9, 10, 5, 8, 4, 2};
    if (!hasShape(code))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += innerValue(code.at(8 + qsizetype(i))) * weights[i];
    const int check = 11 - sum % 11;
    const QChar expected = check == 10 ? QChar(u'X') : QChar(char16_t(u'0' + check % 11));
    return code.at(16) == expected;
}

QString classOf(const QString& code)
{
    return code.left(2);
}

QString authorityOf(const QString& code)
{
    return code.mid(2, 6);
}

} // namespace jz::credit_code
