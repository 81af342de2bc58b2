// SPDX-License-Identifier: Apache-2.0
// The contract of the command line, with the real program and independent judges of what it writes.
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

void checkSoundPdf(const QString& path)
{
    const ProcessResult qpdf = run(u"qpdf"_s, {u"--check"_s, path});
    BOOST_TEST(qpdf.exitCode == 0, qpdf.err.toStdString());
    const QStringList fonts = QString::fromUtf8(run(u"pdffonts"_s, {path}).out).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& font : fonts.mid(2))
        BOOST_TEST(font.contains(u" yes "_s), font.toStdString());
}

QStringList rulesIn(const QJsonObject& report)
{
    QStringList rules;
    const QJsonArray findings = report.value(u"findings"_s).toArray();
    for (const QJsonValue& finding : findings)
        rules << finding[u"rule"].toString();
    return rules;
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_calls)

BOOST_AUTO_TEST_CASE(check_finds_nothing_in_the_sample_and_says_so_in_json)
{
    const SampleFolder sample;
    const CliResult result = cli({u"check"_s, sample.values, u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(result.json().value(u"subject"_s).toString() == sample.values);
    BOOST_TEST(result.json().value(u"errors"_s).toInt(-1) == 0);
    BOOST_TEST(result.json().value(u"findings"_s).isArray());
}

BOOST_AUTO_TEST_CASE(check_returns_1_and_names_rule_field_row_and_clause)
{
    const SampleFolder sample;
    sample.set(u"org_intro"_s, QString(301, u'字'));
    const CliResult result = cli({u"check"_s, sample.values, u"--json"_s});
    BOOST_TEST(result.exitCode == 1);
    const QJsonValue finding = result.json().value(u"findings"_s)[0];
    BOOST_TEST(finding[u"rule"].toString() == u"text.word-limit"_s);
    BOOST_TEST(finding[u"severity"].toString() == u"error"_s);
    BOOST_TEST(finding[u"field"].toString() == u"org_intro"_s);
    BOOST_TEST(finding[u"row"].isNull());
    BOOST_TEST(finding[u"column"].isNull());
    BOOST_TEST(finding[u"message"].toString().contains(u"301"_s));
    BOOST_TEST(!finding[u"clause"].toString().isEmpty());
    BOOST_TEST(cli({u"--lang"_s, u"en"_s, u"check"_s, sample.values}).out.contains(u"over the limit of 300"_s));
}

BOOST_AUTO_TEST_CASE(the_sample_at_the_limits_has_no_error)
{
    const SampleFolder sample(u"sample-limits.json"_s);
    const CliResult result = cli({u"check"_s, sample.values, u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.out.toStdString());
    for (const QString& rule : rulesIn(result.json()))
        BOOST_TEST((rule.endsWith(u"character-limit"_s) || rule == u"joint.present"_s), rule.toStdString());
}

BOOST_AUTO_TEST_CASE(a_format_error_with_a_reason_is_a_warning_that_bears_it)
{
    const SampleFolder sample;
    sample.set(u"uscc"_s, u""_s);
    BOOST_TEST(cli({u"check"_s, sample.values}).exitCode == 1);
    QJsonObject all = sample.read();
    all.insert(u"reasons"_s, QJsonObject{{u"uscc"_s, u"香港单位，无 18 位代码"_s}, {u"org_intro"_s, u"理由对字数无效"_s}});
    sample.save(all);
    const CliResult result = cli({u"check"_s, sample.values, u"--json"_s});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.json().value(u"findings"_s)[0][u"reason"].toString() == u"香港单位，无 18 位代码"_s);
    sample.set(u"org_intro"_s, QString(301, u'字'));
    BOOST_TEST(cli({u"check"_s, sample.values}).exitCode == 1);
}

BOOST_AUTO_TEST_CASE(render_sign_verify_and_extract_make_one_dossier_whole)
{
    const SampleFolder sample;
    const QString final = sample.file(u"定稿.pdf"_s);
    const QString done = sample.file(u"已签章.pdf"_s);
    BOOST_TEST(cli({u"render"_s, sample.values, final, u"--date"_s, u"2022-05-20"_s}).exitCode == 0);
    checkSoundPdf(final);
    const CliResult sign = cli({u"sign"_s, final, done, u"--role"_s, u"applicant"_s, u"--identity"_s, sample.identity(),
                                u"--passphrase-file"_s, sample.passphraseFile()});
    BOOST_TEST(sign.exitCode == 0, sign.err.toStdString());
    checkSoundPdf(done);
    BOOST_TEST(run(u"pdfsig"_s, {done}).out.contains("Signature is Valid."));
    BOOST_TEST(readFile(done).startsWith(readFile(final)));

    const QJsonObject verdict = cli({u"verify"_s, done, u"--json"_s}).json();
    BOOST_TEST(verdict.value(u"verdict"_s).toString() == u"untrusted"_s);
    BOOST_TEST(verdict.value(u"signatures"_s).toArray().size() == 1);
    BOOST_TEST(verdict.value(u"signatures"_s)[0][u"intact"].toBool());
    BOOST_TEST(verdict.value(u"signatures"_s)[0][u"changes"].toString() == u"none"_s);
    BOOST_TEST(verdict.value(u"signatures"_s)[0][u"covers"].toString() == u"file"_s);
    BOOST_TEST(verdict.value(u"paper"_s)[u"kind"].toString() == u"dossier"_s);

    const QString out = sample.file(u"解出"_s);
    BOOST_TEST(cli({u"extract"_s, done, out}).exitCode == 0);
    BOOST_TEST(readFile(out + u"/attachments/standards.pdf"_s) == readFile(sample.file(u"standards.pdf"_s)));
    BOOST_TEST(cli({u"check"_s, out}).exitCode == 0);
    BOOST_TEST(cli({u"check"_s, done}).exitCode == 0);
    const QString again = sample.file(u"again.pdf"_s);
    BOOST_TEST(cli({u"render"_s, out, again, u"--date"_s, u"2022-05-20"_s}).exitCode == 0);
    BOOST_CHECK(readFile(again) == readFile(final));
}

BOOST_AUTO_TEST_CASE(a_recommender_signs_after_the_applicant_and_a_fifth_finds_no_field)
{
    const SampleFolder sample;
    const QString paper = sample.file(u"a.pdf"_s);
    const QString identity = sample.identity();
    const QStringList with{u"--identity"_s, identity, u"--passphrase-file"_s, sample.passphraseFile()};
    cli({u"render"_s, sample.values, paper});
    BOOST_TEST(cli(QStringList{u"sign"_s, paper, paper, u"--role"_s, u"applicant"_s} + with).exitCode == 0);
    for (int i = 0; i < 4; ++i)
        BOOST_TEST(cli(QStringList{u"sign"_s, paper, paper, u"--role"_s, u"recommender"_s, u"--opinion"_s, u"同意推荐，加强统筹。"_s} + with).exitCode == 0);
    BOOST_TEST(run(u"pdfsig"_s, {paper}).out.count("Signature is Valid.") == 5);
    const CliResult fifth = cli(QStringList{u"sign"_s, paper, paper, u"--role"_s, u"recommender"_s} + with);
    BOOST_TEST(fifth.exitCode == 3);
    // What came after a signature is not examined yet, and never called better than that.
    const QJsonObject verdict = cli({u"verify"_s, paper, u"--json"_s}).json();
    BOOST_TEST(verdict.value(u"verdict"_s).toString() == u"untrusted"_s);
}

BOOST_AUTO_TEST_CASE(the_same_call_gives_the_same_bytes_and_id_and_revision_are_taken)
{
    const SampleFolder sample;
    const QString one = sample.file(u"1.pdf"_s), two = sample.file(u"2.pdf"_s), three = sample.file(u"3.pdf"_s);
    cli({u"render"_s, sample.values, one});
    cli({u"render"_s, sample.values, two});
    BOOST_CHECK(readFile(one) == readFile(two));
    cli({u"render"_s, sample.values, three, u"--id"_s, u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s, u"--revision"_s, u"7"_s});
    const QJsonObject paper = cli({u"verify"_s, three, u"--json"_s}).json().value(u"paper"_s).toObject();
    BOOST_TEST(paper.value(u"id"_s).toString() == u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s);
    BOOST_TEST(paper.value(u"revision"_s).toInt() == 7);
}

BOOST_AUTO_TEST_CASE(a_trusted_certificate_makes_the_signature_valid)
{
    const SampleFolder sample;
    const QString paper = sample.file(u"a.pdf"_s);
    const QString identity = sample.identity();
    cli({u"render"_s, sample.values, paper});
    cli({u"sign"_s, paper, paper, u"--role"_s, u"applicant"_s, u"--identity"_s, identity, u"--passphrase-file"_s, sample.passphraseFile()});
    const QString pem = sample.file(u"cert.pem"_s);
    run(u"openssl"_s, {u"pkcs12"_s, u"-in"_s, identity, u"-nokeys"_s, u"-passin"_s, u"file:"_s + sample.passphraseFile(), u"-out"_s, pem});
    const CliResult result = cli({u"verify"_s, paper, u"--trust"_s, pem, u"--json"_s});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.json().value(u"verdict"_s).toString() == u"valid"_s, result.out.toStdString());
}

BOOST_AUTO_TEST_CASE(identity_new_writes_a_file_that_openssl_reads_and_only_the_owner)
{
    const SampleFolder sample;
    const QString path = sample.file(u"id.p12"_s);
    const CliResult result = cli({u"identity"_s, u"new"_s, u"--name"_s, u"示例研究院"_s, u"--out"_s, path, u"--passphrase-file"_s, sample.passphraseFile()});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(run(u"openssl"_s, {u"pkcs12"_s, u"-in"_s, path, u"-nokeys"_s, u"-passin"_s, u"file:"_s + sample.passphraseFile()}).exitCode == 0);
    BOOST_TEST(!QFileInfo(path).permission(QFile::ReadGroup));
    BOOST_TEST(!QFileInfo(path).permission(QFile::ReadOther));
}

BOOST_AUTO_TEST_CASE(the_demo_runs_and_leaves_a_signature_that_pdfsig_confirms)
{
    const ScratchFolder folder;
    const CliResult result = cli({u"demo"_s, folder.path()});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(run(u"pdfsig"_s, {folder.file(u"已签章.pdf"_s)}).out.contains("Signature is Valid."));
    const QByteArray countersigned = run(u"pdfsig"_s, {folder.file(u"已推荐.pdf"_s)}).out;
    BOOST_TEST(countersigned.count("Signature is Valid.") == 2);
    BOOST_TEST(readFile(folder.file(u"已推荐-验证结果.json"_s)).contains("\"attestedBy\": \""));
    const QStringList papers = QDir(folder.path()).entryList({u"*.pdf"_s});
    for (const QString& paper : papers)
        checkSoundPdf(folder.file(paper));
    BOOST_TEST(cli({u"demo"_s, folder.path()}).exitCode == 0, "a second run into the same folder");
}

#ifdef Q_OS_LINUX
// Loading what draws takes longer than verifying a paper of a few MB; one call too many into print brings all of it along.
BOOST_AUTO_TEST_CASE(the_program_that_verifies_loads_nothing_that_draws)
{
    QProcess process;
    process.start(u"ldd"_s, {QCoreApplication::applicationDirPath() + u"/juanzong-cli"_s});
    BOOST_REQUIRE(process.waitForFinished());
    const QString loaded = QString::fromUtf8(process.readAllStandardOutput());
    BOOST_REQUIRE(loaded.contains(u"libQt6Core"_s));
    for (const QString& library : {u"libpango"_s, u"libcairo"_s, u"libheif"_s, u"libtiff"_s})
        BOOST_TEST(!loaded.contains(library), library.toStdString() << " is loaded");
}
#endif

BOOST_AUTO_TEST_CASE(help_teaches_by_example_in_both_languages)
{
    for (const QString& command : {u"demo"_s, u"check"_s, u"render"_s, u"sign"_s, u"verify"_s, u"extract"_s}) {
        const CliResult zh = cli({command, u"--help"_s});
        BOOST_TEST(zh.exitCode == 0);
        BOOST_TEST(zh.out.contains(u"例："_s));
        BOOST_TEST(zh.out.contains(u"  juanzong-cli "_s + command));
        BOOST_TEST(cli({u"--lang"_s, u"en"_s, command, u"--help"_s}).out.contains(u"Examples:"_s));
    }
    BOOST_TEST(cli({u"identity"_s, u"new"_s, u"--help"_s}).exitCode == 0);
    BOOST_TEST(cli({u"help"_s, u"sign"_s}).out == cli({u"sign"_s, u"-h"_s}).out);
    BOOST_TEST(cli({u"sign"_s, u"--help"_s}).out.contains(u"OUT.pdf --role ROLE [选项]"_s));
    BOOST_TEST(cli({}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(render_tells_in_json_what_each_attachment_adds)
{
    const SampleFolder sample;
    QJsonObject values = sample.read();
    QJsonObject attachments = values.value(u"attachments"_s).toObject();
    QJsonArray photos = attachments.value(u"hardware_photos"_s).toArray();
    QJsonObject outside{{u"path"_s, photos.first().isString() ? photos.first() : photos.first()[u"path"]}};
    outside.insert(u"originalInside"_s, false);
    photos[0] = outside;
    attachments.insert(u"hardware_photos"_s, photos);
    values.insert(u"attachments"_s, attachments);
    sample.save(values);
    const CliResult result = cli({u"render"_s, sample.values, sample.file(u"a.pdf"_s), u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    const QJsonObject json = result.json();
    BOOST_TEST(json.value(u"bytes"_s).toInteger() == QFileInfo(sample.file(u"a.pdf"_s)).size());
    BOOST_TEST(json.value(u"fingerprint"_s).toString().size() == 64);
    BOOST_TEST(json.value(u"remarks"_s).isArray());
    const QJsonArray weights = json.value(u"attachments"_s).toArray();
    BOOST_TEST(weights.size() == 5);
    qint64 before = std::numeric_limits<qint64>::max();
    int withoutOriginal = 0;
    for (const QJsonValue& weight : weights) {
        const qint64 bytes = weight[u"originalBytes"].toInteger(-1) + weight[u"pageBytes"].toInteger(-1);
        BOOST_TEST(bytes <= before);
        BOOST_TEST(weight[u"pageBytes"].toInteger() > 0);
        BOOST_TEST(weight[u"pages"].toInt() > 0);
        BOOST_TEST(!weight[u"field"].toString().isEmpty());
        withoutOriginal += weight[u"originalBytes"].toInteger() == 0;
        before = bytes;
    }
    BOOST_TEST(withoutOriginal == 1);
    const QString embedded = QString::fromUtf8(run(u"pdfdetach"_s, {u"-list"_s, sample.file(u"a.pdf"_s)}).out);
    BOOST_TEST(!embedded.contains(QFileInfo(outside.value(u"path"_s).toString()).fileName()), embedded.toStdString());
}

BOOST_AUTO_TEST_CASE(render_with_json_prints_json_when_it_fails)
{
    const SampleFolder sample;
    writeFile(sample.file(u"licence.jpg"_s), "Rar!\x1A\x07\x01");
    const CliResult result = cli({u"render"_s, sample.values, sample.file(u"a.pdf"_s), u"--json"_s});
    BOOST_TEST(result.exitCode == 3);
    BOOST_TEST(result.json().value(u"error"_s)[u"message"].toString().contains(u"请先解压"_s), result.out.toStdString());
}

BOOST_AUTO_TEST_CASE(a_body_countersigns_after_another_program_appended_an_xref_stream)
{
    const SampleFolder sample;
    const QString received = dataFile(u"signed/kinds__ours-then-xref-stream.pdf"_s);
    const QString countersigned = sample.file(u"已推荐.pdf"_s);
    const CliResult made = cli({u"sign"_s, received, countersigned, u"--role"_s, u"recommender"_s, u"--identity"_s, sample.identity(),
                                u"--passphrase-file"_s, sample.passphraseFile()});
    BOOST_REQUIRE(made.exitCode == 0);
    BOOST_TEST(readFile(countersigned).startsWith(readFile(received)));
    const QJsonObject report = cli({u"verify"_s, countersigned, u"--json"_s}).json();
    BOOST_TEST(report[u"verdict"_s].toString() == u"untrusted"_s);
    BOOST_TEST(report[u"signatures"_s].toArray().size() == 2);
    BOOST_TEST(report[u"signatures"_s][0][u"changes"].toString() == u"permitted"_s);
    BOOST_TEST(report[u"signatures"_s][1][u"covers"].toString() == u"file"_s);
    BOOST_TEST(run(u"qpdf"_s, {u"--check"_s, countersigned}).exitCode == 0);
    BOOST_TEST(run(u"pdfsig"_s, {u"-nocert"_s, countersigned}).out.count("Signature is Valid") == 2);
}

BOOST_AUTO_TEST_CASE(verify_reads_encrypted_papers_that_need_no_password)
{
    for (const QString& kind : {u"rc4-40"_s, u"rc4-128"_s, u"aes-128"_s}) {
        const CliResult result = cli({u"verify"_s, dataFile(u"signed/kinds__encrypted-%1.pdf"_s.arg(kind)), u"--json"_s});
        BOOST_TEST(result.exitCode == 0);
        BOOST_TEST(result.json()[u"verdict"_s].toString() == u"untrusted"_s, kind.toStdString());
        BOOST_TEST(result.json()[u"signatures"_s][0][u"changes"].toString() == u"permitted"_s);
    }
}

BOOST_AUTO_TEST_SUITE_END()
