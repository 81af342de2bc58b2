// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "tests/ui/form/form_fixture.h"

#include <QRadioButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Name : Form
{
    Name() { goTo(u"base_name"_s); }

    QLineEdit& line() { return find<QLineEdit>(*view, u"line_base_name"_s); }
    QString whole() { return find<QLabel>(*view, u"whole_base_name"_s).text(); }
    void choose(const QString& option) { click(find<QRadioButton>(*view, u"option_category_"_s + option)); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(composed_name_editor)

BOOST_FIXTURE_TEST_CASE(the_whole_name_is_shown_and_follows_the_category, Name)
{
    type(u"光电子器件"_s);
    BOOST_TEST(text(u"base_name"_s) == u"光电子器件"_s);
    BOOST_TEST(whole().contains(session->pack().field(u"category"_s)->label));
    choose(u"iur"_s);
    BOOST_TEST(whole() == u"印为：“科创中国”光电子器件产学研协作创新基地"_s);
    choose(u"intl"_s);
    BOOST_TEST(whole() == u"印为：“科创中国”光电子器件国际创新合作创新基地"_s);
    BOOST_TEST(text(u"base_name"_s) == u"光电子器件"_s);
    undo();
    BOOST_TEST(whole().contains(u"产学研协作"_s));
}

BOOST_FIXTURE_TEST_CASE(a_pasted_whole_name_is_taken_apart, Name)
{
    choose(u"iur"_s);
    goTo(u"base_name"_s);
    paste(u"“科创中国”光电子器件产学研协作创新基地\r\n"_s);
    BOOST_TEST(text(u"base_name"_s) == u"光电子器件"_s);
    BOOST_TEST(line().text() == u"光电子器件"_s);
    BOOST_TEST(line().cursorPosition() == 5);
    BOOST_TEST(whole() == u"印为：“科创中国”光电子器件产学研协作创新基地"_s);
}

BOOST_FIXTURE_TEST_CASE(a_whole_name_that_was_typed_is_taken_apart_when_it_is_left, Name)
{
    type(u"“科创中国”光电国际创新合作创新基地"_s);
    BOOST_TEST(line().text() == u"“科创中国”光电国际创新合作创新基地"_s);
    press(Qt::Key_Tab);
    BOOST_TEST(text(u"base_name"_s) == u"光电"_s);
    BOOST_TEST(line().text() == u"光电"_s);
    undo();
    BOOST_TEST(text(u"base_name"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(what_the_input_method_is_composing_is_not_in_the_name, Name)
{
    type(u"光电"_s);
    compose(*view, u"zi qi jian"_s);
    BOOST_TEST(text(u"base_name"_s) == u"光电"_s);
    BOOST_TEST(!whole().contains(u"zi"_s));
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_can_be_read_not_changed, Name)
{
    type(u"光电"_s);
    session->editor().moveOn(StepKind::Finalise);
    BOOST_TEST(line().isReadOnly());
    reopen();
    BOOST_TEST(line().text() == u"光电"_s);
    BOOST_TEST(line().isReadOnly());
}

BOOST_AUTO_TEST_SUITE_END()
