// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QFileInfo>

using namespace jz;
using namespace Qt::StringLiterals;
namespace bdata = boost::unit_test::data;

namespace {

/// What pdfsig says of every signature in the file.
int pdfsigValidCount(const QString& path)
{
    const auto result = test::run(u"pdfsig"_s, {u"-nocert"_s, path});
    return static_cast<int>(result.out.count("Signature is Valid."));
}

void checkSound(const QString& path)
{
    const auto result = test::run(u"qpdf"_s, {u"--check"_s, path});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(!QByteArray(result.out + result.err).contains("WARNING"));
}

/// The independent judge of the CMS: openssl over the bytes of the last /ByteRange.
void checkCms(const QString& path, const test::ScratchFolder& folder)
{
    const QByteArray file = test::readFile(path);
    const qsizetype at = file.lastIndexOf("/ByteRange [");
    const QList<QByteArray> numbers = file.mid(at + 12, file.indexOf(']', at) - at - 12).simplified().split(' ');
    BOOST_REQUIRE(numbers.size() == 4);
    const qint64 gap = numbers[1].toLongLong();
    const qint64 after = numbers[2].toLongLong();
    BOOST_TEST(after + numbers[3].toLongLong() == file.size());
    test::writeFile(folder.file(u"content"_s), file.left(gap) + file.mid(after));
    test::writeFile(folder.file(u"cms"_s), QByteArray::fromHex(file.mid(gap + 1, after - gap - 2)));
    const auto result =
        test::run(u"openssl"_s, {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                 folder.file(u"cms"_s), u"-content"_s, folder.file(u"content"_s), u"-CAfile"_s,
                                 test::Identities::all().caPem(), u"-purpose"_s, u"any"_s, u"-out"_s, u"/dev/null"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf_signer)

BOOST_DATA_TEST_CASE(every_kind_of_key_makes_a_signature_that_independent_judges_accept,
                     bdata::make({"rsa2048", "rsa3072", "rsa4096", "p256", "p384"}), kind)
{
    const test::ScratchFolder folder;
    const QString in = folder.file(u"paper.pdf"_s);
    const QString out = folder.file(u"signed.pdf"_s);
    test::writeFile(in, test::unsignedPaper());
    const Identity identity = test::Identities::all().load(QString::fromLatin1(kind));
    signPdf(in, out, test::requestFor(identity, SignatureRole::Applicant));

    BOOST_TEST(test::readFile(out).startsWith(test::readFile(in)));
    BOOST_TEST(pdfsigValidCount(out) == 1);
    checkSound(out);
    checkCms(out, folder);
    const VerificationReport report = test::verifyBytes(test::readFile(out));
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s);
    BOOST_TEST(report.signatures.value(0).level == u"B-B"_s);
    BOOST_TEST(report.signatures.value(0).fingerprint == identity.fingerprint());
    BOOST_TEST(report.signatures.value(0).reason == u"同意推荐。"_s);
}

BOOST_AUTO_TEST_CASE(an_applicant_and_two_recommenders_sign_one_after_the_other)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::countersignedPaper());
    BOOST_TEST((firstFreeField(path, SignatureRole::Recommender).value().name == u"Recommender2"_s));
    signPdf(path, path, test::requestFor(test::Identities::all().load(u"p384"_s), SignatureRole::Recommender));

    BOOST_TEST(test::readFile(path).startsWith(test::countersignedPaper()));
    BOOST_TEST(pdfsigValidCount(path) == 3);
    checkSound(path);
    checkCms(path, folder);
    const VerificationReport report = test::verifyBytes(test::readFile(path));
    BOOST_REQUIRE(report.signatures.size() == 3);
    for (const SignatureReport& signature : report.signatures)
        BOOST_TEST(signature.intact);
    BOOST_TEST((report.signatures[2].changes == Changes::None));
    BOOST_TEST(report.signatures[1].has(problem::laterRevision));
}

BOOST_AUTO_TEST_SUITE_END()
