// SPDX-License-Identifier: Apache-2.0
// Tokens (UKey) of SoftHSM2, filled with pkcs11-tool.
#include "model/signature/token.h"
#include "model/base/error.h"
#include "model/signature/pdf_verifier.h"
#include "model/signature/pkcs11_session.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"
#include "tests/support/soft_tokens.h"

#include <QFileInfo>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const test::SoftTokens& softTokens()
{
    static const test::SoftTokens tokens;
    return tokens;
}

void put(const QString& label, const QString& id, const QString& identity, bool withKey = true)
{
    const test::Identities& all = test::Identities::all();
    softTokens().put(label, id, all.path(identity + u".pem"_s), withKey ? all.path(identity + u".key"_s) : QString());
}

/// Two tokens: one with an RSA key alone, one with two keys on curves, their CA, and a certificate without a key.
const TokenModule& module()
{
    static const TokenModule module = [] {
        softTokens().add(u"单位UKey"_s);
        put(u"单位UKey"_s, u"01"_s, u"rsa3072"_s);
        softTokens().add(u"EC"_s);
        put(u"EC"_s, u"0a"_s, u"p256"_s);
        put(u"EC"_s, u"0b"_s, u"p384"_s);
        put(u"EC"_s, u"0c"_s, u"ca"_s, false);
        put(u"EC"_s, u"0d"_s, u"rsa2048"_s, false);
        return TokenModule(test::softTokenModule());
    }();
    return module;
}

QString fingerprintOf(const QString& identity)
{
    return test::Identities::all().load(identity).fingerprint();
}

Identity opened(const QString& label, const QString& fingerprint = {})
{
    return module().open({label, fingerprint}, Passphrase(test::SoftTokens::pin()));
}

/// The code with which it fails; its message names what to do and never the PIN.
ErrorCode failure(const TokenChoice& choice, const QString& pin, const QString& words)
{
    try {
        module().open(choice, Passphrase(pin));
    } catch (const Error& error) {
        BOOST_TEST(error.message().zh.contains(words), error.message().zh.toStdString());
        BOOST_TEST(!QString(error.message().zh + error.message().en + error.detail()).contains(pin));
        return error.code();
    }
    BOOST_ERROR("it was opened");
    return ErrorCode::Malformed;
}

} // namespace

BOOST_AUTO_TEST_SUITE(token)

BOOST_AUTO_TEST_CASE(tokens_and_their_certificates_are_listed_without_a_pin)
{
    const QList<TokenInfo> tokens = module().tokens();
    BOOST_REQUIRE(tokens.size() == 2);
    const TokenInfo& first = tokens[0].label == u"EC" ? tokens[1] : tokens[0];
    const TokenInfo& second = tokens[0].label == u"EC" ? tokens[0] : tokens[1];
    BOOST_TEST(first.label == u"单位UKey"_s);
    BOOST_TEST(!first.serial.isEmpty());
    BOOST_REQUIRE(first.certificates.size() == 1);
    BOOST_TEST(first.certificates[0].name == u"单位 rsa3072"_s);
    BOOST_TEST(first.certificates[0].fingerprint == fingerprintOf(u"rsa3072"_s));
    BOOST_TEST(!first.certificates[0].isAuthority);
    BOOST_TEST(second.certificates.size() == 4);
    BOOST_TEST(std::count_if(second.certificates.begin(), second.certificates.end(),
                             [](const TokenCertificate& one) { return one.isAuthority; })
               == 1);
}

BOOST_AUTO_TEST_CASE(papers_signed_by_tokens_verify_and_pdfsig_agrees)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::unsignedPaper());
    signPdf(path, path, test::requestFor(opened(u"单位UKey"_s), SignatureRole::Applicant));
    signPdf(path, path, test::requestFor(opened(u"EC"_s, fingerprintOf(u"p256"_s)), SignatureRole::Recommender));
    signPdf(path, path, test::requestFor(opened(u"EC"_s, fingerprintOf(u"p384"_s).first(8).toUpper()), SignatureRole::Recommender));
    const VerificationReport report = test::verifyBytes(test::readFile(path));
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s);
    BOOST_TEST(report.signatures.size() == 3);
    BOOST_TEST(report.signatures.value(0).signer == u"单位 rsa3072"_s);
    const test::ProcessResult judge = test::run(u"pdfsig"_s, {u"-nocert"_s, path});
    BOOST_TEST(judge.out.count("Signature is Valid.") == 3);
}

BOOST_AUTO_TEST_CASE(a_wrong_pin_is_told_with_what_is_left_of_the_tries)
{
    BOOST_TEST((failure({u"单位UKey"_s, {}}, u"99999"_s, u"PIN 不正确"_s) == ErrorCode::WrongPassphrase));
    // SoftHSM now says that few tries are left.
    BOOST_TEST((failure({u"单位UKey"_s, {}}, u"88888"_s, u"剩余次数不多"_s) == ErrorCode::WrongPassphrase));
    for (const TokenInfo& token : module().tokens())
        BOOST_TEST((token.pin == (token.label == u"EC" ? TokenInfo::Pin::Fine : TokenInfo::Pin::Low)));
    BOOST_CHECK_NO_THROW(opened(u"单位UKey"_s));
}

BOOST_AUTO_TEST_CASE(locked_expired_and_removed_tokens_have_words_of_their_own)
{
    const auto words = [](CK_RV code) { return p11::failure(code, u"K"_s).message().zh; };
    BOOST_TEST(words(CKR_PIN_LOCKED).contains(u"已锁定"_s));
    BOOST_TEST(words(CKR_PIN_EXPIRED).contains(u"已过期"_s));
    BOOST_TEST(words(CKR_DEVICE_REMOVED).contains(u"已拔出"_s));
    BOOST_TEST(words(CKR_GENERAL_ERROR).contains(u"拔下重插"_s));
    BOOST_TEST((p11::failure(CKR_PIN_LOCKED, u"K"_s).code() == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(what_to_sign_with_is_asked_for_before_the_pin_is_used)
{
    const QString pin = test::SoftTokens::pin();
    BOOST_TEST((failure({}, pin, u"不止一个 UKey"_s) == ErrorCode::Usage));
    BOOST_TEST((failure({u"other"_s, {}}, pin, u"没有名为“other”"_s) == ErrorCode::NotFound));
    BOOST_TEST((failure({u"EC"_s, {}}, pin, u"多张证书"_s) == ErrorCode::Usage));
    BOOST_TEST((failure({u"EC"_s, u"00000000"_s}, pin, u"没有指纹以“00000000”开头"_s) == ErrorCode::NotFound));
    BOOST_TEST((failure({u"EC"_s, fingerprintOf(u"p256"_s).first(4)}, pin, u"至少 8 位"_s) == ErrorCode::NotFound));
    BOOST_TEST((failure({u"EC"_s, fingerprintOf(u"rsa2048"_s)}, pin, u"没有证书“单位 rsa2048”的私钥"_s) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(what_is_no_module_is_told)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"driver.so"_s), "text");
    const auto code = [](const QString& path) {
        try {
            const TokenModule module(path);
        } catch (const Error& error) {
            BOOST_TEST(error.subject() == path);
            return error.code();
        }
        return ErrorCode::Malformed;
    };
    BOOST_TEST((code(folder.file(u"none.so"_s)) == ErrorCode::NotFound));
    BOOST_TEST((code(folder.file(u"driver.so"_s)) == ErrorCode::Unusable));
    BOOST_TEST((code(u"/lib/x86_64-linux-gnu/libz.so.1"_s) == ErrorCode::Unusable));
}

// Last of its suite: the token is gone afterwards.
BOOST_AUTO_TEST_CASE(a_token_pulled_out_in_the_middle_leaves_no_file)
{
    const test::ScratchFolder folder;
    const QString out = folder.file(u"signed.pdf"_s);
    test::writeFile(folder.file(u"paper.pdf"_s), test::unsignedPaper());
    const SignRequest request = test::requestFor(opened(u"单位UKey"_s), SignatureRole::Applicant);
    softTokens().pullOut(u"单位UKey"_s);
    BOOST_CHECK_EXCEPTION(signPdf(folder.file(u"paper.pdf"_s), out, request), Error, [](const Error& error) {
        return error.code() == ErrorCode::Unusable && error.message().zh.contains(u"UKey"_s);
    });
    BOOST_TEST(!QFile::exists(out));
    BOOST_TEST(test::readFile(folder.file(u"paper.pdf"_s)) == test::unsignedPaper());
}

BOOST_AUTO_TEST_SUITE_END()
