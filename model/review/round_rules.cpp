// SPDX-License-Identifier: Apache-2.0
#include "model/review/round_rules.h"

#include "model/base/error.h"
#include "model/recommendation/data_members.h"

#include <QJsonArray>

#include <cmath>
#include <functional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// A rule that is a number: its name, what it is, and where it stands.
struct NumberRule
{
    const char16_t* name;
    LocalizedText word;
    double least;
    double most;
    bool whole;
    std::function<double(RoundRules&)> get;
    std::function<void(RoundRules&, double)> put;
};

template<typename Value>
NumberRule numberRule(const char16_t* name, const LocalizedText& word, std::pair<double, double> range, const std::function<Value&(RoundRules&)>& place)
{
    return {name, word, range.first, range.second, std::is_integral_v<Value>, [place](RoundRules& rules) { return double(place(rules)); },
            [place](RoundRules& rules, double value) { place(rules) = Value(value); }};
}

const QList<NumberRule>& numberRules()
{
    using Rules = RoundRules&;
    constexpr double largestSeed = 9007199254740991.0; // what a number of JSON holds exactly
    static const QList<NumberRule> all{
        numberRule<int>(u"least", text(u"每份申报书至少有几份评分才排名", u"scores that a dossier needs to be ranked"), {1, 50}, [](Rules r) -> int& { return r.outcome.least; }),
        numberRule<int>(u"trimFrom", text(u"几份评分起去掉最高分和最低分", u"scores from which the highest and the lowest are left out"), {3, 50},
                        [](Rules r) -> int& { return r.outcome.trimFrom; }),
        numberRule<int>(u"line", text(u"入围几项（0 为不设入围线）", u"how many are above the line (0: there is no line)"), {0, 100000}, [](Rules r) -> int& { return r.outcome.line; }),
        numberRule<int>(u"digits", text(u"平均分保留几位小数", u"decimal places of averages"), {0, 4}, [](Rules r) -> int& { return r.digits; }),
        numberRule<double>(u"lambda", text(u"调整分：收缩系数 λ", u"adjustment: shrinkage λ"), {0.01, 1000}, [](Rules r) -> double& { return r.outcome.adjustment.ridge; }),
        numberRule<double>(u"cap", text(u"调整分：每位专家宽严的修正上限（分）", u"adjustment: cap on an expert's correction (points)"), {0, 100},
                           [](Rules r) -> double& { return r.outcome.adjustment.cap; }),
        numberRule<int>(u"leastScores", text(u"调整分：评分少于几份的专家不修正", u"adjustment: experts with fewer scores are not corrected"), {1, 1000},
                        [](Rules r) -> int& { return r.outcome.adjustment.leastScores; }),
        numberRule<double>(u"c", text(u"调整分：Huber 常数 c", u"adjustment: Huber's c"), {0.1, 10}, [](Rules r) -> double& { return r.outcome.adjustment.huber; }),
        numberRule<double>(u"outlier", text(u"权重低于多少的评分提请人工复核", u"weight below which a score is for a human look"), {0, 1},
                           [](Rules r) -> double& { return r.outcome.adjustment.outlier; }),
        numberRule<int>(u"draws", text(u"入围概率：抽样次数", u"probability above the line: draws"), {100, 100000}, [](Rules r) -> int& { return r.outcome.adjustment.draws; }),
        numberRule<quint64>(u"seed", text(u"入围概率：随机数种子", u"probability above the line: seed"), {0, largestSeed}, [](Rules r) -> quint64& { return r.outcome.adjustment.seed; })};
    return all;
}

struct SwitchRule
{
    const char16_t* name;
    LocalizedText word;
    std::function<bool&(RoundRules&)> place;
};

const QList<SwitchRule>& switchRules()
{
    static const QList<SwitchRule> all{
        {u"robust", text(u"调整分：异常评分降低权重", u"adjustment: wild scores weigh less"), [](RoundRules& r) -> bool& { return r.outcome.adjustment.robust; }},
        {u"internal", text(u"对外结果中也给出调整分等内部分析", u"what is exported shows adjusted means and the like too"), [](RoundRules& r) -> bool& { return r.showsInternal; }}};
    return all;
}

QString numberText(double value)
{
    return QString::number(value, 'g', 17).size() > 12 && value != std::floor(value) ? QString::number(value) : QString::number(value, 'g', 17);
}

bool fits(const NumberRule& rule, double value)
{
    return std::isfinite(value) && value >= rule.least && value <= rule.most && (!rule.whole || value == std::floor(value));
}

LocalizedText rangeOf(const NumberRule& rule)
{
    return (rule.whole ? LocalizedText{u"%1 到 %2 的整数"_s, u"a whole number, %1 to %2"_s} : LocalizedText{u"%1 到 %2"_s, u"%1 to %2"_s}).arg(numberText(rule.least), numberText(rule.most));
}

QStringList criterionIds(const CallPack& pack)
{
    return criterionTitles(pack).keys();
}

QString said(bool truth)
{
    return truth ? u"yes"_s : u"no"_s;
}

LocalizedText ruleRange()
{
    return {u"trimmed（去掉最高最低后的平均分）、mean（平均分）或 adjusted（调整分）"_s, u"trimmed, mean or adjusted"_s};
}

QString valueOf(const QList<RuleSetting>& settings, const QString& name)
{
    const auto found = std::find_if(settings.begin(), settings.end(), [&](const RuleSetting& each) { return each.name == name; });
    return found == settings.end() ? QString() : found->value;
}

/// Whether that is a rule that takes words, and a value that it takes.
bool putWord(RoundRules& rules, const QString& name, const QString& value, const CallPack& pack)
{
    if (name == u"rule") {
        const std::optional<RankingRule> rule = rankingRuleFrom(value);
        rules.outcome.rule = rule.value_or(rules.outcome.rule);
        return rule.has_value();
    }
    if (name == u"tieBreak") {
        const QStringList ids = value.split(u',', Qt::SkipEmptyParts);
        const QStringList criteria = criterionIds(pack);
        rules.outcome.tieBreak = ids;
        return std::all_of(ids.begin(), ids.end(), [&](const QString& id) { return criteria.contains(id) && ids.count(id) == 1; });
    }
    for (const SwitchRule& each : switchRules()) {
        if (name != QStringView(each.name))
            continue;
        each.place(rules) = value == u"yes";
        return value == u"yes" || value == u"no";
    }
    return false;
}

bool putNumber(RoundRules& rules, const QString& name, const QString& value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    for (const NumberRule& each : numberRules()) {
        if (name != QStringView(each.name) || !isNumber || !fits(each, number))
            continue;
        each.put(rules, number);
        return true;
    }
    return false;
}

} // namespace

QList<RuleChange> RoundRules::lateChanges() const
{
    QList<RuleChange> late;
    for (const RuleChange& each : changes)
        if (each.sheets > 0)
            late << each;
    return late;
}

RoundRules usualRules(const CallPack& pack)
{
    const QStringList categories = pack.rubric.value("categories"_L1).toObject().keys();
    const Rubric rubric = rubricOf(pack, categories.value(0));
    RoundRules rules;
    rules.outcome.least = rubric.least;
    rules.outcome.trimFrom = rubric.trimFrom;
    rules.outcome.tieBreak = rubric.tieBreak;
    rules.digits = rubric.digits;
    return rules;
}

QJsonObject toJson(const RoundRules& given)
{
    RoundRules rules = given;
    QJsonObject json{{u"rule"_s, rankingRuleName(rules.outcome.rule)}, {u"tieBreak"_s, QJsonArray::fromStringList(rules.outcome.tieBreak)}};
    for (const NumberRule& each : numberRules())
        json.insert(QStringView(each.name), each.get(rules));
    for (const SwitchRule& each : switchRules())
        json.insert(QStringView(each.name), each.place(rules));
    QJsonArray changes;
    for (const RuleChange& each : rules.changes)
        changes << QJsonObject{{u"at"_s, each.at.toUTC().toString(Qt::ISODate)},
                               {u"person"_s, each.person},
                               {u"reason"_s, each.reason},
                               {u"sheets"_s, each.sheets},
                               {u"words"_s, QJsonArray::fromStringList(each.words)}};
    json.insert(u"changes"_s, changes);
    return json;
}

RoundRules roundRulesFrom(const QJsonObject& json, const RoundRules& usual, const QString& subject)
{
    const DataMembers members(json, {subject, {u"评审规则"_s, u"rules of a review"_s}, u"rules/"_s});
    RoundRules rules = usual;
    if (json.contains("rule"_L1)) {
        const std::optional<RankingRule> rule = rankingRuleFrom(members.text("rule"));
        if (!rule)
            members.wrong("rule");
        rules.outcome.rule = *rule;
    }
    for (const NumberRule& each : numberRules()) {
        const QJsonValue value = json.value(QStringView(each.name));
        if (value.isUndefined())
            continue;
        if (!value.isDouble() || !fits(each, value.toDouble()))
            members.wrong(QString::fromUtf16(each.name).toLatin1().constData());
        each.put(rules, value.toDouble());
    }
    for (const SwitchRule& each : switchRules())
        if (json.contains(QStringView(each.name)))
            each.place(rules) = members.truth(QString::fromUtf16(each.name).toLatin1().constData());
    if (json.contains("tieBreak"_L1)) {
        rules.outcome.tieBreak.clear();
        for (const QJsonValue& each : members.array("tieBreak", 100))
            rules.outcome.tieBreak << each.toString();
    }
    const QJsonArray changes = json.value("changes"_L1).toArray();
    for (const QJsonValue& each : changes) {
        RuleChange change{QDateTime::fromString(each[u"at"].toString(), Qt::ISODate), each[u"person"].toString(), each[u"reason"].toString(), each[u"sheets"].toInt(), {}};
        for (const QJsonValue& words : each[u"words"].toArray())
            change.words << words.toString();
        rules.changes << change;
    }
    return rules;
}

RoundRules rulesOf(const QJsonObject& stored, const CallPack& pack)
{
    return roundRulesFrom(stored, usualRules(pack), pack.id);
}

QList<RuleSetting> ruleSettings(const RoundRules& given, const CallPack& pack)
{
    RoundRules rules = given;
    QList<RuleSetting> settings{{u"rule"_s, text(u"排名依据", u"what ranks"), ruleRange(), rankingRuleName(rules.outcome.rule)},
                                {u"tieBreak"_s, text(u"同分时依次比较", u"what decides between equal ones"),
                                 LocalizedText{u"评分项，用逗号隔开：%1"_s, u"criteria with commas between: %1"_s}.arg(criterionIds(pack).join(u' ')), rules.outcome.tieBreak.join(u',')}};
    for (const NumberRule& each : numberRules())
        settings << RuleSetting{QString::fromUtf16(each.name), each.word, rangeOf(each), numberText(each.get(rules))};
    for (const SwitchRule& each : switchRules())
        settings << RuleSetting{QString::fromUtf16(each.name), each.word, text(u"yes（是）或 no（否）", u"yes or no"), said(each.place(rules))};
    return settings;
}

RoundRules withSetting(const RoundRules& rules, const QString& setting, const CallPack& pack)
{
    const QString name = setting.section(u'=', 0, 0).trimmed();
    const QString value = setting.section(u'=', 1).trimmed();
    const QList<RuleSetting> all = ruleSettings(rules, pack);
    const auto known = std::find_if(all.begin(), all.end(), [&](const RuleSetting& each) { return each.name == name; });
    if (known == all.end() || !setting.contains(u'=')) {
        QStringList names;
        for (const RuleSetting& each : all)
            names << each.name;
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"没有规则“%1”。写法为 名称=值，名称有：%2。"_s, u"There is no rule “%1”. Write name=value; the names are: %2."_s}.arg(setting, names.join(u' ')), setting);
    }
    RoundRules changed = rules;
    if (!putWord(changed, name, value, pack) && !putNumber(changed, name, value))
        throw Error(ErrorCode::Usage, LocalizedText{u"“%1”不能用：%2，应为%3。"_s, u"“%1” cannot be: %2, should be %3."_s}.arg(setting, known->word, known->range), setting);
    return changed;
}

QList<LocalizedText> changesBetween(const RoundRules& before, const RoundRules& after, const CallPack& pack)
{
    QList<LocalizedText> changes;
    const QList<RuleSetting> was = ruleSettings(before, pack);
    for (const RuleSetting& each : ruleSettings(after, pack)) {
        const QString earlier = valueOf(was, each.name);
        if (earlier != each.value)
            changes << LocalizedText{u"%1：由 %2 改为 %3"_s, u"%1: from %2 to %3"_s}.arg(each.word, earlier.isEmpty() ? u"（空）"_s : earlier, each.value.isEmpty() ? u"（空）"_s : each.value);
    }
    return changes;
}

QMap<QString, QString> criterionTitles(const CallPack& pack)
{
    QMap<QString, QString> titles;
    const QStringList categories = pack.rubric.value("categories"_L1).toObject().keys();
    for (const QString& category : categories)
        for (const Criterion& each : rubricOf(pack, category).criteria)
            if (!titles.contains(each.id))
                titles.insert(each.id, each.title);
    return titles;
}

QStringList ruleSentences(const RoundRules& rules, const QMap<QString, QString>& criteria)
{
    const OutcomeRules& asked = rules.outcome;
    QStringList sentences;
    sentences << u"排名依据：%1。"_s.arg(rankingRuleWord(asked.rule).zh);
    if (asked.rule == RankingRule::Trimmed)
        sentences << u"有效评分满 %1 份的，去掉一个最高分和一个最低分后求平均；不满 %1 份的，直接求平均。"_s.arg(asked.trimFrom);
    sentences << u"每份申报书至少要有 %1 份有效评分，不足的不参加排名。作废和回避的评分不计入。"_s.arg(asked.least);
    sentences << u"比较时使用未经四舍五入的数值，只在印出时保留 %1 位小数。"_s.arg(rules.digits);
    QStringList order;
    for (const QString& id : asked.tieBreak)
        order << u"“%1”"_s.arg(criteria.value(id, id));
    sentences << (order.isEmpty() ? u"分数相同的并列，由评审会议决定先后。"_s : u"分数相同的，依次比较%1的平均分；仍相同的并列，由评审会议决定先后。"_s.arg(order.join(u'、')));
    if (asked.line > 0)
        sentences << u"入围线：前 %1 项。"_s.arg(asked.line);
    return sentences;
}

QStringList adjustmentSentences(const AdjustmentRules& rules)
{
    QStringList sentences{u"调整分：把每份评分看作申报书水平与专家宽严之和，由全部有效评分一并解出；申报书水平不作收缩，专家宽严按 λ＝%1 向零收缩。"_s.arg(numberText(rules.ridge))};
    sentences << u"每位专家的宽严最多修正 %1 分，评分少于 %2 份的专家不修正；修正上限在求解之后一次施加，再重新求平均。"_s.arg(numberText(rules.cap), QString::number(rules.leastScores));
    if (rules.robust)
        sentences << u"偏离过大的评分按 Huber 权重降低影响（c＝%1 倍残差标准差），权重低于 %2 的提请人工复核，不自动剔除。"_s.arg(numberText(rules.huber), numberText(rules.outlier));
    sentences << u"入围概率由 %1 次抽样得出（mt19937_64，种子 %2）；概率在 0.1 到 0.9 之间的属灰区，建议会议重点讨论。"_s.arg(QString::number(rules.draws), QString::number(rules.seed));
    return sentences;
}

} // namespace jz
