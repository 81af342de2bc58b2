// SPDX-License-Identifier: Apache-2.0
// Score sheets come back to the office, through the program alone: in any order, more than once, altered, from paper.
#include "tests/app/score_desk.h"

#include <QJsonDocument>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct CollectDesk : ScoreDesk
{
    QJsonObject arrival(const QString& path) const { return office(u"collect"_s, {path}).json()[u"sheets"_s][0].toObject(); }
    QString outcome(const QString& path) const { return arrival(path)[u"outcome"_s].toString(); }
    QStringList codes(const QString& path) const
    {
        QStringList codes;
        const QJsonObject result = arrival(path);
        BOOST_TEST(result[u"outcome"_s].toString() == u"refused"_s);
        for (const QJsonValue& each : result[u"reasons"_s].toArray()) {
            BOOST_TEST(!each[u"message"_s].toString().isEmpty());
            codes << each[u"code"_s].toString();
        }
        return codes;
    }
    int kept() const
    {
        Workspace workspace(this->workspace(), Workspace::Mode::Read);
        return int(workspace.scores().sheets(round.key).size());
    }
    QStringList typedAs(int expert, const QString& change = {}) const
    {
        QStringList arguments{QString::number(expertKeys.at(expert))};
        for (const DossierScores& each : sheet(expert).dossiers) {
            const int number = panels.at(expert).dossier(each.dossier)->number;
            for (auto points = each.points.cbegin(); points != each.points.cend(); ++points)
                arguments << u"--set"_s << u"%1.%2=%3"_s.arg(QString::number(number), points.key(), pointsText(points.value()));
            arguments << u"--set"_s << u"%1.opinion=同意"_s.arg(number);
        }
        if (!change.isEmpty()) {
            const QString place = change.section(u'=', 0, 0) + u'=';
            for (QString& each : arguments)
                if (each.startsWith(place))
                    each = change;
        }
        return arguments;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_collect, CollectDesk)

BOOST_AUTO_TEST_CASE(sheets_come_in_any_order_and_more_than_once)
{
    const QString second = file(1, 2);
    BOOST_TEST(outcome(second) == u"accepted"_s);
    BOOST_TEST(outcome(second) == u"known"_s);
    BOOST_TEST((codes(file(1, 1)) == QStringList{u"stale"_s}));
    const QJsonObject third = arrival(file(1, 3));
    BOOST_TEST(third[u"replaces"_s].toInt() == 2);
    BOOST_TEST(third[u"scored"_s].toInt() == dossiers);
    BOOST_TEST(outcome(file(0)) == u"accepted"_s);
    BOOST_TEST(kept() == 3);
    BOOST_TEST(of(results(), id(0))[u"counted"_s].toInt() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_not_as_the_expert_sent_it_is_refused_by_name)
{
    const QString whole = file(0);
    const QByteArray bytes = readFile(whole);
    for (const qsizetype at : {bytes.size() / 4, bytes.size() / 2, bytes.size() * 3 / 4}) {
        QByteArray altered = bytes;
        altered[at] = char(altered[at] ^ 1);
        writeFile(folder().file(u"改.pdf"_s), altered);
        BOOST_TEST((codes(folder().file(u"改.pdf"_s)) == QStringList{u"altered"_s}));
    }
    writeFile(folder().file(u"断.pdf"_s), bytes.first(bytes.size() / 2));
    BOOST_TEST(codes(folder().file(u"断.pdf"_s)).size() == 1);
    writeFile(folder().file(u"非.pdf"_s), "这不是评分表");
    BOOST_TEST(codes(folder().file(u"非.pdf"_s)).size() == 1);
    BOOST_TEST((codes(folder().file(u"没有.pdf"_s)) == QStringList{u"unreadable"_s}));
    ScoreSheet forged = sheet(0);
    forged.dossiers[0].points.first() -= 50;
    BOOST_TEST((codes(file(forged, u"伪.pdf"_s)) == QStringList{u"altered"_s}));
    ScoreSheet swapped = sheet(0);
    swapped.panel = panels.at(1).number;
    BOOST_TEST((codes(file(bound(swapped, 0), u"换.pdf"_s)) == QStringList{u"altered"_s}));
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(what_belongs_elsewhere_is_refused_by_name)
{
    ScoreSheet other = sheet(0);
    other.callId = u"another-call"_s;
    BOOST_TEST((codes(file(bound(other, 0), u"一.pdf"_s)) == QStringList{u"foreign"_s}));
    other = sheet(0);
    other.formHash = sha256("another rubric");
    BOOST_TEST((codes(file(bound(other, 0), u"二.pdf"_s)) == QStringList{u"foreign"_s}));
    other = sheet(0);
    other.panel = u"P-99"_s;
    BOOST_TEST((codes(file(bound(other, 0), u"三.pdf"_s)) == QStringList{u"unknown-panel"_s}));
    other = sheet(0);
    other.dossiers[2].dossier = QUuid::createUuidV5(QUuid(), u"不在包里"_s);
    BOOST_TEST((codes(file(bound(other, 0), u"四.pdf"_s)) == QStringList{u"unassigned"_s, u"incomplete"_s}));
    other = sheet(0);
    other.dossiers[2].sha256 = sha256("other bytes");
    BOOST_TEST((codes(file(bound(other, 0), u"五.pdf"_s)) == QStringList{u"other-bytes"_s}));
    other = sheet(0);
    other.dossiers.removeLast();
    BOOST_TEST((codes(file(bound(other, 0), u"六.pdf"_s)) == QStringList{u"incomplete"_s}));
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(points_outside_the_scale_refuse_a_well_signed_sheet_whole)
{
    for (const int points : {-50, 100'000, 25}) {
        ScoreSheet wild = sheet(0);
        wild.dossiers[3].points.first() = points;
        BOOST_TEST((codes(file(bound(wild, 0), u"出格.pdf"_s)) == QStringList{u"scale"_s}));
    }
    ScoreSheet empty = sheet(0);
    empty.dossiers[1].points.remove(empty.dossiers[1].points.firstKey());
    BOOST_TEST((codes(file(bound(empty, 0), u"缺.pdf"_s)) == QStringList{u"scale"_s}));
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(a_revoked_bundle_and_a_dossier_taken_away_are_refused)
{
    {
        Workspace workspace(this->workspace());
        workspace.scores().revoke(workspace.scores().bundle(panels.at(0).number)->key, u"U 盘遗失"_s);
        AssignmentRecord assignment = workspace.experts().assignment(round.key);
        assignment.pairs.removeAll(ReviewPair{dossier(2), expertKeys.at(1)});
        workspace.experts().assign(round.key, assignment);
    }
    const QJsonObject stale = arrival(file(0));
    BOOST_TEST(stale[u"reasons"_s][0][u"code"_s].toString() == u"stale"_s);
    BOOST_TEST(stale[u"reasons"_s][0][u"message"_s].toString().contains(u"遗失"_s));
    BOOST_TEST((codes(file(1)) == QStringList{u"unassigned"_s}));
}

BOOST_AUTO_TEST_CASE(declared_conflicts_are_written_down_and_a_refusal_is_noted)
{
    ScoreSheet declared = sheet(0);
    declared.dossiers[2].conflict = u"曾任该院顾问"_s;
    declared.dossiers[2].points.clear();
    const QJsonObject came = arrival(file(bound(declared, 0), u"回避.pdf"_s));
    BOOST_TEST(came[u"outcome"_s].toString() == u"accepted"_s);
    BOOST_TEST(came[u"conflicts"_s][0][u"dossier"_s].toString() == id(2));
    {
        Workspace workspace(this->workspace(), Workspace::Mode::Read);
        const QList<ConflictDecision> decisions = workspace.experts().decisions(round.key);
        BOOST_TEST_REQUIRE(decisions.size() == 1);
        BOOST_TEST(decisions.first().decision == u"declared"_s);
        BOOST_TEST(decisions.first().reason == u"曾任该院顾问"_s);
        BOOST_TEST(workspace.intakes().round(round.key)->rules.value(u"least"_s).toInt() == 3);
    }
    ScoreSheet declined = sheet(1);
    declined.answer = u"declined"_s;
    declined.reason = u"出国"_s;
    declined.dossiers.clear();
    BOOST_TEST(arrival(file(bound(declined, 1), u"谢绝.pdf"_s))[u"answer"_s].toString() == u"declined"_s);
    BOOST_TEST(of(results(), id(2))[u"counted"_s].toInt() == 0);
    BOOST_TEST(of(results(), id(1))[u"counted"_s].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_dry_run_keeps_nothing)
{
    const CliResult result = office(u"collect"_s, {file(0), u"--dry-run"_s});
    BOOST_TEST(result.json()[u"accepted"_s].toInt() == 1);
    BOOST_TEST(kept() == 0);
    BOOST_TEST(office(u"enter"_s, typedAs(0) + QStringList{u"--dry-run"_s}).json()[u"state"_s].toString() == u"kept"_s);
    BOOST_TEST(office(u"enter"_s, typedAs(0)).json()[u"pass"_s].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(killed_anywhere_a_sheet_is_in_whole_or_not_at_all)
{
    ScoreSheet declared = sheet(0);
    declared.dossiers[2].conflict = u"曾任该院顾问"_s;
    declared.dossiers[2].points.clear();
    const QString path = file(bound(declared, 0), u"回避.pdf"_s);
    int kills = 0;
    for (int n = 1; n < 60 && kept() == 0; n += 2) {
        const CliResult result = run({u"office collect"_s, path}, {{u"JZ_FAULT_PATH"_s, u"资料库"_s}, {u"JZ_FAULT_KILL"_s, QString::number(n)}});
        kills += result.exitCode == -1;
        Workspace workspace(this->workspace());
        BOOST_TEST(workspace.scores().sheets(round.key).size() == workspace.experts().decisions(round.key).size());
    }
    BOOST_TEST(kills > 5);
    office(u"collect"_s, {path});
    BOOST_TEST(kept() == 1);
    BOOST_TEST(of(results(), id(0))[u"counted"_s].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(paper_counts_when_both_typings_agree)
{
    writeFile(folder().file(u"照片.jpg"_s), "photo");
    BOOST_TEST(office(u"enter"_s, typedAs(0) + QStringList{u"--pass"_s, u"2"_s}).exitCode == 2);
    const QJsonObject first = office(u"enter"_s, typedAs(0) + QStringList{u"--photo"_s, folder().file(u"照片.jpg"_s)}).json();
    BOOST_TEST(first[u"state"_s].toString() == u"kept"_s);
    const Criterion criterion = rubricOf(pack, submissions.at(1).category).criteria.first();
    const CliResult blind = office(u"enter"_s, typedAs(0, u"2.%1=0.5"_s.arg(criterion.id)));
    BOOST_TEST(blind.exitCode == 1);
    const QJsonArray differences = blind.json()[u"differences"_s].toArray();
    BOOST_TEST_REQUIRE(differences.size() == 1);
    BOOST_TEST(differences[0][u"dossier"_s].toString() == id(1));
    BOOST_TEST(differences[0][u"criterion"_s].toString() == criterion.id);
    BOOST_TEST(differences[0][u"second"_s].toString() == u"0.5"_s);
    BOOST_TEST(kept() == 0);
    const QJsonObject agreed = office(u"enter"_s, typedAs(0) + QStringList{u"--pass"_s, u"2"_s}).json();
    BOOST_TEST(agreed[u"state"_s].toString() == u"accepted"_s);
    BOOST_TEST(agreed[u"photo"_s].toBool());
    BOOST_TEST(agreed[u"samePerson"_s].toBool());
    BOOST_TEST(kept() == 1);
    Workspace workspace(this->workspace(), Workspace::Mode::Read);
    BOOST_TEST(readFile(workspace.objects().path(workspace.scores().sheets(round.key).first().paper)) == "photo");
    BOOST_TEST(of(results(), id(0))[u"counted"_s].toInt() == 1);
    // A correction begins anew.
    BOOST_TEST(office(u"enter"_s, typedAs(0)).json()[u"pass"_s].toInt() == 1);
}

BOOST_AUTO_TEST_CASE(what_is_typed_has_to_fit_the_sheet)
{
    const auto refusal = [&](const QString& change) {
        const CliResult result = run(QStringList{u"office enter"_s} + typedAs(0, change));
        BOOST_TEST(result.exitCode == 2);
        return result.err;
    };
    const Criterion criterion = rubricOf(pack, submissions.at(1).category).criteria.first();
    BOOST_TEST(refusal(u"2.%1=99"_s.arg(criterion.id)).contains(criterion.title));
    BOOST_TEST(refusal(u"2.%1=0.3"_s.arg(criterion.id)).contains(u"倍数"_s));
    BOOST_TEST(refusal(u"2.opinion=也许"_s).contains(u"结论"_s));
    BOOST_TEST(run({u"office enter"_s, u"无此人"_s, u"--set"_s, u"1.people=1"_s}).err.contains(u"无此人"_s));
    BOOST_TEST(run({u"office enter"_s, QString::number(expertKeys.at(0)), u"--set"_s, u"1.opinion=同意"_s}).exitCode == 2);
    writeFile(folder().file(u"录入.json"_s), "{\"dossiers\": 3}");
    BOOST_TEST(run({u"office enter"_s, QString::number(expertKeys.at(0)), folder().file(u"录入.json"_s)}).err.contains(u"录入.json"_s));
}

BOOST_AUTO_TEST_SUITE_END()
