// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include "model/dossier/edits.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk()
    {
        open();
        session().open().fillIn(u"address"_s, u"旧地址"_s);
        session().open().fillIn(u"address"_s, u"新地址"_s);
        openPanel(u"history"_s);
    }
    ui::EntryList& history() { return list(u"historyList"_s); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(history_panel)

BOOST_FIXTURE_TEST_CASE(it_says_who_changed_what_from_what_to_what, Desk)
{
    const ui::Entry entry = entryWith(history(), u"旧地址 → 新地址"_s);
    BOOST_REQUIRE(!entry.key.isEmpty());
    BOOST_TEST(entry.title.contains(u"王芳"_s));
    BOOST_TEST(entry.text.contains(u"通讯地址"_s));
    BOOST_TEST(history().entries().first().title == u"今天"_s);
}

BOOST_FIXTURE_TEST_CASE(options_and_yes_and_no_are_told_in_words, Desk)
{
    session().open().fillIn(u"category"_s, session().pack().field(u"category"_s)->options.first().id);
    session().open().fillIn(u"has_partners"_s, true);
    BOOST_TEST(!entryWith(history(), session().pack().field(u"category"_s)->options.first().label).key.isEmpty());
    BOOST_TEST(!entryWith(history(), u"→ 是"_s).key.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(an_old_value_comes_back_as_one_step_that_can_be_undone, Desk)
{
    history().setCurrentKey(entryWith(history(), u"旧地址 → 新地址"_s).key);
    click(find<QPushButton>(desk(), u"restoreValue"_s));
    BOOST_TEST(session().dossier().text(u"address"_s) == u"旧地址"_s);
    find<QAction>(desk(), u"undo"_s).trigger();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"新地址"_s);
    reopen();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"新地址"_s);
    find<QAction>(desk(), u"redo"_s).trigger();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"旧地址"_s);
}

BOOST_FIXTURE_TEST_CASE(a_removed_row_comes_back_with_its_cells, Desk)
{
    session().open().fillIn(u"domestic_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u"张三"_s}}, QJsonObject{{u"name"_s, u"李四"_s}}});
    session().apply(removeRow(session().dossier(), u"domestic_experts"_s, u"r1"_s));
    history().setCurrentKey(entryWith(history(), u"删去"_s).key);
    click(find<QPushButton>(desk(), u"restoreValue"_s));
    const QJsonArray rows = session().dossier().values.value(u"domestic_experts"_s).toArray();
    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST(rows.first()[u"name"_s].toString() == u"张三"_s);
}

BOOST_FIXTURE_TEST_CASE(a_fields_menu_shows_the_history_of_that_field_alone, Desk)
{
    session().open().fillIn(u"org_name"_s, u"示例研究院"_s);
    find<QAction>(desk(), u"history_org_name"_s).trigger();
    BOOST_TEST(!entryWith(history(), u"示例研究院"_s).key.isEmpty());
    BOOST_TEST(entryWith(history(), u"旧地址"_s).key.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_long_journal_is_read_in_pieces, Desk)
{
    for (int i = 0; i < 250; ++i)
        session().apply(setValue(session().dossier(), u"org_name"_s, u"名称 %1"_s.arg(i)));
    reopen();
    openPanel(u"history"_s);
    BOOST_TEST(entryWith(history(), u"旧地址"_s).key.isEmpty());
    const int pressed = 2;
    for (int i = 0; i < pressed; ++i)
        clickEntry(history(), u"more"_s);
    BOOST_TEST(!entryWith(history(), u"旧地址 → 新地址"_s).key.isEmpty());
    BOOST_TEST(!history().shownKeys().contains(u"more"_s));
}

BOOST_FIXTURE_TEST_CASE(typing_grows_the_newest_entry, Desk)
{
    fill(u"org_name"_s, u"ab"_s);
    BOOST_TEST(!entryWith(history(), u"→ ab"_s).key.isEmpty());
    const qsizetype entries = history().entries().size();
    type(window(), u"c"_s);
    BOOST_TEST(!entryWith(history(), u"→ abc"_s).key.isEmpty());
    BOOST_TEST(history().entries().size() == entries);
}

BOOST_AUTO_TEST_SUITE_END()
