// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace jz::ui {

/// What the style sheet cannot draw in the colours of the theme: the marks of check boxes and radio buttons (also in lists and
/// menus), which grow with the text. Stands on Fusion.
class ControlStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ControlStyle();

    /// Outside of dialogs, whose buttons share one Enter, Enter presses the button that has the focus.
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    /// Buttons of dialogs stand in one order everywhere: what the dialog is for at the right end, cancelling before it.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace jz::ui
