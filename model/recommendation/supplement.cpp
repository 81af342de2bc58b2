// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/supplement.h"

#include "model/base/json_file.h"
#include "model/call/call_pack_parser.h"
#include "model/call/call_pack_reader.h"
#include "model/recommendation/data_members.h"

#include <QJsonArray>

#include <limits>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr qsizetype mostDeadlines = 20;
constexpr qsizetype mostMaterials = 100;
constexpr qsizetype mostPapers = 100;
constexpr int mostCopies = 999;

const auto kindName = u"supplement"_s;
const auto momentFormat = u"yyyy-MM-ddThh:mm"_s;

LocalizedText kindWord()
{
    return text(u"补充通知", u"supplementary notice");
}

DataPlace placeIn(const QString& subject, const char* list, qsizetype index)
{
    return {subject, kindWord(), QLatin1StringView(list) + u'/' + QString::number(index) + u'/'};
}

const CallPack& callNamed(const QString& id, const QString& subject)
{
    if (const CallPack* const pack = findBuiltInCallPack(id))
        return *pack;
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”是对申报通知“%2”的补充通知，本程序没有它的模板包，没有读入。请安装带有它的版本。"_s,
                              u"“%1” supplements the call “%2”, which is not installed; nothing was taken in. Install a version that has it."_s}
                    .arg(subject, id),
                subject);
}

QString zoneOf(const CallPack& pack)
{
    return pack.facts.raw.value("zone"_L1).toString();
}

void readDeadlines(Supplement& supplement, const QJsonArray& array, const QString& zone, const QString& subject)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const DataMembers members(object, placeIn(subject, "deadlines", i));
        const SupplementDeadline deadline{members.text("of"), callMoment(members.text("at"), zone)};
        if (!deadline.at.isValid())
            members.wrong("at");
        supplement.deadlines << deadline;
    }
}

void readCopies(Supplement& supplement, const QJsonArray& array, const QString& subject)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const DataMembers members(object, placeIn(subject, "copies", i));
        supplement.copies.insert(members.someText("material"), members.number("copies", 0, mostCopies));
    }
}

void readPapers(Supplement& supplement, const QJsonArray& array, const QString& subject)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const DataMembers members(object, placeIn(subject, "papers", i));
        supplement.papers << ExtraPaper{members.someText("title"), members.text("remark")};
    }
}

} // namespace

bool Supplement::isEmpty() const
{
    return !repeals && deadlines.isEmpty() && copies.isEmpty() && papers.isEmpty() && mailbox.isEmpty() && address.isEmpty() && fileName.isEmpty() && words.isEmpty();
}

Supplement newSupplement(const CallPack& pack, const QString& body, const QString& bodyKind, int number)
{
    Supplement supplement;
    supplement.callId = pack.id;
    supplement.formHash = pack.formHash;
    supplement.from = body;
    supplement.bodyKind = bodyKind;
    supplement.number = number;
    supplement.issued = QDate::currentDate();
    return supplement;
}

QByteArray supplementJson(const Supplement& supplement)
{
    QJsonArray deadlines;
    for (const SupplementDeadline& each : supplement.deadlines)
        deadlines.append(QJsonObject{{u"of"_s, each.of}, {u"at"_s, each.at.toString(momentFormat)}});
    QJsonArray copies;
    for (auto each = supplement.copies.begin(); each != supplement.copies.end(); ++each)
        copies.append(QJsonObject{{u"material"_s, each.key()}, {u"copies"_s, each.value()}});
    QJsonArray papers;
    for (const ExtraPaper& each : supplement.papers)
        papers.append(QJsonObject{{u"title"_s, each.title}, {u"remark"_s, each.remark}});
    return canonicalJson({{u"format"_s, knownFormat},
                          {u"kind"_s, kindName},
                          {u"call"_s, QJsonObject{{u"id"_s, supplement.callId}, {u"formHash"_s, QString::fromLatin1(supplement.formHash.toHex())}}},
                          {u"from"_s, supplement.from},
                          {u"bodyKind"_s, supplement.bodyKind},
                          {u"contact"_s, supplement.contact},
                          {u"number"_s, supplement.number},
                          {u"issued"_s, supplement.issued.toString(Qt::ISODate)},
                          {u"repeals"_s, supplement.repeals},
                          {u"deadlines"_s, deadlines},
                          {u"copies"_s, copies},
                          {u"papers"_s, papers},
                          {u"mailbox"_s, supplement.mailbox},
                          {u"address"_s, supplement.address},
                          {u"fileName"_s, supplement.fileName},
                          {u"words"_s, supplement.words}});
}

Supplement parseSupplement(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, kindWord(), {}};
    requireKindAndFormat(object, kindName, knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, kindWord(), u"call/"_s});
    Supplement supplement;
    supplement.callId = callMembers.someText("id");
    supplement.formHash = callMembers.hash("formHash");
    supplement.from = members.someText("from");
    supplement.bodyKind = members.text("bodyKind");
    supplement.contact = members.text("contact");
    supplement.number = members.number("number", 1, std::numeric_limits<int>::max());
    supplement.issued = members.date("issued", true);
    supplement.repeals = members.truth("repeals");
    readDeadlines(supplement, members.array("deadlines", mostDeadlines), zoneOf(callNamed(supplement.callId, subject)), subject);
    readCopies(supplement, members.array("copies", mostMaterials), subject);
    readPapers(supplement, members.array("papers", mostPapers), subject);
    supplement.mailbox = members.text("mailbox");
    supplement.address = members.text("address");
    supplement.fileName = members.text("fileName");
    supplement.words = members.text("words");
    return supplement;
}

} // namespace jz
