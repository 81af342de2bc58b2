// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/procedure/participants_list.h"
#include "model/procedure/trust_desk.h"
#include "model/signature/signature_role.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString& pdf, const LocalizedText& why)
{
    throw Error(ErrorCode::Unusable, LocalizedText{u"没有导入名单“%1”：%2"_s, u"The list “%1” was not imported: %2"_s}.arg(pdf, why), pdf);
}

LocalizedText firstProblem(const VerificationReport& report)
{
    for (const SignatureReport& signature : report.signatures) {
        if (verdictOn(signature) == report.verdict && !signature.problems.isEmpty())
            return signature.problems.last().message;
    }
    return report.problems.isEmpty() ? LocalizedText() : report.problems.first().message;
}

/// The office's signature: one, in its field, over the whole file.
SignatureReport requireWhole(const QString& pdf, const VerificationReport& report)
{
    const bool isUnsigned = report.verdict == Verdict::Unsigned || report.verdict == Verdict::Marked;
    if (isUnsigned)
        refuse(pdf, {u"它没有签名。请向办公室索取签名后的名单。"_s, u"it is not signed. Ask the office for the signed one."_s});
    const bool isWhole = report.verdict == Verdict::Valid || report.verdict == Verdict::Untrusted;
    if (!isWhole)
        refuse(pdf, LocalizedText{u"签名后被改动，或签名不成立。%1请向办公室重新索取。"_s,
                                  u"it was altered after it was signed, or its signature does not hold. %1 Ask the office for it again."_s}
                        .arg(firstProblem(report)));
    const SignatureReport& signature = report.signatures.first();
    const bool isAlone = report.signatures.size() == 1 && signature.field == applicantFieldName()
                         && signature.covers == Coverage::File && signature.changes == ChangesSince::None;
    if (!isAlone)
        refuse(pdf, {u"文件在办公室签名之后还附加了内容。请向办公室索取原始文件。"_s,
                     u"something was added behind the office's signature. Ask the office for the original file."_s});
    return signature;
}

void requireOffice(const QString& pdf, const SignatureReport& signature, Workspace& workspace)
{
    const QList<TrustRecord> trusted = trustedOn(QDate::currentDate(), workspace);
    const auto byHand = std::find_if(trusted.begin(), trusted.end(), [&](const TrustRecord& record) {
        return record.fingerprint == signature.fingerprint && record.list == 0;
    });
    const bool isOffice = byHand != trusted.end() && byHand->kind == trustKindName(TrustKind::Office);
    if (!isOffice)
        refuse(pdf, LocalizedText{u"它由“%1”签名，而该证书没有列为办公室的证书。请先与办公室电话核对指纹 %2，再用 trust add 证书 --kind office 列入，"
                                  "然后重新导入。"_s,
                                  u"it is signed by “%1”, whose certificate is not listed as an office's. Compare the fingerprint %2 with the office by "
                                  "telephone, list it with trust add CERTIFICATE --kind office, and import again."_s}
                        .arg(signature.signer, signature.fingerprint));
    if (!signature.trusted)
        refuse(pdf, LocalizedText{u"办公室的证书“%1”现在不能用：%2请向办公室索取用新证书签名的名单。"_s,
                                  u"the office's certificate “%1” is of no use now: %2 Ask the office for a list signed with its new one."_s}
                        .arg(signature.signer, signature.problems.isEmpty() ? LocalizedText() : signature.problems.first().message));
}

void requireNewer(const QString& pdf, const ParticipantsList& list, const ParticipantsRecord& last)
{
    const QString had = QString::number(last.number);
    if (list.number < last.number)
        refuse(pdf, LocalizedText{u"它是第 %1 号，而已导入较新的第 %2 号（%3）。不需要再导入旧名单。"_s,
                                  u"it is number %1, and the newer number %2 (%3) is imported already. The older one is of no use."_s}
                        .arg(QString::number(list.number), had, last.issued.toString(Qt::ISODate)));
    if (list.number == last.number)
        refuse(pdf, LocalizedText{u"已导入的第 %1 号名单与它内容不同。同一号数不应有两份，请向办公室核实。"_s,
                                  u"a list of the same number %1 with other content is imported already. Ask the office which one counts."_s}
                        .arg(had));
}

QList<TrustRecord> recordsOf(const ParticipantsList& list, const QString& signer, QList<LocalizedText>& warnings)
{
    QList<TrustRecord> records;
    for (const Participant& one : list.entries) {
        const CertificateSummary summary = summaryOfCertificate(one.certificate, one.name);
        TrustRecord record;
        record.fingerprint = summary.fingerprint;
        record.certificate = one.certificate;
        record.kind = trustKindName(one.kind);
        record.name = one.name;
        record.rests = u"参与方名单第 %1 号，“%2”%3 签发"_s.arg(QString::number(list.number), signer, list.issued.toString(Qt::ISODate));
        records.append(record);
        if (QDateTime::currentDateTimeUtc() > summary.validTo)
            warnings << LocalizedText{u"“%1”的证书已于 %2 过期，已列入，但其签名仍显示为“证书已过期”。"_s,
                                      u"The certificate of “%1” expired on %2: it is listed, yet its signatures show as expired."_s}
                            .arg(one.name, summary.validTo.toString(u"yyyy-MM-dd"_s));
    }
    return records;
}

} // namespace

ImportedList importParticipantsList(const QString& pdf, Workspace& workspace, qint64 person)
{
    const QByteArray hash = sha256OfFile(pdf);
    ImportedList imported;
    imported.list = readParticipantsList(pdf);
    const SignatureReport signature = requireWhole(pdf, verifyPaper(pdf, trustListOf(workspace)).signatures);
    requireOffice(pdf, signature, workspace);
    imported.signer = signature.signer;
    const auto last = workspace.trust().participants(imported.list.callId);
    imported.isNew = !last || last->paper != hash;
    if (!imported.isNew)
        return imported;
    if (last) {
        requireNewer(pdf, imported.list, *last);
        imported.replaced = last->number;
    }
    const QList<TrustRecord> records = recordsOf(imported.list, signature.signer, imported.warnings);
    ParticipantsRecord record;
    record.call = imported.list.callId;
    record.number = imported.list.number;
    record.issued = imported.list.issued;
    record.office = signature.signer;
    record.signer = signature.fingerprint;
    // What is verified and what is kept are the same bytes: the object store names a file by its content.
    record.paper = workspace.objects().add(pdf);
    if (record.paper != hash)
        refuse(pdf, {u"文件在读取时被改动。请再试一次。"_s, u"the file changed while it was read. Try again."_s});
    workspace.trust().replaceParticipants(record, records, person, u"由参与方名单第 %1 号代替"_s.arg(record.number));
    return imported;
}

} // namespace jz
