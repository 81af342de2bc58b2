// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QImage>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double leftEdge = 28;
constexpr double rightEdge = 210 - 26;

struct Fixture
{
    ScratchFolder folder;
    CallPack pack = builtInCallPack(u"kczg-2022"_s);
    TextShaper shaper{fontsOf(pack)};

    AttachmentEntry picture(const QSize& pixels, const QString& caption)
    {
        QImage image(pixels, QImage::Format_RGB32);
        image.fill(Qt::green);
        const QString path = folder.file(u"照片.png"_s);
        image.save(path);
        return {u"硬件照片"_s, u"照片.png"_s, caption, inspectAttachment(path, folder.path())};
    }

    Paper laid(const AttachmentEntry& entry)
    {
        Paper paper;
        addAttachmentPages(paper, {entry}, {u"附件目录"_s, u"附件{n}"_s, {}}, shaper);
        return paper;
    }

    /// Dark pixels per page in the last 35 mm of the page.
    QList<int> darkInFooters(const Paper& paper)
    {
        writeFile(folder.file(u"a.pdf"_s), drawPaper(paper, shaper));
        run(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, folder.file(u"a.pdf"_s), folder.file(u"page"_s)});
        QList<int> counts;
        for (int i = 1; i <= paper.pages.size(); ++i) {
            const QImage page(folder.file(u"page-%1.png"_s.arg(i)));
            int dark = 0;
            for (int y = page.height() * 262 / 297; y < page.height(); ++y) {
                for (int x = 0; x < page.width(); ++x)
                    dark += qGray(page.pixel(x, y)) < 160 ? 1 : 0;
            }
            counts << dark;
        }
        return counts;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(attachment_pages, Fixture)

BOOST_AUTO_TEST_CASE(a_long_caption_is_cut_to_the_width_of_the_page_and_says_which_part_follows)
{
    const Paper paper = laid(picture({100, 400}, u"很长的说明\n"_s + u"很长的说明"_s.repeated(15)));
    BOOST_TEST(paper.pages.size() == 4); // the contents list, three parts
    for (int i = 1; i < 4; ++i) {
        const Block& heading = paper.pages.at(i).blocks.first();
        BOOST_TEST(heading.text.startsWith(u"附件1　硬件照片　很长的说明 很长的说明"_s));
        BOOST_TEST(heading.text.endsWith(u"…（%1/3）"_s.arg(i)));
        BOOST_TEST(leftEdge + shaper.width(heading.text, heading.style) <= rightEdge + 0.1);
    }
}

BOOST_AUTO_TEST_CASE(pictures_keep_clear_of_binding_and_perforation_seal)
{
    const Paper paper = laid(picture({800, 300}, {}));
    BOOST_TEST(paper.pages.last().blocks.first().text == u"附件1　硬件照片　照片.png"_s);
    for (const Placement& placement : paper.placements) {
        BOOST_TEST(placement.target.left() >= leftEdge);
        BOOST_TEST(placement.target.right() <= rightEdge);
    }
}

BOOST_AUTO_TEST_CASE(the_page_of_a_picture_says_that_it_is_a_draft)
{
    Paper paper = laid(picture({800, 1100}, {}));
    BOOST_TEST(darkInFooters(paper) == (QList<int>{0, 0}));
    paper.watermark = u"草稿，不得报送"_s;
    const QList<int> dark = darkInFooters(paper);
    BOOST_TEST(dark.first() == 0);
    BOOST_TEST(dark.last() > 50);
}

BOOST_AUTO_TEST_SUITE_END()
