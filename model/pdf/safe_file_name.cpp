// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/embedded_files.h"

#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 200;
constexpr qsizetype mostSuffix = 16;

/// Shortened before its suffix, without tearing a character apart.
QString shortened(QString name)
{
    qsizetype dot = name.lastIndexOf(u'.');
    if (dot < 0 || name.size() - dot > mostSuffix)
        dot = name.size();
    QString base = name.left(dot);
    const QString suffix = name.mid(dot);
    while (!base.isEmpty() && base.toUtf8().size() + suffix.toUtf8().size() > mostBytes)
        base.chop(base.size() >= 2 && base.back().isLowSurrogate() ? 2 : 1);
    return base + suffix;
}

} // namespace

QString safeFileName(const QString& name)
{
    static const QRegularExpression forbidden(u"[\\x{00}-\\x{1F}\\x{7F}-\\x{9F}/\\\\:*?\"<>|\\x{FFFD}]"_s);
    static const QRegularExpression direction(u"[\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{206F}\\x{FEFF}]"_s);
    static const QRegularExpression edges(u"^[\\s.]+|[\\s.]+$"_s);
    static const QRegularExpression reserved(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    QString safe = QString::fromUtf8(name.toUtf8()).normalized(QString::NormalizationForm_C);
    safe.replace(direction, QString()).replace(forbidden, u"_"_s).replace(edges, QString());
    safe = shortened(safe);
    safe.replace(edges, QString());
    if (safe.isEmpty())
        safe = u"file"_s;
    return reserved.match(safe).hasMatch() ? u'_' + safe : safe;
}

} // namespace jz
