// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/model/dossier/random_edits.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

Dossier applied(Dossier dossier, const Changes& changes)
{
    for (const Change& change : changes)
        BOOST_TEST(applyChange(dossier, change));
    return dossier;
}

Dossier twoRows()
{
    Dossier dossier;
    dossier.values.insert(u"table"_s, QJsonArray{QJsonObject{{u"id"_s, u"r1"_s}, {u"name"_s, u"甲"_s}},
                                                 QJsonObject{{u"id"_s, u"r2"_s}, {u"name"_s, u"乙"_s}}});
    dossier.values.insert(u"text"_s, u"旧"_s);
    return dossier;
}

} // namespace

BOOST_AUTO_TEST_SUITE(bring_back)

BOOST_AUTO_TEST_CASE(an_old_text_comes_back_whatever_came_after)
{
    const Dossier before = twoRows();
    const Changes step = setValue(before, u"text"_s, u"新"_s);
    const Dossier later = applied(applied(before, step), setValue(applied(before, step), u"text"_s, u"更新"_s));
    BOOST_TEST(applied(later, bringBack(later, step)).text(u"text"_s) == u"旧"_s);
}

BOOST_AUTO_TEST_CASE(a_removed_row_comes_back_where_it_was)
{
    const Dossier before = twoRows();
    const Changes step = removeRow(before, u"table"_s, u"r1"_s);
    const Dossier after = applied(before, step);
    BOOST_CHECK(applied(after, bringBack(after, step)).values == before.values);
}

BOOST_AUTO_TEST_CASE(an_added_row_goes_and_a_moved_one_moves_back)
{
    const Dossier before = twoRows();
    const Changes added = insertRow(before, u"table"_s, 0, {{u"id"_s, u"r3"_s}, {u"name"_s, u"丙"_s}});
    const Dossier three = applied(before, added);
    BOOST_CHECK(applied(three, bringBack(three, added)).values == before.values);
    const Changes moved = moveRow(before, u"table"_s, u"r2"_s, 0);
    const Dossier turned = applied(before, moved);
    BOOST_CHECK(applied(turned, bringBack(turned, moved)).values == before.values);
}

BOOST_AUTO_TEST_CASE(what_has_no_place_any_more_is_left_alone)
{
    const Dossier before = twoRows();
    const Changes step = setCell(before, u"table"_s, u"r2"_s, u"name"_s, u"丁"_s);
    const Dossier after = applied(before, step);
    const Dossier without = applied(after, removeRow(after, u"table"_s, u"r2"_s));
    BOOST_TEST(bringBack(without, step).isEmpty());
}

BOOST_AUTO_TEST_CASE(what_is_so_already_changes_nothing)
{
    const Dossier before = twoRows();
    BOOST_TEST(bringBack(before, setValue(before, u"text"_s, u"新"_s)).isEmpty());
    BOOST_TEST(setPlace(before, {Address::Part::Value, u"text"_s, {}, {}}, u"旧"_s).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
