// SPDX-License-Identifier: Apache-2.0
#include "ui/form/body_hits.h"

#include "model/reference/reference_search.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHits = 60;

QString groupOf(const RecommendingBody& body, const CallPack& pack)
{
    QString kind;
    for (const CallFacts::Quota& quota : pack.facts.quotas)
        if (quota.bodyKind == body.kind)
            kind = say(quota.label);
    if (body.group.isEmpty() || body.group == kind)
        return kind;
    return kind.isEmpty() ? body.group : QString(kind + u" · "_s + body.group);
}

} // namespace

QList<SearchBox::Hit> bodyHits(const CallPack& pack, const RecommendingBodies& bodies, const QString& query)
{
    QList<const RecommendingBody*> found;
    if (query.trimmed().isEmpty()) {
        for (const RecommendingBody& body : bodies.all())
            found.append(&body);
    } else {
        for (const QString& name : builtInBodySearch().find(query, mostHits))
            found.append(bodies.find(name));
    }
    QStringList groups;
    QHash<QString, QList<SearchBox::Hit>> byGroup;
    for (const RecommendingBody* const body : found) {
        const QString group = groupOf(*body, pack);
        if (!byGroup.contains(group))
            groups.append(group);
        byGroup[group].append({body->name, body->name, body->shortName == body->name ? QString() : body->shortName, group});
    }
    QList<SearchBox::Hit> hits;
    for (const QString& group : groups)
        hits += byGroup.value(group);
    return hits;
}

} // namespace jz::ui
