// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/call/call_pack.h"
#include "model/workspace/review_records.h"

namespace jz {

/// One thing that the register of experts (专家库) keeps of a person.
struct ExpertField
{
    QString id;         ///< stable: `name`, `unit`, `code`, `aliases`, `field`, `title`, `mail`, `phone`, `categories`, `load`, `panel`, `declared`, `remark`
    LocalizedText name; ///< the Chinese one heads its column
    QStringList heads;  ///< other heads by which its column is known, see headKey()
};
/// All, in the order in which they are shown. Nothing else of a person is taken in.
const QList<ExpertField>& expertFields();

/// The options that say what is applied for: those that the composed name of the form ends in. Empty when the form has none.
QList<Choice> categoriesOf(const CallPack& pack);

/// What a field has, as it is shown and written into tables: lists joined by 、, categories by their labels, no load as nothing.
QString expertValue(const Expert& expert, const QString& field, const QList<Choice>& categories);

/// Sets a field from what somebody wrote; empty takes it away. Throws Error Usage for what it cannot be, for forbidden characters, and for anything that holds the
/// number of an identity paper or a bank account, which the message does not repeat.
void setExpertValue(Expert& expert, const QString& field, const QString& written, const QList<Choice>& categories);

/// Throws Error Usage for a record without name, unit, purpose or a day of deletion later than `today`.
void requireWholeExpert(const Expert& expert, const QDate& today);

/// Whether two records are of one person: same name and unit, or same name and mail or telephone.
bool isSamePerson(const Expert& one, const Expert& other);

} // namespace jz
