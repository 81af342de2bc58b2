// SPDX-License-Identifier: Apache-2.0
#include "model/signature/identity.h"
#include "model/base/error.h"
#include "model/signature/new_identity.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const test::Identities& identities()
{
    return test::Identities::all();
}

ErrorCode codeOfLoading(const QString& path, const QString& passphrase = test::Identities::passphrase())
{
    try {
        Identity::load(path, Passphrase(passphrase));
    } catch (const Error& error) {
        BOOST_TEST(error.subject() == path);
        BOOST_TEST(!error.message().zh.isEmpty());
        BOOST_TEST(!QString(error.message().zh + error.message().en + error.detail()).contains(passphrase));
        return error.code();
    }
    BOOST_ERROR("loading succeeded");
    return ErrorCode::Usage;
}

/// Packs key and certificate made by openssl.
void pack(const QString& name, const QStringList& key, const QString& certificate, const QStringList& more = {})
{
    test::openssl(QStringList{u"pkcs12"_s, u"-export"_s} + key
                  + QStringList{u"-in"_s, certificate, u"-out"_s, identities().path(name), u"-passout"_s,
                                u"pass:"_s + test::Identities::passphrase()}
                  + more);
}

} // namespace

BOOST_AUTO_TEST_SUITE(identity)

BOOST_AUTO_TEST_CASE(a_new_identity_is_self_issued_private_to_its_owner_and_opens_with_its_passphrase)
{
    const test::ScratchFolder folder;
    for (const KeyKind kind : {KeyKind::Rsa3072, KeyKind::P256}) {
        const QString path = folder.file(u"身份.p12"_s);
        NewIdentity wanted;
        wanted.name = u"某某大学（盖章）"_s;
        wanted.kind = kind;
        createIdentity(path, wanted, Passphrase(u"口令 1"_s));
        const Identity made = Identity::load(path, Passphrase(u"口令 1"_s));
        BOOST_TEST(made.name() == wanted.name);
        BOOST_TEST(made.isSelfIssued());
        BOOST_TEST(made.fingerprint().size() == 64);
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        BOOST_TEST((QFileInfo(path).permissions() & others).toInt() == 0);
        const auto info = test::run(u"openssl"_s, {u"pkcs12"_s, u"-info"_s, u"-noout"_s, u"-in"_s, path, u"-passin"_s,
                                                   u"pass:口令 1"_s});
        BOOST_TEST(info.err.contains("AES-256-CBC"));

        test::writeFile(folder.file(u"c.pem"_s), toPem(made.certificate()));
        const QByteArray text = test::run(u"openssl"_s, {u"x509"_s, u"-noout"_s, u"-text"_s, u"-nameopt"_s, u"utf8"_s,
                                                         u"-in"_s, folder.file(u"c.pem"_s)}).out;
        BOOST_TEST(text.contains("Digital Signature, Non Repudiation"));
        BOOST_TEST(text.contains("CA:FALSE"));
        BOOST_TEST(text.contains("self-issued"));
        BOOST_TEST(text.contains(kind == KeyKind::P256 ? "NIST CURVE: P-256" : "(3072 bit)"));
    }
}

BOOST_AUTO_TEST_CASE(an_identity_needs_a_name_and_a_passphrase)
{
    const test::ScratchFolder folder;
    const auto code = [&](const QString& name, const QString& passphrase) {
        try {
            createIdentity(folder.file(u"x.p12"_s), NewIdentity{name, KeyKind::P256, {}, 5}, Passphrase(passphrase));
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Malformed;
    };
    BOOST_TEST((code(u" "_s, u"p"_s) == ErrorCode::Usage));
    BOOST_TEST((code(QString(65, u'长'), u"p"_s) == ErrorCode::Usage));
    BOOST_TEST((code(u"x"_s, QString()) == ErrorCode::Usage));
    BOOST_TEST(!QFileInfo::exists(folder.file(u"x.p12"_s)));
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_told)
{
    BOOST_TEST((codeOfLoading(identities().path(u"p256.p12"_s), u"guess-77"_s) == ErrorCode::WrongPassphrase));
    BOOST_TEST((codeOfLoading(identities().path(u"own.p12"_s), u"guess-77"_s) == ErrorCode::WrongPassphrase));
}

BOOST_AUTO_TEST_CASE(what_is_no_identity_file_is_told)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"x.p12"_s);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("text")}) {
        test::writeFile(path, bytes);
        BOOST_TEST((codeOfLoading(path) == ErrorCode::Malformed));
    }
    // A certificate alone is PEM, but nothing to sign with.
    test::writeFile(path, test::readFile(identities().caPem()));
    BOOST_TEST((codeOfLoading(path) == ErrorCode::Unusable));
    BOOST_TEST((codeOfLoading(folder.file(u"none.p12"_s)) == ErrorCode::NotFound));
}

BOOST_AUTO_TEST_CASE(a_file_without_key_and_a_key_that_is_too_weak_are_not_usable)
{
    pack(u"nokey.p12"_s, {u"-nokeys"_s}, identities().path(u"p256.pem"_s));
    BOOST_TEST((codeOfLoading(identities().path(u"nokey.p12"_s)) == ErrorCode::Unusable));

    test::openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:1024"_s, u"-nodes"_s, u"-keyout"_s,
                   identities().path(u"weak.key"_s), u"-out"_s, identities().path(u"weak.pem"_s), u"-subj"_s,
                   u"/CN=weak"_s});
    pack(u"weak.p12"_s, {u"-inkey"_s, identities().path(u"weak.key"_s)}, identities().path(u"weak.pem"_s));
    BOOST_TEST((codeOfLoading(identities().path(u"weak.p12"_s)) == ErrorCode::Unusable));

    test::openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:secp256k1"_s,
                   u"-nodes"_s, u"-keyout"_s, identities().path(u"k1.key"_s), u"-out"_s,
                   identities().path(u"k1.pem"_s), u"-subj"_s, u"/CN=k1"_s});
    pack(u"k1.p12"_s, {u"-inkey"_s, identities().path(u"k1.key"_s)}, identities().path(u"k1.pem"_s));
    BOOST_TEST((codeOfLoading(identities().path(u"k1.p12"_s)) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(old_files_with_rc2_and_triple_des_open_too)
{
    pack(u"legacy.p12"_s, {u"-inkey"_s, identities().path(u"p256.key"_s)}, identities().path(u"p256.pem"_s),
         {u"-legacy"_s});
    const Identity old = Identity::load(identities().path(u"legacy.p12"_s), Passphrase(test::Identities::passphrase()));
    BOOST_TEST(old.name() == u"单位 p256"_s);
    BOOST_TEST(old.fingerprint() == identities().load(u"p256"_s).fingerprint());
}

BOOST_AUTO_TEST_CASE(pairs_of_pem_files_open_from_either_half_and_in_one_file)
{
    const test::ScratchFolder folder;
    const QByteArray certificate = test::readFile(identities().path(u"p256.pem"_s));
    const QByteArray key = test::readFile(identities().path(u"p256.key"_s));
    const QString fingerprint = identities().load(u"p256"_s).fingerprint();
    test::writeFile(folder.file(u"单位.crt"_s), certificate + test::readFile(identities().caPem()));
    test::writeFile(folder.file(u"单位.key"_s), key);
    test::writeFile(folder.file(u"both.pem"_s), key + certificate);
    for (const QString& name : {u"单位.crt"_s, u"单位.key"_s, u"both.pem"_s}) {
        const Identity pair = Identity::load(folder.file(name), Passphrase(QString()));
        BOOST_TEST(pair.fingerprint() == fingerprint);
        BOOST_TEST(pair.issuers().size() == (name == u"both.pem"_s ? 0 : 1));
        BOOST_TEST(!pair.sign("bytes").isEmpty());
    }
    QFile::remove(folder.file(u"单位.key"_s));
    BOOST_TEST((codeOfLoading(folder.file(u"单位.crt"_s)) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(an_encrypted_key_in_pem_needs_its_passphrase)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"a.pem"_s), test::readFile(identities().path(u"p256.pem"_s)));
    test::openssl({u"pkey"_s, u"-in"_s, identities().path(u"p256.key"_s), u"-aes256"_s, u"-passout"_s,
                   u"pass:"_s + test::Identities::passphrase(), u"-out"_s, folder.file(u"a.key"_s)});
    BOOST_TEST(Identity::load(folder.file(u"a.pem"_s), Passphrase(test::Identities::passphrase())).name() == u"单位 p256"_s);
    BOOST_CHECK_EXCEPTION(Identity::load(folder.file(u"a.pem"_s), Passphrase(u"wrong"_s)), Error,
                          [](const Error& error) { return error.code() == ErrorCode::WrongPassphrase; });
}

BOOST_AUTO_TEST_CASE(a_passphrase_that_an_old_program_took_byte_for_byte_opens_its_file)
{
    // What such a program made of “口令 pass-1”: each byte of the UTF-8 a character.
    const QString asTaken = QString::fromLatin1(test::Identities::passphrase().toUtf8());
    test::openssl({u"pkcs12"_s, u"-export"_s, u"-legacy"_s, u"-inkey"_s, identities().path(u"p256.key"_s), u"-in"_s,
                   identities().path(u"p256.pem"_s), u"-out"_s, identities().path(u"bytes.p12"_s), u"-passout"_s,
                   u"pass:"_s + asTaken});
    const Identity old = Identity::load(identities().path(u"bytes.p12"_s), Passphrase(test::Identities::passphrase()));
    BOOST_TEST(old.name() == u"单位 p256"_s);
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_is_refused_with_its_date)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"old.p12"_s);
    const QDateTime from = QDateTime::currentDateTimeUtc().addYears(-3);
    createIdentity(path, NewIdentity{u"旧"_s, KeyKind::P256, from, 1}, Passphrase(u"p"_s));
    const Identity old = Identity::load(path, Passphrase(u"p"_s));
    BOOST_CHECK_EXCEPTION(old.requireValidAt(QDateTime::currentDateTimeUtc()), Error, [&](const Error& error) {
        return error.code() == ErrorCode::Unusable
               && error.message().zh.contains(old.validTo().toLocalTime().date().toString(Qt::ISODate));
    });
    BOOST_CHECK_EXCEPTION(old.requireValidAt(from.addDays(-2)), Error,
                          [](const Error& error) { return error.code() == ErrorCode::Unusable; });
    BOOST_CHECK_NO_THROW(old.requireValidAt(from.addDays(30)));
}

BOOST_AUTO_TEST_CASE(a_passphrase_file_gives_its_first_line)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"口令.txt"_s);
    const auto read = [&](const QByteArray& bytes) {
        test::writeFile(path, bytes);
        const Passphrase passphrase = Passphrase::fromFile(path);
        return QByteArray(passphrase.constData(), passphrase.size());
    };
    BOOST_TEST(read("abc\r\n") == QByteArray("abc"));
    BOOST_TEST(read("\xef\xbb\xbf口令 1\nmore") == QByteArray("口令 1"));
    BOOST_TEST(read("") == QByteArray());
    BOOST_CHECK_EXCEPTION(read(QByteArray(5000, 'x')), Error,
                          [](const Error& error) { return error.code() == ErrorCode::TooLarge; });
}

BOOST_AUTO_TEST_SUITE_END()
