// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/dossier/dossier.h"

namespace jz {

/// What the first bytes of a file say it is.
enum class FileKind { Jpeg, Png, Gif, Bmp, Tiff, Webp, Pdf, Other };

/// Judges by the first bytes (16 are enough) alone, never by a name.
FileKind fileKind(const QByteArray& firstBytes);

/// Where an attachment stands, for its findings.
struct AttachmentPlace
{
    QString field;
    QString label;
    int row = 0;
};

/// Looks at the file `attachment.path` and fills in size and SHA-256. False, with a finding, when there is no
/// such file or it cannot be read. A SHA-256 that is already there is compared: another one is a finding, and
/// the file's own takes its place. So is a name that promises an image or PDF the content is not.
bool examine(Attachment& attachment, const AttachmentPlace& place, Findings& findings);

} // namespace jz
