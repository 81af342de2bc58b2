// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pdf_time.h"

#include <QRegularExpression>

namespace jz {

QDateTime pdfTime(const QByteArray& text)
{
    static const QRegularExpression form(
        QStringLiteral("^D:(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(?:Z.*|([+-])(\\d\\d)'?(\\d\\d)?'?)?$"));
    const auto match = form.match(QString::fromLatin1(text.left(64)));
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group, int otherwise) {
        const QString digits = match.captured(group);
        return digits.isEmpty() ? otherwise : digits.toInt();
    };
    const QDate date(number(1, 0), number(2, 1), number(3, 1));
    const QTime time(number(4, 0), number(5, 0), number(6, 0));
    if (!date.isValid() || !time.isValid())
        return {};
    const int minutes = number(8, 0) * 60 + number(9, 0);
    const int offset = (match.captured(7) == u'-' ? -minutes : minutes) * 60;
    return std::abs(minutes) > 14 * 60 ? QDateTime() : QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

} // namespace jz
