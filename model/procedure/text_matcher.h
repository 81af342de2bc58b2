// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/printed_parts.h"

namespace jz {

/// Reads through the text of pages and finds in it, one after another, the rows that should stand there.
class TextMatcher
{
public:
    /// The text of each page without blanks and footers.
    explicit TextMatcher(const QStringList& pages);

    /// What does not agree.
    struct Mismatch
    {
        QString field;    ///< empty for fixed words
        int page = 0;     ///< 1-based
        QString expected; ///< empty for text that should not be there
        QString found;
    };
    QList<Mismatch> compare(const QList<PrintedRow>& rows);

private:
    /// The end of `text` read from `at`; -1 when something else stands there. `row` says what may come between at the
    /// top of a page.
    qsizetype read(const QString& text, qsizetype at, const PrintedRow& row) const;
    qsizetype readFrom(const QString& text, qsizetype index, qsizetype at, const PrintedRow& row) const;
    /// All parts, in any order; -1 when one of them does not follow.
    qsizetype readRow(const PrintedRow& row, qsizetype at) const;
    qsizetype skipRepeated(qsizetype at, const PrintedRow& row) const;
    /// Where one of the next rows begins, so that what was not understood ends there.
    qsizetype resume(const QList<PrintedRow>& rows, qsizetype next, qsizetype from, qsizetype& row) const;
    bool hasSameCharacters(const PrintedRow& row, qsizetype from, qsizetype to) const;
    void report(const PrintedRow& row, qsizetype from, qsizetype to);
    int pageAt(qsizetype position) const;

    QString m_text;
    QList<qsizetype> m_pageStarts;
    QList<Mismatch> m_mismatches;
};

} // namespace jz
