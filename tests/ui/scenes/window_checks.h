// SPDX-License-Identifier: Apache-2.0
// What is asked of every window. Building a window takes far longer than looking at it: every_window_test builds each once for a language and a
// size of text and asks all of these there.
#pragma once

#include "model/base/localized_text.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::test {

/// Controls without a name, a description, a role or an objectName (accessibility_test.cpp).
QStringList accessibilityProblems(QWidget& window);
/// Words that are not in that language, nor names or words of the call and the user (words_test.cpp).
QStringList untranslatedWords(const QWidget& window, Language language);
/// Controls that Tab does not leave again (tab_order_test.cpp).
QStringList focusHolders(QWidget& window);

} // namespace jz::test
