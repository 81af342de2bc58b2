// SPDX-License-Identifier: Apache-2.0
// The delivery mark closes a paper and is never taken for a signature of a unit, nor the other way round.
#include "model/base/error.h"
#include "model/signature/delivery_key.h"
#include "model/signature/delivery_mark.h"
#include "model/signature/new_identity.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// A paper with a field for the delivery mark in the place of the fourth body's.
QByteArray openPaper()
{
    return test::unsignedPaper().replace("(Recommender4)", "(Delivery)    ");
}

struct Fixture
{
    test::ScratchFolder folder;
    Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;
    QString in = folder.file(u"定稿.pdf"_s);
    QString out = folder.file(u"out.pdf"_s);

    Fixture() { test::writeFile(in, openPaper()); }

    QByteArray marked() const
    {
        signPdf(in, out, test::requestFor(key, SignatureRole::Delivery));
        return test::readFile(out);
    }

    ErrorCode codeOf(const QString& from, const Identity& identity, SignatureRole role) const
    {
        const QString target = folder.file(u"refused.pdf"_s);
        try {
            signPdf(from, target, test::requestFor(identity, role));
        } catch (const Error& error) {
            BOOST_TEST(!QFileInfo::exists(target));
            BOOST_TEST(!error.message().zh.isEmpty());
            return error.code();
        }
        BOOST_ERROR("it was signed");
        return ErrorCode::Usage;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(delivery_mark, Fixture)

BOOST_AUTO_TEST_CASE(a_marked_paper_is_marked_and_has_no_signature)
{
    const VerificationReport report = test::verifyBytes(marked());
    BOOST_TEST(verdictName(report.verdict) == u"marked"_s);
    BOOST_TEST(report.signatures.isEmpty());
    BOOST_REQUIRE(report.delivery.has_value());
    BOOST_TEST(report.delivery->whole);
    BOOST_TEST(report.delivery->sender == key.fingerprint());
    BOOST_TEST(report.problems.isEmpty());
    const QJsonObject json = toJson(report, Language::English);
    BOOST_TEST(json[u"delivery"_s].toObject()
               == (QJsonObject{{u"whole"_s, true}, {u"sender"_s, key.fingerprint()}}));
}

BOOST_AUTO_TEST_CASE(other_programs_find_the_mark_sound_too)
{
    marked();
    const auto pdfsig = test::run(u"pdfsig"_s, {u"-nocert"_s, out});
    BOOST_TEST(pdfsig.out.contains("Signature is Valid."));
    BOOST_TEST(pdfsig.out.contains("Total document signed"));
    BOOST_TEST(test::run(u"qpdf"_s, {u"--check"_s, out}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(the_mark_certifies_as_the_applicant_would)
{
    BOOST_TEST(marked().contains("/TransformMethod /DocMDP"));
}

BOOST_AUTO_TEST_CASE(a_changed_byte_breaks_the_mark_and_the_verdict)
{
    QByteArray bytes = marked();
    bytes.replace("0 0 1 RG", "1 0 0 RG");
    const VerificationReport report = test::verifyBytes(bytes);
    BOOST_TEST(verdictName(report.verdict) == u"broken"_s);
    BOOST_REQUIRE(report.delivery.has_value());
    BOOST_TEST(!report.delivery->whole);
    BOOST_TEST(test::codesOf(report).contains(u"digest-mismatch"_s));
}

BOOST_AUTO_TEST_CASE(something_added_later_makes_it_modified)
{
    const VerificationReport report = test::verifyBytes(marked() + "\n% added\n");
    BOOST_TEST(verdictName(report.verdict) == u"modified"_s);
    BOOST_TEST(!report.delivery->whole);
    BOOST_TEST(test::codesOf(report).contains(u"bytes-after-end"_s));
}

BOOST_AUTO_TEST_CASE(a_name_alone_makes_no_delivery_mark)
{
    NewIdentity named;
    named.name = key.name();
    named.kind = KeyKind::P256;
    const QString path = folder.file(u"named.p12"_s);
    createIdentity(path, named, Passphrase(u"口令"_s));
    const Identity imposter = Identity::load(path, Passphrase(u"口令"_s));
    BOOST_TEST(!isDeliveryMark(imposter.certificate()));
    BOOST_TEST(isDeliveryMark(key.certificate()));
    BOOST_TEST(!isDeliveryMark("no certificate"));
    BOOST_TEST((codeOf(in, imposter, SignatureRole::Delivery) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(the_key_of_the_installation_does_not_sign_for_a_unit)
{
    BOOST_TEST((codeOf(in, key, SignatureRole::Applicant) == ErrorCode::Unusable));
    BOOST_TEST((codeOf(in, key, SignatureRole::Recommender) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(a_closed_or_signed_paper_and_one_without_the_field_take_no_mark)
{
    marked();
    BOOST_TEST((codeOf(out, key, SignatureRole::Delivery) == ErrorCode::NoFreeField));
    const QString plain = folder.file(u"plain.pdf"_s);
    test::writeFile(plain, test::unsignedPaper());
    BOOST_TEST((codeOf(plain, key, SignatureRole::Delivery) == ErrorCode::NoFreeField));
    const Identity unit = test::Identities::all().load(u"p256"_s);
    signPdf(in, plain, test::requestFor(unit, SignatureRole::Applicant));
    BOOST_TEST((codeOf(plain, key, SignatureRole::Delivery) == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(a_mark_behind_a_signature_does_not_hide_that_signature)
{
    // The applicant's certificate signs after the mark: it is reported as what it is.
    marked();
    const Identity unit = test::Identities::all().load(u"p256"_s);
    const QString both = folder.file(u"both.pdf"_s);
    BOOST_TEST((codeOf(out, unit, SignatureRole::Applicant) == ErrorCode::Unsupported));
    signPdf(out, both, test::requestFor(unit, SignatureRole::Recommender));
    const VerificationReport report = test::verifyBytes(test::readFile(both));
    BOOST_REQUIRE(report.signatures.size() == 1);
    BOOST_TEST(report.signatures.first().fingerprint == unit.fingerprint());
    BOOST_REQUIRE(report.delivery.has_value());
    BOOST_TEST(verdictName(report.verdict) != u"marked"_s);
}

BOOST_AUTO_TEST_SUITE_END()
