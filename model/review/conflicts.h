// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/dossier_parties.h"
#include "model/workspace/review_records.h"

#include <optional>

namespace jz {

/// How much stands between an expert and a dossier (回避情形), the least first.
enum class ConflictGrade {
    None,
    Note,     ///< 提示: worth knowing
    LookAt,   ///< 待核实: only a person can say; until then the expert is given the dossier last of all
    Excluded, ///< 回避: never given the dossier; nothing overrides it
};
/// `none`, `note`, `look-at`, `excluded`: stable names.
QString conflictGradeName(ConflictGrade grade);
LocalizedText conflictGradeWord(ConflictGrade grade);

/// One thing found.
struct ConflictEvidence
{
    QString rule;          ///< stable: `declared`, `decided`, `cleared`, `same-code`, `same-unit`, `near-unit`, `part-unit`, `declared-unit`, `declared-person`, `person-and-unit`,
                           ///< `person-elsewhere-unit`, `person`, `person-in-text`, `unit-takes-part`, `unit-mentioned`, `recommending-body`, `mail`, `mail-domain`, `phone`
    ConflictGrade grade = ConflictGrade::Note;
    PartyText place;       ///< in the dossier, with its words; empty for a decision
    QString of;            ///< what of the expert it agrees with
    LocalizedText message; ///< a sentence

    bool operator==(const ConflictEvidence&) const = default;
};

/// What stands between one expert and one dossier.
struct Conflict
{
    ConflictGrade grade = ConflictGrade::None;
    QList<ConflictEvidence> evidence; ///< the gravest first
    bool isDecided = false;           ///< a person has decided, or the expert declared
};

/// A dossier made ready to be compared with many experts.
class ComparedDossier
{
public:
    explicit ComparedDossier(const DossierParties& parties);

    struct Text
    {
        PartyText place;
        QStringList sentences; ///< foldedSentences()
        bool takesPart;        ///< of DossierParties::participants
    };
    struct Person
    {
        NamedPerson named;
        QString key;
        QStringList beside; ///< foldedSentences()
    };
    const DossierParties& parties() const { return m_parties; }
    const QList<Text>& texts() const { return m_texts; }
    const QList<Person>& people() const { return m_people; }

private:
    DossierParties m_parties;
    QList<Text> m_texts;
    QList<Person> m_people;
};

/// Compares; `decision` is the last one on the pair. Pure, thread-safe. Excluded are: declared or decided; the same unit by credit code, name or alias; a
/// declared unit; named in the dossier together with the unit in one row or sentence. To be looked at: the same name alone, a unit that is a part of the
/// other or differs by its legal form, a unit that takes part or recommends, mail and telephone. A name alone never excludes, and public mail
/// domains never count. A decision `cleared` makes of what is to be looked at a note; it has no power over what is excluded.
Conflict conflictOf(const Expert& expert, const ComparedDossier& dossier, const std::optional<ConflictDecision>& decision = {});

} // namespace jz
