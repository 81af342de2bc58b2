// SPDX-License-Identifier: Apache-2.0
// The way from the draft to the dossier that has gone out: where one stands, what was done by whom, what comes next.
#include "model/call/call_pack_reader.h"
#include "model/procedure/authorisation_letter.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/office_route.h"
#include "model/procedure/paper_verification.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/sample_scans.h"
#include "model/procedure/scan_intake.h"
#include "model/signature/delivery_key.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    Fixture() : workspace(folder.file(u"资料库"_s))
    {
        person = workspace.operators().add(u"王芳"_s, u"示例研究院"_s).key;
        workspace.operators().setCurrent(person);
        Findings findings;
        entry = importDossier(workspace, copySample(u"sample-values.json"_s, folder.file(u"样例"_s), QSize(400, 300)), person, findings);
        open.emplace(workspace, entry.id, person, u"test"_s);
    }

    RouteStep at(RouteStep::Kind kind) { return routeOf(workspace, *open, open->findings()).at(int(kind)); }
    void writeDown(QLatin1StringView kind, const QString& who, const QJsonObject& detail = {})
    {
        Record record;
        record.kind = kind;
        record.who = who;
        record.day = QDate(2022, 5, 12);
        record.detail = detail;
        open->writeDown(record);
    }

    ScratchFolder folder;
    Workspace workspace;
    qint64 person = 0;
    DossierEntry entry;
    std::optional<OpenDossier> open;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(office_route, Fixture)

BOOST_AUTO_TEST_CASE(a_complete_draft_comes_to_the_draft_for_review_next)
{
    BOOST_TEST(int(at(RouteStep::Kind::Check).standing) == int(RouteStep::Standing::Done));
    BOOST_TEST(int(at(RouteStep::Kind::Review).standing) == int(RouteStep::Standing::Now));
    BOOST_TEST(int(at(RouteStep::Kind::Sign).standing) == int(RouteStep::Standing::Later));
    open->fillIn(u"contact_email"_s, u"x"_s);
    BOOST_TEST(int(at(RouteStep::Kind::Check).standing) == int(RouteStep::Standing::Now));
    BOOST_TEST(at(RouteStep::Kind::Check).words.zh.contains(u"1 个错误"_s));
}

BOOST_AUTO_TEST_CASE(nothing_is_finalised_before_the_first_look_and_the_confidentiality_review)
{
    BOOST_TEST(againstFinalising(workspace, *open, open->findings()).size() == 2);
    writeDown(record::preReview, u"示例学会"_s, {{u"how"_s, u"电话"_s}});
    BOOST_TEST(againstFinalising(workspace, *open, open->findings()).size() == 1);
    writeDown(record::confidentiality, u"李四"_s);
    BOOST_TEST(againstFinalising(workspace, *open, open->findings()).isEmpty());
    const RouteStep passed = at(RouteStep::Kind::PreReview);
    BOOST_TEST(passed.who == u"示例学会"_s);
    BOOST_TEST(passed.words.zh.contains(u"电话"_s));
    BOOST_TEST((passed.at.date() == QDate(2022, 5, 12)));
}

BOOST_AUTO_TEST_CASE(what_was_passed_counts_for_its_revision_and_the_confidentiality_review_for_all)
{
    writeDown(record::preReview, u"示例学会"_s);
    writeDown(record::confidentiality, u"李四"_s);
    open->finalise();
    open->revise();
    BOOST_TEST(int(at(RouteStep::Kind::PreReview).standing) != int(RouteStep::Standing::Done));
    BOOST_TEST(at(RouteStep::Kind::PreReview).words.zh.contains(u"第 1 稿"_s));
    BOOST_TEST(int(at(RouteStep::Kind::Confidentiality).standing) == int(RouteStep::Standing::Done));
    writeDown(record::withoutPreReview, u"王芳"_s, {{u"reason"_s, u"只改了错字"_s}});
    BOOST_TEST(int(at(RouteStep::Kind::PreReview).standing) == int(RouteStep::Standing::Skipped));
    BOOST_TEST(againstFinalising(workspace, *open, open->findings()).isEmpty());
}

BOOST_AUTO_TEST_CASE(nothing_is_written_down_without_saying_who)
{
    BOOST_CHECK_EXCEPTION(writeDown(record::confidentiality, u"  "_s), Error,
                          [](const Error& error) { return error.code() == ErrorCode::Usage && !error.message().zh.isEmpty(); });
    BOOST_TEST(workspace.records().of(open->key()).isEmpty());
}

BOOST_AUTO_TEST_CASE(the_final_paper_is_printed_once_and_kept)
{
    open->finalise();
    const QString paper = open->finalPaper();
    BOOST_TEST(QFileInfo(paper).isFile());
    BOOST_TEST(open->finalPaper() == paper);
    BOOST_TEST(requireFinalPaper(paper).revision == 1);
    BOOST_TEST(open->earlierFinalRevision() == 0);
    open->revise();
    BOOST_TEST(open->earlierFinalRevision() == 1);
    BOOST_TEST(open->keptPaper(KeptRevision::Occasion::Finalise, 1) == paper);
    BOOST_CHECK_EXCEPTION(open->finalPaper(), Error, [](const Error& error) { return error.code() == ErrorCode::Unsupported; });
}

BOOST_AUTO_TEST_CASE(who_signed_is_said_once_it_is_signed)
{
    open->finalise();
    writeDown(record::signatory, u"李四"_s, {{u"position"_s, u"副院长"_s}, {u"deputy"_s, true}});
    open->record(StepKind::Sign, open->finalPaper(), {});
    const RouteStep step = at(RouteStep::Kind::Sign);
    BOOST_TEST(int(step.standing) == int(RouteStep::Standing::Done));
    BOOST_TEST(step.words.zh.contains(u"李四 副院长"_s));
    BOOST_TEST(step.who == u"王芳"_s);
    BOOST_TEST(int(at(RouteStep::Kind::Send).standing) == int(RouteStep::Standing::Now));
    BOOST_TEST(int(at(RouteStep::Kind::Review).standing) == int(RouteStep::Standing::Skipped));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(authorisation, Fixture)

BOOST_AUTO_TEST_CASE(the_letter_names_who_may_sign_what_and_is_taken_in_like_a_dossier)
{
    const QString out = folder.file(u"授权书.pdf"_s);
    BOOST_TEST(writeAuthorisation(open->editor().dossier(), open->pack(), {u"张三"_s, u"李四"_s, u"副院长"_s}, out) == 1);
    const QString words = QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, out, u"-"_s}).out);
    for (const QString& word : {u"授权书"_s, u"张三"_s, u"李四"_s, u"副院长"_s, u"单位公章"_s})
        BOOST_TEST(words.contains(word), word.toStdString());
    const PageMap map = requireFinalPaper(out);
    BOOST_TEST(map.kind == u"authorisation"_s);
    const QString scan = savePicture(laidAskew(inkedSamplePage(out, map, 1), 1.5), folder.file(u"扫描.jpg"_s));
    const QString closed = folder.file(u"已签.pdf"_s);
    BOOST_TEST(takeScansIn({out, {scan}, {}, closed, openDeliveryKey(folder.file(u"keys"_s), nullptr).identity}).written);
    const PaperReport report = verifyPaper(closed, {});
    BOOST_TEST(verdictName(report.signatures.verdict) == u"marked"_s);
    BOOST_REQUIRE(report.ink.size() == 1);
    BOOST_TEST(report.ink.first().matched);
}

BOOST_AUTO_TEST_CASE(a_letter_for_nobody_is_not_written)
{
    const QString out = folder.file(u"授权书.pdf"_s);
    BOOST_CHECK_EXCEPTION(writeAuthorisation(open->editor().dossier(), open->pack(), {}, out), Error,
                          [](const Error& error) { return error.code() == ErrorCode::Usage; });
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(reading_ahead, Fixture)

BOOST_AUTO_TEST_CASE(sheets_read_before_are_not_read_again_and_a_cancelled_intake_writes_nothing)
{
    const FinalPaper& paper = Papers::all().first;
    const int page = paper.signedPage();
    const QString scan = savePicture(inkedSamplePage(paper.path, paper.map, page), folder.file(u"扫描.jpg"_s));
    int seen = 0;
    const QList<ScannedSheet> sheets = readSheets({scan}, ScanReader(), {[&](int done, int) { seen = qMax(seen, done); }, {}});
    BOOST_REQUIRE(sheets.size() == 1);
    BOOST_TEST(sheets.first().codes.size() == 1);
    BOOST_TEST(seen == 1);
    const Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;
    const QString out = folder.file(u"已签章.pdf"_s);
    const TakenScans cancelled = takeScansIn({paper.path, {}, {}, out, key, sheets}, ScanReader(), {{}, [] { return true; }});
    BOOST_TEST(cancelled.cancelled);
    BOOST_TEST(!QFileInfo::exists(out));
    BOOST_TEST(takeScansIn({paper.path, {}, {}, out, key, sheets}).written);
    BOOST_TEST((pagesToScan(paper.map, builtInCallPack(paper.map.callId)) == QList<int>{page}));
}

BOOST_AUTO_TEST_SUITE_END()
