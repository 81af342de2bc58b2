// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/panel_groups.h"

#include "model/review/expert_fields.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const LocalizedText& why, const QString& subject)
{
    throw Error(ErrorCode::Usage, why, subject);
}

/// Places of dossiers by category, in the order of the call's options; those of a category that it does not have at the end.
std::vector<std::pair<QString, std::vector<int>>> byCategory(const ReviewTable& table, const QList<Choice>& categories)
{
    std::vector<std::pair<QString, std::vector<int>>> parts;
    for (const Choice& each : categories)
        parts.push_back({each.id, {}});
    parts.push_back({{}, {}});
    for (size_t i = 0; i < table.dossiers.size(); ++i) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& each) { return each.first == table.dossiers[i].submission.category; });
        (found == parts.end() ? parts.back() : *found).second.push_back(int(i));
    }
    std::erase_if(parts, [](const auto& each) { return each.second.empty(); });
    return parts;
}

/// How many groups each part gets: at least one, the others one by one where groups are largest.
std::vector<int> shares(const std::vector<std::pair<QString, std::vector<int>>>& parts, int count)
{
    std::vector<int> shares(parts.size(), 1);
    for (int rest = count - int(parts.size()); rest > 0; --rest) {
        size_t largest = 0;
        for (size_t k = 1; k < parts.size(); ++k)
            if (parts[k].second.size() * size_t(shares[largest]) > parts[largest].second.size() * size_t(shares[k]))
                largest = k;
        ++shares[largest];
    }
    return shares;
}

struct Division
{
    QStringList names;
    std::vector<std::vector<int>> groups;
};

/// Contiguous stretches of the categories, for fewer groups than categories.
Division stretched(const std::vector<std::pair<QString, std::vector<int>>>& parts, int count, size_t total)
{
    Division division;
    division.groups.resize(size_t(count));
    size_t at = 0;
    for (const auto& part : parts)
        for (const int dossier : part.second)
            division.groups[at++ * size_t(count) / total].push_back(dossier);
    for (int k = 0; k < count; ++k)
        division.names << u"第%1组"_s.arg(k + 1);
    return division;
}

Division divided(const ReviewTable& table, const QList<Choice>& categories, int count)
{
    const auto parts = byCategory(table, categories);
    if (count < int(parts.size()))
        return stretched(parts, count, table.dossiers.size());
    Division division;
    const std::vector<int> share = shares(parts, count);
    for (size_t k = 0; k < parts.size(); ++k) {
        const auto label = std::find_if(categories.begin(), categories.end(), [&](const Choice& each) { return each.id == parts[k].first; });
        const QString name = label == categories.end() ? u"其他"_s : label->label;
        const size_t first = division.groups.size();
        division.groups.resize(first + size_t(share[k]));
        for (size_t i = 0; i < parts[k].second.size(); ++i)
            division.groups[first + i % size_t(share[k])].push_back(parts[k].second[i]);
        for (int n = 1; n <= share[k]; ++n)
            division.names << (share[k] == 1 ? QString(name + u"组"_s) : QString(name + u"第%1组"_s.arg(n)));
    }
    return division;
}

/// Each expert into one group: a flow in which groups take experts as experts take dossiers.
AssignmentTask expertTask(const ReviewTable& table, const Division& division, quint64 seed)
{
    const int count = int(division.groups.size());
    AssignmentTask task;
    task.experts = count;
    task.dossiers = int(table.experts.size());
    task.least = task.normal = 1;
    task.seed = seed;
    task.loads.assign(size_t(count), (task.dossiers + count - 1) / count);
    for (int j = 0; j < task.dossiers; ++j) {
        const Expert& expert = table.experts.at(j);
        std::vector<int> row;
        for (const std::vector<int>& group : division.groups) {
            int other = 0, excluded = 0;
            for (const int dossier : group) {
                const bool judges = expert.categories.isEmpty() || expert.categories.contains(table.dossiers[size_t(dossier)].submission.category);
                other += judges ? 0 : 1;
                excluded += table.conflict(dossier, j).grade >= ConflictGrade::LookAt ? 1 : 0;
            }
            const int size = std::max(1, int(group.size()));
            row.push_back(std::min(100, 60 * other / size + (excluded ? 10 + 30 * excluded / size : 0)));
        }
        task.cost.push_back(std::move(row));
    }
    return task;
}

} // namespace

GroupPlan planGroups(Workspace& workspace, const ReviewTable& table, const CallPack& pack, int count, quint64 seed)
{
    if (!progressOf(workspace, table.round).begun.isEmpty())
        refuse(text(u"已有评审包发出，不能自动重新分组。请手工调整还没有发出的部分。", u"Panel bundles are out: groups are not made anew. Change by hand what is not out yet."), table.round.name);
    if (count < 1 || count > int(table.dossiers.size()) || count > table.experts.size())
        refuse(LocalizedText{u"组数应在 1 到 %1 之间（申报书 %2 份，专家 %3 位）。"_s, u"There may be 1 to %1 groups (%2 dossiers, %3 experts)."_s}.arg(
                   QString::number(std::min<qsizetype>(qsizetype(table.dossiers.size()), table.experts.size())), QString::number(table.dossiers.size()), QString::number(table.experts.size())),
               QString::number(count));
    const Division division = divided(table, categoriesOf(pack), count);
    GroupPlan plan;
    plan.names = division.names;
    for (int k = 0; k < count; ++k)
        for (const int dossier : division.groups[size_t(k)])
            plan.dossiers.insert(table.dossiers[size_t(dossier)].submission.dossier, division.names.at(k));
    const Assignment experts = assigned(expertTask(table, division, seed));
    for (const AssignedPair& each : experts.pairs)
        plan.experts.insert(table.experts.at(each.dossier).key, division.names.at(each.expert));
    return plan;
}

void keepGroups(Workspace& workspace, const ReviewTable& table, const GroupPlan& plan, qint64 person)
{
    const QHash<QUuid, QString> panels = workspace.experts().panels(table.round.key);
    const ReviewProgress progress = progressOf(workspace, table.round);
    QList<Expert> experts;
    for (auto each = plan.experts.begin(); each != plan.experts.end(); ++each) {
        const int at = table.expertAt(each.key());
        if (at < 0 || table.experts.at(at).panel == each.value())
            continue;
        Expert expert = table.experts.at(at);
        expert.panel = each.value();
        experts << expert;
    }
    for (const ReviewPair& each : progress.begun) {
        const bool moves = plan.dossiers.contains(each.first) && plan.dossiers.value(each.first) != panels.value(each.first);
        const bool leaves = std::any_of(experts.begin(), experts.end(), [&](const Expert& expert) { return expert.key == each.second; });
        if (moves || leaves)
            refuse(text(u"评审包已发出的申报书和专家不能换组。", u"A dossier or an expert of a panel bundle that is out does not change its group."), each.first.toString(QUuid::WithoutBraces));
    }
    workspace.experts().setPanels(table.round.key, plan.dossiers, person);
    workspace.experts().keep(experts);
}

} // namespace jz
