// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointF>
#include <QTransform>

#include <optional>

namespace jz {

/// A point of a printed page (mm) and where it was found in a picture (pixels).
struct PointPair
{
    QPointF page;
    QPointF picture;
};

enum class PlaneModel {
    Affine,     ///< scanners: turned, scaled, sheared; at least 3 pairs
    Projective, ///< cameras: perspective too; at least 4 pairs
};

/// The map page -> picture with the least squares of distances; nothing when the pairs do not determine it.
std::optional<QTransform> fitPlane(const QList<PointPair>& pairs, PlaneModel model);

/// A map and the pairs that agree with it.
struct RobustFit
{
    QTransform toPicture;
    QList<PointPair> agreeing;
};

/// The map most pairs agree with within `tolerance` pixels (random samples with a fixed seed: the same pairs give
/// the same map); wrong pairs do no harm. Nothing when fewer than 6 agree.
std::optional<RobustFit> fitRobustly(const QList<PointPair>& pairs, PlaneModel model, double tolerance);

} // namespace jz
