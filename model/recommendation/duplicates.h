// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

namespace jz {

/// What a dossier of a batch is told apart from others by.
struct ComparedBase
{
    QString label;     ///< what to call it in messages: its file
    QString unit;      ///< the applicant's name
    QString code;      ///< its credit code, as stored
    QString base;      ///< the middle part of the composed name: what is applied for
    QString codeField; ///< ids of the fields that the two come from; empty when the form has none
    QString baseField;
};

/// Reads these out of a dossier: the first credit code and the first composed name of the form.
ComparedBase comparedBaseOf(const Dossier& dossier, const CallPack& pack, const QString& label);

/// How two bases are related.
enum class BaseRelation {
    None,
    SameUnit,  ///< same credit code, another base
    Near,      ///< names that could be the same one, see areNear()
    Duplicate, ///< same credit code and same base name
};
struct RelatedBases
{
    qsizetype one = 0; ///< index of the earlier
    qsizetype other = 0;
    BaseRelation relation = BaseRelation::None;
};
/// All pairs that are related, by the first and then the second.
QList<RelatedBases> relatedBases(const QList<ComparedBase>& candidates);

/// What is wrong between the dossiers of one batch, for each in the order given: `batch.duplicate` (error: same credit code and same base
/// name), `batch.same-unit` (hint: same code, another base), `batch.near` (warning: base names, and units where the codes differ, that differ
/// by width, blanks, punctuation, an abbreviation or one character).
QList<Findings> duplicateFindings(const QList<ComparedBase>& candidates);

/// Whether two names could be the same one, written in two ways: equal but for width, case, blanks and punctuation, one the abbreviation of the
/// other, or one character apart in names of at least four.
bool areNear(const QString& one, const QString& other);

} // namespace jz
