// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "ui/style/theme.h"

#include <QIcon>
#include <QPixmap>

namespace jz::ui {

/// An icon of resources/icons by its name, without .svg: `icon(u"undo")`. Drawn from the SVG at the size and pixel ratio asked
/// for, its lines in the colour of the text around it (paler when disabled), so that it is sharp and right in dark mode. Icons
/// made before Theme::apply() keep their colours: windows are built anew then. On a primary button: `&Colours::onAccent`, on a
/// flat one `&Colours::accent`. An unknown name is a bug.
QIcon icon(QStringView name, QColor Colours::*colour = &Colours::text);

/// The same in a colour of its own, `size` pixels wide and high (device-independent).
QPixmap iconPixmap(QStringView name, int size, const QColor& colour, qreal pixelRatio);

/// Severities by shape and colour: a crossed circle, a triangle, an i; drawn at `size`. Never shown by colour alone.
QPixmap severityPixmap(Severity severity, int size, qreal pixelRatio);
/// `error`, `warning`, `hint`: the value of the property `severity` that sheet.qss colours by.
QString severityProperty(Severity severity);
/// 错误 / 警告 / 提示.
QString severityWord(Severity severity);
QColor severityColour(Severity severity);

/// The icon of the program in all its sizes, in its own colours.
QIcon programIcon();

} // namespace jz::ui
