// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/form/attaching.h"

#include <QAction>
#include <QCoreApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString evidence = u"work_evidence"_s;

/// A dossier on the desk to which files were dropped a moment ago: none is attached before control is back in the event loop.
struct LeavingFixture : ShellFixture
{
    LeavingFixture()
    {
        prepare();
        start();
        click(find<QAbstractButton>(window(), u"newDossier"_s));
        waitForPage(u"applicantDesk"_s);
        id = desk().session().dossier().id;
    }
    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    QString picture(const QString& name)
    {
        QImage image(60, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = folder.file(name);
        BOOST_REQUIRE(image.save(path));
        return path;
    }
    void drop(const QStringList& files)
    {
        desk().form().goTo({Address::Part::Value, evidence, {}, {}});
        test::drop(find<QWidget>(*desk().form().frame(evidence), evidence), files);
        BOOST_REQUIRE(desk().session().attaching().pending() == files.size());
    }
    /// As the workspace has it; no desk may have it open.
    QStringList kept()
    {
        QStringList names;
        const Dossier dossier = program->workspace()->dossiers().journal(program->workspace()->dossiers().find(id)->key)->load().dossier;
        for (const Attachment& file : dossier.attachments.value(evidence))
            names << file.name;
        return names;
    }

    QUuid id;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(leaving_while_files_come_in, LeavingFixture)

BOOST_AUTO_TEST_CASE(they_come_in_on_the_start_page_too_and_are_told)
{
    drop({picture(u"a.png"_s), picture(u"b.png"_s)});
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    BOOST_TEST(waitFor([&] { return message().contains(u"2 个附件添加好了"_s); }));
    BOOST_TEST(kept() == (QStringList{u"a.png"_s, u"b.png"_s}));
}

BOOST_AUTO_TEST_CASE(what_is_refused_meanwhile_is_named)
{
    drop({picture(u"a.png"_s), folder.file(u"没有.png"_s)});
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    BOOST_TEST(waitFor([&] { return message().contains(u"没有.png"_s); }));
    BOOST_TEST(message().contains(u"《新申报书》"_s));
    BOOST_TEST(kept() == QStringList{u"a.png"_s});
}

BOOST_AUTO_TEST_CASE(who_comes_back_finds_them_in_the_form)
{
    drop({picture(u"a.png"_s)});
    program->showStartPage();
    program->openDossier(id);
    BOOST_TEST(waitFor([&] { return desk().session().dossier().attachments.value(evidence).size() == 1; }));
    BOOST_TEST(desk().form().frame(evidence)->findChild<QWidget*>(u"file_a.png"_s) != nullptr);
    BOOST_TEST(message() == QString());
}

BOOST_AUTO_TEST_CASE(closing_asks_and_waits_for_them)
{
    drop({picture(u"a.png"_s)});
    dialogs.willAnswer(0);
    BOOST_TEST(!window().close());
    BOOST_TEST(dialogs.asked().constLast().text.contains(u"1 个附件"_s));
    BOOST_TEST(waitFor([&] { return !window().isVisible(); }));
    program->showStartPage();
    BOOST_TEST(kept() == QStringList{u"a.png"_s});
}

BOOST_AUTO_TEST_CASE(the_window_stays_when_one_was_refused_while_it_waited)
{
    drop({folder.file(u"没有.png"_s)});
    dialogs.willAnswer(0);
    BOOST_TEST(!window().close());
    BOOST_TEST(waitFor([&] { return message().contains(u"没有.png"_s); }));
    QCoreApplication::processEvents();
    BOOST_TEST(window().isVisible());
    BOOST_TEST(!window().work().isVisible());
}

BOOST_AUTO_TEST_CASE(closing_can_leave_them_out_or_be_cancelled)
{
    drop({picture(u"a.png"_s)});
    dialogs.willAnswer(-1);
    BOOST_TEST(!window().close());
    BOOST_TEST(window().isVisible());
    dialogs.willAnswer(1);
    BOOST_TEST(window().close());
    BOOST_TEST(desk().session().dossier().attachments.value(evidence).isEmpty());
}

BOOST_AUTO_TEST_CASE(a_revision_that_is_frozen_meanwhile_says_what_did_not_come_in)
{
    drop({picture(u"a.png"_s)});
    desk().session().editor().moveOn(StepKind::Withdraw);
    BOOST_TEST(message().contains(u"1 个文件没有添加完"_s));
    BOOST_TEST(desk().session().attaching().pending() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_CASE(a_new_dossier_begins_in_its_first_field, LeavingFixture)
{
    type(window(), u"甲"_s);
    BOOST_TEST(desk().session().dossier().text(u"org_name"_s) == u"甲"_s);
}
