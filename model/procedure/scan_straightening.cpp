// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/scan_straightening.h"

#include "model/procedure/scanned_paper.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double areaMarginMm = 4; ///< pens and seals do not keep to the field

/// A scan that a page could be taken from.
struct Candidate
{
    int page = 0;
    int number = 0;
    StraightenOrder order;
    StraightenedPage result;
};

double inkOf(const StraightenedPage& page)
{
    double sum = 0;
    for (const AddedInk& ink : page.areas)
        sum += ink.ink;
    return sum;
}

} // namespace

QString ScanStraightening::pictureOf(int page, int candidate) const
{
    return m_scratch.filePath(u"page-%1-%2.jpg"_s.arg(page).arg(candidate));
}

StraightenOrder ScanStraightening::orderFor(const MatchedPage& page, int candidate) const
{
    const int sheet = candidate == 0 ? page.sheet : page.others.at(candidate - 1);
    const MappedPage& mapped = m_map.pages.at(page.page - 1);
    StraightenOrder order;
    order.file = m_sheets.at(sheet).file;
    order.page = m_sheets.at(sheet).page;
    order.corners = candidate == 0 ? page.corners : page.otherCorners.at(candidate - 1);
    order.codeMm = mapped.codeRect;
    order.paper = m_paper;
    order.paperPage = page.page - 1;
    order.dpi = scanDpi();
    order.out = pictureOf(page.page, candidate);
    for (const SignatureArea& area : mapped.areas)
        order.areasMm.append(area.rect.adjusted(-areaMarginMm, -areaMarginMm, areaMarginMm, areaMarginMm));
    return order;
}

bool ScanStraightening::run(QList<MatchedPage>& pages, const WorkControl& control)
{
    QList<Candidate> candidates;
    for (const MatchedPage& page : std::as_const(pages)) {
        const bool choose = !m_map.pages.at(page.page - 1).areas.isEmpty();
        for (int i = 0; i <= (choose ? page.others.size() : 0); ++i)
            candidates.append({page.page, i, orderFor(page, i), {}});
    }
    const bool whole = runInParallel(int(candidates.size()), [&](int i) {
        Candidate& candidate = candidates[i];
        candidate.result = m_reader.straighten(candidate.order);
    }, control);
    if (!whole || (control.isCancelled && control.isCancelled()))
        return false;
    for (MatchedPage& page : pages)
        for (const Candidate& candidate : std::as_const(candidates)) {
            const bool better = candidate.number == 0 || inkOf(candidate.result) > inkOf(m_straightened.value(page.page));
            if (candidate.page == page.page && better)
                use(page, candidate.number, candidate.result);
        }
    return true;
}

void ScanStraightening::use(MatchedPage& page, int candidate, const StraightenedPage& result)
{
    if (candidate > 0)
        page.sheet = page.others.at(candidate - 1);
    m_straightened.insert(page.page, result);
    m_pictures.insert(page.page, pictureOf(page.page, candidate));
}

void ScanStraightening::judge(QList<MatchedPage>& pages, const QString& role) const
{
    for (MatchedPage& page : pages) {
        const StraightenedPage seen = m_straightened.value(page.page);
        const QList<SignatureArea>& areas = m_map.pages.at(page.page - 1).areas;
        if (!seen.confirmed) {
            page.problems.append({ink::notCompared, page.page, {}, {}});
            continue;
        }
        for (qsizetype i = 0; i < areas.size() && i < seen.areas.size(); ++i) {
            if (areas.at(i).role != role)
                continue;
            if (seen.areas.at(i).ink - seen.areas.at(i).red < leastInkMm2)
                page.problems.append({ink::noInk, page.page, {}, {}});
            if (!seen.colour)
                page.problems.append({ink::noColour, page.page, {}, {}});
            else if (seen.areas.at(i).red < leastRedMm2)
                page.problems.append({ink::noRed, page.page, {}, {}});
        }
    }
}

bool ScanStraightening::isInked(int page, const QString& role) const
{
    const StraightenedPage seen = m_straightened.value(page);
    const QList<SignatureArea>& areas = m_map.pages.at(page - 1).areas;
    for (qsizetype i = 0; i < areas.size() && i < seen.areas.size(); ++i)
        if (areas.at(i).role == role && seen.areas.at(i).ink >= leastInkMm2 + leastRedMm2)
            return true;
    return false;
}

} // namespace jz
