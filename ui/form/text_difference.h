// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// One replacement that turns a text into another: from `at` on, `removed` UTF-16 units go and `inserted` comes. As small as it can
/// be without parting surrogate pairs; nothing of both for equal texts.
struct TextDifference
{
    qsizetype at = 0;
    qsizetype removed = 0;
    QString inserted;
};

TextDifference textDifference(const QString& was, const QString& now);

/// Shows another text in a line, the cursor behind what changed or showsBeginning(); leaves a line alone that shows it already. True when
/// it changed.
bool showText(QLineEdit* line, const QString& text);

/// Whether a control that showed `was` shows the beginning of a new text: nobody writes in it and it was empty, as when a dossier is opened.
bool showsBeginning(QWidget& control, const QString& was);
/// Somebody came to such a control: writing goes on behind what is there, unless a click said where.
void goOnAtEnd(QWidget& control, Qt::FocusReason why);

} // namespace jz::ui
