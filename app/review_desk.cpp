// SPDX-License-Identifier: Apache-2.0
#include "app/review_desk.h"

#include "model/base/counted_text.h"
#include "model/review/panel_progress.h"
#include "model/review/score_sheet_paper.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject dossierJson(const ExpertPanel& panel, const PanelDossier& dossier, const DossierScores& scores)
{
    const Rubric rubric = panel.rubric(dossier);
    QJsonObject points;
    for (auto each = scores.points.cbegin(); each != scores.points.cend(); ++each)
        points.insert(each.key(), each.value() / 100.0);
    QJsonObject comments;
    for (auto each = scores.comments.cbegin(); each != scores.comments.cend(); ++each)
        comments.insert(each.key(), each.value());
    QJsonArray gaps;
    for (const LocalizedText& each : gapsOf(scores, rubric))
        gaps.append(each.in(language()));
    return {{u"number"_s, dossier.number},      {u"title"_s, dossier.title},       {u"applicant"_s, dossier.applicant},
            {u"category"_s, dossier.category},  {u"points"_s, points},             {u"total"_s, scores.total() / 100.0},
            {u"band"_s, rubric.band(scores.total() / 100.0)},                      {u"comments"_s, comments},
            {u"comment"_s, scores.comment},     {u"opinion"_s, scores.opinion},    {u"visit"_s, scores.visit},
            {u"conflict"_s, scores.conflict},   {u"note"_s, panel.entry(dossier).note}, {u"gaps"_s, gaps}};
}

QString lineOf(const QJsonObject& dossier)
{
    const QString number = QString::number(dossier[u"number"_s].toInt());
    if (!dossier[u"conflict"_s].toString().isEmpty())
        return LocalizedText{u"%1　%2　回避：%3"_s, u"%1  %2  conflict: %3"_s}.arg(number, dossier[u"title"_s].toString(), dossier[u"conflict"_s].toString()).in(language());
    const qsizetype gaps = dossier[u"gaps"_s].toArray().size();
    const LocalizedText state = gaps == 0 ? text(u"已完成", u"complete") : counted(u"还差 %1 处", u"%1 {gap|gaps}").arg(QString::number(gaps));
    return LocalizedText{u"%1　%2　%3 分 %4　%5"_s, u"%1  %2  %3 points %4  %5"_s}
        .arg(number, dossier[u"title"_s].toString(), pointsText(Hundredths(std::lround(dossier[u"total"_s].toDouble() * 100))), dossier[u"band"_s].toString(), state.in(language()))
        .in(language());
}

} // namespace

QJsonObject taskJson(const ExpertPanel& panel)
{
    QJsonArray dossiers;
    for (const PanelDossier& each : panel.panel().dossiers)
        dossiers.append(QJsonObject{{u"number"_s, each.number}, {u"title"_s, each.title}, {u"applicant"_s, each.applicant}, {u"people"_s, QJsonArray::fromStringList(each.people)}});
    const OpenedPanel& record = panel.record();
    return {{u"panel"_s, record.number},
            {u"expert"_s, panel.panel().expert},
            {u"round"_s, panel.panel().round},
            {u"due"_s, panel.panel().due.isValid() ? QJsonValue(panel.panel().due.toString(Qt::ISODate)) : QJsonValue()},
            {u"answer"_s, record.answer.isEmpty() ? QJsonValue() : QJsonValue(record.answer)},
            {u"promise"_s, promiseWords(panel.pack())},
            {u"dossiers"_s, dossiers}};
}

void printTask(const ExpertPanel& panel)
{
    print(LocalizedText{u"评审任务书 %1　专家 %2　评审“%3”"_s, u"Panel %1, expert %2, review “%3”"_s}.arg(panel.panel().number, panel.panel().expert, panel.panel().round).in(language()));
    for (const PanelDossier& each : panel.panel().dossiers)
        print(u"  %1　%2　%3　%4"_s.arg(QString::number(each.number), each.title, each.applicant, each.people.join(u'、')));
    print(promiseWords(panel.pack()));
    if (panel.record().answer.isEmpty())
        print(LocalizedText{u"请先核对以上单位和人员，再答复：review answer %1 accept [--conflict 编号=理由]，或 decline --reason 理由。"_s,
                            u"Look for conflicts among these hosts and people, then answer: review answer %1 accept [--conflict NUMBER=REASON], or decline --reason REASON."_s}
                  .arg(panel.panel().number)
                  .in(language()));
}

QJsonObject progressJson(const ExpertPanel& panel)
{
    const QList<DossierScores> scores = panel.scores();
    const QList<QPair<qsizetype, qsizetype>> same = sameWords(scores);
    const QList<PanelDossier>& all = panel.panel().dossiers;
    QJsonArray dossiers;
    int done = 0;
    const QList<qsizetype> order = panel.order();
    for (const qsizetype place : order) {
        QJsonObject each = dossierJson(panel, all.at(place), scores.at(place));
        QJsonArray others;
        for (const auto& [one, other] : same)
            if (one == place || other == place)
                others.append(all.at(one == place ? other : one).number);
        each.insert(u"order"_s, dossiers.size() + 1);
        each.insert(u"sameWords"_s, others);
        done += each[u"gaps"_s].toArray().isEmpty() ? 1 : 0;
        dossiers.append(each);
    }
    QJsonArray ranking;
    for (const QUuid& each : panel.record().ranking)
        ranking.append(panel.panel().dossier(each)->number);
    const int version = panel.finishedVersion();
    return {{u"panel"_s, panel.panel().number},
            {u"answer"_s, panel.record().answer},
            {u"promised"_s, panel.record().promised.toString(Qt::ISODate)},
            {u"version"_s, version},
            {u"changed"_s, panel.sheet(QDate::currentDate()).version != version},
            {u"papers"_s, panel.hasPapers()},
            {u"progress"_s, QJsonObject{{u"done"_s, done}, {u"of"_s, all.size()}}},
            {u"dossiers"_s, dossiers},
            {u"ranking"_s, ranking}};
}

void printProgress(const ExpertPanel& panel)
{
    const QJsonObject progress = progressJson(panel);
    print(LocalizedText{u"%1　已评 %2/%3"_s, u"%1  %2 of %3 judged"_s}
              .arg(panel.panel().number, QString::number(progress[u"progress"_s][u"done"_s].toInt()), QString::number(progress[u"progress"_s][u"of"_s].toInt()))
              .in(language()));
    const QJsonArray dossiers = progress[u"dossiers"_s].toArray();
    for (const QJsonValue& each : dossiers) {
        print(lineOf(each.toObject()));
        const QJsonArray gaps = each[u"gaps"_s].toArray();
        for (const QJsonValue& gap : gaps)
            print(u"    "_s + gap.toString());
        const QJsonArray same = each[u"sameWords"_s].toArray();
        for (const QJsonValue& other : same)
            print(LocalizedText{u"    与编号 %1 有相同的评语，请核对。"_s, u"    The same words stand at number %1: please look."_s}.arg(QString::number(other.toInt())).in(language()));
    }
}

int dossierNumber(const QString& typed)
{
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!isNumber)
        throw Error(ErrorCode::Usage, LocalizedText{u"“%1”不是编号。编号见 review list。"_s, u"“%1” is no number of a dossier. See review list."_s}.arg(typed), typed);
    return number;
}

QList<QPair<QString, QString>> pairsOf(const Call& call, const QString& option)
{
    QStringList given = call.options.values(option);
    std::reverse(given.begin(), given.end());
    QList<QPair<QString, QString>> pairs;
    for (const QString& each : std::as_const(given)) {
        if (!each.contains(u'='))
            throw Error(ErrorCode::Usage, LocalizedText{u"--%1 的写法是“名称=内容”，写的是“%2”。"_s, u"--%1 is written NAME=WORDS, not “%2”."_s}.arg(option, each), option);
        pairs << QPair(each.section(u'=', 0, 0).trimmed(), each.section(u'=', 1));
    }
    return pairs;
}

const Criterion& criterionOf(const Rubric& rubric, const QString& named)
{
    bool isPlace = false;
    const int place = named.toInt(&isPlace);
    if (isPlace && place >= 1 && place <= rubric.criteria.size())
        return rubric.criteria.at(place - 1);
    QStringList known;
    for (const Criterion& each : rubric.criteria) {
        if (each.id == named || each.title == named)
            return each;
        known << each.id;
    }
    throw Error(ErrorCode::Usage, LocalizedText{u"评分标准里没有“%1”。可写：%2。"_s, u"The rubric has no “%1”. There are: %2."_s}.arg(named, known.join(u", "_s)), named);
}

} // namespace jz::cli
