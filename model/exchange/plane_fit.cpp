// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/plane_fit.h"

#include <array>
#include <cmath>
#include <random>

namespace jz {

namespace {

constexpr int samples = 300;
constexpr qsizetype fewestAgreeing = 6;
constexpr double pageScale = 0.01;    ///< mm to numbers around 1: keeps the equations well conditioned
constexpr double pictureScale = 0.001;

template<size_t N>
using Equations = std::array<std::array<double, N + 1>, N>;

/// Adds row · x = value to normal equations.
template<size_t N>
void addRow(Equations<N>& equations, const std::array<double, N>& row, double value)
{
    for (size_t i = 0; i < N; ++i) {
        for (size_t j = 0; j < N; ++j)
            equations[i][j] += row[i] * row[j];
        equations[i][N] += row[i] * value;
    }
}

/// Gauss with pivots.
template<size_t N>
std::optional<std::array<double, N>> solved(Equations<N> equations)
{
    for (size_t column = 0; column < N; ++column) {
        size_t best = column;
        for (size_t row = column + 1; row < N; ++row) {
            if (std::abs(equations[row][column]) > std::abs(equations[best][column]))
                best = row;
        }
        std::swap(equations[column], equations[best]);
        const double pivot = equations[column][column];
        if (std::abs(pivot) < 1e-12)
            return std::nullopt;
        for (size_t row = 0; row < N; ++row) {
            const double factor = row == column ? 0 : equations[row][column] / pivot;
            for (size_t i = column; factor != 0 && i <= N; ++i)
                equations[row][i] -= factor * equations[column][i];
        }
    }
    std::array<double, N> result;
    for (size_t i = 0; i < N; ++i)
        result[i] = equations[i][N] / equations[i][i];
    return result;
}

QTransform unscaled(const QTransform& fitted)
{
    return QTransform::fromScale(pageScale, pageScale) * fitted
           * QTransform::fromScale(1 / pictureScale, 1 / pictureScale);
}

std::optional<QTransform> fitAffine(const QList<PointPair>& pairs)
{
    Equations<6> equations{};
    for (const PointPair& pair : pairs) {
        const QPointF p = pair.page * pageScale;
        const QPointF q = pair.picture * pictureScale;
        addRow<6>(equations, {p.x(), p.y(), 1, 0, 0, 0}, q.x());
        addRow<6>(equations, {0, 0, 0, p.x(), p.y(), 1}, q.y());
    }
    const auto m = solved<6>(equations);
    if (!m)
        return std::nullopt;
    return unscaled(QTransform((*m)[0], (*m)[3], (*m)[1], (*m)[4], (*m)[2], (*m)[5]));
}

std::optional<QTransform> fitProjective(const QList<PointPair>& pairs)
{
    Equations<8> equations{};
    for (const PointPair& pair : pairs) {
        const QPointF p = pair.page * pageScale;
        const QPointF q = pair.picture * pictureScale;
        addRow<8>(equations, {p.x(), p.y(), 1, 0, 0, 0, -p.x() * q.x(), -p.y() * q.x()}, q.x());
        addRow<8>(equations, {0, 0, 0, p.x(), p.y(), 1, -p.x() * q.y(), -p.y() * q.y()}, q.y());
    }
    const auto m = solved<8>(equations);
    if (!m)
        return std::nullopt;
    return unscaled(QTransform((*m)[0], (*m)[3], (*m)[6], (*m)[1], (*m)[4], (*m)[7], (*m)[2], (*m)[5], 1));
}

QList<PointPair> agreeing(const QList<PointPair>& pairs, const QTransform& map, double tolerance)
{
    QList<PointPair> result;
    for (const PointPair& pair : pairs) {
        const QPointF off = map.map(pair.page) - pair.picture;
        if (std::hypot(off.x(), off.y()) <= tolerance)
            result.append(pair);
    }
    return result;
}

} // namespace

std::optional<QTransform> fitPlane(const QList<PointPair>& pairs, PlaneModel model)
{
    const qsizetype needed = model == PlaneModel::Affine ? 3 : 4;
    if (pairs.size() < needed)
        return std::nullopt;
    return model == PlaneModel::Affine ? fitAffine(pairs) : fitProjective(pairs);
}

std::optional<RobustFit> fitRobustly(const QList<PointPair>& pairs, PlaneModel model, double tolerance)
{
    const int needed = model == PlaneModel::Affine ? 3 : 4;
    if (pairs.size() < fewestAgreeing)
        return std::nullopt;
    std::mt19937 random(20);
    std::uniform_int_distribution<qsizetype> any(0, pairs.size() - 1);
    QList<PointPair> best;
    for (int i = 0; i < samples; ++i) {
        QList<PointPair> sample;
        for (int j = 0; j < needed; ++j)
            sample.append(pairs.at(any(random)));
        const auto map = fitPlane(sample, model);
        const QList<PointPair> with = map ? agreeing(pairs, *map, tolerance) : QList<PointPair>();
        if (with.size() > best.size())
            best = with;
    }
    std::optional<QTransform> map;
    for (int round = 0; round < 3 && best.size() >= fewestAgreeing; ++round) {
        map = fitPlane(best, model);
        if (!map)
            return std::nullopt;
        best = agreeing(pairs, *map, tolerance);
    }
    if (!map || best.size() < fewestAgreeing)
        return std::nullopt;
    return RobustFit{*map, best};
}

} // namespace jz
