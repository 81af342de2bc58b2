// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <optional>

namespace jz {

/// What an attachment is, decided by its content, never by its name.
enum class AttachmentKind { Jpeg, Png, Gif, Bmp, Tiff, Webp, Heic, Pdf };

/// The kind that the first bytes of a file (1029 are enough) say; none when it is nothing that can be
/// attached.
std::optional<AttachmentKind> attachmentKind(const QByteArray& firstBytes);

/// The kind that the ending of a name promises; none for endings that promise nothing we look into.
std::optional<AttachmentKind> promisedKind(const QString& name);

/// The kind of a file. Throws Error NotFound, Unreadable, Malformed (empty), and Unsupported for anything
/// that cannot be attached, saying what it is and what to do with it.
AttachmentKind attachmentKindOf(const QString& path);

/// MIME type, e.g. "image/jpeg".
QByteArray mimeOf(AttachmentKind kind);

/// The usual ending of its name without a dot, e.g. "jpg".
QString suffixOf(AttachmentKind kind);

} // namespace jz
