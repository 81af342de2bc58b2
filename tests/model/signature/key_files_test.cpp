// SPDX-License-Identifier: Apache-2.0
// Keys in files of every making, and what stays of them in memory.
#include "model/base/error.h"
#include "model/signature/identity.h"
#include "model/signature/openssl_handles.h"
#include "tests/model/signature/authority_fixture.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

#include <QFile>

#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString& name)
{
    return test::Identities::all().path(name);
}

/// `openssl pkcs12 -export` of rsa2048 with its CA.
QString packed(const test::ScratchFolder& folder, const QStringList& making, const QString& passphrase)
{
    const QString path = folder.file(u"单位.pfx"_s);
    test::openssl(QStringList{u"pkcs12"_s, u"-export"_s, u"-inkey"_s, pathOf(u"rsa2048.key"_s), u"-in"_s,
                              pathOf(u"rsa2048.pem"_s), u"-certfile"_s, pathOf(u"ca.pem"_s), u"-out"_s, path,
                              u"-passout"_s, u"pass:"_s + passphrase}
                  + making);
    return path;
}

bool opens(const QString& path, const QString& passphrase)
{
    try {
        const Identity identity = Identity::load(path, Passphrase(passphrase));
        return identity.name() == u"单位 rsa2048"_s && !identity.sign("bytes").isEmpty();
    } catch (const Error& error) {
        BOOST_TEST_MESSAGE(error.what());
        return false;
    }
}

/// The first line of a file with every bit of each byte turned: to look for it without having it in memory.
QByteArray turned(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QByteArray bytes(file.size(), Qt::Uninitialized);
    BOOST_REQUIRE(file.read(bytes.data(), bytes.size()) == bytes.size());
    for (char& byte : bytes)
        byte = static_cast<char>(~byte);
    return bytes.first(bytes.indexOf(static_cast<char>(~'\n')));
}

bool stands(const char* memory, qsizetype size, const QByteArray& wanted)
{
    const char first = static_cast<char>(~wanted[0]);
    for (qsizetype at = 0; at + wanted.size() <= size; ++at) {
        const auto* next = static_cast<const char*>(std::memchr(memory + at, first, static_cast<size_t>(size - at)));
        if (!next || next + wanted.size() > memory + size)
            return false;
        at = next - memory;
        qsizetype same = 1;
        while (same < wanted.size() && next[same] == static_cast<char>(~wanted[same]))
            ++same;
        if (same == wanted.size())
            return true;
    }
    return false;
}

/// Whether those bytes stand anywhere in the writable memory of this process. Takes no memory itself: what was freed is to stay
/// as it was left.
bool isInMemory(const QByteArray& wanted)
{
    constexpr unsigned long long largestRegion = 1ULL << 30; // what the sanitizers reserve is larger
    static char piece[1 << 16];
    std::array<char, 512> line{};
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const int maps = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    bool found = false;
    size_t length = 0;
    for (char byte = 0; ::read(maps, &byte, 1) == 1;) {
        if (byte != '\n') {
            if (length + 1 < line.size())
                line[length++] = byte;
            continue;
        }
        line[std::exchange(length, 0)] = '\0';
        unsigned long long begin = 0;
        unsigned long long end = 0;
        std::array<char, 5> rights{};
        const bool isRead = std::sscanf(line.data(), "%llx-%llx %4s", &begin, &end, rights.data()) == 3;
        if (!isRead || rights[0] != 'r' || rights[1] != 'w' || end - begin > largestRegion)
            continue;
        const auto step = static_cast<unsigned long long>(sizeof piece) - static_cast<unsigned long long>(wanted.size());
        for (unsigned long long at = begin; at < end && !found; at += step) {
            const ssize_t count = ::pread(memory, piece, std::min<size_t>(sizeof piece, end - at), static_cast<off_t>(at));
            found = count > 0 && stands(piece, count, wanted);
        }
    }
    OPENSSL_cleanse(piece, sizeof piece);
    ::close(memory);
    ::close(maps);
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(key_files)

BOOST_AUTO_TEST_CASE(pkcs12_of_every_making_opens_with_every_kind_of_passphrase)
{
    const test::ScratchFolder folder;
    const QList<QStringList> makings{
        {},                                                                        // OpenSSL 3
        {u"-legacy"_s},                                                            // OpenSSL 1.1: RC2-40 and 3DES
        {u"-keypbe"_s, u"PBE-SHA1-3DES"_s, u"-certpbe"_s, u"PBE-SHA1-3DES"_s, u"-macalg"_s, u"sha1"_s}, // Windows, TripleDES-SHA1
        {u"-keypbe"_s, u"AES-256-CBC"_s, u"-certpbe"_s, u"AES-256-CBC"_s, u"-macalg"_s, u"sha256"_s},   // Windows, AES256-SHA256
        {u"-legacy"_s, u"-keypbe"_s, u"PBE-SHA1-RC2-128"_s, u"-certpbe"_s, u"PBE-SHA1-RC2-40"_s},
        {u"-legacy"_s, u"-keypbe"_s, u"PBE-SHA1-RC4-128"_s, u"-certpbe"_s, u"PBE-SHA1-RC4-40"_s},
        {u"-certpbe"_s, u"NONE"_s},
        {u"-nomac"_s},
        {u"-legacy"_s, u"-nomac"_s},
        {u"-LMK"_s, u"-CSP"_s, u"Microsoft Enhanced RSA and AES Cryptographic Provider"_s, u"-name"_s, u"单位"_s}};
    for (const QStringList& making : makings) {
        for (const QString& passphrase : {u"口令 pass-1 é𠮷"_s, u"ascii"_s, QString()}) {
            const QString path = packed(folder, making, passphrase);
            BOOST_TEST(opens(path, passphrase), making.join(u' ').toStdString() << " with “" << passphrase.toStdString() << "”");
            BOOST_TEST(!opens(path, u"another"_s), making.join(u' ').toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(no_passphrase_is_written_in_two_ways)
{
    const test::ScratchFolder folder;
    test::openssl({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, pathOf(u"rsa2048.key"_s), u"-in"_s, pathOf(u"rsa2048.pem"_s),
                   u"-out"_s, folder.file(u"a.p12"_s), u"-passout"_s, u"pass:x"_s});
    const QByteArray bytes = test::readFile(folder.file(u"a.p12"_s));
    const unsigned char* in = ssl::data(bytes);
    const ssl::Pkcs12 given(d2i_PKCS12(nullptr, &in, static_cast<long>(bytes.size())));
    EVP_PKEY* rawKey = nullptr;
    X509* rawCertificate = nullptr;
    BOOST_REQUIRE(PKCS12_parse(given.get(), "x", &rawKey, &rawCertificate, nullptr) == 1);
    const ssl::Key key(rawKey);
    const ssl::Certificate certificate(rawCertificate);
    for (const char* passphrase : {"", static_cast<const char*>(nullptr)}) {
        const ssl::Pkcs12 made(PKCS12_create(passphrase, nullptr, key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0));
        BOOST_REQUIRE(made != nullptr);
        test::writeFile(folder.file(u"b.p12"_s), ssl::der(made.get(), i2d_PKCS12));
        BOOST_TEST(opens(folder.file(u"b.p12"_s), QString()));
        BOOST_TEST(!opens(folder.file(u"b.p12"_s), u"x"_s));
    }
}

BOOST_AUTO_TEST_CASE(encrypted_pem_of_every_making_opens)
{
    const test::ScratchFolder folder;
    const QString key = folder.file(u"a.key"_s);
    test::writeFile(folder.file(u"a.crt"_s), test::readFile(pathOf(u"rsa2048.pem"_s)));
    const QString pass = u"pass:口令 1"_s;
    const auto pkcs8 = [&](const QStringList& making) {
        return QStringList{u"pkcs8"_s, u"-topk8"_s, u"-in"_s, pathOf(u"rsa2048.key"_s), u"-passout"_s, pass, u"-out"_s, key} + making;
    };
    const QStringList old{u"-provider"_s, u"legacy"_s, u"-provider"_s, u"default"_s};
    for (const QStringList& making :
         {pkcs8({u"-v2"_s, u"aes256"_s}), pkcs8({u"-v2"_s, u"des3"_s}), pkcs8({u"-scrypt"_s}), pkcs8({u"-v1"_s, u"PBE-SHA1-3DES"_s}),
          pkcs8(QStringList{u"-v1"_s, u"PBE-SHA1-RC2-40"_s} + old), pkcs8(QStringList{u"-v1"_s, u"PBE-MD5-DES"_s} + old),
          QStringList{u"rsa"_s, u"-in"_s, pathOf(u"rsa2048.key"_s), u"-des3"_s, u"-traditional"_s, u"-passout"_s, pass, u"-out"_s, key},
          QStringList{u"rsa"_s, u"-in"_s, pathOf(u"rsa2048.key"_s), u"-aes128"_s, u"-traditional"_s, u"-passout"_s, pass, u"-out"_s, key}}) {
        test::openssl(making);
        BOOST_TEST(opens(folder.file(u"a.crt"_s), u"口令 1"_s), making.join(u' ').toStdString());
        BOOST_TEST(opens(key, u"口令 1"_s), making.join(u' ').toStdString());
        BOOST_TEST(!opens(key, u"口令 2"_s), making.join(u' ').toStdString());
        BOOST_TEST(!opens(key, QString()), making.join(u' ').toStdString());
    }
}

BOOST_AUTO_TEST_CASE(pem_as_programs_and_editors_leave_it_opens)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"a.pem"_s);
    const QByteArray certificate = test::readFile(pathOf(u"rsa2048.pem"_s));
    const QByteArray key = test::readFile(pathOf(u"rsa2048.key"_s));
    const QByteArray both = key + certificate;
    for (const QByteArray& content : {QByteArray(both).replace('\n', "\r\n"), QByteArray("\xef\xbb\xbf" + both),
                                      QByteArray("Bag Attributes\n    friendlyName: 单位\n" + certificate + "Key:\n" + key),
                                      QByteArray(test::readFile(pathOf(u"ca.pem"_s)) + both + test::readFile(pathOf(u"p256.pem"_s)))}) {
        test::writeFile(path, content);
        BOOST_TEST(opens(path, QString()), content.left(60).toStdString());
    }
    // openssl ecparam writes the curve before the key.
    test::openssl({u"ecparam"_s, u"-name"_s, u"prime256v1"_s, u"-genkey"_s, u"-out"_s, folder.file(u"c.key"_s)});
    test::openssl({u"req"_s, u"-x509"_s, u"-key"_s, folder.file(u"c.key"_s), u"-subj"_s, u"/CN=c"_s, u"-out"_s, folder.file(u"c.crt"_s)});
    BOOST_TEST(Identity::load(folder.file(u"c.crt"_s), Passphrase(QString())).name() == u"c"_s);
}

BOOST_AUTO_TEST_CASE(the_chain_in_a_file_goes_into_the_signature)
{
    const test::ScratchFolder folder;
    test::issue(u"chain-ca"_s, "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n");
    test::issue(u"chain-unit"_s, "keyUsage=digitalSignature\n", u"chain-ca"_s);
    const QString path = folder.file(u"chain.p12"_s);
    test::openssl({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, pathOf(u"chain-unit.key"_s), u"-in"_s, pathOf(u"chain-unit.pem"_s),
                   u"-certfile"_s, pathOf(u"chain-ca.pem"_s), u"-out"_s, path, u"-passout"_s, u"pass:p"_s});
    test::writeFile(folder.file(u"chain.pem"_s), test::readFile(pathOf(u"chain-ca.pem"_s)) + test::readFile(pathOf(u"chain-unit.pem"_s))
                                                     + test::readFile(pathOf(u"chain-unit.key"_s)));
    for (const QString& file : {path, folder.file(u"chain.pem"_s)}) {
        const Identity identity = Identity::load(file, Passphrase(u"p"_s));
        BOOST_TEST(identity.name() == u"chain-unit"_s);
        BOOST_TEST(identity.issuers().size() == 1);
        const QString paper = folder.file(u"paper.pdf"_s);
        test::writeFile(paper, test::unsignedPaper());
        signPdf(paper, paper, test::requestFor(identity, SignatureRole::Applicant));
        const VerificationReport report = test::verifyBytes(test::readFile(paper));
        BOOST_TEST(verdictName(report.verdict) == u"valid"_s, test::codesOf(report).join(u' ').toStdString());
    }
}

BOOST_AUTO_TEST_CASE(neither_passphrase_nor_key_stays_in_memory)
{
    const test::ScratchFolder folder;
    const QString secret = folder.file(u"pass.txt"_s);
    // Made by another process: this one has never seen them.
    test::openssl({u"rand"_s, u"-hex"_s, u"-out"_s, secret, u"32"_s});
    test::openssl({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, pathOf(u"rsa2048.key"_s), u"-in"_s, pathOf(u"rsa2048.pem"_s), u"-out"_s,
                   folder.file(u"a.p12"_s), u"-passout"_s, u"file:"_s + secret});
    test::openssl({u"pkey"_s, u"-in"_s, pathOf(u"rsa2048.key"_s), u"-aes256"_s, u"-passout"_s, u"file:"_s + secret, u"-out"_s,
                   folder.file(u"b.key"_s)});
    test::openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, folder.file(u"c.key"_s), u"-out"_s,
                   folder.file(u"c.crt"_s), u"-subj"_s, u"/CN=c"_s});
    test::openssl({u"x509"_s, u"-in"_s, pathOf(u"rsa2048.pem"_s), u"-out"_s, folder.file(u"b.crt"_s)});
    // Whoever frees memory overwrites its beginning only.
    const QByteArray passphrase = turned(secret).mid(32);
    std::vector<char> behind; // what is last in the heap goes back to the system when it is freed
    {
        const Passphrase held = Passphrase::fromFile(secret);
        behind.resize(50'000);
        BOOST_TEST(isInMemory(passphrase)); // the search finds what is there
        Identity::load(folder.file(u"a.p12"_s), held).sign("bytes");
        Identity::load(folder.file(u"b.crt"_s), held).sign("bytes");
    }
    const bool isPassphraseLeft = isInMemory(passphrase); // before a check takes the memory for its words
    BOOST_TEST(!isPassphraseLeft);
    // A line of the key file that was not encrypted; sought at once, before the memory is used for something else.
    QFile key(folder.file(u"c.key"_s));
    BOOST_REQUIRE(key.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QByteArray line(64, Qt::Uninitialized);
    BOOST_REQUIRE((key.seek(28 + 65 * 20) && key.read(line.data(), 64) == 64));
    for (char& byte : line)
        byte = static_cast<char>(~byte);
    const Passphrase none((QString()));
    const Identity identity = Identity::load(folder.file(u"c.key"_s), none);
    const bool isKeyLeft = isInMemory(line);
    BOOST_TEST(!isKeyLeft);
}

BOOST_AUTO_TEST_SUITE_END()
