// SPDX-License-Identifier: Apache-2.0
#include "model/signature/trust_list.h"

#include "model/base/sha256.h"
#include "model/signature/certificate_file.h"

#include <QFileInfo>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    TrustKind kind;
    QString name;
    LocalizedText word;
};

const std::array<Kind, 5>& kinds()
{
    static const std::array<Kind, 5> all{{
        {TrustKind::Authority, u"authority"_s, {u"证书机构"_s, u"certificate authority"_s}},
        {TrustKind::Office, u"office"_s, {u"办公室"_s, u"office"_s}},
        {TrustKind::Body, u"body"_s, {u"推荐单位"_s, u"recommending body"_s}},
        {TrustKind::Expert, u"expert"_s, {u"专家"_s, u"expert"_s}},
        {TrustKind::Signer, u"signer"_s, {u"签名人"_s, u"signer"_s}},
    }};
    return all;
}

} // namespace

QString trustKindName(TrustKind kind)
{
    return kinds().at(size_t(kind)).name;
}

std::optional<TrustKind> trustKindOf(const QString& name)
{
    for (const Kind& kind : kinds()) {
        if (kind.name == name)
            return kind.kind;
    }
    return std::nullopt;
}

LocalizedText trustKindWord(TrustKind kind)
{
    return kinds().at(size_t(kind)).word;
}

QString TrustEntry::fingerprint() const
{
    return QString::fromLatin1(sha256(certificate).toHex());
}

LocalizedText TrustEntry::words() const
{
    if (!file.isEmpty())
        return LocalizedText{u"%1“%2”，由本次指定的文件 %3 给出"_s, u"%1 “%2”, from the file %3 named for this call"_s}.arg(
            trustKindWord(kind), name, file);
    const LocalizedText listed = LocalizedText{u"%1“%2”，%3于 %4 列入"_s, u"%1 “%2”, listed by %3 on %4"_s}.arg(
        trustKindWord(kind), name, by, at.toLocalTime().toString(u"yyyy-MM-dd"_s));
    return rests.isEmpty() ? listed : LocalizedText{u"%1（%2）"_s, u"%1 (%2)"_s}.arg(listed, rests);
}

QJsonObject toJson(const TrustEntry& entry)
{
    return {{u"kind"_s, trustKindName(entry.kind)},
            {u"holder"_s, entry.name},
            {u"fingerprint"_s, entry.fingerprint()},
            {u"by"_s, entry.by},
            {u"at"_s, entry.at.isValid() ? QJsonValue(entry.at.toString(Qt::ISODate)) : QJsonValue()},
            {u"rests"_s, entry.rests},
            {u"file"_s, entry.file.isEmpty() ? QJsonValue() : QJsonValue(entry.file)}};
}

TrustEntry trustEntryFrom(const QJsonObject& json)
{
    TrustEntry entry;
    entry.kind = trustKindOf(json.value(u"kind"_s).toString()).value_or(TrustKind::Signer);
    entry.name = json.value(u"holder"_s).toString();
    entry.by = json.value(u"by"_s).toString();
    entry.at = QDateTime::fromString(json.value(u"at"_s).toString(), Qt::ISODate);
    entry.rests = json.value(u"rests"_s).toString();
    entry.file = json.value(u"file"_s).toString();
    return entry;
}

void TrustList::add(const QByteArray& certificate, const QString& file)
{
    const CertificateSummary summary = summaryOfCertificate(certificate, file.isEmpty() ? u"certificate"_s : file);
    TrustEntry entry;
    entry.certificate = certificate;
    entry.kind = summary.isAuthority ? TrustKind::Authority : TrustKind::Signer;
    entry.name = summary.holder;
    entry.file = file;
    if (!find(certificate))
        m_entries.append(entry);
}

void TrustList::addFile(const QString& path)
{
    const QList<QByteArray> certificates = readCertificates(path);
    for (const QByteArray& certificate : certificates)
        add(certificate, QFileInfo(path).fileName());
}

const TrustEntry* TrustList::find(const QByteArray& certificate) const
{
    for (const TrustEntry& entry : m_entries) {
        if (entry.certificate == certificate)
            return &entry;
    }
    return nullptr;
}

} // namespace jz
