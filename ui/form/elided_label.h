// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace jz::ui {

/// One line that is shortened in its middle where there is no room, so that the end of a file's name is seen; whole as its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent);

    void setWhole(const QString& text);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    QString m_whole;
};

} // namespace jz::ui
