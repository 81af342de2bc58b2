// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/operator_dialogs.h"

#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout* prepare(QDialog* dialog, const QString& objectName, const QString& title, const QString& words)
{
    dialog->setObjectName(objectName);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(Theme::space(100));
    auto* const layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(Theme::space(5), Theme::space(4), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(1));
    auto* const label = new QLabel(words, dialog);
    label->setWordWrap(true);
    layout->addWidget(label);
    layout->addSpacing(Theme::space(3));
    return layout;
}

void addButtons(QDialog* dialog, const QString& accept)
{
    auto* const buttons = new QDialogButtonBox(dialog);
    static_cast<QVBoxLayout*>(dialog->layout())->addSpacing(Theme::space(3));
    // Before it is in the box, which has it drawn at once.
    auto* const yes = new QPushButton(accept, dialog);
    yes->setProperty("primary", true);
    buttons->addButton(yes, QDialogButtonBox::AcceptRole);
    yes->setObjectName(u"accept"_s);
    yes->setAccessibleName(accept);
    yes->setDefault(true);
    QPushButton* const no = buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole);
    no->setObjectName(u"cancel"_s);
    no->setAccessibleName(no->text());
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(buttons);
}

QLineEdit* addPin(QDialog* dialog, const QString& objectName, const QString& label)
{
    auto* const caption = new QLabel(label, dialog);
    auto* const line = new QLineEdit(dialog);
    line->setObjectName(objectName);
    line->setAccessibleName(label);
    line->setEchoMode(QLineEdit::Password);
    line->setAccessibleDescription(say(u"输入时不显示", u"Not shown while it is typed"));
    caption->setBuddy(line);
    dialog->layout()->addWidget(caption);
    dialog->layout()->addWidget(line);
    return line;
}

QLabel* addRemark(QDialog* dialog)
{
    auto* const remark = new QLabel(dialog);
    remark->setObjectName(u"remark"_s);
    remark->setProperty("severity", u"error"_s);
    remark->setWordWrap(true);
    remark->hide();
    dialog->layout()->addWidget(remark);
    return remark;
}

} // namespace

OperatorDialog::OperatorDialog(QWidget* parent) : QDialog(parent)
{
    prepare(this, u"operatorDialog"_s, say(u"换一位经办人", u"Another operator"),
            say(u"以后的修改都记在这个人名下；随时可以换回来。", u"Changes from now on are written down in this name. You can switch back at any time."));
    m_form = new OperatorForm(this);
    layout()->addWidget(m_form);
    addButtons(this, say(u"换成此人", u"Switch"));
}

void OperatorDialog::accept()
{
    if (m_form->isComplete())
        QDialog::accept();
}

PinDialog::PinDialog(Operators& operators, const Operator& person, QWidget* parent)
    : QDialog(parent), m_operators(operators), m_key(person.key)
{
    prepare(this, u"pinDialog"_s, say(u"输入密码", u"Enter the PIN"), say(u"“%1”设有密码。", u"“%1” is protected by a PIN.").arg(person.name));
    m_pin = addPin(this, u"pin"_s, say(u"密码", u"The PIN"));
    m_remark = addRemark(this);
    addButtons(this, say(u"换成此人", u"Switch"));
}

void PinDialog::accept()
{
    if (m_operators.pinFits(m_key, m_pin->text()))
        return QDialog::accept();
    m_remark->setText(say(u"密码不对，请重新输入。忘记了，可由另一位经办人继续工作。",
                          u"The PIN is wrong, please enter it again. If it is forgotten, another operator can go on."));
    m_remark->show();
    m_pin->selectAll();
    m_pin->setFocus();
}

NewPinDialog::NewPinDialog(Operators& operators, const Operator& person, QWidget* parent)
    : QDialog(parent), m_operators(operators), m_person(person)
{
    prepare(this, u"newPinDialog"_s, say(u"设置密码", u"Set a PIN"),
            say(u"设了密码，换成“%1”时要输入它。留空则取消密码。", u"With a PIN, switching to “%1” asks for it. Leave it empty to have none.").arg(person.name));
    if (person.hasPin)
        m_old = addPin(this, u"oldPin"_s, say(u"现在的密码", u"The PIN now"));
    m_new = addPin(this, u"newPin"_s, say(u"新密码", u"New PIN"));
    m_again = addPin(this, u"newPinAgain"_s, say(u"再输入一次", u"Once more"));
    m_remark = addRemark(this);
    addButtons(this, say(u"保存密码", u"Save the PIN"));
}

void NewPinDialog::refuse(QLineEdit* place, const QString& why)
{
    m_remark->setText(why);
    m_remark->show();
    place->selectAll();
    place->setFocus();
}

void NewPinDialog::accept()
{
    if (m_old && !m_operators.pinFits(m_person.key, m_old->text()))
        return refuse(m_old, say(u"现在的密码不对，请重新输入。", u"The PIN now is wrong, please enter it again."));
    if (m_new->text() != m_again->text())
        return refuse(m_again, say(u"两次输入的不一样，请重新输入。", u"The two are not the same, please enter them again."));
    if (guarded(this, [this] { m_operators.setPin(m_person.key, m_new->text()); }))
        QDialog::accept();
}

} // namespace jz::ui
