// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle_names.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 120;

bool isHidden(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x200E && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2066 && code <= 0x2069) || code == 0xFFFD;
}

} // namespace

QString entryName(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString name = utf8(bytes);
    if (utf8.hasError()) {
        QStringDecoder chinese("GB18030");
        if (chinese.isValid())
            name = chinese(bytes);
    }
    return name.replace(u'\\', u'/');
}

bool isSafeEntryName(const QString& name)
{
    static const QRegularExpression drive(u"^[A-Za-z]:"_s);
    if (name.isEmpty() || name.startsWith(u'/') || drive.match(name).hasMatch() || std::any_of(name.begin(), name.end(), isHidden))
        return false;
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) {
        const QString bare = part.trimmed();
        return bare.isEmpty() || bare == u"." || bare == u"..";
    });
}

QString shownEntryName(const QString& name)
{
    QString shown;
    for (const QChar c : name.left(longestShown))
        shown += isHidden(c) ? QString(u"\\u%1"_s.arg(ushort(c.unicode()), 4, 16, QChar(u'0'))) : QString(c);
    return name.size() > longestShown ? QString(shown + u'…') : shown;
}

QString foldedEntryName(const QString& name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

bool isSystemLitter(const QString& name)
{
    const QString last = name.section(u'/', -1);
    return name.startsWith(u"__MACOSX/"_s) || last == u".DS_Store" || last.compare(u"thumbs.db"_s, Qt::CaseInsensitive) == 0
           || last.compare(u"desktop.ini"_s, Qt::CaseInsensitive) == 0;
}

} // namespace jz
