// SPDX-License-Identifier: Apache-2.0
#include "model/review/panel_progress.h"

#include <QSet>

#include <numeric>
#include <random>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestWords = 8;

QString plainWords(const QString& comment)
{
    QString plain;
    for (const QChar letter : comment)
        if (letter.isLetterOrNumber())
            plain += letter.toLower();
    return plain;
}

QSet<QString> wordsIn(const DossierScores& scores)
{
    QSet<QString> words;
    QStringList all = scores.comments.values();
    all << scores.comment;
    for (const QString& each : all)
        if (const QString plain = plainWords(each); plain.size() >= shortestWords)
            words.insert(plain);
    return words;
}

} // namespace

QList<LocalizedText> gapsOf(const DossierScores& scores, const Rubric& rubric)
{
    QList<LocalizedText> gaps = scoreProblems(scores, rubric);
    if (scores.isVoid())
        return gaps;
    for (const Criterion& criterion : rubric.criteria) {
        const auto given = scores.points.constFind(criterion.id);
        if (given != scores.points.cend() && rubric.needsComment(criterion, *given) && scores.comments.value(criterion.id).trimmed().isEmpty())
            gaps << LocalizedText{u"“%1”评 %2 分（满分 %3），不低于 %4% 或低于 %5% 的请写评语。"_s, u"“%1” has %2 of %3 points: from %4 per cent on and below %5 per cent a comment is needed."_s}.arg(
                criterion.title, pointsText(*given), pointsText(criterion.most), QString::number(rubric.commentFrom), QString::number(rubric.commentBelow));
    }
    return gaps;
}

QList<QPair<qsizetype, qsizetype>> sameWords(const QList<DossierScores>& dossiers)
{
    QList<QSet<QString>> words;
    for (const DossierScores& each : dossiers)
        words << wordsIn(each);
    QList<QPair<qsizetype, qsizetype>> pairs;
    for (qsizetype i = 0; i < words.size(); ++i)
        for (qsizetype j = i + 1; j < words.size(); ++j)
            if (words.at(i).intersects(words.at(j)))
                pairs << QPair(i, j);
    return pairs;
}

QList<qsizetype> presentationOrder(qsizetype count, qint64 seed)
{
    QList<qsizetype> order(count);
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::mt19937_64 draw(quint64(seed) * 0x9E3779B97F4A7C15u + 1);
    for (qsizetype i = count - 1; i > 0; --i)
        order.swapItemsAt(i, qsizetype(draw() % quint64(i + 1))); // not std::shuffle, which differs between libraries
    return order;
}

} // namespace jz
