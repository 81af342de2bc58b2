// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace jz::ui {

/// Has the place written down shortly after the user did something, and never while nothing happens: after a crash the next start
/// finds it. Watches keys, mouse and focus of the whole application.
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SessionKeeper(std::function<void()> keep, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> m_keep;
    QTimer m_soon;
};

} // namespace jz::ui
