// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/operators.h"

#include <QToolBar>

QT_BEGIN_NAMESPACE
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

/// The shell's own buttons, in the corner of every page and desk: who is at work (a click switches), the guide, the settings.
class CornerBar : public QToolBar
{
    Q_OBJECT

public:
    /// `canSwitch`: operators can be switched and added; not in a workspace that is only read.
    CornerBar(const QList<Operator>& all, const Operator& current, bool canSwitch, QWidget* parent = nullptr);

Q_SIGNALS:
    void operatorWanted(qint64 key);
    void newOperatorWanted();
    void pinWanted();
    void guideWanted();
    void settingsWanted();

private:
    QToolButton* addButton(const QString& name, const QString& icon, const QString& words);
    void fillMenu(QMenu* menu, const QList<Operator>& all, const Operator& current);
};

} // namespace jz::ui
