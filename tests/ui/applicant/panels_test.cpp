// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct SampleDesk : DeskWindow
{
    SampleDesk()
    {
        open(sampleDossier(u"sample-values.json"_s));
        openPanel(u"attachments"_s);
    }
    ui::EntryList& files() { return list(u"attachmentsList"_s); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(attachments_panel)

BOOST_FIXTURE_TEST_CASE(every_file_is_listed_with_kind_and_size_and_then_its_pages, SampleDesk)
{
    int files = 0;
    for (const QList<Attachment>& each : session().dossier().attachments)
        for (const Attachment& file : each) {
            ++files;
            BOOST_TEST(!entryWith(this->files(), file.name).text.isEmpty());
        }
    BOOST_TEST(find<QAction>(desk(), u"panel_attachments"_s).text() == u"附件 %1"_s.arg(files));
    waitFor([&] {
        for (const ui::Entry& entry : this->files().entries())
            if (entry.icon == u"document"_s && entry.text.contains(u"2 页"_s))
                return true;
        return false;
    });
}

BOOST_FIXTURE_TEST_CASE(the_weight_stands_against_the_limits_of_the_call, SampleDesk)
{
    const QString words = find<QLabel>(desk(), u"attachmentsWeight"_s).text();
    BOOST_TEST(words.contains(u"50 MB"_s));
    BOOST_TEST(words.contains(u"200 MB"_s));
}

BOOST_FIXTURE_TEST_CASE(a_field_without_files_is_listed_too, SampleDesk)
{
    BOOST_TEST(!entryWith(files(), session().pack().field(u"authorisation"_s)->label).key.isEmpty());
    BOOST_TEST(files().shownKeys().contains(u"a|authorisation|"_s));
}

BOOST_FIXTURE_TEST_CASE(a_note_can_be_written_on_a_file, SampleDesk)
{
    const QString key = files().shownKeys().at(1);
    files().setCurrentKey(key);
    dialogs.willRun([](QDialog& dialog) {
        find<QPlainTextEdit>(dialog, u"noteText"_s).setPlainText(u"换一张清晰的"_s);
        return true;
    });
    click(find<QPushButton>(desk(), u"noteOnFile"_s));
    BOOST_TEST(entryWith(list(u"notesList"_s), u"换一张清晰的"_s).title.contains(key.section(u'|', 2)));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(panels)

BOOST_FIXTURE_TEST_CASE(the_keyboard_alone_opens_a_panel_and_comes_back_to_the_field, SampleDesk)
{
    desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    press(window(), Qt::Key_1, Qt::AltModifier);
    BOOST_TEST(list(u"findingsList"_s).isVisible());
    BOOST_TEST(list(u"findingsList"_s).hasFocus());
    press(window(), Qt::Key_Escape);
    BOOST_TEST(!list(u"findingsList"_s).isVisible());
    BOOST_TEST(focusedField() == u"address"_s);
}

BOOST_FIXTURE_TEST_CASE(the_outline_makes_room_for_the_form, SampleDesk)
{
    auto& outline = find<ui::OutlineView>(desk(), u"outline"_s);
    window().resize(900, 700);
    BOOST_TEST(waitFor([&] { return outline.isCompact(); }));
    window().resize(1900, 1000);
    BOOST_TEST(waitFor([&] { return !outline.isCompact(); }));
    BOOST_TEST(desk().form().widget()->width() <= desk().form().viewport()->width());
}

BOOST_FIXTURE_TEST_CASE(the_open_panel_is_open_again_after_a_restart, SampleDesk)
{
    const QJsonObject place = desk().place();
    reopen();
    BOOST_TEST(!list(u"attachmentsList"_s).isVisible());
    desk().goTo(place);
    BOOST_TEST(list(u"attachmentsList"_s).isVisible());
    find<QAction>(desk(), u"panel_attachments"_s).trigger();
    BOOST_TEST(!list(u"attachmentsList"_s).isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
