// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/checker.h"
#include "model/dossier/dossier.h"

#include <QStringList>

namespace jz::test {

const CallPack& samplePack();
const Checker& sampleChecker();

/// The sample of the call as a dossier without a fault, its files told but nowhere on the disk.
Dossier sampleDossier();

/// The sample at every limit: texts of exactly as many 字 as allowed, all options, twelve experts, joint bodies.
Dossier limitsDossier();

Attachment attachment(const QString& name, const QString& kind = {}, qint64 size = 1000);

/// The dossier with one value set; null takes it away.
Dossier with(Dossier dossier, const QString& field, const QJsonValue& value);

/// "rule severity field row column" of every finding, in order; row and column as "-" where there is none.
QStringList summary(const Findings& findings);

} // namespace jz::test
