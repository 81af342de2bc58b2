// SPDX-License-Identifier: Apache-2.0
// Reading certificates out of files as people have them, and on what trust in a signature rests.
#include "model/base/error.h"
#include "model/signature/certificate_file.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const test::Identities& identities()
{
    return test::Identities::all();
}

QString p7bFile(const test::ScratchFolder& folder, const QString& form)
{
    const QString path = folder.file(u"chain.p7b"_s);
    test::openssl({u"crl2pkcs7"_s, u"-nocrl"_s, u"-certfile"_s, identities().path(u"p256.pem"_s), u"-certfile"_s, identities().caPem(),
                   u"-outform"_s, form, u"-out"_s, path});
    return path;
}

void checkRefused(const QString& path, ErrorCode code, const QString& remedy)
{
    BOOST_CHECK_EXCEPTION(readCertificates(path), Error, [&](const Error& error) {
        BOOST_TEST(error.message().zh.contains(remedy), error.message().zh.toStdString());
        BOOST_TEST(error.message().zh.contains(path));
        BOOST_TEST(!error.message().en.isEmpty());
        return error.code() == code;
    });
}

QByteArray signedBy(const QString& applicant, const QString& body)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::unsignedPaper());
    signPdf(path, path, test::requestFor(identities().load(applicant), SignatureRole::Applicant));
    if (!body.isEmpty())
        signPdf(path, path, test::requestFor(identities().load(body), SignatureRole::Recommender));
    return test::readFile(path);
}

VerificationReport reportWith(const QByteArray& paper, const TrustList& trust)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"paper.pdf"_s), paper);
    return verifyPdf(folder.file(u"paper.pdf"_s), trust);
}

TrustEntry entryOf(const QString& pem, TrustKind kind)
{
    return {readCertificates(pem).first(), kind, u"某单位"_s, u"张三"_s, QDateTime(QDate(2026, 3, 4), QTime(1, 0), Qt::UTC), u"电话核对指纹"_s, {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(certificate_files)

BOOST_AUTO_TEST_CASE(certificates_are_read_from_pem_der_and_p7b)
{
    const test::ScratchFolder folder;
    const QByteArray ca = readCertificates(identities().caPem()).first();
    test::openssl({u"x509"_s, u"-in"_s, identities().caPem(), u"-outform"_s, u"DER"_s, u"-out"_s, folder.file(u"ca.cer"_s)});
    BOOST_TEST((readCertificates(folder.file(u"ca.cer"_s)) == QList<QByteArray>{ca}));
    for (const QString& form : {u"PEM"_s, u"DER"_s}) {
        const QList<QByteArray> chain = readCertificates(p7bFile(folder, form));
        BOOST_TEST(chain.size() == 2);
        BOOST_TEST(chain.contains(ca));
    }
    test::writeFile(folder.file(u"twice.pem"_s), "a note in front\n" + test::readFile(identities().caPem()) + test::readFile(identities().caPem()));
    BOOST_TEST((readCertificates(folder.file(u"twice.pem"_s)) == QList<QByteArray>{ca}));
}

BOOST_AUTO_TEST_CASE(a_summary_says_who_holds_a_certificate_and_whether_it_issues_others)
{
    const CertificateSummary ca = summaryOfCertificate(readCertificates(identities().caPem()).first(), u"ca"_s);
    BOOST_TEST(ca.isAuthority);
    BOOST_TEST(ca.holder == u"Test Authority"_s);
    BOOST_TEST(ca.fingerprint.size() == 64);
    const CertificateSummary unit = summaryOfCertificate(readCertificates(identities().path(u"p256.pem"_s)).first(), u"unit"_s);
    BOOST_TEST(!unit.isAuthority);
    BOOST_TEST(unit.holder == u"单位 p256"_s);
    BOOST_TEST(unit.issuer == ca.holder);
    BOOST_TEST((unit.validFrom < unit.validTo));
}

BOOST_AUTO_TEST_CASE(files_with_a_key_are_refused_whole)
{
    const test::ScratchFolder folder;
    const QString key = identities().path(u"p256.key"_s);
    checkRefused(key, ErrorCode::Unusable, u"私钥"_s);
    checkRefused(identities().path(u"p256.p12"_s), ErrorCode::Unusable, u"私钥"_s);
    test::writeFile(folder.file(u"both.pem"_s), test::readFile(identities().caPem()) + test::readFile(key));
    checkRefused(folder.file(u"both.pem"_s), ErrorCode::Unusable, u"没有保存"_s);
    test::openssl({u"pkey"_s, u"-in"_s, key, u"-outform"_s, u"DER"_s, u"-out"_s, folder.file(u"key.der"_s)});
    checkRefused(folder.file(u"key.der"_s), ErrorCode::Unusable, u"私钥"_s);
}

BOOST_AUTO_TEST_CASE(what_is_no_certificate_is_refused_with_what_to_ask_for)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"file.cer"_s);
    test::writeFile(path, "");
    checkRefused(path, ErrorCode::Malformed, u"没有证书"_s);
    test::writeFile(path, test::signedPaper());
    checkRefused(path, ErrorCode::Malformed, u"没有证书"_s);
    test::writeFile(path, "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n");
    checkRefused(path, ErrorCode::Malformed, u"没有证书"_s);
    checkRefused(folder.file(u"missing.cer"_s), ErrorCode::NotFound, u"missing.cer"_s);
}

BOOST_AUTO_TEST_CASE(damaged_certificates_and_p7b_are_named_as_such)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"file.cer"_s);
    const QByteArray pem = test::readFile(identities().caPem());
    test::writeFile(path, pem + QByteArray(pem).replace(60, 40, QByteArray(40, 'A')));
    checkRefused(path, ErrorCode::Malformed, u"损坏"_s);
    test::writeFile(path, pem + pem.first(200));
    checkRefused(path, ErrorCode::Malformed, u"损坏"_s);
    const QByteArray p7b = test::readFile(p7bFile(folder, u"DER"_s));
    test::writeFile(path, p7b.first(p7b.size() / 2));
    checkRefused(path, ErrorCode::Malformed, u"P7B"_s);
    test::openssl({u"crl2pkcs7"_s, u"-nocrl"_s, u"-out"_s, path});
    checkRefused(path, ErrorCode::Malformed, u"P7B"_s);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(trust)

BOOST_AUTO_TEST_CASE(trust_rests_on_the_authority_that_issued_or_on_the_certificate_listed_itself)
{
    TrustList authority;
    authority.add(entryOf(identities().caPem(), TrustKind::Authority));
    const SignatureReport issued = reportWith(test::signedPaper(), authority).signatures.first();
    BOOST_TEST(issued.trusted);
    BOOST_REQUIRE(issued.basis.has_value());
    BOOST_TEST((issued.basis->kind == TrustKind::Authority));
    BOOST_TEST(basisWords(issued).zh == u"证书机构“某单位”，张三于 2026-03-04 列入（电话核对指纹）"_s);

    TrustList listed;
    listed.add(entryOf(identities().path(u"p256.pem"_s), TrustKind::Body));
    const SignatureReport own = reportWith(test::signedPaper(), listed).signatures.first();
    BOOST_TEST(own.trusted);
    BOOST_TEST(basisWords(own).en.contains(u"recommending body"_s));
    BOOST_TEST(!reportWith(signedBy(u"rsa2048"_s, {}), listed).signatures.first().trusted);
}

BOOST_AUTO_TEST_CASE(a_single_signer_makes_nobody_else_trusted)
{
    for (const TrustKind kind : {TrustKind::Office, TrustKind::Body, TrustKind::Expert, TrustKind::Signer}) {
        TrustList list;
        list.add(entryOf(identities().caPem(), kind));
        const SignatureReport report = reportWith(test::signedPaper(), list).signatures.first();
        BOOST_TEST(!report.trusted);
        BOOST_TEST(report.has(problem::chainUntrusted));
        BOOST_TEST(!report.basis.has_value());
    }
}

BOOST_AUTO_TEST_CASE(validity_when_signed_and_now_are_two_facts)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::unsignedPaper());
    SignRequest request = test::requestFor(identities().load(u"p256"_s), SignatureRole::Applicant);
    request.time = QDateTime::currentDateTimeUtc();
    signPdf(path, path, request);
    TrustList list;
    list.add(entryOf(identities().caPem(), TrustKind::Authority));
    const FileBytes source(path);
    const VerificationReport later = PdfVerifier().verify(source, list, request.time.addYears(9));
    const SignatureReport signature = later.signatures.first();
    BOOST_TEST(!signature.trusted);
    BOOST_TEST(!signature.validNow);
    BOOST_TEST(signature.validWhenSigned.value_or(false));
    BOOST_TEST(signature.has(problem::certificateExpired));
    BOOST_TEST(signature.basis.has_value());
}

BOOST_AUTO_TEST_CASE(a_trusted_body_that_countersigned_attests_the_applicant_who_stays_untrusted)
{
    TrustList list;
    list.add(entryOf(identities().path(u"p256.pem"_s), TrustKind::Body));
    const VerificationReport report = reportWith(signedBy(u"own"_s, u"p256"_s), list);
    const SignatureReport& applicant = report.signatures.first();
    BOOST_TEST(!applicant.trusted);
    BOOST_TEST(applicant.attestedBy == u"单位 p256"_s);
    BOOST_TEST(basisWords(applicant).en.contains(u"attested by"_s));
    BOOST_TEST(verdictName(report.verdict) == u"untrusted"_s);
    BOOST_TEST(report.signatures.last().trusted);
    BOOST_TEST(report.signatures.last().attestedBy.isEmpty());
    const QJsonObject json = toJson(report, Language::English).value(u"signatures"_s)[0].toObject();
    BOOST_TEST(json.value(u"attestedBy"_s).toString() == u"单位 p256"_s);
    BOOST_TEST(json.value(u"trusted"_s).toBool(true) == false);
    BOOST_TEST(json.value(u"trust"_s)[u"kind"].toString() == u"attested"_s);
}

BOOST_AUTO_TEST_CASE(nobody_is_attested_by_himself_by_the_untrusted_by_experts_or_behind_an_alteration)
{
    const auto attested = [](const QByteArray& paper, const TrustList& list) {
        return reportWith(paper, list).signatures.first().attestedBy;
    };
    TrustList body, expert;
    body.add(entryOf(identities().path(u"p256.pem"_s), TrustKind::Body));
    expert.add(entryOf(identities().path(u"p256.pem"_s), TrustKind::Expert));
    const QByteArray paper = signedBy(u"own"_s, u"p256"_s);
    BOOST_TEST(attested(paper, body) == u"单位 p256"_s);
    BOOST_TEST(attested(paper, TrustList()).isEmpty());
    BOOST_TEST(attested(paper, expert).isEmpty());
    BOOST_TEST(attested(signedBy(u"own"_s, {}), body).isEmpty());
    TrustList own;
    own.add(entryOf(identities().caPem(), TrustKind::Authority));
    BOOST_TEST(attested(signedBy(u"own"_s, u"own"_s), own).isEmpty());
    QByteArray altered = paper;
    const qsizetype at = altered.indexOf("742 re");
    BOOST_REQUIRE(at > 0);
    altered[at] = '1';
    BOOST_TEST(attested(altered, body).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
