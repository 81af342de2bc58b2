// SPDX-License-Identifier: Apache-2.0
// What Program does with files that are under way when their desk is left or the window closes.
#include "ui/form/attach_report.h"
#include "model/base/counted_text.h"
#include "ui/shell/program.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

const auto topic = u"attaching"_s;

} // namespace

void Program::followAttaching()
{
    // Said here only where the dossier is not on the desk: there its field says it.
    const auto isElsewhere = [this](const QUuid& id) { return !m_window->desk() || m_session.dossier != id; };
    const auto tell = [this](const QUuid& id, BarMessage message) {
        const std::optional<DossierEntry> entry = m_workspace->dossiers().find(id);
        const QString title = entry && !entry->summary.title.isEmpty() ? entry->summary.title : say(u"新申报书", u"New dossier");
        message.text = say(text(u"《%1》：", u"%1: ").arg(title)) + message.text;
        message.topic = topic;
        m_window->messages().show(message);
    };
    connect(m_attaching.get(), &Attaching::attached, this,
            [this, isElsewhere, tell](const QUuid& id, const QString& field, const QList<PreparedFile>& files, const Findings& findings) {
                const std::optional<BarMessage> report = attachReport(field, files, findings);
                if (report)
                    stayOpen();
                if (!isElsewhere(id))
                    return m_window->messages().clear(topic);
                const BarMessage good{BarMessage::Kind::Good,
                                      say(counted(u"%1 个附件添加好了。", u"%1 {file is|files are} attached now.").arg(QString::number(files.size()))), {}, {}, {}};
                tell(id, report.value_or(good));
            });
    connect(m_attaching.get(), &Attaching::failed, this,
            [this, isElsewhere, tell](const QUuid& id, const QString& field, const QList<PreparedFile>& files, const Error& error) {
                stayOpen();
                if (isElsewhere(id))
                    tell(id, attachFailure(field, files, error));
            });
    connect(m_attaching.get(), &Attaching::idle, this, &Program::closeWhenDone, Qt::QueuedConnection);
}

void Program::tellAttaching()
{
    const int files = m_attaching->pending(m_session.dossier);
    if (files > 0)
        m_window->messages().show({BarMessage::Kind::Hint,
                                   say(counted(u"还有 %1 个文件正在添加，离开这里也会添加完。", u"%1 {file is|files are} still being attached; that goes on here.")
                                           .arg(QString::number(files))),
                                   {}, {}, topic});
}

bool Program::isWorking() const
{
    return (m_attaching && m_attaching->pending() > 0) || (m_intake && m_intake->isBusy()) || m_takingOver->isBusy();
}

bool Program::mayStopWork()
{
    if (!isWorking())
        return true;
    const int files = m_attaching ? m_attaching->pending() : 0;
    const QString what = files > 0 ? say(counted(u"还有 %1 个附件正在添加。", u"%1 {file is|files are} still being attached.").arg(QString::number(files)))
                                   : say(u"还有文件正在读取。", u"Files are still being read.");
    const Question question{say(u"还有文件没有收好", u"Files are still under way"),
                            what + say(u"已填写的内容都已保存，原文件不会改动。", u" What was typed is kept, and the files themselves are not changed."),
                            {say(u"等做完再关闭", u"Close when that is done"), say(u"不再添加，现在关闭", u"Leave them out and close now")}};
    const int answer = m_dialogs.ask(m_window.get(), question);
    if (answer == 0) {
        m_closesWhenDone = true;
        m_window->work().show(say(u"正在收好文件，做完就关闭…", u"Finishing with the files; then the window closes…"), 0, 0);
        // It may have come to its end while the question stood there.
        QMetaObject::invokeMethod(this, &Program::closeWhenDone, Qt::QueuedConnection);
        return false;
    }
    if (answer < 0)
        return false;
    m_takingOver->cancel();
    if (m_attaching)
        m_attaching->cancel();
    if (m_intake)
        m_intake->cancel();
    return true;
}

void Program::closeWhenDone()
{
    if (!m_closesWhenDone || isWorking())
        return;
    stayOpen();
    m_window->close();
}

/// What went wrong is to be read before the window goes.
void Program::stayOpen()
{
    if (std::exchange(m_closesWhenDone, false))
        m_window->work().hide();
}

} // namespace jz::ui
