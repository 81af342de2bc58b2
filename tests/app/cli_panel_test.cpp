// SPDX-License-Identifier: Apache-2.0
// The office makes panel bundles for its experts, through the program alone.
#include "model/exchange/bundle.h"
#include "tests/app/review_desk.h"

#include <QDir>
#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct PanelDesk : ReviewDesk
{
    /// A bundle taken apart.
    QString unpacked(const QString& path) const
    {
        const QString where = file(u"解开"_s);
        QDir().mkpath(where);
        const jz::Passphrase told = jz::Passphrase::fromFile(passphrase);
        BOOST_TEST(jz::unpackBundle(path, where, {}, {}, &told).findings.isEmpty());
        return where;
    }
    /// Everything in a PDF that can be read: objects inflated, texts, file contents, metadata.
    QByteArray everythingIn(const QString& pdf) const
    {
        const QString plain = file(u"平.pdf"_s);
        run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, pdf, plain});
        return readFile(plain) + run(u"pdftotext"_s, {pdf, u"-"_s}).out + run(u"pdfinfo"_s, {u"-meta"_s, pdf}).out + run(u"pdfinfo"_s, {pdf}).out
               + run(u"pdfdetach"_s, {u"-list"_s, pdf}).out + run(u"pdfimages"_s, {u"-list"_s, pdf}).out;
    }
    /// How a PDF spells a text in its strings.
    static QByteArray utf16(const QString& text)
    {
        QByteArray bytes;
        for (const QChar letter : text)
            bytes += char(letter.unicode() >> 8), bytes += char(letter.unicode() & 0xff);
        return bytes;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_panel, PanelDesk)

BOOST_AUTO_TEST_CASE(every_expert_gets_a_bundle_of_what_is_assigned_with_a_passphrase_of_its_own)
{
    const CliResult made = office({u"panels"_s, u"make"_s, file(u"包"_s), u"--due"_s, u"2030-06-15"_s, u"--date"_s, u"2030-06-01"_s});
    BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err.toStdString());
    const QJsonArray panels = made.json()[u"panels"_s].toArray();
    BOOST_REQUIRE(panels.size() == 2);
    BOOST_TEST(panels[0][u"number"_s].toString() == u"P-2030-001-1"_s);
    BOOST_TEST(panels[0][u"dossiers"_s].toArray().size() == 2);
    BOOST_TEST(panels[0][u"passphrase"_s].toString().size() == 24);
    BOOST_TEST(panels[0][u"passphrase"_s].toString() != panels[1][u"passphrase"_s].toString());
    BOOST_TEST(QFile::exists(panels[0][u"file"_s].toString()));
    // Nothing changed: nothing is made again, and no passphrase is told again.
    const QJsonObject again = office({u"panels"_s, u"make"_s, file(u"包"_s)}).json();
    BOOST_TEST(again[u"panels"_s][0][u"standing"_s].toString() == u"kept"_s);
    BOOST_TEST(again[u"panels"_s][0][u"passphrase"_s].isNull());
    BOOST_TEST(office({u"panels"_s, u"list"_s}).json()[u"panels"_s].toArray().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing)
{
    const CliResult dry = office({u"panels"_s, u"make"_s, file(u"包"_s), u"--dry-run"_s});
    BOOST_TEST(dry.exitCode == 0);
    BOOST_TEST(dry.json()[u"panels"_s][0][u"standing"_s].toString() == u"planned"_s);
    BOOST_TEST(!QFile::exists(file(u"包"_s)));
    BOOST_TEST(office({u"panels"_s, u"list"_s}).json()[u"panels"_s].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(the_bundle_holds_the_letter_and_the_dossiers_as_signed)
{
    const QString where = unpacked(bundle({u"--paper-forms"_s}));
    BOOST_TEST(QFile::exists(where + u"/评审任务书.pdf"_s));
    BOOST_TEST(QFile::exists(where + u"/评分表（电子表）.xlsx"_s));
    BOOST_TEST(QFile::exists(where + u"/评分表（纸质表）.pdf"_s));
    const QStringList dossiers = QDir(where).entryList({u"0*.pdf"_s}, QDir::Files, QDir::Name);
    BOOST_REQUIRE(dossiers.size() == 2);
    BOOST_TEST(readFile(where + u'/' + dossiers.first()) == readFile(file(u"甲.pdf"_s)));
    BOOST_TEST(cli({u"verify"_s, where + u"/评审任务书.pdf"_s, u"--json"_s}).json()[u"verdict"_s].toString() == u"marked"_s);
}

BOOST_AUTO_TEST_CASE(a_review_copy_holds_nothing_of_what_is_withheld)
{
    const QJsonObject filled = read()[u"values"_s].toObject();
    QStringList withheld;
    for (const QString& field : {u"contact_name"_s, u"contact_mobile"_s, u"contact_email"_s, u"contact_phone"_s, u"contact_position"_s})
        withheld << filled[field].toString();
    for (const QJsonValue& scan : read()[u"attachments"_s][u"uscc_scan"_s].toArray())
        withheld << (scan.isString() ? scan.toString() : scan[u"path"_s].toString()).section(u'/', -1);
    const QString where = unpacked(bundle({u"--review-copies"_s}));
    const QStringList papers = QDir(where).entryList({u"*.pdf"_s}, QDir::Files);
    BOOST_REQUIRE(papers.size() == 3);
    const QByteArray original = everythingIn(file(u"甲.pdf"_s));
    for (const QString& secret : withheld) {
        BOOST_TEST_CONTEXT(secret.toStdString())
        {
            BOOST_REQUIRE(!secret.isEmpty());
            BOOST_TEST(original.contains(secret.toUtf8()));
            for (const QString& paper : papers) {
                const QByteArray all = everythingIn(where + u'/' + paper);
                BOOST_TEST(!all.contains(secret.toUtf8()), paper.toStdString());
                BOOST_TEST(!all.contains(utf16(secret)), paper.toStdString());
                BOOST_TEST(!all.contains(first.toUtf8()), paper.toStdString());
            }
        }
    }
    const QByteArray copy = everythingIn(where + u'/' + QDir(where).entryList({u"01*.pdf"_s}, QDir::Files).value(0));
    BOOST_TEST(copy.contains("光电子器件"));
    const QJsonObject shown = office({u"panels"_s, u"show"_s, u"P-2030-001-1"_s}).json();
    const QString id = shown[u"dossiers"_s][0][u"dossier"_s].toString();
    BOOST_TEST(id != first);
    BOOST_TEST(shown[u"originals"_s][id].toString().toStdString() == jz::sha256OfFile(file(u"甲.pdf"_s)).toHex().toStdString());
}

BOOST_AUTO_TEST_CASE(a_lost_bundle_is_revoked_and_issued_anew_under_another_number)
{
    bundle();
    BOOST_TEST(office({u"panels"_s, u"lost"_s, u"P-2030-001-1"_s}).exitCode == 2);
    const CliResult lost = office({u"panels"_s, u"lost"_s, u"P-2030-001-1"_s, u"--reason"_s, u"U盘遗失"_s});
    BOOST_TEST(lost.exitCode == 0);
    BOOST_TEST(lost.json()[u"dossiers"_s].toArray().size() == 2);
    BOOST_TEST(!lost.json()[u"inForce"_s].toBool());
    BOOST_TEST(office({u"panels"_s, u"lost"_s, u"P-2030-001-1"_s, u"--reason"_s, u"又丢了"_s}).exitCode == 2);
    BOOST_TEST(office({u"panels"_s, u"lost"_s, u"P-2030-009-1"_s, u"--reason"_s, u"没有"_s}).exitCode == 3);
    BOOST_TEST(bundle().contains(u"P-2030-001-2"_s));
    const QJsonArray all = office({u"panels"_s, u"list"_s}).json()[u"panels"_s].toArray();
    BOOST_TEST(all.size() == 2);
    BOOST_TEST(all[1][u"inForce"_s].toBool());
}

BOOST_AUTO_TEST_SUITE_END()
