// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/answer_dialog.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

AnswerDialog::AnswerDialog(const QString& note, const QString& answer, QWidget* parent) : QDialog(parent), m_answer(new QPlainTextEdit(answer, this))
{
    setObjectName(u"answerDialog"_s);
    setWindowTitle(say(u"答复这条意见", u"Answer this note"));
    auto* const about = new WrappedLabel(say(text(u"意见：%1", u"Note: %1").arg(note)), this);
    m_answer->setObjectName(u"answerText"_s);
    m_answer->setAccessibleName(say(u"答复", u"Answer"));
    m_answer->setAccessibleDescription(say(u"为什么这样改，或为什么不改", u"Why it was changed so, or why not"));
    m_answer->setTabChangesFocus(true);
    m_answer->setPlaceholderText(say(u"为什么不改，或改成了什么。例如：登记证书上就是这个名称", u"Why it is not changed, or how. For instance: the certificate has this name"));
    auto* const where = new WrappedLabel(say(u"答复写进“修改说明”，可随下一稿一起发给推荐单位；申报书里没有它。",
                                             u"Answers stand in the text that you can send with the next revision; the dossier has none of it."),
                                         this);
    where->setProperty("quiet", true);
    auto* const buttons = new QDialogButtonBox(this);
    auto* const keep = new QPushButton(say(u"记下答复", u"Keep the answer"), buttons);
    keep->setObjectName(u"keepAnswer"_s);
    keep->setProperty("primary", true);
    buttons->addButton(keep, QDialogButtonBox::AcceptRole);
    keep->setEnabled(!this->answer().isEmpty());
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this, keep] { keep->setEnabled(!this->answer().isEmpty()); });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(about);
    layout->addWidget(m_answer, 1);
    layout->addWidget(where);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(110), Theme::space(72)).expandedTo(sizeHint()).boundedTo(screen()->availableSize() * 0.95));
}

QString AnswerDialog::answer() const
{
    return m_answer->toPlainText().trimmed();
}

} // namespace jz::ui
