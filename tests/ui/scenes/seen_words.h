// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace jz::test {

/// A text that a window shows or says to a screen reader, and where.
struct SeenWord
{
    QString where; ///< names of the widget and of those it is in
    QString text;
};

/// Names of a widget and of those it is in, for messages of tests.
QString pathOf(const QObject* widget);
/// Everything a window has to say: labels, buttons, tabs, headers, lists, placeholders, tool tips, accessible names.
QList<SeenWord> wordsIn(const QWidget& window);

/// All words that are not the program's: of the calls, the samples, the reference data, the people at work.
const QString& foreignWords();

} // namespace jz::test
