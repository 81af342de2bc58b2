// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_input.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"

#include <QAction>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct ClosingFixture : ShellFixture
{
    ClosingFixture()
    {
        prepare();
        start();
        click(find<QAbstractButton>(window(), u"newDossier"_s));
        waitForPage(u"applicantDesk"_s);
        auto& desk = dynamic_cast<ui::ApplicantDesk&>(*window().page());
        desk.form().goTo({Address::Part::Value, u"address"_s, {}, {}});
        type(window(), u"甲"_s);
    }

    /// From now on nothing can be written to the workspace.
    void breakStorage() { program->workspace()->database().run(u"PRAGMA query_only = 1"_s); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(closing, ClosingFixture)

BOOST_AUTO_TEST_CASE(nothing_is_asked_when_all_is_kept)
{
    BOOST_TEST(window().close());
}

BOOST_AUTO_TEST_CASE(what_is_not_kept_is_told_and_one_can_stay)
{
    breakStorage();
    type(window(), u"乙"_s);
    dialogs.willAnswer(-1);
    BOOST_TEST(!window().close());
    BOOST_TEST(window().isVisible());
    BOOST_TEST(dialogs.asked().constLast().text.contains(u"以前存好的都在"_s));
    dialogs.willAnswer(-1);
    find<QAction>(window(), u"home"_s).trigger();
    waitFor([&] { return dialogs.asked().size() == 2; });
    BOOST_TEST(pageName() == u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(what_is_not_kept_can_be_saved_elsewhere)
{
    breakStorage();
    type(window(), u"乙"_s);
    dialogs.willAnswer(0);
    dialogs.willSaveTo(folder.file(u"桌面.pdf"_s));
    BOOST_TEST(window().close());
    BOOST_TEST(readDossierData(folder.file(u"桌面.pdf"_s)).text(u"address"_s) == u"甲乙"_s);
}

BOOST_AUTO_TEST_CASE(where_it_cannot_be_saved_either_the_window_stays)
{
    breakStorage();
    type(window(), u"乙"_s);
    dialogs.willAnswer(0);
    dialogs.willSaveTo(folder.file(u"没有的文件夹/桌面.pdf"_s));
    BOOST_TEST(!window().close());
    BOOST_TEST(message().contains(u"桌面.pdf"_s));
}

BOOST_AUTO_TEST_SUITE_END()
