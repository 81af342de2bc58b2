// SPDX-License-Identifier: Apache-2.0
#include "ui/style/wrapped_label.h"

#include <QEvent>

namespace jz::ui {

WrappedLabel::WrappedLabel(const QString& words, QWidget* parent) : QLabel(words, parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_heights = {};
        m_measured = text();
    }
    for (const Height& known : m_heights)
        if (known.width == width)
            return known.height;
    const int height = QLabel::heightForWidth(width);
    m_heights.at(m_next) = {width, height};
    m_next = (m_next + 1) % m_heights.size();
    return height;
}

void WrappedLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_heights = {};
    QLabel::changeEvent(event);
}

} // namespace jz::ui
