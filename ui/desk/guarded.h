// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// Thrown when the user changed his mind in the middle of something; shown to nobody.
struct Cancelled
{
};

/// Runs what a slot does. The one place where an Error becomes a message: in the message bar of the window that `place` is
/// in. Cancelled is silent. True when the work came to its end. No exception leaves it, so that none crosses the event loop.
bool guarded(const QWidget* place, const std::function<void()>& work);

} // namespace jz::ui
