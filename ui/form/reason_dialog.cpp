// SPDX-License-Identifier: Apache-2.0
#include "ui/form/reason_dialog.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ReasonDialog::ReasonDialog(const QString& label, const QString& reason, QWidget* parent)
    : QDialog(parent), m_reason(new QPlainTextEdit(reason, this))
{
    setObjectName(u"reasonDialog"_s);
    setWindowTitle(say(u"写明理由", u"Give a reason"));
    auto* const question = new QLabel(
        say(text(u"“%1”的格式与通常不同。请写明为什么确实如此（例如境外单位没有 18 位代码）。理由会随申报书送出，推荐单位和办公室都能看到。",
                 u"“%1” has an unusual format. Say why it is right (for instance, a unit abroad has no 18-digit code). The reason goes with the "
                 u"dossier; the recommending body and the office see it.")
                .arg(label)),
        this);
    question->setWordWrap(true);
    m_reason->setObjectName(u"reason"_s);
    m_reason->setAccessibleName(say(u"理由", u"Reason"));
    m_reason->setAccessibleDescription(say(u"随申报书送出，推荐单位和办公室都能看到", u"Goes with the dossier; recommending body and office see it"));
    m_reason->setTabChangesFocus(true);
    auto* const buttons = new QDialogButtonBox(this);
    auto* const keep = new QPushButton(say(u"保存理由", u"Keep the reason"), buttons);
    keep->setObjectName(u"keepReason"_s);
    keep->setProperty("primary", true);
    buttons->addButton(keep, QDialogButtonBox::AcceptRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(question);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    const int width = Theme::space(110);
    resize(width, qMax(Theme::space(64), layout->heightForWidth(width)));
}

QString ReasonDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace jz::ui
