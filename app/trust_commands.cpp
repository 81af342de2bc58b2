// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"

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
        print(LocalizedText{u"由它签发的参与方名单列入的 %1 张证书一并移出。"_s, u"%1 certificates from participants' lists that it signed were removed with it."_s}
                  .arg(QString::number(fell))
                  .in(language()));
    return Fine;
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
    };
}

} // namespace jz::cli
