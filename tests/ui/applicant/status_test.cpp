// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct NewDesk : DeskWindow
{
    NewDesk() { open(); }
    QString says(const QString& name) { return find<QLabel>(desk(), name).text(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(status_line)

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_saved_within_moments_and_the_line_says_when, NewDesk)
{
    fill(u"org_name"_s, u"示例"_s);
    BOOST_TEST(waitFor([&] { return says(u"safety"_s).startsWith(u"已保存 "_s); }));
}

BOOST_FIXTURE_TEST_CASE(progress_deadline_and_state_are_told, NewDesk)
{
    BOOST_TEST(says(u"progress"_s) == u"完成 0 %"_s);
    fill(u"org_name"_s, u"示例"_s);
    BOOST_TEST(says(u"progress"_s) != u"完成 0 %"_s);
    BOOST_TEST(says(u"state"_s) == u"草稿 · 第 1 稿"_s);
    BOOST_TEST(!says(u"deadline"_s).isEmpty());
    for (const CallFacts::Deadline& deadline : session().pack().facts.deadlines)
        BOOST_TEST(find<QLabel>(desk(), u"deadline"_s).toolTip().contains(deadline.clause));
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_stored_is_said_and_stored_later, NewDesk)
{
    const QString away = folder.file(u"别处"_s);
    fill(u"org_name"_s, u"甲"_s);
    BOOST_TEST(waitFor([&] { return session().safety().kind == ui::Safety::Kind::OnDisk; }));
    BOOST_REQUIRE(QDir().rename(workspace->folder(), away));
    type(window(), u"乙"_s);
    BOOST_TEST(says(u"safety"_s).startsWith(u"未能保存"_s));
    BOOST_REQUIRE(bar().message());
    BOOST_TEST(bar().message()->topic == u"safety"_s);
    BOOST_TEST(bar().message()->text.contains(workspace->folder()));
    BOOST_TEST(session().dossier().text(u"org_name"_s) == u"甲乙"_s);
    BOOST_REQUIRE(QDir().rename(away, workspace->folder()));
    BOOST_TEST(waitFor([&] { return session().safety().kind == ui::Safety::Kind::OnDisk; }));
    BOOST_TEST(!bar().message());
    reopen();
    BOOST_TEST(session().dossier().text(u"org_name"_s) == u"甲乙"_s);
}

BOOST_FIXTURE_TEST_CASE(a_frozen_revision_says_why_and_the_next_one_is_begun_from_the_bar, NewDesk)
{
    session().open().exportPaper(folder.file(u"送审.pdf"_s), ExportKind::Review);
    BOOST_REQUIRE(bar().message());
    BOOST_TEST(bar().message()->topic == u"state"_s);
    BOOST_TEST(bar().message()->text.contains(u"送审稿"_s));
    BOOST_TEST(!session().canEdit());
    clickMessageAction();
    BOOST_TEST(session().canEdit());
    BOOST_TEST(!bar().message());
    BOOST_TEST(says(u"state"_s) == u"草稿 · 第 2 稿"_s);
}

BOOST_FIXTURE_TEST_CASE(a_second_program_may_only_look_and_says_who_writes, NewDesk)
{
    const QUuid id = session().open().entry().id;
    Workspace second(workspace->folder(), Workspace::Mode::WriteOrRead);
    BOOST_REQUIRE(second.isReadOnly());
    QWidget other;
    auto* const otherBar = new ui::MessageBar(&other);
    ui::ApplicantDesk looking(second, id, dialogs, &other);
    show(other);
    BOOST_REQUIRE(otherBar->message());
    BOOST_TEST(otherBar->message()->text.contains(u"只能查看"_s));
}

BOOST_AUTO_TEST_SUITE_END()
