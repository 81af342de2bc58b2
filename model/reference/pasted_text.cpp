// SPDX-License-Identifier: Apache-2.0
#include "model/reference/pasted_text.h"

#include "model/reference/text_forms.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

bool isLineEnd(QChar c)
{
    return QStringView(u"\n\v\f\u0085\u2028\u2029").contains(c);
}

bool isBlank(QChar c)
{
    const char16_t code = c.unicode();
    return code == u'\t' || code == u'\u00A0' || code == u'\u202F' || code == u'\u205F' || (code >= u'\u2000' && code <= u'\u200A');
}

bool isSilent(QChar c)
{
    return c == u'\u00AD' || c == u'\uFEFF';
}

QString tidied(const QString& raw)
{
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        if (c == u'\r') {
            if (i + 1 == raw.size() || raw.at(i + 1) != u'\n')
                text.append(u'\n');
        } else if (isLineEnd(c)) {
            while (text.endsWith(u' '))
                text.chop(1);
            text.append(u'\n');
        } else if (!isSilent(c)) {
            text.append(isBlank(c) ? u' ' : c);
        }
    }
    return text;
}

} // namespace

PastedText pastedText(const QString& raw)
{
    PastedText result;
    QString rest = tidied(raw);
    for (qsizetype at = firstForbiddenCharacter(rest); at >= 0; at = firstForbiddenCharacter(rest)) {
        const bool pair = rest.at(at).isHighSurrogate() && at + 1 < rest.size() && rest.at(at + 1).isLowSurrogate();
        result.text += QStringView(rest).left(at);
        rest.remove(0, at + (pair ? 2 : 1));
        ++result.dropped;
    }
    result.text += rest;
    return result;
}

PastedText pastedLine(const QString& raw)
{
    PastedText result = pastedText(raw);
    QStringList lines;
    for (const QString& line : result.text.split(u'\n'))
        if (const QString content = line.trimmed(); !content.isEmpty())
            lines.append(content);
    // What was on one line keeps the blanks around it: the user may be typing on.
    if (result.text.contains(u'\n'))
        result.text = lines.join(u' ');
    return result;
}

} // namespace jz
