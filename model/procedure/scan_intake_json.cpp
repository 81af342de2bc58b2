// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/scan_intake.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString severityName(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"hint"_s;
}

QJsonArray problemsJson(const InkProblems& problems, Language language)
{
    QJsonArray array;
    for (const InkProblem& problem : problems) {
        const Problem words = worded(problem);
        array.append(QJsonObject{{u"code"_s, words.code},
                                 {u"object"_s, QJsonValue()},
                                 {u"message"_s, words.message.in(language)},
                                 {u"severity"_s, severityName(severityOf(problem))},
                                 {u"page"_s, problem.page}});
    }
    return array;
}

} // namespace

QJsonObject toJson(const TakenScans& taken, const QString& out, Language language)
{
    QJsonArray pages;
    for (const TakenPage& page : taken.pages)
        pages.append(QJsonObject{{u"page"_s, page.page},
                                 {u"scan"_s, page.where},
                                 {u"byCode"_s, page.byCode},
                                 {u"compared"_s, page.compared},
                                 {u"problems"_s, problemsJson(page.problems, language)}});
    return {{u"written"_s, taken.written},
            {u"out"_s, taken.written ? QJsonValue(out) : QJsonValue()},
            {u"pages"_s, pages},
            {u"ink"_s, inkRolesJson(taken.roles, language)},
            {u"problems"_s, problemsJson(taken.problems, language)}};
}

} // namespace jz
