// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct NewDesk : DeskWindow
{
    NewDesk() { open(); }
};

ui::Entry section(DeskWindow& window, const QString& id)
{
    for (const ui::Entry& entry : window.list(u"outlineList"_s).entries())
        if (entry.key == id)
            return entry;
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(outline)

BOOST_FIXTURE_TEST_CASE(it_lists_every_section_with_its_number_and_title, NewDesk)
{
    const QList<Section>& sections = session().pack().sections;
    const QList<ui::Entry>& entries = list(u"outlineList"_s).entries();
    BOOST_REQUIRE(entries.size() == sections.size());
    for (qsizetype i = 0; i < sections.size(); ++i) {
        BOOST_TEST(entries.at(i).title.contains(sections.at(i).title.section(u'（', 0, 0)));
        BOOST_TEST(QString(entries.at(i).title + entries.at(i).tip).contains(sections.at(i).title));
        BOOST_TEST(entries.at(i).title.contains(sections.at(i).number));
    }
}

BOOST_FIXTURE_TEST_CASE(a_section_is_empty_then_begun_then_complete_by_shape, NewDesk)
{
    BOOST_TEST(section(*this, u"base"_s).icon == u"circle"_s);
    session().open().fillIn(u"base_site"_s, u"示例路 1 号"_s);
    BOOST_TEST(section(*this, u"base"_s).icon == u"half"_s);
    session().open().fillIn(QJsonObject{{u"category"_s, u"iur"_s}, {u"base_name"_s, u"示例光电"_s}});
    BOOST_TEST(section(*this, u"base"_s).icon == u"good"_s);
}

BOOST_FIXTURE_TEST_CASE(its_card_in_the_form_says_the_same, NewDesk)
{
    const auto said = [&] {
        QStringList words;
        for (const QLabel* const label : desk().form().findChildren<QLabel*>(u"sectionState"_s))
            words << label->text();
        return words;
    };
    const auto listed = [&] {
        QStringList words;
        for (const ui::Entry& entry : list(u"outlineList"_s).entries())
            words << entry.note;
        return words;
    };
    BOOST_TEST(said() == listed());
    session().open().fillIn(QJsonObject{{u"category"_s, u"iur"_s}, {u"base_name"_s, u"示例光电"_s}, {u"base_site"_s, u"示例路 1 号"_s}});
    BOOST_TEST(said() == listed());
    BOOST_TEST(said().at(1).contains(u"已完成"_s));
}

BOOST_FIXTURE_TEST_CASE(what_is_only_not_filled_in_counts_as_no_error, NewDesk)
{
    BOOST_TEST(section(*this, u"applicant"_s).counts.isEmpty());
    fill(u"address"_s, u"1"_s);
    session().open().fillIn(u"contact_email"_s, u"nowhere"_s);
    const ui::Entry entry = section(*this, u"applicant"_s);
    BOOST_REQUIRE(entry.counts.size() == 1);
    BOOST_CHECK(entry.counts.first().first == Severity::Error);
    BOOST_TEST(entry.counts.first().second == 1);
}

BOOST_FIXTURE_TEST_CASE(a_click_or_enter_goes_to_the_section, NewDesk)
{
    clickEntry(list(u"outlineList"_s), u"base"_s);
    BOOST_TEST(session().pack().sectionOf(desk().form().current()->field().id)->id == u"base"_s);
    list(u"outlineList"_s).setFocus();
    list(u"outlineList"_s).setCurrentKey(u"applicant"_s);
    press(window(), Qt::Key_Return);
    BOOST_TEST(focusedField() == u"org_name"_s);
}

BOOST_FIXTURE_TEST_CASE(it_follows_the_form_as_it_is_scrolled, NewDesk)
{
    QScrollBar& bar = *desk().form().verticalScrollBar();
    bar.setValue(bar.maximum());
    const QString last = list(u"outlineList"_s).currentKey();
    bar.setValue(0);
    BOOST_TEST(list(u"outlineList"_s).currentKey() == u"applicant"_s);
    BOOST_TEST(last != u"applicant"_s);
}

BOOST_FIXTURE_TEST_CASE(it_can_be_put_away_and_stays_away_after_a_restart, NewDesk)
{
    find<QAction>(desk(), u"showOutline"_s).trigger();
    BOOST_TEST(!list(u"outlineList"_s).isVisible());
    const QJsonObject place = desk().place();
    reopen();
    desk().goTo(place);
    BOOST_TEST(!list(u"outlineList"_s).isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
