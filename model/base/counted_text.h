// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QStringList>

namespace jz {

/// A text in both languages whose English words go by a number: `%1 {page|pages}`, `There {is|are} %1 …`. Of each `{one|many}` the
/// first is for the number 1. The number is the value of the marker next before it, or where none is before, next after it.
struct CountedText
{
    QString zh;
    QString en;

    /// Fills `%1`, `%2` … as LocalizedText::arg() does; braces in values are left alone.
    template<typename... Values>
    LocalizedText arg(const Values&... values) const
    {
        return LocalizedText{zh, chosen(en, {spoken(values)...})}.arg(values...);
    }

private:
    static QString chosen(const QString& pattern, const QStringList& values);
    static QString spoken(const LocalizedText& value) { return value.en; }
    template<typename String>
    static QString spoken(const String& value)
    {
        return value;
    }
};

/// Written down in the code: counted(u"%1 页", u"%1 {page|pages}").arg(…).
inline CountedText counted(const char16_t* zh, const char16_t* en)
{
    return {QString::fromUtf16(zh), QString::fromUtf16(en)};
}

} // namespace jz
