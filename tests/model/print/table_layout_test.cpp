// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/print/dossier_paper.h"
#include "model/print/table_layout.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// Blocks as text, a line each: kind, place in tenths of a millimetre, words. Layouts are compared in this form.
QStringList described(const Page& page)
{
    QStringList lines;
    for (const Block& block : page.blocks) {
        const QString place = u"%1,%2 %3x%4"_s.arg(qRound(block.rect.left() * 10)).arg(qRound(block.rect.top() * 10))
                                  .arg(qRound(block.rect.width() * 10)).arg(qRound(block.rect.height() * 10));
        lines << (block.kind == Block::Kind::Rule ? u"rule "_s : u"text "_s) + place
                     + (block.text.isEmpty() ? QString() : QString(u' ' + block.text));
    }
    return lines;
}

struct Fixture
{
    TextShaper shaper{fontsOf(builtInCallPack(u"kczg-2022"_s))};
    Paper paper;
    PageArea area{{100, 100}, QRectF(10, 10, 80, 60)};

    void lay(const QList<TableSection>& sections)
    {
        TableLayout layout(shaper, paper, area, area.area.top());
        layout.add(sections);
        layout.finish();
    }

    static RowGroup labelled(const QString& label, const QString& value)
    {
        const Cell name{0, 20, {{label, FormStyle::label, {}}}, true};
        return {name, {Row{{Cell{20, 60, {{value, FormStyle::value, u"v"_s}}, false}}, 10, false, {}, 0, {}}}};
    }

    QString words(int page) const
    {
        QStringList all;
        for (const Block& block : paper.pages.at(page).blocks) {
            if (block.kind == Block::Kind::Text)
                all << block.text;
        }
        return all.join(u'|');
    }
};

QString numberedLines(int count)
{
    QStringList lines;
    for (int i = 1; i <= count; ++i)
        lines << QString::number(i);
    return lines.join(u'\n');
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(table_layout, Fixture)

BOOST_AUTO_TEST_CASE(a_row_is_drawn_cell_by_cell_inside_one_frame)
{
    lay({{u"一、甲"_s, {}, {labelled(u"名称"_s, u"值"_s)}, false}});
    const QStringList expected{
        u"rule 100,100 800x0"_s,      u"text 115,108 770x85 一、甲"_s, u"rule 100,201 200x0"_s,
        u"text 115,216 170x71 名称"_s, u"rule 300,201 600x0"_s,         u"rule 300,201 0x101"_s,
        u"text 315,216 570x71 值"_s,  u"rule 100,100 800x0"_s,         u"rule 100,301 800x0"_s,
        u"rule 100,100 0x201"_s,      u"rule 900,100 0x201"_s};
    BOOST_TEST(described(paper.pages.first()) == expected);
}

BOOST_AUTO_TEST_CASE(a_long_cell_runs_on_and_every_line_is_there_once)
{
    lay({{u"一、甲"_s, {}, {labelled(u"名称"_s, numberedLines(20))}, false}});
    BOOST_TEST(paper.pages.size() == 4);
    BOOST_TEST(words(0) == u"一、甲|名称|1|2|3|4|5|6"_s);
    BOOST_TEST(words(1) == u"一、甲（续）|名称|7|8|9|10|11|12"_s);
    BOOST_TEST(words(3).endsWith(u"|19|20"_s));
}

BOOST_AUTO_TEST_CASE(a_repeated_cell_stands_on_every_page_that_its_row_reaches)
{
    Row phase;
    phase.cells << Cell{0, 20, {{u"第一阶段"_s, FormStyle::center, {}}}, true, true}
                << Cell{20, 40, {{numberedLines(10), FormStyle::value, u"v"_s}}}
                << Cell{60, 20, {{u"时间"_s, FormStyle::center, u"v"_s}}, true};
    lay({{u"五、甲"_s, {}, {RowGroup{std::nullopt, {phase}}}, false}});
    BOOST_TEST(paper.pages.size() == 2);
    BOOST_TEST(words(0) == u"五、甲|第一阶段|时间|1|2|3|4|5|6"_s);
    BOOST_TEST(words(1) == u"五、甲（续）|第一阶段|7|8|9|10"_s);
}

BOOST_AUTO_TEST_CASE(a_heading_does_not_stand_alone_at_the_foot_of_a_page)
{
    lay({{u"一、甲"_s, {}, {labelled(u"名称"_s, numberedLines(4))}, false}, {u"二、乙"_s, {}, {labelled(u"其次"_s, u"值"_s)}, false}});
    BOOST_TEST(words(0) == u"一、甲|名称|1|2|3|4"_s);
    BOOST_TEST(words(1) == u"二、乙|其次|值"_s);
}

BOOST_AUTO_TEST_CASE(fixed_blocks_are_never_split)
{
    Row fixed;
    fixed.fixed << Block{Block::Kind::Text, QRectF(5, 5, 50, 7), u"签名"_s, FormStyle::value, 0, {}};
    fixed.fixedHeight = 40;
    fixed.signatureFields << SignatureFieldPlan{u"Applicant"_s, 0, QRectF(10, 2, 60, 36), {}};
    lay({{u"一、甲"_s, {}, {labelled(u"名称"_s, numberedLines(3))}, false}, {u"六、乙"_s, {}, {RowGroup{std::nullopt, {fixed}}}, false}});
    BOOST_TEST(paper.pages.size() == 2);
    BOOST_TEST(words(1) == u"六、乙|签名"_s);
    BOOST_TEST(paper.signatureFields.first().page == 1);
    BOOST_TEST(paper.pages.at(1).bearsSignature);
    BOOST_TEST(!paper.pages.at(0).bearsSignature);
}

BOOST_AUTO_TEST_SUITE_END()
