// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/batch.h"
#include "model/workspace/workspace.h"

namespace jz {

/// How far a unit that means to apply (意向单位) has come.
struct ProspectState
{
    QString id;         ///< `intends`, `drafting`, `received`, `signed`, `paper`, `given-up`
    LocalizedText word;
};
/// All, in their order.
QList<ProspectState> prospectStates();
LocalizedText prospectStateWord(const QString& id);

/// Ties what came to the units that it came from, by credit code, then by the unit's name however it is spelt (width, case, blanks, punctuation); a
/// dossier belongs to one line at most. A unit's state then follows its dossier (`received`, `signed`, `paper`) and never goes back. receive() calls it; call it
/// after the register was changed, too. Throws as the stores.
void attachArrivals(Workspace& workspace, qint64 batch);

/// Adds a unit, or changes it (`key` not 0), and ties it to what came. Throws Error Usage for a unit without name, a state that there is none of, a credit
/// code that is none, and a unit that is in the register already.
qint64 keepProspect(Workspace& workspace, const Prospect& prospect);

/// What was taken out of a table.
struct ProspectImport
{
    int added = 0;
    int changed = 0;
    Findings findings; ///< rows that were left out, and why (`prospect.row`, a warning naming sheet and row)
};

/// Reads the register out of a table (XLSX, CSV, see readTableFile()): the first sheet with a head that has a column for the unit's name (单位名称, 申报单位 …, or what the form calls it); the columns for credit
/// code, contact, telephone, state, online submission and remark are taken by their heads, others are left out. A unit that is there already gets what its row
/// says and keeps the rest. All or nothing is kept. Throws Error as readTableFile(), and Malformed for a table without such a column.
ProspectImport importProspects(Workspace& workspace, qint64 batch, const QString& path);

/// What a unit still owes, in the order in which it is due; each with the time, where the call has one. Empty for one that gave up or owes nothing.
QList<LocalizedText> missingFrom(const Prospect& prospect, const BatchView& view, const CallPack& pack);

/// The text for one unit (催办), for mail or a messenger: what is missing, the deadlines still to come at `now`, and whom to ask. Empty when nothing is missing.
LocalizedText reminderText(const Prospect& prospect, const BatchView& view, const CallPack& pack, const QDateTime& now);

} // namespace jz
