// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/reference/reference_data.h"

#include <memory>

namespace jz {

struct PreparedRule;

/// Checks dossiers against the rules of their call (检查): the same at every desk. Built once for a pack;
/// check() takes well under a millisecond. Pack and reference data must outlive it. check() may be called from
/// several threads.
class Checker
{
public:
    Checker(const CallPack& pack, const ReferenceData& reference);
    ~Checker();
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    /// All findings, in the order of the form, then by row, then as the pack lists its rules. A format error
    /// for which the dossier gives a written reason (Dossier::reasons) is a warning that bears it.
    Findings check(const Dossier& dossier) const;

private:
    const CallPack& m_pack;
    const ReferenceData& m_reference;
    std::vector<PreparedRule> m_rules;
    QHash<QString, int> m_order; ///< place of each field in the form
};

} // namespace jz
