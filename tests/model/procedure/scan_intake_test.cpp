// SPDX-License-Identifier: Apache-2.0
// Scanned signed pages come in badly in every way, and what is wrong with them is named.
#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_verification.h"
#include "model/procedure/sample_scans.h"
#include "model/signature/delivery_key.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    const Papers& papers = Papers::all();
    const FinalPaper& paper = papers.first;
    int signedPage = paper.signedPage();
    ScratchFolder folder;
    QString out = folder.file(u"已签章.pdf"_s);
    Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;

    QString scan(const FinalPaper& of, int page, const Distortion& distortion, const SampleInk& ink = {})
    {
        const QImage clean = inkedSamplePage(of.path, of.map, page, ink);
        return save(distorted(clean, distortion), distortion.quality);
    }

    QString save(const QImage& image, int quality = 85)
    {
        return savePicture(image, folder.file(u"scan %1.jpg"_s.arg(++m_saved)), quality);
    }

    TakenScans take(const QStringList& scans, const QList<AssignedScan>& assigned = {})
    {
        return takeScansIn({paper.path, scans, assigned, out, key});
    }

    /// Every page of the result behind the final ones shows its own code, upright and in its place.
    void checkUpright(const TakenScans& taken)
    {
        const ScanReader reader;
        for (int i = 0; i < taken.pages.size(); ++i) {
            const QList<ScannedCode> codes = reader.read(out, int(paper.map.pages.size()) + i);
            BOOST_REQUIRE(codes.size() == 1);
            BOOST_TEST(codes.first().text == paper.map.pages.at(taken.pages.at(i).page - 1).code);
            const QPolygonF& corners = codes.first().corners;
            const QPointF along = corners[1] - corners[0];
            BOOST_TEST(along.x() > 100);
            BOOST_TEST(std::abs(along.y()) < 0.02 * along.x());
        }
    }

    int m_saved = 0;
};

QStringList codesOf(const InkProblems& problems)
{
    QStringList codes;
    for (const InkProblem& problem : problems)
        codes << problem.code;
    return codes;
}

QList<int> pagesOf(const TakenScans& taken)
{
    QList<int> pages;
    for (const TakenPage& page : taken.pages)
        pages << page.page;
    return pages;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(scan_intake, Fixture)

BOOST_AUTO_TEST_CASE(pages_in_any_order_turned_and_skewed_are_brought_in_order_and_upright)
{
    const QStringList scans{scan(paper, signedPage, {.degrees = 181.5, .noise = 6, .quality = 60}),
                            scan(paper, 1, {.degrees = 92, .noise = 4}), scan(paper, 2, {.degrees = -88})};
    const TakenScans taken = take(scans);
    BOOST_REQUIRE(taken.written);
    BOOST_TEST((pagesOf(taken) == QList<int>{1, 2, signedPage}));
    BOOST_TEST(taken.problems.isEmpty());
    for (const TakenPage& page : taken.pages) {
        BOOST_TEST(page.byCode);
        BOOST_TEST(page.compared);
        BOOST_TEST(page.problems.isEmpty());
    }
    checkUpright(taken);
    BOOST_TEST(run(u"qpdf"_s, {u"--check"_s, out}).exitCode == 0);
    BOOST_TEST(run(u"pdfsig"_s, {u"-nocert"_s, out}).out.contains("Signature is Valid."));
    BOOST_TEST((readDossierData(out).id == paper.map.id));
}

BOOST_AUTO_TEST_CASE(verify_says_marked_and_which_pages_bear_ink)
{
    BOOST_REQUIRE(take({scan(paper, signedPage, {})}).written);
    const PaperReport report = verifyPaper(out, {});
    BOOST_TEST(verdictName(report.signatures.verdict) == u"marked"_s);
    const QJsonObject json = toJson(report, Language::Chinese);
    BOOST_TEST(json[u"delivery"][u"sender"].toString() == key.fingerprint());
    BOOST_TEST(json[u"ink"].toArray()
               == (QJsonArray{QJsonObject{{u"role"_s, u"applicant"_s}, {u"pages"_s, QJsonArray{signedPage}},
                                          {u"matched"_s, true}, {u"problems"_s, QJsonArray()}}}));
    BOOST_TEST(json[u"signatures"].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(ink_counts_for_nothing_when_the_mark_does_not_hold)
{
    BOOST_REQUIRE(take({scan(paper, signedPage, {})}).written);
    writeFile(out, readFile(out) + "% more\n");
    const PaperReport report = verifyPaper(out, {});
    BOOST_REQUIRE(report.ink.size() == 1);
    BOOST_TEST(!report.ink.first().matched);
    BOOST_TEST(codesOf(report.ink.first().problems).contains(u"ink-not-closed"_s));
}

BOOST_AUTO_TEST_CASE(a_scan_of_600_dpi_and_two_pages_on_one_sheet_are_taken_apart)
{
    const QImage left = inkedSamplePage(paper.path, paper.map, 2);
    const QImage right = inkedSamplePage(paper.path, paper.map, signedPage);
    const QString sheet = save(distorted(sideBySide(left, right), {.degrees = 90.8, .noise = 5}));
    const QString fine = scan(paper, 1, {.degrees = 1.2, .noise = 8, .blur = 2, .quality = 70}, {.dotsPerInch = 600});
    const TakenScans taken = take({sheet, fine});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST((pagesOf(taken) == QList<int>{1, 2, signedPage}));
    BOOST_TEST(taken.roles.first().problems.isEmpty());
    checkUpright(taken);
}

BOOST_AUTO_TEST_CASE(a_photo_from_a_corner_in_bad_light_is_straightened)
{
    const TakenScans taken = take({scan(paper, signedPage, {.degrees = 7, .noise = 6, .blur = 1, .quality = 70, .perspective = true, .shadow = true},
                                        {.dotsPerInch = 280})});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST(taken.pages.first().compared);
    BOOST_TEST(taken.roles.first().problems.isEmpty());
    checkUpright(taken);
}

BOOST_AUTO_TEST_CASE(pages_of_a_scanned_pdf_are_read_one_by_one)
{
    const QString pdf = savePdf({scan(paper, signedPage, {.degrees = 180}), scan(paper, 1, {.degrees = 2})}, folder.file(u"扫描.pdf"_s));
    const TakenScans taken = take({pdf});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST((pagesOf(taken) == QList<int>{1, signedPage}));
    BOOST_TEST(taken.pages.first().where == u"扫描.pdf:2"_s);
}

BOOST_AUTO_TEST_CASE(a_tiff_of_several_pages_and_the_heic_of_a_phone_are_read_too)
{
    const QString tiff = folder.file(u"扫描.tif"_s);
    run(u"convert"_s, {scan(paper, 2, {.degrees = 181}), scan(paper, 1, {.degrees = 91}), u"-compress"_s, u"JPEG"_s, tiff});
    const QString heic = folder.file(u"IMG_1.HEIC"_s);
    run(u"heif-enc"_s, {u"-q"_s, u"60"_s, u"-o"_s, heic, scan(paper, signedPage, {.degrees = -2, .perspective = true}, {.dotsPerInch = 250})});
    const TakenScans taken = take({heic, tiff});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST((pagesOf(taken) == QList<int>{1, 2, signedPage}));
    BOOST_TEST(taken.pages.first().where == u"扫描.tif:2"_s);
    BOOST_TEST(taken.roles.first().problems.isEmpty());
}

BOOST_AUTO_TEST_CASE(foreign_outdated_double_and_missing_pages_are_named_and_nothing_is_written)
{
    const QStringList scans{scan(papers.foreign, signedPage, {}), scan(papers.changed, 1, {}), scan(paper, 2, {}), scan(paper, 2, {})};
    const TakenScans taken = take(scans);
    BOOST_TEST(!taken.written);
    BOOST_TEST(!QFileInfo::exists(out));
    BOOST_TEST(codesOf(taken.problems)
               == (QStringList{u"page-foreign"_s, u"page-outdated"_s, u"page-double"_s, u"page-missing"_s}));
    BOOST_TEST(taken.problems.at(0).where == u"scan 1.jpg"_s);
    BOOST_TEST(worded(taken.problems.at(1)).message.zh.contains(u"第 2 稿"_s));
    BOOST_TEST(taken.problems.at(3).page == signedPage);
    const QJsonObject json = toJson(taken, out, Language::English);
    BOOST_TEST(!json[u"written"].toBool());
    BOOST_TEST(json[u"problems"][3][u"severity"].toString() == u"error"_s);
}

BOOST_AUTO_TEST_CASE(a_page_that_did_not_change_stays_good_from_an_older_revision)
{
    // The address on the first page changed from revision 1 to 2; the signature page did not.
    const TakenScans taken = takeScansIn({papers.changed.path, {scan(paper, signedPage, {})}, {}, out, key});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST(codesOf(taken.pages.first().problems) == QStringList{u"earlier-revision"_s});
    const PaperReport report = verifyPaper(out, {});
    BOOST_TEST(report.ink.first().matched);
    BOOST_TEST(codesOf(report.ink.first().problems) == QStringList{u"earlier-revision"_s});
}

BOOST_AUTO_TEST_CASE(a_code_under_a_red_seal_is_read_and_one_that_is_gone_is_assigned_by_name)
{
    const QImage clean = inkedSamplePage(paper.path, paper.map, signedPage);
    const MappedPage& mapped = paper.map.pages.at(signedPage - 1);
    const QString red = save(distorted(withSealOverCode(clean, mapped, QColor(206, 32, 38)), {.degrees = 2}));
    const TakenScans taken = take({red});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST(taken.pages.first().byCode);

    const QString black = save(distorted(withSealOverCode(clean, mapped, Qt::black), {.degrees = 177}));
    const QString other = folder.file(u"other.pdf"_s);
    const TakenScans without = takeScansIn({paper.path, {black}, {}, other, key});
    BOOST_TEST(!without.written);
    BOOST_TEST(codesOf(without.problems) == (QStringList{u"code-missing"_s, u"page-missing"_s}));
    const TakenScans assigned = takeScansIn({paper.path, {black}, {{signedPage, black, 1}}, other, key});
    BOOST_REQUIRE(assigned.written);
    BOOST_TEST(!assigned.pages.first().byCode);
    BOOST_TEST(assigned.pages.first().compared);
    BOOST_TEST(codesOf(assigned.pages.first().problems) == QStringList{u"page-assigned-by-name"_s});
    const PaperReport report = verifyPaper(other, {});
    BOOST_TEST(!report.ink.first().matched);
    BOOST_TEST(codesOf(report.ink.first().problems) == QStringList{u"page-assigned-by-name"_s});
}

BOOST_AUTO_TEST_CASE(a_foreign_page_does_not_become_ours_by_being_assigned)
{
    const QString foreign = scan(papers.foreign, signedPage, {});
    const TakenScans taken = take({}, {{signedPage, foreign, 1}});
    BOOST_TEST(!taken.written);
    BOOST_TEST(codesOf(taken.problems).contains(u"page-foreign"_s));
}

BOOST_AUTO_TEST_CASE(missing_ink_missing_red_and_grey_scans_get_a_hint)
{
    const auto problemsWith = [&](const SampleInk& ink, bool grey) {
        const QString to = folder.file(u"hint %1.pdf"_s.arg(++m_saved));
        const TakenScans taken = takeScansIn(
            {paper.path, {scan(paper, signedPage, {.degrees = 1.5, .noise = 5, .quality = 75, .shadow = true, .grey = grey}, ink)}, {}, to, key});
        BOOST_REQUIRE(taken.written);
        return codesOf(taken.roles.first().problems);
    };
    BOOST_TEST(problemsWith({.signature = false, .seal = true}, false) == QStringList{u"no-ink"_s});
    BOOST_TEST(problemsWith({.signature = true, .seal = false}, false) == QStringList{u"no-red"_s});
    BOOST_TEST(problemsWith({.signature = false, .seal = false}, true) == (QStringList{u"no-ink"_s, u"no-colour"_s}));
}

BOOST_AUTO_TEST_CASE(of_two_scans_of_the_signature_page_the_one_with_ink_is_used)
{
    const TakenScans taken = take({scan(paper, signedPage, {}, {.signature = false, .seal = false}), scan(paper, signedPage, {})});
    BOOST_REQUIRE(taken.written);
    BOOST_TEST(taken.pages.first().where == u"scan 2.jpg"_s);
    BOOST_TEST(taken.roles.first().problems.isEmpty());
    BOOST_TEST(codesOf(taken.problems) == QStringList{u"page-double"_s});
}

BOOST_AUTO_TEST_CASE(nothing_of_the_scanning_machine_leaves_with_the_paper)
{
    const QString secret = folder.file(u"机密文件夹-scan.jpg"_s);
    QFile::rename(scan(paper, signedPage, {}), secret);
    QByteArray jpeg = readFile(secret);
    jpeg.insert(2, QByteArray("\xff\xfe\x00\x12", 4) + "GPS-30.123456N--");
    writeFile(secret, jpeg);
    BOOST_REQUIRE(take({secret}).written);
    const ScratchFolder unpacked;
    run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, out, unpacked.file(u"a.pdf"_s)});
    const QByteArray bytes = readFile(unpacked.file(u"a.pdf"_s)) + readEmbeddedFile(out, inkReportName(), 100'000);
    BOOST_TEST(!bytes.contains("GPS-30"));
    BOOST_TEST(!bytes.contains("-scan.jpg"));
    BOOST_TEST(!bytes.contains(folder.path().toUtf8()));
}

BOOST_AUTO_TEST_SUITE_END()
