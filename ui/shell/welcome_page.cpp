// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/welcome_page.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QWidget* parent) : Page(say(u"欢迎使用卷宗", u"Welcome to Juanzong"), parent, Width::Narrow)
{
    setObjectName(u"welcomePage"_s);
    auto* const other = new QPushButton(language() == Language::Chinese ? u"English"_s : u"简体中文"_s, this);
    other->setObjectName(u"otherLanguage"_s);
    other->setAccessibleName(other->text());
    other->setProperty("flat", true);
    addToTop(other);
    setMark(programIcon().pixmap(Theme::space(11)));
    addText(say(u"卷宗帮您填写、检查和保存申报书。一切都在这台电脑上，不联网，也不在网上提交。",
                u"Juanzong helps you fill in, check and keep application forms. Everything stays on this computer; nothing is sent or "
                "submitted online."),
            true);
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
    layout->setSpacing(Theme::space(3));
    auto* const question = new QLabel(say(u"谁在使用？", u"Who are you?"), card);
    question->setFont(Theme::font(TextStyle::Heading));
    auto* const why = new QLabel(say(u"修改记录里会写明是谁改的；只问这一次。", u"The history says who changed what. You are asked only once."), card);
    why->setProperty("quiet", true);
    why->setWordWrap(true);
    m_form = new OperatorForm(card);
    auto* const begin = new QPushButton(say(u"开始使用", u"Begin"), card);
    begin->setObjectName(u"begin"_s);
    begin->setAccessibleName(begin->text());
    begin->setProperty("primary", true);
    layout->addWidget(question);
    layout->addWidget(why);
    layout->addWidget(m_form);
    layout->addWidget(begin, 0, Qt::AlignLeft);
    column()->addWidget(card);
    column()->addStretch(1);
    connect(begin, &QPushButton::clicked, this, &WelcomePage::answer);
    connect(m_form, &OperatorForm::entered, this, &WelcomePage::answer);
    connect(other, &QPushButton::clicked, this, &WelcomePage::otherLanguageWanted);
    setFocusProxy(m_form);
}

void WelcomePage::answer()
{
    if (m_form->isComplete())
        Q_EMIT answered(m_form->name(), m_form->unit());
}

} // namespace jz::ui
