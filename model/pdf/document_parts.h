// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/assembly_plan.h"
#include "model/pdf/detached_streams.h"

#include <qpdf/QPDFPageObjectHelper.hh>

namespace jz {

using Pages = std::vector<QPDFPageObjectHelper>;

inline constexpr double pointsPerMm = 72 / 25.4;

/// mm from the top left of the visible page -> points from the lower left of its coordinate system.
QPDFObjectHandle::Rectangle pageRect(QPDFPageObjectHelper page, const QRectF& mm);

/// Merged field-and-widget objects in an indirect /AcroForm, behind those that are there; see assemblePdf().
void reserveSignatureFields(QPDF& pdf, Pages& pages, const QList<SignatureFieldPlan>& fields);

/// /Outlines, all levels open; nothing for an empty list.
void setBookmarks(QPDF& pdf, Pages& pages, const QList<BookmarkPlan>& bookmarks);

/// The same behind the bookmarks that are there.
void appendBookmarks(QPDF& pdf, Pages& pages, const QList<BookmarkPlan>& bookmarks);

/// /Names /EmbeddedFiles and /AF, together with the files that are there; one of the same name is replaced. Files are
/// read while the paper is written, through `detached`.
void embedFiles(QPDF& pdf, const QList<EmbeddedFilePlan>& files, std::vector<DetachedStream>& detached);

/// Document information, XMP, /Lang and what a viewer shows first.
void describeDocument(QPDF& pdf, const AssemblyPlan& plan);

} // namespace jz
