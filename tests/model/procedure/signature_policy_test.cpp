// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/pdf/signature_field_names.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/signature_policy.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QJsonArray>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const DossierInput& sample()
{
    static const ScratchFolder folder;
    static const DossierInput input = openDossier(copySample(u"sample-values.json"_s, folder.path(), {40, 30}));
    return input;
}

SignatureReport intactSignature(const QString& field, const QString& signer)
{
    SignatureReport signature;
    signature.field = field;
    signature.signer = signature.claimedName = signer;
    signature.intact = true;
    signature.covers = Coverage::Revision;
    signature.changes = ChangesSince::Permitted;
    return signature;
}

/// The names that the dossier gives applicant and recommending body.
QString applicant()
{
    return sample().file.dossier.text(u"org_name"_s);
}

QString body()
{
    return sample().file.dossier.text(u"recommender"_s);
}

Findings findingsOn(const PaperReport& report, const Dossier& dossier = sample().file.dossier, SignatureKind kind = SignatureKind::Either)
{
    CallPack pack = *sample().file.pack;
    pack.facts.signature = kind;
    return signatureFindings(dossier, pack, report);
}

QStringList rulesOf(const Findings& findings)
{
    QStringList rules;
    for (const Finding& finding : findings) {
        BOOST_TEST(!finding.message.zh.isEmpty());
        rules.append(finding.rule + (finding.severity == Severity::Error ? u"!"_s : QString()));
    }
    return rules;
}

PaperReport reportWith(const QList<SignatureReport>& signatures)
{
    PaperReport report;
    report.signatures.signatures = signatures;
    report.signatures.verdict = signatures.isEmpty() ? Verdict::Unsigned : Verdict::Untrusted;
    for (const SignatureReport& signature : signatures) {
        if (verdictOn(signature) == Verdict::Modified || verdictOn(signature) == Verdict::Broken)
            report.signatures.verdict = verdictOn(signature);
    }
    return report;
}

QStringList rulesFor(const QList<SignatureReport>& signatures, SignatureKind kind = SignatureKind::Either)
{
    return rulesOf(findingsOn(reportWith(signatures), sample().file.dossier, kind));
}

/// The sample with two more bodies.
Dossier jointDossier()
{
    Dossier dossier = sample().file.dossier;
    for (const Section& section : sample().file.pack->sections) {
        for (const Field& field : section.fields) {
            if (field.type == FieldType::RecommendingBodies)
                dossier.values.insert(field.id, QJsonArray{u"联合甲"_s, u"联合乙"_s});
        }
    }
    return dossier;
}

} // namespace

BOOST_AUTO_TEST_SUITE(signature_policy)

BOOST_AUTO_TEST_CASE(a_missing_certificate_is_no_fault_where_ink_counts)
{
    BOOST_TEST(rulesFor({}).isEmpty());
    BOOST_TEST((rulesFor({}, SignatureKind::Digital)
                == QStringList{u"signature.applicant-missing!"_s, u"signature.recommender-missing!"_s}));
}

BOOST_AUTO_TEST_CASE(a_paper_signed_by_all_who_are_named_has_no_finding)
{
    BOOST_TEST(rulesFor({intactSignature(applicantFieldName(), applicant()),
                         intactSignature(recommenderFieldName(1), body())},
                        SignatureKind::Digital)
                   .isEmpty());
}

BOOST_AUTO_TEST_CASE(a_stripped_countersignature_is_asked_for)
{
    const QList<SignatureReport> alone{intactSignature(applicantFieldName(), applicant())};
    BOOST_TEST((rulesFor(alone) == QStringList{u"signature.recommender-missing"_s}));
    BOOST_TEST((rulesFor(alone, SignatureKind::Digital) == QStringList{u"signature.recommender-missing!"_s}));
}

BOOST_AUTO_TEST_CASE(a_recommendation_has_to_rest_on_the_applicants_signature)
{
    BOOST_TEST(rulesFor({intactSignature(recommenderFieldName(1), body())}).contains(u"signature.applicant-missing!"_s));
    BOOST_TEST(rulesFor({intactSignature(recommenderFieldName(1), body()),
                         intactSignature(applicantFieldName(), applicant())})
                   .contains(u"signature.order!"_s));
}

BOOST_AUTO_TEST_CASE(what_is_claimed_is_told_from_what_the_certificate_says)
{
    SignatureReport other = intactSignature(recommenderFieldName(1), u"另一单位"_s);
    const SignatureReport own = intactSignature(applicantFieldName(), applicant());
    BOOST_TEST((rulesFor({own, other}) == QStringList{u"signature.holder"_s}));
    other.claimedName = body();
    BOOST_TEST(rulesFor({own, other}).contains(u"signature.claimed"_s));
}

BOOST_AUTO_TEST_CASE(what_was_altered_is_an_error)
{
    SignatureReport altered = intactSignature(applicantFieldName(), applicant());
    altered.changes = ChangesSince::Forbidden;
    altered.add(problem::pageContentChanged, u"4 0"_s);
    BOOST_TEST(rulesFor({altered}).contains(u"paper.changed!"_s));
    altered.intact = false;
    BOOST_TEST(rulesFor({altered}).contains(u"paper.changed!"_s));
}

BOOST_AUTO_TEST_CASE(a_missing_joint_body_is_named_by_whose_signature_is_missing)
{
    const auto missing = [](const QStringList& signers) {
        QList<SignatureReport> signatures{intactSignature(applicantFieldName(), applicant())};
        for (qsizetype i = 0; i < signers.size(); ++i)
            signatures.append(intactSignature(recommenderFieldName(int(i) + 1), signers.at(i)));
        for (const Finding& finding : findingsOn(reportWith(signatures), jointDossier())) {
            if (finding.rule == u"signature.recommender-missing")
                return finding.message.zh.section(u'（', 1, 1).section(u'）', 0, 0);
        }
        return QString();
    };
    BOOST_TEST(missing({body(), u"联合甲"_s, u"联合乙"_s}) == QString());
    BOOST_TEST(missing({u"联合乙"_s, body()}) == u"联合甲"_s);
    // One body that signs in all fields stands for no other.
    BOOST_TEST(missing({body(), body(), body()}) == u"联合甲、联合乙"_s);
    BOOST_TEST(missing({body(), u"联合甲"_s, u"乙的简称"_s}) == QString());
}

BOOST_AUTO_TEST_CASE(a_certificate_listed_as_a_bodys_counts_for_it_whatever_it_says_itself)
{
    SignatureReport other = intactSignature(recommenderFieldName(1), u"ABC Association"_s);
    const SignatureReport own = intactSignature(applicantFieldName(), applicant());
    other.trusted = true;
    other.basis = TrustEntry{"der", TrustKind::Body, body(), u"张三"_s, {}, {}, {}};
    BOOST_TEST(rulesFor({own, other}).isEmpty());
    // An authority vouches for the names in its certificates, not for one of its own.
    other.basis->kind = TrustKind::Authority;
    BOOST_TEST((rulesFor({own, other}) == QStringList{u"signature.holder"_s}));
}

BOOST_AUTO_TEST_CASE(a_claimed_time_that_cannot_be_is_asked_about)
{
    SignatureReport own = intactSignature(applicantFieldName(), applicant());
    SignatureReport other = intactSignature(recommenderFieldName(1), body());
    own.signingTime = QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);
    other.signingTime = own.signingTime.addDays(1);
    BOOST_TEST(rulesFor({own, other}).isEmpty());
    other.signingTime = own.signingTime.addDays(-1);
    BOOST_TEST((rulesFor({own, other}) == QStringList{u"signature.claimed"_s}));
    other.signingTime = QDateTime::currentDateTimeUtc().addDays(9);
    BOOST_TEST((rulesFor({own, other}) == QStringList{u"signature.claimed"_s}));
}

BOOST_AUTO_TEST_CASE(trust_is_spoken_of_only_where_there_is_a_trust_list)
{
    SignatureReport own = intactSignature(applicantFieldName(), applicant());
    const SignatureReport other = intactSignature(recommenderFieldName(1), body());
    PaperReport report = reportWith({own, other});
    BOOST_TEST(rulesOf(findingsOn(report)).isEmpty());
    report.hasTrustList = true;
    const Findings findings = findingsOn(report);
    BOOST_TEST((rulesOf(findings) == QStringList{u"signature.trust"_s, u"signature.trust"_s}));
    BOOST_TEST((findings.first().severity == Severity::Hint));
    BOOST_TEST((findings.last().severity == Severity::Warning));
    own.attestedBy = body();
    report.signatures.signatures = {own, other};
    BOOST_TEST(findingsOn(report).first().message.en.contains(u"attests"_s));
}

BOOST_AUTO_TEST_CASE(a_kept_valid_verdict_speaks_for_a_certificate_that_expired_since)
{
    PaperReport report = reportWith({intactSignature(applicantFieldName(), applicant()), intactSignature(recommenderFieldName(1), body())});
    report.hasTrustList = true;
    report.memory = DeskMemory();
    report.memory->kept = KeptVerdict{};
    report.memory->kept->verdict = u"valid"_s;
    report.memory->kept->at = QDateTime(QDate(2026, 3, 4), QTime(4, 0), Qt::UTC);
    for (const Finding& finding : findingsOn(report)) {
        BOOST_TEST((finding.severity == Severity::Hint));
        BOOST_TEST(finding.message.zh.contains(u"2026-03-04 核验同一文件时有效"_s));
    }
    report.memory->kept->verdict = u"untrusted"_s;
    BOOST_TEST((findingsOn(report).last().severity == Severity::Warning));
}

BOOST_AUTO_TEST_CASE(a_delivery_mark_reads_whole_and_since_when_its_sender_is_known)
{
    PaperReport report = reportWith({});
    report.signatures.verdict = Verdict::Marked;
    report.signatures.delivery = DeliveryReport{true, u"abc"_s, {}};
    BOOST_TEST(findingsOn(report).isEmpty());
    report.memory = DeskMemory();
    BOOST_TEST(findingsOn(report).first().message.zh.contains(u"首次收到"_s));
    report.memory->senderSince = QDateTime(QDate(2026, 3, 4), QTime(4, 0), Qt::UTC);
    BOOST_TEST(findingsOn(report).first().message.en == u"The delivery mark holds: whole, same sender as on 2026-03-04."_s);
    report.memory->otherSender = KeptVerdict{};
    BOOST_TEST((rulesOf(findingsOn(report)) == QStringList{u"delivery.mark"_s, u"delivery.sender"_s}));
    report.signatures.delivery->whole = false;
    BOOST_TEST(findingsOn(report).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
