// SPDX-License-Identifier: Apache-2.0
// The codes are read back from printed and badly scanned pages by an independent reader.
#include "model/print/page_code.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QString codeText(const Page& page)
{
    for (const Block& block : page.footer) {
        if (block.kind == Block::Kind::Code)
            return block.text;
    }
    return {};
}

/// The codes that zbarimg finds in a picture.
QStringList codesIn(const QString& picture)
{
    return QString::fromUtf8(run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, picture}).out).split(u'\n', Qt::SkipEmptyParts);
}

/// A page as a bad scanner sees it: turned, noisy, pressed into JPEG of quality 60, a red seal beside the code.
void scanBadly(const QString& from, const QString& to, double degrees, int dpi)
{
    const double mm = dpi / 25.4;
    const auto at = [&](double x, double y) { return u"%1,%2"_s.arg(x * mm).arg(y * mm); };
    const QString seal = u"circle %1 %2"_s.arg(at(135, 272), at(135, 292));
    run(u"convert"_s, {from, u"-fill"_s, u"none"_s, u"-stroke"_s, u"#d02020"_s, u"-strokewidth"_s, QString::number(2 * mm),
                       u"-draw"_s, seal, u"-background"_s, u"white"_s, u"-rotate"_s, QString::number(degrees), u"-seed"_s, u"7"_s,
                       u"-attenuate"_s, u"0.4"_s, u"+noise"_s, u"Gaussian"_s, u"-quality"_s, u"60"_s, to});
}

struct Fixture
{
    PrintedDossier printed{sampleValues()};
    ScratchFolder folder;

    QString picture(int page, int dpi)
    {
        const QString pdf = folder.file(u"a.pdf"_s);
        writeFile(pdf, printed.pdf());
        const QString out = folder.file(u"p%1-%2"_s.arg(page).arg(dpi));
        // Rendered finer and sampled down: a scanner's pixel sees all of its area.
        run(u"pdftoppm"_s, {u"-r"_s, QString::number(2 * dpi), u"-png"_s, u"-singlefile"_s, u"-f"_s, QString::number(page + 1), u"-l"_s,
                            QString::number(page + 1), pdf, out});
        run(u"convert"_s, {out + u".png"_s, u"-filter"_s, u"box"_s, u"-resize"_s, u"50%"_s, out + u".png"_s});
        return out + u".png"_s;
    }

    void checkReadable(int page, int dpi)
    {
        const QString clean = picture(page, dpi);
        for (const double degrees : {0.0, 2.0, -2.0, 180.0, 182.0}) {
            const QString scan = folder.file(u"scan.jpg"_s);
            scanBadly(clean, scan, degrees, dpi);
            BOOST_TEST(codesIn(scan) == QStringList{codeText(printed.paper.pages.at(page))},
                       "page " << page + 1 << " turned by " << degrees);
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(code_reading, Fixture)

BOOST_AUTO_TEST_CASE(codes_are_read_from_bad_scans_at_200_dpi)
{
    for (int page = 0; page < printed.paper.pages.size(); ++page)
        checkReadable(page, 200);
}

BOOST_AUTO_TEST_CASE(first_and_signature_page_are_read_even_at_150_dpi)
{
    checkReadable(0, 150);
    checkReadable(printed.paper.signatureFields.first().page, 150);
}

BOOST_AUTO_TEST_CASE(codes_say_which_page_of_which_dossier_they_stand_on)
{
    for (int page = 0; page < printed.paper.pages.size(); ++page) {
        const auto code = parsePageCode(codeText(printed.paper.pages.at(page)));
        BOOST_REQUIRE(code.has_value());
        BOOST_TEST(code->page == page + 1);
        BOOST_TEST(code->shortId == shortId(printed.dossier.id));
        BOOST_TEST(code->pageFingerprint == printed.paper.pages.at(page).fingerprint());
        const bool full = page == 0 || page == printed.paper.signatureFields.first().page;
        BOOST_TEST(code->dataFingerprint.isEmpty() == !full);
    }
}

BOOST_AUTO_TEST_CASE(codes_have_their_size_and_keep_clear_of_the_edges)
{
    for (const Page& page : printed.paper.pages) {
        for (const Block& block : page.footer) {
            if (block.kind != Block::Kind::Code)
                continue;
            const bool full = parsePageCode(block.text)->dataFingerprint.size() > 0;
            BOOST_TEST(block.rect.width() >= (full ? 24 : 18));
            BOOST_TEST(block.rect.left() >= 28);
            BOOST_TEST(block.rect.right() <= page.size.width() - 26 + 0.001);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
