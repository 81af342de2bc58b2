// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSizeF>
#include <QString>

namespace jz {

/// What a PDF says about itself.
struct PdfInfo
{
    QList<QSizeF> pages; ///< visible size of each page in mm, as shown
    QString title;
    QString author;
    QString subject;
    QString keywords;    ///< as written, blanks between the words
    QString producer;
    bool encrypted = false; ///< though it opens without a password
    bool repaired = false;  ///< damaged; what is said here is what could be saved
};

/// Throws Error NotFound, Unreadable, Malformed (no PDF, damaged beyond repair) or Unsupported (password).
PdfInfo pdfInfo(const QString& path);

/// Number of pages; throws as pdfInfo().
int pageCount(const QString& path);

} // namespace jz
