// SPDX-License-Identifier: Apache-2.0
// A recommending body sends its batch, through the program alone.
#include "tests/app/body_desk.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct SendingDesk : BodyDesk
{
    /// Two dossiers, endorsed; everything that sending asks for.
    void prepare() const
    {
        printSigned(u"甲.pdf"_s, first);
        set(u"base_name"_s, u"智能农机"_s);
        printSigned(u"乙.pdf"_s, second);
        add({u"甲.pdf"_s, u"乙.pdf"_s});
        declareAll();
        endorse();
    }
    void declareAll() const { BOOST_TEST(batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s}).exitCode == 0); }
    void endorse() const { BOOST_TEST(batch({u"endorse"_s, u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile()}).exitCode == 0); }
    CliResult send(const QString& name, const QStringList& more = {}) const { return batch(QStringList{u"export"_s, file(name), u"--date"_s, u"2022-05-25"_s} + more); }

    QString unpacked(const QString& name, const QStringList& options = {}) const
    {
        const QString where = file(name + u"-解开");
        QDir().mkpath(where);
        ran(u"unzip"_s, options + QStringList{u"-o"_s, u"-q"_s, file(name), u"-d"_s, where});
        return where;
    }
    static QString ran(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    /// A file of a folder by the end of its name.
    static QString in(const QString& where, const QString& end)
    {
        const QStringList names = QDir(where).entryList(QDir::Files, QDir::Name);
        for (const QString& name : names)
            if (name.endsWith(end))
                return where + u'/' + name;
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_export, SendingDesk)

BOOST_AUTO_TEST_CASE(the_bundle_has_the_dossiers_in_order_and_the_sheet_in_three_forms)
{
    prepare();
    batch({u"rank"_s, u"21"_s, u"11"_s, u"--meeting"_s, u"第三次办公会"_s, u"--date"_s, u"2022-05-20"_s, u"--number"_s, u"纪要3号"_s});
    const CliResult sent = send(u"报送包.jzb"_s);
    BOOST_REQUIRE_MESSAGE(sent.exitCode == 0, sent.out.toStdString());
    const QJsonObject sheet = sent.json()[u"sheet"_s].toObject();
    BOOST_TEST(sheet[u"dossiers"_s].toArray().size() == 2);
    BOOST_TEST(sheet[u"dossiers"_s][0][u"dossier"_s].toString() == second);
    BOOST_TEST(sent.json()[u"text"_s].toString().contains(u"第 1 次报送"_s));

    const QString where = unpacked(u"报送包.jzb"_s);
    BOOST_TEST(QDir(where).entryList(QDir::Files).size() == 6); // with mimetype
    for (const QJsonValue& each : sheet[u"dossiers"_s].toArray()) {
        const QString path = where + u'/' + each[u"file"_s].toString();
        BOOST_TEST(ran(u"sha256sum"_s, {path}).startsWith(each[u"sha256"_s].toString()));
        BOOST_TEST(ran(u"pdfsig"_s, {path}).count(u"Signature is Valid"_s) == 2);
    }
    const QString pdf = in(where, u"推荐排序表.pdf"_s);
    BOOST_TEST(cli({u"verify"_s, pdf, u"--json"_s}).json()[u"verdict"_s].toString() == u"marked"_s);
    const QString words = ran(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s}).remove(u'\n');
    BOOST_TEST(words.contains(u"第三次办公会"_s));
    BOOST_TEST(words.indexOf(u"智能农机"_s) < words.indexOf(u"光电子器件"_s));
    BOOST_TEST(ran(u"qpdf"_s, {u"--check"_s, pdf}).contains(u"No syntax or stream encoding errors"_s));
    // What a spreadsheet has is read back by the reader of spreadsheets; what a document has by its own XML.
    BOOST_TEST(ran(u"unzip"_s, {u"-p"_s, in(where, u".xlsx"_s), u"xl/sharedStrings.xml"_s}).contains(u"智能农机"_s));
    const QString document = ran(u"unzip"_s, {u"-p"_s, in(where, u".docx"_s), u"word/document.xml"_s});
    BOOST_TEST(document.contains(u"推荐排序表"_s));
    BOOST_TEST(document.contains(u"第三次办公会"_s));
    const QJsonObject received = cli({u"batch"_s, u"check"_s, file(u"报送包.jzb"_s), u"--json"_s, u"--workspace"_s, workspace}).json();
    BOOST_TEST(received[u"counted"_s].toInt() == 2);
}

BOOST_AUTO_TEST_CASE(what_stands_against_it_is_named_and_nothing_is_written)
{
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    const CliResult early = send(u"早.jzb"_s);
    BOOST_TEST(early.exitCode == 1);
    BOOST_TEST(!early.json()[u"written"_s].toBool());
    BOOST_TEST(rules(early.json()[u"findings"_s]) == (QStringList{u"batch.declaration"_s, u"batch.declaration"_s, u"batch.not-endorsed"_s, u"batch.no-decision"_s}));
    BOOST_TEST(!QFile::exists(file(u"早.jzb"_s)));
    declareAll();
    endorse();
    const CliResult dry = send(u"早.jzb"_s, {u"--dry-run"_s, u"--limit"_s, u"0.01"_s});
    BOOST_TEST(dry.exitCode == 0);
    BOOST_TEST(rules(dry.json()[u"findings"_s]) == (QStringList{u"batch.no-decision"_s, u"batch.size"_s}));
    BOOST_TEST(!QFile::exists(file(u"早.jzb"_s)));
    BOOST_TEST(send(u"早.jzb"_s, {u"--limit"_s, u"viel"_s}).exitCode == 2);
    BOOST_TEST(batch({u"export"_s, u"/nowhere/包.jzb"_s}).exitCode == 3);
    BOOST_TEST(send(u"早.jzb"_s).json()[u"sheet"_s][u"number"_s].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_second_sending_says_what_changed)
{
    prepare();
    BOOST_TEST(send(u"一.jzb"_s).exitCode == 0);
    batch({u"rank"_s, u"21"_s, u"11"_s});
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    printSigned(u"乙二.pdf"_s, second, 2);
    add({u"乙二.pdf"_s});
    endorse();
    const CliResult again = send(u"二.jzb"_s);
    BOOST_REQUIRE_MESSAGE(again.exitCode == 0, again.out.toStdString());
    BOOST_TEST(again.json()[u"sheet"_s][u"number"_s].toInt() == 2);
    QStringList changes;
    for (const QJsonValue& change : again.json()[u"changes"_s].toArray())
        changes << change.toString();
    BOOST_TEST(changes.join(u'|').contains(u"由第 2 位改为第 1 位"_s));
    BOOST_TEST(changes.join(u'|').contains(u"换成第 2 稿"_s));
    BOOST_TEST(changes.size() == 3);
}

BOOST_AUTO_TEST_CASE(a_certificate_signs_the_sheet_and_a_passphrase_closes_the_bundle)
{
    prepare();
    writeFile(file(u"包口令.txt"_s), "correct horse");
    const CliResult sent = send(u"密.zip"_s, {u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile(), u"--bundle-passphrase-file"_s, file(u"包口令.txt"_s)});
    BOOST_REQUIRE_MESSAGE(sent.exitCode == 0, sent.err.toStdString());
    BOOST_TEST(sent.json()[u"text"_s].toString().contains(u"口令另行电话告知"_s));
    BOOST_TEST(!sent.out.contains(u"correct horse"_s));
    // The reader of ours is asked without a passphrase, with a wrong one and with the right one.
    const QString other = file(u"收件资料库"_s);
    const auto taken = [&](const QStringList& more) {
        return cli(QStringList{u"batch"_s, u"add"_s, file(u"密.zip"_s), u"--json"_s, u"--workspace"_s, other, u"--operator"_s, u"王五"_s} + more);
    };
    cli({u"batch"_s, u"new"_s, u"湖北省科协"_s, u"--call"_s, u"kczg-2022"_s, u"--workspace"_s, other, u"--operator"_s, u"王五"_s});
    const auto dossiers = [](const CliResult& result) {
        int count = 0;
        for (const QJsonValue& paper : result.json()[u"papers"_s].toArray())
            count += paper[u"outcome"_s].toString() == u"added" ? 1 : 0;
        return count;
    };
    BOOST_TEST(dossiers(taken({})) == 0);
    BOOST_TEST(taken({}).out.contains(u"口令"_s));
    writeFile(file(u"错口令.txt"_s), "wrong");
    const CliResult wrong = taken({u"--bundle-passphrase-file"_s, file(u"错口令.txt"_s)});
    BOOST_TEST(dossiers(wrong) == 0);
    BOOST_TEST(wrong.out.contains(u"口令打不开"_s));
    BOOST_TEST(dossiers(taken({u"--bundle-passphrase-file"_s, file(u"包口令.txt"_s)})) == 2);
}

BOOST_AUTO_TEST_SUITE_END()
