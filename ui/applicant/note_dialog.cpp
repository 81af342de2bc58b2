// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/note_dialog.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysUntilDue = 7; ///< proposed for a new date

} // namespace

NoteDialog::NoteDialog(const Note& note, const QString& place, QWidget* parent)
    : QDialog(parent), m_note(note), m_text(new QPlainTextEdit(note.text, this)), m_todo(new QCheckBox(this)),
      m_who(new QLineEdit(note.who, this)), m_hasDue(new QCheckBox(this)), m_due(new QDateEdit(this))
{
    setObjectName(u"noteDialog"_s);
    setWindowTitle(note.key ? say(u"修改备注", u"Change the note") : say(u"添加备注或待办", u"Add a note or to-do"));
    m_todo->setChecked(note.todo);
    m_hasDue->setChecked(note.due.isValid());
    m_due->setDate(note.due.isValid() ? note.due : QDate::currentDate().addDays(daysUntilDue));
    build(place);
    connect(m_todo, &QCheckBox::toggled, this, &NoteDialog::showTodo);
    connect(m_hasDue, &QCheckBox::toggled, this, &NoteDialog::showTodo);
    showTodo();
}

void NoteDialog::build(const QString& place)
{
    m_text->setObjectName(u"noteText"_s);
    m_text->setAccessibleName(say(u"内容", u"Words"));
    m_text->setAccessibleDescription(say(u"缺什么、要做什么", u"What is missing or to be done"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(say(u"例如：缺合作协议盖章页", u"For instance: the sealed page of the agreement is missing"));
    m_todo->setObjectName(u"noteTodo"_s);
    m_todo->setText(say(u"是待办：有东西要补、要办", u"It is a to-do: something is to be brought or done"));
    m_who->setObjectName(u"noteWho"_s);
    m_who->setAccessibleName(say(u"由谁办", u"By whom"));
    m_who->setAccessibleDescription(say(u"姓名或部门，可不填", u"A name or a department; may stay empty"));
    m_hasDue->setObjectName(u"noteHasDue"_s);
    m_hasDue->setText(say(u"期限", u"By"));
    m_due->setObjectName(u"noteDue"_s);
    m_due->setAccessibleName(say(u"何时之前", u"By when"));
    m_due->setAccessibleDescription(say(u"年-月-日", u"Year-month-day"));
    m_due->setCalendarPopup(true);
    m_due->setDisplayFormat(u"yyyy-MM-dd"_s);
    auto* const about = new QLabel(say(text(u"关于：%1", u"About: %1").arg(place)), this);
    about->setWordWrap(true);
    auto* const stays = new QLabel(say(u"备注只留在本机资料库，不会写进任何导出或送出的文件。", u"Notes stay in this workspace. No file that leaves it carries them."), this);
    stays->setWordWrap(true);
    stays->setProperty("quiet", true);
    auto* const due = new QHBoxLayout;
    due->addWidget(m_hasDue);
    due->addWidget(m_due);
    due->addStretch(1);
    auto* const form = new QFormLayout;
    form->addRow(say(u"由谁办", u"By whom"), m_who);
    form->addRow(QString(), due);
    auto* const buttons = new QDialogButtonBox(this);
    auto* const keep = new QPushButton(say(u"保存备注", u"Keep the note"), buttons);
    keep->setObjectName(u"keepNote"_s);
    keep->setProperty("primary", true);
    buttons->addButton(keep, QDialogButtonBox::AcceptRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(about);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_todo);
    layout->addLayout(form);
    layout->addWidget(stays);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(110), Theme::space(96)).expandedTo(sizeHint()).boundedTo(screen()->availableSize() * 0.95));
}

void NoteDialog::showTodo()
{
    m_who->setEnabled(m_todo->isChecked());
    m_hasDue->setEnabled(m_todo->isChecked());
    m_due->setEnabled(m_todo->isChecked() && m_hasDue->isChecked());
}

Note NoteDialog::note() const
{
    Note note = m_note;
    note.text = m_text->toPlainText().trimmed();
    note.todo = m_todo->isChecked();
    note.who = note.todo ? m_who->text().trimmed() : QString();
    note.due = note.todo && m_hasDue->isChecked() ? m_due->date() : QDate();
    return note;
}

} // namespace jz::ui
