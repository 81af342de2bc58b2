// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"

namespace jz::ui {

/// What is to be said about the deadlines of a call at a moment.
struct DeadlineNews
{
    QStringList lines;    ///< `网上申报截止 DATE · 还有 12 天`, the nearest first; one line when the call is closed
    QString shortLine;    ///< the nearest, without its date: `网上申报截止 · 还有 12 天`; behind one that is local the next of the call too
    QStringList sources;  ///< where each of them is written, passed ones too: `网上申报截止：依据 …`
    bool isClosed = false;///< all of them have passed
    bool isUrgent = false;///< the nearest is at most three days away
};

/// Deadlines that have passed are left out while others are to come; when all have, 已截止 is said once, with the last one's
/// date. Days are counted by the calendar, in the zone of the call. `now` in any zone.
DeadlineNews deadlineNews(const CallFacts& facts, const QDateTime& now);

} // namespace jz::ui
