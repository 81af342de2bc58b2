// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/decision_dialog.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton* addButtons(QDialog* dialog, QVBoxLayout* layout, const QString& act)
{
    auto* const buttons = new QDialogButtonBox(dialog);
    auto* const go = new QPushButton(act, buttons);
    go->setObjectName(u"go"_s);
    go->setProperty("primary", true);
    buttons->addButton(go, QDialogButtonBox::AcceptRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return go;
}

} // namespace

DecisionDialog::DecisionDialog(int recommended, const std::optional<Decision>& before, QWidget* parent)
    : QDialog(parent), m_meeting(new QLineEdit(before ? before->meeting : QString(), this)), m_day(new QDateEdit(before ? before->day : QDate::currentDate(), this)),
      m_number(new QLineEdit(before ? before->number : QString(), this))
{
    setObjectName(u"decisionDialog"_s);
    setWindowTitle(say(u"登记会议决定", u"Write the decision down"));
    m_meeting->setObjectName(u"meeting"_s);
    m_meeting->setAccessibleName(say(u"会议", u"Meeting"));
    m_meeting->setPlaceholderText(say(u"例如：主席办公会", u"E.g. the board"));
    m_day->setObjectName(u"meetingDay"_s);
    m_day->setAccessibleName(say(u"日期", u"Date"));
    m_day->setAccessibleDescription(say(u"年-月-日", u"Year-month-day"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_number->setObjectName(u"meetingNumber"_s);
    m_number->setAccessibleName(say(u"纪要或文号", u"Minutes or document no."));
    m_number->setAccessibleDescription(say(u"可不填", u"May stay empty"));
    auto* const words = new WrappedLabel(say(text(u"登记后，推荐的 %1 项及其顺序即告锁定；以后要改，须写明理由，原来的顺序留存。",
                                                  u"This locks the %1 recommended and their order. Changing it later takes a reason, and the order of today stays on record.")
                                                 .arg(QString::number(recommended))),
                                         this);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(Theme::space(2));
    for (QWidget* const each : {static_cast<QWidget*>(m_meeting), static_cast<QWidget*>(m_day), static_cast<QWidget*>(m_number)})
        form->addRow(each->accessibleName(), each);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(4));
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addStretch(1);
    QPushButton* const go = addButtons(this, layout, say(u"登记并锁定", u"Write it down and lock"));
    go->setEnabled(!m_meeting->text().trimmed().isEmpty());
    connect(m_meeting, &QLineEdit::textChanged, go, [go](const QString& typed) { go->setEnabled(!typed.trimmed().isEmpty()); });
    setMinimumWidth(Theme::space(105));
}

QString DecisionDialog::meeting() const
{
    return m_meeting->text().trimmed();
}

QDate DecisionDialog::day() const
{
    return m_day->date();
}

QString DecisionDialog::number() const
{
    return m_number->text().trimmed();
}

WhyDialog::WhyDialog(const QString& title, const QString& words, const QString& act, QWidget* parent) : QDialog(parent), m_reason(new QPlainTextEdit(this))
{
    setObjectName(u"whyDialog"_s);
    setWindowTitle(title);
    m_reason->setObjectName(u"why"_s);
    m_reason->setAccessibleName(say(u"理由", u"Reason"));
    m_reason->setAccessibleDescription(words);
    m_reason->setTabChangesFocus(true);
    m_reason->setMinimumHeight(Theme::space(20));
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(4));
    layout->addWidget(new WrappedLabel(words, this));
    layout->addWidget(m_reason, 1);
    QPushButton* const go = addButtons(this, layout, act);
    go->setEnabled(false);
    connect(m_reason, &QPlainTextEdit::textChanged, go, [this, go] { go->setEnabled(!reason().isEmpty()); });
    setMinimumWidth(Theme::space(105));
}

QString WhyDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace jz::ui
