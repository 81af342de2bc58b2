// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/exchange/scan_matching.h"
#include "model/print/page_map.h"

#include <QMap>
#include <QTemporaryDir>

namespace jz {

/// Cuts the pages of one paper out of the scans that they were found on, upright, and looks for ink where it belongs. The pictures lie in a
/// folder that goes with this.
class ScanStraightening
{
public:
    /// `paper`: the printed PDF; all three live longer than this.
    ScanStraightening(const QString& paper, const PageMap& map, const QList<ScannedSheet>& sheets, const ScanReader& reader)
        : m_paper(paper), m_map(map), m_sheets(sheets), m_reader(reader)
    {
    }

    /// Cuts out all pages, on as many processors as there are; of two scans of a page that bears a signature the one with more ink is
    /// taken, and becomes `sheet` in the page. False when it was cancelled. Throws Error as ScanReader.
    bool run(QList<MatchedPage>& pages, const WorkControl& control);

    /// Adds to each page what can be said of the ink of a role on it: `ink::noInk`, `noRed`, `noColour`, `notCompared`.
    void judge(QList<MatchedPage>& pages, const QString& role) const;

    /// Whether the printed page was recognised around its code.
    bool isCompared(int page) const { return m_straightened.value(page).confirmed; }
    /// Whether there is ink, red or not, in a role's area.
    bool isInked(int page, const QString& role) const;
    /// JPEG of a page; empty for one that was not cut out.
    QString picture(int page) const { return m_pictures.value(page); }

private:
    StraightenOrder orderFor(const MatchedPage& page, int candidate) const;
    void use(MatchedPage& page, int candidate, const StraightenedPage& result);
    QString pictureOf(int page, int candidate) const;

    QString m_paper;
    const PageMap& m_map;
    const QList<ScannedSheet>& m_sheets;
    const ScanReader& m_reader;
    QTemporaryDir m_scratch;
    QMap<int, StraightenedPage> m_straightened; ///< by page
    QMap<int, QString> m_pictures;
};

} // namespace jz
