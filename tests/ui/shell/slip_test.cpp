// SPDX-License-Identifier: Apache-2.0
// A return slip is opened like any file, and what it asks for is done in the form.
#include "model/dossier/dossier_json.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/fix_list.h"
#include "model/procedure/office_route.h"
#include "model/recommendation/slip_notes.h"
#include "model/call/call_pack_reader.h"
#include "model/signature/delivery_key.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/changes_dialog.h"
#include "ui/applicant/entry_list.h"
#include "ui/form/field_editor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A dossier that went out for review, the recommending body that looks at it, and the program in which the answer is opened.
struct SlipFixture : ShellFixture
{
    SlipFixture()
    {
        const QString paper = samplePaper();
        prepare([&](Workspace& workspace) {
            const qint64 person = workspace.operators().current().key;
            Findings findings;
            id = importDossier(workspace, paper, person, findings).id;
            OpenDossier(workspace, id, person, u"form"_s).exportPaper(review, ExportKind::Review);
        });
        start();
    }

    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    const Dossier& dossier() { return desk().session().dossier(); }

    /// A slip on the paper that went out, as the body's call makes it.
    QString slip(const QJsonObject& content, ReturnSlip::Outcome outcome = ReturnSlip::Outcome::Returned, const QString& name = u"修改意见.pdf"_s,
                 const QString& sender = u"推荐单位"_s)
    {
        const Dossier received = readDossierData(review);
        const CallPack& pack = *findBuiltInCallPack(received.callId);
        ReturnSlip made = slipOn(received, dossierFingerprint(dossierJson(received)), pack);
        readSlipNotes(made, content, received, pack, u"意见.json"_s);
        made.outcome = outcome;
        made.from = u"示例推荐单位"_s;
        made.issued = QDate(2030, 5, 20);
        const QString out = folder.file(name);
        writeReturnSlip(made, received, pack, openDeliveryKey(folder.file(sender), nullptr).identity, out);
        return out;
    }
    QString usualSlip()
    {
        return slip({{u"due"_s, u"2030-06-15"_s},
                     {u"notes"_s, QJsonArray{QJsonObject{{u"field"_s, u"address"_s}, {u"words"_s, u"地址不全"_s}, {u"proposed"_s, u"湖北省武汉市另一条路1号"_s}},
                                             QJsonObject{{u"field"_s, u"contact_position"_s}, {u"words"_s, u"请写全称"_s}},
                                             QJsonObject{{u"field"_s, u"org_intro"_s}, {u"words"_s, u"请压缩"_s}}}}});
    }
    void openSlip(const QString& path)
    {
        drop(window(), {path});
        waitForPage(u"applicantDesk"_s);
        QCoreApplication::processEvents();
    }
    /// Drops a file and waits until the message bar says something.
    QString dropped(const QString& file)
    {
        window().messages().clearAll();
        drop(window(), {file});
        waitFor([&] { return !message().isEmpty(); });
        return message();
    }
    void clickNamed(const QString& name)
    {
        QPushButton& button = find<QPushButton>(desk(), name);
        desk().form().ensureWidgetVisible(&button);
        click(button);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    }
    bool isEditable(const QString& field) { return desk().session().canEdit(field); }

    QUuid id;
    QString review = folder.file(u"送审稿.pdf"_s);
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(slip, SlipFixture)

BOOST_AUTO_TEST_CASE(from_a_slip_to_the_new_file_takes_at_most_twelve_actions)
{
    int actions = 0;
    const auto does = [&](const auto& act) {
        ++actions;
        act();
    };
    const QString path = usualSlip();
    does([&] { openSlip(path); });
    BOOST_TEST(dossier().revision == 2);
    BOOST_TEST(message().contains(u"3 条意见"_s));
    BOOST_TEST(find<QWidget>(desk(), u"fixes"_s).isVisible());
    does([&] { clickNamed(u"fixAccept_0"_s); });
    BOOST_TEST(dossier().text(u"address"_s) == u"湖北省武汉市另一条路1号"_s);
    does([&] { desk().form().goTo({Address::Part::Value, u"contact_position"_s, {}, {}}); });
    does([&] {
        press(window(), Qt::Key_A, Qt::ControlModifier);
        type(window(), u"科研合作部主任（全称）"_s);
    });
    does([&] { clickNamed(u"fixDone_1"_s); });
    dialogs.willRun([](QDialog& dialog) {
        find<QPlainTextEdit>(dialog, u"answerText"_s).setPlainText(u"已是最短"_s);
        return true;
    });
    does([&] { clickNamed(u"fixAnswer_2"_s); });
    ++actions; // the words of the answer
    QStringList seen;
    dialogs.willRun([&](QDialog& dialog) {
        auto& table = find<QTableWidget>(dialog, u"changesTable"_s);
        for (int row = 0; row < table.rowCount(); ++row)
            seen << table.item(row, 0)->text() + u" "_s + table.item(row, 1)->text() + u" → "_s + table.item(row, 2)->text();
        BOOST_TEST(!find<QLabel>(dialog, u"openNotes"_s).isVisibleTo(&dialog));
        return true;
    });
    const QString out = folder.file(u"第2稿.pdf"_s);
    dialogs.willSaveTo(out);
    does([&] { click(find<QPushButton>(desk(), u"fixesSend"_s)); });
    actions += 2; // it may go; where to
    BOOST_TEST(actions <= 12);
    BOOST_TEST(seen.size() == 2);
    BOOST_TEST(seen.join(u'\n').contains(u"湖北省武汉市另一条路1号"_s));
    const Dossier written = readDossierData(out);
    BOOST_TEST(written.revision == 2);
    BOOST_TEST(written.parent == dossierFingerprint(dossierJson(readDossierData(review))));
    BOOST_TEST(message().contains(u"第2稿.pdf"_s));
    BOOST_TEST((desk().session().editor().state() == DossierState::Review));
}

BOOST_AUTO_TEST_CASE(fields_that_no_note_names_are_locked_until_they_are_unlocked)
{
    openSlip(usualSlip());
    BOOST_TEST(isEditable(u"address"_s));
    BOOST_TEST(!isEditable(u"org_name"_s));
    const QString before = dossier().text(u"org_name"_s);
    desk().form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    BOOST_TEST(find<QLineEdit>(desk(), u"line_org_name"_s).isReadOnly());
    type(window(), u"x"_s);
    BOOST_TEST(dossier().text(u"org_name"_s) == before);
    clickNamed(u"unlock_org_name"_s);
    BOOST_TEST(isEditable(u"org_name"_s));
    BOOST_TEST(!isEditable(u"base_site"_s));
    desk().form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    press(window(), Qt::Key_End);
    type(window(), u"x"_s);
    BOOST_TEST(dossier().text(u"org_name"_s) == QString(before + u'x'));
    click(find<QPushButton>(desk(), u"fixesUnlock"_s));
    BOOST_TEST(isEditable(u"base_site"_s));
    BOOST_TEST(!find<QPushButton>(desk(), u"fixesUnlock"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_slip_that_the_program_is_started_with_opens_too)
{
    restart({{usualSlip()}, false});
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossier().revision == 2);
}

BOOST_AUTO_TEST_CASE(a_slip_chosen_in_the_dialog_opens)
{
    dialogs.willOpen({usualSlip()});
    click(find<QPushButton>(window(), u"openFile"_s));
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossier().revision == 2);
}

BOOST_AUTO_TEST_CASE(a_slip_without_a_field_locks_nothing)
{
    openSlip(slip({{u"letter"_s, u"请通读一遍"_s}}));
    BOOST_TEST(isEditable(u"org_name"_s));
    BOOST_TEST(find<ui::EntryList>(desk(), u"fixList"_s).entries().first().text.contains(u"请通读一遍"_s));
}

BOOST_AUTO_TEST_CASE(what_was_done_about_notes_is_there_after_a_restart)
{
    openSlip(usualSlip());
    clickNamed(u"fixDone_1"_s);
    clickNamed(u"unlock_org_name"_s);
    restart();
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(desk().fixes().list().open() == 2);
    BOOST_TEST(isEditable(u"org_name"_s));
    BOOST_TEST(!isEditable(u"base_site"_s));
    clickNamed(u"fixReopen_1"_s);
    BOOST_TEST(desk().fixes().list().open() == 3);
}

BOOST_AUTO_TEST_CASE(notes_that_nobody_dealt_with_are_named_before_it_goes_out)
{
    openSlip(usualSlip());
    QString warned;
    dialogs.willRun([&](QDialog& dialog) {
        warned = find<QLabel>(dialog, u"openNotes"_s).text();
        BOOST_TEST(find<QLabel>(dialog, u"changesSummary"_s).text().contains(u"还没有改动"_s));
        return false;
    });
    click(find<QPushButton>(desk(), u"fixesSend"_s));
    BOOST_TEST(warned.contains(u"3 条"_s));
    BOOST_TEST(warned.contains(u"地址不全"_s));
    BOOST_TEST((desk().session().editor().state() == DossierState::Draft));
}

BOOST_AUTO_TEST_CASE(wherever_it_goes_out_from_the_changes_are_seen_first)
{
    program->openDossier(id);
    BOOST_TEST(desk().session().mayGoOut());
    openSlip(usualSlip());
    waitFor([&] { return desk().fixes().isActive(); });
    for (const bool wanted : {false, true}) {
        dialogs.willRun([&](QDialog& dialog) {
            BOOST_TEST(dialog.objectName() == u"changesDialog"_s);
            return wanted;
        });
        BOOST_TEST(desk().session().mayGoOut() == wanted);
    }
}

BOOST_AUTO_TEST_CASE(a_passed_slip_is_written_down_for_finalising)
{
    openSlip(slip({}, ReturnSlip::Outcome::Passed, u"通过.pdf"_s));
    BOOST_TEST(message().contains(u"预审"_s));
    BOOST_TEST(dossier().revision == 1);
    const auto passed = desk().session().open().writtenDown(record::preReview);
    BOOST_REQUIRE(passed.has_value());
    BOOST_TEST(passed->who == u"示例推荐单位"_s);
    BOOST_TEST((passed->day == QDate(2030, 5, 20)));
    BOOST_TEST(!passed->paper.isEmpty());
    BOOST_TEST(!find<QAction>(desk(), u"panel_fixes"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(opened_twice_it_is_the_same_fix_list)
{
    const QString path = usualSlip();
    openSlip(path);
    clickNamed(u"fixDone_1"_s);
    const QString said = dropped(path);
    BOOST_TEST(said.contains(u"已由王芳打开过"_s));
    BOOST_TEST(dossier().revision == 2);
    BOOST_TEST(desk().fixes().list().open() == 2);
}

BOOST_AUTO_TEST_CASE(an_altered_slip_is_refused_and_the_desk_stays_as_it_was)
{
    const QString path = usualSlip();
    QByteArray bytes = readFile(path);
    bytes[bytes.size() / 3] = char(bytes.at(bytes.size() / 3) ^ 1);
    writeFile(folder.file(u"改过.pdf"_s), bytes);
    program->openDossier(id);
    const QString said = dropped(folder.file(u"改过.pdf"_s));
    BOOST_TEST(said.contains(u"改过.pdf"_s));
    BOOST_TEST(said.contains(u"改动"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    BOOST_TEST(dossier().revision == 1);
}

BOOST_AUTO_TEST_CASE(a_slip_for_a_dossier_that_is_not_here_says_where_it_belongs)
{
    const QString path = usualSlip();
    program.reset();
    QFile::rename(workspaceFolder(), folder.file(u"旧资料库"_s));
    prepare();
    start();
    const QString said = dropped(path);
    BOOST_TEST(said.contains(u"不在这里的资料库"_s));
    BOOST_TEST(pageName() == u"startPage"_s);
}

BOOST_AUTO_TEST_CASE(a_slip_for_an_older_revision_is_named_and_the_dossier_stays_open)
{
    const QString path = usualSlip();
    program->openDossier(id);
    desk().session().open().revise();
    desk().session().open().exportPaper(folder.file(u"第2稿.pdf"_s), ExportKind::Review);
    const QString said = dropped(path);
    BOOST_TEST(said.contains(u"已到第 2 稿"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    BOOST_TEST(dossier().revision == 2);
}

BOOST_AUTO_TEST_CASE(a_slip_from_another_sender_is_asked_about)
{
    openSlip(usualSlip());
    dropped(slip({{u"letter"_s, u"另有一条"_s}}, ReturnSlip::Outcome::Returned, u"又一份.pdf"_s, u"另一台电脑"_s));
    waitFor([&] { return desk().fixes().list().slips.size() == 2; });
    QStringList all;
    while (window().messages().message()) {
        all << window().messages().message()->text;
        window().messages().clear(window().messages().message()->topic);
    }
    BOOST_TEST(all.join(u'\n').contains(u"电话核实"_s));
}

BOOST_AUTO_TEST_SUITE_END()
