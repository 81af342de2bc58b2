// SPDX-License-Identifier: Apache-2.0
// Signing with a token from the command line.
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"
#include "tests/support/soft_tokens.h"

#include <QFileInfo>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A dossier, and a token with the identity of its unit.
struct TokenDesk
{
    SampleFolder sample;
    SoftTokens tokens;
    QString paper = sample.file(u"定稿.pdf"_s);
    QString signedPaper = sample.file(u"已签章.pdf"_s);

    TokenDesk()
    {
        BOOST_REQUIRE(cli({u"render"_s, sample.values, paper}).exitCode == 0);
        const QString identity = sample.identity();
        const auto extract = [&](const QString& what, const QString& to) {
            BOOST_REQUIRE(run(u"openssl"_s, {u"pkcs12"_s, u"-in"_s, identity, u"-passin"_s,
                                             u"file:"_s + sample.passphraseFile(), u"-nodes"_s, what, u"-out"_s, to})
                              .exitCode
                          == 0);
        };
        extract(u"-nokeys"_s, sample.file(u"c.pem"_s));
        extract(u"-nocerts"_s, sample.file(u"k.pem"_s));
        tokens.add(u"UKey"_s);
        tokens.put(u"UKey"_s, u"01"_s, sample.file(u"c.pem"_s), sample.file(u"k.pem"_s));
        writeFile(sample.file(u"pin.txt"_s), SoftTokens::pin().toUtf8() + "\n");
        writeFile(sample.file(u"wrong.txt"_s), "13579\n");
    }

    CliResult sign(const QStringList& with) const
    {
        return cli(QStringList{u"sign"_s, paper, signedPaper, u"--role"_s, u"applicant"_s} + with);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(cli_token)

BOOST_AUTO_TEST_CASE(a_token_is_listed_and_signs_a_dossier)
{
    const TokenDesk desk;
    const CliResult list = cli({u"identity"_s, u"list"_s, u"--token"_s, softTokenModule(), u"--json"_s});
    const QJsonValue token = list.json()[u"tokens"_s][0];
    BOOST_TEST(token[u"label"].toString() == u"UKey"_s);
    BOOST_TEST(token[u"pin"].toString() == u"fine"_s);
    const QString fingerprint = token[u"certificates"][0][u"fingerprint"].toString();
    BOOST_TEST(fingerprint.size() == 64);
    BOOST_TEST(cli({u"identity"_s, u"list"_s, u"--token"_s, softTokenModule()}).out.contains(fingerprint));

    const CliResult made = desk.sign({u"--token"_s, softTokenModule() + u":UKey"_s, u"--certificate"_s, fingerprint.first(12),
                                      u"--pin-file"_s, desk.sample.file(u"pin.txt"_s)});
    BOOST_TEST(made.exitCode == 0, made.err.toStdString());
    BOOST_TEST(!QString(made.out + made.err).contains(SoftTokens::pin()));
    const QJsonObject report = cli({u"verify"_s, desk.signedPaper, u"--json"_s}).json();
    BOOST_TEST(report[u"signatures"_s][0][u"fingerprint"].toString() == fingerprint);
    BOOST_TEST(report[u"signatures"_s][0][u"intact"].toBool());
}

BOOST_AUTO_TEST_CASE(an_office_signs_its_list_with_a_token_or_a_pem_pair)
{
    const TokenDesk desk;
    const auto file = [&](const QString& name) { return desk.sample.file(name); };
    writeFile(file(u"参与方.csv"_s), u"名称,类别,证书\n推荐单位甲,推荐单位,c.pem\n"_s.toUtf8());
    writeFile(file(u"pair.pem"_s), readFile(file(u"c.pem"_s)) + readFile(file(u"k.pem"_s)));
    const auto make = [&](const QString& out, const QStringList& with) {
        return cli(QStringList{u"trust"_s, u"participants"_s, u"new"_s, file(u"参与方.csv"_s), file(out), u"--call"_s, u"kczg-2022"_s,
                               u"--number"_s, u"3"_s, u"--workspace"_s, file(u"资料库"_s), u"--operator"_s, u"张三"_s}
                   + with);
    };
    const CliResult token = make(u"a.pdf"_s, {u"--token"_s, softTokenModule(), u"--pin-file"_s, file(u"pin.txt"_s)});
    BOOST_TEST(token.exitCode == 0, token.err.toStdString());
    const CliResult pair = make(u"b.pdf"_s, {u"--identity"_s, file(u"pair.pem"_s), u"--passphrase-file"_s, desk.sample.passphraseFile()});
    BOOST_TEST(pair.exitCode == 0, pair.err.toStdString());
    for (const QString& paper : {u"a.pdf"_s, u"b.pdf"_s}) {
        const QJsonObject report = cli({u"verify"_s, file(paper), u"--json"_s}).json();
        BOOST_TEST(report[u"verdict"_s].toString() == u"untrusted"_s);
        BOOST_TEST(report[u"paper"_s][u"kind"].toString() == u"participants"_s);
    }
    const QString footer = QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, file(u"a.pdf"_s), u"-"_s}).out);
    BOOST_TEST(footer.contains(u"第 3 号"_s));
    BOOST_TEST(!footer.contains(u"第 3 稿"_s));
    const CliResult neither = make(u"c.pdf"_s, {});
    BOOST_TEST(neither.exitCode == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_pin_and_what_is_missing_are_told_and_nothing_is_written)
{
    const TokenDesk desk;
    const QString module = softTokenModule();
    const CliResult wrong = desk.sign({u"--token"_s, module, u"--pin-file"_s, desk.sample.file(u"wrong.txt"_s)});
    BOOST_TEST(wrong.exitCode == 3);
    BOOST_TEST(wrong.err.contains(u"PIN 不正确"_s), wrong.err.toStdString());
    BOOST_TEST(!wrong.err.contains(u"13579"_s));
    const CliResult other = desk.sign({u"--token"_s, module + u":other"_s, u"--pin-file"_s, desk.sample.file(u"pin.txt"_s)});
    BOOST_TEST(other.exitCode == 3);
    BOOST_TEST(other.err.contains(u"没有名为“other”的 UKey"_s), other.err.toStdString());
    BOOST_TEST(desk.sign({}).exitCode == 2);
    BOOST_TEST(desk.sign({u"--token"_s, module, u"--identity"_s, u"x.p12"_s}).exitCode == 2);
    BOOST_TEST(desk.sign({u"--identity"_s, u"x.p12"_s}).exitCode == 2);
    BOOST_TEST(!QFileInfo::exists(desk.signedPaper));
}

BOOST_AUTO_TEST_SUITE_END()
