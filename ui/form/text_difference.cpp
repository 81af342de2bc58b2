// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_difference.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace jz::ui {

namespace {

constexpr const char* unread = "unread";

} // namespace

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
    line->setCursorPosition(showsBeginning(*line, was) ? 0 : int(difference.at + difference.inserted.size()));
    return true;
}

bool showsBeginning(QWidget& control, const QString& was)
{
    const bool shows = was.isEmpty() && !control.hasFocus();
    control.setProperty(unread, shows);
    return shows;
}

void goOnAtEnd(QWidget& control, Qt::FocusReason why)
{
    if (!control.property(unread).toBool())
        return;
    control.setProperty(unread, false);
    if (why == Qt::MouseFocusReason) // the click says where
        return;
    if (auto* const line = qobject_cast<QLineEdit*>(&control))
        line->end(false);
    else if (auto* const area = qobject_cast<QPlainTextEdit*>(&control))
        area->moveCursor(QTextCursor::End);
}

} // namespace jz::ui
