// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

#include <QColor>
#include <QFileInfo>
#include <QImage>

using namespace jz;
using namespace Qt::StringLiterals;
namespace bdata = boost::unit_test::data;

namespace {

/// What pdfsig says of every signature in the file.
int pdfsigValidCount(const QString& path)
{
    const auto result = test::run(u"pdfsig"_s, {u"-nocert"_s, path});
    return static_cast<int>(result.out.count("Signature is Valid."));
}

void checkSound(const QString& path)
{
    const auto result = test::run(u"qpdf"_s, {u"--check"_s, path});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(!QByteArray(result.out + result.err).contains("WARNING"));
}

/// The independent judge of the CMS: openssl over the bytes of the last /ByteRange.
void checkCms(const QString& path, const test::ScratchFolder& folder)
{
    const QByteArray file = test::readFile(path);
    const qsizetype at = file.lastIndexOf("/ByteRange [");
    const QList<QByteArray> numbers = file.mid(at + 12, file.indexOf(']', at) - at - 12).simplified().split(' ');
    BOOST_REQUIRE(numbers.size() == 4);
    const qint64 gap = numbers[1].toLongLong();
    const qint64 after = numbers[2].toLongLong();
    BOOST_TEST(after + numbers[3].toLongLong() == file.size());
    test::writeFile(folder.file(u"content"_s), file.left(gap) + file.mid(after));
    test::writeFile(folder.file(u"cms"_s), QByteArray::fromHex(file.mid(gap + 1, after - gap - 2)));
    const auto result =
        test::run(u"openssl"_s, {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                 folder.file(u"cms"_s), u"-content"_s, folder.file(u"content"_s), u"-CAfile"_s,
                                 test::Identities::all().caPem(), u"-purpose"_s, u"any"_s, u"-out"_s, u"/dev/null"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
}

/// The code of the Error that signing ends with.
ErrorCode codeOfSigning(const QString& in, const QString& out, const SignRequest& request)
{
    try {
        signPdf(in, out, request);
    } catch (const Error& error) {
        BOOST_TEST(!error.message().zh.isEmpty());
        return error.code();
    }
    BOOST_ERROR("signing succeeded");
    return ErrorCode::Usage;
}

/// A recommender signs `paper` in place, is refused, and the paper is as it was.
ErrorCode codeOfCountersigning(const QByteArray& paper)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, paper);
    const SignRequest request = test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Recommender);
    const ErrorCode code = codeOfSigning(path, path, request);
    BOOST_TEST(test::readFile(path) == paper);
    return code;
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf_signer)

BOOST_DATA_TEST_CASE(every_kind_of_key_makes_a_signature_that_independent_judges_accept,
                     bdata::make({"rsa2048", "rsa3072", "rsa4096", "p256", "p384"}), kind)
{
    const test::ScratchFolder folder;
    const QString in = folder.file(u"paper.pdf"_s);
    const QString out = folder.file(u"signed.pdf"_s);
    test::writeFile(in, test::unsignedPaper());
    const Identity identity = test::Identities::all().load(QString::fromLatin1(kind));
    signPdf(in, out, test::requestFor(identity, SignatureRole::Applicant));

    BOOST_TEST(test::readFile(out).startsWith(test::readFile(in)));
    BOOST_TEST(pdfsigValidCount(out) == 1);
    checkSound(out);
    checkCms(out, folder);
    const VerificationReport report = test::verifyBytes(test::readFile(out));
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s);
    BOOST_TEST(report.signatures.value(0).level == u"B-B"_s);
    BOOST_TEST(report.signatures.value(0).fingerprint == identity.fingerprint());
    BOOST_TEST(report.signatures.value(0).reason == u"同意推荐。"_s);
}

BOOST_AUTO_TEST_CASE(an_applicant_and_two_recommenders_sign_one_after_the_other)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::countersignedPaper());
    BOOST_TEST((firstFreeField(path, SignatureRole::Recommender).value().name == u"Recommender2"_s));
    signPdf(path, path, test::requestFor(test::Identities::all().load(u"p384"_s), SignatureRole::Recommender));

    BOOST_TEST(test::readFile(path).startsWith(test::countersignedPaper()));
    BOOST_TEST(pdfsigValidCount(path) == 3);
    checkSound(path);
    checkCms(path, folder);
    const VerificationReport report = test::verifyBytes(test::readFile(path));
    BOOST_REQUIRE(report.signatures.size() == 3);
    for (const SignatureReport& signature : report.signatures)
        BOOST_TEST(signature.intact);
    BOOST_TEST((report.signatures[2].changes == ChangesSince::None));
    BOOST_TEST((report.signatures[1].changes == ChangesSince::Permitted));
    BOOST_TEST((report.signatures[0].changes == ChangesSince::Permitted));
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s);
}

BOOST_AUTO_TEST_CASE(what_other_programs_appended_honestly_is_countersigned)
{
    // Dates as Acrobat writes them, validation data; in a table as Okular and PDFBox write, and in streams as Acrobat.
    for (const auto kind : {test::Update::Table, test::Update::Stream, test::Update::ObjectStream}) {
        test::Update update;
        update.kind = kind;
        update.objects = {{11, "<< /Title (Test) /ModDate (D:20270101) /Producer (Another program) >>"},
                          {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Perms << /DocMDP 12 0 R >> "
                              "/DSS << /Certs [ 60 0 R ] >> >>"},
                          {60, test::streamBody("der")}};
        const test::ScratchFolder folder;
        const QString path = folder.file(u"paper.pdf"_s);
        const QByteArray before = test::appended(test::signedPaper(), update);
        test::writeFile(path, before);
        for (const QString& body : {u"rsa2048"_s, u"p384"_s})
            signPdf(path, path, test::requestFor(test::Identities::all().load(body), SignatureRole::Recommender));
        BOOST_TEST(test::readFile(path).startsWith(before));
        BOOST_TEST(pdfsigValidCount(path) == 3);
        checkSound(path);
        const VerificationReport report = test::verifyBytes(test::readFile(path));
        BOOST_TEST(verdictName(report.verdict) == u"valid"_s, test::codesOf(report).join(u' ').toStdString());
    }
}

BOOST_AUTO_TEST_CASE(a_paper_that_was_altered_is_not_countersigned)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    const QString out = folder.file(u"out.pdf"_s);
    test::Update update;
    update.objects[4] = test::streamBody("0 1 0 RG");
    const SignRequest request = test::requestFor(test::Identities::all().load(u"p384"_s), SignatureRole::Recommender);
    test::writeFile(path, test::appended(test::signedPaper(), update));
    BOOST_CHECK_EXCEPTION(signPdf(path, out, request), Error, [](const Error& error) {
        return error.code() == ErrorCode::Unusable && error.message().en.contains(u"changed after")
               && error.detail().contains(problem::pageContentChanged);
    });
    test::writeFile(path, test::signedPaper().replace("0 0 1 RG", "1 0 1 RG"));
    BOOST_CHECK_EXCEPTION(signPdf(path, out, request), Error, [](const Error& error) {
        return error.code() == ErrorCode::Unusable && error.message().en.contains(u"does not hold")
               && error.detail().contains(problem::digestMismatch);
    });
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(a_file_rewritten_by_another_program_is_signed_in_its_own_kind)
{
    const QList<std::pair<QStringList, QByteArray>> kinds{{{u"--object-streams=generate"_s}, "/Type /XRef"},
                                                          {{u"--linearize"_s}, "trailer"},
                                                          {{u"--linearize"_s, u"--object-streams=generate"_s},
                                                           "/Type /XRef"}};
    for (const auto& [options, section] : kinds) {
        const test::ScratchFolder folder;
        const QString path = folder.file(u"kind.pdf"_s);
        test::writeFile(folder.file(u"paper.pdf"_s), test::unsignedPaper());
        test::run(u"qpdf"_s, options + QStringList{folder.file(u"paper.pdf"_s), path});
        const qint64 before = test::readFile(path).size();
        signPdf(path, path, test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Applicant));
        const QByteArray tail = test::readFile(path).mid(before);
        BOOST_TEST(tail.contains(section));
        BOOST_TEST(tail.contains("trailer") == (section == "trailer"));
        signPdf(path, path, test::requestFor(test::Identities::all().load(u"rsa2048"_s), SignatureRole::Recommender));
        BOOST_TEST(pdfsigValidCount(path) == 2);
        // A linearised file with something appended is still sound, but qpdf mentions it.
        BOOST_TEST(test::run(u"qpdf"_s, {u"--check"_s, path}).exitCode != 2);
        BOOST_TEST(test::verifyBytes(test::readFile(path)).signatures.value(1).intact);
    }
}

BOOST_AUTO_TEST_CASE(a_hybrid_file_goes_on_with_a_table)
{
    // The classic table of the paper with an /XRefStm beside it: an empty stream that adds nothing.
    QByteArray paper = test::unsignedPaper();
    const qsizetype table = paper.lastIndexOf("xref\n0 ");
    const QByteArray stream = "12 0 obj\n<< /Type /XRef /W [ 1 2 1 ] /Index [ 0 1 ] /Size 12 /Length 4 >>\nstream\n"
                              + QByteArray(4, '\0') + "\nendstream\nendobj\n";
    const QByteArray at = QByteArray::number(table);
    paper.insert(table, stream);
    paper.replace(paper.lastIndexOf("/Info"), 5, QByteArray("/XRefStm " + at + " /Info"));
    paper.replace(paper.lastIndexOf("startxref\n") + 10, at.size(), QByteArray::number(table + stream.size()));
    const test::ScratchFolder folder;
    const QString path = folder.file(u"hybrid.pdf"_s);
    test::writeFile(path, paper);
    signPdf(path, path, test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Applicant));
    const QByteArray tail = test::readFile(path).mid(paper.size());
    BOOST_TEST(tail.contains("trailer"));
    BOOST_TEST(!tail.contains("XRefStm"));
    BOOST_TEST(pdfsigValidCount(path) == 1);
    BOOST_TEST(verdictName(test::verifyBytes(test::readFile(path)).verdict) == u"valid"_s);
}

BOOST_AUTO_TEST_CASE(the_same_signing_gives_the_same_bytes_but_for_the_signature_value)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"in.pdf"_s), test::unsignedPaper());
    const SignRequest request = test::requestFor(test::Identities::all().load(u"rsa2048"_s), SignatureRole::Applicant);
    signPdf(folder.file(u"in.pdf"_s), folder.file(u"a.pdf"_s), request);
    signPdf(folder.file(u"in.pdf"_s), folder.file(u"b.pdf"_s), request);
    // RSA of PKCS#1 v1.5 has no randomness either.
    BOOST_TEST(test::readFile(folder.file(u"a.pdf"_s)) == test::readFile(folder.file(u"b.pdf"_s)));
}

BOOST_AUTO_TEST_CASE(signing_touches_no_page_and_keeps_the_form_an_object)
{
    const QByteArray tail = test::countersignedPaper().mid(test::signedPaper().size());
    BOOST_TEST(!tail.contains("/Type /Page"));
    BOOST_TEST(!tail.contains("/Type /Catalog"));
    BOOST_TEST(!tail.contains("\n3 0 obj"));
    const QByteArray first = test::signedPaper().mid(test::unsignedPaper().size());
    BOOST_TEST(first.contains("/SigFlags 3"));
    BOOST_TEST(first.contains("/DocMDP 12 0 R"));
    BOOST_TEST(first.contains("/F 132"));
    BOOST_TEST(first.contains("/Prev "));
}

BOOST_AUTO_TEST_CASE(the_appearance_is_drawn_where_the_field_is)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"a.pdf"_s), test::signedPaper());
    // Page height 842, field 60 600 210 700: at 72 dpi its middle is 135 across and 192 down.
    test::run(u"pdftoppm"_s, {u"-r"_s, u"72"_s, u"-png"_s, u"-singlefile"_s, folder.file(u"a.pdf"_s),
                              folder.file(u"a"_s)});
    const QImage page(folder.file(u"a.png"_s));
    BOOST_REQUIRE(!page.isNull());
    BOOST_TEST((page.pixelColor(135, 192) == QColor(255, 0, 0)));
    BOOST_TEST((page.pixelColor(135, 392) == QColor(255, 255, 255)));
}

BOOST_AUTO_TEST_CASE(when_all_fields_of_a_role_are_signed_that_is_told_and_nothing_is_written)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    const QString out = folder.file(u"out.pdf"_s);
    test::writeFile(path, test::signedPaper());
    const SignRequest applicant = test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Applicant);
    const SignRequest body = test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Recommender);
    BOOST_TEST(!firstFreeField(path, SignatureRole::Applicant).has_value());
    BOOST_TEST((codeOfSigning(path, out, applicant) == ErrorCode::NoFreeField));
    for (int i = 0; i < recommenderFieldCount; ++i)
        signPdf(path, path, body);
    BOOST_TEST((codeOfSigning(path, out, body) == ErrorCode::NoFreeField));
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(an_applicant_does_not_sign_after_others)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    test::writeFile(path, test::unsignedPaper());
    signPdf(path, path, test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Recommender));
    BOOST_TEST((codeOfSigning(path, path, test::requestFor(test::Identities::all().load(u"p256"_s),
                                                           SignatureRole::Applicant))
                == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_signed_are_refused_each_with_its_reason)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    const QString out = folder.file(u"out.pdf"_s);
    const QByteArray paper = test::unsignedPaper();
    const SignRequest request = test::requestFor(test::Identities::all().load(u"p256"_s), SignatureRole::Applicant);
    const auto codeFor = [&](const QByteArray& bytes) {
        test::writeFile(path, bytes);
        return codeOfSigning(path, out, request);
    };
    BOOST_TEST((codeFor("") == ErrorCode::Malformed));
    BOOST_TEST((codeFor("text") == ErrorCode::Malformed));
    BOOST_TEST((codeFor(paper.chopped(30)) == ErrorCode::Malformed));
    BOOST_TEST((codeFor(paper.first(paper.size() / 2)) == ErrorCode::Malformed));
    BOOST_TEST((codeFor(paper + "garbage") == ErrorCode::Malformed));
    BOOST_TEST((codeFor("junk" + paper) == ErrorCode::Malformed));
    BOOST_TEST((codeFor(QByteArray(paper).replace("5 0 obj\n", "55 0 obj")) == ErrorCode::Malformed));
    test::writeFile(folder.file(u"plain.pdf"_s), paper);
    for (const QString& password : {u"secret"_s, QString()}) {
        test::run(u"qpdf"_s, {u"--encrypt"_s, password, u"owner"_s, u"256"_s, u"--"_s, folder.file(u"plain.pdf"_s),
                              path});
        BOOST_TEST((codeOfSigning(path, out, request) == ErrorCode::Unsupported));
    }
    BOOST_TEST((codeOfSigning(folder.file(u"none.pdf"_s), out, request) == ErrorCode::NotFound));
    BOOST_TEST((codeOfSigning(folder.file(u"plain.pdf"_s), folder.file(u"none/x.pdf"_s), request)
                == ErrorCode::NotWritable));
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(a_certification_that_allows_nothing_more_is_honoured)
{
    QByteArray strict = test::signedPaper();
    strict.replace(strict.lastIndexOf("/P 2 /V"), 4, "/P 1");
    BOOST_TEST((codeOfCountersigning(strict) == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(a_paper_whose_earlier_signature_does_not_hold_is_not_signed_on)
{
    QByteArray tampered = test::signedPaper();
    tampered.replace(tampered.indexOf("0 0 1 RG"), 1, "1");
    BOOST_TEST((codeOfCountersigning(tampered) == ErrorCode::Unusable));
}

BOOST_AUTO_TEST_CASE(the_report_reads_as_the_command_line_promises)
{
    const QJsonObject json = toJson(test::verifyBytes(test::signedPaper(), false), Language::English);
    BOOST_TEST(json.keys() == (QStringList{u"delivery"_s, u"ink"_s, u"paper"_s, u"problems"_s, u"signatures"_s,
                                           u"timestamps"_s, u"verdict"_s}));
    BOOST_TEST(json[u"verdict"_s].toString() == u"untrusted"_s);
    const QJsonObject signature = json[u"signatures"_s].toArray().at(0).toObject();
    BOOST_TEST(signature.keys() == (QStringList{u"attestedBy"_s, u"certificateValid"_s, u"changes"_s, u"covers"_s, u"field"_s,
                                                u"fingerprint"_s, u"intact"_s, u"level"_s, u"problems"_s, u"provenTime"_s,
                                                u"signer"_s, u"signingTime"_s, u"trust"_s, u"trusted"_s}));
    BOOST_TEST(signature[u"trust"_s][u"kind"].toString() == u"none"_s);
    BOOST_TEST(signature[u"trust"_s][u"words"].toString() == u"not listed"_s);
    BOOST_TEST(signature[u"signer"_s].toString() == u"单位 p256"_s);
    BOOST_TEST(signature[u"signingTime"_s].toString() == u"2026-11-20T09:30:00+08:00"_s);
    BOOST_TEST(signature[u"changes"_s].toString() == u"none"_s);
    BOOST_TEST(signature[u"covers"_s].toString() == u"file"_s);
    const QJsonObject problem = signature[u"problems"_s].toArray().at(0).toObject();
    BOOST_TEST(problem.keys() == (QStringList{u"code"_s, u"message"_s, u"object"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
