// SPDX-License-Identifier: Apache-2.0
#include "model/review/score_chart.h"

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int dossiersTogether = 36;
constexpr double lineHeight = 5.6; ///< mm, of a dossier
constexpr double scaleHeight = 7;
constexpr double nameShare = 0.36;
constexpr double margin = 4;       ///< mm at both sides of the scale
const TextStyle name{FontRole::FangSong, 8.5, 12, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 8, 11, Align::Center, 0};

/// Paints one row of the chart.
class Chart
{
public:
    Chart(const ReviewData& data, const ReviewOutcome& outcome, double width, TextMeasure& measure) : m_data(data), m_outcome(outcome), m_width(width), m_measure(measure)
    {
        int lowest = 0;
        int highest = 0;
        for (const GivenSheetScore& each : data.scores) {
            const int total = each.entry.total();
            lowest = highest == 0 ? total : std::min(lowest, total);
            highest = std::max(highest, total);
        }
        m_from = std::floor(lowest / 1000.0) * 10;
        m_to = std::max(m_from + 10, std::ceil(highest / 1000.0) * 10);
    }

    Row row(qsizetype first, qsizetype count)
    {
        m_row = {};
        m_row.fixedHeight = scaleHeight + double(count) * lineHeight + 2;
        paintScale(double(count));
        for (qsizetype i = 0; i < count; ++i)
            paintDossier(m_outcome.dossiers.at(first + i), scaleHeight + double(i) * lineHeight, first + i);
        return m_row;
    }

private:
    double at(double points) const
    {
        const double left = m_width * nameShare + margin;
        return left + (points - m_from) / (m_to - m_from) * (m_width - margin - left);
    }

    void rule(double x1, double y1, double x2, double y2, double points) { m_row.fixed << Block{Block::Kind::Rule, QRectF(QPointF(x1, y1), QPointF(x2, y2)), {}, {}, points, {}}; }
    void text(const QString& words, const TextStyle& style, const QRectF& rect) { m_row.fixed << Block{Block::Kind::Text, rect, words, style, 0, {}}; }

    void paintScale(double count)
    {
        const double step = m_to - m_from > 50 ? 20 : 10;
        for (double points = m_from; points <= m_to + 0.5; points += step) {
            text(QString::number(points), digits, QRectF(at(points) - 8, 1, 16, 4.5));
            rule(at(points), scaleHeight - 1, at(points), scaleHeight + count * lineHeight, 0.15);
        }
    }

    void paintDossier(const DossierOutcome& outcome, double top, qsizetype index)
    {
        const double middle = top + lineHeight / 2;
        const QString place = outcome.place ? QString::number(outcome.place) : u"—"_s;
        text(place, digits, QRectF(0, top + 0.8, 8, 4.2));
        text(m_measure.elided(m_data.dossiers.at(outcome.dossier).shortTitle(), name, m_width * nameShare - 10), name, QRectF(8.5, top + 0.7, m_width * nameShare - 9, 4.2));
        if (outcome.counted() > 0)
            rule(at(outcome.lowest / 100.0), middle, at(outcome.highest / 100.0), middle, 0.4);
        for (const int entry : outcome.entries)
            paintScore(m_data.scores.at(entry), middle);
        if (outcome.counted() > 0) {
            const double x = at(rankedValue(outcome, m_data.rules.outcome.rule));
            rule(x, middle - 1.5, x, middle + 1.5, 2.6);
        }
        const int line = m_data.rules.outcome.line;
        const bool isLast = index + 1 < m_outcome.dossiers.size() && outcome.place > 0 && outcome.place <= line
                            && (m_outcome.dossiers.at(index + 1).place > line || m_outcome.dossiers.at(index + 1).place == 0);
        if (line > 0 && isLast)
            paintLine(top + lineHeight);
    }

    void paintScore(const GivenSheetScore& score, double middle)
    {
        const double x = at(score.entry.total() / 100.0);
        if (score.standing == ScoreStanding::Counts)
            return rule(x, middle - 0.9, x, middle + 0.9, 0.8);
        rule(x - 0.8, middle - 0.8, x + 0.8, middle + 0.8, 0.5);
        rule(x - 0.8, middle + 0.8, x + 0.8, middle - 0.8, 0.5);
    }

    void paintLine(double y)
    {
        for (double x = 0; x < m_width - 3; x += 3)
            rule(x, y, std::min(x + 1.6, m_width), y, 1.2);
    }

    const ReviewData& m_data;
    const ReviewOutcome& m_outcome;
    double m_width;
    TextMeasure& m_measure;
    double m_from = 0;
    double m_to = 100;
    Row m_row;
};

} // namespace

QList<Row> scoreChart(const ReviewData& data, const ReviewOutcome& outcome, double width, TextMeasure& measure)
{
    QList<Row> rows;
    Chart chart(data, outcome, width, measure);
    for (qsizetype first = 0; first < outcome.dossiers.size(); first += dossiersTogether)
        rows << chart.row(first, std::min<qsizetype>(dossiersTogether, outcome.dossiers.size() - first));
    return rows;
}

} // namespace jz
