// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/open_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/style/language.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct SessionFixture : ShellFixture
{
    SessionFixture() { prepare(); }
    ~SessionFixture()
    {
        ui::setLanguage(Language::Chinese);
        ui::translateQt(Language::Chinese);
        ui::Theme::apply(ui::ThemeChoice::Light, 100);
    }

    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    void beginDossier()
    {
        click(find<QAbstractButton>(window(), u"newDossier"_s));
        waitForPage(u"applicantDesk"_s);
    }
    QString current() { return desk().form().current() ? desk().form().current()->field().id : QString(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(session, SessionFixture)

BOOST_AUTO_TEST_CASE(after_a_crash_the_next_start_is_where_one_was_and_says_nothing)
{
    start();
    beginDossier();
    const QUuid id = dossiers().first().id;
    desk().form().goTo({Address::Part::Value, u"contact_email"_s, {}, {}});
    type(window(), u"a@b.cn"_s);
    waitFor([&] { return settings->session(workspaceFolder()).place.value(u"field"_s).toString() == u"contact_email"_s; });
    restart();
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    waitFor([&] { return current() == u"contact_email"_s; });
    BOOST_TEST((desk().session().open().entry().id == id));
    BOOST_TEST(desk().session().dossier().text(u"contact_email"_s) == u"a@b.cn"_s);
    BOOST_TEST(message() == QString());
}

BOOST_AUTO_TEST_CASE(after_closing_too_and_the_window_has_its_place)
{
    start();
    beginDossier();
    desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    window().resize(1100, 640);
    window().close();
    restart();
    waitFor([&] { return current() == u"address"_s; });
}

BOOST_AUTO_TEST_CASE(who_left_for_the_start_page_begins_there)
{
    start();
    beginDossier();
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    restart();
    BOOST_TEST(pageName() == u"startPage"_s);
}

BOOST_AUTO_TEST_CASE(a_dossier_that_is_gone_leads_to_the_start_page_with_a_word)
{
    settings->keepSession(workspaceFolder(), {QUuid::createUuid(), {}});
    start();
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(!message().isEmpty());
}

BOOST_AUTO_TEST_CASE(language_switches_at_once_and_the_place_is_kept)
{
    start();
    beginDossier();
    desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    press(window(), Qt::Key_Comma, Qt::ControlModifier);
    waitForPage(u"settingsPage"_s);
    click(find<QRadioButton>(window(), u"languageEn"_s));
    waitFor([&] { return find<QLabel>(window(), u"pageTitle"_s).text() == u"Settings"_s; });
    BOOST_TEST(find<QRadioButton>(window(), u"languageEn"_s).hasFocus());
    click(find<QPushButton>(window(), u"back"_s));
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(find<QAction>(window(), u"undo"_s).text() == u"Undo"_s);
    waitFor([&] { return current() == u"address"_s; });
    restart();
    BOOST_TEST(find<QAction>(window(), u"undo"_s).text() == u"Undo"_s);
}

BOOST_AUTO_TEST_CASE(theme_and_text_size_switch_at_once)
{
    start();
    press(window(), Qt::Key_Comma, Qt::ControlModifier);
    waitForPage(u"settingsPage"_s);
    click(find<QRadioButton>(window(), u"themeDark"_s));
    waitFor([&] { return ui::Theme::isDark(); });
    waitForPage(u"settingsPage"_s);
    click(find<QRadioButton>(window(), u"text150"_s));
    waitFor([&] { return ui::Theme::textPercent() == 150; });
    BOOST_TEST(settings->preferences().textPercent == 150);
    restart();
    BOOST_TEST(ui::Theme::isDark());
    BOOST_TEST(ui::Theme::textPercent() == 150);
}

BOOST_AUTO_TEST_CASE(settings_that_make_no_sense_are_as_if_not_set)
{
    writeFile(folder.file(u"broken.ini"_s), "language=klingon\ntheme=pink\ntext=9000\n");
    const ui::Preferences read = ui::Settings(folder.file(u"broken.ini"_s)).preferences();
    BOOST_TEST((read.language == Language::Chinese));
    BOOST_TEST((read.theme == ui::ThemeChoice::System));
    BOOST_TEST(read.textPercent == 200);
}

BOOST_AUTO_TEST_SUITE_END()
