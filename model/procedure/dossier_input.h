// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/values_file.h"
#include "model/pdf/pdf_header.h"

#include <QTemporaryDir>

#include <memory>

namespace jz {

/// A dossier opened from whatever holds one, with the folder its files were unpacked to.
struct DossierInput
{
    ValuesFile file;
    std::shared_ptr<QTemporaryDir> unpacked; ///< attachments of a PDF lie here; null for other inputs
};

/// Opens a values file (.json), a folder that extractDossier() wrote, or a dossier PDF; decided by content. `how`
/// says how closely attachments are looked at.
/// Throws Error naming the input: NotFound, Unreadable, Malformed, TooLarge, Unsupported (another kind of
/// file, another call, a PDF that carries no data: printed or saved anew by another program).
DossierInput openDossier(const QString& path, Examination how = Examination::Content);

/// Writes `dossier.json` and `attachments/<name>` of a dossier PDF into `folder`, which is made when it is not
/// there. Nothing is overwritten: Error NotWritable when there is a dossier in it already. Attachments get the names
/// that dossier.json gives them, made safe for every file system. Throws as openDossier().
void extractDossier(const QString& pdf, const QString& folder);

/// The data of a dossier PDF alone; its attachments have no path. Throws Error as openDossier().
Dossier readDossierData(const QString& pdf);

} // namespace jz
