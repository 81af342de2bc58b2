// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/scan_sheets.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/final_paper.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace jz::ui {

namespace {

/// Turned so that its first code stands upright.
QImage upright(const QImage& picture, const ScannedSheet& scan)
{
    if (scan.codes.isEmpty() || scan.codes.first().corners.size() < 2)
        return picture;
    const QPointF along = scan.codes.first().corners.at(1) - scan.codes.first().corners.at(0);
    const double degrees = std::atan2(along.y(), along.x()) * 180 / M_PI;
    return picture.transformed(QTransform().rotate(-degrees), Qt::SmoothTransformation);
}

} // namespace

ScanSheets ScanSheets::ofPaper(const QString& paper)
{
    ScanSheets sheets;
    sheets.m_paper = paper;
    sheets.m_map = requireFinalPaper(paper);
    sheets.m_required = pagesToScan(sheets.m_map, builtInCallPack(sheets.m_map.callId));
    sheets.match();
    return sheets;
}

QList<ScanSheets::Sheet> ScanSheets::read(const QStringList& files, int pixels, const WorkControl& control)
{
    const ScanReader reader;
    QList<Sheet> sheets;
    for (const ScannedSheet& scan : readSheets(files, reader, control))
        sheets.append({scan, {}});
    runInParallel(int(sheets.size()), [&](int i) {
        Sheet& sheet = sheets[i];
        if (!sheet.scan.failure.isEmpty() || (control.isCancelled && control.isCancelled()))
            return;
        try {
            sheet.picture = upright(reader.preview(sheet.scan.file, sheet.scan.page, pixels), sheet.scan);
        } catch (const Error&) {
            // Its code may be good all the same: it stands in the list without a picture.
        }
    });
    return sheets;
}

bool ScanSheets::has(const QString& file) const
{
    return std::any_of(m_sheets.begin(), m_sheets.end(), [&](const Sheet& sheet) { return sheet.scan.file == file; });
}

void ScanSheets::add(const QList<Sheet>& sheets)
{
    m_sheets += sheets;
    match();
}

void ScanSheets::remove(qsizetype sheet)
{
    m_sheets.removeAt(sheet);
    match();
}

void ScanSheets::assign(qsizetype sheet, int page)
{
    m_sheets[sheet].scan.assigned = page;
    match();
}

void ScanSheets::match()
{
    m_matching = matchScans(m_map, scans(), m_required);
}

QList<ScannedSheet> ScanSheets::scans() const
{
    QList<ScannedSheet> scans;
    for (const Sheet& sheet : m_sheets)
        scans.append(sheet.scan);
    return scans;
}

QList<qsizetype> ScanSheets::order() const
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < m_sheets.size(); ++i)
        order.append(i);
    const auto firstPage = [this](qsizetype sheet) {
        const QList<int> pages = standingOf(sheet).pages;
        return pages.isEmpty() ? pageCount() + 1 : pages.first();
    };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return firstPage(a) < firstPage(b); });
    return order;
}

ScanSheets::Standing ScanSheets::standingOf(qsizetype sheet) const
{
    Standing standing;
    for (const MatchedPage& page : m_matching.pages) {
        if (page.sheet != sheet && !page.others.contains(int(sheet)))
            continue;
        standing.pages.append(page.page);
        standing.problems += page.problems;
    }
    const QString& where = m_sheets.at(sheet).scan.where;
    for (const InkProblem& problem : m_matching.problems)
        if (problem.where == where)
            standing.problems.append(problem);
    return standing;
}

QList<int> ScanSheets::missing() const
{
    QList<int> pages;
    for (const InkProblem& problem : m_matching.problems)
        if (problem.code == ink::pageMissing)
            pages.append(problem.page);
    return pages;
}

} // namespace jz::ui
