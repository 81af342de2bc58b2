// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/lock_page.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

LockPage::LockPage(Operators& operators, const Operator& person, QWidget* parent)
    : Page(say(u"请输入密码", u"Enter the PIN"), parent, Width::Narrow), m_operators(operators), m_key(person.key)
{
    setObjectName(u"lockPage"_s);
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
    layout->setSpacing(Theme::space(2));
    auto* const who = new QLabel(person.name + u" · " + person.unit, card);
    who->setFont(Theme::font(TextStyle::Strong));
    who->setWordWrap(true);
    m_pin = new QLineEdit(card);
    m_pin->setObjectName(u"pin"_s);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setAccessibleName(say(u"密码", u"The PIN"));
    m_pin->setAccessibleDescription(say(u"换成此人时设的密码", u"The PIN that was set for this operator"));
    m_remark = new QLabel(say(u"密码不对，请重新输入。", u"The PIN is wrong, please enter it again."), card);
    m_remark->setProperty("severity", u"error"_s);
    m_remark->hide();
    auto* const go = new QPushButton(say(u"继续工作", u"Go on"), card);
    go->setObjectName(u"unlock"_s);
    go->setAccessibleName(go->text());
    go->setProperty("primary", true);
    layout->addWidget(who);
    layout->addWidget(m_pin);
    layout->addWidget(m_remark);
    layout->addWidget(go, 0, Qt::AlignLeft);
    column()->addWidget(card);
    addOthers(person);
    column()->addStretch(1);
    connect(go, &QPushButton::clicked, this, &LockPage::tryPin);
    connect(m_pin, &QLineEdit::returnPressed, this, &LockPage::tryPin);
    connect(m_pin, &QLineEdit::textEdited, m_remark, &QLabel::hide);
    setFocusProxy(m_pin);
}

void LockPage::addOthers(const Operator& person)
{
    addText(say(u"不是您？", u"Somebody else?"), true);
    for (const Operator& other : m_operators.all()) {
        if (other.key == person.key)
            continue;
        auto* const button = new QPushButton(icon(u"person"), QString(other.name + u" · " + other.unit).replace(u'&', u"&&"_s), this);
        button->setObjectName(u"operator_%1"_s.arg(other.key));
        button->setAccessibleName(other.name);
        column()->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, key = other.key] { Q_EMIT operatorWanted(key); });
    }
    auto* const another = new QPushButton(icon(u"add"), say(u"换一位新的经办人…", u"Another operator…"), this);
    another->setObjectName(u"newOperator"_s);
    another->setAccessibleName(another->text());
    column()->addWidget(another, 0, Qt::AlignLeft);
    connect(another, &QPushButton::clicked, this, &LockPage::newOperatorWanted);
}

void LockPage::tryPin()
{
    if (m_operators.pinFits(m_key, m_pin->text())) {
        Q_EMIT unlocked();
        return;
    }
    m_remark->show();
    m_pin->selectAll();
    m_pin->setFocus();
}

} // namespace jz::ui
