// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

namespace jz::ui {

/// The language the windows speak: Chinese until it is set. Whoever sets it builds the windows anew (Program does).
Language language();
void setLanguage(Language language);

/// A text in the language the windows speak. Every word of a window goes through here, both languages side by side, so that
/// none can be left untranslated. Words of a call (labels, prompts, options) are shown as its pack has them.
inline QString say(const LocalizedText& words)
{
    return words.in(language());
}
inline QString say(const char16_t* zh, const char16_t* en)
{
    return QString::fromUtf16(language() == Language::Chinese ? zh : en);
}

/// Loads Qt's own words (file dialogs, menus of text fields) for the language. Needs an application object.
void translateQt(Language language);

} // namespace jz::ui
