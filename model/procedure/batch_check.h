// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/procedure/bundle_papers.h"
#include "model/procedure/paper_examiner.h"

#include <memory>
#include <optional>
#include <utility>

namespace jz {

/// For whom files are looked at.
struct BatchOrder
{
    QString body;     ///< name of the recommending body; empty: channels and quota are not looked at
    QString bodyKind; ///< of the quotas of the call; empty: as the list of bodies has it
    QString callId;   ///< empty: that of the first dossier
    TrustList trust;
    std::shared_ptr<const Passphrase> passphrase = {}; ///< opens encrypted bundles; null: none was given
    bool bySheet = false; ///< body and kind are what the ranking sheet among the files says, where there is one
};

/// What came, and what stands against making a batch of it.
struct BatchReport
{
    QString callId;
    QString body;           ///< as the list of bodies has it, where it does
    QString bodyKind;
    std::optional<int> quota;
    int counted = 0;        ///< dossiers that count
    QList<BatchPaper> papers; ///< in the order given
    Findings findings;      ///< of the batch as a whole: `batch.quota`, `batch.body`
    QList<OpenBundle> bundles; ///< keep the files that came out of bundles

    bool hasError() const;
};

/// Looks at everything that came: files, folders, bundles and plain zips. Each dossier is verified and checked with the rules of its call; then
/// they are compared with each other (same file, later revisions, diverging ones, duplicates), with the body (`batch.other-channel`), with
/// the call (`batch.other-call`, `batch.other-form`), and counted against the quota, which is a hard gate. A file that cannot be read is an
/// Unknown with a finding `batch.not-understood` (a bundle that another passphrase opens: `bundle.passphrase`), one over which its process falls with `batch.not-examined`, never an Error. Files are looked
/// at by processes of their own (`examiner`), as many at once as there are cores.
///
/// Throws Cancelled when `control` cancels, Error Usage for a body or kind that is unknown; NotFound and Unreadable for a path that is not there.
BatchReport checkBatch(const QStringList& paths, const BatchOrder& order, const PaperExaminer& examiner = PaperExaminer(), const WorkControl& control = {});

/// Of two papers of one dossier the greater is the one to work with: the later revision, of one revision the signed paper before the final before
/// the draft.
using PaperWorth = std::pair<int, BatchPaper::Kind>;

/// The kind of that name (batchKindName); Unknown for none.
BatchPaper::Kind batchKindOf(const QString& name);

/// `review`, `final`, `signed`, `slip`, `other`, `scan`, `unknown`; `counts`, `same-file`, `replaced`, `diverging`, `no-dossier`: stable names.
QString batchKindName(BatchPaper::Kind kind);
QString standingName(BatchPaper::Standing standing);
LocalizedText batchKindWord(BatchPaper::Kind kind);
LocalizedText standingWord(BatchPaper::Standing standing);

/// `batch check --json`: {"call", "body", "kind", "quota": number or null, "counted", "papers": [{"file", "kind", "standing", "dossier": id or
/// null, "revision", "fingerprint", "sha256", "title", "applicant", "findings": [as check --json]}], "findings"}.
QJsonObject toJson(const BatchReport& report, const QString& body, Language language);

} // namespace jz
