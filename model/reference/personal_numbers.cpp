// SPDX-License-Identifier: Apache-2.0
#include "model/reference/personal_numbers.h"

#include "model/reference/credit_code.h"
#include "model/reference/text_forms.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype spreadsheetDigits = 15;

QString compact(const QString& text)
{
    QString plain = normalisedCode(text);
    plain.removeIf([](QChar c) { return c == u'-' || c.category() == QChar::Punctuation_Dash; });
    return plain;
}

bool isRounded(const QString& digits)
{
    const QStringView end = QStringView(digits).mid(spreadsheetDigits);
    return std::all_of(end.begin(), end.end(), [](QChar c) { return c == u'0'; });
}

} // namespace

bool isCitizenNumber(const QString& text)
{
    static const QRegularExpression shape(u"^[1-9]\\d{16}[\\dX]$"_s);
    const QString number = compact(text);
    if (!shape.match(number).hasMatch())
        return false;
    const QDate born = QDate::fromString(number.mid(6, 8), u"yyyyMMdd"_s);
    if (!born.isValid() || born.year() < 1900)
        return false;
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += number.at(i).digitValue() * ((1 << (17 - i)) % 11);
    return u"10X98765432"_s.at(sum % 11) == number.at(17);
}

bool isBankNumber(const QString& text)
{
    static const QRegularExpression shape(u"^\\d{16,19}$"_s);
    const QString number = compact(text);
    if (!shape.match(number).hasMatch())
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i) {
        const int digit = number.at(number.size() - 1 - i).digitValue();
        const int doubled = i % 2 == 1 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

bool holdsPersonalNumber(const QString& text)
{
    static const QRegularExpression run(u"(?<![0-9A-Za-z])\\d(?:[ -]?\\d){14,18}[Xx]?(?![0-9A-Za-z])"_s);
    for (const QRegularExpressionMatch& match : run.globalMatch(toHalfWidth(text))) {
        const QString number = compact(match.captured());
        if (credit_code::checks(number))
            continue;
        const bool isNumber = number.size() >= 16 && number.size() <= 19 && !number.endsWith(u'X');
        if (isCitizenNumber(number) || isBankNumber(number) || (isNumber && isRounded(number)))
            return true;
    }
    return false;
}

bool namesPersonalNumber(const QString& heading)
{
    static const QStringList signs{u"身份证"_s, u"公民身份"_s, u"证件"_s, u"护照"_s, u"银行"_s, u"卡号"_s, u"账号"_s, u"帐号"_s, u"账户"_s, u"帐户"_s, u"开户"_s,
                                   u"工资卡"_s, u"idnumber"_s, u"idcard"_s, u"idno"_s, u"passport"_s, u"bank"_s, u"accountn"_s};
    const QString key = comparisonKey(heading);
    return std::any_of(signs.begin(), signs.end(), [&](const QString& each) { return key.contains(each); });
}

} // namespace jz
