// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"

#include <QJsonObject>
#include <QUuid>

namespace jz {

/// What the footers of a paper say.
struct FooterContent
{
    QUuid id;
    int revision = 1;
    QByteArray dataFingerprint; ///< SHA-256, 32 bytes
    QJsonObject words;          ///< of the pack (`paper.footer`): page, id, revision, pageFingerprint, fingerprint
};

/// Gives every page its footer: page x/y, short id, revision, page fingerprint in words and as a QR code;
/// the data fingerprint too on the first page and on pages that bear a signature. To be called when all
/// pages are there.
///
/// The code is 18 mm (24 mm on those pages) with its quiet zone: at the 14 and 18 mm that would do on a clean
/// print, scans of 200 (150) dpi with noise and JPEG artefacts were not read back. It stands at least 26 mm from the right edge of the
/// page (perforation seal 骑缝章) and inside the left margin (binding).
void addFooters(Paper& paper, const FooterContent& content);

} // namespace jz
