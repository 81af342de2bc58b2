// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/corner_bar.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QMenu>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const Operator& person)
{
    return person.unit.isEmpty() ? person.name : QString(person.name + u" · " + person.unit);
}

} // namespace

CornerBar::CornerBar(const QList<Operator>& all, const Operator& current, bool canSwitch, QWidget* parent) : QToolBar(parent)
{
    setObjectName(u"corner"_s);
    setIconSize({Theme::space(5), Theme::space(5)});
    if (!current.isNull()) {
        QToolButton* const who = addButton(u"operator"_s, u"person"_s, say(u"经办人：%1", u"Operator: %1").arg(nameOf(current)));
        who->setText(fontMetrics().elidedText(current.name, Qt::ElideRight, Theme::space(30)));
        who->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        who->setPopupMode(QToolButton::InstantPopup);
        who->setEnabled(canSwitch);
        auto* const menu = new QMenu(who);
        menu->setObjectName(u"operatorMenu"_s);
        fillMenu(menu, all, current);
        who->setMenu(menu);
    }
    connect(addButton(u"openGuide"_s, u"guide"_s, say(u"使用指南（F1）", u"Guide (F1)")), &QToolButton::clicked, this, &CornerBar::guideWanted);
    connect(addButton(u"openSettings"_s, u"settings"_s, say(u"设置：语言、外观、字号", u"Settings: language, look, text size")),
            &QToolButton::clicked, this, &CornerBar::settingsWanted);
}

QToolButton* CornerBar::addButton(const QString& name, const QString& iconName, const QString& words)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    addWidget(button);
    return button;
}

void CornerBar::fillMenu(QMenu* menu, const QList<Operator>& all, const Operator& current)
{
    for (const Operator& person : all) {
        QAction* const action = menu->addAction(nameOf(person).replace(u'&', u"&&"_s), this, [this, key = person.key] { Q_EMIT operatorWanted(key); });
        action->setObjectName(u"operator_%1"_s.arg(person.key));
        action->setCheckable(true);
        action->setChecked(person.key == current.key);
        if (person.hasPin)
            action->setIcon(icon(u"lock"));
    }
    menu->addSeparator();
    menu->addAction(icon(u"add"), say(u"换一位新的经办人…", u"Another operator…"), this, &CornerBar::newOperatorWanted)->setObjectName(u"newOperator"_s);
    menu->addAction(icon(u"lock"), current.hasPin ? say(u"更改或取消我的密码…", u"Change or remove my PIN…") : say(u"为我设置密码…", u"Set a PIN for me…"),
                    this, &CornerBar::pinWanted)
        ->setObjectName(u"pin"_s);
}

} // namespace jz::ui
