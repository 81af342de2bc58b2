// SPDX-License-Identifier: Apache-2.0
// The office ranks, strikes out, explains, and anybody makes the results again, through the program alone.
#include "tests/app/score_desk.h"

#include <QJsonDocument>

#include <cmath>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct ResultsDesk : ScoreDesk
{
    ResultsDesk() { collectAll(); }

    static QByteArray bytesIn(const QString& directory, const QString& name) { return readFile(directory + u'/' + name); }
    static QString in(const QString& directory, const QString& name) { return QString::fromUtf8(bytesIn(directory, name)); }
    static QString textOf(const QString& path)
    {
        return QString::fromUtf8(jz::test::run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s}).out).remove(u'\n').remove(u' ');
    }
    QString export_(const QStringList& more = {}) const
    {
        const QString path = folder().file(u"数据%1.json"_s.arg(more.size()));
        BOOST_TEST(office(u"results export-data"_s, QStringList{path} + more).exitCode == 0);
        return path;
    }
};

/// Severity and quality by averaging in turn, from the exported data alone.
struct Averaging
{
    QMap<QString, double> dossiers;
    QMap<int, double> severity;

    explicit Averaging(const QJsonObject& data)
    {
        const double lambda = data[u"rules"_s][u"lambda"_s].toDouble();
        const QJsonArray scores = data[u"scores"_s].toArray();
        const auto points = [](const QJsonValue& score) {
            double sum = 0;
            for (const QJsonValue& each : score[u"points"_s].toObject())
                sum += each.toDouble() / 100;
            return sum;
        };
        for (double change = 1; change > 1e-13;) {
            change = 0;
            QMap<QString, std::pair<double, int>> quality;
            for (const QJsonValue& score : scores) {
                auto& [sum, count] = quality[score[u"dossier"_s].toString()];
                sum += points(score) - severity.value(score[u"expert"_s].toInt());
                ++count;
            }
            for (auto each = quality.begin(); each != quality.end(); ++each)
                dossiers[each.key()] = each->first / each->second;
            QMap<int, std::pair<double, int>> bias;
            for (const QJsonValue& score : scores) {
                auto& [sum, count] = bias[score[u"expert"_s].toInt()];
                sum += points(score) - dossiers.value(score[u"dossier"_s].toString());
                ++count;
            }
            for (auto each = bias.begin(); each != bias.end(); ++each) {
                const double now = each->first / (each->second + lambda);
                change = std::max(change, std::abs(now - severity.value(each.key())));
                severity[each.key()] = now;
            }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_results, ResultsDesk)

BOOST_AUTO_TEST_CASE(rules_are_chosen_and_a_late_change_needs_a_reason_and_is_told)
{
    BOOST_TEST(office(u"rules"_s, {u"--set"_s, u"line=2"_s}).exitCode == 2);
    const QJsonObject changed = office(u"rules"_s, {u"--set"_s, u"line=2"_s, u"--set"_s, u"rule=mean"_s, u"--reason"_s, u"会议决定"_s}).json();
    BOOST_TEST(changed[u"changed"_s].toArray().size() == 2);
    const QJsonObject rules = results()[u"rules"_s].toObject();
    BOOST_TEST(rules[u"line"_s].toInt() == 2);
    BOOST_TEST(rules[u"changes"_s][0][u"reason"_s].toString() == u"会议决定"_s);
    BOOST_TEST(rules[u"changes"_s][0][u"sheets"_s].toInt() == experts);
    BOOST_TEST(office(u"rules"_s, {u"--set"_s, u"line=2"_s}).json()[u"changed"_s].toArray().isEmpty());
    for (const QString& bad : {u"line=x"_s, u"lambda=0"_s, u"rule=best"_s, u"tieBreak=nothing"_s, u"internal=maybe"_s, u"nonsense=1"_s, u"line"_s})
        BOOST_TEST(office(u"rules"_s, {u"--set"_s, bad, u"--reason"_s, u"试"_s}).exitCode == 2);
    BOOST_TEST(office(u"rules"_s).json()[u"rules"_s][u"rule"_s].toString() == u"mean"_s);
}

BOOST_AUTO_TEST_CASE(dossiers_are_ranked_by_the_mean_without_highest_and_lowest)
{
    const QJsonObject all = results();
    double before = 1000;
    for (const QJsonValue& each : all[u"dossiers"_s].toArray()) {
        QList<double> totals;
        for (const QJsonValue& score : each[u"scores"_s].toArray())
            totals << score[u"total"_s].toString().toDouble();
        BOOST_TEST_REQUIRE(totals.size() == experts);
        std::sort(totals.begin(), totals.end());
        const double value = (totals[1] + totals[2] + totals[3]) / 3;
        BOOST_TEST(std::abs(each[u"value"_s].toString().toDouble() - value) < 0.006);
        BOOST_TEST(value <= before + 1e-9);
        before = value;
    }
    BOOST_TEST(!all.contains(u"internal"_s));
    BOOST_TEST(results({u"--internal"_s}).contains(u"internal"_s));
}

BOOST_AUTO_TEST_CASE(an_independent_recomputation_of_adjusted_means_agrees)
{
    office(u"rules"_s, {u"--set"_s, u"robust=no"_s, u"--set"_s, u"cap=100"_s, u"--reason"_s, u"试"_s});
    const Averaging again(QJsonDocument::fromJson(readFile(export_())).object());
    const QJsonObject internal = results({u"--internal"_s})[u"internal"_s].toObject();
    for (const QJsonValue& each : internal[u"dossiers"_s].toArray())
        BOOST_TEST(std::abs(each[u"adjusted"_s].toDouble() - again.dossiers.value(each[u"dossier"_s].toString())) < 1e-9);
    for (const QJsonValue& each : internal[u"experts"_s].toArray())
        BOOST_TEST(std::abs(each[u"severity"_s].toDouble() - again.severity.value(each[u"expert"_s].toInt())) < 1e-9);
}

BOOST_AUTO_TEST_CASE(exported_data_make_the_same_results_and_name_nobody)
{
    office(u"annul"_s, {QString::number(expertKeys.at(0)), id(0), u"--reason"_s, u"与专家甲有关"_s});
    const QString open = export_();
    BOOST_TEST(!QString::fromUtf8(readFile(open)).contains(u"专家甲"_s));
    QJsonObject here = results();
    here.remove(u"tooFew"_s);
    const CliResult again = cli({u"office"_s, u"results"_s, u"recompute"_s, open, u"--json"_s});
    BOOST_TEST(again.exitCode == 0, again.err.toStdString());
    BOOST_TEST((again.json() == here));
    const QString closed = export_({u"--internal"_s});
    QJsonObject internal = results({u"--internal"_s});
    internal.remove(u"tooFew"_s);
    BOOST_TEST((cli({u"office"_s, u"results"_s, u"recompute"_s, closed, u"--json"_s}).json() == internal));
}

BOOST_AUTO_TEST_CASE(broken_data_are_refused_with_the_place)
{
    QJsonObject data = QJsonDocument::fromJson(readFile(export_())).object();
    const auto refusal = [&](const QString& member, const QJsonValue& value) {
        QJsonObject broken = data;
        broken[member] = value;
        writeFile(folder().file(u"坏.json"_s), QJsonDocument(broken).toJson());
        const CliResult result = cli({u"office"_s, u"results"_s, u"recompute"_s, folder().file(u"坏.json"_s)});
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.err.contains(u"坏.json"_s));
    };
    refusal(u"experts"_s, QJsonArray());
    refusal(u"dossiers"_s, 3);
    refusal(u"kind"_s, u"ranking"_s);
    QJsonArray scores = data[u"scores"_s].toArray();
    scores << scores.first();
    refusal(u"scores"_s, scores);
    QJsonObject first = scores[0].toObject();
    first[u"points"_s] = QJsonObject{{u"people"_s, 999999}};
    refusal(u"scores"_s, QJsonArray{first});
    refusal(u"rules"_s, QJsonObject{{u"lambda"_s, 0}});
}

BOOST_AUTO_TEST_CASE(struck_out_scores_stay_and_count_nowhere_until_taken_back)
{
    const QString expert = QString::number(expertKeys.at(0));
    BOOST_TEST(run({u"office annul"_s, expert}).exitCode == 2);
    BOOST_TEST(office(u"annul"_s, {expert, id(0), u"--reason"_s, u"误评"_s, u"--dry-run"_s}).json()[u"scores"_s].toInt() == 1);
    BOOST_TEST(of(results(), id(0))[u"counted"_s].toInt() == 5);
    const QJsonObject effect = office(u"annul"_s, {expert, id(0), u"--reason"_s, u"误评"_s}).json();
    BOOST_TEST(effect[u"scores"_s].toInt() == 1);
    const QJsonObject now = of(results(), id(0));
    BOOST_TEST(now[u"counted"_s].toInt() == 4);
    BOOST_TEST(now[u"trimmed"_s].isNull());
    BOOST_TEST(now[u"scores"_s].toArray().size() == 5);
    BOOST_TEST(now[u"before"_s][u"counted"_s].toInt() == 5);
    BOOST_TEST(office(u"annul"_s, {expert, id(0), u"--reason"_s, u"再来"_s}).exitCode == 2);
    BOOST_TEST(office(u"annul"_s, {expert, u"--reason"_s, u"全部"_s}).json()[u"scores"_s].toInt() == 5);
    BOOST_TEST(office(u"annul"_s, {expert, id(0), u"--reason"_s, u"恢复"_s, u"--back"_s}).exitCode == 0);
    BOOST_TEST(of(results(), id(0))[u"counted"_s].toInt() == 5);
    BOOST_TEST(of(results(), id(1))[u"counted"_s].toInt() == 4);
}

BOOST_AUTO_TEST_CASE(dossiers_with_too_few_scores_come_with_proposals_that_move_nothing)
{
    for (const int expert : {0, 1, 2})
        office(u"annul"_s, {QString::number(expertKeys.at(expert)), id(0), u"--reason"_s, u"误评"_s});
    const QJsonObject all = results();
    BOOST_TEST(of(all, id(0))[u"tooFew"_s].toBool());
    BOOST_TEST(of(all, id(0))[u"place"_s].isNull());
    BOOST_TEST_REQUIRE(all[u"tooFew"_s].toArray().size() == 1);
    const QJsonObject proposal = all[u"tooFew"_s][0].toObject();
    BOOST_TEST(proposal[u"dossier"_s].toString() == id(0));
    BOOST_TEST(proposal[u"missing"_s].toInt() == 1);
    BOOST_TEST_REQUIRE(proposal[u"experts"_s].toArray().size() == 1);
    BOOST_TEST(expertKeys.mid(experts).contains(proposal[u"experts"_s][0][u"expert"_s].toInteger()));
    Workspace workspace(this->workspace(), Workspace::Mode::Read);
    BOOST_TEST(workspace.experts().assignments(round.key).size() == 1);
}

BOOST_AUTO_TEST_CASE(the_papers_come_out_the_same_from_exported_data)
{
    office(u"rules"_s, {u"--set"_s, u"line=3"_s, u"--reason"_s, u"会议决定"_s});
    office(u"annul"_s, {QString::number(expertKeys.at(0)), id(0), u"--reason"_s, u"与专家甲有关"_s});
    const QString here = folder().file(u"结果"_s);
    const CliResult written = office(u"results"_s, {u"--out"_s, here});
    BOOST_TEST(written.exitCode == 0, written.err.toStdString());
    BOOST_TEST(written.json()[u"files"_s].toArray().size() == 3);
    const QString there = folder().file(u"复算"_s);
    BOOST_TEST(cli({u"office"_s, u"results"_s, u"recompute"_s, export_(), u"--out"_s, there}).exitCode == 0);
    BOOST_TEST((bytesIn(here, u"results.json"_s) == bytesIn(there, u"results.json"_s)));
    BOOST_TEST((bytesIn(here, u"评分结果.xlsx"_s) == bytesIn(there, u"评分结果.xlsx"_s)));
    BOOST_TEST(bytesIn(here, u"评分结果汇总表.pdf"_s).startsWith(bytesIn(there, u"评分结果汇总表.pdf"_s)));
    const QString paper = here + u"/评分结果汇总表.pdf"_s;
    BOOST_TEST(cli({u"verify"_s, paper, u"--json"_s}).json()[u"verdict"_s].toString() == u"marked"_s);
    const QString words = textOf(paper);
    for (const QString& each : {u"去掉一个最高分和一个最低分"_s, u"入围线：前3项"_s, u"会议决定"_s, u"作废评分前后对照"_s, u"评分分布图"_s, pack.rubric[u"remark"_s][u"zh"_s].toString()})
        BOOST_TEST(words.contains(each), each.toStdString());
    for (const QString& each : {u"专家甲"_s, u"调整分"_s})
        BOOST_TEST(!words.contains(each), each.toStdString());
}

BOOST_AUTO_TEST_CASE(the_internal_sheet_alone_names_experts_and_says_that_it_is_internal)
{
    const QString here = folder().file(u"结果"_s);
    BOOST_TEST(office(u"results"_s, {u"--out"_s, here, u"--internal"_s}).json()[u"files"_s].toArray().size() == 4);
    const QString words = textOf(here + u"/内部-评分分析.pdf"_s);
    for (const QString& each : {u"内部资料"_s, u"专家甲"_s, u"调整分"_s, u"种子1"_s})
        BOOST_TEST(words.contains(each), each.toStdString());
    BOOST_TEST(!textOf(here + u"/评分结果汇总表.pdf"_s).contains(u"专家甲"_s));
    BOOST_TEST(!in(here, u"results.json"_s).contains(u"adjusted"_s));
    office(u"rules"_s, {u"--set"_s, u"internal=yes"_s, u"--reason"_s, u"试"_s});
    office(u"results"_s, {u"--out"_s, here});
    BOOST_TEST(in(here, u"results.json"_s).contains(u"adjusted"_s));
    BOOST_TEST(textOf(here + u"/评分结果汇总表.pdf"_s).contains(u"调整分"_s));
    BOOST_TEST(!textOf(here + u"/评分结果汇总表.pdf"_s).contains(u"专家甲"_s));
}

BOOST_AUTO_TEST_CASE(an_explanation_is_one_page_without_names)
{
    office(u"rules"_s, {u"--set"_s, u"line=3"_s, u"--reason"_s, u"会议决定"_s});
    office(u"annul"_s, {QString::number(expertKeys.at(0)), id(0), u"--reason"_s, u"与专家甲有关"_s});
    const CliResult all = office(u"explain"_s, {u"--all"_s, folder().file(u"说明"_s)});
    BOOST_TEST(all.exitCode == 0, all.err.toStdString());
    const QJsonArray files = all.json()[u"files"_s].toArray();
    BOOST_TEST(files.size() == dossiers);
    for (const QJsonValue& each : files) {
        const QString words = textOf(each.toString());
        BOOST_TEST(words.contains(u"共1页"_s));
        BOOST_TEST(words.contains(u"专家5"_s));
        for (int j = 0; j < experts; ++j)
            BOOST_TEST(!words.contains(panels.at(j).expert));
    }
    const QString one = folder().file(u"一份.pdf"_s);
    BOOST_TEST(office(u"explain"_s, {id(0), one}).exitCode == 0);
    const QString words = textOf(one);
    const QJsonObject result = of(results(), id(0));
    for (const QString& each : {u"作废，不计入"_s, u"有效评分不满5份"_s, QString(u"为"_s + result[u"value"_s].toString()), u"第%1名"_s.arg(result[u"place"_s].toInt())})
        BOOST_TEST(words.contains(each), each.toStdString());
    BOOST_TEST(office(u"explain"_s, {id(0)}).exitCode == 2);
    BOOST_TEST(office(u"explain"_s, {u"ffffffff"_s, one}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(killed_anywhere_an_annulment_and_a_rule_hold_whole_or_not_at_all)
{
    int kills = 0;
    for (int n = 1; n < 16; n += 2) {
        const QMap<QString, QString> faults{{u"JZ_FAULT_PATH"_s, u"资料库"_s}, {u"JZ_FAULT_KILL"_s, QString::number(n)}};
        kills += run({u"office annul"_s, QString::number(expertKeys.at(0)), id(0), u"--reason"_s, u"误评"_s}, faults).exitCode == -1;
        kills += run({u"office rules"_s, u"--set"_s, u"line=3"_s, u"--reason"_s, u"会议"_s}, faults).exitCode == -1;
        const QJsonObject now = results();
        const int counted = of(now, id(0))[u"counted"_s].toInt();
        BOOST_TEST((counted == 5 || counted == 4));
        BOOST_TEST((now[u"line"_s].toInt() == 3) == (now[u"rules"_s][u"changes"_s].toArray().size() == 1));
    }
    BOOST_TEST(kills > 5);
}

BOOST_AUTO_TEST_SUITE_END()
