// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/procedure/ink_report.h"
#include "model/procedure/signature_paper_data.h"
#include "model/signature/trust_list.h"
#include "model/signature/verification_report.h"
#include "model/workspace/trust_store.h"

#include <QJsonObject>

#include <optional>

namespace jz {

/// Which paper of ours a file says it is.
struct PaperIdentity
{
    QString kind;      ///< `dossier`, `correction`, `participants`, `return-slip`, `supplement`, `endorsement`, `ranking`
    QString id;        ///< UUID without braces
    int revision = 1;
    std::optional<bool> textMatches; ///< the pages say what the data say; nothing where that cannot be compared
};

/// A signature as it was when a verdict was kept, and on what trust in it rested.
struct KeptSignature
{
    QString signer;
    bool trusted = false;
    LocalizedText basis; ///< with what became of it, where it was removed since
    bool wasListed = false; ///< it rested on a listed certificate; else `basis` says that it rested on none

    /// "at that time it rested on …", or "at that time not listed".
    LocalizedText words() const
    {
        return (wasListed ? LocalizedText{QStringLiteral("当时依据%1"), QStringLiteral("rested on %1")}
                          : LocalizedText{QStringLiteral("当时%1"), QStringLiteral("at that time %1")})
            .arg(basis);
    }
};

/// What a workspace remembers of a file and its sender.
struct DeskMemory
{
    std::optional<KeptVerdict> kept;     ///< the earlier verdict on the same bytes; nothing when this is the first
    QList<KeptSignature> keptSignatures; ///< in it
    QDateTime senderSince;               ///< since when files of the same sender came; invalid: this is the first
    std::optional<KeptVerdict> otherSender; ///< an earlier file of the same dossier that came from another sender
    bool isKept = true;                  ///< false: the workspace could only be read
};

/// A dossier that a signature paper (签章件) was laid beside.
struct BesideDossier
{
    QString file;
    bool matches = false; ///< it is the dossier, revision and content that were signed
};

/// What can be said about a file: its signatures, the ink on the scans inside, and which paper it is. Ink counts as matched
/// only while a delivery mark holds and the record of the scans belongs to the data of the paper.
struct PaperReport
{
    QString file;
    VerificationReport signatures;
    std::optional<PaperIdentity> paper;
    std::optional<DeskMemory> memory; ///< when it was verified in a workspace, see trust_desk.h
    bool hasTrustList = false; ///< somebody was trusted: what is said about trust means something
    QList<InkRole> ink;   ///< what the sender's program saw of the scanned pages inside, by role
    std::optional<BesideDossier> beside;       ///< the dossier that a signature paper was compared with
    std::optional<SignaturePaper> endorsement; ///< what a signature paper (签章件) says it belongs to; worth what its delivery mark is

    /// A signature paper that is whole, from the sender whom the delivery mark names.
    bool isWholeEndorsement() const { return endorsement && signatures.verdict == Verdict::Marked && signatures.delivery && signatures.delivery->whole; }
};

/// Verifies any PDF. Of a paper of ours the pages are compared with the data (text_comparison.h); what was found there,
/// and that a file is a copy of our paper which another program printed or saved, stands among the problems of the file.
/// Never throws for what the file holds: such a file is `unreadable`.
PaperReport verifyPaper(const QString& path, const TrustList& trust);

/// Compares a signature paper with the dossier in a file, called `name`: dossier, revision and fingerprint. What differs stands among the problems of the
/// report (`endorsement-elsewhere`, `endorsement-outdated`). Does nothing for a report on another paper. Throws Error as readEmbeddedFile() and
/// parseDossierJson() for a file that is no dossier.
void compareBeside(PaperReport& report, const QString& dossier, const QString& name);

/// `verify --json`: the object of verification_report.h with `file`, `ink`, `paper`; `delivery` gets "since": since when files of that
/// sender are known to the workspace, ISO 8601 or null; "kept": {"verdict", "at", "by": name or null, "basis": [{"signer",
/// "trusted", "words"}]}, the earlier verdict on the same bytes, or null; a signature paper has "endorsement": {"body", "joint", "dossier", "revision", "fingerprint",
/// "title", "applicant", "taken", "pages": [number], "beside": {"file", "matches"} or null}.
QJsonObject toJson(const PaperReport& report, Language language);

} // namespace jz
