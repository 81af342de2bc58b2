// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/open_dossier.h"
#include "model/recommendation/return_slip.h"

namespace jz {

namespace record {

inline constexpr QLatin1StringView returnSlip{"return-slip"}; ///< 修改意见 of `who`; paper; detail {"slip", "fingerprint", "sender"}
inline constexpr QLatin1StringView fix{"fix"};                ///< a note was dealt with; detail {"slip": key, "note": 0-based, "state", "answer"}
inline constexpr QLatin1StringView unlocked{"unlocked"};      ///< a field was opened that no note names; detail {"field": id or "*"}

} // namespace record

/// A return slip as it was taken in.
struct KeptSlip
{
    qint64 key = 0;        ///< of its record
    ReturnSlip slip;
    QByteArray fingerprint;///< SHA-256 of return-slip.json
    QString sender;        ///< of its delivery mark
    QByteArray paper;      ///< SHA-256 of the PDF in the object store
    qint64 person = 0;     ///< who opened it here
    QDateTime opened;      ///< UTC
};

/// One note of a slip, and what was done about it here.
struct FixItem
{
    enum class State {
        Open,
        Done,     ///< changed as was asked
        Answered, ///< not changed, or not so: `answer` says why
    };
    qint64 slip = 0; ///< key of the slip
    int number = 0;  ///< 0-based, in that slip
    SlipNote note;
    State state = State::Open;
    QString answer;

    bool operator==(const FixItem&) const = default;
};

/// What a recommending body wants changed in the draft of the next revision (修改清单): the notes of all slips on the revision before it.
struct FixList
{
    QList<KeptSlip> slips;  ///< as they were opened
    QList<FixItem> items;
    QStringList unlocked;   ///< fields that were opened on purpose; `*` for all

    bool isEmpty() const { return slips.isEmpty(); }
    /// Notes that nothing was done about yet.
    int open() const;
    /// Whether a field may be edited: a note names it or it was opened on purpose. With no note that names a field, all may.
    bool opens(const QString& field) const;
    /// By when the next revision is wanted, the earliest date of the slips; invalid for none.
    QDate due() const;
};

FixList fixListOf(Workspace& workspace, const OpenDossier& dossier);
/// Every slip that was taken in for a dossier, of both outcomes.
QList<KeptSlip> slipsOf(Workspace& workspace, qint64 dossier);

/// Whether the dossier has the value that a note proposes, already.
bool hasProposed(const FixItem& item, const Dossier& dossier);
/// Fills in the value that a note proposes, as one step, and marks the note done. Throws Error NotFound when its row is gone, Unsupported when
/// the value does not fit the form or the dossier is no draft; then nothing is changed.
void acceptProposal(OpenDossier& dossier, const FixItem& item);
/// Writes down what was done about a note; an answer needs words. Throws Error Usage, and those of the workspace.
void markFix(OpenDossier& dossier, const FixItem& item, FixItem::State state, const QString& answer = {});
/// Opens a field that no note names; `*` for all.
void unlockField(OpenDossier& dossier, const QString& field);

/// `open`, `done`, `answered`.
QString fixStateName(FixItem::State state);
LocalizedText fixStateWord(FixItem::State state);

/// What was done about every note, as plain text to send with the next revision.
QString fixAnswers(const FixList& list, const Dossier& dossier, const CallPack& pack);

} // namespace jz
