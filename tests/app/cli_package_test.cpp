// SPDX-License-Identifier: Apache-2.0
// What is sent, made by the real program: names by the call, sizes against a limit, the text to go with it.
#include "model/exchange/bundle.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct PackageFolder : SampleFolder
{
    PackageFolder() { BOOST_REQUIRE(cli({u"render"_s, values, file(u"a.pdf"_s)}).exitCode == 0); }

    CliResult package(const QString& out, const QStringList& options = {}) const
    {
        return cli(QStringList{u"package"_s, file(u"a.pdf"_s), file(out)} + options + QStringList{u"--json"_s});
    }
};

QStringList namesIn(const QString& zip)
{
    QStringList names;
    const BundleReader reader(zip);
    for (const BundleEntry& entry : reader.entries())
        names << entry.name;
    return names;
}

QStringList namesOf(const CliResult& result)
{
    QStringList names;
    for (const QJsonValue& entry : result.json().value(u"files"_s).toArray())
        names << entry[u"name"].toString();
    return names;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_package, PackageFolder)

BOOST_AUTO_TEST_CASE(a_package_is_named_as_the_call_has_it_and_comes_as_folder_zip_or_bundle)
{
    const CliResult zip = package(u"包.zip"_s, {u"--all-attachments"_s});
    BOOST_TEST_REQUIRE(zip.exitCode == 0, zip.err.toStdString());
    BOOST_TEST(namesOf(zip) == namesIn(file(u"包.zip"_s)));
    const QString dossier = namesOf(zip).first();
    BOOST_TEST(dossier.startsWith(u"示例先进光电技术研究院-"));
    BOOST_TEST(dossier.endsWith(u"-申报书-第1稿.pdf"));
    BOOST_TEST(namesOf(zip).contains(u"附件/licence.jpg"_s));
    BOOST_TEST(zip.json().value(u"form"_s).toString() == u"zip"_s);

    const CliResult asFolder = package(u"包"_s, {u"--attachment"_s, u"licence.jpg"_s});
    BOOST_TEST_REQUIRE(asFolder.exitCode == 0, asFolder.err.toStdString());
    BOOST_TEST(readFile(file(u"包/"_s + dossier)) == readFile(file(u"a.pdf"_s)));
    BOOST_TEST(QDir(file(u"包/附件"_s)).entryList(QDir::Files) == QStringList{u"licence.jpg"_s});

    BOOST_TEST(package(u"包.jzb"_s).exitCode == 0);
    BOOST_TEST(BundleReader(file(u"包.jzb"_s)).isBundle());
    BOOST_TEST(cli({u"verify"_s, file(u"包.jzb"_s)}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(the_text_says_what_it_is_how_large_and_not_to_save_it_anew)
{
    const QJsonObject json = package(u"包.zip"_s).json();
    const QString text = json.value(u"message"_s).toString();
    BOOST_TEST(text.contains(u"申报单位：示例先进光电技术研究院"));
    BOOST_TEST(text.contains(u"请勿用其他软件另存或打印成 PDF"));
    const QString code = cli({u"render"_s, values, file(u"b.pdf"_s), u"--json"_s}).json().value(u"fingerprint"_s).toString().left(8);
    BOOST_TEST(text.contains(u"全文校验码：" + code));
    BOOST_TEST(cli({u"package"_s, file(u"a.pdf"_s), file(u"c.zip"_s)}).out.contains(text));
}

BOOST_AUTO_TEST_CASE(over_the_limit_it_is_written_and_the_heavy_attachments_are_named)
{
    CliResult result = package(u"包.zip"_s, {u"--all-attachments"_s, u"--limit"_s, u"0.001"_s});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(result.json().value(u"over"_s).toBool());
    BOOST_TEST(QFile::exists(file(u"包.zip"_s)));
    BOOST_TEST(result.err.contains(u"超过"));
    BOOST_TEST(result.err.contains(u"licence.jpg"));
    const QJsonArray originals = result.json().value(u"originals"_s).toArray();
    BOOST_REQUIRE(originals.size() > 1);
    BOOST_TEST(originals.first()[u"bytes"].toInteger() >= originals.last()[u"bytes"].toInteger());
    BOOST_TEST(package(u"包.zip"_s, {u"--limit"_s, u"500"_s}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(photos_with_fewer_dots_make_a_smaller_paper)
{
    const qint64 usual = cli({u"render"_s, values, file(u"1.pdf"_s), u"--json"_s}).json().value(u"bytes"_s).toInteger();
    const CliResult small = cli({u"render"_s, values, file(u"2.pdf"_s), u"--photo-dpi"_s, u"100"_s, u"--json"_s});
    BOOST_TEST(small.exitCode == 0);
    BOOST_TEST(small.json().value(u"bytes"_s).toInteger() < usual);
    BOOST_TEST(cli({u"render"_s, values, file(u"3.pdf"_s), u"--photo-dpi"_s, u"7"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_packed_is_refused_by_name_with_the_remedy)
{
    const auto refused = [&](const QStringList& arguments, int code, const QString& words) {
        const CliResult result = cli(QStringList{u"package"_s} + arguments);
        BOOST_TEST(result.exitCode == code);
        BOOST_TEST_CONTEXT(result.err.toStdString()) { BOOST_TEST(result.err.contains(words)); }
    };
    refused({file(u"a.pdf"_s), file(u"x.zip"_s), u"--attachment"_s, u"没有.jpg"_s}, 3, u"没有附件原件“没有.jpg”"_s);
    refused({file(u"a.pdf"_s), file(u"x.zip"_s), u"--without-paper"_s}, 2, u"请至少选一个"_s);
    refused({file(u"a.pdf"_s), file(u"x.zip"_s), u"--limit"_s, u"-3"_s}, 2, u"--limit"_s);
    refused({file(u"a.pdf"_s), file(u"没有/x.zip"_s)}, 3, u"无法写入"_s);
    refused({file(u"没有.pdf"_s), file(u"x.zip"_s)}, 3, u"没有.pdf"_s);
    refused({values, file(u"x.zip"_s)}, 3, u"sample-values.json"_s);
    QDir(folder.path()).mkdir(u"满"_s);
    writeFile(file(u"满/a.txt"_s), "a");
    refused({file(u"a.pdf"_s), file(u"满"_s)}, 3, u"没有覆盖"_s);
    BOOST_TEST(readFile(file(u"满/a.txt"_s)) == "a");
    BOOST_TEST(!QFile::exists(file(u"x.zip"_s)));
}

BOOST_AUTO_TEST_SUITE_END()
