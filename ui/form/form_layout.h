// SPDX-License-Identifier: Apache-2.0
#pragma once

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// Lays the form around a widget out anew, at once, after that widget needs more or less room. Left to events, each layer of the
/// form would learn of it in turn, and one would see a frame in which everything is squeezed. Nothing for what is not on screen.
void layOutAround(QWidget* changed);

} // namespace jz::ui
