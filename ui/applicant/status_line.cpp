// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/status_line.h"

#include "ui/desk/deadlines.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int minuteMs = 60'000;

} // namespace

StatusLine::StatusLine(DossierSession& session, QWidget* parent) : QFrame(parent), m_session(session), m_safetyIcon(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_safety = label(u"safety"_s, say(u"保存状态", u"Whether it is saved"));
    m_progress = label(u"progress"_s, say(u"完成程度", u"Progress"));
    m_state = label(u"state"_s, say(u"申报书状态", u"State of the dossier"));
    m_deadline = label(u"deadline"_s, say(u"截止时间", u"Deadline"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(4), Theme::space(1.5), Theme::space(4), Theme::space(1.5));
    layout->setSpacing(Theme::space(1.5));
    layout->addWidget(m_safetyIcon);
    layout->addWidget(m_safety);
    layout->addSpacing(Theme::space(4));
    layout->addWidget(m_progress);
    layout->addSpacing(Theme::space(4));
    layout->addWidget(m_deadline);
    layout->addStretch(1);
    layout->addWidget(m_state);
    connect(&session, &DossierSession::safetyChanged, this, &StatusLine::showSafety);
    connect(&session, &DossierSession::changed, this, &StatusLine::showProgress);
    connect(&session, &DossierSession::stateChanged, this, &StatusLine::showState);
    connect(&session, &DossierSession::localChanged, this, &StatusLine::showDeadline);
    showSafety();
    showProgress();
    showState();
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::showDeadline);
    m_minute.start(minuteMs);
    showDeadline();
}

QLabel* StatusLine::label(const QString& name, const QString& accessibleName)
{
    auto* const made = new QLabel(this);
    made->setObjectName(name);
    made->setAccessibleName(accessibleName);
    made->setProperty("quiet", true);
    made->setFont(Theme::font(TextStyle::Small));
    return made;
}

void StatusLine::showSafety()
{
    const Safety& safety = m_session.safety();
    const int size = Theme::space(4);
    switch (safety.kind) {
    case Safety::Kind::OnDisk:
        m_safety->setText(say(text(u"已保存 %1", u"Saved %1").arg(safety.at.toString(u"HH:mm:ss"_s))));
        m_safetyIcon->setPixmap(iconPixmap(u"saved", size, Theme::colours().good, devicePixelRatioF()));
        break;
    case Safety::Kind::Committed:
        m_safety->setText(say(u"正在保存…", u"Saving…"));
        m_safetyIcon->setPixmap(iconPixmap(u"clock", size, Theme::colours().quiet, devicePixelRatioF()));
        break;
    case Safety::Kind::NotStored:
        m_safety->setText(say(u"未能保存，见上方说明", u"Not saved, see above"));
        m_safetyIcon->setPixmap(severityPixmap(Severity::Error, size, devicePixelRatioF()));
        break;
    }
    m_safety->setToolTip(say(safety.why));
    m_safety->setAccessibleDescription(m_safety->text());
}

void StatusLine::showProgress()
{
    const int percent = summaryOf(m_session.dossier(), m_session.pack()).progress;
    m_progress->setText(say(text(u"完成 %1 %", u"%1 % done").arg(QString::number(percent))));
    m_progress->setToolTip(say(u"必填栏和已开始填写的选填栏中，已填写的比例", u"Filled in, of the required fields and the optional ones that were begun"));
}

void StatusLine::showDeadline()
{
    const DeadlineNews news = deadlineNews(m_session.local().facts, QDateTime::currentDateTime());
    m_deadline->setText(news.isClosed ? news.lines.value(0) : news.shortLine);
    // The line says which, the tip when, and where it is written.
    m_deadline->setToolTip((news.lines + news.sources).join(u'\n'));
    m_deadline->setAccessibleDescription(m_deadline->toolTip());
    m_deadline->setProperty("severity", news.isUrgent ? severityProperty(Severity::Warning) : QString());
    m_deadline->style()->unpolish(m_deadline);
    m_deadline->style()->polish(m_deadline);
}

void StatusLine::showState()
{
    m_state->setText(say(text(u"%1 · 第 %2 稿", u"%1 · revision %2")
                             .arg(stateWord(m_session.editor().state()), QString::number(m_session.dossier().revision))));
}

} // namespace jz::ui
