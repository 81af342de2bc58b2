// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/test_files.h"

#include <QMap>
#include <QUuid>

namespace jz::test {

/// How a dossier of the batch is printed and signed.
enum class BatchPaperKind { Review, Final, Signed };

/// Four dossiers of four units, signed by their units with certificates; made once for the whole program. Their ids begin with 1, 2, 3, 4.
const QStringList& signedDossiers();

/// The dossier number 0 to 3 in another shape: revision, other words in a field. Written to `path`.
void writeBatchDossier(int number, BatchPaperKind kind, const QString& path, int revision = 1, const QMap<QString, QString>& values = {});
QUuid batchDossierId(int number);

/// A PKCS#12 file for that name, and its passphrase.
QString identityFile(const ScratchFolder& folder, const QString& name);
QString identityWord();

} // namespace jz::test
