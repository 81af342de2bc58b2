// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>

namespace jz {

/// A matrix as PDF writes it, [a b c d e f] (ISO 32000-2, 8.3.4): x' = ax + cy + e, y' = bx + dy + f. Qt's lies in Qt Gui,
/// and loading that takes longer than verifying a paper.
struct Affine
{
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    static Affine translation(double x, double y) { return {1, 0, 0, 1, x, y}; }

    /// First this one, then `next`.
    Affine operator*(const Affine& next) const
    {
        return {a * next.a + b * next.c,          a * next.b + b * next.d,
                c * next.a + d * next.c,          c * next.b + d * next.d,
                e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
    }
    QPointF map(const QPointF& point) const
    {
        return {a * point.x() + c * point.y() + e, b * point.x() + d * point.y() + f};
    }
    /// The upright box around what becomes of `rect`.
    QRectF mapRect(const QRectF& rect) const
    {
        const QPointF corners[]{map(rect.topLeft()), map(rect.topRight()), map(rect.bottomLeft()), map(rect.bottomRight())};
        double left = corners[0].x(), right = left, top = corners[0].y(), bottom = top;
        for (const QPointF& corner : corners) {
            left = std::min(left, corner.x());
            right = std::max(right, corner.x());
            top = std::min(top, corner.y());
            bottom = std::max(bottom, corner.y());
        }
        return {QPointF(left, top), QPointF(right, bottom)};
    }
};

} // namespace jz
