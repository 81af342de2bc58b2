// SPDX-License-Identifier: Apache-2.0
#include "ui/form/line_form.h"

#include "model/reference/text_forms.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

struct Grouping
{
    QList<int> sizes;
    int length = 0; ///< the right length; 0 where any is
};

Grouping groupingOf(FieldType type)
{
    switch (type) {
    case FieldType::CreditCode:
        return {{2, 6, 9, 1}, 18};
    case FieldType::Mobile:
        return {{3, 4, 4}, 11};
    default:
        return {};
    }
}

} // namespace

QString whileTyping(const QString& typed, FieldType type)
{
    switch (type) {
    case FieldType::CreditCode: {
        QString code = toHalfWidth(typed);
        for (QChar& c : code)
            if (c >= u'a' && c <= u'z')
                c = c.toUpper();
        return code;
    }
    case FieldType::Mobile:
    case FieldType::Phone:
    case FieldType::Email:
        return toHalfWidth(typed);
    default:
        return typed;
    }
}

Qt::InputMethodHints inputHints(FieldType type)
{
    switch (type) {
    case FieldType::CreditCode:
        return Qt::ImhUppercaseOnly | Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText | Qt::ImhLatinOnly;
    case FieldType::Mobile:
    case FieldType::Phone:
        return Qt::ImhDialableCharactersOnly | Qt::ImhNoPredictiveText;
    case FieldType::Email:
        return Qt::ImhEmailCharactersOnly | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;
    default:
        return Qt::ImhNone;
    }
}

QString readingGroups(const QString& typed, FieldType type)
{
    const Grouping grouping = groupingOf(type);
    const QString code = type == FieldType::Mobile ? normalisedMobile(typed) : normalisedCode(typed);
    if (grouping.length == 0 || code.isEmpty())
        return {};
    QStringList groups;
    qsizetype at = 0;
    for (const int size : grouping.sizes) {
        if (at < code.size())
            groups.append(code.mid(at, size));
        at += size;
    }
    if (at < code.size())
        groups.append(code.mid(at));
    return say(text(u"%1 · %2/%3 位", u"%1 · %2 of %3 characters")
                   .arg(groups.join(u' '), QString::number(code.size()), QString::number(grouping.length)));
}

bool isTooLong(const QString& typed, FieldType type)
{
    const int length = groupingOf(type).length;
    return length != 0 && (type == FieldType::Mobile ? normalisedMobile(typed) : normalisedCode(typed)).size() > length;
}

} // namespace jz::ui
