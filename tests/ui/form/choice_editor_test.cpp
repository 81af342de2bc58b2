// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/form_fixture.h"
#include "ui/form/single_choice_editor.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QPushButton>
#include <QRadioButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Choices : Form
{
    QRadioButton& category(const QString& option) { return find<QRadioButton>(*view, u"option_category_"_s + option); }
    QCheckBox& focus(const QString& option) { return find<QCheckBox>(*view, u"option_focus_"_s + option); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(choice_editors)

BOOST_FIXTURE_TEST_CASE(an_option_is_chosen_by_mouse_with_the_labels_of_the_call, Choices)
{
    BOOST_TEST(category(u"iur"_s).text() == u"产学研协作"_s);
    click(category(u"iur"_s));
    BOOST_TEST(text(u"category"_s) == u"iur"_s);
    click(category(u"intl"_s));
    BOOST_TEST(text(u"category"_s) == u"intl"_s);
    BOOST_TEST(!category(u"iur"_s).isChecked());
}

BOOST_FIXTURE_TEST_CASE(an_option_is_chosen_by_keyboard, Choices)
{
    goTo(u"category"_s);
    press(Qt::Key_Space);
    BOOST_TEST(text(u"category"_s) == u"iur"_s);
    press(Qt::Key_Right);
    BOOST_TEST(text(u"category"_s) == u"inc"_s);
    BOOST_TEST(category(u"inc"_s).hasFocus());
}

BOOST_FIXTURE_TEST_CASE(a_choice_can_be_taken_back_by_key_and_button, Choices)
{
    auto& clear = find<QPushButton>(*view, u"clear_category"_s);
    BOOST_TEST(!clear.isVisible());
    goTo(u"category"_s);
    press(Qt::Key_Space);
    press(Qt::Key_Delete);
    BOOST_TEST(value(u"category"_s).isUndefined());
    BOOST_TEST(!category(u"iur"_s).isChecked());
    click(category(u"inc"_s));
    click(clear);
    BOOST_TEST(value(u"category"_s).isUndefined());
    BOOST_TEST(!clear.isVisible());
    // And chosen again, which an exclusive group makes hard.
    click(category(u"inc"_s));
    BOOST_TEST(text(u"category"_s) == u"inc"_s);
}

BOOST_FIXTURE_TEST_CASE(undo_and_reopening_show_the_choice, Choices)
{
    click(category(u"iur"_s));
    click(category(u"intl"_s));
    undo();
    BOOST_TEST(category(u"iur"_s).isChecked());
    undo();
    BOOST_TEST(!category(u"iur"_s).isChecked());
    redo();
    reopen();
    BOOST_TEST(category(u"iur"_s).isChecked());
}

BOOST_FIXTURE_TEST_CASE(ticks_are_stored_in_the_order_of_the_form, Choices)
{
    click(focus(u"chain"_s));
    click(focus(u"challenge"_s));
    BOOST_TEST(value(u"focus"_s).toArray() == (QJsonArray{u"challenge"_s, u"chain"_s}));
    click(focus(u"chain"_s));
    click(focus(u"challenge"_s));
    BOOST_TEST(value(u"focus"_s).isUndefined());
    undo();
    BOOST_TEST(focus(u"challenge"_s).isChecked());
}

BOOST_FIXTURE_TEST_CASE(ticks_are_made_by_keyboard, Choices)
{
    goTo(u"focus"_s);
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    BOOST_TEST(value(u"focus"_s).toArray() == (QJsonArray{u"challenge"_s, u"joint_rd"_s}));
}

BOOST_FIXTURE_TEST_CASE(every_option_has_a_name_that_says_its_field, Choices)
{
    BOOST_TEST(category(u"iur"_s).accessibleName() == u"创新基地类别 产学研协作"_s);
    BOOST_TEST(focus(u"chain"_s).accessibleName() == u"重点工作 产业链上下游企业对接"_s);
}

BOOST_FIXTURE_TEST_CASE(a_field_that_is_yes_or_no_can_be_neither, Form)
{
    Field field = *session->pack().field(u"base_site"_s);
    field.type = FieldType::Boolean;
    QWidget window;
    ui::SingleChoiceEditor editor(*session, field, &window);
    test::show(window, {400, 100});
    const auto yes = [&]() -> QRadioButton& { return find<QRadioButton>(editor, u"option_base_site_yes"_s); };
    click(find<QRadioButton>(editor, u"option_base_site_no"_s));
    BOOST_TEST(value(u"base_site"_s).isBool());
    BOOST_TEST(!value(u"base_site"_s).toBool());
    click(yes());
    BOOST_TEST(value(u"base_site"_s).toBool());
    test::press(window, Qt::Key_Backspace);
    BOOST_TEST(value(u"base_site"_s).isUndefined());
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_is_read_and_not_chosen_in, Choices)
{
    click(category(u"iur"_s));
    session->editor().moveOn(StepKind::Finalise);
    click(category(u"inc"_s));
    click(focus(u"chain"_s));
    goTo(u"category"_s);
    BOOST_TEST(category(u"iur"_s).hasFocus());
    press(Qt::Key_Right);
    BOOST_TEST(category(u"inc"_s).hasFocus());
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Delete})
        press(key);
    goTo(u"focus"_s);
    press(Qt::Key_Space);
    BOOST_TEST(text(u"category"_s) == u"iur"_s);
    BOOST_TEST(value(u"focus"_s).isUndefined());
    BOOST_TEST(!focus(u"chain"_s).isChecked());
    BOOST_TEST(category(u"inc"_s).accessibleDescription().contains(u"不能修改"_s));
    BOOST_TEST(!find<QPushButton>(*view, u"clear_category"_s).isVisible());
    BOOST_TEST(category(u"iur"_s).isChecked());
}

BOOST_AUTO_TEST_SUITE_END()
