// SPDX-License-Identifier: Apache-2.0
// What stands on the page is what readers copy from it, character by character, and every character has ink.
#include "model/call/call_pack_reader.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QImage>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace bdata = boost::unit_test::data;

namespace {

constexpr int charactersPerLine = 30;
constexpr int linesPerPage = 30;
constexpr double firstLine = 20;  // mm
constexpr double lineStep = 8;
constexpr double left = 20;

TextStyle styleOf(FontRole role)
{
    return {role, 12, 20, Align::Left, 0};
}

/// Pages of `text` in one typeface, 30 characters a line.
Paper sheetOf(const QString& text, FontRole role)
{
    Paper paper;
    const QList<uint> all = text.toUcs4();
    int line = 0;
    for (qsizetype at = 0; at < all.size(); at += charactersPerLine, ++line) {
        if (line % linesPerPage == 0)
            paper.pages << Page{};
        const QList<uint> some = all.mid(at, charactersPerLine);
        const QString words = QString::fromUcs4(reinterpret_cast<const char32_t*>(some.constData()), some.size());
        const QRectF box(left, firstLine + lineStep * (line % linesPerPage), 170, 7);
        paper.pages.last().blocks << Block{Block::Kind::Text, box, words, styleOf(role), 0, {}};
    }
    return paper;
}

TextShaper& shaper()
{
    static TextShaper shared(fontsOf(builtInCallPack(u"kczg-2022"_s)));
    return shared;
}

QString charactersOf(const QString& file)
{
    return withoutBlanks(QString::fromUtf8(readFile(dataFile(file))));
}

QString firstDifference(const QString& is, const QString& expected)
{
    for (qsizetype i = 0; i < qMax(is.size(), expected.size()); ++i) {
        if (is.mid(i, 1) != expected.mid(i, 1))
            return u"at %1: “%2” instead of “%3”"_s.arg(i).arg(is.mid(i, 8), expected.mid(i, 8));
    }
    return {};
}

void checkReadsBack(const QString& text, FontRole role)
{
    const QString read = rawText(drawPaper(sheetOf(text, role), shaper()));
    BOOST_TEST(read.size() == text.size());
    BOOST_TEST(firstDifference(read, text) == QString());
}

/// Characters of `line` (full width, standing at the left edge) that left no ink on the page.
QString withoutInk(const QImage& page, const QString& line, double topMm, double dpi)
{
    QString missing;
    const double em = 12.0 / 72 * dpi;
    for (int i = 0; i < line.size(); ++i) {
        const QRect cell(int(left / 25.4 * dpi + i * em), int(topMm / 25.4 * dpi), int(em), int(lineStep / 25.4 * dpi));
        int dark = 0;
        for (int y = cell.top(); y < cell.bottom(); ++y) {
            for (int x = cell.left(); x < cell.right(); ++x)
                dark += qGray(page.pixel(x, y)) < 160 ? 1 : 0;
        }
        if (dark < 4)
            missing += line.at(i);
    }
    return missing;
}

QString withoutInk(const Paper& paper)
{
    constexpr double dpi = 96;
    const ScratchFolder folder;
    writeFile(folder.file(u"a.pdf"_s), drawPaper(paper, shaper()));
    run(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-png"_s, folder.file(u"a.pdf"_s), folder.file(u"p"_s)});
    QString missing;
    const int digits = paper.pages.size() > 9 ? 2 : 1;
    for (int i = 0; i < paper.pages.size(); ++i) {
        const QImage image(folder.file(u"p-%1.png"_s.arg(i + 1, digits, 10, QLatin1Char('0'))));
        BOOST_REQUIRE(!image.isNull());
        for (const Block& block : paper.pages.at(i).blocks)
            missing += withoutInk(image, block.text, block.rect.top(), dpi);
    }
    return missing;
}

const auto roles = bdata::make({FontRole::Song, FontRole::Title, FontRole::Hei, FontRole::Kai, FontRole::FangSong});

} // namespace

namespace jz {
std::ostream& boost_test_print_type(std::ostream& out, FontRole role)
{
    return out << "role " << int(role);
}
} // namespace jz

BOOST_AUTO_TEST_SUITE(text_layer)

BOOST_DATA_TEST_CASE(every_character_of_gb_2312_reads_back, roles, role)
{
    checkReadsBack(charactersOf(u"gb2312.txt"_s), role);
}

BOOST_DATA_TEST_CASE(the_notice_reads_back, roles, role)
{
    checkReadsBack(charactersOf(u"notice.txt"_s), role);
}

BOOST_DATA_TEST_CASE(ideographs_are_not_taken_for_radicals, roles, role)
{
    checkReadsBack(charactersOf(u"radical_ideographs.txt"_s), role);
}

BOOST_DATA_TEST_CASE(rare_characters_codes_and_addresses_read_back, roles, role)
{
    for (const QString& text : {u"马𬭎李㛃𠮷田"_s, u"12420100737512895B"_s, u"https://apply.kczg.cloud/#/login"_s,
                                u"阿依古丽·买买提AnnaLindqvist"_s, u"良率由61%提高到88%（≥95.5℃）"_s})
        checkReadsBack(text, role);
}

BOOST_DATA_TEST_CASE(every_character_of_gb_2312_has_ink, roles, role)
{
    const QString hanzi = charactersOf(u"gb2312.txt"_s).section(u'啊', 1);
    BOOST_TEST(withoutInk(sheetOf(hanzi, role)) == QString());
}

/// A subset of a few characters is where Cairo 1.16 alone prints blanks (see subset_fonts.h).
BOOST_DATA_TEST_CASE(every_character_of_a_short_line_has_ink, roles, role)
{
    for (const QString& line : {u"七、推荐单位意见（如有多家推荐单位可分别盖章"_s, u"如"_s, u"申报单位简介"_s})
        BOOST_TEST(withoutInk(sheetOf(line, role)) == QString());
}

BOOST_AUTO_TEST_CASE(all_fonts_are_embedded_as_subsets)
{
    PrintedDossier printed(sampleValues());
    const ScratchFolder folder;
    writeFile(folder.file(u"a.pdf"_s), printed.pdf());
    const QStringList lines = QString::fromUtf8(run(u"pdffonts"_s, {folder.file(u"a.pdf"_s)}).out).split(u'\n', Qt::SkipEmptyParts);
    BOOST_TEST(lines.size() > 3);
    for (const QString& line : lines.mid(2))
        BOOST_TEST(line.contains(u"yes yes yes"_s), line.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
