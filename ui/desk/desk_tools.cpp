// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/desk_tools.h"

#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QMenu>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

DeskTools::DeskTools(QWidget* desk) : QToolBar(desk), m_desk(desk)
{
    setObjectName(u"tools"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({Theme::space(5), Theme::space(5)});
}

QAction* DeskTools::add(const char* name, const QString& iconName, const QString& words, std::function<void()> run)
{
    QAction* const action = prepare(addAction(icon(iconName), words), name, std::move(run));
    widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    return action;
}

QMenu* DeskTools::addMore()
{
    addSeparator();
    auto* const more = new QToolButton(this);
    more->setObjectName(u"more"_s);
    more->setText(say(u"更多", u"More"));
    more->setAccessibleName(more->text());
    more->setIcon(icon(u"more"));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(new QMenu(more));
    addWidget(more);
    return more->menu();
}

QAction* DeskTools::addEntry(QMenu& menu, const char* name, const QString& iconName, const QString& words, std::function<void()> run)
{
    return prepare(menu.addAction(icon(iconName), words), name, std::move(run));
}

QAction* DeskTools::prepare(QAction* action, const char* name, std::function<void()> run)
{
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, m_desk, [desk = m_desk, run = std::move(run)] { guarded(desk, run); });
    return action;
}

} // namespace jz::ui
