// SPDX-License-Identifier: Apache-2.0
// What a file carries to judge its certificates by: revocation lists, OCSP responses, time stamps.
#include "model/pdf/security_store.h"
#include "model/signature/der.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/authority_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;
using test::approvedPaper;
using test::ocspResponse;
using test::revocationList;
using test::withDocumentTimestamp;
using test::withStore;
using test::withTimestamp;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

VerificationReport verifyAt(const QByteArray& paper, const QDateTime& moment, const QString& trusted = u"ca"_s)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"paper.pdf"_s), paper);
    const FileBytes source(folder.file(u"paper.pdf"_s));
    TrustList trust;
    trust.addFile(test::Identities::all().path(trusted + u".pem"_s));
    return PdfVerifier().verify(source, trust, moment);
}

SignatureReport check(const VerificationReport& report, Verdict verdict, const QStringList& codes = {})
{
    QStringList found = test::codesOf(report);
    BOOST_TEST(verdictName(report.verdict) == verdictName(verdict), found.join(u' ').toStdString());
    for (const QString& code : codes)
        BOOST_TEST(found.contains(code), code.toStdString() << " not in " << found.join(u' ').toStdString());
    if (codes.isEmpty())
        BOOST_TEST(found.isEmpty(), found.join(u' ').toStdString());
    return report.signatures.value(0);
}

SignatureReport check(const QByteArray& paper, Verdict verdict, const QStringList& codes = {})
{
    return check(test::verifyBytes(paper), verdict, codes);
}

QByteArray withList(const QByteArray& list)
{
    return withStore(approvedPaper(), {{}, {list}, {}, false});
}

QByteArray withResponse(const QByteArray& response)
{
    return withStore(approvedPaper(), {{}, {}, {response}, false});
}

/// A paper whose signature carries lists and responses itself, in the signed attribute of Adobe or beside the certificates.
QByteArray carrying(const QByteArray& lists, const QByteArray& responses)
{
    const QByteArray archival = der::element(der::Sequence, der::element(der::Context0, der::element(der::Sequence, lists))
                                                                + der::element(der::Context1, der::element(der::Sequence, responses)));
    const QByteArray paper = approvedPaper();
    const qsizetype at = paper.lastIndexOf("/Contents <") + 11;
    const qsizetype room = paper.indexOf('>', at) - at;
    return QByteArray(paper).replace(at, room, test::signedWith(paper.first(at - 1) + paper.mid(at + room + 1), archival)
                                                   .toHex()
                                                   .leftJustified(room, '0'));
}

} // namespace

BOOST_AUTO_TEST_SUITE(validation_data)

BOOST_AUTO_TEST_CASE(a_certificate_that_nobody_revoked_stays_trusted)
{
    check(withList(revocationList({{u"rsa2048"_s, now(), -1, {}}})), Verdict::Valid);
    check(withResponse(ocspResponse(u"p256"_s)), Verdict::Valid);
    check(withStore(approvedPaper(), {{}, {revocationList({})}, {ocspResponse(u"p256"_s)}, true}), Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_certificate_that_its_issuer_revoked_is_not_trusted_wherever_that_is_said)
{
    const QByteArray list = revocationList({{u"p256"_s, now().addDays(-3), 1, {}}});
    const QByteArray response = ocspResponse(u"p256"_s, now().addDays(-3));
    const QStringList code{u"certificate-revoked"_s};
    check(withList(list), Verdict::Untrusted, code);
    check(withResponse(response), Verdict::Untrusted, code);
    check(withStore(approvedPaper(), {{}, {list}, {}, true}), Verdict::Untrusted, code);
    check(withStore(approvedPaper(), {{}, {}, {response}, true}), Verdict::Untrusted, code);
    check(carrying(list, {}), Verdict::Untrusted, code);
    check(carrying({}, response), Verdict::Untrusted, code);
    for (const QByteArray& paper : {withList(list), withResponse(response), carrying(list, {})})
        BOOST_TEST(verdictName(test::verdictWithout(paper, {makeRevocationRule})) == u"valid"_s);
    // Whoever is trusted by his fingerprint alone can be revoked too.
    check(verifyAt(withStore(approvedPaper(), {{test::certificateOf(u"ca"_s)}, {list}, {}, false}), now(), u"p256"_s),
          Verdict::Untrusted, code);
}

BOOST_AUTO_TEST_CASE(an_old_list_that_names_a_certificate_still_counts)
{
    const test::StatementDates old{now().addDays(-60), now().addDays(-30)};
    check(withList(revocationList({{u"p256"_s, now().addDays(-70), -1, {}}}, old)), Verdict::Untrusted,
          {u"certificate-revoked"_s});
    check(withList(revocationList({}, old)), Verdict::Valid, {u"validation-data-stale"_s});
    check(withResponse(ocspResponse(u"p256"_s, {}, old)), Verdict::Valid, {u"validation-data-stale"_s});
    check(withStore(approvedPaper(), {{}, {revocationList({}, old), revocationList({})}, {}, false}), Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_suspension_ends_when_a_newer_list_does_not_name_the_certificate)
{
    const int hold = 6;
    const test::StatementDates earlier{now().addDays(-9), now().addDays(9)};
    const QByteArray held = revocationList({{u"p256"_s, now().addDays(-10), hold, {}}}, earlier);
    check(withList(held), Verdict::Untrusted, {u"certificate-revoked"_s});
    check(withStore(approvedPaper(), {{}, {held, revocationList({})}, {}, false}), Verdict::Valid);
    const QByteArray revoked = revocationList({{u"p256"_s, now().addDays(-10), 1, {}}}, earlier);
    check(withStore(approvedPaper(), {{}, {revoked, revocationList({})}, {}, false}), Verdict::Untrusted,
          {u"certificate-revoked"_s});
}

BOOST_AUTO_TEST_CASE(what_is_broken_or_not_made_by_the_issuer_counts_for_nothing_and_is_named)
{
    const QString broken = u"validation-data-broken"_s;
    const QDateTime then = now().addDays(-3);
    check(withList("no list"), Verdict::Valid, {broken});
    check(withResponse("no response"), Verdict::Valid, {broken});
    test::issue(u"stranger"_s, "keyUsage=digitalSignature\n");
    check(withList(revocationList({{u"p256"_s, then, -1, {}}}, {}, u"ca"_s, u"stranger"_s)), Verdict::Valid, {broken});
    check(withResponse(ocspResponse(u"p256"_s, then, {}, u"stranger"_s)), Verdict::Valid, {broken});
    QByteArray bent = revocationList({{u"p256"_s, then, -1, {}}});
    bent[bent.size() - 3] = static_cast<char>(bent[bent.size() - 3] ^ 1);
    check(withList(bent), Verdict::Valid, {broken});
    const test::StatementDates future{now().addDays(3), now().addDays(9)};
    check(withList(revocationList({}, future)), Verdict::Valid, {broken});
}

BOOST_AUTO_TEST_CASE(responses_come_from_the_issuer_or_from_whom_he_charged_with_them)
{
    test::issue(u"responder"_s, "extendedKeyUsage=OCSPSigning\nkeyUsage=digitalSignature\n");
    check(withResponse(ocspResponse(u"p256"_s, now().addDays(-3), {}, u"responder"_s)), Verdict::Untrusted,
          {u"certificate-revoked"_s});
    check(withResponse(ocspResponse(u"p256"_s, {}, {}, u"responder"_s)), Verdict::Valid);
    // Charged by another authority, though one of the same root.
    test::issue(u"side-ca"_s, "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n");
    test::issue(u"side-responder"_s, "extendedKeyUsage=OCSPSigning\n", u"side-ca"_s);
    check(withResponse(ocspResponse(u"p256"_s, now().addDays(-3), {}, u"side-responder"_s)), Verdict::Valid,
          {u"validation-data-broken"_s});
}

BOOST_AUTO_TEST_CASE(an_authority_that_may_not_make_lists_makes_none)
{
    test::issue(u"mute-ca"_s, "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n");
    test::issue(u"mute-tsa"_s, "extendedKeyUsage=critical,timeStamping\n", u"mute-ca"_s);
    const QByteArray list = revocationList({{u"mute-tsa"_s, now().addDays(-3), -1, {}}}, {}, u"mute-ca"_s);
    const QByteArray paper =
        withStore(withTimestamp(approvedPaper(), u"mute-tsa"_s), {{test::certificateOf(u"mute-ca"_s)}, {list}, {}, false});
    BOOST_TEST(check(paper, Verdict::Valid, {u"validation-data-broken"_s}).provenTime.isValid());
}

BOOST_AUTO_TEST_CASE(statements_about_strangers_are_named)
{
    test::issue(u"side-ca"_s, "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n");
    test::issue(u"stranger"_s, "keyUsage=digitalSignature\n");
    check(withList(revocationList({{u"p256"_s, now(), -1, {}}}, {}, u"side-ca"_s)), Verdict::Valid,
          {u"validation-data-foreign"_s});
    check(withResponse(ocspResponse(u"stranger"_s)), Verdict::Valid, {u"validation-data-foreign"_s});
}

BOOST_AUTO_TEST_CASE(a_list_of_limited_scope_says_nothing_good_about_others)
{
    const auto level = [](const QByteArray& scope) {
        const QByteArray paper = withTimestamp(approvedPaper());
        return test::verifyBytes(withStore(paper, {{}, {revocationList({}, {}, u"ca"_s, {}, scope)}, {}, false}))
            .signatures.value(0)
            .level;
    };
    BOOST_TEST(level({}) == u"B-LT"_s);
    BOOST_TEST(level("critical,onlyuser:TRUE") == u"B-LT"_s);
    BOOST_TEST(level("critical,onlyCA:TRUE") == u"B-T"_s);
    BOOST_TEST(level("critical,onlysomereasons:keyCompromise") == u"B-T"_s);
    BOOST_TEST(level("critical,fullname:URI:http://example.org/another.crl") == u"B-T"_s);
    BOOST_TEST(level("critical,indirectCRL:TRUE") == u"B-T"_s);
}

BOOST_AUTO_TEST_CASE(a_trusted_time_stamp_tells_a_revocation_before_from_one_after)
{
    const QByteArray paper = withTimestamp(approvedPaper());
    const auto with = [&](const QDateTime& date, const QDateTime& since) {
        const test::StatementDates dates{now().addDays(9), now().addDays(20)};
        return verifyAt(withStore(paper, {{}, {revocationList({{u"p256"_s, date, 1, since}}, dates)}, {}, false}),
                        now().addDays(10));
    };
    const SignatureReport later = check(with(now().addDays(5), {}), Verdict::Valid, {u"revoked-after-signing"_s});
    BOOST_TEST(later.provenTime.isValid());
    check(with(now().addDays(-5), {}), Verdict::Untrusted, {u"certificate-revoked"_s});
    // Found out later that the key was compromised before.
    check(with(now().addDays(5), now().addDays(-1)), Verdict::Untrusted, {u"certificate-revoked"_s});
}

BOOST_AUTO_TEST_CASE(a_certificate_that_expired_since_stays_good_with_proof_and_data)
{
    const QDateTime later = now().addDays(500);
    const QByteArray stamped = withTimestamp(approvedPaper());
    check(verifyAt(stamped, later), Verdict::Untrusted, {u"certificate-expired"_s});
    check(verifyAt(withList(revocationList({})), later), Verdict::Untrusted, {u"certificate-expired"_s});
    const QByteArray archived = withStore(stamped, {{}, {revocationList({})}, {}, false});
    check(verifyAt(archived, later), Verdict::Valid, {u"certificate-expired-since"_s});
    // Authorities drop expired certificates from their lists: one that came later says nothing.
    const test::StatementDates dates{now().addDays(400), now().addDays(600)};
    check(verifyAt(withStore(stamped, {{}, {revocationList({}, dates)}, {}, false}), later), Verdict::Untrusted,
          {u"certificate-expired"_s});
}

BOOST_AUTO_TEST_CASE(levels_are_those_that_are_really_there)
{
    const QByteArray list = revocationList({});
    const auto level = [](const QByteArray& paper) {
        const VerificationReport report = test::verifyBytes(paper);
        BOOST_TEST(verdictName(report.verdict) == u"valid"_s, test::codesOf(report).join(u' ').toStdString());
        return report.signatures.value(0).level;
    };
    const QByteArray stamped = withTimestamp(approvedPaper());
    const QByteArray stored = withStore(stamped, {{}, {list}, {}, false});
    BOOST_TEST(level(approvedPaper()) == u"B-B"_s);
    BOOST_TEST(level(withList(list)) == u"B-B"_s);
    BOOST_TEST(level(stamped) == u"B-T"_s);
    BOOST_TEST(level(withDocumentTimestamp(approvedPaper())) == u"B-T"_s);
    BOOST_TEST(level(stored) == u"B-LT"_s);
    BOOST_TEST(level(withStore(stamped, {{test::certificateOf(u"ca"_s)}, {}, {ocspResponse(u"p256"_s)}, false})) == u"B-T"_s);
    BOOST_TEST(level(withStore(stamped, {{}, {}, {ocspResponse(u"p256"_s), ocspResponse(u"tsa"_s)}, false})) == u"B-LT"_s);
    BOOST_TEST(level(withDocumentTimestamp(stored)) == u"B-LTA"_s);
    BOOST_TEST(level(withStore(withDocumentTimestamp(stamped), {{}, {list}, {}, false})) == u"B-LT"_s);
}

BOOST_AUTO_TEST_CASE(a_copied_time_stamp_breaks_the_signature_and_an_unknown_authority_proves_nothing)
{
    const QByteArray copied = withTimestamp(approvedPaper(), u"tsa"_s, true);
    check(copied, Verdict::Broken, {u"timestamp-invalid"_s});
    BOOST_TEST(verdictName(test::verdictWithout(copied, {makeTimestampRule})) == u"valid"_s);
    test::openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                   test::Identities::all().path(u"own-tsa.key"_s), u"-out"_s,
                   test::Identities::all().path(u"own-tsa.pem"_s), u"-subj"_s, u"/CN=Own clock"_s, u"-addext"_s,
                   u"extendedKeyUsage=critical,timeStamping"_s, u"-addext"_s, u"basicConstraints=CA:FALSE"_s});
    const SignatureReport unknown =
        check(withTimestamp(approvedPaper(), u"own-tsa"_s), Verdict::Valid, {u"timestamp-untrusted"_s});
    BOOST_TEST(!unknown.provenTime.isValid());
    BOOST_TEST(unknown.timestamp->intact);
    BOOST_TEST(!unknown.timestamp->trusted);
    BOOST_TEST(unknown.timestamp->policy == u"1.2.3.4"_s);
    // A revocation is not outlived by a clock of one's own.
    check(withStore(withTimestamp(approvedPaper(), u"own-tsa"_s),
                    {{}, {revocationList({{u"p256"_s, now().addSecs(5), 1, {}}})}, {}, false}),
          Verdict::Untrusted, {u"certificate-revoked"_s, u"timestamp-untrusted"_s});
}

BOOST_AUTO_TEST_CASE(a_revoked_or_expired_time_stamping_authority_proves_nothing)
{
    const QByteArray paper = withTimestamp(approvedPaper());
    const QByteArray revoked = withStore(paper, {{}, {}, {ocspResponse(u"tsa"_s, now().addDays(-3))}, false});
    BOOST_TEST(!check(revoked, Verdict::Valid, {u"timestamp-untrusted"_s}).provenTime.isValid());
    BOOST_TEST(!verifyAt(paper, now().addDays(1600)).signatures.value(0).provenTime.isValid());
    // A later stamp proves that the first one was there before its authority was revoked.
    test::issue(u"tsa2"_s, "extendedKeyUsage=critical,timeStamping\n");
    const test::StatementDates dates{now().addDays(9), now().addDays(20)};
    const QByteArray late = withStore(paper, {{}, {}, {ocspResponse(u"tsa"_s, now().addDays(5), dates)}, false});
    BOOST_TEST(!verifyAt(late, now().addDays(10)).signatures.value(0).provenTime.isValid());
    const QByteArray proven =
        withStore(withDocumentTimestamp(paper, u"tsa2"_s), {{}, {}, {ocspResponse(u"tsa"_s, now().addDays(5), dates)}, false});
    BOOST_TEST(verifyAt(proven, now().addDays(10)).signatures.value(0).provenTime.isValid());
    // … and so does one over the document for an earlier one over it.
    const QByteArray renewed = withDocumentTimestamp(withDocumentTimestamp(approvedPaper()), u"tsa2"_s, recommenderFieldName(3));
    const VerificationReport chain = verifyAt(
        withStore(renewed, {{}, {}, {ocspResponse(u"tsa"_s, now().addDays(5), dates)}, false}), now().addDays(10));
    BOOST_REQUIRE(chain.documentTimestamps.size() == 2);
    BOOST_TEST(chain.documentTimestamps[0].trusted);
    BOOST_TEST(chain.documentTimestamps[1].trusted);
}

BOOST_AUTO_TEST_CASE(a_certificate_for_anything_else_stamps_no_time)
{
    // The openssl program itself refuses these to make time stamps, so the token is signed as any CMS is.
    test::issue(u"tsa"_s, "extendedKeyUsage=critical,timeStamping\n", u"ca"_s, 1500);
    for (const auto& [name, usage] : {std::pair{u"tsa-two"_s, QByteArray("extendedKeyUsage=critical,timeStamping,codeSigning\n")},
                                      std::pair{u"tsa-more"_s, QByteArray("extendedKeyUsage=critical,timeStamping,1.2.3.4.5\n")},
                                      std::pair{u"tsa-soft"_s, QByteArray("extendedKeyUsage=timeStamping\n")},
                                      std::pair{u"tsa-none"_s, QByteArray("keyUsage=digitalSignature\n")}}) {
        test::issue(name, usage);
        const SignatureReport report =
            check(test::withToken(approvedPaper(), [&](const QByteArray& value) { return test::forgedToken(value, name); }),
                  Verdict::Valid, {u"timestamp-untrusted"_s});
        BOOST_TEST(!report.provenTime.isValid());
    }
    const auto proper = [](const QByteArray& value) { return test::forgedToken(value, u"tsa"_s); };
    BOOST_TEST(check(test::withToken(approvedPaper(), proper), Verdict::Valid).provenTime.isValid());
    for (const QDateTime& time : {now().addDays(1), now().addYears(-9)}) {
        const auto outside = [&](const QByteArray& value) { return test::forgedToken(value, u"tsa"_s, {}, time); };
        BOOST_TEST(!check(test::withToken(approvedPaper(), outside), Verdict::Valid, {u"timestamp-untrusted"_s}).provenTime.isValid());
    }
    // A token that names another certificate than the one it was made with.
    const auto other = [](const QByteArray& value) { return test::forgedToken(value, u"tsa"_s, u"p256"_s); };
    check(test::withToken(approvedPaper(), other), Verdict::Broken, {u"timestamp-invalid"_s});
}

BOOST_AUTO_TEST_CASE(document_time_stamps_are_reported_with_their_authority)
{
    const VerificationReport report = test::verifyBytes(withDocumentTimestamp(approvedPaper()));
    BOOST_REQUIRE(report.documentTimestamps.size() == 1);
    BOOST_TEST(report.documentTimestamps[0].trusted);
    BOOST_TEST(report.documentTimestamps[0].authority == u"tsa"_s);
    BOOST_TEST(report.documentTimestamps[0].field == recommenderFieldName(4));
    BOOST_TEST((report.signatures.value(0).provenTime == report.documentTimestamps[0].time));
    const QJsonObject json = toJson(report, Language::English)[u"timestamps"_s].toArray().at(0).toObject();
    BOOST_TEST(json[u"trusted"_s].toBool());
    // A stamp before a signature proves nothing about it.
    const QByteArray before = test::signField(withDocumentTimestamp(test::unsignedPaper()), recommenderFieldName(1));
    BOOST_TEST(!check(before, Verdict::Valid).provenTime.isValid());
    QByteArray bent = withDocumentTimestamp(approvedPaper());
    bent.replace(bent.indexOf("0 0 1 RG"), 1, "1");
    check(bent, Verdict::Broken, {u"document-timestamp-invalid"_s});
}

BOOST_AUTO_TEST_CASE(a_document_time_stamp_over_less_than_its_revision_is_none)
{
    // The token is honest about the bytes that it names; the last eight of the file are not among them.
    const QByteArray paper = withDocumentTimestamp(approvedPaper(), u"tsa"_s, recommenderFieldName(4), [](PreparedSignature& prepared) {
        const auto& range = prepared.byteRange;
        test::setRange(prepared, {0, range[1], range[2], range[3] - 8});
    });
    const VerificationReport report = test::verifyBytes(paper);
    check(report, Verdict::Broken, {u"document-timestamp-invalid"_s});
    BOOST_TEST(!report.signatures.value(0).provenTime.isValid());
}

BOOST_AUTO_TEST_CASE(a_store_with_ever_so_much_in_it_is_read_to_a_limit)
{
    QList<QByteArray> rubbish;
    for (int i = 0; i < 150; ++i)
        rubbish.append("x" + QByteArray::number(i));
    const VerificationReport report = test::verifyBytes(withStore(approvedPaper(), {rubbish, rubbish, {}, false}));
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s);
    BOOST_TEST(report.problems.size() == 10);
}

BOOST_AUTO_TEST_SUITE_END()
