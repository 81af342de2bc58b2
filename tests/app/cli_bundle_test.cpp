// SPDX-License-Identifier: Apache-2.0
// Bundles on the command line: each paper in them by itself, what else lies there, and what is wrong with the bundle.
#include "model/exchange/bundle.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A bundle with a signed dossier, the same with one byte changed, and a table.
struct BundleFolder : SampleFolder
{
    BundleFolder()
    {
        BOOST_REQUIRE(cli({u"render"_s, values, file(u"a.pdf"_s)}).exitCode == 0);
        BOOST_REQUIRE(cli({u"sign"_s, file(u"a.pdf"_s), file(u"s.pdf"_s), u"--role"_s, u"applicant"_s, u"--identity"_s, identity(), u"--passphrase-file"_s,
                           passphraseFile()})
                          .exitCode
                      == 0);
        QByteArray bytes = readFile(file(u"s.pdf"_s));
        bytes[bytes.indexOf("/Producer") + 1] = 'p';
        writeFile(file(u"x.pdf"_s), bytes);
        writeFile(file(u"t.csv"_s), "1,2");
    }

    QString bundle(const QStringList& names) const
    {
        QList<BundleFile> files;
        for (const QString& name : names)
            files.append({u"报送/"_s + name, file(name)});
        writeBundle(file(u"报送包.jzb"_s), files, BundleKind::Bundle);
        return file(u"报送包.jzb"_s);
    }
};

QStringList verdicts(const CliResult& result)
{
    QStringList list;
    for (const QJsonValue& paper : result.json().value(u"papers"_s).toArray())
        list << paper[u"file"].toString() + u' ' + paper[u"verdict"].toString();
    return list;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_bundle, BundleFolder)

BOOST_AUTO_TEST_CASE(every_pdf_of_a_bundle_gets_its_own_verdict)
{
    CliResult result = cli({u"verify"_s, bundle({u"s.pdf"_s, u"x.pdf"_s, u"t.csv"_s}), u"--json"_s});
    BOOST_TEST(verdicts(result) == QStringList({u"报送/s.pdf untrusted"_s, u"报送/x.pdf broken"_s}));
    BOOST_TEST(result.json().value(u"others"_s).toArray() == QJsonArray{u"报送/t.csv"_s});
    BOOST_TEST(result.exitCode == 1);
    result = cli({u"verify"_s, bundle({u"s.pdf"_s})});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.out.contains(u"报送/s.pdf：完好"));
    BOOST_TEST(result.out.contains(u"共 1 个 PDF"));
}

BOOST_AUTO_TEST_CASE(every_dossier_of_a_bundle_is_checked)
{
    const CliResult single = cli({u"check"_s, file(u"s.pdf"_s), u"--json"_s});
    CliResult result = cli({u"check"_s, bundle({u"s.pdf"_s, u"t.csv"_s}), u"--json"_s});
    BOOST_TEST(result.exitCode == single.exitCode);
    const QJsonArray papers = result.json().value(u"papers"_s).toArray();
    BOOST_REQUIRE(papers.size() == 1);
    QJsonObject paper = papers.first().toObject();
    BOOST_TEST(paper.take(u"file"_s).toString() == u"报送/s.pdf"_s);
    BOOST_TEST(paper == single.json());
    result = cli({u"check"_s, bundle({u"s.pdf"_s, u"t.csv"_s})});
    BOOST_TEST(result.out.contains(u"共 1 份申报书；另有 1 个其他文件"));
}

BOOST_AUTO_TEST_CASE(a_dossier_saved_anew_is_named_among_the_papers_and_a_foreign_pdf_among_the_others)
{
    BOOST_REQUIRE(run(u"pdftocairo"_s, {u"-pdf"_s, file(u"s.pdf"_s), file(u"copy.pdf"_s)}).exitCode == 0);
    writeFile(file(u"picture.pdf"_s), readFile(dataFile(u"../fuzz/corpus/unsigned-foreign.pdf"_s)));
    const CliResult result = cli({u"check"_s, bundle({u"copy.pdf"_s, u"picture.pdf"_s}), u"--json"_s});
    BOOST_TEST(result.exitCode == 3);
    const QJsonArray papers = result.json().value(u"papers"_s).toArray();
    BOOST_REQUIRE(papers.size() == 1);
    BOOST_TEST(papers.first()[u"file"].toString() == u"报送/copy.pdf"_s);
    BOOST_TEST(papers.first()[u"error"][u"message"].toString().contains(u"另存"));
    BOOST_TEST(result.json().value(u"others"_s).toArray() == QJsonArray{u"报送/picture.pdf"_s});
}

BOOST_AUTO_TEST_CASE(a_bundle_that_was_cut_off_cannot_be_read_and_says_so_as_json_too)
{
    writeFile(file(u"断.jzb"_s), readFile(bundle({u"s.pdf"_s})).left(5000));
    for (const QString& command : {u"verify"_s, u"check"_s}) {
        const CliResult result = cli({command, file(u"断.jzb"_s), u"--json"_s});
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.json().value(u"error"_s)[u"message"].toString().contains(u"不完整"));
        BOOST_TEST(result.err.contains(u"索要原文件"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
