// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <memory>

namespace jz {

/// Pages of a PDF that are one JPEG from edge to edge, as scanners make them. Their pictures come out of the JPEG itself, which is decoded no
/// finer than wanted: PDFium decodes all of it for every picture, however small. Lives in one thread.
class ScannedPages
{
public:
    /// Opens the file, which stays as it is. Throws Error as openPdf().
    explicit ScannedPages(const QString& path);
    ~ScannedPages();

    /// Whether a page (0-based) is drawn at any size about as fast as at the smallest: a scan of up to ten million dots.
    bool isQuick(int page) const;
    /// The page at `size` pixels; null when it is anything else than one upright JPEG (grey or RGB, nothing drawn over it, nothing
    /// attached to the page).
    QImage draw(int page, QSize size) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace jz
