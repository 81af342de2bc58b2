// SPDX-License-Identifier: Apache-2.0
#include "model/review/review_data.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/recommendation/data_members.h"

#include <QJsonArray>
#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostDossiers = 20'000;
constexpr int mostExperts = 5'000;
constexpr int mostScores = 500'000;
constexpr int mostNumber = 1'000'000'000;
constexpr int mostCriteria = 200;
constexpr int mostPoints = 1'000'000;

QString kindName()
{
    return u"review-data"_s;
}

LocalizedText kindWord()
{
    return text(u"评审数据", u"review data");
}

QString standingName(ScoreStanding standing)
{
    switch (standing) {
    case ScoreStanding::Counts: return u"counts"_s;
    case ScoreStanding::Annulled: return u"annulled"_s;
    case ScoreStanding::Conflict: return u"conflict"_s;
    }
    return {};
}

QJsonArray categoriesJson(const ReviewData& data)
{
    QJsonArray categories;
    for (const ScoredCategory& category : data.categories) {
        QJsonArray criteria;
        for (const Criterion& each : category.criteria)
            criteria << QJsonObject{{u"id"_s, each.id}, {u"title"_s, each.title}, {u"most"_s, each.most}};
        categories << QJsonObject{{u"id"_s, category.id}, {u"name"_s, category.name}, {u"criteria"_s, criteria}};
    }
    return categories;
}

QJsonObject scoreJson(const ReviewData& data, const GivenSheetScore& each)
{
    QJsonObject points;
    for (auto given = each.entry.points.cbegin(); given != each.entry.points.cend(); ++given)
        points.insert(given.key(), given.value());
    QJsonObject json{{u"dossier"_s, data.dossiers.at(each.entry.dossier).id.toString(QUuid::WithoutBraces)},
                     {u"expert"_s, data.experts.at(each.entry.expert).number},
                     {u"points"_s, points},
                     {u"standing"_s, standingName(each.standing)},
                     {u"opinion"_s, each.opinion},
                     {u"visit"_s, each.visit}};
    if (!each.reason.isEmpty())
        json.insert(u"reason"_s, each.reason);
    return json;
}

/// Reads the lists of a ReviewData.
class DataReader
{
public:
    DataReader(const QJsonObject& object, const QString& subject) : m_members(object, {subject, kindWord(), {}}), m_subject(subject) {}

    void readCategories(ReviewData& data) const
    {
        forEach("categories", 100, [&](const QJsonObject& object, const DataMembers& members) {
            ScoredCategory category{members.text("id"), members.text("name"), {}};
            for (const QJsonValue& value : members.array("criteria", mostCriteria)) {
                const QJsonObject criterion = value.toObject();
                const DataMembers each(criterion, {m_subject, kindWord(), u"criteria/"_s});
                category.criteria << Criterion{each.someText("id"), each.text("title"), {}, each.number("most", 1, mostPoints), {}};
            }
            Q_UNUSED(object)
            data.categories << category;
        });
    }

    void readExperts(ReviewData& data)
    {
        forEach("experts", mostExperts, [&](const QJsonObject& object, const DataMembers& members) {
            const ScoringExpert expert{members.number("number", 1, mostNumber), object.value("name"_L1).toString()};
            if (m_experts.contains(expert.number))
                members.wrong("number");
            m_experts.insert(expert.number, int(data.experts.size()));
            data.experts << expert;
        });
    }

    void readDossiers(ReviewData& data)
    {
        forEach("dossiers", mostDossiers, [&](const QJsonObject&, const DataMembers& members) {
            const ScoredDossier dossier{members.id("id"), members.text("title"), members.text("applicant"), members.text("category"), members.text("panel"), members.text("base")};
            if (m_dossiers.contains(dossier.id))
                members.wrong("id");
            m_dossiers.insert(dossier.id, int(data.dossiers.size()));
            data.dossiers << dossier;
        });
    }

    void readScores(ReviewData& data) const
    {
        QSet<QPair<int, int>> seen;
        forEach("scores", mostScores, [&](const QJsonObject& object, const DataMembers& members) {
            GivenSheetScore score;
            score.entry.expert = m_experts.value(members.number("expert", 1, mostNumber), -1);
            score.entry.dossier = m_dossiers.value(members.id("dossier"), -1);
            if (score.entry.expert < 0 || seen.contains({score.entry.expert, score.entry.dossier}))
                members.wrong("expert");
            if (score.entry.dossier < 0)
                members.wrong("dossier");
            seen.insert({score.entry.expert, score.entry.dossier});
            score.standing = standingOf(members);
            score.entry.annulled = score.standing != ScoreStanding::Counts;
            readPoints(score, object, members, data.category(data.dossiers.at(score.entry.dossier).category));
            score.opinion = members.text("opinion");
            score.visit = members.truth("visit");
            score.reason = object.value("reason"_L1).toString();
            data.scores << score;
        });
    }

private:
    void forEach(const char* name, int most, const std::function<void(const QJsonObject&, const DataMembers&)>& read) const
    {
        const QJsonArray list = m_members.array(name, most);
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QJsonObject object = list.at(i).toObject();
            read(object, DataMembers(object, {m_subject, kindWord(), QString::fromLatin1(name) + u"/%1/"_s.arg(i)}));
        }
    }

    static ScoreStanding standingOf(const DataMembers& members)
    {
        const QString name = members.text("standing");
        for (const ScoreStanding each : {ScoreStanding::Counts, ScoreStanding::Annulled, ScoreStanding::Conflict})
            if (standingName(each) == name)
                return each;
        members.wrong("standing");
    }

    static void readPoints(GivenSheetScore& score, const QJsonObject& object, const DataMembers& members, const ScoredCategory* category)
    {
        const QJsonObject points = object.value("points"_L1).toObject();
        if (!category || points.size() != category->criteria.size())
            members.wrong("points");
        for (const Criterion& criterion : category->criteria) {
            const QJsonValue value = points.value(criterion.id);
            if (!value.isDouble() || value.toDouble() != value.toInt(-1) || value.toInt() < 0 || value.toInt() > criterion.most)
                members.wrong("points");
            score.entry.points.insert(criterion.id, value.toInt());
        }
    }

    DataMembers m_members;
    QString m_subject;
    QHash<int, int> m_experts;    // place by number
    QHash<QUuid, int> m_dossiers;
};

} // namespace

QString reviewDataName()
{
    return u"review.json"_s;
}

QByteArray reviewDataJson(const ReviewData& data)
{
    QJsonArray experts;
    for (const ScoringExpert& each : data.experts) {
        QJsonObject expert{{u"number"_s, each.number}};
        if (!each.name.isEmpty())
            expert.insert(u"name"_s, each.name);
        experts << expert;
    }
    QJsonArray dossiers;
    for (const ScoredDossier& each : data.dossiers)
        dossiers << QJsonObject{{u"id"_s, each.id.toString(QUuid::WithoutBraces)}, {u"title"_s, each.title}, {u"applicant"_s, each.applicant}, {u"category"_s, each.category}, {u"panel"_s, each.panel}, {u"base"_s, each.base}};
    QJsonArray scores;
    for (const GivenSheetScore& each : data.scores)
        scores << scoreJson(data, each);
    return canonicalJson({{u"format"_s, knownFormat},
                          {u"kind"_s, kindName()},
                          {u"call"_s, QJsonObject{{u"id"_s, data.callId}, {u"formHash"_s, hexText(data.formHash)}}},
                          {u"round"_s, data.round},
                          {u"asOf"_s, data.asOf.isValid() ? data.asOf.toUTC().toString(Qt::ISODate) : QString()},
                          {u"rules"_s, toJson(data.rules)},
                          {u"rubric"_s, QJsonObject{{u"id"_s, data.rubricId}, {u"official"_s, data.officialRubric}, {u"remark"_s, data.rubricRemark}}},
                          {u"categories"_s, categoriesJson(data)},
                          {u"experts"_s, experts},
                          {u"dossiers"_s, dossiers},
                          {u"scores"_s, scores}});
}

ReviewData parseReviewData(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, kindWord(), {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, place.kind, u"call/"_s});
    const QJsonObject rubric = object.value("rubric"_L1).toObject();
    const DataMembers rubricMembers(rubric, {subject, place.kind, u"rubric/"_s});
    ReviewData data;
    data.callId = callMembers.someText("id");
    data.formHash = callMembers.hash("formHash");
    data.round = members.someText("round");
    data.asOf = QDateTime::fromString(members.text("asOf"), Qt::ISODate);
    data.rules = roundRulesFrom(object.value("rules"_L1).toObject(), {}, subject);
    data.rubricId = rubricMembers.text("id");
    data.officialRubric = rubricMembers.truth("official");
    data.rubricRemark = rubricMembers.text("remark");
    DataReader reader(object, subject);
    reader.readCategories(data);
    reader.readExperts(data);
    reader.readDossiers(data);
    reader.readScores(data);
    return data;
}

} // namespace jz
