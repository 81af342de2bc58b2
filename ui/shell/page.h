// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// A page of the program that is no desk: a title with room for buttons at its right, and below it one column in the middle of the
/// window, which scrolls when the window is too low.
class Page : public QWidget
{
    Q_OBJECT

public:
    enum class Width { Wide, Narrow };

    explicit Page(const QString& title, QWidget* parent = nullptr, Width width = Width::Wide);

    /// Puts a widget at the right of the title.
    void addToTop(QWidget* widget);
    /// A picture before the title.
    void setMark(const QPixmap& picture);
    /// Takes the shell's corner: who works, guide, settings.
    void setCorner(QWidget* corner);

protected:
    QVBoxLayout* column() const { return m_column; }
    /// A paragraph; `quiet` in the colour of captions.
    QLabel* addText(const QString& text, bool quiet = false);

private:
    QHBoxLayout* m_top;
    QVBoxLayout* m_column;
};

} // namespace jz::ui
