// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/scan_matching.h"

#include "model/print/page_code.h"

#include <QMap>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

class Matching
{
public:
    Matching(const PageMap& paper, const QList<ScannedSheet>& sheets)
        : m_paper(paper), m_sheets(sheets), m_shortId(shortId(paper.id)),
          m_own(parsePageCode(paper.pages.value(0).code))
    {
    }

    ScanMatching run(const QList<int>& required)
    {
        for (int i = 0; i < m_sheets.size(); ++i)
            takeCodes(i);
        // Codes first: what a person says fills the gaps they leave.
        for (int i = 0; i < m_sheets.size(); ++i)
            takeAssigned(i);
        for (const int page : required) {
            if (!m_pages.contains(page))
                m_result.problems.append({ink::pageMissing, page, {}, {}});
        }
        m_result.pages = m_pages.values();
        return m_result;
    }

private:
    void note(QLatin1StringView code, int sheet, int page, const QString& detail = {})
    {
        m_result.problems.append({code, page, m_sheets.at(sheet).where, detail});
    }

    void takeCodes(int sheet)
    {
        const ScannedSheet& scanned = m_sheets.at(sheet);
        if (!scanned.failure.isEmpty())
            return m_result.problems.append({ink::pageUnreadable, 0, scanned.where, {}, scanned.failure});
        bool any = false;
        for (const ScannedCode& found : scanned.codes) {
            // Attachments may show codes of anything.
            if (const auto code = parsePageCode(found.text)) {
                any = true;
                takeCode(sheet, *code, found.corners);
            }
        }
        if (!any && scanned.assigned == 0)
            note(ink::codeMissing, sheet, 0);
    }

    void takeCode(int sheet, const PageCode& code, const QPolygonF& corners)
    {
        if (code.shortId != m_shortId)
            return note(ink::pageForeign, sheet, code.page, code.shortId);
        const int page = pageOf(code);
        const int assigned = m_sheets.at(sheet).assigned;
        if (assigned > 0 && assigned != page)
            note(ink::codeContradicts, sheet, assigned);
        if (page == 0)
            return note(ink::pageOutdated, sheet, code.page, QString::number(code.revision));
        if (!m_paper.pages.at(page - 1).isForm)
            return note(ink::pageNotNeeded, sheet, page);
        add(sheet, page, corners);
        if (m_pages[page].sheet == sheet && isOfOtherRevision(code))
            m_pages[page].problems.append({ink::earlierRevision, page, {}, QString::number(code.revision)});
    }

    /// The page of the paper that has the content the code speaks of; 0 for none.
    int pageOf(const PageCode& code) const
    {
        const auto isSame = [&](int page) {
            return page >= 1 && page <= m_paper.pages.size() && m_paper.pages.at(page - 1).fingerprint == code.pageFingerprint;
        };
        if (isSame(code.page))
            return code.page;
        for (int page = 1; page <= m_paper.pages.size(); ++page) {
            if (isSame(page))
                return page;
        }
        return 0;
    }

    bool isOfOtherRevision(const PageCode& code) const { return m_own && code.revision != m_own->revision; }

    void add(int sheet, int page, const QPolygonF& corners)
    {
        if (!m_pages.contains(page)) {
            m_pages.insert(page, {page, sheet, corners, {}, {}, {}});
            return;
        }
        note(ink::pageDouble, sheet, page);
        m_pages[page].others.append(sheet);
        m_pages[page].otherCorners.append(corners);
    }

    void takeAssigned(int sheet)
    {
        const ScannedSheet& scanned = m_sheets.at(sheet);
        const auto isOurs = [](const ScannedCode& code) { return parsePageCode(code.text).has_value(); };
        if (scanned.assigned == 0 || !scanned.failure.isEmpty()
            || std::any_of(scanned.codes.begin(), scanned.codes.end(), isOurs))
            return;
        const int page = scanned.assigned;
        if (m_pages.contains(page))
            return note(ink::pageDouble, sheet, page);
        m_pages.insert(page, {page, sheet, {}, {{ink::assignedByName, page, {}, {}}}, {}, {}});
    }

    const PageMap& m_paper;
    const QList<ScannedSheet>& m_sheets;
    QString m_shortId;
    std::optional<PageCode> m_own; ///< what the paper's own first page says, revision modulo 100 included
    QMap<int, MatchedPage> m_pages;
    ScanMatching m_result;
};

} // namespace

ScanMatching matchScans(const PageMap& paper, const QList<ScannedSheet>& sheets, const QList<int>& required)
{
    return Matching(paper, sheets).run(required);
}

} // namespace jz
