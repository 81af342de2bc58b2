// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/next_page.h"

#include "model/procedure/trust_desk.h"
#include "ui/desk/deadlines.h"
#include "ui/reading/verdict_panel.h"
#include "ui/sending/sending_dialog.h"
#include "ui/style/language.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

NextPage::NextPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"接下来：报送、网上申报、纸质材料", u"What comes next: sending, online submission, paper copies"), parent),
      m_deadlines(addText({})), m_verdict(new VerdictPanel(this)), m_work(new BackgroundWork(this)), m_viewer(new OutsideViewer(this))
{
    setObjectName(u"nextPage"_s);
    m_deadlines->setObjectName(u"nextDeadlines"_s);
    m_verdict->setOwn();
    column()->addWidget(m_verdict);
    buildSending();
    const QString address = session.pack().facts.raw.value("onlineSystem"_L1).toString();
    addHeading(say(u"网上申报", u"Online submission"));
    addText(say(u"本程序不代为网上提交，请在官方系统填报、提交，再在这里登记。", u"This program does not submit online: do so in the official system, then write it down here.")
                + (address.isEmpty() ? QString() : QString(u'\n' + address)),
            true);
    m_online = buildTask(record::online, u"online"_s, say(u"登记网上申报已提交", u"Write down that it was submitted"), say(u"受理编号（如有）", u"Number (if any)"));
    addHeading(say(u"纸质材料", u"Paper copies"));
    m_copies = buildTask(record::paperCopies, u"paperCopies"_s, say(u"登记纸质材料已寄送", u"Write down that they were sent"),
                         say(u"快递单号、份数", u"Consignment number, copies"));
    m_furtherHeading = addHeading(say(u"另交材料（本地）", u"Further papers (local)"));
    m_further = buildTask(record::furtherPapers, u"furtherPapers"_s, say(u"登记另交材料已交出", u"Write down that they were handed in"), say(u"说明", u"Remark"));
}

void NextPage::buildSending()
{
    addHeading(say(u"报送", u"Sending"));
    m_sendWords = addText({}, true);
    m_sendWords->setObjectName(u"sendWords"_s);
    QBoxLayout* const package = addRow();
    m_package = addButton(package, "makePackage", say(u"制作报送包…", u"Make the package to send…"), [this] { send(false); }, true);
    m_sent = addButton(package, "recordSent", say(u"登记已报送…", u"Write down that it was sent…"), [this] { send(true); });
    QBoxLayout* const files = addRow();
    const auto signedPaper = [this] { return session().open().keptPaper(KeptRevision::Occasion::Sign); };
    m_save = addButton(files, "saveSigned", say(u"签章后的文件存为…", u"Save the signed file as…"),
                       [this, signedPaper] { saveCopy(signedPaper(), fileName(say(u"已签章", u"signed"))); });
    m_open = addButton(files, "openSigned", say(u"用系统阅读器打开", u"Open in the system's viewer"),
                       [this, signedPaper] { m_viewer->open(signedPaper(), fileName(say(u"已签章", u"signed"))); });
}

NextPage::Task NextPage::buildTask(QLatin1StringView kind, const QString& name, const QString& title, const QString& number)
{
    Task task;
    task.words = addText({});
    task.words->setObjectName(name + u"Words"_s);
    QFormLayout* const form = addForm();
    task.number = addLine(form, (name + u"Number"_s).toLatin1().constData(), number, say(u"可不填", u"May stay empty"));
    task.day = addDay(form, (name + u"Day"_s).toLatin1().constData(), say(u"日期", u"Date"));
    task.form = form;
    task.done = addButton(addRow(), (name + u"Done"_s).toLatin1().constData(), title, [this, kind, line = task.number, day = task.day] {
        const QString words = line->text().trimmed();
        writeDown(kind, session().workspace().operators().current().name, day->date(),
                  words.isEmpty() ? QJsonObject() : QJsonObject{{u"number"_s, words}});
    });
    return task;
}

void NextPage::showTask(const Task& task, const RouteStep& step, bool tellsToDo)
{
    const bool isDone = step.standing == RouteStep::Standing::Done;
    task.words->setText(isDone ? say(text(u"%1　%2　%3", u"%1  %2  %3").arg(step.words, step.who, step.at.toString(u"yyyy-MM-dd"_s))) : tellsToDo ? say(step.words) : QString());
    task.words->setVisible(!task.words->text().isEmpty());
}

void NextPage::refresh(const QList<RouteStep>& route)
{
    const DeadlineNews news = deadlineNews(session().local().facts, QDateTime::currentDateTime());
    m_deadlines->setText(news.lines.join(u'\n'));
    m_deadlines->setToolTip(news.sources.join(u'\n'));
    const DossierState state = session().editor().state();
    const bool isSigned = state == DossierState::Signed || state == DossierState::Sent;
    m_sendWords->setText(isSigned ? say(u"把签章后的文件原样交给推荐单位：不要用其他软件另存或打印成 PDF，否则数据和签章都会失效。",
                                        u"Hand the signed file on as it is: saved or printed anew by another program, its data and signature are lost.")
                                  : say(u"签章之后才报送。", u"It is sent once it is signed and sealed."));
    for (QWidget* const widget : QList<QWidget*>{m_package, m_save, m_open, m_sent})
        widget->setEnabled(isSigned && !session().workspace().isReadOnly());
    for (const Task& task : {m_online, m_copies, m_further})
        task.done->setEnabled(!session().workspace().isReadOnly());
    showTask(m_online, route.at(int(RouteStep::Kind::Online)));
    showTask(m_copies, route.at(int(RouteStep::Kind::PaperCopies)), session().local().supplement.has_value());
    const bool wantsMore = route.size() > int(RouteStep::Kind::FurtherPapers);
    setFurtherVisible(wantsMore);
    if (wantsMore)
        showTask(m_further, route.at(int(RouteStep::Kind::FurtherPapers)), true);
    if (route.at(int(RouteStep::Kind::Send)).standing != RouteStep::Standing::Done && session().local().supplement)
        m_sendWords->setText(m_sendWords->text() + u'\n' + say(route.at(int(RouteStep::Kind::Send)).words));
    m_verdict->setVisible(isSigned);
    if (isSigned)
        verify();
}

void NextPage::setFurtherVisible(bool visible)
{
    for (QWidget* const each : QList<QWidget*>{m_furtherHeading, m_further.words, m_further.done})
        each->setVisible(visible);
    for (QWidget* const each : QList<QWidget*>{m_further.number, m_further.day})
        m_further.form->setRowVisible(each, visible);
}

void NextPage::verify()
{
    const QString file = session().open().keptPaper(KeptRevision::Occasion::Sign);
    if (file.isEmpty() || file == m_verified || m_work->isBusy())
        return;
    m_verified = file;
    m_verdict->showBusy();
    m_work->start([this, file, trust = trustListOf(session().workspace())](const WorkControl&) {
        const PaperReport report = verifyPaper(file, trust);
        return [this, report] { m_verdict->show(report, fileName(say(u"已签章", u"signed"))); };
    });
}

void NextPage::send(bool isSent)
{
    SendingDialog dialog(session(), this);
    if (isSent)
        dialog.goToSent();
    session().dialogs().run(dialog);
    Q_EMIT done();
}

} // namespace jz::ui
