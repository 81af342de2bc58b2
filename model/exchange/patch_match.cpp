// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/patch_match.h"

#include <cmath>
#include <vector>

namespace jz {

namespace {

constexpr double cellMm = 18;
constexpr int patchSide = 27;
constexpr double fewestContrast = 12;   ///< grey levels, standard deviation
constexpr double likeEnough = 0.55;     ///< correlation
constexpr double clearlyBest = 0.03;    ///< above any other place two pixels away

/// Grey of a Grayscale8 picture between its pixels; white outside.
float greyAt(const QImage& grey, QPointF at)
{
    const double x = at.x() - 0.5, y = at.y() - 0.5;
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= grey.width() || top + 1 >= grey.height())
        return 255;
    const uchar* upper = grey.constScanLine(top) + left;
    const uchar* lower = grey.constScanLine(top + 1) + left;
    const double fx = x - left, fy = y - top;
    return static_cast<float>((upper[0] * (1 - fx) + upper[1] * fx) * (1 - fy) + (lower[0] * (1 - fx) + lower[1] * fx) * fy);
}

/// How well a square can be found again: the lesser eigenvalue of its structure tensor (Shi and Tomasi).
double cornerness(const QImage& grey, int left, int top)
{
    double xx = 0, yy = 0, xy = 0;
    for (int y = top; y < top + patchSide - 1; ++y) {
        const uchar* line = grey.constScanLine(y);
        const uchar* next = grey.constScanLine(y + 1);
        for (int x = left; x < left + patchSide - 1; ++x) {
            const double dx = line[x + 1] - line[x], dy = next[x] - line[x];
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
    }
    return (xx + yy) / 2 - std::sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
}

/// Brings the values to mean 0 and length 1; false when there is hardly any contrast in them.
bool normalise(QList<float>& values)
{
    double sum = 0, squares = 0;
    for (const float value : values) {
        sum += value;
        squares += double(value) * value;
    }
    const double mean = sum / double(values.size());
    const double length = std::sqrt(std::max(0.0, squares - sum * mean));
    if (length < fewestContrast * patchSide)
        return false;
    for (float& value : values)
        value = static_cast<float>((value - mean) / length);
    return true;
}

std::optional<Patch> bestInCell(const QImage& grey, const QRect& cell, double pxPerMm)
{
    double best = 0;
    QPoint at;
    for (int y = cell.top(); y + patchSide <= std::min(cell.bottom() + patchSide / 2, grey.height() - 1); y += 6) {
        for (int x = cell.left(); x + patchSide <= std::min(cell.right() + patchSide / 2, grey.width() - 1); x += 6) {
            const double quality = cornerness(grey, x, y);
            if (quality > best) {
                best = quality;
                at = {x, y};
            }
        }
    }
    if (best <= 0)
        return std::nullopt;
    Patch patch{QPointF(at.x() + patchSide / 2.0, at.y() + patchSide / 2.0) / pxPerMm, patchSide, {}};
    for (int y = 0; y < patchSide; ++y) {
        for (int x = 0; x < patchSide; ++x)
            patch.grey.append(float(grey.constScanLine(at.y() + y)[at.x() + x]));
    }
    if (!normalise(patch.grey))
        return std::nullopt;
    return patch;
}

/// Correlation of the patch with the window at an offset.
double correlation(const Patch& patch, const std::vector<float>& window, int stride, int dx, int dy)
{
    double sum = 0, squares = 0, product = 0;
    for (int y = 0; y < patch.side; ++y) {
        const float* line = window.data() + (y + dy) * stride + dx;
        const float* own = patch.grey.constData() + y * patch.side;
        float lineSum = 0, lineSquares = 0, lineProduct = 0;
        for (int x = 0; x < patch.side; ++x) {
            lineSum += line[x];
            lineSquares += line[x] * line[x];
            lineProduct += line[x] * own[x];
        }
        sum += lineSum;
        squares += lineSquares;
        product += lineProduct;
    }
    const double variance = squares - sum * sum / (patch.side * patch.side);
    return variance > 1 ? product / std::sqrt(variance) : 0;
}

} // namespace

QList<Patch> texturedPatches(const QImage& page, QSizeF mm, double pxPerMm)
{
    const QSize size = (mm * pxPerMm).toSize();
    const QImage grey = page.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    const int cell = std::max(patchSide, static_cast<int>(cellMm * pxPerMm));
    QList<Patch> patches;
    for (int y = 0; y + patchSide < grey.height(); y += cell) {
        for (int x = 0; x + patchSide < grey.width(); x += cell) {
            if (const auto patch = bestInCell(grey, QRect(x, y, cell, cell), pxPerMm))
                patches.append(*patch);
        }
    }
    return patches;
}

std::optional<QPointF> findPatch(const Patch& patch, const QImage& grey, const QTransform& toPicture,
                                 const PatchSearch& search)
{
    const int reach = std::max(1, static_cast<int>(std::lround(search.windowMm * search.pxPerMm)));
    const int stride = patch.side + 2 * reach;
    const double half = stride / 2.0;
    const auto pageAt = [&](double x, double y) { return patch.centreMm + QPointF(x - half, y - half) / search.pxPerMm; };
    std::vector<float> window(static_cast<size_t>(stride * stride));
    for (int y = 0; y < stride; ++y) {
        for (int x = 0; x < stride; ++x)
            window[static_cast<size_t>(y * stride + x)] = greyAt(grey, toPicture.map(pageAt(x + 0.5, y + 0.5)));
    }
    const int span = 2 * reach + 1;
    std::vector<double> scores(static_cast<size_t>(span * span));
    for (int dy = 0; dy < span; ++dy) {
        for (int dx = 0; dx < span; ++dx)
            scores[static_cast<size_t>(dy * span + dx)] = correlation(patch, window, stride, dx, dy);
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    const int at = static_cast<int>(best - scores.begin());
    const int bestX = at % span, bestY = at / span;
    double rival = -1;
    for (int i = 0; i < span * span; ++i) {
        if (std::max(std::abs(i % span - bestX), std::abs(i / span - bestY)) > 2)
            rival = std::max(rival, scores[static_cast<size_t>(i)]);
    }
    if (*best < likeEnough || *best < rival + clearlyBest)
        return std::nullopt;
    return toPicture.map(patch.centreMm + QPointF(bestX - reach, bestY - reach) / search.pxPerMm);
}

QRgb colourAt(const QImage& picture, QPointF at)
{
    const double x = at.x() - 0.5, y = at.y() - 0.5;
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= picture.width() || top + 1 >= picture.height())
        return qRgb(255, 255, 255);
    const auto* upper = reinterpret_cast<const QRgb*>(picture.constScanLine(top)) + left;
    const auto* lower = reinterpret_cast<const QRgb*>(picture.constScanLine(top + 1)) + left;
    const double fx = x - left, fy = y - top;
    const auto mix = [&](int (*channel)(QRgb)) {
        return static_cast<int>((channel(upper[0]) * (1 - fx) + channel(upper[1]) * fx) * (1 - fy)
                                + (channel(lower[0]) * (1 - fx) + channel(lower[1]) * fx) * fy + 0.5);
    };
    return qRgb(mix(qRed), mix(qGreen), mix(qBlue));
}

} // namespace jz
