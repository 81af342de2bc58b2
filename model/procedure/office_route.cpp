// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/office_route.h"

#include "model/base/counted_text.h"
#include "model/procedure/supplement_intake.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_words.h"

#include <algorithm>
#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Kind = RouteStep::Kind;
using Standing = RouteStep::Standing;

int countErrors(const Findings& findings)
{
    return int(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::Error; }));
}

QString detailOf(const Record& record, QLatin1StringView name)
{
    return record.detail.value(name).toString();
}

LocalizedText withDetail(const LocalizedText& words, const QString& detail)
{
    return detail.isEmpty() ? words : LocalizedText{words.zh + u"：" + detail, words.en + u": " + detail};
}

/// Finds out about the stations of one dossier.
class Route
{
public:
    Route(Workspace& workspace, const OpenDossier& dossier, const Findings& findings)
        : m_workspace(workspace), m_findings(findings), m_records(workspace.records().of(dossier.key())),
          m_steps(workspace.dossiers().journal(dossier.key())->steps()), m_state(dossier.editor().state()),
          m_revision(dossier.editor().dossier().revision), m_pack(dossier.pack()),
          m_supplement(localFactsOf(workspace, dossier.editor().dossier(), dossier.pack()).supplement)
    {
    }

    QList<RouteStep> run()
    {
        QList<RouteStep> route{check(), review(), preReview(), confidentiality(), finalise(), sign(), send(),
                               written(Kind::Online, record::online, text(u"网上申报", u"Online submission"),
                                       text(u"在官方系统提交后，在这里登记。本程序不代为提交。",
                                            u"Submit in the official system, then write it down here. This program does not submit.")),
                               written(Kind::PaperCopies, record::paperCopies, text(u"纸质材料", u"Paper copies"),
                                       withLocal(text(u"寄出或送达后，在这里登记。", u"Write it down here once they are sent or handed in."), paperDemands()))};
        if (m_supplement && !m_supplement->papers.isEmpty())
            route << furtherPapers();
        const auto next = std::find_if(route.begin(), route.end(), [](const RouteStep& step) { return step.standing == Standing::Later; });
        if (next != route.end() && m_state != DossierState::Withdrawn && m_state != DossierState::Returned)
            next->standing = Standing::Now;
        return route;
    }

private:
    bool isFrozen() const { return m_state == DossierState::Final || m_state == DossierState::Signed || m_state == DossierState::Sent; }

    const Record* last(QLatin1StringView kind, bool ofThisRevision = true) const
    {
        for (auto record = m_records.rbegin(); record != m_records.rend(); ++record)
            if (record->kind == kind && (!ofThisRevision || record->revision == m_revision))
                return &*record;
        return nullptr;
    }

    QString nameOf(qint64 person) const { return m_workspace.operators().byKey(person).name; }

    RouteStep byStep(RouteStep step, StepKind kind) const
    {
        for (auto each = m_steps.rbegin(); each != m_steps.rend(); ++each) {
            if (each->kind != kind || each->revision != m_revision)
                continue;
            step.who = nameOf(each->person);
            step.at = each->at.toLocalTime();
            break;
        }
        return step;
    }

    static RouteStep byRecord(RouteStep step, const Record& record, const LocalizedText& words)
    {
        step.standing = Standing::Done;
        step.words = words;
        step.who = record.who;
        step.at = record.day.startOfDay();
        return step;
    }

    RouteStep check() const
    {
        const int errors = isFrozen() ? 0 : countErrors(m_findings);
        if (errors == 0)
            return {Kind::Check, Standing::Done, text(u"检查", u"Check"), text(u"没有错误。", u"No errors."), {}, {}};
        return {Kind::Check, Standing::Later, text(u"检查", u"Check"),
                counted(u"还有 %1 个错误，改正后才能定稿。", u"%1 {error is|errors are} left: mend {it|them} before finalising.").arg(QString::number(errors)), {}, {}};
    }

    RouteStep review() const
    {
        // Who has an answer already, or does not wait for one, has nothing to send for it.
        const bool isPast = isFrozen() || last(record::preReview) || last(record::withoutPreReview);
        const RouteStep step{Kind::Review, isPast ? Standing::Skipped : Standing::Later, text(u"送审稿", u"For review"),
                             isPast ? text(u"这一稿没有送审。", u"This revision did not go out for review.")
                                    : text(u"导出不签章的送审稿，交推荐单位预审。", u"Export it unsigned for the recommending body to look at."),
                             {}, {}};
        if (const Record* const out = last(record::review))
            return byRecord(step, *out, text(u"已送出", u"Went out to"));
        const bool exported = std::any_of(m_steps.begin(), m_steps.end(), [this](const Step& each) {
            return each.kind == StepKind::SubmitForReview && each.revision == m_revision;
        });
        if (!exported)
            return step;
        RouteStep done = byStep(step, StepKind::SubmitForReview);
        done.standing = Standing::Done;
        done.words = text(u"已导出。", u"Exported.");
        return done;
    }

    RouteStep preReview() const
    {
        RouteStep step{Kind::PreReview, isFrozen() ? Standing::Skipped : Standing::Later, text(u"预审", u"Pre-review"),
                       isFrozen() ? text(u"没有登记预审通过。", u"It is not written down that it was passed.")
                                  : text(u"推荐单位说通过后，在这里登记。", u"Write it down here when the recommending body has passed it."),
                       {}, {}};
        if (const Record* const passed = last(record::preReview))
            return byRecord(step, *passed, withDetail(text(u"已通过", u"Passed"), detailOf(*passed, "how"_L1)));
        if (const Record* const without = last(record::withoutPreReview)) {
            step = byRecord(step, *without, withDetail(text(u"不等预审", u"Not waited for"), detailOf(*without, "reason"_L1)));
            step.standing = Standing::Skipped;
            return step;
        }
        if (const Record* const earlier = last(record::preReview, false))
            step.words = text(u"第 %1 稿已通过预审，之后又有改动：请再次确认。", u"Revision %1 was passed; it was changed since: ask again.")
                             .arg(QString::number(earlier->revision));
        return step;
    }

    RouteStep confidentiality() const
    {
        const RouteStep step{Kind::Confidentiality, isFrozen() ? Standing::Skipped : Standing::Later, text(u"保密审查", u"Confidentiality"),
                             isFrozen() ? text(u"没有登记保密审查。", u"No confidentiality review is written down.")
                                        : text(u"确认内容不涉密，由单位审查后登记。", u"Your unit confirms that nothing in it is confidential."),
                             {}, {}};
        const Record* const done = last(record::confidentiality, false);
        return done ? byRecord(step, *done, withDetail(text(u"已审查", u"Done"), detailOf(*done, "remark"_L1))) : step;
    }

    RouteStep finalise() const
    {
        const RouteStep step{Kind::Finalise, Standing::Later, text(u"定稿", u"Finalise"),
                             text(u"此后这一稿不再改动。", u"This revision never changes again after that."), {}, {}};
        if (!isFrozen())
            return step;
        RouteStep done = byStep(step, StepKind::Finalise);
        done.standing = Standing::Done;
        done.words = text(u"第 %1 稿已定。", u"Revision %1 is final.").arg(QString::number(m_revision));
        return done;
    }

    RouteStep sign() const
    {
        const RouteStep step{Kind::Sign, Standing::Later, text(u"签章", u"Sign and seal"),
                             text(u"打印、签字、盖章后放入扫描件；或用证书签名。",
                                  u"Print, sign, seal and take the scan in; or sign with a certificate."), {}, {}};
        if (m_state != DossierState::Signed && m_state != DossierState::Sent)
            return step;
        RouteStep done = byStep(step, StepKind::Sign);
        done.standing = Standing::Done;
        const Record* const signatory = last(record::signatory);
        done.words = signatory ? withDetail(text(u"已签章，签署人", u"Signed by"),
                                            QString(signatory->who + u' ' + detailOf(*signatory, "position"_L1)).trimmed())
                               : text(u"已签章。", u"Signed and sealed.");
        return done;
    }

    RouteStep send() const
    {
        const RouteStep step{Kind::Send, Standing::Later, text(u"报送", u"Send"),
                             withLocal(text(u"把签章后的文件交给推荐单位。", u"Hand the signed file to the recommending body."), fileDemands()), {}, {}};
        if (m_state != DossierState::Sent)
            return step;
        RouteStep done = byStep(step, StepKind::Send);
        done.standing = Standing::Done;
        done.words = text(u"已报送。", u"Sent.");
        return done;
    }

    RouteStep written(Kind kind, QLatin1StringView name, const LocalizedText& title, const LocalizedText& toDo) const
    {
        const RouteStep step{kind, Standing::Later, title, toDo, {}, {}};
        const Record* const done = last(name, false);
        return done ? byRecord(step, *done, withDetail(text(u"已办", u"Done"), detailOf(*done, "number"_L1))) : step;
    }

    /// What is to be done, with what the recommending body's notice wants of it.
    LocalizedText withLocal(const LocalizedText& words, const QList<LocalizedText>& demands) const
    {
        if (demands.isEmpty())
            return words;
        const LocalizedText source = LocalizedText{u"本地要求（%1）："_s, u"Local (%1): "_s}.arg(supplementSource(*m_supplement));
        QStringList zh, en;
        for (const LocalizedText& each : demands) {
            zh << each.zh;
            en << each.en;
        }
        return {words.zh + source.zh + zh.join(u'；') + u"。"_s, words.en + u' ' + source.en + en.join(u"; "_s) + u'.'};
    }

    QList<LocalizedText> fileDemands() const
    {
        QList<LocalizedText> demands;
        if (!m_supplement)
            return demands;
        for (const SupplementDeadline& each : m_supplement->deadlines)
            if (each.of.isEmpty())
                demands << LocalizedText{u"%1 前收到"_s, u"received by %1"_s}.arg(each.at.toString(u"yyyy-MM-dd HH:mm"_s));
        if (!m_supplement->mailbox.isEmpty())
            demands << LocalizedText{u"发至 %1"_s, u"to %1"_s}.arg(m_supplement->mailbox);
        return demands;
    }

    QList<LocalizedText> paperDemands() const
    {
        QList<LocalizedText> demands;
        if (!m_supplement)
            return demands;
        const QList<CallMaterial> materials = applicantMaterials(m_pack);
        for (const CallMaterial& material : materials)
            if (const int copies = m_supplement->copies.value(material.id); copies > 0)
                demands << LocalizedText{u"%1 %2 份"_s, u"%1: %2"_s}.arg(material.label, QString::number(copies));
        if (!m_supplement->address.isEmpty())
            demands << LocalizedText{u"寄至 %1"_s, u"to %1"_s}.arg(m_supplement->address);
        return demands;
    }

    RouteStep furtherPapers() const
    {
        QStringList titles;
        for (const ExtraPaper& each : m_supplement->papers)
            titles << (each.remark.isEmpty() ? each.title : QString(each.title + u'（' + each.remark + u'）'));
        const LocalizedText source = supplementSource(*m_supplement);
        const LocalizedText toDo{u"本地要求（%1）：%2。交出后在这里登记。"_s, u"Local (%1): %2. Write it down here once they are handed in."_s};
        RouteStep step = written(Kind::FurtherPapers, record::furtherPapers, text(u"另交材料", u"Further papers"), toDo.arg(source, titles.join(u'；')));
        // Papers that an earlier notice wanted are no answer to this one.
        const Record* const done = last(record::furtherPapers, false);
        if (done && done->detail.value("notice"_L1).toInt() != m_supplement->number)
            step = {Kind::FurtherPapers, Standing::Later, step.title, toDo.arg(source, titles.join(u'；')), {}, {}};
        return step;
    }

    Workspace& m_workspace;
    const Findings& m_findings;
    QList<Record> m_records;
    QList<Step> m_steps;
    DossierState m_state;
    int m_revision;
    const CallPack& m_pack;
    std::optional<Supplement> m_supplement;
};

QString standingName(Standing standing)
{
    static const std::array names{u"done"_s, u"skipped"_s, u"now"_s, u"later"_s};
    return names.at(size_t(standing));
}

} // namespace

LocalizedText recordWord(const QString& kind)
{
    static const QHash<QString, LocalizedText> words{
        {record::review, text(u"送审", u"went out for review")},
        {record::preReview, text(u"预审通过", u"pre-review passed")},
        {record::withoutPreReview, text(u"不等预审", u"pre-review not waited for")},
        {record::confidentiality, text(u"保密审查", u"confidentiality review")},
        {record::signatory, text(u"签署人", u"signatory")},
        {record::authorisation, text(u"授权书", u"letter of authorisation")},
        {record::correction, text(u"更正说明", u"correction statement")},
        {record::online, text(u"网上申报", u"online submission")},
        {record::paperCopies, text(u"纸质材料", u"paper copies")},
        {record::furtherPapers, text(u"另交材料", u"further papers")},
        {record::sent, text(u"发送", u"sent")},
        {record::packing, text(u"打包选择", u"choices for packing")}};
    return words.value(kind, {kind, kind});
}

QString routeStepName(Kind kind)
{
    static const std::array names{u"check"_s, u"review"_s, u"pre-review"_s, u"confidentiality"_s, u"finalise"_s,
                                  u"sign"_s,  u"send"_s,   u"online"_s,     u"paper-copies"_s,  u"further-papers"_s};
    return names.at(size_t(kind));
}

QList<RouteStep> routeOf(Workspace& workspace, const OpenDossier& dossier, const Findings& findings)
{
    return Route(workspace, dossier, findings).run();
}

QList<LocalizedText> againstFinalising(Workspace& workspace, const OpenDossier& dossier, const Findings& findings)
{
    QList<LocalizedText> against;
    const DossierState state = dossier.editor().state();
    if (!stateAfter(state, StepKind::Finalise)) {
        against << text(u"申报书现在是“%1”，不能定稿。", u"The dossier is “%1” and cannot be finalised now.").arg(stateWord(state));
        return against;
    }
    const QList<RouteStep> route = routeOf(workspace, dossier, findings);
    const auto isOpen = [&](Kind kind) {
        const Standing standing = route.at(int(kind)).standing;
        return standing == Standing::Now || standing == Standing::Later;
    };
    if (isOpen(Kind::Check))
        against << route.at(int(Kind::Check)).words;
    if (isOpen(Kind::PreReview))
        against << text(u"还没有登记预审通过；确实不等预审的，请写明理由。",
                        u"It is not written down that the pre-review was passed; to go on without it, say why.");
    if (isOpen(Kind::Confidentiality))
        against << text(u"还没有登记保密审查。", u"The confidentiality review is not written down.");
    return against;
}

QJsonArray routeJson(const QList<RouteStep>& route, Language language)
{
    const auto orNull = [](const QString& value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    QJsonArray json;
    for (const RouteStep& step : route)
        json.append(QJsonObject{{u"step"_s, routeStepName(step.kind)},
                                {u"standing"_s, standingName(step.standing)},
                                {u"title"_s, step.title.in(language)},
                                {u"words"_s, step.words.in(language)},
                                {u"who"_s, orNull(step.who)},
                                {u"at"_s, orNull(step.at.toString(Qt::ISODate))}});
    return json;
}

} // namespace jz
