// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/desk_messages.h"

#include "ui/style/language.h"

#include <QEvent>
#include <QWidget>

namespace jz::ui {

using namespace Qt::StringLiterals;

DeskMessages::DeskMessages(DossierSession& session, QWidget* desk) : QObject(desk), m_session(session), m_desk(desk)
{
    desk->installEventFilter(this);
    connect(&session, &DossierSession::safetyChanged, this, &DeskMessages::tellSafety);
    connect(&session, &DossierSession::stateChanged, this, &DeskMessages::tellState);
}

DeskMessages::~DeskMessages()
{
    if (!m_bar)
        return;
    for (const QString& topic : std::as_const(m_topics))
        m_bar->clear(topic);
}

bool DeskMessages::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && !m_bar) {
        m_bar = MessageBar::of(m_desk);
        tellState();
        tellSafety();
        Q_EMIT ready();
    }
    return QObject::eventFilter(watched, event);
}

void DeskMessages::say(const BarMessage& message)
{
    if (!m_bar)
        return;
    if (!message.topic.isEmpty() && !m_topics.contains(message.topic))
        m_topics.append(message.topic);
    m_bar->show(message);
}

void DeskMessages::takeBack(const QString& topic)
{
    if (m_bar)
        m_bar->clear(topic);
}

void DeskMessages::tellSafety()
{
    const QString topic = u"safety"_s;
    if (m_session.safety().kind != Safety::Kind::NotStored) {
        takeBack(topic);
        return;
    }
    BarMessage message;
    message.kind = BarMessage::Kind::Error;
    message.topic = topic;
    message.text = ui::say(text(u"刚才填写的内容还没有存到磁盘，仍在窗口里，程序每 2 秒重试一次。请不要关闭窗口。原因：%1",
                                u"What you typed just now is not on the disk yet. It is still in the window, and saving is tried again every 2 "
                                "seconds: do not close the window. %1")
                               .arg(m_session.safety().why));
    message.actions.append({ui::say(u"另存一份副本…", u"Save a copy elsewhere…"), [this] { Q_EMIT copyWanted(); }});
    say(message);
}

BarMessage DeskMessages::readOnlyMessage() const
{
    BarMessage message;
    message.kind = BarMessage::Kind::Warning;
    message.text = ui::say(WorkspaceLock::sentence(m_session.workspace().folder()));
    return message;
}

BarMessage DeskMessages::frozenMessage()
{
    BarMessage message;
    message.kind = BarMessage::Kind::Hint;
    const DossierState state = m_session.editor().state();
    message.text = ui::say(text(u"第 %1 稿现在是“%2”，内容已冻结，不能修改。要改动请开始下一稿：内容照旧带过去，这一稿原样留存。",
                                u"Revision %1 is “%2” now: its content is frozen. To change something begin the next revision; it starts with "
                                "the same content, and this one is kept as it is.")
                               .arg(QString::number(m_session.dossier().revision), stateWord(state)));
    if (stateAfter(state, StepKind::Revise))
        message.actions.append({ui::say(u"开始修改下一稿", u"Begin the next revision"), [this] { Q_EMIT revisionWanted(); }});
    return message;
}

void DeskMessages::tellState()
{
    const QString topic = u"state"_s;
    if (m_session.canEdit()) {
        takeBack(topic);
        return;
    }
    BarMessage message = m_session.workspace().isReadOnly() ? readOnlyMessage() : frozenMessage();
    message.topic = topic;
    say(message);
}

} // namespace jz::ui
