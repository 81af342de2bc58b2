// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/session_keeper.h"

#include <QApplication>
#include <QEvent>

namespace jz::ui {

namespace {

constexpr int soonMs = 400;

} // namespace

SessionKeeper::SessionKeeper(std::function<void()> keep, QObject* parent) : QObject(parent), m_keep(std::move(keep))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_keep(); });
    qApp->installEventFilter(this);
}

bool SessionKeeper::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::FocusIn:
    case QEvent::Resize:
    case QEvent::Move:
        // Not started again: somebody who types without a pause has the place kept all the same.
        if (!m_soon.isActive())
            m_soon.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace jz::ui
