// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/form_fixture.h"
#include "ui/form/search_box.h"

#include <QJsonArray>
#include <QListWidget>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct BodyForm : Form
{
    BodyForm() { goTo(u"recommender"_s); }

    ui::SearchBox& line() { return find<ui::SearchBox>(*view, u"line_recommender"_s); }
    QListWidget& hits() { return find<QListWidget>(*view, u"hits_line_recommender"_s); }
};

struct Joint : Form
{
    Joint() { goTo(u"joint_recommenders"_s); }

    QLineEdit& row(int number) { return find<QLineEdit>(*view, u"row_joint_recommenders_"_s + QString::number(number)); }
    QJsonArray stored() { return value(u"joint_recommenders"_s).toArray(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(body_editors)

BOOST_FIXTURE_TEST_CASE(a_body_is_found_by_initials, BodyForm)
{
    type(u"hbskx"_s);
    while (line().isOpen() && !hits().currentItem()->text().startsWith(u"湖北省"_s))
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"recommender"_s) == u"湖北省科学技术协会"_s);
    BOOST_TEST(line().text() == u"湖北省科学技术协会"_s);
    BOOST_TEST(!line().isOpen());
}

BOOST_FIXTURE_TEST_CASE(a_body_is_found_by_its_short_name_and_by_a_part_of_its_name, BodyForm)
{
    type(u"湖北省科协"_s);
    press(Qt::Key_Return);
    BOOST_TEST(text(u"recommender"_s) == u"湖北省科学技术协会"_s);
    line().selectAll();
    type(u"光学"_s);
    BOOST_TEST(hits().currentItem()->text().contains(u"光学"_s));
    press(Qt::Key_Return);
    BOOST_TEST(text(u"recommender"_s) == u"中国光学学会"_s);
}

BOOST_FIXTURE_TEST_CASE(the_whole_list_is_there_by_groups_of_the_call, BodyForm)
{
    press(Qt::Key_Down);
    BOOST_TEST(line().isOpen());
    QStringList headings;
    int bodies = 0;
    for (int row = 0; row < hits().count(); ++row)
        if (hits().item(row)->flags() == Qt::NoItemFlags)
            headings.append(hits().item(row)->text());
        else
            ++bodies;
    BOOST_TEST(bodies == 242);
    BOOST_TEST(headings.size() == 6);
    for (const CallFacts::Quota& quota : session->pack().facts.quotas)
        BOOST_TEST(!headings.filter(quota.label.zh).isEmpty());
    // A heading cannot be chosen.
    BOOST_TEST(hits().currentRow() == 1);
    press(Qt::Key_Up);
    BOOST_TEST(hits().currentRow() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_body_that_is_not_in_the_list_is_taken_and_warned_of, BodyForm)
{
    type(u"某市工程师协会 "_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"recommender"_s) == u"某市工程师协会"_s);
    BOOST_TEST(session->worstOf(u"recommender"_s).has_value());
    reopen();
    BOOST_TEST(line().text() == u"某市工程师协会"_s);
}

BOOST_FIXTURE_TEST_CASE(searching_and_choosing_are_one_step, BodyForm)
{
    type(u"光学"_s);
    press(Qt::Key_Return);
    undo();
    BOOST_TEST(value(u"recommender"_s).isUndefined());
    BOOST_TEST(line().text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(joint_bodies_are_added_row_by_row, Joint)
{
    type(u"光学"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // to the next row
    BOOST_TEST(row(2).hasFocus());
    type(u"某地学会"_s);
    BOOST_TEST(stored() == (QJsonArray{u"中国光学学会"_s, u"某地学会"_s}));
    press(Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(stored() == (QJsonArray{u"某地学会"_s, u"中国光学学会"_s}));
    BOOST_TEST(row(1).hasFocus());
    click(find<QToolButton>(*view, u"remove_row_joint_recommenders_2"_s));
    BOOST_TEST(stored() == (QJsonArray{u"某地学会"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
