// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// The two languages the program speaks. Chinese is the users' own and comes first everywhere.
enum class Language { Chinese, English };

/// One text in both languages. `%1`, `%2` … are filled by arg() in both at once.
struct LocalizedText
{
    QString zh;
    QString en;

    const QString& in(Language language) const { return language == Language::Chinese ? zh : en; }
    bool isEmpty() const { return zh.isEmpty() && en.isEmpty(); }
    bool operator==(const LocalizedText&) const = default;

    /// Fills the next `%1`, `%2` … of both texts at once (as QString::arg with several strings does:
    /// a value that itself contains `%1` is left alone). Values are strings, or texts in both languages.
    template<typename... Values>
    LocalizedText arg(const Values&... values) const
    {
        return {zh.arg(spoken(values, Language::Chinese)...), en.arg(spoken(values, Language::English)...)};
    }

private:
    static const QString& spoken(const LocalizedText& text, Language language) { return text.in(language); }
    template<typename String>
    static QString spoken(const String& text, Language)
    {
        return text;
    }
};

/// A text written down in the code: text(u"保存", u"Save").
inline LocalizedText text(const char16_t* zh, const char16_t* en)
{
    return {QString::fromUtf16(zh), QString::fromUtf16(en)};
}

} // namespace jz
