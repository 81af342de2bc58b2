// SPDX-License-Identifier: Apache-2.0
// Each rule earns its place: without it, its attack fares better. The attacked papers carry signatures whose value
// holds, so that no other rule catches them by chance.
#include "model/pdf/signature_update.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

#include <openssl/cms.h>

using namespace jz;
using test::allRules;
using test::MakeRule;
using test::setRange;
using namespace Qt::StringLiterals;

namespace {

void check(const QByteArray& paper, const QList<MakeRule>& left, Verdict expected)
{
    BOOST_TEST(verdictName(test::verdictWithout(paper, left)) == verdictName(expected));
}

/// The CMS of a paper with an unsigned attribute more, a time stamp token that is none.
QByteArray withFalseTimestamp(QByteArray paper)
{
    const qsizetype at = paper.lastIndexOf("/Contents <") + 11;
    const qsizetype room = paper.indexOf('>', at) - at;
    const QByteArray der = QByteArray::fromHex(paper.mid(at, room));
    const auto* in = reinterpret_cast<const unsigned char*>(der.constData());
    CMS_ContentInfo* cms = d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size()));
    BOOST_REQUIRE(cms);
    CMS_SignerInfo* info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    const QByteArray token("\x30\x03\x02\x01\x01", 5);
    CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                  static_cast<int>(token.size()));
    unsigned char* out = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &out);
    const QByteArray hex = QByteArray(reinterpret_cast<const char*>(out), size).toHex();
    OPENSSL_free(out);
    CMS_ContentInfo_free(cms);
    return paper.replace(at, room, hex.leftJustified(room, '0'));
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(the_list_here_is_the_list_of_the_verifier)
{
    BOOST_TEST(static_cast<size_t>(allRules().size()) == defaultSignatureRules().size());
    check(test::signedPaper(), {}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(without_a_rule_that_establishes_something_it_is_not_believed)
{
    check(test::signedPaper(), {makeCoverageRule}, Verdict::Broken);
    check(test::signedPaper(), {makeCmsRule}, Verdict::Broken);
    check(test::signedPaper(), {makeTrustRule}, Verdict::Untrusted);
    check(test::signedPaper(), allRules(), Verdict::Broken);
}

BOOST_AUTO_TEST_CASE(a_gap_wider_than_the_signature_data)
{
    const QByteArray paper =
        test::signField(test::unsignedPaper(), applicantFieldName(), true, [](PreparedSignature& prepared) {
            const auto& range = prepared.byteRange;
            setRange(prepared, {0, range[1], range[2] + 1, range[3] - 1});
        });
    check(paper, {}, Verdict::Broken);
    check(paper, {makeExactGapRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(signed_bytes_that_stop_short_of_the_end_of_the_revision)
{
    const QByteArray paper =
        test::signField(test::unsignedPaper(), applicantFieldName(), true, [](PreparedSignature& prepared) {
            const auto& range = prepared.byteRange;
            setRange(prepared, {0, range[1], range[2], range[3] - 8});
        });
    check(paper, {}, Verdict::Broken);
    check(paper, {makeRevisionEndRule}, Verdict::Modified);
    check(paper, {makeRevisionEndRule, makeRevisionChainRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_second_byte_range_in_the_dictionary)
{
    // The one that counts comes last; readers that take the first one see another range.
    const QByteArray paper =
        test::signField(test::unsignedPaper(), applicantFieldName(), true, [](PreparedSignature& prepared) {
            const qsizetype at = prepared.tail.indexOf("/Type /Sig /Filter /Adobe.PPKLite");
            prepared.tail.replace(at, 33, QByteArray("/ByteRange[0 1 2 3]/Filter/F").leftJustified(33));
        });
    check(paper, {}, Verdict::Broken);
    check(paper, {makeUniqueKeyRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_certificate_that_is_not_the_one_named)
{
    const QByteArray paper =
        test::signField(test::unsignedPaper(), applicantFieldName(), true, [](PreparedSignature&) {});
    // The same signature, sent as one that does not say which certificate it was made with.
    const test::ScratchFolder folder;
    const qsizetype at = paper.lastIndexOf("/Contents <") + 11;
    const qsizetype room = paper.indexOf('>', at) - at;
    test::writeFile(folder.file(u"content"_s), paper.first(at - 1) + paper.mid(at + room + 1));
    test::openssl({u"cms"_s, u"-sign"_s, u"-binary"_s, u"-outform"_s, u"DER"_s, u"-in"_s, folder.file(u"content"_s),
                   u"-signer"_s, test::Identities::all().path(u"p256.pem"_s), u"-inkey"_s,
                   test::Identities::all().path(u"p256.key"_s), u"-out"_s, folder.file(u"cms"_s)});
    const QByteArray hex = test::readFile(folder.file(u"cms"_s)).toHex();
    const QByteArray other = QByteArray(paper).replace(at, room, hex.leftJustified(room, '0'));
    check(other, {}, Verdict::Broken);
    check(other, {makeSigningCertificateRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_time_stamp_that_is_none)
{
    const QByteArray paper = withFalseTimestamp(test::signedPaper());
    check(paper, {}, Verdict::Broken);
    check(paper, {makeTimestampRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(bytes_behind_the_end)
{
    check(test::signedPaper() + "garbage", {}, Verdict::Modified);
    check(test::signedPaper() + "garbage", {makeRevisionChainRule}, Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(later_revisions_are_not_believed_without_being_compared)
{
    check(test::countersignedPaper(), {}, Verdict::Valid);
    check(test::countersignedPaper(), {makeComparisonRule}, Verdict::Modified);
}

BOOST_AUTO_TEST_SUITE_END()
