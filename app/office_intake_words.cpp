// SPDX-License-Identifier: Apache-2.0
#include "app/office_intake_words.h"

#include "app/finding_lines.h"

#include "model/base/sha256.h"
#include "model/exchange/check_report.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject bodyJson(const BodySubmissions& body)
{
    return {{u"body"_s, body.body},
            {u"kind"_s, body.kind},
            {u"quota"_s, body.quota ? QJsonValue(*body.quota) : QJsonValue()},
            {u"counted"_s, body.counted},
            {u"findings"_s, findingsJson(body.findings, language())}};
}

QJsonValue arrivalJson(const IntakeView& view, const QUuid& dossier)
{
    const auto arrival = view.arrivals.find(dossier);
    if (arrival == view.arrivals.end() || !arrival->arrived.isValid())
        return {};
    return QJsonObject{{u"on"_s, arrival->arrived.toString(u"yyyy-MM-ddTHH:mm"_s)}, {u"copies"_s, arrival->copies}, {u"remark"_s, arrival->remark}, {u"late"_s, view.isLate(dossier)}};
}

QJsonValue admissionJson(const IntakeView& view, const QUuid& dossier)
{
    const auto admission = view.admissions.find(dossier);
    if (admission == view.admissions.end())
        return {};
    return QJsonObject{{u"admitted"_s, admission->admitted}, {u"reason"_s, admission->reason}, {u"at"_s, admission->at.toString(Qt::ISODate)}};
}

QString admissionWord(const IntakeView& view, const QUuid& dossier)
{
    const auto admission = view.admissions.find(dossier);
    if (admission == view.admissions.end())
        return text(u"未定", u"open").in(language());
    return (admission->admitted ? text(u"送评审", u"to review") : text(u"不送评审", u"withheld")).in(language());
}

QString arrivalWord(const IntakeView& view, const QUuid& dossier)
{
    const auto arrival = view.arrivals.find(dossier);
    if (arrival == view.arrivals.end() || !arrival->arrived.isValid())
        return text(u"纸质未到", u"paper not arrived").in(language());
    const QString at = arrival->arrived.toString(u"yyyy-MM-dd HH:mm"_s);
    return (view.isLate(dossier) ? LocalizedText{u"纸质 %1 到，已过截止（%2）"_s, u"paper arrived %1, after the deadline (%2)"_s}.arg(at, view.deadline.toString(u"yyyy-MM-dd HH:mm"_s))
                                 : LocalizedText{u"纸质 %1 到"_s, u"paper arrived %1"_s}.arg(at))
        .in(language());
}

} // namespace

QString keptLine(const QJsonValue& finding)
{
    const QString severity = finding[u"severity"].toString();
    const LocalizedText word = severity == "error"_L1 ? text(u"错误", u"error") : severity == "warning"_L1 ? text(u"提醒", u"warning") : text(u"提示", u"hint");
    const QString clause = finding[u"clause"].toString();
    return word.in(language()) + u"  "_s + finding[u"message"].toString() + (clause.isEmpty() ? QString() : u"  ["_s + clause + u']');
}

QJsonArray bodiesJson(const IntakeView& view)
{
    QJsonArray bodies;
    for (const BodySubmissions& each : view.bodies)
        bodies.append(bodyJson(each));
    return bodies;
}

QJsonObject submissionJson(const IntakeView& view, qsizetype index)
{
    const Submission& each = view.submissions.at(index);
    return {{u"dossier"_s, idText(each.dossier)},
            {u"body"_s, each.body},
            {u"rank"_s, each.rank},
            {u"title"_s, each.title},
            {u"base"_s, each.base},
            {u"category"_s, each.category},
            {u"applicant"_s, each.applicant},
            {u"code"_s, each.code},
            {u"region"_s, each.place},
            {u"revision"_s, each.revision},
            {u"fingerprint"_s, hexText(each.fingerprint)},
            {u"sha256"_s, hexText(each.paper)},
            {u"verdict"_s, each.verdict},
            {u"signature"_s, each.signature},
            {u"endorsed"_s, each.endorsed},
            {u"findings"_s, view.findingsOf(index, language())},
            {u"arrival"_s, arrivalJson(view, each.dossier)},
            {u"admission"_s, admissionJson(view, each.dossier)}};
}

QJsonArray togetherJson(const IntakeView& view)
{
    QJsonArray all;
    for (qsizetype i = 0; i < view.submissions.size(); ++i)
        if (!view.together.at(i).isEmpty())
            all.append(QJsonObject{{u"dossier"_s, idText(view.submissions.at(i).dossier)},
                                   {u"body"_s, view.submissions.at(i).body},
                                   {u"findings"_s, findingsJson(view.together.at(i), language())}});
    return all;
}

QJsonObject takenJson(const TakenBundle& taken)
{
    const ExaminedBundle& bundle = taken.bundle;
    const bool isRead = !bundle.intake.body.isEmpty();
    QJsonArray dossiers;
    for (qsizetype i = 0; i < bundle.submissions.size(); ++i) {
        const Submission& each = bundle.submissions.at(i);
        dossiers.append(QJsonObject{{u"dossier"_s, idText(each.dossier)},
                                    {u"rank"_s, each.rank},
                                    {u"title"_s, each.title},
                                    {u"applicant"_s, each.applicant},
                                    {u"verdict"_s, each.verdict},
                                    {u"signature"_s, each.signature},
                                    {u"endorsed"_s, each.endorsed},
                                    {u"sha256"_s, hexText(each.paper)},
                                    {u"findings"_s, findingsJson(bundle.own.at(i), language())}});
    }
    return {{u"file"_s, bundle.name},
            {u"outcome"_s, outcomeName(taken.outcome)},
            {u"body"_s, isRead ? QJsonValue(bundle.intake.body) : QJsonValue()},
            {u"kind"_s, isRead ? QJsonValue(bundle.intake.kind) : QJsonValue()},
            {u"number"_s, isRead ? QJsonValue(bundle.intake.number) : QJsonValue()},
            {u"sender"_s, isRead ? QJsonValue(bundle.intake.sender) : QJsonValue()},
            {u"sha256"_s, hexText(bundle.intake.bundle)},
            {u"dossiers"_s, dossiers},
            {u"findings"_s, findingsJson(taken.findings, language())}};
}

void tellSubmission(const IntakeView& view, qsizetype index)
{
    const Submission& each = view.submissions.at(index);
    print(u"%1  %2　%3　%4 · %5 · %6"_s.arg(each.rank ? QString::number(each.rank) : u"—"_s, idText(each.dossier).first(8), each.title, each.applicant, arrivalWord(view, each.dossier),
                                         admissionWord(view, each.dossier)));
    const QJsonArray findings = view.findingsOf(index, language());
    for (const QJsonValue& finding : findings)
        print(u"    "_s + keptLine(finding));
}

void tellTaken(const TakenBundle& taken)
{
    const ExaminedBundle& bundle = taken.bundle;
    print(u"%1  %2　%3"_s.arg(bundle.name, outcomeWord(taken.outcome).in(language()),
                             bundle.intake.body.isEmpty() ? QString()
                                                          : LocalizedText{u"%1，第 %2 次报送，%3 份"_s, u"%1, sending no. %2, dossiers: %3"_s}
                                                                .arg(bundle.intake.body, QString::number(bundle.intake.number), QString::number(bundle.submissions.size()))
                                                                .in(language())));
    for (const Finding& finding : taken.findings)
        print(u"    "_s + findingLine(finding));
    for (qsizetype i = 0; i < bundle.submissions.size(); ++i) {
        const Submission& each = bundle.submissions.at(i);
        print(u"    %1  %2　%3　%4"_s.arg(each.rank ? QString::number(each.rank) : u"—"_s, idText(each.dossier).first(8), each.title, each.applicant));
        for (const Finding& finding : bundle.own.at(i))
            print(u"        "_s + findingLine(finding));
    }
}

} // namespace jz::cli
