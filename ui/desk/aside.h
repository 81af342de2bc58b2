// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// Does what takes long (printing, reading files of others) on another thread and returns when it is done. The window goes on
/// painting; keys and clicks wait for a moment, then a card over the window says `words` and offers to stop. `work` may be asked to stop
/// where it calls stopWhenAsked(): what it throws, Cancelled too, is thrown here. `work` must touch neither widgets nor the
/// workspace's database.
void aside(QWidget* over, const QString& words, const std::function<void()>& work);

} // namespace jz::ui
