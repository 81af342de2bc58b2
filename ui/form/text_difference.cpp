// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_difference.h"

#include <QLineEdit>

#include <algorithm>

namespace jz::ui {

TextDifference textDifference(const QString& was, const QString& now)
{
    const qsizetype shorter = qMin(was.size(), now.size());
    qsizetype front = std::mismatch(was.begin(), was.begin() + shorter, now.begin()).first - was.begin();
    if (front > 0 && was.at(front - 1).isHighSurrogate())
        --front;
    qsizetype back = 0;
    while (back < shorter - front && was.at(was.size() - 1 - back) == now.at(now.size() - 1 - back))
        ++back;
    if (back > 0 && was.at(was.size() - back).isLowSurrogate())
        --back;
    return {front, was.size() - front - back, now.mid(front, now.size() - front - back)};
}

bool showText(QLineEdit* line, const QString& text)
{
    const QString was = line->text();
    if (was == text)
        return false;
    const TextDifference difference = textDifference(was, text);
    line->setText(text);
    const bool beginning = was.isEmpty() && !line->hasFocus();
    line->setCursorPosition(beginning ? 0 : int(difference.at + difference.inserted.size()));
    return true;
}

} // namespace jz::ui
