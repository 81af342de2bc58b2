// SPDX-License-Identifier: Apache-2.0
#include "model/review/review_data.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

bool ReviewData::isInternal() const
{
    return std::any_of(experts.begin(), experts.end(), [](const ScoringExpert& each) { return !each.name.isEmpty(); });
}

const ScoredCategory* ReviewData::category(const QString& id) const
{
    const auto found = std::find_if(categories.begin(), categories.end(), [&](const ScoredCategory& each) { return each.id == id; });
    if (found != categories.end())
        return &*found;
    return categories.size() == 1 ? &categories.first() : nullptr; // a rubric for all, see rubricOf()
}

QMap<QString, QString> ReviewData::criterionTitles() const
{
    QMap<QString, QString> titles;
    for (const ScoredCategory& category : categories)
        for (const Criterion& each : category.criteria)
            if (!titles.contains(each.id))
                titles.insert(each.id, each.title);
    return titles;
}

int ReviewData::dossierAt(const QUuid& id) const
{
    const auto found = std::find_if(dossiers.begin(), dossiers.end(), [&](const ScoredDossier& each) { return each.id == id; });
    return found == dossiers.end() ? -1 : int(found - dossiers.begin());
}

ReviewData withoutNames(const ReviewData& data)
{
    ReviewData bare = data;
    for (ScoringExpert& each : bare.experts)
        each.name.clear();
    for (GivenSheetScore& each : bare.scores)
        each.reason.clear();
    for (RuleChange& each : bare.rules.changes)
        each.person.clear();
    return bare;
}

QString categoryName(const ReviewData& data, const QString& id)
{
    const ScoredCategory* const found = data.category(id);
    return found ? found->name : id;
}

RoundResults resultsOf(const ReviewData& data)
{
    QList<ScoreEntry> entries;
    QList<ScoreEntry> earlier;
    RoundResults results;
    for (const GivenSheetScore& each : data.scores) {
        entries << each.entry;
        earlier << each.entry;
        earlier.last().annulled = each.standing == ScoreStanding::Conflict;
        results.annulled += each.standing == ScoreStanding::Annulled;
    }
    results.now = outcomeOf(entries, int(data.experts.size()), int(data.dossiers.size()), data.rules.outcome);
    results.before = results.annulled ? outcomeOf(earlier, int(data.experts.size()), int(data.dossiers.size()), data.rules.outcome) : results.now;
    return results;
}

} // namespace jz
