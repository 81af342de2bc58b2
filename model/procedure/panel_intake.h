// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/panel.h"
#include "model/signature/passphrase.h"

#include <QTemporaryDir>

#include <memory>

namespace jz {

/// A panel bundle taken apart into a scratch folder.
struct UnpackedPanel
{
    std::shared_ptr<QTemporaryDir> scratch;
    Panel panel;
    QString letter;      ///< path
    QStringList papers;  ///< paths, in the order of the panel; each has the bytes that the letter says
};

/// Takes one apart and compares it with its letter. Throws Error as BundleReader and readPanelLetter(); Usage when it wants a passphrase and none was given;
/// WrongPassphrase; Unsupported when there is no letter in it; Malformed naming the paper that is missing, damaged or another.
UnpackedPanel unpackPanel(const QString& bundle, const Passphrase* passphrase);

} // namespace jz
