// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/pdf/attachment_kind.h"
#include "model/pdf/exif_orientation.h"
#include "model/pdf/picture_facts.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <optional>

namespace jz {

/// How an attachment is to be used.
struct AttachmentUse
{
    QString pages = {}; ///< as in page_choice.h; empty: all
    int turn = 0;       ///< clockwise, 0, 90, 180 or 270 degrees
};

/// An attachment that has been looked at and made ready: what is embedded and what can be placed on pages.
/// Pages are counted from 0 as the file has them; a picture has one unless it is a TIFF.
struct AttachmentSource
{
    AttachmentKind kind = AttachmentKind::Pdf;
    QString path;          ///< the bytes that are embedded: the file itself, or its cleaned copy
    qint64 size = 0;       ///< bytes of `path`
    QByteArray sha256;     ///< 32 bytes, of `path`
    bool cleaned = false;  ///< `path` is a copy in the scratch folder, without place and device data
    QList<PicturePage> pictures; ///< pictures: pixels as stored; the turn is part of their orientation
    QSize pixels;          ///< pictures: the first printed one, upright
    QList<QSizeF> pages;   ///< PDF: visible size of each page in mm, /Rotate, /UserUnit and the turn applied
    int turn = 0;          ///< PDF: to be turned clockwise by so many degrees
    QList<int> printed;    ///< pages that are printed, in this order
    bool repaired = false; ///< PDF: damaged, but every page could be read after a repair
    int unshownFields = 0; ///< PDF: filled form fields without an appearance that cannot be drawn here

    bool isPicture() const { return kind != AttachmentKind::Pdf; }
    int pageCount() const { return int(isPicture() ? pictures.size() : pages.size()); }
    /// A picture's pixels as it is shown.
    QSize uprightPixels(int page) const
    {
        const PicturePage& picture = pictures.at(page);
        return changesSides(picture.orientation) ? picture.pixels.transposed() : picture.pixels;
    }
};

/// Looks at a file that is to be attached: a picture (JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC, AVIF) or a PDF. Every
/// printed picture is decoded once, small.
///
/// What leaves the program carries no place or device data of photos: JPEGs lose every segment but those
/// that decoding needs, JFIF, the ICC profile and Adobe's colour transform (an EXIF orientation other than 1
/// is written back alone); PNGs keep the chunks that decoding needs; the others as in picture_facts.h. Compressed
/// image data is copied, never re-encoded. A cleaned copy lies in `scratchFolder` (which exists) under its own
/// SHA-256; a file that has nothing to clean is used where it stands. Inspecting a cleaned file again changes
/// nothing. With an empty `scratchFolder` nothing is written: size and SHA-256 are those of the file as found.
///
/// Throws Error naming the file and the remedy: NotFound, Unreadable, Malformed (empty, truncated, damaged,
/// does not decode, chosen pages that are not there), Unsupported (another kind of file; a PDF that needs a password,
/// may not be printed, is a portfolio or shows nothing outside one reader), TooLarge (a picture that cannot be
/// decoded within reasonable memory), NotWritable (scratch folder). May be called from several threads.
AttachmentSource inspectAttachment(const QString& path, const QString& scratchFolder, const AttachmentUse& use = {});

/// What came of inspecting one of many files: one of the two, or neither when the work was cancelled before.
struct InspectedAttachment
{
    std::optional<AttachmentSource> source;
    std::optional<Error> error;
};

/// A file to be inspected.
struct AttachmentFile
{
    QString path;
    AttachmentUse use = {};
};

/// Inspects many files, on as many threads as there are cores (`threads` below 1) and in the order given. A file that
/// cannot be used does not stop the others. Pictures of more than 24 million pixels are decoded one at a time, so
/// that memory stays bounded.
QList<InspectedAttachment> inspectAttachments(const QList<AttachmentFile>& files, const QString& scratchFolder,
                                              const WorkControl& control = {}, int threads = 0);

// What is to be said about a source, in words that findings and remarks share. `name` is the attachment's.
LocalizedText repairedRemark(const QString& name);
LocalizedText unshownFieldsRemark(const QString& name, int fields);

} // namespace jz
