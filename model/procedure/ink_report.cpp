// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/ink_report.h"

#include "model/base/json_file.h"
#include "model/signature/verification_report.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestReport = 5'000'000;

QJsonArray problemsJson(const InkProblems& problems)
{
    QJsonArray array;
    for (const InkProblem& problem : problems)
        array.append(QJsonObject{{u"code"_s, problem.code}, {u"page"_s, problem.page}, {u"detail"_s, problem.detail}});
    return array;
}

InkProblems problemsFrom(const QJsonValue& json)
{
    InkProblems problems;
    const QJsonArray array = json.toArray();
    for (const QJsonValue& problem : array)
        problems.append({problem[u"code"].toString(), problem[u"page"].toInt(), {}, problem[u"detail"].toString()});
    return problems;
}

QJsonArray numbers(const QList<int>& values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

} // namespace

QString inkReportName()
{
    return u"ink.json"_s;
}

QByteArray inkReportJson(const InkReport& report)
{
    QJsonArray pages, roles;
    for (const InkPage& page : report.pages)
        pages.append(QJsonObject{{u"page"_s, page.page},
                                 {u"at"_s, page.at},
                                 {u"byCode"_s, page.byCode},
                                 {u"problems"_s, problemsJson(page.problems)}});
    for (const InkRole& role : report.roles)
        roles.append(QJsonObject{{u"role"_s, role.role},
                                 {u"pages"_s, numbers(role.pages)},
                                 {u"matched"_s, role.matched},
                                 {u"problems"_s, problemsJson(role.problems)}});
    return canonicalJson({{u"id"_s, report.id.toString(QUuid::WithoutBraces)},
                          {u"revision"_s, report.revision},
                          {u"fingerprint"_s, QString::fromLatin1(report.fingerprint.toHex())},
                          {u"pages"_s, pages},
                          {u"roles"_s, roles}});
}

std::optional<InkReport> parseInkReport(const QByteArray& json)
{
    QJsonObject object;
    try {
        object = parseJsonObject(json, inkReportName());
    } catch (const Error&) {
        return std::nullopt;
    }
    InkReport report;
    report.id = QUuid::fromString(object[u"id"].toString());
    report.revision = object[u"revision"].toInt();
    report.fingerprint = QByteArray::fromHex(object[u"fingerprint"].toString().toLatin1());
    const QJsonArray pages = object[u"pages"].toArray();
    for (const QJsonValue& page : pages)
        report.pages.append({page[u"page"].toInt(), page[u"at"].toInt(), page[u"byCode"].toBool(), problemsFrom(page[u"problems"])});
    const QJsonArray roles = object[u"roles"].toArray();
    for (const QJsonValue& role : roles) {
        InkRole read{role[u"role"].toString(), {}, role[u"matched"].toBool(), problemsFrom(role[u"problems"])};
        const QJsonArray of = role[u"pages"].toArray();
        for (const QJsonValue& page : of)
            read.pages.append(page.toInt());
        report.roles.append(read);
    }
    return report.id.isNull() ? std::nullopt : std::optional(report);
}

std::optional<InkReport> readInkReport(const EmbeddedFiles& files)
{
    try {
        const auto json = files.read(inkReportName(), largestReport);
        return json ? parseInkReport(*json) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt; // damaged
    }
}

QJsonArray inkRolesJson(const QList<InkRole>& roles, Language language)
{
    QJsonArray array;
    for (const InkRole& role : roles) {
        Problems problems;
        for (const InkProblem& problem : role.problems)
            problems.append(worded(problem));
        array.append(QJsonObject{{u"role"_s, role.role},
                                 {u"pages"_s, numbers(role.pages)},
                                 {u"matched"_s, role.matched},
                                 {u"problems"_s, toJson(problems, language)}});
    }
    return array;
}

} // namespace jz
