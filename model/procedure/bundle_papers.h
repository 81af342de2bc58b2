// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/bundle.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace jz {

/// A bundle or zip that is open: its files lie in a folder that goes with the last copy of this.
struct OpenBundle
{
    std::shared_ptr<QTemporaryDir> folder;
    QList<UnpackedFile> papers; ///< PDF files, told by their content, in the order of the bundle
    QList<UnpackedFile> others; ///< everything else
    Findings findings;          ///< what is wrong with files that were left out
    bool cancelled = false;
};

/// Unpacks a bundle to be read. Throws Error as unpackBundle().
/// `passphrase`: for an encrypted one.
OpenBundle openBundle(const QString& path, const WorkControl& control = {}, const Passphrase* passphrase = nullptr);

} // namespace jz
