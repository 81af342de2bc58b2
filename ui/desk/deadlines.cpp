// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deadlines.h"

#include "model/base/counted_text.h"
#include "ui/style/language.h"

#include <QTimeZone>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int urgentDays = 3;

QString dateOf(const CallFacts::Deadline& deadline)
{
    return deadline.at.toString(u"yyyy-MM-dd HH:mm"_s);
}

qint64 daysLeft(const CallFacts::Deadline& deadline, const QDateTime& now)
{
    return now.toTimeZone(deadline.at.timeZone()).date().daysTo(deadline.at.date());
}

bool isLocal(const CallFacts& facts, const CallFacts::Deadline& deadline)
{
    const CallFacts::Amendment* const amendment = facts.amendmentOf(deadline);
    return amendment && amendment->local;
}

QString daysWords(qint64 days)
{
    if (days == 0)
        return say(u"就在今天", u"today");
    return say(counted(u"还有 %1 天", u"%1 {day|days} left").arg(QString::number(days)));
}

} // namespace

DeadlineNews deadlineNews(const CallFacts& facts, const QDateTime& now)
{
    DeadlineNews news;
    bool followsLocal = false;
    for (const CallFacts::Deadline& deadline : facts.deadlines)
        news.sources << say(text(u"%1：依据 %2", u"%1: %2").arg(deadline.label, facts.sourceOf(deadline)));
    for (const CallFacts::Deadline& deadline : facts.deadlines) {
        if (deadline.at < now)
            continue;
        const qint64 days = daysLeft(deadline, now);
        if (news.lines.isEmpty()) {
            news.shortLine = say(deadline.label) + u" · " + daysWords(days);
            news.isUrgent = days <= urgentDays;
            followsLocal = isLocal(facts, deadline);
        } else if (followsLocal && !isLocal(facts, deadline)) {
            news.shortLine += u"　"_s + say(deadline.label) + u" · " + daysWords(days);
            followsLocal = false;
        }
        news.lines << QString(say(deadline.label) + u' ' + dateOf(deadline) + u" · " + daysWords(days));
    }
    if (!news.lines.isEmpty() || facts.deadlines.isEmpty())
        return news;
    news.isClosed = true;
    const CallFacts::Deadline& last = facts.deadlines.constLast();
    news.shortLine = say(u"申报已截止", u"the call is closed");
    news.lines << say(u"已截止（%1 %2）", u"Closed (%1 %2)").arg(say(last.label), dateOf(last));
    return news;
}

} // namespace jz::ui
