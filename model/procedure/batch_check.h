// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/base/parallel.h"
#include "model/dossier/dossier.h"
#include "model/signature/trust_list.h"

#include <optional>

namespace jz {

/// A file that came to a recommending body, and what it is.
struct BatchPaper
{
    enum class Kind {
        Review,    ///< a dossier with watermark: 送审稿 or a draft
        Final,     ///< a dossier that nobody signed yet
        Signed,    ///< a dossier with a signature or with scans, closed by the delivery mark
        Slip,      ///< a return slip
        OtherPaper,///< another paper of ours: a correction statement, a participants' list, …
        Unknown,   ///< none of ours, or damaged: its finding says what to do
    };
    enum class Standing {
        Counts,    ///< it is the one to work with
        SameFile,  ///< the same bytes came before
        Replaced,  ///< a later revision, or the signed paper of the same one, is here too
        Diverging, ///< another content of the same dossier and revision is here: only a person can choose
        NoDossier,
    };
    QString name;           ///< as it came: the path given, for files in bundles with that of the bundle before it
    Kind kind = Kind::Unknown;
    Standing standing = Standing::NoDossier;
    Dossier dossier;        ///< of dossiers
    QByteArray fingerprint; ///< SHA-256 of its dossier.json
    QByteArray sha256;      ///< of the file
    QString title;
    QString applicant;
    Findings findings;

    bool isDossier() const { return kind == Kind::Review || kind == Kind::Final || kind == Kind::Signed; }
};

/// For whom files are looked at.
struct BatchOrder
{
    QString body;     ///< name of the recommending body; empty: channels and quota are not looked at
    QString bodyKind; ///< of the quotas of the call; empty: as the list of bodies has it
    QString callId;   ///< empty: that of the first dossier
    TrustList trust;
};

/// What came, and what stands against making a batch of it.
struct BatchReport
{
    QString callId;
    QString bodyKind;
    std::optional<int> quota;
    int counted = 0;        ///< dossiers that count
    QList<BatchPaper> papers; ///< in the order given
    Findings findings;      ///< of the batch as a whole: `batch.quota`, `batch.body`

    bool hasError() const;
};

/// Looks at everything that came: files, folders, bundles and plain zips. Each dossier is verified and checked with the rules of its call; then
/// they are compared with each other (same file, later revisions, diverging ones, duplicates), with the body (`batch.other-channel`), with
/// the call (`batch.other-call`, `batch.other-form`), and counted against the quota, which is a hard gate. A file that cannot be read is an
/// Unknown with a finding `batch.not-understood`, never an Error. Files are looked at on all cores.
///
/// Throws Error Usage for a body or kind that is unknown; NotFound and Unreadable for a path that is not there.
BatchReport checkBatch(const QStringList& paths, const BatchOrder& order, const WorkControl& control = {});

/// `review`, `final`, …; `counts`, `same-file`, `replaced`, `diverging`, `no-dossier`: stable names.
QString batchKindName(BatchPaper::Kind kind);
QString standingName(BatchPaper::Standing standing);
LocalizedText batchKindWord(BatchPaper::Kind kind);
LocalizedText standingWord(BatchPaper::Standing standing);

/// `batch check --json`: {"call", "body", "kind", "quota": number or null, "counted", "papers": [{"file", "kind", "standing", "dossier": id or
/// null, "revision", "fingerprint", "sha256", "title", "applicant", "findings": [as check --json]}], "findings"}.
QJsonObject toJson(const BatchReport& report, const QString& body, Language language);

} // namespace jz
