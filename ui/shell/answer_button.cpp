// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/answer_button.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace jz::ui {

namespace {

constexpr double marginSteps = 4;
constexpr double iconSteps = 10;
constexpr double widthSteps = 50;  ///< three stand side by side at twice the text size

} // namespace

AnswerButton::AnswerButton(const QString& iconName, const QString& title, const QString& about, QWidget* parent)
    : QAbstractButton(parent), m_icon(iconName), m_about(about)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(about);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    // As high as the highest beside it.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect AnswerButton::words() const
{
    const int margin = Theme::space(marginSteps);
    return rect().adjusted(margin + Theme::space(iconSteps) + margin, margin, -margin, -margin);
}

int AnswerButton::wordsHeight(int width) const
{
    const QFontMetrics title(Theme::font(TextStyle::Heading));
    const QFontMetrics about(Theme::font(TextStyle::Body));
    return title.height() + Theme::space(1) + about.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, m_about).height();
}

QSize AnswerButton::sizeHint() const
{
    const int wide = Theme::space(widthSteps);
    return {wide, heightForWidth(wide)};
}

int AnswerButton::heightForWidth(int width) const
{
    const int margin = Theme::space(marginSteps);
    return qMax(wordsHeight(width - 3 * margin - Theme::space(iconSteps)), Theme::space(iconSteps)) + 2 * margin;
}

QSize AnswerButton::minimumSizeHint() const
{
    return {Theme::space(widthSteps), Theme::space(iconSteps) + 2 * Theme::space(marginSteps)};
}

void AnswerButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

bool AnswerButton::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::Enter
        || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void AnswerButton::paintEvent(QPaintEvent*)
{
    const Colours& colours = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || isDown());
    const qreal edge = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() || lit ? colours.accent : colours.border, edge));
    painter.setBrush(isDown() ? colours.sunken : lit ? colours.accentSoft : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 6, 6);
    const int side = Theme::space(iconSteps);
    const QColor colour = isEnabled() ? colours.accent : colours.quiet;
    painter.drawPixmap(Theme::space(marginSteps), (height() - side) / 2, iconPixmap(m_icon, side, colour, devicePixelRatioF()));
    QRect area = words();
    area.setTop((height() - wordsHeight(area.width())) / 2);
    painter.setFont(Theme::font(TextStyle::Heading));
    painter.setPen(isEnabled() ? colours.text : colours.quiet);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, text());
    area.setTop(area.top() + painter.fontMetrics().height() + Theme::space(1));
    painter.setFont(Theme::font(TextStyle::Body));
    painter.setPen(colours.quiet);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_about);
}

} // namespace jz::ui
