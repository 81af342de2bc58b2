// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/paper_verification.h"
#include "model/signature/certificate_file.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Whom a workspace trusts on a day: what is listed there and has not come to its last day. What came from a participants' list
/// counts while the certificate that signed the list is listed by hand as an office's.
QList<TrustRecord> trustedOn(QDate day, Workspace& workspace);
TrustList trustListOf(Workspace& workspace, QDate today = QDate::currentDate());
/// The same as a trust list has it.
TrustEntry trustEntryOf(const TrustRecord& record);

/// What is to be listed as trusted (可信签名人), by whom and on what that rests.
struct TrustOrder
{
    QString file;                  ///< PEM, DER or P7B
    std::optional<TrustKind> kind; ///< nothing: an authority's certificate as authority, any other as signer
    QString name;                  ///< what to call the holder; empty: as the certificate does
    QString rests;                 ///< fingerprint compared by telephone, …
    QDate until;                   ///< the last day; invalid for no end
};

/// One certificate that was listed, or was already.
struct ListedCertificate
{
    TrustRecord record;
    CertificateSummary summary;
    bool isNew = true;              ///< false: it was listed in the same way already, and nothing was changed
    QList<LocalizedText> warnings;  ///< expired, not yet valid, nothing said on what trust rests, trusts whatever it issues
};

/// Lists every certificate of a file. One that is listed by hand in another way is listed anew, its earlier record ends.
/// Errors as readCertificates(); Usage (kind or name for a file with several certificates, a last day that is past, an
/// authority that is none); Unusable for the certificate of a delivery mark, which is no unit's. Nothing is listed then.
QList<ListedCertificate> addTrusted(Workspace& workspace, const TrustOrder& order, qint64 person);

/// The listed certificate whose fingerprint begins so; blanks, colons and capitals do not matter. When it is listed both by hand and
/// by a participants' list, the one by hand. Throws Error Usage for less than eight digits or when several begin so, NotFound.
TrustRecord findTrusted(Workspace& workspace, const QString& fingerprint);

/// Verifies a file with what the workspace trusts beside `trust`, and keeps the verdict there (unless it is read-only, the
/// file unsigned or unreadable). The report then has what the workspace remembers: see PaperReport::memory.
PaperReport verifyInWorkspace(const QString& path, Workspace& workspace, const TrustList& trust = {});
/// The second half of it, for windows, which verify in another thread: brings in what the workspace remembers of the file (`sha256` of
/// its bytes) and keeps the verdict.
void rememberVerdict(PaperReport& report, const QByteArray& sha256, Workspace& workspace);

} // namespace jz
