// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/change.h"
#include "model/dossier/dossier_state.h"

#include <QDateTime>

namespace jz {

/// One step of one dossier, as the journal keeps it (操作记录). Steps are numbered 1, 2, … without gaps and are
/// never changed, except that the last typing step may grow.
struct Step
{
    int number = 0;
    int revision = 1;
    StepKind kind = StepKind::Edit;
    int undoes = 0;        ///< the step that this one takes back; 0 for none. A redo takes back an undo
    qint64 person = 0;     ///< key of the operator (经办人)
    QString via;           ///< where it came from: `form`, `cli`, a file name
    QDateTime at;          ///< UTC
    QJsonObject detail;    ///< of state steps: the reason, the paper; empty for edits
    Changes changes;
};

/// Where the steps of one dossier are kept. Implemented by model/workspace.
class Journal
{
public:
    virtual ~Journal() = default;

    /// Keeps the step; it is in the database when this returns. Throws Error (disk full, folder gone, …): then
    /// nothing of it is kept.
    virtual void append(const Step& step) = 0;

    /// Makes the change of the last step, which has just one, end in another value. Throws Error as append().
    virtual void grow(int step, const Change& change) = 0;

    /// Keeps the state after the last step, so that opening need not go through all steps. Throws Error; a
    /// snapshot that is not kept only makes opening slower.
    virtual void keepSnapshot(int step, const Dossier& dossier) = 0;

    /// What a step changed. Throws Error.
    virtual Changes changesOf(int step) const = 0;
};

} // namespace jz
