// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QSizeF>
#include <QString>

namespace jz {

/// What an attachment is, decided by its content, never by its name.
enum class AttachmentKind { Jpeg, Png, Pdf };

/// An attachment that has been looked at and made ready: what is embedded and what can be placed on pages.
struct AttachmentSource
{
    AttachmentKind kind = AttachmentKind::Pdf;
    QString path;          ///< the bytes that are embedded: the file itself, or its cleaned copy
    qint64 size = 0;       ///< bytes of `path`
    QByteArray sha256;     ///< 32 bytes, of `path`
    bool cleaned = false;  ///< `path` is a copy in the scratch folder, without place and device data
    QSize pixels;          ///< pictures: upright (EXIF orientation applied)
    QList<QSizeF> pages;   ///< PDF: visible size of each page in mm, /Rotate and /UserUnit applied
    bool repaired = false; ///< PDF: damaged, but every page could be read after a repair
    int unshownFields = 0; ///< PDF: filled form fields without an appearance that cannot be drawn here

    bool isPicture() const { return kind != AttachmentKind::Pdf; }
};

/// Looks at a file that is to be attached. JPEG, PNG and PDF are accepted.
///
/// What leaves the program carries no place or device data of photos: JPEGs lose every segment but those
/// that decoding needs, JFIF, the ICC profile and Adobe's colour transform (an EXIF orientation other than 1
/// is written back alone); PNGs keep the chunks that decoding needs. Compressed image data is copied, never
/// re-encoded. A cleaned copy lies in `scratchFolder` (which exists) under its own SHA-256; a file that has
/// nothing to clean is used where it stands. Inspecting a cleaned file again changes nothing.
///
/// Throws Error naming the file and the remedy: NotFound, Unreadable, Malformed (empty, truncated, damaged,
/// does not decode), Unsupported (another kind of file; a PDF that needs a password or may not be printed),
/// TooLarge (a picture that cannot be decoded within reasonable memory), NotWritable (scratch folder).
AttachmentSource inspectAttachment(const QString& path, const QString& scratchFolder);

} // namespace jz
