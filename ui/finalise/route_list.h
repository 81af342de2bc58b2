// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/office_route.h"

#include <QListWidget>

namespace jz::ui {

/// The stations from draft to sent, one below the other: which are done, by whom and when, where one stands, what is still to come.
class RouteList : public QListWidget
{
    Q_OBJECT

public:
    explicit RouteList(QWidget* parent);

    void show(const QList<RouteStep>& route);
    /// The station one looks at.
    RouteStep::Kind current() const;
    void choose(RouteStep::Kind kind);
    /// Its width, in which the words of a station take two lines or three.
    static int widthWanted();

Q_SIGNALS:
    void chosen(jz::RouteStep::Kind kind);
};

} // namespace jz::ui
