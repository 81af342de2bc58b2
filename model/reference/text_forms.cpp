// SPDX-License-Identifier: Apache-2.0
#include "model/reference/text_forms.h"

#include <QRegularExpression>
#include <QStringList>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

bool isNameDot(QChar c)
{
    static const QString dots = u"\u00B7•\u30FB\u2027\u2219\u22C5\u0387\u1427\uFF65."_s;
    return dots.contains(c);
}

bool isForbidden(char32_t c)
{
    if (c == U'\t' || c == U'\n')
        return false;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool none = (c >= 0xD800 && c <= 0xDFFF) || QChar::isNonCharacter(c) || c == 0xFFFD;
    return control || direction || none;
}

} // namespace

QString toHalfWidth(const QString& text)
{
    QString half = text;
    for (QChar& c : half) {
        if (c >= u'\uFF01' && c <= u'\uFF5E')
            c = QChar(char16_t(c.unicode() - 0xFEE0));
        else if (c == u'\u3000')
            c = u' ';
    }
    return half;
}

QString normalisedCode(const QString& text)
{
    QString code;
    const QString upper = toHalfWidth(text).toUpper();
    for (const QChar c : upper)
        if (!c.isSpace())
            code.append(c);
    return code;
}

QString normalisedMobile(const QString& text)
{
    QString number = normalisedCode(text);
    number.remove(u'-');
    for (const QString& prefix : {u"+86"_s, u"0086"_s})
        if (number.startsWith(prefix))
            return number.mid(prefix.size());
    return number;
}

QString normalisedMonth(const QString& text)
{
    static const QRegularExpression parted(u"^(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*(?:月(?:\\s*0?1\\s*日)?|[-./]\\s*0?1)?$"_s);
    static const QRegularExpression joined(u"^(\\d{4})(\\d{2})$"_s);
    const QString plain = toHalfWidth(text).trimmed();
    for (const QRegularExpression& form : {parted, joined}) {
        const QRegularExpressionMatch match = form.match(plain);
        const int month = match.captured(2).toInt();
        if (match.hasMatch() && month >= 1 && month <= 12)
            return u"%1-%2"_s.arg(match.captured(1)).arg(month, 2, 10, QChar(u'0'));
    }
    return text.trimmed();
}

QString comparisonKey(const QString& name)
{
    QString key;
    const QString folded = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (const QChar c : folded)
        if (!c.isSpace() && !isNameDot(c))
            key.append(c);
    return key;
}

qsizetype firstForbiddenCharacter(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        const qsizetype at = i;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            c = QChar::surrogateToUcs4(text.at(at), text.at(i));
        }
        if (isForbidden(c))
            return at;
    }
    return -1;
}

} // namespace jz
