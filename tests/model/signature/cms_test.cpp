// SPDX-License-Identifier: Apache-2.0
// Signatures made by the openssl program, good and bad, set into papers prepared by our own appender.
#include "model/base/error.h"
#include "model/pdf/signature_update.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/authority_fixture.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

#include <QCryptographicHash>

#include <openssl/cms.h>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const test::Identities& identities()
{
    return test::Identities::all();
}

/// A paper whose signature is made by `cms` from the bytes that are signed.
template<typename MakeCms>
QByteArray paperWith(const QByteArray& subFilter, const MakeCms& makeCms)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"in.pdf"_s), test::unsignedPaper());
    const FileBytes source(folder.file(u"in.pdf"_s));
    SignatureUpdate update;
    update.field = applicantFieldName();
    update.time = QDateTime::currentDateTimeUtc();
    update.subFilter = subFilter;
    PreparedSignature prepared = prepareSignature(PdfStructure(source), update);
    const QByteArray whole = test::unsignedPaper() + prepared.tail;
    prepared.setContents(makeCms(QByteArray(whole.first(prepared.byteRange[1]) + whole.mid(prepared.byteRange[2]))));
    return test::unsignedPaper() + prepared.tail;
}

/// `openssl cms -sign` over bytes with the identity of that name.
QByteArray cmsOver(const QByteArray& content, const QStringList& options, const QString& name = u"rsa2048"_s)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"content"_s), content);
    test::openssl(QStringList{u"cms"_s, u"-sign"_s, u"-binary"_s, u"-outform"_s, u"DER"_s, u"-in"_s,
                              folder.file(u"content"_s), u"-signer"_s, identities().path(name + u".pem"_s),
                              u"-inkey"_s, identities().path(name + u".key"_s), u"-out"_s, folder.file(u"cms"_s)}
                  + options);
    return test::readFile(folder.file(u"cms"_s));
}

VerificationReport reportOn(const QStringList& options, const QByteArray& subFilter = "ETSI.CAdES.detached",
                            const QString& name = u"rsa2048"_s)
{
    return test::verifyBytes(
        paperWith(subFilter, [&](const QByteArray& content) { return cmsOver(content, options, name); }));
}

void check(const VerificationReport& report, Verdict verdict, QLatin1StringView code = {})
{
    const QStringList codes = test::codesOf(report);
    BOOST_TEST(verdictName(report.verdict) == verdictName(verdict), codes.join(u' ').toStdString());
    BOOST_TEST((code.isEmpty() || codes.contains(code)), code.data() << " not in " << codes.join(u' ').toStdString());
}

/// A certificate for the key of rsa2048, with the options of `openssl x509`.
void certify(const QString& name, const QStringList& options, const QByteArray& extensions)
{
    test::writeFile(identities().path(name + u".cnf"_s), extensions);
    test::openssl(QStringList{u"x509"_s, u"-req"_s, u"-in"_s, identities().path(u"rsa2048.csr"_s), u"-extfile"_s,
                              identities().path(name + u".cnf"_s), u"-out"_s, identities().path(name + u".pem"_s)}
                  + options);
    test::writeFile(identities().path(name + u".key"_s), test::readFile(identities().path(u"rsa2048.key"_s)));
}

/// The CMS with a time stamp over its signature value, or over other bytes.
QByteArray stamped(const QByteArray& der, bool foreign)
{
    const auto* in = reinterpret_cast<const unsigned char*>(der.constData());
    CMS_ContentInfo* cms = d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size()));
    CMS_SignerInfo* info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(info);
    const QByteArray signature(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
    const QByteArray token = test::timestampOver(foreign ? QByteArray("another") : signature);
    CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                  static_cast<int>(token.size()));
    unsigned char* out = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &out);
    const QByteArray result(reinterpret_cast<const char*>(out), size);
    OPENSSL_free(out);
    CMS_ContentInfo_free(cms);
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(cms)

BOOST_AUTO_TEST_CASE(signatures_of_openssl_hold)
{
    check(reportOn({u"-cades"_s}), Verdict::Valid);
    check(reportOn({u"-cades"_s}, "ETSI.CAdES.detached", u"p384"_s), Verdict::Valid);
    check(reportOn({u"-cades"_s, u"-md"_s, u"sha512"_s}), Verdict::Valid);
    check(reportOn({}, "adbe.pkcs7.detached"), Verdict::Valid);
    check(reportOn({u"-noattr"_s}, "adbe.pkcs7.detached"), Verdict::Valid);
    check(reportOn({u"-cades"_s, u"-keyopt"_s, u"rsa_padding_mode:pss"_s}), Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(weak_digests_are_named_and_broken_ones_refused)
{
    check(reportOn({u"-cades"_s, u"-md"_s, u"sha1"_s}), Verdict::Valid, problem::weakDigest);
    check(reportOn({u"-md"_s, u"md5"_s}, "adbe.pkcs7.detached"), Verdict::Broken, problem::digestNotAccepted);
}

BOOST_AUTO_TEST_CASE(pades_demands_attributes_and_the_certificate_named_in_them)
{
    check(reportOn({}), Verdict::Broken, problem::signingCertificateMissing);
    check(reportOn({u"-noattr"_s}), Verdict::Broken, problem::attributesMissing);
}

BOOST_AUTO_TEST_CASE(a_signature_algorithm_in_the_place_of_a_digest_is_none)
{
    // Both identifiers have nine bytes and neither is signed: sha256 becomes sha256WithRSAEncryption.
    const auto swapped = [](const QByteArray& content) {
        return cmsOver(content, {u"-cades"_s})
            .replace(QByteArray::fromHex("0609608648016503040201"), QByteArray::fromHex("06092a864886f70d01010b"));
    };
    check(test::verifyBytes(paperWith("ETSI.CAdES.detached", swapped)), Verdict::Broken, problem::digestNotAccepted);
}

BOOST_AUTO_TEST_CASE(a_content_of_another_type_than_the_one_signed_breaks_the_signature)
{
    // The type stands twice, and only that in the attribute is signed: the first, of the content, becomes digestedData.
    const auto retyped = [](const QByteArray& content) {
        QByteArray cms = cmsOver(content, {u"-cades"_s});
        const QByteArray data = QByteArray::fromHex("06092a864886f70d010701");
        return cms.replace(cms.indexOf(data), data.size(), QByteArray::fromHex("06092a864886f70d010705"));
    };
    check(test::verifyBytes(paperWith("ETSI.CAdES.detached", retyped)), Verdict::Broken, problem::attributesMissing);
}

BOOST_AUTO_TEST_CASE(an_attribute_that_names_another_certificate_breaks_the_signature)
{
    const auto naming = [](const QString& name) {
        return paperWith("ETSI.CAdES.detached",
                         [&](const QByteArray& content) { return test::signedWith(content, QByteArray("\x30\x00", 2), name); });
    };
    check(test::verifyBytes(naming(u"p256"_s)), Verdict::Valid);
    const QByteArray other = naming(u"p384"_s);
    check(test::verifyBytes(other), Verdict::Broken, problem::signingCertificateMismatch);
    BOOST_TEST(verdictName(test::verdictWithout(other, {makeSigningCertificateRule})) == u"valid"_s);
}

BOOST_AUTO_TEST_CASE(a_short_key_is_named_and_changes_no_verdict)
{
    test::openssl({u"req"_s, u"-new"_s, u"-nodes"_s, u"-newkey"_s, u"rsa:1024"_s, u"-keyout"_s, identities().path(u"short.key"_s),
                   u"-out"_s, identities().path(u"short.csr"_s), u"-subj"_s, u"/CN=short"_s});
    test::openssl({u"x509"_s, u"-req"_s, u"-in"_s, identities().path(u"short.csr"_s), u"-CA"_s, identities().caPem(), u"-CAkey"_s,
                   identities().path(u"ca.key"_s), u"-CAcreateserial"_s, u"-out"_s, identities().path(u"short.pem"_s)});
    check(reportOn({u"-cades"_s}, "ETSI.CAdES.detached", u"short"_s), Verdict::Valid, problem::weakKey);
}

BOOST_AUTO_TEST_CASE(content_inside_two_signers_and_no_certificate_are_refused)
{
    check(reportOn({u"-cades"_s, u"-nodetach"_s}), Verdict::Broken, problem::cmsContent);
    check(reportOn({u"-cades"_s, u"-nocerts"_s}), Verdict::Broken, problem::signerCertificateMissing);
    check(reportOn({u"-cades"_s, u"-signer"_s, identities().path(u"p256.pem"_s), u"-inkey"_s,
                    identities().path(u"p256.key"_s)}),
          Verdict::Broken, problem::cmsSigners);
}

BOOST_AUTO_TEST_CASE(the_old_kind_with_sha1_inside_is_checked_and_called_weak)
{
    const auto makeCms = [](const QByteArray& content) {
        return cmsOver(QCryptographicHash::hash(content, QCryptographicHash::Sha1), {u"-nodetach"_s});
    };
    check(test::verifyBytes(paperWith("adbe.pkcs7.sha1", makeCms)), Verdict::Valid, problem::weakDigest);
    const auto other = [](const QByteArray&) { return cmsOver(QByteArray(20, 'x'), {u"-nodetach"_s}); };
    check(test::verifyBytes(paperWith("adbe.pkcs7.sha1", other)), Verdict::Broken, problem::digestMismatch);
}

BOOST_AUTO_TEST_CASE(the_certificate_must_be_for_signing_and_within_its_time)
{
    const QStringList ca{u"-CA"_s, identities().caPem(), u"-CAkey"_s, identities().path(u"ca.key"_s),
                         u"-CAcreateserial"_s};
    certify(u"encipher"_s, ca, "keyUsage=keyEncipherment\n");
    check(reportOn({u"-cades"_s}, "ETSI.CAdES.detached", u"encipher"_s), Verdict::Untrusted, problem::keyUsage);

    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"a.pdf"_s), test::signedPaper());
    const FileBytes source(folder.file(u"a.pdf"_s));
    TrustList trust;
    trust.addFile(identities().caPem());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    check(PdfVerifier().verify(source, trust, now.addYears(2)), Verdict::Untrusted, problem::certificateExpired);
    check(PdfVerifier().verify(source, trust, now.addYears(-1)), Verdict::Untrusted, problem::certificateNotYetValid);
}

BOOST_AUTO_TEST_CASE(an_issuer_of_the_same_name_is_another_issuer)
{
    test::openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                   identities().path(u"false-ca.key"_s), u"-out"_s, identities().path(u"false-ca.pem"_s), u"-subj"_s,
                   u"/CN=Test Authority"_s});
    certify(u"forged"_s,
            {u"-CA"_s, identities().path(u"false-ca.pem"_s), u"-CAkey"_s, identities().path(u"false-ca.key"_s),
             u"-CAcreateserial"_s},
            "keyUsage=digitalSignature\n");
    check(reportOn({u"-cades"_s}, "ETSI.CAdES.detached", u"forged"_s), Verdict::Untrusted, problem::chainUntrusted);
}

BOOST_AUTO_TEST_CASE(a_chain_leads_over_certificates_inside_the_signature)
{
    test::openssl({u"req"_s, u"-new"_s, u"-nodes"_s, u"-newkey"_s, u"rsa:2048"_s, u"-keyout"_s,
                   identities().path(u"mid.key"_s), u"-out"_s, identities().path(u"mid.csr"_s), u"-subj"_s,
                   u"/CN=Middle"_s});
    test::writeFile(identities().path(u"mid.cnf"_s), "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n");
    test::openssl({u"x509"_s, u"-req"_s, u"-in"_s, identities().path(u"mid.csr"_s), u"-CA"_s, identities().caPem(),
                   u"-CAkey"_s, identities().path(u"ca.key"_s), u"-CAcreateserial"_s, u"-extfile"_s,
                   identities().path(u"mid.cnf"_s), u"-out"_s, identities().path(u"mid.pem"_s)});
    certify(u"leaf"_s,
            {u"-CA"_s, identities().path(u"mid.pem"_s), u"-CAkey"_s, identities().path(u"mid.key"_s),
             u"-CAcreateserial"_s},
            "keyUsage=digitalSignature\n");
    check(reportOn({u"-cades"_s}, "ETSI.CAdES.detached", u"leaf"_s), Verdict::Untrusted, problem::chainUntrusted);
    check(reportOn({u"-cades"_s, u"-certfile"_s, identities().path(u"mid.pem"_s)}, "ETSI.CAdES.detached", u"leaf"_s),
          Verdict::Valid);
}

BOOST_AUTO_TEST_CASE(a_time_stamp_counts_when_it_is_of_this_signature)
{
    const auto own = [](const QByteArray& content) { return stamped(cmsOver(content, {u"-cades"_s}), false); };
    const VerificationReport report = test::verifyBytes(paperWith("ETSI.CAdES.detached", own));
    check(report, Verdict::Valid);
    BOOST_TEST(report.signatures.value(0).level == u"B-T"_s);
    BOOST_TEST(report.signatures.value(0).provenTime.isValid());
    const auto foreign = [](const QByteArray& content) { return stamped(cmsOver(content, {u"-cades"_s}), true); };
    check(test::verifyBytes(paperWith("ETSI.CAdES.detached", foreign)), Verdict::Broken, problem::timestampInvalid);
}

BOOST_AUTO_TEST_CASE(a_document_time_stamp_is_nobodys_signature)
{
    const auto token = [](const QByteArray& content) { return test::timestampOver(content); };
    const VerificationReport report = test::verifyBytes(paperWith("ETSI.RFC3161", token));
    BOOST_TEST(verdictName(report.verdict) == u"unsigned"_s);
    BOOST_TEST(report.documentTimestamps.size() == 1);
    const auto other = [](const QByteArray&) { return test::timestampOver("another"); };
    check(test::verifyBytes(paperWith("ETSI.RFC3161", other)), Verdict::Broken, problem::documentTimestampInvalid);
}

BOOST_AUTO_TEST_CASE(a_signature_too_large_for_its_place_is_refused)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"in.pdf"_s), test::unsignedPaper());
    SignRequest request = test::requestFor(identities().load(u"rsa4096"_s), SignatureRole::Applicant);
    request.contentsSize = 500;
    BOOST_CHECK_EXCEPTION(signPdf(folder.file(u"in.pdf"_s), folder.file(u"out.pdf"_s), request), Error,
                          [](const Error& error) { return error.code() == ErrorCode::TooLarge; });
    BOOST_TEST(!QFile::exists(folder.file(u"out.pdf"_s)));
}

BOOST_AUTO_TEST_SUITE_END()
