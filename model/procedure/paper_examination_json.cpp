// SPDX-License-Identifier: Apache-2.0
#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/base/worker_process.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/paper_examination.h"

#include <QJsonArray>

#include <new>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QJsonObject textJson(const LocalizedText& text)
{
    return {{u"zh"_s, text.zh}, {u"en"_s, text.en}};
}

LocalizedText textFrom(const QJsonValue& json)
{
    return {json[u"zh"].toString(), json[u"en"].toString()};
}

QJsonObject findingJson(const Finding& finding)
{
    return {{u"rule"_s, finding.rule},
            {u"severity"_s, int(finding.severity)},
            {u"field"_s, finding.field},
            {u"row"_s, finding.row ? QJsonValue(*finding.row) : QJsonValue()},
            {u"column"_s, finding.column},
            {u"message"_s, textJson(finding.message)},
            {u"clause"_s, finding.clause},
            {u"waivable"_s, finding.waivable},
            {u"reason"_s, finding.reason}};
}

Finding findingFrom(const QJsonValue& json)
{
    Finding finding;
    finding.rule = json[u"rule"].toString();
    // What is out of range counts as the worst.
    const int severity = json[u"severity"].toInt();
    finding.severity = severity == int(Severity::Hint) ? Severity::Hint : severity == int(Severity::Warning) ? Severity::Warning : Severity::Error;
    finding.field = json[u"field"].toString();
    if (json[u"row"].isDouble())
        finding.row = json[u"row"].toInt();
    finding.column = json[u"column"].toString();
    finding.message = textFrom(json[u"message"]);
    finding.clause = json[u"clause"].toString();
    finding.waivable = json[u"waivable"].toBool();
    finding.reason = json[u"reason"].toString();
    return finding;
}

QJsonArray signersJson(const QList<PaperSigner>& signers)
{
    QJsonArray json;
    for (const PaperSigner& signer : signers)
        json.append(QJsonObject{{u"fingerprint"_s, signer.fingerprint}, {u"forApplicant"_s, signer.forApplicant}, {u"holds"_s, signer.holds}});
    return json;
}

QByteArray fromHex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

TrustList trustFrom(const QJsonArray& json)
{
    TrustList trust;
    for (const QJsonValue& each : json) {
        TrustEntry entry = trustEntryFrom(each.toObject());
        entry.certificate = QByteArray::fromBase64(each[u"certificate"].toString().toLatin1());
        trust.add(entry);
    }
    return trust;
}

} // namespace

QJsonObject examinationJson(const BatchPaper& paper)
{
    QJsonArray findings;
    for (const Finding& finding : paper.findings)
        findings.append(findingJson(finding));
    return {{u"name"_s, paper.name},
            {u"kind"_s, int(paper.kind)},
            {u"standing"_s, int(paper.standing)},
            {u"dossier"_s, paper.isDossier() ? QString::fromUtf8(dossierJson(paper.dossier)) : QString()},
            {u"fingerprint"_s, hexText(paper.fingerprint)},
            {u"sha256"_s, hexText(paper.sha256)},
            {u"title"_s, paper.title},
            {u"applicant"_s, paper.applicant},
            {u"verdict"_s, paper.verdict},
            {u"signature"_s, paper.signature},
            {u"signers"_s, signersJson(paper.signers)},
            {u"dataName"_s, paper.dataName},
            {u"data"_s, QString::fromUtf8(paper.data)},
            {u"sender"_s, paper.sender},
            {u"scanOf"_s, paper.scanOf},
            {u"findings"_s, findings}};
}

BatchPaper examinationFrom(const QJsonObject& json)
{
    BatchPaper paper;
    paper.name = json[u"name"].toString();
    const int kind = json[u"kind"].toInt(-1);
    const int standing = json[u"standing"].toInt(-1);
    if (kind < 0 || kind > int(BatchPaper::Kind::Unknown) || standing < 0 || standing > int(BatchPaper::Standing::NoDossier))
        throw Error(ErrorCode::Malformed, {u"检查程序的回答不完整。"_s, u"The examining program gave no whole answer."_s}, paper.name);
    paper.kind = BatchPaper::Kind(kind);
    paper.standing = BatchPaper::Standing(standing);
    if (paper.isDossier())
        paper.dossier = parseDossierJson(json[u"dossier"].toString().toUtf8(), paper.name);
    paper.fingerprint = fromHex(json[u"fingerprint"]);
    paper.sha256 = fromHex(json[u"sha256"]);
    paper.title = json[u"title"].toString();
    paper.applicant = json[u"applicant"].toString();
    paper.verdict = json[u"verdict"].toString();
    paper.signature = json[u"signature"].toString();
    paper.scanOf = json[u"scanOf"].toString();
    const QJsonArray signers = json[u"signers"].toArray();
    for (const QJsonValue& signer : signers)
        paper.signers << PaperSigner{signer[u"fingerprint"].toString(), signer[u"forApplicant"].toBool(), signer[u"holds"].toBool()};
    paper.dataName = json[u"dataName"].toString();
    paper.data = json[u"data"].toString().toUtf8();
    paper.sender = json[u"sender"].toString();
    const QJsonArray findings = json[u"findings"].toArray();
    for (const QJsonValue& finding : findings)
        paper.findings << findingFrom(finding);
    return paper;
}

QJsonArray trustJson(const TrustList& trust)
{
    QJsonArray entries;
    for (const TrustEntry& entry : trust.entries()) {
        QJsonObject json = toJson(entry);
        json.insert(u"certificate"_s, QString::fromLatin1(entry.certificate.toBase64()));
        entries.append(json);
    }
    return entries;
}

QJsonObject doExaminationJob(const QJsonObject& job)
{
    const QString name = job[u"name"].toString();
    try {
        return examinationJson(examinePaper(job[u"file"].toString(), name, trustFrom(job[u"trust"].toArray())));
    } catch (const Error& error) {
        return workerError(error.naming(name));
    } catch (const std::bad_alloc&) {
        return workerError(Error(ErrorCode::TooLarge,
                                 LocalizedText{u"“%1”过大，内存不足以检查。请确认发来的是申报书本身。"_s,
                                               u"“%1” is too large for the memory there is. Check that the dossier itself was sent."_s}
                                     .arg(name),
                                 name));
    }
}

} // namespace jz
