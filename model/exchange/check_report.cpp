// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/check_report.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        return u"hint"_s;
    }
    return {};
}

QJsonObject findingJson(const Finding& finding, Language language)
{
    QJsonObject json{
        {u"rule"_s, finding.rule},
        {u"severity"_s, severityName(finding.severity)},
        {u"field"_s, finding.field},
        {u"row"_s, finding.row ? QJsonValue(*finding.row) : QJsonValue()},
        {u"column"_s, finding.column.isEmpty() ? QJsonValue() : QJsonValue(finding.column)},
        {u"message"_s, finding.message.in(language)},
        {u"clause"_s, finding.clause},
    };
    if (!finding.reason.isEmpty())
        json.insert(u"reason"_s, finding.reason);
    return json;
}

} // namespace

QJsonArray findingsJson(const Findings& findings, Language language)
{
    QJsonArray list;
    for (const Finding& finding : findings)
        list << findingJson(finding, language);
    return list;
}

QJsonObject checkReportJson(const QString& subject, const Findings& findings, Language language)
{
    int counts[3] = {0, 0, 0};
    for (const Finding& finding : findings)
        ++counts[int(finding.severity)];
    return {{u"subject"_s, subject}, {u"findings"_s, findingsJson(findings, language)}, {u"errors"_s, counts[0]}, {u"warnings"_s, counts[1]}, {u"hints"_s, counts[2]}};
}

} // namespace jz
