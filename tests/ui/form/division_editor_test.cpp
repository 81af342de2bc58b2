// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/ui/form/form_fixture.h"
#include "ui/form/search_box.h"

#include <QApplication>
#include <QListWidget>
#include <QWheelEvent>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Place : Form
{
    Place() { goTo(u"region"_s); }

    ui::SearchBox& search() { return find<ui::SearchBox>(*view, u"search_region"_s); }
    QListWidget& hits() { return find<QListWidget>(*view, u"hits_search_region"_s); }
    QComboBox& level(int number) { return find<QComboBox>(*view, u"level_region_"_s + QString::number(number)); }
    QStringList shown()
    {
        QStringList all;
        for (int number = 1; number <= 3; ++number)
            all.append(level(number).currentData().toString().isEmpty() ? QString() : level(number).currentText());
        return all;
    }
    /// Chooses by keyboard what the list of a level has under that name.
    void choose(int number, const QString& name)
    {
        QComboBox& combo = level(number);
        combo.setFocus();
        const int wanted = combo.findText(name);
        BOOST_REQUIRE(wanted >= 0);
        press(Qt::Key_Home);
        for (int row = 0; row < wanted; ++row)
            press(Qt::Key_Down);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(division_editor)

BOOST_FIXTURE_TEST_CASE(a_place_is_found_by_initials_and_completed_by_keyboard, Place)
{
    type(u"hbwh"_s);
    BOOST_TEST(search().isOpen());
    BOOST_TEST(hits().currentItem()->text() == u"湖北省 武汉市"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"420100"_s);
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u"武汉市"_s, u""_s}));
    BOOST_TEST(level(3).hasFocus());
    BOOST_TEST(search().text().isEmpty());
    choose(3, u"洪山区"_s);
    BOOST_TEST(text(u"region"_s) == u"420111"_s);
}

BOOST_FIXTURE_TEST_CASE(a_place_is_found_by_its_name_through_an_input_method, Place)
{
    type(u"武汉洪山"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"420111"_s);
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u"武汉市"_s, u"洪山区"_s}));
}

BOOST_FIXTURE_TEST_CASE(chongqing_is_found_by_cq_and_not_by_zq, Place)
{
    type(u"cq"_s);
    BOOST_TEST(hits().item(0)->text() == u"重庆市"_s);
    for (int i = 0; i < 2; ++i)
        press(Qt::Key_Backspace);
    type(u"zq"_s);
    for (int row = 0; row < hits().count(); ++row)
        BOOST_TEST(!hits().item(row)->text().contains(u"重庆市"_s));
}

BOOST_FIXTURE_TEST_CASE(a_hidden_level_is_skipped, Place)
{
    type(u"bjxc"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"110102"_s);
    BOOST_TEST(shown() == (QStringList{u"北京市"_s, u"西城区"_s, u""_s}));
    BOOST_TEST(!level(3).isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_city_without_counties_is_complete, Place)
{
    type(u"东莞"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"441900"_s);
    BOOST_TEST(!level(3).isEnabled());
    BOOST_TEST(session->findingsOf(u"region"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_province_without_prefectures_is_complete, Place)
{
    type(u"香港"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"810000"_s);
    BOOST_TEST(!level(2).isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_level_can_be_taken_back, Place)
{
    type(u"whhs"_s);
    press(Qt::Key_Return);
    level(2).setFocus();
    press(Qt::Key_Home);
    BOOST_TEST(text(u"region"_s) == u"420000"_s);
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u""_s, u""_s}));
    level(1).setFocus();
    press(Qt::Key_Home);
    BOOST_TEST(value(u"region"_s).isUndefined());
    BOOST_TEST(!level(2).isEnabled());
}

BOOST_FIXTURE_TEST_CASE(another_province_empties_the_levels_below, Place)
{
    type(u"whhs"_s);
    press(Qt::Key_Return);
    choose(1, u"海南省"_s);
    BOOST_TEST(text(u"region"_s) == u"460000"_s);
    BOOST_TEST(level(2).findText(u"海口市"_s) >= 0);
    BOOST_TEST(level(2).findText(u"武汉市"_s) < 0);
    // Counties right below a province stand among the prefectures.
    BOOST_TEST(level(2).findText(u"五指山市"_s) >= 0);
}

BOOST_FIXTURE_TEST_CASE(a_former_name_leads_to_what_became_of_it, Place)
{
    type(u"下城区"_s);
    BOOST_TEST(hits().currentItem()->text().contains(u"已撤销，现为"_s));
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"330100"_s);
    BOOST_TEST(note(u"region"_s).contains(u"上城区"_s));
    BOOST_TEST(level(3).hasFocus());
}

BOOST_FIXTURE_TEST_CASE(a_former_name_with_one_heir_is_replaced_by_it, Place)
{
    type(u"祁阳县"_s);
    press(Qt::Key_Return);
    BOOST_TEST(shown() == (QStringList{u"湖南省"_s, u"永州市"_s, u"祁阳市"_s}));
    BOOST_TEST(note(u"region"_s).contains(u"祁阳市"_s));
}

BOOST_FIXTURE_TEST_CASE(a_former_code_in_the_dossier_is_shown_by_its_name, Place)
{
    session->apply(setValue(session->dossier(), u"region"_s, u"330103"_s));
    BOOST_TEST(shown() == (QStringList{u"浙江省"_s, u"杭州市"_s, u"下城区（已撤销）"_s}));
}

BOOST_FIXTURE_TEST_CASE(a_code_that_never_was_is_shown_and_told, Place)
{
    session->apply(setValue(session->dossier(), u"region"_s, u"999999"_s));
    BOOST_TEST(level(1).currentText().contains(u"999999"_s));
    BOOST_TEST(level(1).property("severity").toString() == u"error"_s);
    type(u"cq"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"region"_s) == u"500000"_s);
    BOOST_TEST(level(1).findText(u"999999"_s, Qt::MatchContains) < 0);
}

BOOST_FIXTURE_TEST_CASE(what_is_not_found_changes_nothing, Place)
{
    type(u"某某星球"_s);
    BOOST_TEST(!search().isOpen());
    press(Qt::Key_Return);
    BOOST_TEST(value(u"region"_s).isUndefined());
}

BOOST_FIXTURE_TEST_CASE(escape_closes_the_list_and_up_and_down_walk_it, Place)
{
    type(u"s"_s);
    const QString first = hits().currentItem()->text();
    press(Qt::Key_Down);
    BOOST_TEST(hits().currentItem()->text() != first);
    press(Qt::Key_Up);
    BOOST_TEST(hits().currentItem()->text() == first);
    press(Qt::Key_Escape);
    BOOST_TEST(!search().isOpen());
    BOOST_TEST(value(u"region"_s).isUndefined());
}

BOOST_FIXTURE_TEST_CASE(a_hit_is_taken_by_mouse, Place)
{
    type(u"whhs"_s);
    QListWidget& list = hits();
    clickAt(*list.viewport(), list.visualItemRect(list.item(0)).center());
    BOOST_TEST(text(u"region"_s) == u"420111"_s);
    BOOST_TEST(!search().isOpen());
}

BOOST_FIXTURE_TEST_CASE(the_wheel_changes_nothing, Place)
{
    type(u"whhs"_s);
    press(Qt::Key_Return);
    QComboBox& combo = level(1);
    QWheelEvent wheel(combo.rect().center(), combo.mapToGlobal(combo.rect().center()), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&combo, &wheel);
    BOOST_TEST(text(u"region"_s) == u"420111"_s);
}

BOOST_FIXTURE_TEST_CASE(undo_and_reopening_show_the_place, Place)
{
    type(u"whhs"_s);
    press(Qt::Key_Return);
    type(u"cqyz"_s);
    press(Qt::Key_Return);
    undo();
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u"武汉市"_s, u"洪山区"_s}));
    reopen();
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u"武汉市"_s, u"洪山区"_s}));
    session->editor().moveOn(StepKind::Finalise);
    BOOST_TEST(!search().isVisible());
    goTo(u"region"_s);
    BOOST_TEST(level(1).hasFocus());
    press(Qt::Key_Down);
    click(level(1));
    BOOST_TEST(shown() == (QStringList{u"湖北省"_s, u"武汉市"_s, u"洪山区"_s}));
    BOOST_TEST(QApplication::activePopupWidget() == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
