// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/supplement_file.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Something that a notice changes at an applicant's desk.
struct LocalChange
{
    QString what;        ///< member of the data: `deadlines`, `copies`, `papers`, `mailbox`, `address`, `fileName`, `words`, `repeals`
    LocalizedText label;
    LocalizedText was;   ///< as the call has it, or the notice in force; empty for nothing
    LocalizedText now;   ///< empty: it goes
};

/// A notice that was opened, held against what is here, before anything is taken over.
struct SupplementNews
{
    Supplement supplement;
    bool again = false;        ///< this one is in force already
    int before = 0;            ///< number of the notice that it takes the place of; 0 for none
    QStringList dossiers;      ///< titles of those here that go through this body
    QList<LocalChange> changes;
    LocalizedText warning;     ///< what is to be looked at; empty for nothing
};

/// Looks at a notice that readSupplement() read. Changes nothing. Throws Error Unsupported, naming both, when a later one is in force already, or one of the same
/// number says something else.
SupplementNews newsOf(Workspace& workspace, const QString& path, const ReceivedSupplement& received);

/// The same of one that is in force: what it changes against the call alone.
SupplementNews standingNews(Workspace& workspace, const Supplement& supplement);

/// What became of it, in words.
struct TakenSupplement
{
    Supplement supplement;
    bool again = false;     ///< it was in force already, and nothing was written down anew
    LocalizedText words;
    LocalizedText warning;  ///< as in SupplementNews
};

/// Takes it over: it is kept, and laid over the call at all dossiers of this body, those begun later too. Throws Error as newsOf().
TakenSupplement takeSupplementIn(Workspace& workspace, const QString& path, const ReceivedSupplement& received, qint64 person);

/// A notice that is here, in force or not.
struct KeptSupplement
{
    LocalNotice notice;
    Supplement supplement;
    bool inForce = false; ///< the last one of its body, not taken off, and not one that repeals
};
/// All of them, by call, body and number.
QList<KeptSupplement> keptSupplements(Workspace& workspace);

/// Takes off the notice of a body that is in force. Throws Error NotFound when there is none.
void dropSupplement(Workspace& workspace, const QString& callId, const QString& body);

/// The facts of a call as they are for one dossier.
struct LocalFacts
{
    CallFacts facts;                      ///< those of the call, with the notice laid over them
    std::optional<Supplement> supplement; ///< the notice; nothing when there is none
};
LocalFacts localFactsOf(Workspace& workspace, const Dossier& dossier, const CallPack& pack);
/// The same of everything that is here: with the notices of all bodies that a dossier of the workspace goes through.
CallFacts localFactsOf(Workspace& workspace, const CallPack& pack);

} // namespace jz
