// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/scan_intake.h"

#include <QImage>

namespace jz::ui {

/// Scanned pages that are to be taken into a paper: what they look like, which page each is, what is wrong with them and what is missing.
/// A plain value without widgets.
class ScanSheets
{
public:
    struct Sheet
    {
        ScannedSheet scan;
        QImage picture; ///< small, upright as its code says; null when it cannot be drawn
    };
    /// What is to be said of one sheet.
    struct Standing
    {
        QList<int> pages;     ///< of the paper that lie on it, 1-based; empty: it is not used
        InkProblems problems; ///< about it
    };

    /// The paper the pages belong to. Throws Error as requireFinalPaper().
    static ScanSheets ofPaper(const QString& paper);
    /// Reads files: codes and small pictures, `pixels` on the longer side. For another thread; throws as readSheets().
    static QList<Sheet> read(const QStringList& files, int pixels, const WorkControl& control);

    const QString& paper() const { return m_paper; }
    int pageCount() const { return int(m_map.pages.size()); }
    /// The pages that have to be there, 1-based.
    const QList<int>& required() const { return m_required; }

    const QList<Sheet>& sheets() const { return m_sheets; }
    bool has(const QString& file) const;
    void add(const QList<Sheet>& sheets);
    void remove(qsizetype sheet);
    /// A person says which page it is; 0 takes that back.
    void assign(qsizetype sheet, int page);

    /// The sheets in the order of the pages on them; those that are not used last.
    QList<qsizetype> order() const;
    Standing standingOf(qsizetype sheet) const;
    /// Required pages that are on no sheet.
    QList<int> missing() const;
    bool isComplete() const { return !m_sheets.isEmpty() && missing().isEmpty(); }
    QList<ScannedSheet> scans() const;

private:
    void match();

    QString m_paper;
    PageMap m_map;
    QList<int> m_required;
    QList<Sheet> m_sheets;
    ScanMatching m_matching;
};

} // namespace jz::ui
