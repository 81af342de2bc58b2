// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/assignment_task.h"

#include "model/reference/text_forms.h"
#include "model/reference/unit_names.h"

#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int conflictByte = 255;
constexpr int lookAtCost = 100;
constexpr int otherCategory = 50;
constexpr int otherField = 40;
constexpr int otherGroup = 30;

QSet<quint32> pairsOfLetters(const QString& text)
{
    QSet<quint32> pairs;
    const QString key = unitKey(text);
    for (qsizetype i = 0; i + 1 < key.size(); ++i)
        pairs.insert(quint32(key.at(i).unicode()) << 16 | key.at(i + 1).unicode());
    return pairs;
}

/// How far an expert's field is from what a dossier is about: 0 for all of its words, `otherField` for none, the half of it when there is no field.
int fieldCost(const QSet<quint32>& field, const QSet<quint32>& about)
{
    if (field.isEmpty())
        return otherField / 2;
    const auto shared = std::count_if(field.begin(), field.end(), [&](quint32 pair) { return about.contains(pair); });
    return otherField - int(otherField * shared / field.size());
}

std::vector<int> numbers(const QJsonArray& array)
{
    std::vector<int> list;
    for (const QJsonValue& each : array)
        list.push_back(each.toInt());
    return list;
}

QJsonArray arrayOf(const std::vector<int>& list)
{
    QJsonArray array;
    for (const int each : list)
        array.append(each);
    return array;
}

/// Numbers for the names of groups; nobody shares the number of those without one.
class GroupNumbers
{
public:
    int of(const QString& name, int none)
    {
        if (name.isEmpty())
            return none;
        if (!m_numbers.contains(name))
            m_numbers.insert(name, int(m_numbers.size()));
        return m_numbers.value(name);
    }

private:
    QHash<QString, int> m_numbers;
};

} // namespace

std::vector<int> takingPart(const ReviewTable& table, const ReviewProgress& progress, const AssignOrder& order)
{
    const bool hasGroups = std::any_of(table.experts.begin(), table.experts.end(), [](const Expert& each) { return !each.panel.isEmpty(); });
    QSet<qint64> begun;
    for (const ReviewPair& each : progress.begun)
        begun.insert(each.second);
    std::vector<int> places;
    for (int j = 0; j < table.experts.size(); ++j) {
        const Expert& expert = table.experts.at(j);
        const bool isAsked = !expert.panel.isEmpty() || (order.mode == "flow"_L1 && !hasGroups);
        if (!progress.declined.contains(expert.key) && (isAsked || begun.contains(expert.key)))
            places.push_back(j);
    }
    return places;
}

AssignmentTask taskOf(const ReviewTable& table, const std::vector<int>& experts, const ReviewProgress& progress, const QList<ReviewPair>& fixed, const AssignOrder& order)
{
    AssignmentTask task;
    task.experts = int(experts.size());
    task.dossiers = int(table.dossiers.size());
    task.least = order.least;
    task.normal = std::max(order.least, order.normal);
    task.foreign = order.foreign;
    task.seed = order.seed;
    GroupNumbers groups;
    std::vector<QSet<quint32>> fields;
    for (const int j : experts) {
        const Expert& expert = table.experts.at(j);
        task.loads.push_back(expert.load > 0 ? expert.load : order.load > 0 ? order.load : task.dossiers);
        task.expertGroups.push_back(groups.of(expert.panel, -2));
        fields.push_back(pairsOfLetters(expert.field));
    }
    const QSet<ReviewPair> voided(progress.voided.begin(), progress.voided.end());
    const QSet<ReviewPair> kept(fixed.begin(), fixed.end());
    for (size_t i = 0; i < table.dossiers.size(); ++i) {
        const ReviewedDossier& dossier = table.dossiers[i];
        task.dossierGroups.push_back(groups.of(dossier.panel, -1));
        const QSet<quint32> about = pairsOfLetters(dossier.submission.search);
        std::vector<int> row;
        for (size_t j = 0; j < experts.size(); ++j) {
            const Expert& expert = table.experts.at(experts[j]);
            const Conflict& conflict = table.conflict(int(i), experts[j]);
            const ReviewPair pair(dossier.submission.dossier, expert.key);
            const int category = expert.categories.isEmpty() || expert.categories.contains(dossier.submission.category) ? 0 : otherCategory;
            const int group = order.mode == "groups"_L1 && task.expertGroups[j] != task.dossierGroups[i] ? otherGroup : 0;
            const int fit = std::min(lookAtCost, category + group + fieldCost(fields[j], about));
            const bool never = conflict.grade == ConflictGrade::Excluded || voided.contains(pair);
            row.push_back(never ? AssignmentTask::conflict : conflict.grade == ConflictGrade::LookAt ? lookAtCost : fit);
            if (kept.contains(pair) && !voided.contains(pair))
                task.begun.push_back({int(i), int(j)});
        }
        task.cost.push_back(std::move(row));
    }
    return task;
}

QJsonObject orderJson(const AssignOrder& order)
{
    return {{u"mode"_s, order.mode}, {u"seed"_s, QString::number(order.seed)}, {u"least"_s, order.least}, {u"normal"_s, order.normal}, {u"foreign"_s, order.foreign}, {u"load"_s, order.load}};
}

AssignOrder orderFrom(const QJsonObject& rules)
{
    AssignOrder order;
    order.mode = rules.value("mode"_L1).toString(order.mode);
    order.seed = rules.value("seed"_L1).toString(u"1"_s).toULongLong();
    order.least = rules.value("least"_L1).toInt(order.least);
    order.normal = rules.value("normal"_L1).toInt(order.normal);
    order.foreign = rules.value("foreign"_L1).toInt(order.foreign);
    order.load = rules.value("load"_L1).toInt(order.load);
    return order;
}

QJsonObject taskJson(const AssignmentTask& task, const std::vector<qint64>& experts, const QStringList& dossiers)
{
    QByteArray costs;
    for (const std::vector<int>& row : task.cost)
        for (const int cost : row)
            costs.append(char(cost == AssignmentTask::conflict ? conflictByte : cost));
    QJsonArray begun;
    for (const AssignedPair& pair : task.begun)
        begun.append(QJsonArray{pair.dossier, pair.expert});
    QJsonArray keys;
    for (const qint64 each : experts)
        keys.append(each);
    return {{u"experts"_s, keys},
            {u"dossiers"_s, QJsonArray::fromStringList(dossiers)},
            {u"loads"_s, arrayOf(task.loads)},
            {u"expertGroups"_s, arrayOf(task.expertGroups)},
            {u"dossierGroups"_s, arrayOf(task.dossierGroups)},
            {u"begun"_s, begun},
            {u"balance"_s, task.balance},
            {u"cost"_s, QString::fromLatin1(costs.toBase64())}};
}

AssignmentTask taskFrom(const QJsonObject& json, const AssignOrder& order)
{
    AssignmentTask task;
    task.experts = int(json.value("experts"_L1).toArray().size());
    task.dossiers = int(json.value("dossiers"_L1).toArray().size());
    task.least = order.least;
    task.normal = std::max(order.least, order.normal);
    task.foreign = order.foreign;
    task.seed = order.seed;
    task.balance = json.value("balance"_L1).toInt(task.balance);
    task.loads = numbers(json.value("loads"_L1).toArray());
    task.expertGroups = numbers(json.value("expertGroups"_L1).toArray());
    task.dossierGroups = numbers(json.value("dossierGroups"_L1).toArray());
    const QJsonArray begun = json.value("begun"_L1).toArray();
    for (const QJsonValue& each : begun)
        task.begun.push_back({each[0].toInt(), each[1].toInt()});
    const QByteArray costs = QByteArray::fromBase64(json.value("cost"_L1).toString().toLatin1());
    task.cost.assign(size_t(task.dossiers), std::vector<int>(size_t(task.experts)));
    for (qsizetype at = 0; at < std::min<qsizetype>(costs.size(), qsizetype(task.dossiers) * task.experts); ++at) {
        const int cost = uchar(costs.at(at));
        task.cost[size_t(at / task.experts)][size_t(at % task.experts)] = cost == conflictByte ? AssignmentTask::conflict : cost;
    }
    return task;
}

} // namespace jz
