// SPDX-License-Identifier: Apache-2.0
#include "model/reference/contact.h"

#include "model/reference/text_forms.h"

#include <QRegularExpression>
#include <QUrl>

namespace jz {

using namespace Qt::StringLiterals;

bool isMobile(const QString& number)
{
    static const QRegularExpression pattern(u"\\A1[3-9][0-9]{9}\\z"_s);
    return pattern.match(number).hasMatch();
}

bool isPhone(const QString& number)
{
    static const QRegularExpression separators(u"[\\s()（）\\x{2010}-\\x{2015}\\x{FF0D}-]+"_s);
    static const QRegularExpression extension(u"(转|ext\\.?|#)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression fixedLine(u"\\A(0|86-?0?)[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?\\z"_s);
    static const QRegularExpression serviceLine(u"\\A[48]00-?[0-9]{3,4}-?[0-9]{3,4}(-[0-9]{1,6})?\\z"_s);
    QString plain = toHalfWidth(number).trimmed();
    plain.replace(extension, u"-"_s).replace(separators, u"-"_s);
    if (plain.startsWith(u"+"_s))
        plain.remove(0, 1);
    while (plain.startsWith(u'-'))
        plain.remove(0, 1);
    return fixedLine.match(plain).hasMatch() || serviceLine.match(plain).hasMatch()
           || isMobile(normalisedMobile(number));
}

bool isEmail(const QString& address)
{
    static const QRegularExpression pattern(
        u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
        "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return address.size() <= 254 && pattern.match(address).hasMatch();
}

bool isWebAddress(const QString& address)
{
    static const QRegularExpression blank(u"\\s"_s);
    if (address.contains(blank))
        return false;
    const QUrl url(address, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == u"http"_s || scheme == u"https"_s) && !url.host().isEmpty();
}

} // namespace jz
