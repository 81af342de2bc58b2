// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/form/form_view.h"

#include <QLineEdit>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Form : DeskFixture
{
    Form() : session(*workspace, newDossier(), dialogs), view(session, nullptr) { show(view); }

    ui::DossierSession session;
    ui::FormView view;
};

} // namespace

BOOST_AUTO_TEST_SUITE(text_editor)

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_in_the_dossier_and_in_the_database, Form)
{
    view.goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    type(view, u"示例研究院 A"_s);
    BOOST_TEST(session.dossier().text(u"org_name"_s) == u"示例研究院 A"_s);
    BOOST_TEST(session.editor().isStored());
}

BOOST_FIXTURE_TEST_CASE(what_the_input_method_is_composing_is_not_yet_text, Form)
{
    view.goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    type(view, u"示例"_s);
    compose(view, u"yan jiu"_s);
    BOOST_TEST(session.dossier().text(u"org_name"_s) == u"示例"_s);
}

BOOST_FIXTURE_TEST_CASE(a_finding_goes_when_its_field_is_filled_in, Form)
{
    BOOST_TEST(!session.findingsOf(u"address"_s).isEmpty());
    view.goTo({Address::Part::Value, u"address"_s, {}, {}});
    type(view, u"1"_s);
    BOOST_TEST(session.findingsOf(u"address"_s).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
