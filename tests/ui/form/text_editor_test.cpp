// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/ui/form/form_fixture.h"
#include "ui/form/text_editor.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(text_editor)

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_in_the_dossier_and_in_the_database, Form)
{
    goTo(u"org_name"_s);
    type(u"示例研究院 A"_s);
    BOOST_TEST(text(u"org_name"_s) == u"示例研究院 A"_s);
    BOOST_TEST(session->editor().isStored());
    reopen();
    BOOST_TEST(find<QLineEdit>(*view, u"line_org_name"_s).text() == u"示例研究院 A"_s);
}

BOOST_FIXTURE_TEST_CASE(what_the_input_method_is_composing_is_not_yet_text, Form)
{
    goTo(u"org_name"_s);
    type(u"示例"_s);
    compose(*view, u"yan jiu"_s);
    BOOST_TEST(text(u"org_name"_s) == u"示例"_s);
    type(u"研究"_s);
    BOOST_TEST(text(u"org_name"_s) == u"示例研究"_s);
}

BOOST_FIXTURE_TEST_CASE(a_finding_goes_when_its_field_is_filled_in, Form)
{
    BOOST_TEST(!session->findingsOf(u"address"_s).isEmpty());
    goTo(u"address"_s);
    type(u"1"_s);
    BOOST_TEST(session->findingsOf(u"address"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(pasted_line_breaks_become_blanks_and_no_word_is_lost, Form)
{
    goTo(u"address"_s);
    paste(u"湖北省武汉市\r\n洪山区珞喻路\t1037号\r\n"_s);
    BOOST_TEST(text(u"address"_s) == u"湖北省武汉市 洪山区珞喻路 1037号"_s);
    type(u"1"_s);
    BOOST_TEST(text(u"address"_s).endsWith(u"1037号1"_s));
}

BOOST_FIXTURE_TEST_CASE(blanks_at_the_edges_go_when_the_field_is_left_not_before, Form)
{
    goTo(u"org_name"_s);
    type(u" Optics "_s);
    BOOST_TEST(text(u"org_name"_s) == u" Optics "_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"org_name"_s) == u"Optics"_s);
}

BOOST_FIXTURE_TEST_CASE(characters_that_cannot_be_used_are_left_out_with_a_word, Form)
{
    goTo(u"address"_s);
    paste(u"武\u0007汉\u202E市"_s);
    BOOST_TEST(text(u"address"_s) == u"武汉市"_s);
    BOOST_TEST(note(u"address"_s).contains(u"2 个"_s));
    type(u"1"_s);
    BOOST_TEST(note(u"address"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_credit_code_becomes_half_width_capitals_while_it_is_typed, Form)
{
    goTo(u"uscc"_s);
    type(u"１２42010073751289５ｂ"_s);
    BOOST_TEST(text(u"uscc"_s) == u"12420100737512895B"_s);
    BOOST_TEST(measure(u"uscc"_s) == u"12 420100 737512895 B · 18/18 位"_s);
    auto& line = find<QLineEdit>(*view, u"line_uscc"_s);
    line.setCursorPosition(2);
    type(u"ｘy"_s);
    BOOST_TEST(line.text() == u"12XY420100737512895B"_s);
    BOOST_TEST(line.cursorPosition() == 4);
    BOOST_TEST(measureSeverity(u"uscc"_s) == u"error"_s);
    BOOST_TEST(text(u"uscc"_s) == line.text());
}

BOOST_FIXTURE_TEST_CASE(a_pasted_credit_code_is_brought_into_shape_at_once, Form)
{
    goTo(u"uscc"_s);
    paste(u"  12 420100 737512895 b\r\n"_s);
    BOOST_TEST(text(u"uscc"_s) == u"12420100737512895B"_s);
    BOOST_TEST(find<QLineEdit>(*view, u"line_uscc"_s).text() == u"12420100737512895B"_s);
}

BOOST_FIXTURE_TEST_CASE(pasting_over_a_code_of_the_same_length_brings_it_into_shape, Form)
{
    goTo(u"uscc"_s);
    type(u"12420100737512895B12"_s);
    find<QLineEdit>(*view, u"line_uscc"_s).selectAll();
    paste(u"91 420100 MA4KLUFQ0X"_s);
    BOOST_TEST(text(u"uscc"_s) == u"91420100MA4KLUFQ0X"_s);
}

BOOST_FIXTURE_TEST_CASE(blanks_and_hyphens_of_a_pasted_mobile_number_go, Form)
{
    goTo(u"contact_mobile"_s);
    paste(u"+86 138-0013-8000"_s);
    BOOST_TEST(text(u"contact_mobile"_s) == u"13800138000"_s);
    BOOST_TEST(measure(u"contact_mobile"_s) == u"138 0013 8000 · 11/11 位"_s);
}

BOOST_FIXTURE_TEST_CASE(a_mobile_number_typed_with_blanks_keeps_them_until_it_is_left, Form)
{
    goTo(u"contact_mobile"_s);
    type(u"138 0013 "_s);
    BOOST_TEST(text(u"contact_mobile"_s) == u"138 0013 "_s);
    type(u"８０００"_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"contact_mobile"_s) == u"13800138000"_s);
}

BOOST_FIXTURE_TEST_CASE(phone_and_address_of_mail_become_half_width, Form)
{
    goTo(u"contact_phone"_s);
    type(u"０２７－87540000"_s);
    BOOST_TEST(text(u"contact_phone"_s) == u"027-87540000"_s);
    goTo(u"contact_email"_s);
    type(u"wang＠example．cn "_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"contact_email"_s) == u"wang@example.cn"_s);
}

BOOST_FIXTURE_TEST_CASE(typing_in_one_go_is_one_step_of_undo_and_leaving_belongs_to_it, Form)
{
    goTo(u"org_name"_s);
    type(u"示例研究院 "_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"org_name"_s) == u"示例研究院"_s);
    undo();
    BOOST_TEST(text(u"org_name"_s).isEmpty());
    redo();
    BOOST_TEST(text(u"org_name"_s) == u"示例研究院"_s);
}

BOOST_FIXTURE_TEST_CASE(undo_goes_back_through_the_fields_and_shows_where, Form)
{
    goTo(u"org_name"_s);
    type(u"甲"_s);
    goTo(u"address"_s);
    type(u"乙"_s);
    goTo(u"contact_name"_s);
    undo();
    BOOST_TEST(text(u"address"_s).isEmpty());
    BOOST_TEST(find<QLineEdit>(*view, u"line_address"_s).hasFocus());
    undo();
    BOOST_TEST(find<QLineEdit>(*view, u"line_org_name"_s).hasFocus());
    BOOST_TEST(find<QLineEdit>(*view, u"line_org_name"_s).text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(undo_puts_the_cursor_where_the_text_changed, Form)
{
    session->apply(setValue(session->dossier(), u"address"_s, u"武汉市珞喻路1037号"_s));
    session->apply(setValue(session->dossier(), u"address"_s, u"武汉市1037号"_s));
    goTo(u"address"_s);
    undo();
    BOOST_TEST(find<QLineEdit>(*view, u"line_address"_s).cursorPosition() == 6);
}

BOOST_FIXTURE_TEST_CASE(undo_works_over_a_restart, Form)
{
    goTo(u"org_name"_s);
    type(u"甲"_s);
    reopen();
    goTo(u"address"_s);
    undo();
    BOOST_TEST(text(u"org_name"_s).isEmpty());
    BOOST_TEST(find<QLineEdit>(*view, u"line_org_name"_s).text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_can_be_read_not_changed, Form)
{
    goTo(u"org_name"_s);
    type(u"甲"_s);
    session->editor().moveOn(StepKind::Finalise);
    auto& line = find<QLineEdit>(*view, u"line_org_name"_s);
    BOOST_TEST(line.isReadOnly());
    type(u"乙"_s);
    undo();
    BOOST_TEST(text(u"org_name"_s) == u"甲"_s);
}

BOOST_FIXTURE_TEST_CASE(the_edge_tells_the_worst_finding, Form)
{
    goTo(u"uscc"_s);
    type(u"12420100737512895A"_s);
    press(Qt::Key_Tab);
    BOOST_TEST(find<QLineEdit>(*view, u"line_uscc"_s).property("severity").toString() == u"error"_s);
}

BOOST_FIXTURE_TEST_CASE(a_line_with_a_limit_counts_and_cuts_nothing_off, Form)
{
    Field field = *session->pack().field(u"base_site"_s);
    field.limit = 5;
    QWidget window;
    ui::TextEditor editor(*session, field, &window);
    test::show(window, {400, 100});
    editor.setFocus();
    test::type(window, u"一二三四五"_s);
    BOOST_TEST(editor.measure() == u"字数 5/5 · 字符 5"_s);
    BOOST_TEST(!editor.measureSeverity());
    test::type(window, u"六"_s);
    BOOST_TEST(text(u"base_site"_s) == u"一二三四五六"_s);
    BOOST_TEST((editor.measureSeverity() == Severity::Error));
}

BOOST_AUTO_TEST_SUITE_END()
