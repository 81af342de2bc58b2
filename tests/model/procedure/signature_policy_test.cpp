// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/pdf/signature_field_names.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/signature_policy.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

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

QStringList rulesFor(const QList<SignatureReport>& signatures, SignatureKind kind = SignatureKind::Either)
{
    PaperReport report;
    report.signatures.signatures = signatures;
    report.signatures.verdict = signatures.isEmpty() ? Verdict::Unsigned : Verdict::Untrusted;
    for (const SignatureReport& signature : signatures) {
        if (verdictOn(signature) == Verdict::Modified || verdictOn(signature) == Verdict::Broken)
            report.signatures.verdict = verdictOn(signature);
    }
    CallPack pack = *sample().file.pack;
    pack.facts.signature = kind;
    QStringList rules;
    for (const Finding& finding : signatureFindings(sample().file.dossier, pack, report)) {
        BOOST_TEST(!finding.message.zh.isEmpty());
        rules.append(finding.rule + (finding.severity == Severity::Error ? u"!"_s : QString()));
    }
    return rules;
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

BOOST_AUTO_TEST_SUITE_END()
