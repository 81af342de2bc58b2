// SPDX-License-Identifier: Apache-2.0
#include "ui/form/form_layout.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>

namespace jz::ui {

void layOutAround(QWidget* changed)
{
    if (!changed->isVisible())
        return;
    for (QWidget* each = changed; each && !each->isWindow(); each = each->parentWidget()) {
        if (each->layout())
            each->layout()->activate();
        // The area sizes what it scrolls when that asks for it.
        QWidget* const around = each->parentWidget() ? each->parentWidget()->parentWidget() : nullptr;
        if (auto* const area = qobject_cast<QScrollArea*>(around); area && area->widget() == each) {
            QEvent request(QEvent::LayoutRequest);
            QApplication::sendEvent(area, &request);
            return;
        }
    }
}

} // namespace jz::ui
