// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/page_registration.h"

#include "model/exchange/patch_match.h"
#include "model/exchange/plane_fit.h"

#include <cmath>

namespace jz {

namespace {

constexpr double mmPerInch = 25.4;
constexpr double finePxPerMm = 75 / mmPerInch;
constexpr double coarsePxPerMm = 25 / mmPerInch;
constexpr double agreesMm = 1.0;       ///< paper is never quite flat
constexpr double agreesCoarselyMm = 3.5;
constexpr qsizetype enoughMatches = 12;
constexpr qsizetype enoughBlindly = 10;

/// Pixels of the picture per mm of the page around a point of the page.
double scaleAt(const QTransform& map, QPointF at)
{
    const QPointF here = map.map(at);
    const QPointF right = map.map(at + QPointF(1, 0)) - here;
    const QPointF down = map.map(at + QPointF(0, 1)) - here;
    return std::sqrt(std::abs(right.x() * down.y() - right.y() * down.x()));
}

QPointF middle(QSizeF mm)
{
    return {mm.width() / 2, mm.height() / 2};
}

/// Part of the page, of its width and height, that the pairs spread over.
double spread(const QList<PointPair>& pairs, QSizeF mm)
{
    QPolygonF points;
    for (const PointPair& pair : pairs)
        points << pair.page;
    const QRectF box = points.boundingRect();
    return std::min(box.width() / mm.width(), box.height() / mm.height());
}

/// The search for one page in one picture, at one resolution.
class Registration
{
public:
    Registration(const QImage& picture, const PrintedPage& page, double pxPerMm, const QTransform& start)
        : m_page(page), m_pxPerMm(pxPerMm), m_patches(texturedPatches(page.drawn, page.mm, pxPerMm)), m_map(start)
    {
        // Neither finer nor much coarser than the drawn page: every pixel counts once.
        m_shrink = std::min(1.0, pxPerMm / std::max(0.1, scaleAt(start, middle(page.mm))));
        m_picture = shrunk(picture, m_shrink);
    }

    /// Matches the patches within `radius` mm of `centre` and fits the map to those that agree. False when too few do.
    bool grow(QPointF centre, double radius, double windowMm, PlaneModel model, double agrees)
    {
        QList<PointPair> pairs = m_anchors;
        const QTransform toShrunk = m_map * QTransform::fromScale(m_shrink, m_shrink);
        for (const Patch& patch : m_patches) {
            const QPointF off = patch.centreMm - centre;
            if (std::hypot(off.x(), off.y()) > radius)
                continue;
            if (const auto found = findPatch(patch, m_picture, toShrunk, {m_pxPerMm, windowMm}))
                pairs.append({patch.centreMm, *found / m_shrink});
        }
        const auto fit = fitRobustly(pairs, model, agrees * scaleAt(m_map, middle(m_page.mm)));
        if (!fit)
            return false;
        m_map = fit->toPicture;
        m_agreeing = fit->agreeing;
        return true;
    }

    void setAnchors(const QList<PointPair>& anchors) { m_anchors = anchors; }
    const QTransform& map() const { return m_map; }
    const QList<PointPair>& agreeing() const { return m_agreeing; }
    bool isConfirmed() const { return m_agreeing.size() >= enoughMatches && spread(m_agreeing, m_page.mm) > 0.4; }

private:
    static QImage shrunk(const QImage& picture, double factor)
    {
        const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
        if (factor > 0.9)
            return grey;
        return grey.scaled(grey.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    }

    const PrintedPage& m_page;
    double m_pxPerMm;
    QList<Patch> m_patches;
    QTransform m_map;
    double m_shrink = 1;
    QImage m_picture;
    QList<PointPair> m_anchors;
    QList<PointPair> m_agreeing;
};

/// A page that lies in the picture as large as it fits, turned by a quarter `turns` times.
QTransform fillingPlace(QSize picture, QSizeF mm, int turns)
{
    QTransform turn;
    turn.rotate(90 * turns);
    const QRectF box = turn.mapRect(QRectF(QPointF(), mm));
    const double scale = std::min(picture.width() / box.width(), picture.height() / box.height());
    const QPointF centre(picture.width() / 2.0, picture.height() / 2.0);
    return turn * QTransform::fromTranslate(-box.center().x(), -box.center().y()) * QTransform::fromScale(scale, scale)
           * QTransform::fromTranslate(centre.x(), centre.y());
}

} // namespace

std::optional<PagePlace> placeByCode(const QImage& picture, const QPolygonF& corners, const QRectF& codeMm,
                                     const PrintedPage& page)
{
    const QList<PointPair> anchors{{codeMm.topLeft(), corners.value(0)},
                                   {codeMm.topRight(), corners.value(1)},
                                   {codeMm.bottomRight(), corners.value(2)},
                                   {codeMm.bottomLeft(), corners.value(3)}};
    const auto start = fitPlane(anchors, PlaneModel::Affine);
    if (!start || scaleAt(*start, codeMm.center()) < 0.5)
        return std::nullopt;
    Registration search(picture, page, finePxPerMm, *start);
    search.setAnchors(anchors);
    struct Step
    {
        double radius;
        double window;
        PlaneModel model;
    };
    // What is far off is guessed from what is near: the window has to hold what the guess is wrong by.
    static constexpr Step steps[] = {{70, 4, PlaneModel::Affine},      {110, 5, PlaneModel::Affine},
                                     {170, 6, PlaneModel::Projective}, {250, 6, PlaneModel::Projective},
                                     {450, 5, PlaneModel::Projective}, {450, 2, PlaneModel::Projective}};
    for (const Step& step : steps)
        search.grow(codeMm.center(), step.radius, step.window, step.model, agreesMm * (step.model == PlaneModel::Affine ? 1.5 : 1));
    if (search.isConfirmed())
        return PagePlace{search.map(), true};
    return PagePlace{*start, false};
}

std::optional<PagePlace> placeByContent(const QImage& picture, const PrintedPage& page)
{
    const double whole = page.mm.width() + page.mm.height();
    std::optional<QTransform> best;
    qsizetype most = enoughBlindly - 1;
    for (int turns = 0; turns < 4; ++turns) {
        Registration search(picture, page, coarsePxPerMm, fillingPlace(picture.size(), page.mm, turns));
        const bool grown = search.grow(middle(page.mm), whole, 20, PlaneModel::Affine, agreesCoarselyMm)
                           && search.grow(middle(page.mm), whole, 8, PlaneModel::Projective, agreesCoarselyMm);
        if (grown && search.agreeing().size() > most) {
            most = search.agreeing().size();
            best = search.map();
        }
    }
    if (!best)
        return std::nullopt;
    Registration search(picture, page, finePxPerMm, *best);
    search.grow(middle(page.mm), whole, 5, PlaneModel::Projective, agreesMm);
    search.grow(middle(page.mm), whole, 2, PlaneModel::Projective, agreesMm);
    if (!search.isConfirmed())
        return std::nullopt;
    return PagePlace{search.map(), true};
}

QImage straightened(const QImage& picture, const PagePlace& place, QSizeF mm, double dpi)
{
    const double native = scaleAt(place.toPicture, middle(mm));
    const double pxPerMm = std::clamp(native, 75 / mmPerInch, dpi / mmPerInch);
    QImage source = picture.convertToFormat(QImage::Format_RGB32);
    QTransform map = place.toPicture;
    if (const double shrink = pxPerMm / native; shrink < 0.8) {
        source = source.scaled(source.size() * shrink, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                     .convertToFormat(QImage::Format_RGB32);
        map *= QTransform::fromScale(shrink, shrink);
    }
    QImage result((mm * pxPerMm).toSize(), QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x)
            line[x] = colourAt(source, map.map(QPointF((x + 0.5) / pxPerMm, (y + 0.5) / pxPerMm)));
    }
    return result;
}

} // namespace jz
