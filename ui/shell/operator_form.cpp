// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/operator_form.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

bool isFilled(const QLineEdit* line, QLabel* remark)
{
    const bool filled = !line->text().trimmed().isEmpty();
    remark->setVisible(!filled);
    return filled;
}

} // namespace

OperatorForm::OperatorForm(QWidget* parent) : QWidget(parent)
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    m_name = addLine(u"operatorName"_s, say(u"您的姓名", u"Your name"), say(u"如：王芳", u"such as Wang Fang"));
    m_nameRemark = addRemark();
    m_nameRemark->setText(say(u"请填写姓名。", u"Please fill in your name."));
    layout->addSpacing(Theme::space(2));
    m_unit = addLine(u"operatorUnit"_s, say(u"您的单位", u"Your unit"), say(u"如：某某研究院科研处", u"such as the research office of an institute"));
    m_unitRemark = addRemark();
    m_unitRemark->setText(say(u"请填写单位。", u"Please fill in your unit."));
    connect(m_name, &QLineEdit::textEdited, m_nameRemark, &QLabel::hide);
    connect(m_unit, &QLineEdit::textEdited, m_unitRemark, &QLabel::hide);
    connect(m_name, &QLineEdit::returnPressed, m_unit, qOverload<>(&QWidget::setFocus));
    connect(m_unit, &QLineEdit::returnPressed, this, &OperatorForm::entered);
    setFocusProxy(m_name);
}

QLineEdit* OperatorForm::addLine(const QString& objectName, const QString& label, const QString& example)
{
    auto* const caption = new QLabel(label, this);
    caption->setFont(Theme::font(TextStyle::Strong));
    auto* const line = new QLineEdit(this);
    line->setObjectName(objectName);
    line->setAccessibleName(label);
    line->setPlaceholderText(example);
    caption->setBuddy(line);
    layout()->addWidget(caption);
    layout()->addWidget(line);
    return line;
}

QLabel* OperatorForm::addRemark()
{
    auto* const remark = new QLabel(this);
    remark->setProperty("severity", u"error"_s);
    remark->hide();
    layout()->addWidget(remark);
    return remark;
}

QString OperatorForm::name() const
{
    return m_name->text().trimmed();
}

QString OperatorForm::unit() const
{
    return m_unit->text().trimmed();
}

bool OperatorForm::isComplete()
{
    const bool named = isFilled(m_name, m_nameRemark);
    const bool united = isFilled(m_unit, m_unitRemark);
    if (!named)
        m_name->setFocus();
    else if (!united)
        m_unit->setFocus();
    return named && united;
}

} // namespace jz::ui
