// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace jz::ui {

/// A large answer on the start page: an icon, what one does there, and one line about it.
class AnswerButton : public QAbstractButton
{
    Q_OBJECT

public:
    AnswerButton(const QString& iconName, const QString& title, const QString& about, QWidget* parent);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    /// Enter presses it as the space bar does.
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect words() const;
    int wordsHeight(int width) const;

    QString m_icon;
    QString m_about;
};

} // namespace jz::ui
