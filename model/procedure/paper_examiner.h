// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/worker_process.h"
#include "model/exchange/scan_reader.h"
#include "model/procedure/paper_examination.h"

namespace jz {

/// Looks at files that came from outside, each in a process of its own, so that none can harm the caller: examinePaper() behind a
/// wall. Thread-safe: several files may be looked at at once.
class PaperExaminer
{
public:
    using Limits = WorkerProcess::Limits; ///< for one file

    /// `program`: juanzong-paper-check, by default beside the running program. `scans` reads what might be scanned pages.
    explicit PaperExaminer(Limits limits, const QString& program = {}, const ScanReader& scans = ScanReader());
    PaperExaminer() : PaperExaminer(Limits{120, 6000}) {}

    /// As examinePaper(); besides, pictures and PDFs that are no paper of ours but show its codes are a Scan (`batch.scan`, which says of
    /// which dossier, revision and pages). An Unknown with `batch.not-examined` when the process falls over the file or takes more time or
    /// memory than it may. Throws Cancelled when `control` cancels, Error NotFound when the program is missing; of the file NotFound and Unreadable.
    BatchPaper examine(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control = {}) const;

private:
    BatchPaper ask(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control) const;
    void lookForCodes(BatchPaper& paper, const QString& path, const WorkControl& control) const;

    WorkerProcess m_worker;
    ScanReader m_scans;
};

} // namespace jz
