// SPDX-License-Identifier: Apache-2.0
// What is printed to be read says all that is filled in, in larger type, and marks what changed.
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/print/reading_paper.h"
#include "model/procedure/dossier_input.h"
#include "model/reference/reference_data.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    Dossier now = readDossierData(Papers::all().first.path);
    CallPack pack = builtInCallPack(now.callId);
    TextShaper shaper{fontsOf(pack)};

    Paper laidOut(const Dossier* before)
    {
        ReadingContent content{{pack, now, {}, dossierFingerprint(dossierJson(now)), divisionName, false}, {}, {}};
        if (before) {
            content.changes = changesBetween(*before, now);
            content.since = QDate(2030, 5, 20);
        }
        return layoutReading(content, shaper);
    }

    /// Bars at the left of the table, by page.
    static QList<std::pair<int, QRectF>> bars(const Paper& paper)
    {
        QList<std::pair<int, QRectF>> found;
        for (qsizetype page = 0; page < paper.pages.size(); ++page) {
            double table = 210;
            for (const FieldPlace& place : paper.pages.at(page).places)
                table = std::min(table, place.rect.left());
            for (const Block& block : paper.pages.at(page).blocks)
                if (block.kind == Block::Kind::Rule && block.rect.left() < table - 2)
                    found.append({int(page), block.rect});
        }
        return found;
    }

    static QString text(const Paper& paper)
    {
        QString all;
        for (const Page& page : paper.pages)
            for (const Block& block : page.blocks)
                all += block.text;
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reading_print, Fixture)

BOOST_AUTO_TEST_CASE(the_first_one_marks_nothing_and_has_no_place_to_sign)
{
    const Paper paper = laidOut(nullptr);
    BOOST_TEST(bars(paper).isEmpty());
    BOOST_TEST(paper.signatureFields.isEmpty());
    const QString words = text(paper);
    BOOST_TEST(words.contains(u"审阅件"));
    BOOST_TEST(!words.contains(u"相比"));
    BOOST_TEST(QString(words).remove(u'\n').contains(now.text(u"org_intro"_s).left(20)));
}

BOOST_AUTO_TEST_CASE(type_is_larger_and_the_right_margin_wide)
{
    const Paper paper = laidOut(nullptr);
    for (const Page& page : paper.pages) {
        BOOST_TEST(page.size.width() == 210, boost::test_tools::tolerance(0.01));
        for (const Block& block : page.blocks)
            BOOST_TEST(block.rect.right() <= 210 - 44.9);
        for (const Block& block : page.blocks)
            if (block.kind == Block::Kind::Text)
                BOOST_TEST(block.style.size >= 10.7);
    }
}

BOOST_AUTO_TEST_CASE(a_bar_stands_at_the_field_that_changed_and_nowhere_else)
{
    Dossier before = now;
    before.values.insert(u"address"_s, u"从前的地址"_s);
    const Paper paper = laidOut(&before);
    BOOST_REQUIRE(bars(paper).size() == 1);
    const auto [page, bar] = bars(paper).first();
    for (const FieldPlace& place : paper.pages.at(page).places) {
        const bool beside = place.rect.center().y() > bar.top() && place.rect.center().y() < bar.bottom();
        BOOST_TEST(beside == (place.field == u"address"_s), place.field.toStdString());
    }
    BOOST_TEST(text(paper).contains(u"左侧竖线处与2030年5月20日的审阅件不同"));
}

BOOST_AUTO_TEST_CASE(a_cell_of_a_table_marks_its_row)
{
    Dossier before = now;
    QJsonArray rows = now.values.value(u"domestic_experts"_s).toArray();
    BOOST_REQUIRE(rows.size() > 1);
    QJsonObject row = rows.at(1).toObject();
    row.insert(u"name"_s, u"从前的人"_s);
    rows.replace(1, row);
    before.values.insert(u"domestic_experts"_s, rows); // whose rows are called r1, r2 …
    const Paper paper = laidOut(&before);
    BOOST_REQUIRE(bars(paper).size() == 1);
    const auto [page, bar] = bars(paper).first();
    bool found = false;
    for (const FieldPlace& place : paper.pages.at(page).places)
        if (place.field == u"domestic_experts" && place.row == u"r2" && place.column == u"name"_s)
            found = place.rect.top() <= bar.top() && place.rect.bottom() >= bar.bottom() - 0.1;
    BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(nothing_changed_is_said)
{
    const Dossier before = now;
    const Paper paper = laidOut(&before);
    BOOST_TEST(bars(paper).isEmpty());
    BOOST_TEST(text(paper).contains(u"没有改动"));
}

BOOST_AUTO_TEST_SUITE_END()
