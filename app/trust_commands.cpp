// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/signing_identity.h"
#include "model/base/counted_text.h"

#include "model/procedure/participants_list.h"
#include "model/procedure/trust_desk.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QString day(const QDateTime& moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd"_s);
}

QJsonValue textOrNull(const QString& written)
{
    return written.isEmpty() ? QJsonValue() : QJsonValue(written);
}

/// `listed`, `ended` (its last day, or the office's trust it rested on, is past), `removed`.
QString stateOf(const TrustRecord& record, bool counts)
{
    return record.isRemoved() ? u"removed"_s : counts ? u"listed"_s : u"ended"_s;
}

QJsonObject recordJson(const TrustRecord& record, const QString& state, Workspace& workspace)
{
    const CertificateSummary summary = summaryOfCertificate(record.certificate, record.fingerprint);
    const auto list = record.list ? workspace.trust().participants(record.list) : std::nullopt;
    return {{u"fingerprint"_s, record.fingerprint},
            {u"kind"_s, record.kind},
            {u"name"_s, record.name},
            {u"holder"_s, summary.holder},
            {u"issuer"_s, summary.issuer},
            {u"validFrom"_s, summary.validFrom.toString(Qt::ISODate)},
            {u"validTo"_s, summary.validTo.toString(Qt::ISODate)},
            {u"rests"_s, record.rests},
            {u"by"_s, record.by},
            {u"at"_s, record.at.toString(Qt::ISODate)},
            {u"until"_s, textOrNull(record.until.toString(Qt::ISODate))},
            {u"list"_s, list ? QJsonValue(list->number) : QJsonValue()},
            {u"state"_s, state},
            {u"removed"_s, record.isRemoved() ? QJsonValue(QJsonObject{{u"by"_s, record.removedBy},
                                                                       {u"at"_s, record.removed.toString(Qt::ISODate)},
                                                                       {u"why"_s, record.why}})
                                              : QJsonValue()}};
}

void printRecord(const TrustRecord& record, const QString& state)
{
    const CertificateSummary summary = summaryOfCertificate(record.certificate, record.fingerprint);
    print(trustEntryOf(record).words().in(language()));
    print(LocalizedText{u"    指纹 %1  证书有效期至 %2%3"_s, u"    fingerprint %1  certificate valid to %2%3"_s}
              .arg(record.fingerprint, day(summary.validTo),
                   record.until.isValid() ? LocalizedText{u"  信任截止 %1"_s, u"  trusted until %1"_s}.arg(record.until.toString(Qt::ISODate))
                                          : LocalizedText())
              .in(language()));
    if (record.isRemoved())
        print(LocalizedText{u"    已由%1于 %2 移出：%3"_s, u"    removed by %1 on %2: %3"_s}.arg(record.removedBy, day(record.removed), record.why).in(language()));
    else if (state == u"ended")
        print(text(u"    信任已到期，或其所依据的办公室证书已不可信", u"    its trust has ended, or that of the office it rests on").in(language()));
}

TrustOrder orderOf(const Call& call)
{
    TrustOrder order;
    order.file = call.inputs.first();
    order.name = call.value(u"name"_s);
    order.rests = call.value(u"rests"_s);
    if (call.has(u"until"_s))
        order.until = call.dateTime(u"until"_s).date();
    if (!call.has(u"kind"_s))
        return order;
    order.kind = trustKindOf(call.value(u"kind"_s));
    if (!order.kind)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"--kind 只能是 authority（证书机构）、office（办公室）、body（推荐单位）、expert（专家）或 signer（签名人），不能是“%1”。"_s,
                                  u"--kind takes authority, office, body, expert or signer, not “%1”."_s}
                        .arg(call.value(u"kind"_s)),
                    u"kind"_s);
    return order;
}

int addAndTell(const Call& call)
{
    const TrustOrder order = orderOf(call);
    Desk desk(call, Workspace::Mode::Write);
    const QList<ListedCertificate> added = addTrusted(desk.workspace(), order, desk.person());
    QJsonArray json;
    for (const ListedCertificate& one : added) {
        const TrustRecord record = findTrusted(desk.workspace(), one.record.fingerprint);
        QJsonObject object = recordJson(record, u"listed"_s, desk.workspace());
        object.insert(u"new"_s, one.isNew);
        QJsonArray warnings;
        for (const LocalizedText& warning : one.warnings) {
            warnings.append(warning.in(language()));
            complain(warning.in(language()));
        }
        object.insert(u"warnings"_s, warnings);
        json.append(object);
        if (call.has(u"json"_s))
            continue;
        print(one.isNew ? text(u"已列为可信：", u"Trusted from now on:").in(language()) : text(u"早已列入，没有改动：", u"Listed already, nothing changed:").in(language()));
        printRecord(record, u"listed"_s);
    }
    if (call.has(u"json"_s))
        printJson({{u"file"_s, order.file}, {u"added"_s, json}});
    return Fine;
}

int listAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    QSet<qint64> counting;
    for (const TrustRecord& record : trustedOn(QDate::currentDate(), desk.workspace()))
        counting.insert(record.key);
    QJsonArray json;
    const QList<TrustRecord> all = call.has(u"all"_s) ? desk.workspace().trust().all() : desk.workspace().trust().listed();
    for (const TrustRecord& record : all) {
        const QString state = stateOf(record, counting.contains(record.key));
        json.append(recordJson(record, state, desk.workspace()));
        if (!call.has(u"json"_s))
            printRecord(record, state);
    }
    if (call.has(u"json"_s))
        printJson({{u"trusted"_s, json}});
    else if (all.isEmpty())
        print(text(u"还没有可信签名人。用 trust add 列入证书，先与对方电话核对指纹。", u"Nobody is trusted yet. List a certificate with trust add, after comparing its fingerprint by telephone.")
                  .in(language()));
    return Fine;
}

int removeAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const TrustRecord record = findTrusted(desk.workspace(), call.inputs.first());
    const int fell = desk.workspace().trust().remove(record, desk.person(), call.value(u"why"_s));
    if (call.has(u"json"_s)) {
        printJson({{u"removed"_s, record.fingerprint}, {u"name"_s, record.name}, {u"alsoRemoved"_s, fell}});
        return Fine;
    }
    print(LocalizedText{u"已移出“%1”（%2）。列入和移出的记录仍保留，可用 trust list --all 查看。"_s,
                        u"Removed “%1” (%2). The record of both stays: see trust list --all."_s}
              .arg(record.name, record.fingerprint.left(16))
              .in(language()));
    if (fell > 0)
        print(CountedText{u"由它签发的参与方名单列入的 %1 张证书一并移出。"_s, u"%1 {certificate|certificates} from participants' lists that it signed {was|were} removed with it."_s}
                  .arg(QString::number(fell))
                  .in(language()));
    return Fine;
}

/// The number of the next list: one more than that of the last one taken in here.
int nextNumber(const Call& call, Workspace& workspace)
{
    if (!call.has(u"number"_s)) {
        const auto last = workspace.trust().participants(call.value(u"call"_s));
        return last ? last->number + 1 : 1;
    }
    return call.value(u"number"_s).toInt();
}

QJsonObject listJson(const ParticipantsList& list)
{
    QJsonArray entries;
    for (const Participant& one : list.entries)
        entries.append(QJsonObject{{u"name"_s, one.name},
                                   {u"kind"_s, trustKindName(one.kind)},
                                   {u"fingerprint"_s, summaryOfCertificate(one.certificate, one.name).fingerprint}});
    return {{u"call"_s, list.callId},
            {u"number"_s, list.number},
            {u"issued"_s, list.issued.toString(Qt::ISODate)},
            {u"office"_s, list.office},
            {u"entries"_s, entries}};
}

int newListAndTell(const Call& call)
{
    const QDateTime time = call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime();
    ParticipantsList list;
    list.callId = call.value(u"call"_s);
    list.issued = time.date();
    list.entries = readParticipantsTable(call.inputs.at(0));
    const Identity office = identityOf(call);
    list.office = office.name();
    {
        Desk desk(call, Workspace::Mode::WriteOrRead);
        list.number = nextNumber(call, desk.workspace());
    }
    writeParticipantsList(list, office, time, call.inputs.at(1));
    if (call.has(u"json"_s)) {
        QJsonObject json = listJson(list);
        json.insert(u"out"_s, call.inputs.at(1));
        json.insert(u"signer"_s, office.fingerprint());
        printJson(json);
        return Fine;
    }
    print(CountedText{u"已写入参与方名单第 %2 号：%1（%3 个参与方，由“%4”签名）\n办公室证书指纹（各单位首次导入前电话核对）：%5"_s,
                        u"Wrote participants' list number %2: %1 (%3 {entry|entries}, signed by “%4”)\nFingerprint of the office's certificate, to be compared by telephone before the first import: %5"_s}
              .arg(call.inputs.at(1), QString::number(list.number), QString::number(list.entries.size()), office.name(), office.fingerprint())
              .in(language()));
    return Fine;
}

int importListAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const ImportedList imported = importParticipantsList(call.inputs.first(), desk.workspace(), desk.person());
    for (const LocalizedText& warning : imported.warnings)
        complain(warning.in(language()));
    if (call.has(u"json"_s)) {
        QJsonObject json = listJson(imported.list);
        json.insert(u"signer"_s, imported.signer);
        json.insert(u"new"_s, imported.isNew);
        json.insert(u"replaced"_s, imported.replaced > 0 ? QJsonValue(imported.replaced) : QJsonValue());
        printJson(json);
        return Fine;
    }
    const QString number = QString::number(imported.list.number);
    if (!imported.isNew)
        print(LocalizedText{u"第 %1 号名单早已导入，没有改动。"_s, u"List number %1 is imported already; nothing changed."_s}.arg(number).in(language()));
    else
        print(CountedText{u"已导入参与方名单第 %1 号（“%2”签名）：%3 张证书列为可信%4。"_s,
                            u"Imported participants' list number %1, signed by “%2”: %3 {certificate is|certificates are} trusted now%4."_s}
                  .arg(number, imported.signer, QString::number(imported.list.entries.size()),
                       imported.replaced > 0 ? LocalizedText{u"，代替第 %1 号"_s, u", in the place of number %1"_s}.arg(QString::number(imported.replaced))
                                             : LocalizedText())
                  .in(language()));
    for (const Participant& one : imported.list.entries)
        print(u"  "_s + trustKindWord(one.kind).in(language()) + u"  "_s + one.name);
    return Fine;
}

int newList(const Call& call)
{
    return withErrorJson(call, [&] { return newListAndTell(call); });
}

int importList(const Call& call)
{
    return withErrorJson(call, [&] { return importListAndTell(call); });
}

int add(const Call& call)
{
    return withErrorJson(call, [&] { return addAndTell(call); });
}

int list(const Call& call)
{
    return withErrorJson(call, [&] { return listAndTell(call); });
}

int remove(const Call& call)
{
    return withErrorJson(call, [&] { return removeAndTell(call); });
}

} // namespace

QList<Command> trustCommands()
{
    return {
        deskCommand(u"trust add"_s, u"CERTIFICATE"_s, 1,
                    text(u"把证书（PEM、DER、P7B）列为可信签名人；先与对方电话核对指纹",
                         u"list a certificate (PEM, DER, P7B) as trusted; compare its fingerprint by telephone first"),
                    {{u"kind"_s, u"KIND"_s,
                      text(u"authority（证书机构，信任它签发的证书）、office（办公室）、body（推荐单位）、expert（专家）、signer（签名人）；不给则按证书判断",
                           u"authority (whatever it issued), office, body, expert, signer; as the certificate says when not given")},
                     {u"name"_s, u"NAME"_s, text(u"单位或人的名称；不给则用证书上的", u"what to call the holder; as the certificate does when not given")},
                     {u"rests"_s, u"TEXT"_s, text(u"依据，例如“电话核对指纹”", u"on what trust rests, e.g. “fingerprint compared by telephone”")},
                     {u"until"_s, u"ISO"_s, text(u"信任截止日期，如 2030-12-31", u"the last day of trust, e.g. 2030-12-31")}},
                    {u"trust add 省科协.cer --kind body --rests 电话核对指纹 --operator 张三"_s, u"trust add 证书机构.p7b --json"_s}, add),
        deskCommand(u"trust list"_s, {}, 0, text(u"可信签名人，各附依据", u"who is trusted, and on what that rests"),
                    {{u"all"_s, {}, text(u"连同已移出的", u"those that were removed, too")}}, {u"trust list"_s, u"trust list --all --json"_s}, list),
        deskCommand(u"trust remove"_s, u"FINGERPRINT"_s, 1, text(u"把证书移出可信签名人；记录仍保留", u"trust a certificate no longer; the record stays"),
                    {{u"why"_s, u"TEXT"_s, text(u"原因", u"the reason"), true}},
                    {u"trust remove 3fa94c01 --why 密钥遗失"_s}, remove),
        deskCommand(u"trust participants new"_s, u"TABLE.csv OUT.pdf"_s, 2,
                    text(u"（办公室）由表格（名称,类别,证书）制作并签署参与方名单", u"(office) make and sign a participants' list from a table (name,kind,certificate)"),
                    QList<Option>{{u"call"_s, u"ID"_s, text(u"申报通知编号", u"id of the call"), true},
                     {u"number"_s, u"N"_s, text(u"第几号，1–99；不给则为本资料库已导入的号数加一", u"number of the list, 1–99; one more than that imported here when not given")},
                     {u"date"_s, u"ISO"_s, text(u"签发日期；不给则为今天", u"date of issue; today when not given")}}
                        + identityOptions(),
                    {u"trust participants new 参与方.csv 参与方名单.pdf --call CALL --identity 办公室.p12 --passphrase-file 口令.txt"_s,
                     u"trust participants new 参与方.csv 参与方名单.pdf --call CALL --token /usr/lib/opensc-pkcs11.so --pin-file PIN.txt"_s},
                    newList),
        deskCommand(u"trust participants import"_s, u"LIST.pdf"_s, 1,
                    text(u"导入办公室签署的参与方名单；先把办公室的证书列为可信（trust add --kind office）",
                         u"take in a participants' list signed by the office, whose certificate is listed first (trust add --kind office)"),
                    {}, {u"trust participants import 参与方名单.pdf"_s}, importList),
    };
}

} // namespace jz::cli
