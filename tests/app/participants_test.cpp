// SPDX-License-Identifier: Apache-2.0
// The participants' list: made and signed by the office, taken in by every other desk.
#include "tests/app/trust_desk_fixture.h"
#include "tests/support/boost_test.h"

#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// An office that makes lists, and a desk that takes them in.
class Participants : public TrustDesk
{
public:
    Participants() { table(u"推荐单位甲,推荐单位,推荐.pem\n\"专家, 乙\",expert,专家.pem\n"_s); }

    QString tablePath() const { return file(u"参与方.csv"_s); }
    void table(const QString& rows) const
    {
        certificate(u"推荐"_s);
        certificate(u"专家"_s);
        writeFile(tablePath(), (u"名称,类别,证书\n"_s + rows).toUtf8());
    }

    CliResult make(const QString& out, const QStringList& more = {}, const QString& office = u"办公室"_s) const
    {
        return cli(QStringList{u"trust"_s, u"participants"_s, u"new"_s, tablePath(), out, u"--call"_s, u"kczg-2022"_s, u"--identity"_s,
                               identity(office), u"--passphrase-file"_s, passphraseFile(), u"--workspace"_s, file(u"办公室的资料库"_s), u"--json"_s}
                   + more);
    }
    QString list(int number, const QString& office = u"办公室"_s) const
    {
        const QString out = file(u"名单 %1 %2.pdf"_s.arg(number).arg(office));
        const CliResult result = make(out, {u"--number"_s, QString::number(number)}, office);
        BOOST_TEST_REQUIRE(result.exitCode == 0, result.err.toStdString());
        return out;
    }
    void trustOffice() const { run({u"trust add"_s, certificate(u"办公室"_s), u"--kind"_s, u"office"_s, u"--rests"_s, u"电话"_s}); }
    CliResult import(const QString& list) const { return run({u"trust participants import"_s, list, u"--json"_s}); }
    QStringList trusted() const
    {
        QStringList names;
        const QJsonArray all = run({u"trust list"_s, u"--json"_s}).json().value(u"trusted"_s).toArray();
        for (const QJsonValue& one : all)
            names << one[u"name"].toString() + (one[u"state"].toString() == u"listed" ? QString() : u"!"_s);
        return names;
    }
    void checkRefused(const QString& list, const QString& words) const
    {
        const QStringList before = trusted();
        const CliResult result = import(list);
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.err.contains(words), result.err.toStdString());
        BOOST_TEST(result.json().value(u"error"_s)[u"message"].toString().contains(words));
        BOOST_TEST(trusted() == before);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(participants, Participants)

BOOST_AUTO_TEST_CASE(a_list_is_a_signed_paper_that_reads_back_and_shows_names_and_fingerprints)
{
    const QString paper = file(u"名单.pdf"_s);
    const CliResult made = make(paper);
    BOOST_TEST_REQUIRE(made.exitCode == 0, made.err.toStdString());
    BOOST_TEST(made.json().value(u"number"_s).toInt() == 1);
    BOOST_TEST(made.json().value(u"entries"_s).toArray().size() == 2);
    const QString pages = QString::fromUtf8(jz::test::run(u"pdftotext"_s, {u"-raw"_s, paper, u"-"_s}).out);
    BOOST_TEST(pages.contains(u"参与方名单"_s));
    BOOST_TEST(pages.contains(u"推荐单位甲"_s));
    BOOST_TEST(pages.contains(u"专家, 乙"_s));
    const QString fingerprint = made.json().value(u"entries"_s)[0][u"fingerprint"].toString().toUpper();
    BOOST_TEST(QString(pages).remove(u' ').remove(u'\n').contains(fingerprint));
    BOOST_TEST(jz::test::run(u"qpdf"_s, {u"--check"_s, paper}).exitCode == 0);
    const QByteArray judged = jz::test::run(u"pdfsig"_s, {paper}).out;
    BOOST_TEST(judged.contains("Signature is Valid"));
    BOOST_TEST(judged.contains("Total document signed"));
    const CliResult verified = cli({u"verify"_s, paper, u"--json"_s});
    BOOST_TEST(verified.json().value(u"paper"_s)[u"kind"].toString() == u"participants"_s);
    BOOST_TEST(verified.json().value(u"verdict"_s).toString() == u"untrusted"_s);
}

BOOST_AUTO_TEST_CASE(entries_of_an_imported_list_are_trusted_resting_on_it)
{
    trustOffice();
    const CliResult imported = import(list(1));
    BOOST_TEST_REQUIRE(imported.exitCode == 0, imported.err.toStdString());
    BOOST_TEST(imported.json().value(u"new"_s).toBool());
    BOOST_TEST((trusted() == QStringList{u"办公室"_s, u"推荐单位甲"_s, u"专家, 乙"_s}));
    const QString paper = countersigned(signedPaper());
    const QJsonValue body = run({u"verify"_s, paper, u"--json"_s}).json().value(u"signatures"_s)[1];
    BOOST_TEST(body[u"trusted"].toBool());
    BOOST_TEST(body[u"trust"][u"kind"].toString() == u"body"_s);
    BOOST_TEST(body[u"trust"][u"words"].toString().contains(u"参与方名单第 1 号"_s));
    BOOST_TEST(run({u"verify"_s, paper}).out.contains(u"由“推荐”的会签证明"_s));
}

BOOST_AUTO_TEST_CASE(a_newer_list_replaces_the_older_and_an_older_is_refused)
{
    trustOffice();
    const QString first = list(1);
    BOOST_REQUIRE(import(first).exitCode == 0);
    BOOST_TEST(!import(first).json().value(u"new"_s).toBool(true));
    table(u"专家丙,专家,专家.pem\n"_s);
    const QString second = list(2);
    const CliResult imported = import(second);
    BOOST_TEST_REQUIRE(imported.exitCode == 0, imported.err.toStdString());
    BOOST_TEST(imported.json().value(u"replaced"_s).toInt() == 1);
    BOOST_TEST((trusted() == QStringList{u"办公室"_s, u"专家丙"_s}));
    checkRefused(first, u"较新的第 2 号"_s);
    table(u"专家丁,专家,专家.pem\n"_s);
    checkRefused(list(2), u"内容不同"_s);
    const QJsonArray all = run({u"trust list"_s, u"--all"_s, u"--json"_s}).json().value(u"trusted"_s).toArray();
    BOOST_TEST(all.size() == 4);
    BOOST_TEST(all.at(1)[u"removed"][u"why"].toString().contains(u"第 2 号"_s));
    BOOST_TEST(all.at(1)[u"list"].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_list_counts_only_when_a_certificate_listed_as_the_offices_signed_it)
{
    const QString paper = list(1);
    checkRefused(paper, u"电话核对指纹"_s);
    // Trusted, but as a body: bodies make no lists.
    run({u"trust add"_s, certificate(u"办公室"_s), u"--kind"_s, u"body"_s});
    checkRefused(paper, u"--kind office"_s);
    trustOffice();
    checkRefused(list(1, u"冒充者"_s), u"冒充者"_s);
    BOOST_TEST(import(paper).exitCode == 0);
    // What came from a list makes no lists either.
    checkRefused(list(3, u"推荐"_s), u"--kind office"_s);
}

BOOST_AUTO_TEST_CASE(unsigned_altered_and_foreign_files_are_refused)
{
    trustOffice();
    const QString paper = list(1);
    QByteArray bytes = readFile(paper);
    writeFile(file(u"后加.pdf"_s), bytes + "\n%extra\n");
    checkRefused(file(u"后加.pdf"_s), u"办公室"_s);
    const qsizetype at = bytes.indexOf("/MediaBox");
    BOOST_REQUIRE(at > 0);
    bytes.replace(at, 9, "/MediaBux");
    writeFile(file(u"改动.pdf"_s), bytes);
    checkRefused(file(u"改动.pdf"_s), u"没有导入"_s);
    // Saved anew by another program: the data are still inside, the signature does not hold.
    BOOST_REQUIRE(jz::test::run(u"qpdf"_s, {paper, file(u"另存.pdf"_s)}).exitCode == 0);
    checkRefused(file(u"另存.pdf"_s), u"没有导入"_s);
    BOOST_REQUIRE(jz::test::run(u"qpdf"_s, {paper, u"--remove-restrictions"_s, file(u"去签名.pdf"_s)}).exitCode == 0);
    checkRefused(file(u"去签名.pdf"_s), u"没有导入"_s);
    checkRefused(signedPaper(), u"不是参与方名单"_s);
    checkRefused(file(u"没有.pdf"_s), u"没有.pdf"_s);
    BOOST_REQUIRE(jz::test::run(u"pdftocairo"_s, {u"-pdf"_s, paper, file(u"打印.pdf"_s)}).exitCode == 0);
    checkRefused(file(u"打印.pdf"_s), u"原始 PDF"_s);
}

BOOST_AUTO_TEST_CASE(what_an_office_listed_falls_with_its_certificate)
{
    trustOffice();
    BOOST_REQUIRE(import(list(1)).exitCode == 0);
    const QJsonValue office = run({u"trust list"_s, u"--json"_s}).json().value(u"trusted"_s)[0];
    const CliResult removed = run({u"trust remove"_s, office[u"fingerprint"].toString(), u"--why"_s, u"密钥遗失"_s, u"--json"_s});
    BOOST_TEST(removed.json().value(u"alsoRemoved"_s).toInt() == 2);
    BOOST_TEST(trusted().isEmpty());
}

BOOST_AUTO_TEST_CASE(what_rests_on_an_office_that_is_one_no_longer_does_not_count)
{
    trustOffice();
    BOOST_REQUIRE(import(list(1)).exitCode == 0);
    run({u"trust add"_s, certificate(u"办公室"_s), u"--kind"_s, u"signer"_s});
    BOOST_TEST((trusted() == QStringList{u"推荐单位甲!"_s, u"专家, 乙!"_s, u"办公室"_s}));
    const QString paper = countersigned(signedPaper());
    BOOST_TEST(!run({u"verify"_s, paper, u"--json"_s}).json().value(u"signatures"_s)[1][u"trusted"].toBool(true));
}

BOOST_AUTO_TEST_CASE(wrong_tables_are_named_by_line_and_nothing_is_written)
{
    const QString out = file(u"名单.pdf"_s);
    const auto refused = [&](const QString& rows, const QString& words) {
        table(rows);
        const CliResult result = make(out);
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.err.contains(words), result.err.toStdString());
        BOOST_TEST(!QFile::exists(out));
    };
    refused(u"甲,朋友,推荐.pem\n"_s, u"第 2 行：类别“朋友”"_s);
    refused(u"甲,专家,专家.pem\n,推荐单位,推荐.pem\n"_s, u"第 3 行：没有名称"_s);
    refused(u"甲,专家,专家.pem\n乙,推荐单位,专家.pem\n"_s, u"第 3 行"_s);
    refused(u"甲,专家,没有.pem\n"_s, u"没有.pem"_s);
    refused(u"甲,专家,专家.p12\n"_s, u"私钥"_s);
    refused({}, u"没有参与方"_s);
    writeFile(tablePath(), "name,kind\nx,body\n");
    BOOST_TEST(make(out).err.contains(u"certificate"_s));
    table(u"甲,专家,专家.pem\n"_s);
    BOOST_TEST(make(out, {u"--number"_s, u"100"_s}).exitCode == 2);
    BOOST_TEST(make(out, {u"--call"_s, u"no-such-call"_s}).exitCode != 0);
    BOOST_TEST(make(file(u"没有/名单.pdf"_s)).exitCode == 3);
    BOOST_TEST(make(out).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(the_next_number_follows_the_last_list_taken_in)
{
    const QStringList office{u"--workspace"_s, file(u"办公室的资料库"_s)};
    BOOST_REQUIRE(cli(QStringList{u"trust"_s, u"add"_s, certificate(u"办公室"_s), u"--kind"_s, u"office"_s, u"--operator"_s, u"李四"_s} + office).exitCode == 0);
    BOOST_REQUIRE(cli(QStringList{u"trust"_s, u"participants"_s, u"import"_s, list(4)} + office).exitCode == 0);
    BOOST_TEST(make(file(u"下一份.pdf"_s)).json().value(u"number"_s).toInt() == 5);
}

BOOST_AUTO_TEST_SUITE_END()
