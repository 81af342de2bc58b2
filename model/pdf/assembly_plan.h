// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/attachment_source.h"

#include <QDateTime>
#include <QRectF>

namespace jz {

/// One picture, part of a picture or page of a PDF on a page of the paper. It is fitted into `target` with
/// its ratio kept, and centred there.
struct Placement
{
    int page = 0;          ///< 0-based page of the skeleton
    int attachment = 0;    ///< index into AssemblyPlan::attachments
    int sourcePage = 0;    ///< PDF and TIFF: 0-based page of the file
    QRectF sourcePart{0, 0, 1, 1}; ///< picture: fraction of the upright picture, from its top left
    QRectF target;         ///< mm from the top left of the page
};

/// An empty signature field that is reserved for later. It prints nothing.
struct SignatureFieldPlan
{
    QString name;    ///< /T, unique, without a full stop
    int page = 0;    ///< 0-based
    QRectF rectMm;   ///< mm from the top left of the page
    QString tooltip; ///< /TU, read out by screen readers
};

struct BookmarkPlan
{
    QString title;
    int page = 0;   ///< 0-based
    double yMm = 0; ///< from the top of the page
    QList<BookmarkPlan> children;
};

/// A file inside the paper (ISO 32000-1, 7.11.4).
struct EmbeddedFilePlan
{
    QString name;          ///< unique; Unicode
    QByteArray mime;       ///< e.g. application/json
    QString description;
    QByteArray relationship = "Supplement"; ///< /AFRelationship: Source, Data, Supplement, Alternative
    QByteArray bytes;      ///< the content; deflated in the paper. Used when `path` is empty
    QString path;          ///< or the file it is read from; stored as it is
};

/// Everything a paper is made of. The skeleton has all pages already; placements, embedded files, fields
/// and bookmarks are added to it.
struct AssemblyPlan
{
    QByteArray skeleton;    ///< PDF bytes; used when `skeletonPath` is empty
    QString skeletonPath;
    QList<AttachmentSource> attachments;
    QList<Placement> placements;
    double pictureDpi = 200; ///< dots per inch that pictures have at most on the page; not more than mostDpi
    QList<SignatureFieldPlan> signatureFields;
    QList<BookmarkPlan> bookmarks;
    QList<EmbeddedFilePlan> embeddedFiles;
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString language = QStringLiteral("zh-CN");                      ///< BCP 47
    QString producer = QStringLiteral("Juanzong " JUANZONG_VERSION); ///< stands as creator and producer
    QDateTime date;         ///< creation date with its offset from UTC; invalid for none
};

} // namespace jz
