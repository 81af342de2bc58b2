// SPDX-License-Identifier: Apache-2.0
#include "model/base/counted_text.h"

#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

QString CountedText::chosen(const QString& pattern, const QStringList& values)
{
    if (!pattern.contains(u'{'))
        return pattern;
    static const QRegularExpression choice(u"\\{([^{}|]*)\\|([^{}|]*)\\}"_s);
    static const QRegularExpression marker(u"%([1-9])"_s);
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch& match : choice.globalMatch(pattern)) {
        QRegularExpressionMatch number;
        if (pattern.lastIndexOf(marker, match.capturedStart(), &number) < 0)
            number = marker.match(pattern, match.capturedEnd());
        const bool one = values.value(number.captured(1).toInt() - 1) == u"1";
        result += QStringView(pattern).mid(done, match.capturedStart() - done) + match.capturedView(one ? 1 : 2);
        done = match.capturedEnd();
    }
    return result + QStringView(pattern).mid(done);
}

} // namespace jz
