// SPDX-License-Identifier: Apache-2.0
#include "ui/form/inline_note.h"

#include "model/base/counted_text.h"
#include "ui/form/form_layout.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAccessible>

namespace jz::ui {

using namespace Qt::StringLiterals;

InlineNote::InlineNote(QWidget* parent) : WrappedLabel(parent)
{
    setObjectName(u"note"_s);
    setProperty("severity", u"hint"_s);
    setFont(Theme::font(TextStyle::Small));
    hide();
}

void InlineNote::tell(const QString& words)
{
    if (words == text())
        return;
    setText(words);
    setVisible(!words.isEmpty());
    layOutAround(parentWidget());
    if (words.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void InlineNote::tellDropped(int characters)
{
    tell(characters == 0 ? QString()
                         : say(counted(u"粘贴的内容中有 %1 个不能使用的控制字符，已去掉。",
                                        u"%1 control {character|characters} in what was pasted cannot be used and {was|were} left out.")
                                   .arg(QString::number(characters))));
}

} // namespace jz::ui
