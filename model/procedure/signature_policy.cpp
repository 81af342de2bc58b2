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
        : m_pack(pack), m_report(report.signatures), m_applicant(applicantName(dossier, pack)),
          m_bodies(bodyNames(dossier, pack))
    {
    }

    Findings run()
    {
        addChanges();
        addTextProblems();
        addApplicant();
        addBodies();
        for (const SignatureReport& signature : m_report.signatures)
            addClaims(signature);
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
        LocalizedText why;
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

    void addBodies()
    {
        const SignatureReport* applicant = signatureIn(applicantFieldName());
        qsizetype bodiesSigned = 0;
        for (int i = 1; i <= recommenderFieldCount; ++i) {
            const SignatureReport* body = signatureIn(recommenderFieldName(i));
            bodiesSigned += body ? 1 : 0;
            // Signatures stand in the report in the order of what they cover.
            if (body && applicant && body < applicant)
                add(u"signature.order"_s, Severity::Error,
                    {u"“%1”的签名早于申报单位的签名，没有覆盖申报单位所签的内容。请退回重新签名。"_s.arg(body->signer),
                     u"“%1” signed before the applicant: its signature does not cover what the applicant signed. Return "
                     "it to be signed again."_s.arg(body->signer)});
        }
        if (bodiesSigned >= m_bodies.size() || (!applicant && !needsCertificates()))
            return;
        const QString names = m_bodies.mid(bodiesSigned).join(u'、');
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
        const bool isApplicant = signature.field == applicantFieldName();
        const QStringList expected = isApplicant ? QStringList{m_applicant} : m_bodies;
        const bool isNamed = std::any_of(expected.begin(), expected.end(), [&](const QString& name) {
            return sameName(name, signature.signer);
        });
        if (!isNamed && isReservedFieldName(signature.field))
            add(u"signature.holder"_s, Severity::Warning,
                {u"证书持有人“%1”不是申报书中写明的%2（%3）。请核实签名人是否有权代表该单位。"_s.arg(
                     signature.signer, isApplicant ? u"申报单位"_s : u"推荐单位"_s, expected.join(u'、')),
                 u"The certificate is “%1”'s, the dossier names as %2: %3. Ask whether the signer may sign for it."_s.arg(
                     signature.signer, isApplicant ? u"applicant"_s : u"recommending body"_s, expected.join(u", "_s))});
    }

    const CallPack& m_pack;
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
