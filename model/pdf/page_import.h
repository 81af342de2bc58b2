// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/detached_streams.h"

#include <qpdf/QPDFPageObjectHelper.hh>

#include <QList>
#include <QSizeF>

namespace jz {

/// Visible part of a page (CropBox within MediaBox, ISO 32000-1, 14.11.2) and how it is shown.
struct PageFrame
{
    QPDFObjectHandle::Rectangle box;
    int rotation = 0;    ///< 0, 90, 180, 270, clockwise
    double userUnit = 1; ///< points per unit

    QSizeF points() const; ///< size as shown
    QPDFObjectHandle::Matrix upright() const; ///< brings the box to the origin, upright, in points
};

PageFrame frameOf(QPDFPageObjectHelper page);

/// The pages of a PDF to be taken into another one. Opens the file once; it must live until that other
/// one has been written.
class ImportedPdf
{
public:
    /// Opens the file and draws annotations, form fields and seals into its pages. Throws as openPdf().
    explicit ImportedPdf(const QString& path);

    int pageCount() const { return int(m_pages.size()); }
    /// Size as shown, turned clockwise by `turn` degrees.
    QSizeF pagePoints(int page, int turn = 0) const { return turned(page, turn).points(); }
    /// False for an encrypted file whose owner forbids printing.
    bool mayBePrinted() const;
    bool repaired() const { return m_file.repaired; }
    /// A collection of files (ISO 32000-1, 7.11.6) whose pages are no more than a cover.
    bool isPortfolio() const;
    /// A form whose pages are made by its reader (XFA with /NeedsRendering); what stands in the file is a notice.
    bool isDynamicForm() const { return m_dynamicForm; }
    /// Filled fields that have no usable appearance and that cannot be given one (text beyond ASCII).
    int unshownFields() const { return m_unshownFields; }
    /// Throws Malformed or TooLarge when the content of a page cannot be decoded.
    void checkContents() const;

    /// The page as a form XObject of `target`: its lower left corner at the origin, upright and turned, in points.
    /// Big pictures in it are emptied and added to `detached`.
    QPDFObjectHandle importPage(int page, int turn, QPDF& target, std::vector<DetachedStream>& detached) const;

    /// Bytes of everything that these pages draw (content, pictures, fonts), as stored in the file; what several
    /// pages share counts once.
    qint64 bytesOf(const QList<int>& pages) const;

    /// Layers (optional content groups) of the file as objects of `target`.
    struct Layers
    {
        std::vector<QPDFObjectHandle> all;
        std::vector<QPDFObjectHandle> off;
    };
    Layers importLayers(QPDF& target) const;

private:
    PageFrame turned(int page, int turn) const;
    void flatten();
    void makeAppearances(QPDFPageObjectHelper page, bool stale);

    QString m_path;
    PdfFile m_file;
    std::vector<QPDFPageObjectHelper> m_pages;
    int m_unshownFields = 0;
    bool m_dynamicForm = false;
};

} // namespace jz
