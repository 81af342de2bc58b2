// SPDX-License-Identifier: Apache-2.0
#include "app/review_table_json.h"

#include <functional>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

bool isChosen(const ConflictChoice& choice, const Expert& expert)
{
    return choice.expert.isEmpty() || expert.name == choice.expert || QString::number(expert.key) == choice.expert;
}

void forChosen(const ReviewTable& table, const ConflictChoice& choice, const std::function<void(const ReviewedDossier&, const Expert&, const Conflict&)>& visit)
{
    for (int j = 0; j < table.experts.size(); ++j)
        for (size_t i = 0; i < table.dossiers.size(); ++i) {
            const ReviewedDossier& dossier = table.dossiers[i];
            const Conflict& conflict = table.conflict(int(i), j);
            const ConflictGrade least = choice.withNotes ? ConflictGrade::Note : ConflictGrade::LookAt;
            const bool isDossier = choice.dossier.isNull() || dossier.submission.dossier == choice.dossier;
            if (isDossier && conflict.grade >= least && isChosen(choice, table.experts.at(j)))
                visit(dossier, table.experts.at(j), conflict);
        }
}

QJsonValue numberOf(const Expert& expert)
{
    return expert.key ? QJsonValue(expert.key) : QJsonValue();
}

} // namespace

QJsonArray evidenceJson(const Conflict& conflict)
{
    QJsonArray json;
    for (const ConflictEvidence& each : conflict.evidence)
        json.append(QJsonObject{{u"rule"_s, each.rule},
                                {u"grade"_s, conflictGradeName(each.grade)},
                                {u"field"_s, each.place.field},
                                {u"row"_s, each.place.row < 0 ? QJsonValue() : QJsonValue(each.place.row)},
                                {u"column"_s, each.place.column.isEmpty() ? QJsonValue() : QJsonValue(each.place.column)},
                                {u"words"_s, each.place.text},
                                {u"of"_s, each.of},
                                {u"message"_s, each.message.in(language())}});
    return json;
}

QJsonObject conflictsJson(const ReviewTable& table, const ConflictChoice& choice)
{
    QJsonArray conflicts;
    QMap<ConflictGrade, int> counts;
    forChosen(table, choice, [&](const ReviewedDossier& dossier, const Expert& expert, const Conflict& conflict) {
        ++counts[conflict.grade];
        conflicts.append(QJsonObject{{u"expert"_s, numberOf(expert)},
                                     {u"name"_s, expert.name},
                                     {u"dossier"_s, idText(dossier.submission.dossier)},
                                     {u"title"_s, dossier.submission.title},
                                     {u"grade"_s, conflictGradeName(conflict.grade)},
                                     {u"decided"_s, conflict.isDecided},
                                     {u"evidence"_s, evidenceJson(conflict)}});
    });
    QJsonArray elsewhere;
    for (int j = 0; j < table.experts.size(); ++j) {
        QJsonArray own;
        const QList<int> dossiers = isChosen(choice, table.experts.at(j)) ? table.ownDossiers(j) : QList<int>();
        for (const int each : dossiers)
            own.append(idText(table.dossiers[size_t(each)].submission.dossier));
        if (!own.isEmpty())
            elsewhere.append(QJsonObject{{u"expert"_s, numberOf(table.experts.at(j))}, {u"name"_s, table.experts.at(j).name}, {u"dossiers"_s, own}});
    }
    return {{u"round"_s, table.round.name},
            {u"experts"_s, table.experts.size()},
            {u"dossiers"_s, qint64(table.dossiers.size())},
            {u"excluded"_s, counts.value(ConflictGrade::Excluded)},
            {u"lookAt"_s, counts.value(ConflictGrade::LookAt)},
            {u"notes"_s, counts.value(ConflictGrade::Note)},
            {u"conflicts"_s, conflicts},
            {u"elsewhere"_s, elsewhere}};
}

void tellConflicts(const ReviewTable& table, const ConflictChoice& choice)
{
    int count = 0;
    forChosen(table, choice, [&](const ReviewedDossier& dossier, const Expert& expert, const Conflict& conflict) {
        ++count;
        print(u"%1　%2 %3（%4）　%5  %6"_s.arg(conflictGradeWord(conflict.grade).in(language()), expert.key ? QString::number(expert.key) : QString(), expert.name, expert.unit,
                                          idText(dossier.submission.dossier).first(8), dossier.submission.title));
        for (const ConflictEvidence& each : conflict.evidence)
            print(u"    "_s + each.message.in(language()));
    });
    if (count == 0)
        print(text(u"没有发现回避情形。", u"No conflict of interest was found.").in(language()));
    for (int j = 0; j < table.experts.size(); ++j)
        if (const QList<int> own = table.ownDossiers(j); !own.isEmpty() && isChosen(choice, table.experts.at(j)))
            print(LocalizedText{u"提示　%1 本次另有申报（%2 份），评其他申报书时请留意。"_s, u"note  %1 applies in this review too (%2 dossiers): to be borne in mind for the others."_s}
                      .arg(table.experts.at(j).name, QString::number(own.size()))
                      .in(language()));
}

} // namespace jz::cli
