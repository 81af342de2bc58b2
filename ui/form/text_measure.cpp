// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_measure.h"

#include "model/reference/word_count.h"
#include "ui/style/language.h"

namespace jz::ui {

QString textMeasure(const QString& typed, int limit)
{
    if (limit == 0)
        return {};
    const TextCount count = countText(typed);
    return say(text(u"字数 %1/%2 · 字符 %3", u"Words %1/%2 · characters %3")
                   .arg(QString::number(count.words), QString::number(limit), QString::number(count.characters)));
}

std::optional<Severity> textMeasureSeverity(const QString& typed, int limit)
{
    if (limit == 0)
        return {};
    const TextCount count = countText(typed);
    if (count.words > limit)
        return Severity::Error;
    return count.characters > limit ? std::optional(Severity::Warning) : std::nullopt;
}

} // namespace jz::ui
