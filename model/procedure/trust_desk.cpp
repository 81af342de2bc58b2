// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/trust_desk.h"

#include "model/base/error.h"
#include "model/signature/delivery_mark.h"

#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestDigits = 8;

[[noreturn]] void misused(const LocalizedText& message, const QString& subject)
{
    throw Error(ErrorCode::Usage, message, subject);
}

void requirePossible(const TrustOrder& order, const QList<QByteArray>& certificates)
{
    if (order.until.isValid() && order.until < QDate::currentDate())
        misused(LocalizedText{u"截止日期 %1 已经过去，没有列入。请写今天或以后的日期，或不写。"_s,
                              u"The last day %1 is past; nothing was listed. Give today or a later day, or none."_s}
                    .arg(order.until.toString(Qt::ISODate)),
                u"until"_s);
    if (certificates.size() > 1 && (order.kind || !order.name.isEmpty()))
        misused(LocalizedText{u"“%1”里有 %2 张证书，不能统一指定类别或名称，没有列入。请逐张导出后分别列入，或不指定。"_s,
                              u"There are %2 certificates in “%1”, which cannot be given one kind or name; nothing was listed. List them one by "
                              "one, or give neither."_s}
                    .arg(order.file, QString::number(certificates.size())),
                order.file);
}

void requireOfUnit(const QByteArray& certificate, const CertificateSummary& summary, const TrustOrder& order)
{
    if (isDeliveryMark(certificate))
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"“%1”是传输校验的证书，不代表任何单位，不能列为可信签名人。请向对方索取单位的签名证书。"_s,
                                  u"“%1” is the certificate of a delivery mark, which stands for no unit and is not to be trusted. Ask for the "
                                  "unit's signing certificate."_s}
                        .arg(order.file),
                    order.file);
    if (order.kind == TrustKind::Authority && !summary.isAuthority)
        misused(LocalizedText{u"“%1”（%2）不是证书机构的证书，不能为别的证书担保，没有列入。请改用 signer 等其他类别，或索取机构的证书。"_s,
                              u"“%1” (%2) is no authority's certificate and vouches for no other; it was not listed. Use another kind such as "
                              "signer, or ask for the authority's certificate."_s}
                    .arg(order.file, summary.holder),
                order.file);
}

QList<LocalizedText> warningsAbout(const TrustRecord& record, const CertificateSummary& summary)
{
    QList<LocalizedText> warnings;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now > summary.validTo)
        warnings << LocalizedText{u"证书“%1”已于 %2 过期：已列入，但用它的签名仍显示为“证书已过期”。请向对方索取新证书。"_s,
                                  u"The certificate “%1” expired on %2: it is listed, yet its signatures show as expired. Ask for the new one."_s}
                        .arg(summary.holder, summary.validTo.toString(u"yyyy-MM-dd"_s));
    if (now < summary.validFrom)
        warnings << LocalizedText{u"证书“%1”自 %2 起才有效。"_s, u"The certificate “%1” is valid only from %2 on."_s}.arg(
            summary.holder, summary.validFrom.toString(u"yyyy-MM-dd"_s));
    if (record.kind == trustKindName(TrustKind::Authority))
        warnings << LocalizedText{u"“%1”列为证书机构：它签发的所有证书都将视为可信。"_s,
                                  u"“%1” is listed as an authority: every certificate that it issued counts as trusted."_s}
                        .arg(summary.holder);
    if (record.rests.isEmpty())
        warnings << LocalizedText{u"没有写明依据。请先与对方电话核对指纹 %1，并用 --rests 写明。"_s,
                                  u"Nothing was said on what trust rests. Compare the fingerprint %1 by telephone first, and say so with --rests."_s}
                        .arg(summary.fingerprint);
    return warnings;
}

bool sameListing(const TrustRecord& a, const TrustRecord& b)
{
    return a.kind == b.kind && a.name == b.name && a.rests == b.rests && a.until == b.until;
}

ListedCertificate listOne(Workspace& workspace, const QByteArray& certificate, const TrustOrder& order, qint64 person)
{
    ListedCertificate result;
    result.summary = summaryOfCertificate(certificate, order.file);
    const TrustKind usual = result.summary.isAuthority ? TrustKind::Authority : TrustKind::Signer;
    TrustRecord& record = result.record;
    record.fingerprint = result.summary.fingerprint;
    record.certificate = certificate;
    record.kind = trustKindName(order.kind.value_or(usual));
    record.name = order.name.isEmpty() ? result.summary.holder : order.name;
    record.rests = order.rests;
    record.until = order.until;
    result.warnings = warningsAbout(record, result.summary);
    const QList<TrustRecord> listed = workspace.trust().listed();
    for (const TrustRecord& earlier : listed) {
        if (earlier.fingerprint != record.fingerprint || earlier.list)
            continue;
        result.isNew = !sameListing(earlier, record);
        if (result.isNew)
            workspace.trust().replace(earlier, record, person, u"重新列入"_s);
        return result;
    }
    workspace.trust().add(record, person);
    return result;
}

QString digitsOf(const QString& fingerprint)
{
    return QString(fingerprint).remove(u' ').remove(u':').toLower();
}

} // namespace

TrustEntry trustEntryOf(const TrustRecord& record)
{
    return {record.certificate, trustKindOf(record.kind).value_or(TrustKind::Signer), record.name, record.by, record.at, record.rests, {}};
}

QList<TrustRecord> trustedOn(QDate day, Workspace& workspace)
{
    const QList<TrustRecord> listed = workspace.trust().listed();
    QSet<QString> offices;
    for (const TrustRecord& record : listed) {
        if (record.list == 0 && record.kind == trustKindName(TrustKind::Office) && record.counts(day))
            offices.insert(record.fingerprint);
    }
    QList<TrustRecord> trusted;
    for (const TrustRecord& record : listed) {
        const auto list = record.list ? workspace.trust().participants(record.list) : std::nullopt;
        if (record.counts(day) && (!list || offices.contains(list->signer)))
            trusted.append(record);
    }
    return trusted;
}

TrustList trustListOf(Workspace& workspace, QDate today)
{
    TrustList trust;
    for (const TrustRecord& record : trustedOn(today, workspace))
        trust.add(trustEntryOf(record));
    return trust;
}

QList<ListedCertificate> addTrusted(Workspace& workspace, const TrustOrder& order, qint64 person)
{
    const QList<QByteArray> certificates = readCertificates(order.file);
    requirePossible(order, certificates);
    for (const QByteArray& certificate : certificates)
        requireOfUnit(certificate, summaryOfCertificate(certificate, order.file), order);
    QList<ListedCertificate> listed;
    for (const QByteArray& certificate : certificates)
        listed.append(listOne(workspace, certificate, order, person));
    return listed;
}

TrustRecord findTrusted(Workspace& workspace, const QString& fingerprint)
{
    const QString digits = digitsOf(fingerprint);
    if (digits.size() < fewestDigits)
        misused(LocalizedText{u"“%1”太短：请至少写出指纹的前 8 位。可用 trust list 查看。"_s,
                              u"“%1” is too short: write at least the first 8 digits of the fingerprint. See trust list."_s}
                    .arg(fingerprint),
                fingerprint);
    QList<TrustRecord> found;
    const QList<TrustRecord> listed = workspace.trust().listed();
    for (const TrustRecord& record : listed) {
        if (record.fingerprint.startsWith(digits))
            found.append(record);
    }
    if (found.isEmpty())
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"可信签名人中没有指纹以“%1”开头的证书。可用 trust list 查看。"_s,
                                  u"No certificate whose fingerprint begins with “%1” is listed as trusted. See trust list."_s}
                        .arg(fingerprint),
                    fingerprint);
    for (const TrustRecord& record : std::as_const(found)) {
        if (record.fingerprint != found.first().fingerprint)
            misused(LocalizedText{u"有几张证书的指纹以“%1”开头，请多写几位。"_s, u"Several fingerprints begin with “%1”: write more of it."_s}.arg(
                        fingerprint),
                    fingerprint);
    }
    const auto byHand = std::find_if(found.begin(), found.end(), [](const TrustRecord& record) { return record.list == 0; });
    return byHand == found.end() ? found.first() : *byHand;
}

} // namespace jz
