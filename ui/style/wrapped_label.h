// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <array>

namespace jz::ui {

/// Words that may take several lines. A QLabel lays its text out anew whenever a layout asks how high it will be, which on a long
/// form is most of what a key press costs; this one remembers.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr) : WrappedLabel(QString(), parent) {}
    explicit WrappedLabel(const QString& words, QWidget* parent = nullptr);

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Height
    {
        int width = -1;
        int height = 0;
    };
    mutable std::array<Height, 16> m_heights; ///< for the widths asked for last: each layout around it may try one of its own
    mutable size_t m_next = 0;
    mutable QString m_measured;              ///< the text they are for
};

} // namespace jz::ui
