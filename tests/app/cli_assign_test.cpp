// SPDX-License-Identifier: Apache-2.0
// The office looks for conflicts of interest, makes groups and assigns experts, through the program alone, on printed papers of the sample call.
#include "tests/app/review_office.h"

#include "model/exchange/sheet_writer.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString first = u"11111111"_s;
const QString second = u"22222222"_s;
const QString third = u"33333333"_s;

/// Three dossiers of two categories and seven experts, one of them of the unit of the first dossier, one with the name of somebody whom the first names.
struct Office : ReviewOffice
{
    Office()
    {
        addDossier(first, {});
        addDossier(second, {{u"org_name"_s, u"江南大学"_s}, {u"uscc"_s, u"12100000400003438K"_s}, {u"contact_email"_s, u"a@jn.edu.cn"_s}, {u"contact_mobile"_s, u"13900000001"_s}, {u"contact_name"_s, u"吴用"_s},
                            {u"domestic_experts"_s, QJsonArray()}, {u"base_name"_s, u"食品加工"_s}, {u"partners"_s, u"无"_s}, {u"base_site"_s, u"本市"_s}, {u"contact_position"_s, u"主任"_s}});
        addDossier(third, {{u"org_name"_s, u"北方机器人有限公司"_s}, {u"uscc"_s, u"91420000000000002X"_s}, {u"contact_email"_s, u"b@robot.example.com"_s}, {u"contact_mobile"_s, u"13900000002"_s},
                           {u"contact_name"_s, u"宋江"_s}, {u"domestic_experts"_s, QJsonArray()}, {u"category"_s, u"inc"_s}, {u"base_name"_s, u"机器人"_s}, {u"partners"_s, u"无"_s}, {u"base_site"_s, u"本市"_s}, {u"contact_position"_s, u"主任"_s}});
        for (const auto& [name, unit] : QList<std::pair<QString, QString>>{{u"王一"_s, u"示例先进光电技术研究院"_s}, {u"周明"_s, u"别处大学"_s}, {u"赵三"_s, u"丙大学"_s}, {u"钱四"_s, u"丁大学"_s},
                                                                           {u"孙五"_s, u"戊大学"_s}, {u"李六"_s, u"己大学"_s}, {u"吴七"_s, u"庚大学"_s}})
            experts << addExpert(name, unit);
    }

    QString number(int place) const { return QString::number(experts.at(place)); }
    static QStringList pairs(const QJsonValue& list)
    {
        QStringList all;
        for (const QJsonValue& each : list.toArray())
            all << each[0].toString().first(1) + u'-' + QString::number(each[1].toInt());
        return all;
    }
    /// The conflicts that are listed: "1-王一 excluded same-code".
    QStringList conflicts(const QStringList& more = {}) const
    {
        QStringList lines;
        for (const QJsonValue& each : office(QStringList{u"conflicts"_s} + more).json()[u"conflicts"_s].toArray())
            lines << each[u"dossier"_s].toString().first(1) + u'-' + each[u"name"_s].toString() + u' ' + each[u"grade"_s].toString() + u' ' + each[u"evidence"_s][0][u"rule"_s].toString();
        return lines;
    }
    CliResult flow(const QStringList& more = {}) const { return office(QStringList{u"assign"_s, u"--mode"_s, u"flow"_s} + more); }

    QList<qint64> experts;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_assign, Office)

BOOST_AUTO_TEST_CASE(conflicts_are_listed_with_their_evidence_and_decided_by_a_person)
{
    BOOST_TEST(conflicts() == (QStringList{u"1-王一 excluded same-unit"_s, u"1-周明 look-at person"_s}));
    const QJsonValue evidence = office({u"conflicts"_s, u"--expert"_s, u"周明"_s}).json()[u"conflicts"_s][0][u"evidence"_s][0];
    BOOST_TEST(evidence[u"field"_s].toString() == u"domestic_experts"_s);
    BOOST_TEST(evidence[u"row"_s].toInt() == 0);
    BOOST_TEST(evidence[u"words"_s].toString() == u"周 明"_s);
    BOOST_TEST(office({u"conflicts"_s}).json()[u"elsewhere"_s][0][u"name"_s].toString() == u"王一"_s);
    const CliResult refused = office({u"conflicts clear"_s, u"王一"_s, first, u"--reason"_s, u"没关系"_s});
    BOOST_TEST(refused.exitCode == 2);
    BOOST_TEST(refused.err.contains(u"示例先进光电技术研究院"_s));
    BOOST_TEST(office({u"conflicts clear"_s, u"周明"_s, first}).exitCode == 2);
    BOOST_TEST(office({u"conflicts clear"_s, u"周明"_s, first, u"--reason"_s, u"同名不同人"_s}).exitCode == 0);
    BOOST_TEST(conflicts() == (QStringList{u"1-王一 excluded same-unit"_s}));
    BOOST_TEST(office({u"conflicts exclude"_s, u"周明"_s, first, u"--reason"_s, u"就是他"_s}).exitCode == 0);
    BOOST_TEST(conflicts({u"--dossier"_s, first}).contains(u"1-周明 excluded decided"_s));
}

BOOST_AUTO_TEST_CASE(candidates_are_looked_at_before_anyone_is_asked_and_not_kept)
{
    SheetContent content;
    content.name = u"人选"_s;
    content.headers = {u"单位"_s, u"姓名"_s, u"手机"_s};
    content.rows = {{u"江南大学食品学院"_s, u"郑八"_s}, {u"某大学"_s, u"冯九"_s, u"13900000002"_s}, {u"某大学"_s, u"陈十"_s}, {u"某大学"_s}};
    writeSheetFile(file(u"人选.xlsx"_s), {content});
    BOOST_TEST(conflicts({u"--candidates"_s, file(u"人选.xlsx"_s)}) == (QStringList{u"2-郑八 look-at part-unit"_s, u"3-冯九 look-at phone"_s}));
    BOOST_TEST(office({u"conflicts"_s, u"--candidates"_s, file(u"人选.xlsx"_s)}).json()[u"leftOut"_s][0][u"row"_s].toInt() == 5);
    BOOST_TEST(office({u"experts list"_s}).json()[u"experts"_s].toArray().size() == 7);
}

BOOST_AUTO_TEST_CASE(groups_are_made_and_every_expert_has_all_of_his)
{
    BOOST_TEST(office({u"assign"_s}).exitCode == 2);
    const QJsonObject preview = office({u"groups"_s, u"--auto"_s, u"2"_s, u"--dry-run"_s}).json();
    BOOST_REQUIRE(preview[u"groups"_s].toArray().size() == 2);
    BOOST_TEST(office({u"groups"_s}).json()[u"groups"_s].toArray().isEmpty());
    BOOST_TEST(office({u"groups"_s, u"--auto"_s, u"2"_s}).exitCode == 0);
    QStringList names;
    for (const QJsonValue& each : office({u"groups"_s}).json()[u"groups"_s].toArray())
        names << each[u"name"_s].toString() + QString::number(each[u"dossiers"_s].toArray().size()) + QString::number(each[u"experts"_s].toArray().size());
    BOOST_TEST(names.size() == 2);
    BOOST_TEST(office({u"groups"_s, first, second, third, u"--group"_s, u"大组"_s, u"--experts"_s, u"王一,周明,赵三,钱四"_s}).exitCode == 0);
    const CliResult assigned = office({u"assign"_s, u"--least"_s, u"3"_s});
    BOOST_REQUIRE_MESSAGE(assigned.exitCode == 0, assigned.err.toStdString());
    QStringList expected;
    for (const auto& [dossier, from] : QList<std::pair<QString, int>>{{u"1"_s, 1}, {u"2"_s, 0}, {u"3"_s, 0}})
        for (int expert = from; expert < 4; ++expert)
            expected << dossier + u'-' + number(expert);
    BOOST_TEST(pairs(assigned.json()[u"pairs"_s]) == expected);
    BOOST_TEST(assigned.json()[u"remarks"_s][0].toString().contains(u"周明"_s));
}

BOOST_AUTO_TEST_CASE(a_flow_is_whole_and_comes_out_again_from_what_was_kept)
{
    const QJsonObject preview = flow({u"--dry-run"_s, u"--seed"_s, u"7"_s, u"--normal"_s, u"4"_s}).json();
    BOOST_TEST(preview[u"complete"_s].toBool());
    BOOST_TEST(pairs(preview[u"pairs"_s]).size() == 12);
    BOOST_TEST(!pairs(preview[u"pairs"_s]).contains(u"1-"_s + number(0)));
    BOOST_TEST(!pairs(preview[u"pairs"_s]).contains(u"1-"_s + number(1)));
    BOOST_TEST(office({u"assign history"_s}).json()[u"records"_s].toArray().isEmpty());
    const QJsonObject kept = flow({u"--seed"_s, u"7"_s, u"--normal"_s, u"4"_s}).json();
    BOOST_TEST((kept[u"pairs"_s].toArray() == preview[u"pairs"_s].toArray()));
    BOOST_TEST(kept[u"cost"_s].toInt() == preview[u"cost"_s].toInt());
    const QJsonValue record = office({u"assign history"_s}).json()[u"records"_s][0];
    BOOST_TEST(record[u"reproduced"_s].toBool());
    BOOST_TEST(record[u"cost"_s].toInt() == kept[u"cost"_s].toInt());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_said_dossier_by_dossier_and_not_kept)
{
    const CliResult lacking = flow({u"--least"_s, u"7"_s, u"--normal"_s, u"7"_s});
    BOOST_TEST(lacking.exitCode == 1);
    BOOST_TEST(lacking.json()[u"words"_s].toArray().size() == 1);
    BOOST_TEST(lacking.json()[u"words"_s][0].toString().contains(u"还缺 1 位专家"_s));
    BOOST_TEST(lacking.json()[u"shortages"_s][0][u"dossier"_s].toString() == fullId(first));
    BOOST_TEST(!lacking.json()[u"kept"_s].toBool());
    BOOST_TEST(office({u"assign show"_s}).exitCode == 2);
    BOOST_TEST(flow({u"--least"_s, u"7"_s, u"--normal"_s, u"7"_s, u"--partial"_s}).exitCode == 1);
    BOOST_TEST(office({u"assign show"_s}).exitCode == 1);
    BOOST_TEST(flow({u"--least"_s, u"5"_s, u"--normal"_s, u"4"_s}).exitCode == 2);
    BOOST_TEST(office({u"assign"_s, u"--mode"_s, u"dice"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(what_went_out_never_moves)
{
    BOOST_TEST(flow({u"--least"_s, u"3"_s, u"--normal"_s, u"3"_s}).exitCode == 0);
    const QStringList before = pairs(office({u"assign show"_s}).json()[u"pairs"_s]);
    const QString taken = before.filter(u"2-"_s).first().mid(2);
    sendBundle(u"P-1"_s, taken.toLongLong(), {second});
    for (const QString& seed : {u"2"_s, u"3"_s, u"4"_s})
        BOOST_TEST(pairs(flow({u"--normal"_s, u"3"_s, u"--seed"_s, seed}).json()[u"pairs"_s]).contains(u"2-"_s + taken));
    const CliResult refused = office({u"assign remove"_s, second, taken, u"--reason"_s, u"换人"_s});
    BOOST_TEST(refused.exitCode == 2);
    BOOST_TEST(refused.err.contains(u"评审包"_s));
    BOOST_TEST(office({u"groups"_s, u"--auto"_s, u"2"_s}).exitCode == 2);
    BOOST_TEST(office({u"groups"_s, second, u"--group"_s, u"别组"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(by_hand_a_conflict_is_refused_with_its_evidence)
{
    BOOST_TEST(flow({u"--normal"_s, u"3"_s}).exitCode == 0);
    const CliResult refused = office({u"assign add"_s, first, u"王一"_s, u"--reason"_s, u"懂行"_s});
    BOOST_TEST(refused.exitCode == 2);
    BOOST_TEST(refused.err.contains(u"示例先进光电技术研究院"_s));
    const QStringList before = pairs(office({u"assign show"_s}).json()[u"pairs"_s]);
    const QString from = before.filter(u"2-"_s).first().mid(2);
    QString to;
    for (int place = 0; place < 7; ++place)
        if (!before.contains(u"2-"_s + number(place)))
            to = number(place);
    const CliResult moved = office({u"assign move"_s, second, from, to, u"--reason"_s, u"专业对口"_s});
    BOOST_REQUIRE_MESSAGE(moved.exitCode == 0, moved.err.toStdString());
    const QStringList after = pairs(office({u"assign show"_s}).json()[u"pairs"_s]);
    BOOST_TEST(after.contains(u"2-"_s + to));
    BOOST_TEST(!after.contains(u"2-"_s + from));
    BOOST_TEST(after.size() == before.size());
    BOOST_TEST(office({u"assign add"_s, second, to, u"--reason"_s, u"再加"_s}).exitCode == 2);
    BOOST_TEST(office({u"assign remove"_s, second, to, u"--reason"_s, u"请辞"_s, u"--dry-run"_s}).exitCode == 1);
    BOOST_TEST(pairs(office({u"assign show"_s}).json()[u"pairs"_s]) == after);
    for (const QJsonValue& each : office({u"assign history"_s}).json()[u"records"_s].toArray())
        BOOST_TEST(each[u"reproduced"_s].toBool());
}

BOOST_AUTO_TEST_CASE(who_drops_out_is_replaced_and_nothing_else_moves)
{
    BOOST_TEST(flow({u"--normal"_s, u"3"_s}).exitCode == 0);
    const QStringList before = pairs(office({u"assign show"_s}).json()[u"pairs"_s]);
    const qint64 out = before.filter(u"3-"_s).first().mid(2).toLongLong();
    sendBundle(u"P-1"_s, out, {third});
    inWorkspace([&](Workspace& workspace, qint64 round, qint64 person) {
        workspace.experts().decide(round, {out, QUuid::fromString(fullId(third)), u"declared"_s, u"师生关系"_s, person, {}});
    });
    const CliResult lacking = office({u"assign show"_s});
    BOOST_TEST(lacking.exitCode == 1);
    BOOST_TEST(lacking.json()[u"shortages"_s][0][u"missing"_s].toInt() == 1);
    const QJsonObject proposal = office({u"assign replace"_s, u"--dry-run"_s}).json();
    BOOST_TEST(pairs(proposal[u"added"_s]).size() == 1);
    BOOST_TEST(pairs(proposal[u"added"_s]).first().startsWith(u"3-"_s));
    BOOST_TEST(proposal[u"removed"_s].toArray().isEmpty());
    BOOST_TEST(office({u"assign replace"_s, u"--reason"_s, u"申明回避"_s}).exitCode == 0);
    const QStringList after = pairs(office({u"assign show"_s}).json()[u"pairs"_s]);
    for (const QString& each : before)
        BOOST_TEST(after.contains(each));
    BOOST_TEST(after.size() == before.size() + 1);
    BOOST_TEST(office({u"experts delete"_s, QString::number(out)}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(a_paper_that_is_not_what_came_is_named)
{
    inWorkspace([&](Workspace& workspace, qint64 round, qint64) {
        const QString path = workspace.objects().path(workspace.intakes().submissions(round).first().paper);
        QFile paper(path);
        paper.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        BOOST_REQUIRE(paper.remove());
    });
    const CliResult failed = office({u"conflicts"_s});
    BOOST_TEST(failed.exitCode == 3);
    BOOST_TEST(failed.err.contains(u"光电子器件"_s));
}

BOOST_AUTO_TEST_SUITE_END()
