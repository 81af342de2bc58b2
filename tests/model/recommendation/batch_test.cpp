// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/batch.h"

#include "model/call/call_pack_reader.h"
#include "model/workspace/workspace.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const CallPack& pack()
{
    return *findBuiltInCallPack(builtInCallPackIds().first());
}

Candidate candidate(int number, const QString& base, const QString& code)
{
    Candidate made;
    made.dossier = QUuid::createUuidV5(QUuid(), base + code + QString::number(number));
    made.title = u"示例“%1”"_s.arg(base);
    made.base = base;
    made.applicant = u"示例单位"_s + code;
    made.code = code;
    made.fingerprint = QByteArray(32, char('a' + number));
    made.paper = QByteArray(32, char('A' + number));
    made.kind = u"signed"_s;
    made.signature = u"ink"_s;
    made.verdict = u"marked"_s;
    return made;
}

Body national()
{
    Body body;
    body.name = u"示例学会"_s;
    body.kind = u"national"_s;
    return body;
}

QStringList rulesOf(const Findings& findings)
{
    QStringList rules;
    for (const Finding& finding : findings)
        rules << finding.rule;
    return rules;
}

/// A workspace with a batch of three.
struct BatchFixture
{
    BatchFixture() : workspace(folder.file(u"资料库"_s))
    {
        person = workspace.operators().add(u"张三"_s, u"示例学会"_s).key;
        Batch fresh;
        fresh.call = pack().id;
        fresh.name = u"第一批"_s;
        fresh.body = national();
        batch = workspace.batches().add(fresh, person);
        for (int i = 0; i < 3; ++i) {
            Candidate each = candidate(i, QString(u"甲乙丙"_s.at(i)) + u"产业园"_s, QString::number(i));
            each.batch = batch;
            dossiers << each.dossier;
            workspace.batches().keep(each);
        }
    }
    BatchView view() { return batchView(workspace, batch, pack()); }
    Ranking by(Ranking ranking) const
    {
        ranking.person = person;
        return ranking;
    }

    ScratchFolder folder;
    Workspace workspace;
    qint64 person = 0;
    qint64 batch = 0;
    QList<QUuid> dossiers;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(batch, BatchFixture)

BOOST_AUTO_TEST_CASE(unranked_candidates_stand_as_they_came_and_the_quota_draws_the_line)
{
    const BatchView seen = view();
    BOOST_TEST((seen.ranking.order == dossiers));
    BOOST_TEST(seen.ranking.line == 2);
    BOOST_TEST((seen.ranking.reserves() == QList{dossiers.at(2)}));
    BOOST_TEST(rankingFindings(seen.ranking, seen.batch.body, pack()).isEmpty());
}

BOOST_AUTO_TEST_CASE(over_the_quota_is_an_error_with_its_clause)
{
    const Findings findings = rankingFindings(withLine(view().ranking, 3), national(), pack());
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings.first().rule == u"batch.quota"_s);
    BOOST_TEST(!findings.first().clause.isEmpty());
}

BOOST_AUTO_TEST_CASE(moving_gives_no_two_the_same_place)
{
    const Ranking ranking = moved(moved(view().ranking, dossiers.at(2), 1), dossiers.at(0), 99);
    BOOST_TEST((ranking.order == QList{dossiers.at(2), dossiers.at(1), dossiers.at(0)}));
    BOOST_TEST(ranking.place(dossiers.at(0)) == 3);
    BOOST_TEST(ranking.line == 2);
}

BOOST_AUTO_TEST_CASE(who_withdraws_leaves_the_ranking_and_who_comes_later_is_a_reserve)
{
    workspace.batches().rank(batch, by(withLine(view().ranking, 2)));
    Candidate gone = *workspace.batches().candidate(batch, dossiers.first());
    gone.withdrawn = QDate(2022, 5, 1);
    workspace.batches().keep(gone);
    Candidate late = candidate(7, u"丁产业园"_s, u"7"_s);
    late.batch = batch;
    workspace.batches().keep(late);
    const BatchView seen = view();
    BOOST_TEST((seen.ranking.order == QList{dossiers.at(1), dossiers.at(2), late.dossier}));
    BOOST_TEST(seen.ranking.line == 1);
}

BOOST_AUTO_TEST_CASE(a_decision_locks_the_ranking_until_a_reason_is_given)
{
    workspace.batches().rank(batch, by(view().ranking));
    Decision decision;
    decision.meeting = u"办公会"_s;
    decision.day = QDate(2022, 5, 20);
    decision.number = u"〔2022〕3号"_s;
    decision.person = person;
    workspace.batches().decide(batch, decision);
    Ranking changed = by(moved(view().ranking, dossiers.at(2), 1));
    try {
        workspace.batches().rank(batch, changed);
        BOOST_ERROR("changed without a reason");
    } catch (const Error& error) {
        BOOST_TEST((error.code() == ErrorCode::Usage));
        BOOST_TEST(error.message().zh.contains(u"理由"_s));
    }
    changed.reason = u"复核发现得分有误"_s;
    workspace.batches().rank(batch, changed);
    BOOST_TEST(workspace.batches().rankings(batch).last().reason == u"复核发现得分有误"_s);
    BOOST_TEST((view().ranking.order.first() == dossiers.at(2)));
    BOOST_TEST(view().decision->number == u"〔2022〕3号"_s);
}

BOOST_AUTO_TEST_CASE(a_body_that_has_not_declared_cannot_send_and_is_told_the_clause)
{
    const QList<BodyCondition> conditions = bodyConditions(pack());
    BOOST_REQUIRE(conditions.size() == 2);
    BOOST_TEST(bodyFindings(view().batch.body, pack()).size() == 2);
    workspace.batches().declare(batch, {conditions.first().id, true, u"李四"_s, QDate(2022, 5, 1)}, person);
    const Findings findings = bodyFindings(view().batch.body, pack());
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings.first().clause == conditions.last().clause);
    workspace.batches().declare(batch, {conditions.first().id, false, u"李四"_s, QDate(2022, 5, 2)}, person);
    BOOST_TEST(bodyFindings(view().batch.body, pack()).size() == 2);
}

BOOST_AUTO_TEST_CASE(an_endorsement_is_for_one_content)
{
    Candidate each = *workspace.batches().candidate(batch, dossiers.first());
    Endorsement endorsement;
    endorsement.candidate = each.key;
    endorsement.kind = u"ink"_s;
    endorsement.body = u"示例学会"_s;
    endorsement.fingerprint = each.fingerprint;
    endorsement.person = person;
    workspace.sendings().endorse(endorsement);
    BOOST_TEST((endorsementOf(each, view().endorsements).kind == EndorsementState::Kind::Ink));
    each.fingerprint = QByteArray(32, 'z');
    BOOST_TEST((endorsementOf(each, view().endorsements).kind == EndorsementState::Kind::Outdated));
}

BOOST_AUTO_TEST_CASE(what_is_missing_before_sending_is_named)
{
    Candidate each = *workspace.batches().candidate(batch, dossiers.first());
    each.kind = u"review"_s;
    each.signature = u"none"_s;
    each.errors = 2;
    workspace.batches().keep(each);
    const QStringList rules = rulesOf(sendingFindings(view(), pack()));
    for (const QString& rule : {u"batch.declaration"_s, u"batch.not-final"_s, u"batch.errors"_s, u"batch.not-endorsed"_s, u"batch.no-decision"_s})
        BOOST_TEST(rules.contains(rule), rule.toStdString());
    Candidate twin = *workspace.batches().candidate(batch, dossiers.at(1));
    twin.code = each.code;
    twin.base = each.base;
    workspace.batches().keep(twin);
    BOOST_TEST(rulesOf(sendingFindings(view(), pack())).contains(u"batch.duplicate"_s));
}

BOOST_AUTO_TEST_SUITE_END()
