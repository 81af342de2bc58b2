// SPDX-License-Identifier: Apache-2.0
// Attacks built from freshly signed papers: none may come out valid, untrusted or unsigned.
#include "model/pdf/xref_chain.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <ctime>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Place
{
    qsizetype range = 0;    ///< of `[` of the last /ByteRange
    qsizetype contents = 0; ///< of `<`
    qsizetype end = 0;      ///< after `>`
};

Place lastSignature(const QByteArray& paper)
{
    Place place;
    place.range = paper.lastIndexOf("/ByteRange [") + 11;
    place.contents = paper.indexOf("/Contents <", place.range) + 10;
    place.end = paper.indexOf('>', place.contents) + 1;
    return place;
}

QByteArray withRange(QByteArray paper, const QByteArray& range)
{
    const Place place = lastSignature(paper);
    const qsizetype size = paper.indexOf(']', place.range) + 1 - place.range;
    BOOST_REQUIRE(range.size() <= size);
    return paper.replace(place.range, size, range.leftJustified(size));
}

QByteArray replaced(QByteArray paper, const QByteArray& from, const QByteArray& to)
{
    BOOST_REQUIRE(paper.contains(from));
    BOOST_REQUIRE(from.size() == to.size());
    return paper.replace(paper.lastIndexOf(from), from.size(), to);
}

/// A well-formed further revision that overrides one object.
QByteArray withUpdate(const QByteArray& paper, const QByteArray& number, const QByteArray& body)
{
    const qsizetype object = paper.size();
    QByteArray file = paper + number + " 0 obj\n" + body + "\nendobj\n";
    const qsizetype previous = paper.lastIndexOf("startxref\n") + 10;
    const QByteArray prev = paper.mid(previous, paper.indexOf('\n', previous) - previous);
    const QByteArray xref = QByteArray::number(file.size());
    return file + "xref\n" + number + " 1\n" + QByteArray::number(object).rightJustified(10, '0')
           + " 00000 n \ntrailer\n<< /Size 30 /Root 1 0 R /Prev " + prev + " >>\nstartxref\n" + xref + "\n%%EOF\n";
}

void checkRefused(const QByteArray& attacked, Verdict verdict, QLatin1StringView code)
{
    const VerificationReport report = test::verifyBytes(attacked);
    const QStringList codes = test::codesOf(report);
    BOOST_TEST(verdictName(report.verdict) == verdictName(verdict));
    BOOST_TEST(codes.contains(code), "expected " << code.data() << ", found " << codes.join(u' ').toStdString());
}

/// Time of the processor since then: other programs on the machine do not count.
double secondsOfWork(std::clock_t begun)
{
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

} // namespace

BOOST_AUTO_TEST_SUITE(attacks)

BOOST_AUTO_TEST_CASE(the_papers_that_are_attacked_are_sound)
{
    BOOST_TEST(verdictName(test::verifyBytes(test::signedPaper()).verdict) == u"valid"_s);
    BOOST_TEST(verdictName(test::verifyBytes(test::signedPaper(), false).verdict) == u"untrusted"_s);
    BOOST_TEST(verdictName(test::verifyBytes(test::unsignedPaper()).verdict) == u"unsigned"_s);
}

BOOST_AUTO_TEST_CASE(any_byte_flipped_anywhere_is_noticed)
{
    const QByteArray paper = test::signedPaper();
    const Place place = lastSignature(paper);
    const qsizetype cmsEnd = paper.indexOf("0000000000000000", place.contents);
    const QString fingerprint = test::Identities::all().load(u"p256"_s).fingerprint();
    for (qsizetype at = 0; at < paper.size(); at += at < place.contents || at >= place.end ? 7 : 40) {
        if (at >= cmsEnd && at < place.end - 1)
            continue;
        QByteArray flipped = paper;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        const VerificationReport report = test::verifyBytes(flipped);
        const bool refused = report.verdict == Verdict::Broken || report.verdict == Verdict::Modified
                             || report.verdict == Verdict::Unreadable;
        // Parts of a CMS are not signed (copies of the issuers' certificates, version numbers): a change there
        // must not change what is said.
        const bool inCms = at > place.contents && at < cmsEnd;
        BOOST_TEST((refused || (inCms && report.signatures.value(0).fingerprint == fingerprint)),
                   "byte " << at << " unnoticed");
    }
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_of_the_content_is_a_digest_that_does_not_match)
{
    checkRefused(replaced(test::signedPaper(), "0 0 1 RG", "1 0 1 RG"), Verdict::Broken, problem::digestMismatch);
}

BOOST_AUTO_TEST_CASE(contents_of_two_signatures_swapped)
{
    QByteArray paper = test::countersignedPaper();
    const Place second = lastSignature(paper);
    const Place first = lastSignature(test::signedPaper());
    const QByteArray one = paper.mid(first.contents, first.end - first.contents);
    const QByteArray two = paper.mid(second.contents, second.end - second.contents);
    paper.replace(first.contents, two.size(), two).replace(second.contents, one.size(), one);
    checkRefused(paper, Verdict::Broken, problem::digestMismatch);
}

BOOST_AUTO_TEST_CASE(byte_ranges_that_are_not_exact)
{
    const QByteArray paper = test::signedPaper();
    const Place place = lastSignature(paper);
    const QByteArray gap = QByteArray::number(place.contents);
    const QByteArray after = QByteArray::number(place.end);
    const QByteArray rest = QByteArray::number(paper.size() - place.end);
    checkRefused(withRange(paper, "[]"), Verdict::Broken, problem::byteRangeMissing);
    checkRefused(withRange(paper, "null"), Verdict::Broken, problem::byteRangeMissing);
    checkRefused(withRange(paper, "[0 0 0 0]"), Verdict::Broken, problem::byteRangeInvalid);
    checkRefused(withRange(paper, "[0 -5 5 9]"), Verdict::Broken, problem::byteRangeInvalid);
    checkRefused(withRange(paper, "[0 9223372036854775807 1]"), Verdict::Broken, problem::byteRangeMissing);
    checkRefused(withRange(paper, "[1 " + gap + ' ' + after + ' ' + rest + ']'), Verdict::Broken,
                 problem::byteRangeInvalid);
    checkRefused(withRange(paper, "[0 " + gap + ' ' + after + " 9999999]"), Verdict::Broken,
                 problem::byteRangeInvalid);
    checkRefused(withRange(paper, "[0 " + QByteArray::number(place.contents - 1) + ' ' + after + ' ' + rest + ']'),
                 Verdict::Broken, problem::byteRangeGap);
    checkRefused(withRange(paper, "[0 " + gap + ' ' + after + " 9]"), Verdict::Broken, problem::notARevision);
    checkRefused(replaced(paper, "/ByteRange", "/ByteRangX"), Verdict::Broken, problem::byteRangeMissing);
    checkRefused(replaced(paper, "/Contents <", "/Contentz <"), Verdict::Broken, problem::contentsMissing);
}

BOOST_AUTO_TEST_CASE(a_byte_range_that_stands_twice)
{
    // In the room that the padding of the numbers leaves.
    QByteArray paper = test::signedPaper();
    const Place place = lastSignature(paper);
    const qsizetype size = paper.indexOf(']', place.range) + 1 - place.range;
    const QByteArray range = paper.mid(place.range, size).simplified();
    const QByteArray twice = range + "/M 1";
    BOOST_REQUIRE(twice.size() <= size);
    paper.replace(place.range, size, twice.leftJustified(size));
    checkRefused(paper, Verdict::Broken, problem::duplicateKey);
}

BOOST_AUTO_TEST_CASE(a_kind_of_signature_nobody_knows)
{
    checkRefused(replaced(test::signedPaper(), "ETSI.CAdES.detached", "ETSI.CAdES.xetached"), Verdict::Broken,
                 problem::subFilterUnknown);
}

BOOST_AUTO_TEST_CASE(a_revision_appended_that_changes_the_page)
{
    checkRefused(withUpdate(test::signedPaper(), "4", "<< /Length 0 >>\nstream\n\nendstream"), Verdict::Modified,
                 problem::pageContentChanged);
}

BOOST_AUTO_TEST_CASE(an_appended_revision_that_takes_the_fields_away)
{
    checkRefused(withUpdate(test::signedPaper(), "5", "<< /Fields [ ] >>"), Verdict::Modified,
                 problem::signatureUndeclared);
    checkRefused(withUpdate(test::signedPaper(), "1", "<< /Type /Catalog /Pages 2 0 R >>"), Verdict::Modified,
                 problem::signatureUndeclared);
}

BOOST_AUTO_TEST_CASE(a_second_field_that_shows_the_same_signature)
{
    BOOST_REQUIRE(test::signedPaper().contains("/V 12 0 R"));
    checkRefused(withUpdate(test::signedPaper(), "7",
                            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Recommender1) /Rect [ 0 0 9 9 ] /V 12 0 R >>"),
                 Verdict::Modified, problem::signatureReused);
}

BOOST_AUTO_TEST_CASE(garbage_or_half_a_revision_behind_the_end)
{
    checkRefused(test::signedPaper() + "garbage\n", Verdict::Modified, problem::bytesAfterEnd);
    checkRefused(test::signedPaper() + "4 0 obj\n<< >>\nendobj\n", Verdict::Modified, problem::bytesAfterEnd);
}

BOOST_AUTO_TEST_CASE(a_line_end_behind_the_end_is_no_content)
{
    BOOST_TEST(verdictName(test::verifyBytes(test::signedPaper() + "\r\n").verdict) == u"valid"_s);
}

BOOST_AUTO_TEST_CASE(readers_sent_back_to_the_unsigned_revision)
{
    const QByteArray unsignedEnd = test::unsignedPaper().mid(test::unsignedPaper().lastIndexOf("startxref"));
    checkRefused(test::signedPaper() + unsignedEnd, Verdict::Modified, problem::revisionSkipped);
}

BOOST_AUTO_TEST_CASE(a_signature_torn_by_truncation_is_no_sound_file)
{
    const QByteArray paper = test::signedPaper();
    for (const qsizetype cut : {1, 7, 20, 200, 2000}) {
        const Verdict verdict = test::verifyBytes(paper.chopped(cut)).verdict;
        // Only the line end behind %%EOF may go.
        BOOST_TEST(((cut == 1) || verdict == Verdict::Broken || verdict == Verdict::Modified), "cut " << cut);
    }
    // A countersignature cut off whole leaves what the applicant signed: intact by itself.
    BOOST_TEST(verdictName(test::verifyBytes(test::countersignedPaper().first(paper.size())).verdict) == u"valid"_s);
}

BOOST_AUTO_TEST_CASE(bytes_smuggled_in_before_the_signature_data)
{
    QByteArray paper = test::signedPaper();
    const Place place = lastSignature(paper);
    paper.replace(place.contents, 2, " <");
    checkRefused(paper, Verdict::Broken, problem::byteRangeGap);
}

BOOST_AUTO_TEST_CASE(a_verifier_without_rules_finds_nothing_good)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"a.pdf"_s), test::signedPaper());
    const FileBytes source(folder.file(u"a.pdf"_s));
    BOOST_TEST(verdictName(PdfVerifier(SignatureRules()).verify(source, TrustList()).verdict) == u"broken"_s);
}

BOOST_AUTO_TEST_CASE(an_embedded_signed_file_is_no_signature_of_this_one)
{
    const QByteArray inner = test::signedPaper();
    const QByteArray outer =
        test::pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ ] /Count 0 >>",
                     "<< /Type /EmbeddedFile /Length " + QByteArray::number(inner.size()) + " >>\nstream\n" + inner
                         + "\nendstream"},
                    "/Root 1 0 R");
    BOOST_TEST(verdictName(test::verifyBytes(outer).verdict) == u"unsigned"_s);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(hostile_files)

BOOST_AUTO_TEST_CASE(loops_end)
{
    const QByteArray fields = test::pdfOf({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 3 0 R ] >> >>",
                                           "<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>",
                                           "<< /T (a) /FT /Sig /Kids [ 3 0 R 4 0 R ] >>",
                                           "<< /T (b) /Parent 3 0 R /Kids [ 3 0 R ] >>"},
                                          "/Root 1 0 R");
    BOOST_TEST(verdictName(test::verifyBytes(fields).verdict) == u"unsigned"_s);

    QByteArray chain = test::unsignedPaper();
    const qsizetype at = chain.lastIndexOf("startxref\n") + 10;
    const QByteArray self = chain.mid(at, chain.indexOf('\n', at) - at);
    chain.replace(chain.lastIndexOf("/Info"), 5, QByteArray("/Prev " + self + " /Info"));
    BOOST_TEST(verdictName(test::verifyBytes(chain).verdict) == u"unreadable"_s);
}

BOOST_AUTO_TEST_CASE(nesting_and_huge_numbers_are_bounded)
{
    const QByteArray nested = test::pdfOf({"<< /Type /Catalog /Pages 2 0 R /AcroForm " + QByteArray(200'000, '[')
                                               + QByteArray(200'000, ']') + " >>",
                                           "<< /Type /Pages /Kids [ ] /Count 0 >>"},
                                          "/Root 1 0 R");
    const QByteArray huge = test::unsignedPaper().replace("/Size 12", "/Size 99999999999999999999");
    for (const QByteArray& file : {nested, huge, QByteArray(), QByteArray("%PDF-1.7"), QByteArray(100'000, '\0')}) {
        const std::clock_t begun = std::clock();
        const Verdict verdict = test::verifyBytes(file).verdict;
        BOOST_TEST((verdict == Verdict::Unreadable || verdict == Verdict::Unsigned));
        BOOST_TEST(secondsOfWork(begun) < 5);
    }
}

BOOST_AUTO_TEST_CASE(a_cross_reference_stream_that_unpacks_to_too_much_is_refused)
{
    // 200 MB of zeros in 200 KB, as qCompress makes them (a length of four bytes, then zlib data).
    const QByteArray packed = qCompress(QByteArray(200 * 1024 * 1024, '\0'), 9).mid(4);
    QByteArray file = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    const QByteArray at = QByteArray::number(file.size());
    file += "2 0 obj\n<< /Type /XRef /W [ 1 2 1 ] /Size 3 /Root 1 0 R /Filter /FlateDecode /Length "
            + QByteArray::number(packed.size()) + " >>\nstream\n" + packed + "\nendstream\nendobj\nstartxref\n" + at
            + "\n%%EOF\n";
    BOOST_TEST(verdictName(test::verifyBytes(file).verdict) == u"unreadable"_s);
}

BOOST_AUTO_TEST_CASE(an_object_stream_that_unpacks_to_too_much_is_not_unpacked)
{
    const QByteArray packed = qCompress(QByteArray(600 * 1024 * 1024, ' '), 9).mid(4);
    QByteArray file = "%PDF-1.7\n";
    const qsizetype streamAt = file.size();
    file += "2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + QByteArray::number(packed.size())
            + " >>\nstream\n" + packed + "\nendstream\nendobj\n";
    const qsizetype xref = file.size();
    const auto entry = [](int type, qsizetype where, int index) -> QByteArray {
        QByteArray bytes(1, static_cast<char>(type));
        for (const int shift : {16, 8, 0})
            bytes += static_cast<char>((where >> shift) & 0xff);
        return bytes + static_cast<char>(index);
    };
    const QByteArray table = entry(0, 0, 0) + entry(2, 2, 0) + entry(1, streamAt, 0) + entry(1, xref, 0);
    file += "3 0 obj\n<< /Type /XRef /W [ 1 3 1 ] /Size 4 /Root 1 0 R /Length " + QByteArray::number(table.size())
            + " >>\nstream\n" + table + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    const std::clock_t begun = std::clock();
    BOOST_TEST(verdictName(test::verifyBytes(file).verdict) == u"unreadable"_s);
    BOOST_TEST(secondsOfWork(begun) < 5);
}

BOOST_AUTO_TEST_CASE(a_stream_whose_length_lies_in_too_large_an_object_stream_is_not_loaded)
{
    const QByteArray packed = qCompress("6 0 9 " + QByteArray(600 * 1024 * 1024, ' '), 9).mid(4);
    const QList<QByteArray> bodies{
        "<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>", "<< /Type /Pages /Kids [ ] /Count 0 >>",
        "<< /Fields [ ] /Length 6 0 R >>\nstream\nabcde\nendstream",
        "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + QByteArray::number(packed.size())
            + " >>\nstream\n" + packed + "\nendstream"};
    const auto entry = [](int type, qsizetype where) -> QByteArray {
        QByteArray bytes(1, static_cast<char>(type));
        for (const int shift : {16, 8, 0})
            bytes += static_cast<char>((where >> shift) & 0xff);
        return bytes + '\0';
    };
    QByteArray file = "%PDF-1.7\n";
    QByteArray table = entry(0, 0);
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += entry(1, file.size());
        file += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    table += entry(1, file.size()) + entry(2, 4);
    const QByteArray xref = QByteArray::number(file.size());
    file += "5 0 obj\n<< /Type /XRef /W [ 1 3 1 ] /Size 7 /Root 1 0 R /Length " + QByteArray::number(table.size())
            + " >>\nstream\n" + table + "\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n";
    const test::ScratchFolder folder;
    test::writeFile(folder.file(u"bomb.pdf"_s), file);
    const FileBytes source(folder.file(u"bomb.pdf"_s));
    // The length is wrong on purpose: looking it up would leave a warning.
    const PdfStructure structure(source);
    BOOST_TEST(structure.signatureFields().isEmpty());
    BOOST_TEST(structure.warnings().isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
