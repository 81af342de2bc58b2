// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/cancelled.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

using jz::Cancelled;

/// Runs what a slot does. The one place where an Error becomes a message: in the message bar of the window that `place` is
/// in. Cancelled is silent. True when the work came to its end. No exception leaves it, so that none crosses the event loop.
bool guarded(const QWidget* place, const std::function<void()>& work);

} // namespace jz::ui
