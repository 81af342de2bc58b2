// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include "model/procedure/dossier_input.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk() { open(sampleDossier(u"sample-values.json"_s)); }

    void saveProfile()
    {
        dialogs.willRun([](QDialog& dialog) {
            find<QLineEdit>(dialog, u"profileName"_s).setText(u"我们单位"_s);
            return true;
        });
        find<QAction>(desk(), u"saveProfile"_s).trigger();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(unit_profile)

BOOST_FIXTURE_TEST_CASE(the_section_of_the_unit_is_kept_and_offered_in_a_new_dossier, Desk)
{
    const QString name = session().dossier().text(u"org_name"_s);
    saveProfile();
    const std::optional<UnitProfile> kept = workspace->profiles().byName(u"我们单位"_s);
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->values.value(u"org_name"_s).toString() == name);
    BOOST_TEST(!kept->values.contains(u"base_name"_s));
    open(newDossier());
    BOOST_REQUIRE(bar().message());
    BOOST_TEST(bar().message()->topic == u"profile"_s);
    clickMessageAction();
    BOOST_TEST(session().dossier().text(u"org_name"_s) == name);
    find<QAction>(desk(), u"undo"_s).trigger();
    BOOST_TEST(session().dossier().values.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(which_fields_are_in_it_is_chosen_by_group, Desk)
{
    dialogs.willRun([](QDialog& dialog) {
        auto& fields = find<QTreeWidget>(dialog, u"profileFields"_s);
        for (int i = 0; i < fields.topLevelItemCount(); ++i)
            fields.topLevelItem(i)->setCheckState(0, Qt::Unchecked);
        BOOST_TEST(!find<QPushButton>(dialog, u"keepProfile"_s).isEnabled());
        fields.topLevelItem(1)->setCheckState(0, Qt::Checked);
        BOOST_TEST(find<QPushButton>(dialog, u"keepProfile"_s).isEnabled());
        return true;
    });
    find<QAction>(desk(), u"saveProfile"_s).trigger();
    const UnitProfile kept = workspace->profiles().all().first();
    BOOST_TEST(kept.values.contains(u"base_name"_s));
    BOOST_TEST(!kept.values.contains(u"org_name"_s));
}

BOOST_FIXTURE_TEST_CASE(a_profile_fills_in_empty_fields_only, Desk)
{
    saveProfile();
    open(newDossier());
    session().open().fillIn(u"org_name"_s, u"已经写好的"_s);
    dialogs.willRun([](QDialog& dialog) {
        BOOST_TEST(find<QPushButton>(dialog, u"useProfile"_s).isEnabled());
        return true;
    });
    find<QAction>(desk(), u"manageProfiles"_s).trigger();
    BOOST_TEST(session().dossier().text(u"org_name"_s) == u"已经写好的"_s);
    BOOST_TEST(!session().dossier().text(u"address"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_profile_is_removed_after_a_question, Desk)
{
    saveProfile();
    dialogs.willAnswer(0);
    dialogs.willRun([](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"removeProfile"_s));
        BOOST_TEST(find<QListWidget>(dialog, u"profilesList"_s).count() == 0);
        return false;
    });
    find<QAction>(desk(), u"manageProfiles"_s).trigger();
    BOOST_TEST(workspace->profiles().all().isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(copies)

BOOST_FIXTURE_TEST_CASE(a_second_dossier_with_the_same_content_is_opened, Desk)
{
    QUuid wanted;
    QObject::connect(&desk(), &ui::Desk::openDossier, [&](const QUuid& id) { wanted = id; });
    find<QAction>(desk(), u"duplicate"_s).trigger();
    BOOST_REQUIRE(!wanted.isNull());
    BOOST_CHECK(wanted != session().dossier().id);
    const Dossier before = session().dossier();
    open(wanted);
    BOOST_CHECK(session().dossier().values == before.values);
    BOOST_CHECK(session().dossier().attachments == before.attachments);
    BOOST_TEST(session().dossier().revision == 1);
}

BOOST_FIXTURE_TEST_CASE(content_and_files_are_saved_elsewhere_when_the_workspace_is_gone, Desk)
{
    BOOST_TEST(waitFor([&] { return session().safety().kind == ui::Safety::Kind::OnDisk; }));
    const QString away = folder.file(u"别处"_s);
    BOOST_REQUIRE(QDir().rename(workspace->folder(), away));
    session().open().fillIn(u"address"_s, u"没存上的地址"_s);
    const QString copy = folder.file(u"另存.pdf"_s);
    dialogs.willSaveTo(copy);
    clickMessageAction();
    const Dossier saved = openDossier(copy, Examination::Presence).file.dossier;
    BOOST_TEST(saved.text(u"address"_s) == u"没存上的地址"_s);
    BOOST_REQUIRE(QDir().rename(away, workspace->folder()));
    BOOST_TEST(waitFor([&] { return session().safety().kind == ui::Safety::Kind::OnDisk; }));
}

BOOST_FIXTURE_TEST_CASE(a_saved_copy_has_every_file, Desk)
{
    const QString copy = folder.file(u"另存.pdf"_s);
    dialogs.willSaveTo(copy);
    find<QAction>(desk(), u"saveCopyElsewhere"_s).trigger();
    const DossierInput saved = openDossier(copy);
    BOOST_CHECK(saved.file.dossier.values == session().dossier().values);
    for (const QList<Attachment>& files : saved.file.dossier.attachments)
        for (const Attachment& file : files)
            BOOST_TEST(QFile::exists(file.path));
}

BOOST_AUTO_TEST_SUITE_END()
