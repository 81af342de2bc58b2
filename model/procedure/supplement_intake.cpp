// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/supplement_intake.h"

#include "model/base/counted_text.h"
#include "model/call/call_pack_reader.h"
#include "model/procedure/local_changes.h"
#include "model/recommendation/local_facts.h"
#include "model/recommendation/supplement_words.h"
#include "model/reference/reference_data.h"

#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// A body under the name by which its notices are kept.
QString bodyKey(const QString& name)
{
    const RecommendingBody* const listed = builtInReferenceData().bodies.find(name);
    return listed ? listed->name : name.simplified();
}

[[noreturn]] void refuse(const QString& path, const LocalizedText& why)
{
    throw Error(ErrorCode::Unsupported, LocalizedText{u"“%1”%2"_s, u"“%1” %2"_s}.arg(path, why), path);
}

void requireNewest(const QList<LocalNotice>& kept, const QString& path, const ReceivedSupplement& received)
{
    const Supplement& supplement = received.supplement;
    if (kept.isEmpty())
        return;
    const LocalNotice& last = kept.constLast();
    if (last.number > supplement.number)
        refuse(path, LocalizedText{u"是%1的第 %2 号补充通知，这里已有第 %3 号，以后出的为准，没有采用。"_s,
                                   u"is notice No. %2 of %1; No. %3 is here already and takes its place. Nothing was changed."_s}
                         .arg(supplement.from, QString::number(supplement.number), QString::number(last.number)));
    if (last.number == supplement.number && last.data != received.data && !last.isSetAside())
        refuse(path, LocalizedText{u"与这里已采用的%1第 %2 号补充通知编号相同、内容不同，没有采用。请与%1电话核对以哪份为准；要换成这一份，先停用原来的。"_s,
                                   u"has the number of notice No. %2 of %1 that is in force here, and other content; nothing was changed. Ask %1 by telephone which one holds; to use this "
                                   "one, take the other off first."_s}
                         .arg(supplement.from, QString::number(supplement.number)));
}

/// Whoever sends such papers under a body's name for the first time, or from another computer than before, is to be asked.
LocalizedText senderWarning(const QList<LocalNotice>& kept, const ReceivedSupplement& received)
{
    const bool isOther = !kept.isEmpty() && std::none_of(kept.begin(), kept.end(), [&](const LocalNotice& each) { return each.sender == received.sender; });
    if (!isOther)
        return {};
    return LocalizedText{u"这份补充通知与之前收到的不是同一台电脑发出的。请与%1电话核实后再照办。"_s,
                         u"This notice was not sent from the same computer as those before. Ask %1 by telephone before you go by it."_s}
        .arg(received.supplement.from);
}

/// The dossiers of a call in the workspace, as they are now.
QList<std::pair<DossierEntry, Dossier>> dossiersOf(Workspace& workspace, const QString& callId)
{
    QList<std::pair<DossierEntry, Dossier>> found;
    const QList<DossierEntry> all = workspace.dossiers().list();
    for (const DossierEntry& entry : all)
        if (entry.callId == callId)
            found.append({entry, workspace.dossiers().journal(entry.key)->load().dossier});
    return found;
}

/// The titles of the dossiers here that go through the body of a notice.
QStringList titlesUnder(Workspace& workspace, const Supplement& supplement, const CallPack& pack)
{
    QStringList titles;
    const auto all = dossiersOf(workspace, supplement.callId);
    for (const auto& [entry, dossier] : all)
        if (isSameBody(recommendingBodyOf(dossier, pack), supplement.from))
            titles << (entry.summary.title.isEmpty() ? entry.id.toString(QUuid::WithoutBraces) : entry.summary.title);
    return titles;
}

std::optional<Supplement> inForce(Workspace& workspace, const QString& callId, const QString& body)
{
    const std::optional<LocalNotice> notice = workspace.notices().inForce(callId, bodyKey(body));
    if (!notice)
        return {};
    const Supplement supplement = parseSupplement(notice->data, body);
    return supplement.repeals ? std::nullopt : std::optional(supplement);
}

bool isInForceAlready(const QList<LocalNotice>& kept, const ReceivedSupplement& received)
{
    return !kept.isEmpty() && kept.constLast().data == received.data && !kept.constLast().isSetAside();
}

} // namespace

SupplementNews newsOf(Workspace& workspace, const QString& path, const ReceivedSupplement& received)
{
    const Supplement& supplement = received.supplement;
    const QList<LocalNotice> kept = workspace.notices().of(supplement.callId, bodyKey(supplement.from));
    requireNewest(kept, path, received);
    const CallPack& pack = *findBuiltInCallPack(supplement.callId);
    const std::optional<Supplement> before = inForce(workspace, supplement.callId, supplement.from);
    SupplementNews news;
    news.supplement = supplement;
    news.again = isInForceAlready(kept, received);
    news.before = before && !news.again ? before->number : 0;
    news.changes = localChanges(before, supplement, pack);
    news.warning = senderWarning(kept, received);
    news.dossiers = titlesUnder(workspace, supplement, pack);
    return news;
}

SupplementNews standingNews(Workspace& workspace, const Supplement& supplement)
{
    const CallPack& pack = *findBuiltInCallPack(supplement.callId);
    return {supplement, true, 0, titlesUnder(workspace, supplement, pack), localChanges({}, supplement, pack), {}};
}

TakenSupplement takeSupplementIn(Workspace& workspace, const QString& path, const ReceivedSupplement& received, qint64 person)
{
    const SupplementNews news = newsOf(workspace, path, received);
    const Supplement& supplement = received.supplement;
    TakenSupplement taken{supplement, news.again, {}, news.warning};
    const LocalizedText source = supplementSource(supplement);
    if (news.again) {
        taken.words = LocalizedText{u"%1已经采用，没有变化。"_s, u"%1 is in force already; nothing changed."_s}.arg(source);
        return taken;
    }
    LocalNotice notice;
    notice.call = supplement.callId;
    notice.body = bodyKey(supplement.from);
    notice.number = supplement.number;
    notice.paper = workspace.objects().add(path);
    notice.data = received.data;
    notice.sender = received.sender;
    notice.person = person;
    workspace.notices().keep(notice);
    if (supplement.repeals)
        taken.words = LocalizedText{u"已按%1停用以前的补充通知，恢复按申报通知执行。"_s, u"%1 repeals the notices before: the call holds again."_s}.arg(source);
    else if (news.dossiers.isEmpty())
        taken.words = LocalizedText{u"已采用%1。现在没有选%2为推荐单位的申报书；选了以后就按它显示。"_s,
                                    u"%1 was taken over. No dossier names %2 yet; it holds as soon as one does."_s}
                          .arg(source, supplement.from);
    else
        taken.words = counted(u"已采用%1，用于这里的 %2 份申报书；标明“本地”的都来自它。", u"%1 was taken over for %2 {dossier|dossiers}; what is marked as local comes from it.")
                          .arg(source, QString::number(news.dossiers.size()));
    return taken;
}

QList<KeptSupplement> keptSupplements(Workspace& workspace)
{
    QList<KeptSupplement> kept;
    const QList<LocalNotice> all = workspace.notices().all();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool isLast = i + 1 == all.size() || all.at(i + 1).call != all.at(i).call || all.at(i + 1).body != all.at(i).body;
        KeptSupplement each{all.at(i), parseSupplement(all.at(i).data, all.at(i).body), false};
        each.inForce = isLast && !each.notice.isSetAside() && !each.supplement.repeals;
        kept << each;
    }
    return kept;
}

void dropSupplement(Workspace& workspace, const QString& callId, const QString& body)
{
    const std::optional<LocalNotice> notice = workspace.notices().inForce(callId, bodyKey(body));
    if (!notice)
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"没有采用“%1”的补充通知，不用停用。"_s, u"No notice of “%1” is in force: there is nothing to take off."_s}.arg(body), body);
    workspace.notices().setAside(notice->key);
}

LocalFacts localFactsOf(Workspace& workspace, const Dossier& dossier, const CallPack& pack)
{
    LocalFacts local{pack.facts, {}};
    const QString body = recommendingBodyOf(dossier, pack);
    if (!body.isEmpty())
        local.supplement = inForce(workspace, pack.id, body);
    if (local.supplement)
        layOver(local.facts, *local.supplement);
    return local;
}

CallFacts localFactsOf(Workspace& workspace, const CallPack& pack)
{
    CallFacts facts = pack.facts;
    // Without a notice no dossier has to be read.
    const QList<KeptSupplement> kept = keptSupplements(workspace);
    if (std::none_of(kept.begin(), kept.end(), [&](const KeptSupplement& each) { return each.inForce && each.notice.call == pack.id; }))
        return facts;
    QSet<QString> bodies;
    const auto all = dossiersOf(workspace, pack.id);
    for (const auto& [entry, dossier] : all)
        bodies.insert(bodyKey(recommendingBodyOf(dossier, pack)));
    for (const KeptSupplement& each : kept)
        if (each.inForce && each.notice.call == pack.id && bodies.contains(each.notice.body))
            layOver(facts, each.supplement);
    return facts;
}

} // namespace jz
