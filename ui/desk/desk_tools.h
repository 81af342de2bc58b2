// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

#include <functional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace jz::ui {

/// The tool bar of a desk: words beside icons, reached by the keyboard too, which buttons of tool bars are not by themselves.
/// What a button or an entry runs is guarded() on `desk`.
class DeskTools : public QToolBar
{
public:
    explicit DeskTools(QWidget* desk);

    QAction* add(const char* name, const QString& iconName, const QString& words, std::function<void()> run);
    /// The button 更多, behind all others, and its menu.
    QMenu* addMore();
    /// The same as add(), in that menu.
    QAction* addEntry(QMenu& menu, const char* name, const QString& iconName, const QString& words, std::function<void()> run);

private:
    QAction* prepare(QAction* action, const char* name, std::function<void()> run);

    QWidget* m_desk;
};

} // namespace jz::ui
