// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/signature_policy.h"

#include "model/pdf/signature_field_names.h"
#include "model/print/printed_parts.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The unit that signs as the applicant: the first field of its opinion.
QString applicantName(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections) {
        for (const PrintRow& row : section.print) {
            if (row.kind == PrintRow::Kind::Opinion)
                return dossier.text(row.fields.value(0));
        }
    }
    return {};
}

/// The bodies that the dossier names, the recommending one first.
QStringList bodyNames(const Dossier& dossier, const CallPack& pack)
{
    QStringList names;
    for (const Section& section : pack.sections) {
        for (const Field& field : section.fields) {
            if (field.type == FieldType::RecommendingBody && !dossier.text(field.id).isEmpty())
                names.prepend(dossier.text(field.id));
            const QJsonArray joint =
                field.type == FieldType::RecommendingBodies ? dossier.values.value(field.id).toArray() : QJsonArray();
            for (const QJsonValue& name : joint)
                names.append(name.toString());
        }
    }
    return names;
}

bool sameName(const QString& a, const QString& b)
{
    return withoutBlanks(a).compare(withoutBlanks(b), Qt::CaseInsensitive) == 0;
}

class Policy
{
public:
    Policy(const Dossier& dossier, const CallPack& pack, const PaperReport& report)
        : m_pack(pack), m_paper(report), m_report(report.signatures), m_applicant(applicantName(dossier, pack)),
          m_bodies(bodyNames(dossier, pack))
    {
    }

    Findings run()
    {
        addChanges();
        addTextProblems();
        addApplicant();
        addOrder();
        addMissingBodies();
        for (const SignatureReport& signature : m_report.signatures) {
            addClaims(signature);
            addHolder(signature);
            addTime(signature);
            addTrust(signature);
        }
        addDelivery();
        return m_findings;
    }

private:
    void add(const QString& rule, Severity severity, const LocalizedText& message)
    {
        Finding finding;
        finding.rule = rule;
        finding.severity = severity;
        finding.message = message;
        m_findings.append(finding);
    }

    const SignatureReport* signatureIn(const QString& field) const
    {
        for (const SignatureReport& signature : m_report.signatures) {
            if (signature.field == field)
                return &signature;
        }
        return nullptr;
    }

    void addChanges()
    {
        if (m_report.verdict != Verdict::Modified && m_report.verdict != Verdict::Broken)
            return;
        LocalizedText why = m_report.delivery && !m_report.delivery->whole && !m_report.problems.isEmpty() ? m_report.problems.first().message
                                                                                                            : LocalizedText();
        for (const SignatureReport& signature : m_report.signatures) {
            if (verdictOn(signature) == m_report.verdict && !signature.problems.isEmpty())
                why = signature.problems.last().message;
        }
        if (m_report.verdict == Verdict::Modified)
            add(u"paper.changed"_s, Severity::Error,
                {u"文件在签名之后被改动：%1请向发件人索取原始文件。"_s.arg(why.zh),
                 u"The file was changed after it was signed: %1 Ask the sender for the original."_s.arg(why.en)});
        else
            add(u"paper.changed"_s, Severity::Error,
                {u"文件上的签名不成立：%1请向发件人索取原始文件。"_s.arg(why.zh),
                 u"A signature in the file does not hold: %1 Ask the sender for the original."_s.arg(why.en)});
    }

    void addTextProblems()
    {
        for (const Problem& problem : m_report.problems) {
            const bool differs = problem.code == problem::textDiffers || problem.code == problem::textForeign
                                 || problem.code == problem::textInvisible || problem.code == problem::attachmentDiffers;
            const bool isNote = problem.code == problem::textNotComparable || problem.code == problem::fontNotEmbedded;
            if (differs || isNote)
                add(u"paper.text"_s, differs ? Severity::Error : Severity::Hint, problem.message);
        }
    }

    bool needsCertificates() const { return m_pack.facts.signature == SignatureKind::Digital; }

    void addApplicant()
    {
        const bool somebodySigned = !m_report.signatures.isEmpty();
        if (signatureIn(applicantFieldName()))
            return;
        if (somebodySigned)
            add(u"signature.applicant-missing"_s, Severity::Error,
                {u"推荐单位已用证书签名，但申报单位没有签名：推荐单位的签名没有可依据的申报单位签名。请退回核实。"_s,
                 u"A recommending body signed, the applicant did not: its signature rests on no signature of the applicant. "
                 "Return it and ask."_s});
        else if (needsCertificates())
            add(u"signature.applicant-missing"_s, Severity::Error,
                {u"申报单位没有用证书签名，本次申报要求证书签名。"_s,
                 u"The applicant has not signed by certificate, which this call demands."_s});
    }

    QList<const SignatureReport*> bodySignatures() const
    {
        QList<const SignatureReport*> signatures;
        for (int i = 1; i <= recommenderFieldCount; ++i) {
            if (const SignatureReport* body = signatureIn(recommenderFieldName(i)))
                signatures.append(body);
        }
        return signatures;
    }

    void addOrder()
    {
        const SignatureReport* applicant = signatureIn(applicantFieldName());
        for (const SignatureReport* body : bodySignatures()) {
            // Signatures stand in the report in the order of what they cover.
            if (applicant && body < applicant)
                add(u"signature.order"_s, Severity::Error,
                    {u"“%1”的签名早于申报单位的签名，没有覆盖申报单位所签的内容。请退回重新签名。"_s.arg(body->signer),
                     u"“%1” signed before the applicant: its signature does not cover what the applicant signed. Return "
                     "it to be signed again."_s.arg(body->signer)});
        }
    }

    /// The bodies that no signature bears the name of, unless there are as many signatures of others: those may be theirs, and
    /// their names are asked about anyway.
    QStringList missingBodies() const
    {
        QStringList missing = m_bodies;
        qsizetype others = 0;
        for (const SignatureReport* body : bodySignatures()) {
            const bool isNamed = isOneOf(*body, m_bodies);
            others += isNamed ? 0 : 1;
            missing.removeIf([&](const QString& name) { return isOneOf(*body, {name}); });
        }
        return missing.size() <= others ? QStringList() : missing;
    }

    void addMissingBodies()
    {
        const QString names = missingBodies().join(u'、');
        if (names.isEmpty() || (!signatureIn(applicantFieldName()) && !needsCertificates()))
            return;
        add(u"signature.recommender-missing"_s, needsCertificates() ? Severity::Error : Severity::Hint,
            needsCertificates()
                ? LocalizedText{u"推荐单位（%1）没有用证书签名，本次申报要求证书签名。"_s.arg(names),
                                u"The recommending body (%1) has not signed by certificate, which this call demands."_s.arg(names)}
                : LocalizedText{u"文件中没有推荐单位（%1）的证书签名。如对方说已用证书签过，这份文件可能被截去了签名，请索取签名后的"
                                "文件；用纸质盖章的，以纸质原件为准。"_s.arg(names),
                                u"There is no certificate signature of the recommending body (%1). If it says that it signed, the "
                                "signature was cut off: ask for the signed file. Where it sealed on paper, the paper counts."_s
                                    .arg(names)});
    }

    /// By the certificate, or by what a certificate that is listed itself was listed as.
    static bool isOneOf(const SignatureReport& signature, const QStringList& names)
    {
        const bool isListed = signature.basis && signature.basis->kind != TrustKind::Authority;
        return std::any_of(names.begin(), names.end(), [&](const QString& name) {
            return sameName(name, signature.signer) || (isListed && sameName(name, signature.basis->name));
        });
    }

    /// The certificate says who signed; the name written beside it and the time are the signer's own words.
    void addClaims(const SignatureReport& signature)
    {
        if (!signature.intact || signature.signer.isEmpty())
            return;
        if (!signature.claimedName.isEmpty() && !sameName(signature.claimedName, signature.signer))
            add(u"signature.claimed"_s, Severity::Warning,
                {u"签名栏写的是“%1”，证书上的名称是“%2”：以证书为准，请核实。"_s.arg(signature.claimedName, signature.signer),
                 u"The signature says “%1”, its certificate “%2”: the certificate counts. Ask."_s.arg(signature.claimedName,
                                                                                                     signature.signer)});
    }

    void addHolder(const SignatureReport& signature)
    {
        if (!signature.intact || signature.signer.isEmpty() || !isReservedFieldName(signature.field))
            return;
        const bool isApplicant = signature.field == applicantFieldName();
        const QStringList expected = isApplicant ? QStringList{m_applicant} : m_bodies;
        if (!isOneOf(signature, expected))
            add(u"signature.holder"_s, Severity::Warning,
                {u"证书持有人“%1”不是申报书中写明的%2（%3）。请核实签名人是否有权代表该单位。"_s.arg(
                     signature.signer, isApplicant ? u"申报单位"_s : u"推荐单位"_s, expected.join(u'、')),
                 u"The certificate is “%1”'s, the dossier names as %2: %3. Ask whether the signer may sign for it."_s.arg(
                     signature.signer, isApplicant ? u"applicant"_s : u"recommending body"_s, expected.join(u", "_s))});
    }

    /// The time is the signer's word, too: worth asking about when it cannot be.
    void addTime(const SignatureReport& signature)
    {
        if (!signature.intact || !signature.signingTime.isValid())
            return;
        const SignatureReport* applicant = signatureIn(applicantFieldName());
        const QString time = signature.signingTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
        const bool isAhead = signature.signingTime > QDateTime::currentDateTimeUtc().addDays(1);
        const bool isEarlier = applicant && applicant < &signature && applicant->signingTime.isValid()
                               && signature.signingTime < applicant->signingTime;
        if (isAhead)
            add(u"signature.claimed"_s, Severity::Warning,
                {u"“%1”自称的签名时间 %2 还没有到：该时间只是签名人所写，请核实。"_s.arg(signature.signer, time),
                 u"“%1” claims to have signed on %2, which is still to come: the time is only what the signer wrote. Ask."_s.arg(
                     signature.signer, time)});
        else if (isEarlier)
            add(u"signature.claimed"_s, Severity::Warning,
                {u"“%1”自称的签名时间 %2 早于申报单位的签名时间，但其签名在后：该时间只是签名人所写，请核实。"_s.arg(signature.signer, time),
                 u"“%1” claims to have signed on %2, before the applicant, yet its signature came later: the time is only what the "
                 "signer wrote. Ask."_s.arg(signature.signer, time)});
    }

    /// Only where there is a trust list: without one nobody is trusted, and that says nothing.
    void addTrust(const SignatureReport& signature)
    {
        if (!m_paper.hasTrustList || verdictOn(signature) != Verdict::Untrusted)
            return;
        if (!signature.attestedBy.isEmpty())
            return add(u"signature.trust"_s, Severity::Hint,
                       {u"“%1”的证书不在可信签名人中，由会签的“%2”证明。"_s.arg(signature.signer, signature.attestedBy),
                        u"The certificate of “%1” is not listed as trusted; “%2”, who countersigned, attests it."_s.arg(
                            signature.signer, signature.attestedBy)});
        const auto& kept = m_paper.memory ? m_paper.memory->kept : std::nullopt;
        if (kept && kept->verdict == verdictName(Verdict::Valid)) {
            const QString day = kept->at.toLocalTime().toString(u"yyyy-MM-dd"_s);
            return add(u"signature.trust"_s, Severity::Hint,
                       {u"“%1”的证书现在不能确认；%2 核验同一文件时有效，结论已留存。"_s.arg(signature.signer, day),
                        u"The certificate of “%1” cannot be confirmed now; the same file was verified as valid on %2, and that is kept."_s.arg(
                            signature.signer, day)});
        }
        const bool isApplicant = signature.field == applicantFieldName();
        add(u"signature.trust"_s, isApplicant ? Severity::Hint : Severity::Warning,
            {u"“%1”的签名完好，但其证书未经确认：%2。请与对方电话核对指纹 %3，再列为可信签名人。"_s.arg(
                 signature.signer, basisWords(signature).zh, signature.fingerprint),
             u"The signature of “%1” is intact, its certificate not confirmed: %2. Compare the fingerprint %3 by telephone, then list it as trusted."_s
                 .arg(signature.signer, basisWords(signature).en, signature.fingerprint)});
    }

    void addDelivery()
    {
        if (!m_report.delivery || !m_report.delivery->whole || !m_paper.memory)
            return;
        const QDateTime since = m_paper.memory->senderSince;
        const QString day = since.toLocalTime().toString(u"yyyy-MM-dd"_s);
        if (since.isValid())
            add(u"delivery.mark"_s, Severity::Hint,
                {u"传输校验成立：文件完整，与 %1 收到的文件同一发件方。"_s.arg(day),
                 u"The delivery mark holds: whole, same sender as on %1."_s.arg(day)});
        else
            add(u"delivery.mark"_s, Severity::Hint,
                {u"传输校验成立：文件完整；这是首次收到该发件方的文件。"_s,
                 u"The delivery mark holds: whole; this is the first file of its sender."_s});
        if (!m_paper.memory->otherSender)
            return;
        const QString earlier = m_paper.memory->otherSender->at.toLocalTime().toString(u"yyyy-MM-dd"_s);
        add(u"delivery.sender"_s, Severity::Warning,
            {u"这份申报书 %1 收到的文件来自另一发件方。换过电脑或重装过程序时会这样，请向申报单位核实。"_s.arg(earlier),
             u"The file of this dossier that came on %1 was of another sender. That happens with a new computer or installation: ask the "
             "applicant."_s.arg(earlier)});
    }

    const CallPack& m_pack;
    const PaperReport& m_paper;
    const VerificationReport& m_report;
    QString m_applicant;
    QStringList m_bodies;
    Findings m_findings;
};

} // namespace

Findings signatureFindings(const Dossier& dossier, const CallPack& pack, const PaperReport& report)
{
    return Policy(dossier, pack, report).run();
}

} // namespace jz
