// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/procedure/ink_report.h"
#include "model/signature/trust_list.h"
#include "model/signature/verification_report.h"

#include <QJsonObject>

#include <optional>

namespace jz {

/// Which paper of ours a file says it is.
struct PaperIdentity
{
    QString kind;      ///< `dossier` or `correction`
    QString id;        ///< UUID without braces
    int revision = 1;
    std::optional<bool> textMatches; ///< the pages say what the data say; nothing where that cannot be compared
};

/// What can be said about a file: its signatures, the ink on the scans inside, and which paper it is. Ink counts as matched
/// only while a delivery mark holds and the record of the scans belongs to the data of the paper.
struct PaperReport
{
    QString file;
    VerificationReport signatures;
    std::optional<PaperIdentity> paper;
    QList<InkRole> ink;   ///< what the sender's program saw of the scanned pages inside, by role
};

/// Verifies any PDF. Of a paper of ours the pages are compared with the data (text_comparison.h); what was found there,
/// and that a file is a copy of our paper which another program printed or saved, stands among the problems of the file.
/// Never throws for what the file holds: such a file is `unreadable`.
PaperReport verifyPaper(const QString& path, const TrustList& trust);

/// `verify --json`.
QJsonObject toJson(const PaperReport& report, Language language);

} // namespace jz
