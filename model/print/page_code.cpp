// SPDX-License-Identifier: Apache-2.0
#include "model/print/page_code.h"

#include "model/base/sha256.h"

#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

QString PageCode::text() const
{
    return u"JZ1%1%2%3%4%5"_s.arg(shortId)
        .arg(revision % 100, 2, 10, QLatin1Char('0'))
        .arg(page % 1000, 3, 10, QLatin1Char('0'))
        .arg(pageFingerprint, dataFingerprint);
}

std::optional<PageCode> parsePageCode(const QString& text)
{
    static const QRegularExpression form(
        u"^JZ1([A-Z2-7]{10})(\\d{2})(\\d{3})([A-Z2-7]{16})([A-Z2-7]{16})?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return PageCode{match.captured(1), match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4),
                    match.captured(5)};
}

QString shortId(const QUuid& id)
{
    return base32(id.toRfc4122()).left(10);
}

} // namespace jz
