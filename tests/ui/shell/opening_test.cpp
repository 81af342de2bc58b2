// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/open_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/reading/bundle_desk.h"
#include "ui/reading/reading_desk.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct OpeningFixture : ShellFixture
{
    OpeningFixture()
    {
        prepare();
        start();
    }

    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    /// Drops files and waits until the message bar says something.
    QString dropped(const QStringList& files)
    {
        window().messages().clearAll();
        drop(window(), files);
        waitFor([&] { return !message().isEmpty(); });
        return message();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(opening, OpeningFixture)

BOOST_AUTO_TEST_CASE(a_paper_dropped_on_the_window_opens_on_the_desk)
{
    drop(window(), {samplePaper()});
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(!desk().session().dossier().values.isEmpty());
    BOOST_TEST(!desk().session().dossier().attachments.isEmpty());
    BOOST_TEST(window().windowTitle().contains(dossiers().first().summary.title));
}

BOOST_AUTO_TEST_CASE(a_paper_dropped_on_a_line_of_text_opens_too_and_leaves_the_line_alone)
{
    click(find<QAbstractButton>(window(), u"newDossier"_s));
    waitForPage(u"applicantDesk"_s);
    desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    auto* const line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    BOOST_REQUIRE(line);
    drop(*line, {samplePaper()});
    waitFor([&] { return dossiers().size() == 2; });
    const QList<DossierEntry> all = dossiers();
    BOOST_TEST(std::any_of(all.begin(), all.end(), [](const DossierEntry& entry) { return entry.summary.progress == 0; }));
}

BOOST_AUTO_TEST_CASE(a_draft_copy_names_the_copy_as_its_parent)
{
    drop(window(), {samplePaper()});
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(!desk().session().dossier().parent.isEmpty());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_read_is_compared_with_the_dossier_here)
{
    const QString paper = samplePaper();
    drop(window(), {paper});
    waitForPage(u"applicantDesk"_s);
    desk().session().open().fillIn(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    program->readFile(paper);
    waitFor([&] { return dynamic_cast<ui::ReadingDesk&>(*window().page()).isVerified(); });
    auto& compare = find<QAction>(window(), u"compareWithOwn"_s);
    BOOST_REQUIRE(compare.isVisible());
    QString seen;
    dialogs.willRun([&](QDialog& dialog) {
        auto& table = find<QTableWidget>(dialog, u"compareTable"_s);
        BOOST_REQUIRE(table.rowCount() == 1);
        seen = table.item(0, 2)->text();
        BOOST_TEST(find<QComboBox>(dialog, u"compareFrom"_s).currentText() == QFileInfo(paper).fileName());
        return false;
    });
    compare.trigger();
    waitFor([&] { return !seen.isEmpty(); });
    BOOST_TEST(seen == u"湖北省武汉市另一条路1号"_s);
    BOOST_TEST(pageName() == u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(a_file_chosen_in_the_dialog_opens)
{
    dialogs.willOpen({samplePaper()});
    click(find<QPushButton>(window(), u"openFile"_s));
    waitForPage(u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(an_extracted_folder_opens)
{
    const QString extracted = folder.file(u"导出"_s);
    extractDossier(samplePaper(), extracted);
    drop(window(), {extracted});
    waitForPage(u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(the_same_dossier_twice_opens_what_is_there)
{
    const QString paper = samplePaper();
    drop(window(), {paper});
    waitForPage(u"applicantDesk"_s);
    const QString said = dropped({paper});
    BOOST_TEST(said.contains(u"已有"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    BOOST_TEST(dossiers().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_whose_content_differs_from_what_is_here_is_said_to_differ)
{
    const QString paper = samplePaper();
    {
        Workspace colleague(folder.file(u"同事"_s));
        const qint64 person = colleague.operators().add(u"李四"_s, u"科研处"_s).key;
        Findings findings;
        const QUuid id = importDossier(colleague, paper, person, findings).id;
        OpenDossier open(colleague, id, person, u"form"_s);
        open.fillIn(u"org_intro"_s, u"同事改过的简介"_s);
        open.exportPaper(folder.file(u"同事改过.pdf"_s), ExportKind::Copy);
    }
    drop(window(), {paper});
    waitForPage(u"applicantDesk"_s);
    const QString said = dropped({folder.file(u"同事改过.pdf"_s)});
    BOOST_TEST(said.contains(u"内容不同"_s));
    BOOST_TEST(desk().session().dossier().text(u"org_intro"_s) != u"同事改过的简介"_s);
    // And the way to merging it is in the same message.
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(dialog.objectName() == u"mergeDialog"_s);
        click(find<QPushButton>(dialog, u"mergeAllTheirs"_s));
        return true;
    });
    click(find<QPushButton>(window().messages(), u"messageAction"_s));
    BOOST_TEST(waitFor([&] { return desk().session().dossier().text(u"org_intro"_s) == u"同事改过的简介"_s; }));
}

BOOST_AUTO_TEST_CASE(several_files_are_taken_in_and_counted)
{
    const QString values = folder.file(u"一.json"_s);
    writeFile(values, R"({"call": "kczg-2022", "values": {"org_name": "第一研究院"}})");
    const QString said = dropped({samplePaper(), values, folder.file(u"没有.pdf"_s)});
    BOOST_TEST(said.contains(u"没有.pdf"_s));
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(dossiers().size() == 2);
    window().messages().clear(u"intake-refused"_s);
    BOOST_TEST(message().contains(u"2"_s));
}

BOOST_AUTO_TEST_CASE(a_folder_of_dossiers_takes_all_of_them_in)
{
    QDir(folder.path()).mkdir(u"收到"_s);
    for (const QString& name : {u"甲"_s, u"乙"_s})
        writeFile(folder.file(u"收到/%1.json"_s.arg(name)), u"{\"call\": \"kczg-2022\", \"values\": {\"org_name\": \"%1院\"}}"_s.arg(name).toUtf8());
    dropped({folder.file(u"收到"_s)});
    BOOST_TEST(dossiers().size() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_none_of_ours_is_named_with_what_to_do)
{
    writeFile(folder.file(u"照片.jpg"_s), "\xff\xd8\xff\xe0 not a picture");
    BOOST_TEST(dropped({folder.file(u"照片.jpg"_s)}).contains(u"照片.jpg"_s));
    QFile::copy(dataFile(u"signed/made__ok-dss-added.pdf"_s), folder.file(u"别的.pdf"_s));
    BOOST_TEST(dropped({folder.file(u"别的.pdf"_s)}).contains(u"别的.pdf"_s));
    writeFile(folder.file(u"坏的.json"_s), "{\"call\": ");
    BOOST_TEST(dropped({folder.file(u"坏的.json"_s)}).contains(u"坏的.json"_s));
    QDir(folder.path()).mkdir(u"空文件夹"_s);
    BOOST_TEST(dropped({folder.file(u"空文件夹"_s)}).contains(u"空文件夹"_s));
    writeFile(folder.file(u"空.pdf"_s), {});
    BOOST_TEST(dropped({folder.file(u"空.pdf"_s)}).contains(u"空.pdf"_s));
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(dossiers().isEmpty());
}

BOOST_AUTO_TEST_CASE(on_a_desk_a_foreign_file_is_shown_the_way_to_the_attachments)
{
    click(find<QAbstractButton>(window(), u"newDossier"_s));
    waitForPage(u"applicantDesk"_s);
    writeFile(folder.file(u"照片.jpg"_s), "\xff\xd8\xff\xe0 not a picture");
    BOOST_TEST(dropped({folder.file(u"照片.jpg"_s)}).contains(u"附件"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(what_reading_found_is_said)
{
    const QString values = folder.file(u"一.json"_s);
    writeFile(values, R"({"call": "kczg-2022", "values": {"org_name": "第一研究院", "no_such_field": "x"}})");
    BOOST_TEST(dropped({values}).contains(u"no_such_field"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    // A bar is soon closed: the notes keep it.
    const QList<Note> notes = program->workspace()->notes().of(desk().session().open().key());
    BOOST_REQUIRE(notes.size() == 1);
    BOOST_TEST(notes.first().text.contains(u"no_such_field"_s));
    BOOST_TEST(notes.first().text.contains(u"一.json"_s));
}

BOOST_AUTO_TEST_CASE(reading_can_be_stopped_and_takes_nothing_in)
{
    drop(window(), {samplePaper()});
    waitFor([&] { return window().work().isVisible(); });
    click(find<QPushButton>(window(), u"stopWork"_s));
    waitFor([&] { return !window().work().isVisible(); });
    BOOST_TEST(message().contains(u"已停止"_s));
    BOOST_TEST(dossiers().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_bundle_is_looked_into_and_nothing_of_it_is_taken_in)
{
    const QString bundle = folder.file(u"报送包.jzb"_s);
    writeBundle(bundle, {{u"申报书.pdf"_s, samplePaper()}}, BundleKind::Bundle);
    const qsizetype before = dossiers().size();
    drop(window(), {bundle});
    waitForPage(u"bundleDesk"_s);
    auto& desk = dynamic_cast<ui::BundleDesk&>(*window().page());
    waitFor([&] { return desk.isVerified(); });
    BOOST_TEST(window().windowTitle().startsWith(u"报送包.jzb"));
    BOOST_TEST(dossiers().size() == before);
    restart();
    waitForPage(u"bundleDesk"_s);
}

BOOST_AUTO_TEST_SUITE_END()
