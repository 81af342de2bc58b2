// SPDX-License-Identifier: Apache-2.0
// What an applicant does with a recommending body's notice, and what holds for a dossier under it.
#include "app/commands.h"
#include "app/desk.h"
#include "app/supplement_desk.h"

#include "model/base/json_file.h"
#include "model/procedure/package.h"
#include "model/procedure/supplement_intake.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_words.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString& words)
{
    return words.isEmpty() ? QJsonValue() : QJsonValue(words);
}

QJsonArray changesJson(const QList<LocalChange>& changes)
{
    QJsonArray json;
    for (const LocalChange& each : changes)
        json.append(QJsonObject{{u"what"_s, each.what}, {u"label"_s, each.label.in(language())}, {u"was"_s, orNull(each.was.in(language()))}, {u"now"_s, orNull(each.now.in(language()))}});
    return json;
}

void printChanges(const QList<LocalChange>& changes)
{
    const QString none = text(u"（无）", u"(none)").in(language());
    for (const LocalChange& each : changes) {
        const QString was = each.was.in(language()), now = each.now.in(language());
        print(u"  %1：%2 → %3"_s.arg(each.label.in(language()), was.isEmpty() ? none : was, now.isEmpty() ? none : now).replace(u'\n', u"；"_s));
    }
}

int takeOver(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const QString path = call.inputs.first();
    const ReceivedSupplement received = readSupplement(path);
    const SupplementNews news = newsOf(desk.workspace(), path, received);
    const TakenSupplement taken = takeSupplementIn(desk.workspace(), path, received, desk.person());
    if (!taken.warning.isEmpty())
        complain(taken.warning.in(language()));
    if (call.has(u"json"_s)) {
        printJson({{u"supplement"_s, parseJsonObject(received.data, path)},
                   {u"source"_s, supplementSource(taken.supplement).in(language())},
                   {u"again"_s, taken.again},
                   {u"replaces"_s, news.before ? QJsonValue(news.before) : QJsonValue()},
                   {u"dossiers"_s, QJsonArray::fromStringList(news.dossiers)},
                   {u"changes"_s, changesJson(news.changes)},
                   {u"message"_s, taken.words.in(language())},
                   {u"warning"_s, orNull(taken.warning.in(language()))}});
        return Fine;
    }
    print(taken.words.in(language()));
    printChanges(news.changes);
    return Fine;
}

int supplements(const Call& call)
{
    const bool drops = call.has(u"drop"_s);
    Desk desk(call, drops ? Workspace::Mode::Write : Workspace::Mode::WriteOrRead);
    if (drops) {
        const QList<KeptSupplement> kept = keptSupplements(desk.workspace());
        const auto found = std::find_if(kept.begin(), kept.end(), [&](const KeptSupplement& each) { return each.inForce && shortBodyName(each.supplement.from) == shortBodyName(call.value(u"drop"_s)); });
        dropSupplement(desk.workspace(), found == kept.end() ? QString() : found->notice.call, call.value(u"drop"_s));
    }
    QJsonArray json;
    const QList<KeptSupplement> kept = keptSupplements(desk.workspace());
    for (const KeptSupplement& each : kept) {
        QJsonObject one = parseJsonObject(each.notice.data, each.notice.body);
        one.insert(u"inForce"_s, each.inForce);
        one.insert(u"setAside"_s, each.notice.isSetAside() ? QJsonValue(each.notice.setAside.toString(Qt::ISODate)) : QJsonValue());
        json.append(one);
        if (!call.has(u"json"_s))
            print(supplementSource(each.supplement).in(language()) + u"  "_s
                  + (each.inForce ? text(u"现行", u"in force") : each.notice.isSetAside() ? text(u"已停用", u"taken off") : text(u"已被代替或废止", u"replaced or repealed")).in(language()));
    }
    if (call.has(u"json"_s))
        printJson({{u"supplements"_s, json}});
    else if (kept.isEmpty())
        print(text(u"没有采用过补充通知。", u"No notice was taken over.").in(language()));
    return Fine;
}

QJsonArray deadlinesJson(const CallFacts& facts)
{
    QJsonArray json;
    for (const CallFacts::Deadline& each : facts.deadlines) {
        const CallFacts::Amendment* const amendment = facts.amendmentOf(each);
        json.append(QJsonObject{{u"label"_s, each.label.in(language())}, {u"at"_s, each.at.toString(Qt::ISODate)}, {u"source"_s, facts.sourceOf(each).in(language())}, {u"local"_s, amendment && amendment->local}});
    }
    return json;
}

int facts(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.first());
    const Dossier& content = dossier->editor().dossier();
    const LocalFacts local = localFactsOf(desk.workspace(), content, dossier->pack());
    const QString name = paperFileName(dossier->pack(), local.facts, u"dossier"_s, content);
    if (!call.has(u"json"_s)) {
        for (const CallFacts::Deadline& each : local.facts.deadlines)
            print(each.at.toString(u"yyyy-MM-dd HH:mm"_s) + u"  "_s + each.label.in(language()) + u"  "_s + local.facts.sourceOf(each).in(language()));
        print(text(u"文件命名：", u"File name: ").in(language()) + name);
        if (local.supplement)
            print(supplementText(*local.supplement, dossier->pack()));
        return Fine;
    }
    QJsonObject copies;
    const QJsonObject materials = local.facts.raw.value("materials"_L1).toObject();
    for (auto each = materials.begin(); each != materials.end(); ++each)
        if (each.value()["from"_L1].toString() == u"applicant")
            copies.insert(each.key(), each.value()["copies"_L1]);
    QJsonObject json{{u"call"_s, dossier->pack().id}, {u"formHash"_s, QString::fromLatin1(dossier->pack().formHash.toHex())}, {u"deadlines"_s, deadlinesJson(local.facts)}, {u"copies"_s, copies}, {u"fileName"_s, name}, {u"supplement"_s, QJsonValue()}};
    if (local.supplement) {
        QJsonObject supplement = parseJsonObject(supplementJson(*local.supplement), local.supplement->from);
        supplement.insert(u"source"_s, supplementSource(*local.supplement).in(language()));
        json.insert(u"supplement"_s, supplement);
    }
    printJson(json);
    return Fine;
}

int listThem(const Call& call)
{
    return withErrorJson(call, [&] { return supplements(call); });
}

int factsOf(const Call& call)
{
    return withErrorJson(call, [&] { return facts(call); });
}

} // namespace

int takeSupplementOver(const Call& call)
{
    return takeOver(call);
}

QList<Command> supplementCommands()
{
    return {
        deskCommand(u"dossier supplements"_s, {}, 0, text(u"采用过的推荐单位补充通知；可停用", u"the notices of recommending bodies that were taken over; one can be taken off"),
                    {{u"drop"_s, u"BODY"_s, text(u"停用这个推荐单位现行的补充通知，恢复按申报通知", u"take the notice of this body off: the call holds again")}},
                    {u"dossier supplements --json"_s, u"dossier supplements --drop 某推荐单位"_s}, listThem),
        deskCommand(u"dossier facts"_s, u"ID"_s, 1, text(u"这份申报书的期限、份数、文件命名和各自的依据，补充通知的标明本地", u"dates, copies and the file name for a dossier, with their sources; what a body's notice says is marked as local"), {},
                    {u"dossier facts 3f2a --json"_s}, factsOf),
    };
}

} // namespace jz::cli
