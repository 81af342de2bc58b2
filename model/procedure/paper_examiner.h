// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/exchange/scan_reader.h"
#include "model/procedure/paper_examination.h"

namespace jz {

/// Looks at files that came from outside, each in a process of its own, so that none can harm the caller: examinePaper() behind a
/// wall. Thread-safe: several files may be looked at at once.
class PaperExaminer
{
public:
    struct Limits
    {
        int seconds = 120;     ///< for one file, by the clock
        int megabytes = 6000;  ///< address space, libraries included
    };

    /// `program`: juanzong-paper-check, by default beside the running program. `scans` reads what might be scanned pages.
    explicit PaperExaminer(Limits limits, const QString& program = {}, const ScanReader& scans = ScanReader());
    PaperExaminer() : PaperExaminer(Limits{}) {}

    /// As examinePaper(); besides, pictures and PDFs that are no paper of ours but show its codes are a Scan (`batch.scan`, which says of
    /// which dossier, revision and pages). An Unknown with `batch.not-examined` when the process falls over the file or takes more time or
    /// memory than it may. Throws Cancelled when `control` cancels, Error NotFound when the program is missing; of the file NotFound and Unreadable.
    BatchPaper examine(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control = {}) const;

private:
    BatchPaper ask(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control) const;
    void lookForCodes(BatchPaper& paper, const QString& path, const WorkControl& control) const;

    Limits m_limits;
    QString m_program;
    ScanReader m_scans;
};

} // namespace jz
