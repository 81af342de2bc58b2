// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace jz {

/// Who asks for the unit's seal (用印), on what and why.
struct SealRequest
{
    QString paper;       ///< a final dossier PDF
    int copies = 1;      ///< to be printed and stamped; 1–99
    QString person;      ///< who asks; empty: written in by hand
    QString department;  ///< his; empty: written in by hand
    QString purpose;     ///< empty: handing in by the call's notice
};

/// The sheet as written.
struct WrittenSealRequest
{
    QString title;           ///< of the dossier
    int revision = 1;
    int pages = 0;           ///< of one copy of the dossier
    QList<int> sealedPages;  ///< 1-based: those that the unit signs and stamps
};

/// Writes the one-page sheet on which a unit decides on the use of its seal (用印呈批): a paper of its own for the unit's files, whose
/// page is never taken for one of the dossier. `out` appears whole or not at all; the same request gives the same bytes.
///
/// Throws Error as readPageMap() and readDossierData() for the paper; Unsupported when it is a draft or no dossier; Usage for an
/// impossible number of copies; NotWritable.
WrittenSealRequest writeSealRequest(const SealRequest& request, const QString& out);

/// `seal-request --json`: {"out", "title", "revision", "pages", "copies", "sealedPages": [number]}.
QJsonObject toJson(const WrittenSealRequest& written, const SealRequest& request, const QString& out);

} // namespace jz
