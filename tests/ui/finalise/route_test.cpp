// SPDX-License-Identifier: Apache-2.0
// From the complete draft to the final revision, at the windows.
#include "model/dossier/dossier_json.h"
#include "model/procedure/final_paper.h"
#include "model/recommendation/return_slip_file.h"
#include "model/signature/delivery_key.h"
#include "tests/support/boost_test.h"
#include "tests/ui/finalise/finalise_window.h"
#include "ui/finalise/route_list.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;
using Kind = RouteStep::Kind;
using Standing = RouteStep::Standing;

BOOST_FIXTURE_TEST_SUITE(route, FinaliseWindow)

BOOST_AUTO_TEST_CASE(a_draft_goes_out_for_review_is_passed_and_becomes_final)
{
    openRoute();
    BOOST_TEST(int(view().current()) == int(Kind::Review));
    const QString out = folder.file(u"送审稿.pdf"_s);
    dialogs.willSaveTo(out);
    fillLine(u"reviewTo"_s, u"示例学会"_s);
    clickButton(u"exportReview"_s);
    BOOST_TEST(QFileInfo(out).isFile());
    BOOST_TEST(said().contains(u"送审稿已存为“送审稿.pdf”"_s));
    BOOST_TEST(readPageMap(out).draft);
    BOOST_TEST(int(session().editor().state()) == int(DossierState::Review));
    BOOST_TEST(station(Kind::Review).who == u"示例学会"_s);
    BOOST_TEST(int(view().current()) == int(Kind::PreReview));

    fillLine(u"preReviewWho"_s, u"示例学会 赵六"_s);
    find<QComboBox>(view(), u"preReviewHow"_s).setCurrentIndex(1);
    clickButton(u"preReviewPassed"_s);
    BOOST_TEST(station(Kind::PreReview).who == u"示例学会 赵六"_s);
    BOOST_TEST(station(Kind::PreReview).words.zh.contains(u"邮件"_s));
    BOOST_TEST(int(view().current()) == int(Kind::Confidentiality));

    fillLine(u"confidentialityWho"_s, u"保密办 李四"_s);
    clickButton(u"confidentialityDone"_s);
    BOOST_TEST(int(view().current()) == int(Kind::Finalise));

    dialogs.willAnswer(0);
    clickButton(u"finalise"_s);
    BOOST_TEST(int(session().editor().state()) == int(DossierState::Final));
    BOOST_TEST(int(view().current()) == int(Kind::Sign));
    BOOST_TEST(!requireFinalPaper(finalPaper()).draft);
}

BOOST_AUTO_TEST_CASE(a_draft_for_review_goes_out_as_often_as_needed_and_each_is_kept)
{
    openRoute();
    for (const QString& name : {u"一.pdf"_s, u"二.pdf"_s}) {
        view().goTo(Kind::Review);
        dialogs.willSaveTo(folder.file(name));
        fillLine(u"reviewTo"_s, u"示例学会"_s);
        clickButton(u"exportReview"_s);
    }
    view().goTo(Kind::Review);
    BOOST_TEST(view().findChildren<QPushButton*>(u"openReview"_s).size() >= 2);
    const QList<Record> records = workspace->records().of(session().open().key());
    BOOST_REQUIRE(records.size() == 2);
    BOOST_TEST(workspace->objects().has(records.first().paper));
    BOOST_TEST((records.last().detail.value("file"_L1).toString() == u"二.pdf"_s));
}

BOOST_AUTO_TEST_CASE(errors_of_what_went_out_for_review_are_still_said)
{
    open(sampleDossier(u"sample-values.json"_s));
    session().open().fillIn(u"contact_email"_s, u"x"_s);
    find<QAction>(desk(), u"finalising"_s).trigger();
    view().goTo(Kind::Review);
    dialogs.willSaveTo(folder.file(u"送审稿.pdf"_s));
    fillLine(u"reviewTo"_s, u"示例学会"_s);
    clickButton(u"exportReview"_s);
    view().goTo(Kind::Check);
    BOOST_TEST(find<QLabel>(view(), u"checkWords"_s).text().contains(u"还有 1 个错误。这一稿已送出"_s));
    clickButton(u"goToField0"_s);
    BOOST_TEST(focusedField() == u"contact_email"_s);
}

BOOST_AUTO_TEST_CASE(errors_stop_finalising_and_lead_to_their_field)
{
    open(sampleDossier(u"sample-values.json"_s));
    session().open().fillIn(u"contact_email"_s, u"x"_s);
    find<QAction>(desk(), u"finalising"_s).trigger();
    BOOST_TEST(int(view().current()) == int(Kind::Check));
    view().goTo(Kind::Finalise);
    BOOST_TEST(!find<QPushButton>(view(), u"finalise"_s).isEnabled());
    BOOST_TEST(find<QLabel>(view(), u"finaliseAgainst"_s).text().contains(u"1 个错误"_s));
    view().goTo(Kind::Check);
    clickButton(u"goToField0"_s);
    BOOST_TEST(!view().isVisible());
    BOOST_TEST(focusedField() == u"contact_email"_s);
}

BOOST_AUTO_TEST_CASE(a_format_that_is_right_as_it_is_passes_with_a_written_reason)
{
    open(sampleDossier(u"sample-values.json"_s));
    session().open().fillIn(u"uscc"_s, u"DE123456789"_s);
    find<QAction>(desk(), u"finalising"_s).trigger();
    dialogs.willRun([](QDialog& dialog) {
        find<QPlainTextEdit>(dialog, u"reason"_s).setPlainText(u"境外单位"_s);
        return true;
    });
    clickButton(u"giveReason0"_s);
    BOOST_TEST(session().dossier().reasons.value(u"uscc"_s) == u"境外单位"_s);
    BOOST_TEST(int(station(Kind::Check).standing) == int(Standing::Done));
}

BOOST_AUTO_TEST_CASE(going_on_without_the_first_look_needs_a_reason_which_is_kept)
{
    openRoute();
    view().goTo(Kind::PreReview);
    clickButton(u"withoutPreReview"_s);
    BOOST_TEST(said().contains(u"理由"_s));
    BOOST_TEST(int(station(Kind::PreReview).standing) != int(Standing::Skipped));
    fillLine(u"withoutReason"_s, u"推荐单位不做预审"_s);
    clickButton(u"withoutPreReview"_s);
    BOOST_TEST(int(station(Kind::PreReview).standing) == int(Standing::Skipped));
    BOOST_TEST(station(Kind::PreReview).words.zh.contains(u"推荐单位不做预审"_s));
}

BOOST_AUTO_TEST_CASE(the_slip_of_the_recommending_body_says_that_this_revision_was_passed)
{
    openRoute();
    ReturnSlip slip;
    slip.callId = session().dossier().callId;
    slip.formHash = session().pack().formHash;
    slip.dossier = session().dossier().id;
    slip.fingerprint = dossierFingerprint(dossierJson(session().dossier()));
    slip.from = u"示例学会"_s;
    slip.issued = QDate(2022, 5, 12);
    slip.notes = {{{}, u"请补充"_s, {}, {}}};
    const Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;
    const auto send = [&](const QString& name) {
        writeReturnSlip(slip, session().dossier(), session().pack(), key, folder.file(name));
        view().goTo(Kind::PreReview);
        dialogs.willOpen({folder.file(name)});
        clickButton(u"preReviewSlip"_s);
    };
    send(u"退回.pdf"_s);
    BOOST_TEST(said().contains(u"不是预审通过"_s));
    slip.outcome = ReturnSlip::Outcome::Passed;
    slip.notes.clear();
    slip.revision = 2;
    send(u"另一稿.pdf"_s);
    BOOST_TEST(said().contains(u"第 2 稿"_s));
    BOOST_TEST(int(station(Kind::PreReview).standing) != int(Standing::Done));
    slip.revision = 1;
    send(u"通过.pdf"_s);
    BOOST_TEST(station(Kind::PreReview).who == u"示例学会"_s);
    BOOST_TEST((station(Kind::PreReview).at.date() == QDate(2022, 5, 12)));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_down_without_a_name)
{
    openRoute();
    view().goTo(Kind::Confidentiality);
    clickButton(u"confidentialityDone"_s);
    BOOST_TEST(said().contains(u"是谁"_s));
    BOOST_TEST(workspace->records().of(session().open().key()).isEmpty());
}

BOOST_AUTO_TEST_CASE(cancelling_leaves_everything_as_it_was)
{
    openRoute();
    dialogs.willSaveTo({});
    clickButton(u"exportReview"_s);
    BOOST_TEST(int(session().editor().state()) == int(DossierState::Draft));
    BOOST_TEST(workspace->records().of(session().open().key()).isEmpty());
    clickButton(u"backToForm"_s);
    BOOST_TEST(!view().isVisible());
}

BOOST_AUTO_TEST_CASE(the_keyboard_goes_through_the_stations)
{
    openRoute();
    auto& list = find<ui::RouteList>(view(), u"routeList"_s);
    list.setFocus();
    press(window(), Qt::Key_Down);
    BOOST_TEST(int(view().current()) == int(Kind::PreReview));
    BOOST_TEST(page(u"preReviewPage"_s).isVisible());
    press(window(), Qt::Key_Home);
    BOOST_TEST(page(u"checkPage"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(where_one_was_comes_back_after_a_restart)
{
    openRoute();
    view().goTo(Kind::Confidentiality);
    const QJsonObject place = desk().place();
    reopen();
    desk().goTo(place);
    BOOST_TEST(page(u"confidentialityPage"_s).isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
