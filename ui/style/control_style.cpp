// SPDX-License-Identifier: Apache-2.0
#include "ui/style/control_style.h"

#include "ui/style/theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

namespace jz::ui {

namespace {

/// The ground and edge of a mark: filled with the accent once it is set.
void drawGround(QPainter& painter, const QRectF& box, QStyle::State state, bool round)
{
    const Colours& colours = Theme::colours();
    const bool enabled = state & QStyle::State_Enabled;
    const bool set = state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor edge = !enabled ? colours.border : set || (state & QStyle::State_MouseOver) ? colours.accent : colours.strongBorder;
    painter.setPen(QPen(edge, 1.2));
    painter.setBrush(!enabled ? colours.sunken : set ? colours.accent : colours.surface);
    const qreal radius = round ? box.width() / 2 : box.width() / 6;
    painter.drawRoundedRect(box, radius, radius);
}

QColor markColour(QStyle::State state)
{
    return state & QStyle::State_Enabled ? Theme::colours().onAccent : Theme::colours().quiet;
}

void drawTick(QPainter& painter, const QRectF& box, const QColor& colour)
{
    const auto at = [&](qreal x, qreal y) { return QPointF(box.left() + box.width() * x, box.top() + box.height() * y); };
    painter.setPen(QPen(colour, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.31)});
}

void drawCheckBox(QPainter& painter, const QRectF& box, QStyle::State state)
{
    drawGround(painter, box, state, false);
    if (state & QStyle::State_On)
        drawTick(painter, box, markColour(state));
    if (state & QStyle::State_NoChange)
        painter.fillRect(box.adjusted(box.width() / 4, box.height() * 0.44, -box.width() / 4, -box.height() * 0.44), markColour(state));
}

void drawRadioButton(QPainter& painter, const QRectF& box, QStyle::State state)
{
    drawGround(painter, box, state, true);
    if (!(state & QStyle::State_On))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(markColour(state));
    painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5);
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ControlStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* const button = qobject_cast<QPushButton*>(widget); button && !qobject_cast<QDialog*>(button->window()))
        button->setAutoDefault(true);
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool checkBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (!checkBox && element != PE_IndicatorRadioButton && element != PE_IndicatorMenuCheckMark)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    box.adjust(0.6, 0.6, -0.6, -0.6);
    if (checkBox)
        drawCheckBox(*painter, box, option->state);
    else if (element == PE_IndicatorRadioButton)
        drawRadioButton(*painter, box, option->state);
    else if (option->state & State_On)
        drawTick(*painter, box, Theme::colours().text);
    painter->restore();
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    if (hint == SH_DialogButtonLayout)
        return QDialogButtonBox::GnomeLayout;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Theme::space(4.5);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return Theme::space(4.5);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace jz::ui
