// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk()
    {
        open();
        openPanel(u"findings"_s);
    }
    ui::EntryList& findings() { return list(u"findingsList"_s); }
    QString button() { return find<QAction>(desk(), u"panel_findings"_s).text(); }
};

struct FilledDesk : DeskWindow
{
    FilledDesk()
    {
        open(sampleDossier(u"sample-values.json"_s));
        openPanel(u"findings"_s);
    }
    ui::EntryList& findings() { return list(u"findingsList"_s); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(findings_panel)

BOOST_FIXTURE_TEST_CASE(a_new_form_does_not_shout, Desk)
{
    BOOST_TEST(entryWith(findings(), u"尚未填写"_s).heading);
    BOOST_TEST(findings().isFolded(u"unfilled"_s));
    BOOST_TEST(button() == u"检查"_s);
    for (const QString& key : findings().shownKeys())
        BOOST_TEST((key == u"unfilled"_s || key == u"person"_s));
}

BOOST_FIXTURE_TEST_CASE(a_wrong_value_is_there_within_a_key_press_and_goes_with_it, Desk)
{
    fill(u"address"_s, u"x"_s);
    session().open().fillIn(u"contact_email"_s, u"nowhere"_s);
    const ui::Entry entry = entryWith(findings(), u"电子邮箱"_s);
    BOOST_REQUIRE(!entry.key.isEmpty());
    BOOST_TEST(entry.icon == u"error"_s);
    BOOST_CHECK(entry.tone == ui::Entry::Tone::Error);
    BOOST_TEST(button() == u"检查 1"_s);
    session().open().fillIn(u"contact_email"_s, u"a@example.cn"_s);
    BOOST_TEST(!findings().shownKeys().contains(entry.key));
    BOOST_TEST(button() == u"检查"_s);
}

BOOST_FIXTURE_TEST_CASE(what_is_chosen_stays_chosen_while_others_come_and_go, Desk)
{
    session().open().fillIn(u"contact_email"_s, u"nowhere"_s);
    const QString key = entryWith(findings(), u"电子邮箱"_s).key;
    findings().setCurrentKey(key);
    session().open().fillIn(u"contact_mobile"_s, u"12"_s);
    BOOST_TEST(findings().currentKey() == key);
    session().open().fillIn(u"contact_mobile"_s, u"13800000000"_s);
    BOOST_TEST(findings().currentKey() == key);
}

BOOST_FIXTURE_TEST_CASE(a_click_goes_to_the_field, Desk)
{
    session().open().fillIn(u"contact_email"_s, u"nowhere"_s);
    clickEntry(findings(), entryWith(findings(), u"电子邮箱"_s).key);
    BOOST_TEST(desk().form().current()->field().id == u"contact_email"_s);
}

BOOST_FIXTURE_TEST_CASE(f8_goes_from_place_to_place_and_round, Desk)
{
    QStringList visited;
    QObject::connect(&session(), &ui::DossierSession::placeWanted, [&](const Address& place) { visited.append(place.field); });
    desk().form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    for (const Qt::KeyboardModifier modifier : {Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ShiftModifier, Qt::ShiftModifier})
        press(window(), Qt::Key_F8, modifier);
    BOOST_REQUIRE(visited.size() == 5);
    BOOST_TEST(visited.at(0) != u"org_name"_s);
    BOOST_TEST(visited.at(1) != visited.at(0));
    BOOST_TEST(visited.at(2) == visited.at(0));
    BOOST_TEST(visited.at(3) == u"org_name"_s);
    BOOST_TEST(visited.at(4) == session().findings().last().field);
}

BOOST_FIXTURE_TEST_CASE(a_finding_says_what_to_do_and_the_clause_it_rests_on, Desk)
{
    const Finding finding = session().findings().first();
    const ui::Entry entry = entryWith(findings(), finding.message.zh);
    BOOST_TEST(entry.note.contains(finding.clause));
}

BOOST_FIXTURE_TEST_CASE(findings_are_grouped_by_section_on_request_and_filtered, Desk)
{
    session().open().fillIn(QJsonObject{{u"contact_email"_s, u"nowhere"_s}, {u"contact_mobile"_s, u"12"_s}});
    find<QComboBox>(desk(), u"findingsGrouping"_s).setCurrentIndex(1);
    BOOST_TEST(findings().shownKeys().contains(u"section|applicant"_s));
    find<QLineEdit>(desk(), u"findingsFilter"_s).setFocus();
    type(window(), u"邮箱"_s);
    BOOST_TEST(!entryWith(findings(), u"电子邮箱"_s).key.isEmpty());
    BOOST_TEST(entryWith(findings(), u"手机"_s).key.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(what_a_person_must_check_is_a_list_of_its_own, Desk)
{
    BOOST_TEST(findings().isFolded(u"person"_s));
    findings().setFolded(u"person"_s, false);
    BOOST_TEST(findings().shownKeys().contains(u"p|"_s + session().pack().personChecks.first().id));
}

BOOST_FIXTURE_TEST_CASE(a_dossier_in_order_says_that_nothing_is_wrong, FilledDesk)
{
    BOOST_REQUIRE(session().findings().isEmpty());
    BOOST_TEST(findings().shownKeys().first() == u"fine"_s);
    BOOST_TEST(findings().entries().first().title == u"没有问题"_s);
}

BOOST_FIXTURE_TEST_CASE(finalising_goes_by_the_list_that_the_panel_shows_files_too, DeskWindow)
{
    open(sampleDossier(u"sample-values.json"_s));
    const QString document = folder.file(u"照片.pdf"_s);
    {
        QPdfWriter writer(document);
        QPainter(&writer).fillRect(1000, 1000, 3000, 3000, Qt::blue);
    }
    session().open().attach(u"hardware_photos"_s, {document});
    const auto isTold = [](const Findings& findings) {
        return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.rule == u"file.attachment-content"_s && finding.severity == Severity::Error;
        });
    };
    BOOST_TEST(waitFor([&] { return isTold(session().findings()); }));
    BOOST_CHECK(session().findings() == session().open().findings());
    BOOST_CHECK_THROW(session().open().finalise(), Error);
    session().settle();
    // Where no window has looked at the files, finalising looks.
    OpenDossier headless(*workspace, session().dossier().id, workspace->operators().current().key, u"cli"_s);
    BOOST_TEST(!isTold(headless.findings()));
    BOOST_CHECK_THROW(headless.finalise(), Error);
    BOOST_TEST(isTold(headless.findings()));
}

BOOST_AUTO_TEST_SUITE_END()
