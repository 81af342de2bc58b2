// SPDX-License-Identifier: Apache-2.0
// Every bad input gets a clear error naming the thing and the remedy, the right exit code, and leaves
// nothing half-written.
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

void checkRefused(const QStringList& call, int exitCode, const QStringList& words)
{
    const CliResult result = cli(call);
    BOOST_TEST(result.exitCode == exitCode, call.join(u' ').toStdString() << ": " << result.err.toStdString());
    for (const QString& word : words)
        BOOST_TEST(result.err.contains(word), word.toStdString() << " is not in: " << result.err.toStdString());
}

void checkFinding(const SampleFolder& sample, const QString& rule, const QString& field)
{
    const CliResult result = cli({u"check"_s, sample.values, u"--json"_s});
    BOOST_TEST(result.exitCode == 1);
    bool found = false;
    const QJsonArray findings = result.json().value(u"findings"_s).toArray();
    for (const QJsonValue& finding : findings)
        found = found || (finding[u"rule"].toString() == rule && finding[u"field"].toString() == field);
    BOOST_TEST(found, rule.toStdString() << " at " << field.toStdString() << " is not in: " << result.out.toStdString());
}

struct Signing : SampleFolder
{
    QString paper = file(u"a.pdf"_s);
    QString out = file(u"out.pdf"_s);

    Signing() { cli({u"render"_s, values, paper}); }

    QStringList call(const QString& in, const QString& id, const QString& passphrase) const
    {
        return {u"sign"_s, in, out, u"--role"_s, u"applicant"_s, u"--identity"_s, id, u"--passphrase-file"_s, passphrase};
    }
    ~Signing() { BOOST_TEST(!QFile::exists(out)); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(cli_bad_input)

BOOST_AUTO_TEST_CASE(values_files_that_cannot_be_read)
{
    const SampleFolder sample;
    const QString bad = sample.file(u"bad.json"_s);
    checkRefused({u"check"_s, bad}, 3, {u"bad.json"_s, u"找不到"_s});
    writeFile(bad, "{\"call\": \"kczg-2022\",\n \"values\" {}}");
    checkRefused({u"check"_s, bad}, 3, {u"bad.json"_s, u"第 2 行"_s});
    writeFile(bad, "{\"call\": \"kczg-2022\", \"values\": {\"org_name\": \"\xC3\x28\"}}");
    checkRefused({u"check"_s, bad}, 3, {u"bad.json"_s, u"UTF-8"_s});
    writeFile(bad, "{\"call\": \"other-2030\", \"values\": {}}");
    checkRefused({u"check"_s, bad}, 3, {u"other-2030"_s});
    QFile large(bad);
    BOOST_REQUIRE(large.open(QIODevice::WriteOnly));
    large.resize(50'000'000);
    large.close();
    checkRefused({u"check"_s, bad}, 3, {u"bad.json"_s, u"50.0 MB"_s});
    writeFile(sample.file(u"letter.doc"_s), "\xD0\xCF\x11\xE0 not ours");
    checkRefused({u"check"_s, sample.file(u"letter.doc"_s)}, 3, {u"letter.doc"_s, u".json"_s});
}

BOOST_AUTO_TEST_CASE(json_is_printed_for_an_unreadable_input_too)
{
    const CliResult check = cli({u"check"_s, u"none.json"_s, u"--json"_s});
    BOOST_TEST(check.exitCode == 3);
    BOOST_TEST(check.json().value(u"subject"_s).toString() == u"none.json"_s);
    BOOST_TEST(check.json().contains(u"error"_s));
    const CliResult verify = cli({u"verify"_s, u"none.pdf"_s, u"--json"_s});
    BOOST_TEST(verify.exitCode == 3);
    BOOST_TEST(verify.json().value(u"verdict"_s).toString() == u"unreadable"_s);
}

BOOST_AUTO_TEST_CASE(values_of_the_wrong_kind_are_named_and_the_rest_is_read)
{
    const SampleFolder sample;
    sample.set(u"org_nam"_s, u"写错了字段名"_s);
    checkFinding(sample, u"file.unknown-field"_s, u"org_nam"_s);
    sample.set(u"address"_s, 42);
    checkFinding(sample, u"file.wrong-type"_s, u"address"_s);
    sample.set(u"category"_s, u"none"_s);
    checkFinding(sample, u"file.unknown-option"_s, u"category"_s);
    BOOST_TEST(cli({u"render"_s, sample.values, sample.file(u"a.pdf"_s)}).exitCode == 0);
    BOOST_TEST(run(u"pdftotext"_s, {sample.file(u"a.pdf"_s), u"-"_s}).out.contains("示例先进光电技术研究院"));
}

BOOST_AUTO_TEST_CASE(attachments_that_are_missing_or_not_what_they_should_be)
{
    const SampleFolder sample;
    QFile::remove(sample.file(u"licence.jpg"_s));
    checkFinding(sample, u"file.attachment-missing"_s, u"uscc_scan"_s);
    QDir().mkpath(sample.file(u"licence.jpg"_s));
    checkFinding(sample, u"file.attachment-unreadable"_s, u"uscc_scan"_s);
    QDir().rmdir(sample.file(u"licence.jpg"_s));
    writeFile(sample.file(u"licence.jpg"_s), "this is no picture");
    checkFinding(sample, u"file.attachment-unusable"_s, u"uscc_scan"_s);
    checkRefused({u"render"_s, sample.values, sample.file(u"a.pdf"_s)}, 3, {u"licence.jpg"_s});
    BOOST_TEST(!QFile::exists(sample.file(u"a.pdf"_s)));
}

BOOST_AUTO_TEST_CASE(pdfs_that_are_none_or_cut_off_or_carry_no_data)
{
    const SampleFolder sample;
    const QString none = sample.file(u"none.pdf"_s), cut = sample.file(u"cut.pdf"_s), paper = sample.file(u"a.pdf"_s);
    writeFile(none, "hello");
    cli({u"render"_s, sample.values, paper});
    writeFile(cut, readFile(paper).left(100'000));
    for (const QString& bad : {none, cut}) {
        checkRefused({u"extract"_s, bad, sample.file(u"x"_s)}, 3, {bad});
        checkRefused({u"check"_s, bad}, 3, {bad});
        BOOST_TEST(cli({u"verify"_s, bad}).exitCode == 3);
        BOOST_TEST(!QDir(sample.file(u"x"_s)).exists());
    }
    checkRefused({u"extract"_s, sample.file(u"policy.pdf"_s), sample.file(u"x"_s)}, 3, {u"policy.pdf"_s, u"原始文件"_s});
    checkRefused({u"check"_s, sample.file(u"policy.pdf"_s)}, 3, {u"policy.pdf"_s});
}

BOOST_FIXTURE_TEST_CASE(a_wrong_passphrase_or_no_identity_signs_nothing, Signing)
{
    const QString id = identity();
    writeFile(file(u"wrong.txt"_s), "wrong\n");
    checkRefused(call(paper, id, file(u"wrong.txt"_s)), 3, {u"口令"_s});
    checkRefused(call(paper, file(u"none.p12"_s), passphraseFile()), 3, {u"none.p12"_s});
    checkRefused(call(paper, paper, passphraseFile()), 3, {paper});
    checkRefused(call(paper, id, file(u"none.txt"_s)), 3, {u"none.txt"_s});
    const QString secret = u"right passphrase"_s;
    BOOST_TEST(!cli(call(paper, id, file(u"wrong.txt"_s))).err.contains(secret));
}

BOOST_FIXTURE_TEST_CASE(an_expired_certificate_is_refused_with_its_dates, Signing)
{
    const QString id = identity(QDateTime(QDate(2010, 3, 1), QTime(0, 0), Qt::UTC));
    checkRefused(call(paper, id, passphraseFile()), 3, {u"2011"_s});
}

BOOST_FIXTURE_TEST_CASE(files_that_cannot_be_signed_are_named, Signing)
{
    const QString id = identity();
    const QString none = file(u"none.pdf"_s), cut = file(u"cut.pdf"_s);
    writeFile(none, "hello");
    writeFile(cut, readFile(paper).left(100'000));
    checkRefused(call(none, id, passphraseFile()), 3, {none});
    checkRefused(call(cut, id, passphraseFile()), 3, {cut});
    checkRefused(call(file(u"policy.pdf"_s), id, passphraseFile()), 3, {u"policy.pdf"_s});
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_be_written_leaves_what_was_there)
{
    const SampleFolder sample;
    const QString nowhere = sample.file(u"no such folder/a.pdf"_s);
    checkRefused({u"render"_s, sample.values, nowhere}, 3, {nowhere});
    const QString folder = sample.file(u"folder.pdf"_s);
    QDir().mkpath(folder);
    checkRefused({u"render"_s, sample.values, folder}, 3, {folder});
    const QString old = sample.file(u"old.pdf"_s);
    writeFile(old, "old");
    writeFile(sample.file(u"policy.pdf"_s), "%PDF-1.4 broken");
    BOOST_TEST(cli({u"render"_s, sample.values, old}).exitCode == 3);
    BOOST_TEST(readFile(old) == QByteArray("old"));
    BOOST_TEST(QDir(sample.folder.path()).entryList({u"old.pdf*"_s}, QDir::Files) == QStringList{u"old.pdf"_s});
}

BOOST_AUTO_TEST_CASE(a_folder_that_extract_did_not_write_is_refused)
{
    const SampleFolder sample;
    checkRefused({u"check"_s, sample.folder.path()}, 3, {sample.folder.path(), u"extract"_s});
}

BOOST_AUTO_TEST_CASE(wrong_calls_say_what_is_wrong_and_how_to_see_help)
{
    checkRefused({u"chek"_s, u"a.json"_s}, 2, {u"chek"_s, u"--help"_s});
    checkRefused({u"check"_s}, 2, {u"check"_s});
    checkRefused({u"check"_s, u"a.json"_s, u"--fast"_s}, 2, {u"--fast"_s});
    checkRefused({u"sign"_s, u"a.pdf"_s, u"b.pdf"_s, u"--role"_s, u"boss"_s, u"--identity"_s, u"a.p12"_s,
                  u"--passphrase-file"_s, u"a.txt"_s},
                 2, {u"boss"_s});
    checkRefused({u"sign"_s, u"a.pdf"_s, u"b.pdf"_s}, 2, {u"--role"_s, u"申报单位"_s, u"sign --help"_s});
    checkRefused({u"check"_s, u"my"_s, u"values.json"_s}, 2, {u"引号"_s});
    checkRefused({u"identity"_s}, 2, {u"identity new --help"_s});
    checkRefused({u"--lang"_s, u"fr"_s, u"check"_s, u"a.json"_s}, 2, {u"fr"_s, u"zh"_s, u"en"_s});
    checkRefused({u"--lang"_s}, 2, {u"--lang"_s});
    checkRefused({u"verify"_s, u"a.pdf"_s, u"--trust"_s}, 2, {u"--trust"_s});
    const SampleFolder sample;
    checkRefused({u"render"_s, sample.values, sample.file(u"a.pdf"_s), u"--id"_s, u"7"_s}, 2, {u"UUID"_s});
    checkRefused({u"render"_s, sample.values, sample.file(u"a.pdf"_s), u"--revision"_s, u"0"_s}, 2, {u"--revision"_s});
    checkRefused({u"render"_s, sample.values, sample.file(u"a.pdf"_s), u"--date"_s, u"tomorrow"_s}, 2, {u"--date"_s});
}

BOOST_AUTO_TEST_SUITE_END()
