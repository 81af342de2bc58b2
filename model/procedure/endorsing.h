// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/aside.h"
#include "model/base/parallel.h"
#include "model/recommendation/batch.h"
#include "model/signature/identity.h"

#include <QHash>

namespace jz {

/// The opinion of a recommending body, as it is to be signed with a certificate under every dossier of a batch.
struct EndorsingOrder
{
    Identity identity;
    QString body;                   ///< a joint body (联合推荐单位); empty: the body that the batch is of
    QString opinion;                ///< what is added to the wording on the page, as long as AppearanceContent takes; empty for nothing
    QHash<QUuid, QString> opinions; ///< another addition for single dossiers
    QString sealPath;               ///< PNG, drawn in the appearance; empty for none
    QDateTime time;                 ///< claimed signing time
    QList<QUuid> dossiers;          ///< which; empty: all that are recommended
    qint64 person = 0;

    bool isJoint() const { return !body.isEmpty(); }
};

/// What became of one dossier.
struct EndorsedDossier
{
    enum class Outcome {
        Endorsed,
        Before,  ///< this body had endorsed this content before, and nothing was done
        Refused, ///< it cannot be endorsed now: the findings say why
        NotBegun,///< cancelled before its turn
    };
    QUuid dossier;
    QString title;
    Outcome outcome = Outcome::NotBegun;
    Findings findings;
};

/// Signs section 七 of the dossiers of a batch, one after the other in ranking order, with an identity that was opened once. Each is kept, as the
/// paper in force with its endorsement, before the next is begun: after a stop, a crash or an error the call is simply repeated and goes on where
/// it stopped. A dossier with something against it (endorsingFindings(), `batch.no-field` when its fields are used up) is left out
/// and the others go on; a joint body that a dossier does not name is a warning, `batch.joint`. Cancelling works between two dossiers;
/// signing itself is done by `aside`.
///
/// Throws Error NotFound for a dossier that is not in the batch, Usage when nothing is recommended; and what is no dossier's fault, as signPaper()
/// and the stores do: those done by then are kept.
QList<EndorsedDossier> endorseByCertificate(Workspace& workspace, qint64 batch, const EndorsingOrder& order, const WorkControl& control = {},
                                            const Aside& aside = runHere);

/// The dossiers of a batch in ranking order: those asked for, or all that are recommended. Throws Error as endorseByCertificate().
QList<Candidate> candidatesToEndorse(const BatchView& view, const QList<QUuid>& asked);

/// `endorsed`, `before`, `refused`, `not-begun`: stable names.
QString outcomeName(EndorsedDossier::Outcome outcome);
LocalizedText outcomeWord(EndorsedDossier::Outcome outcome);

} // namespace jz
