// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/signature/trust_list.h"
#include "model/signature/verification_report.h"

#include <QJsonObject>

#include <optional>

namespace jz {

/// Which paper of ours a file says it is.
struct PaperIdentity
{
    QString kind;      ///< `dossier`
    QString id;        ///< UUID without braces
    int revision = 1;
};

/// What can be said about a file: its signatures, and which paper it is.
struct PaperReport
{
    QString file;
    VerificationReport signatures;
    std::optional<PaperIdentity> paper;
};

/// Verifies any PDF. Never throws for what the file holds: such a file is `unreadable`.
PaperReport verifyPaper(const QString& path, const TrustList& trust);

/// `verify --json`.
QJsonObject toJson(const PaperReport& report, Language language);

} // namespace jz
