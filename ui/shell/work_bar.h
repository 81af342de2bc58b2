// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace jz::ui {

/// One line that says what is being worked on in the background, how far it is, and cancels it. Hidden while nothing is.
class WorkBar : public QFrame
{
    Q_OBJECT

public:
    explicit WorkBar(QWidget* parent);

    /// `total` 0: how long it takes is not known.
    void show(const QString& words, int done, int total);

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_words;
    QProgressBar* m_progress;
};

} // namespace jz::ui
