// SPDX-License-Identifier: Apache-2.0
// Kept apart from what lays out and draws: who only reads papers needs the words alone.
#pragma once

#include "model/call/call_pack.h"

namespace jz {

/// The words of the pack for one kind of paper (`paper.KIND`), or plain ones where it has none.
class PaperWords
{
public:
    PaperWords(const CallPack& pack, const QString& kind) : m_words(pack.print.value(kind).toObject()) {}

    QString operator()(const QString& name, const QString& otherwise) const;
    /// The same of the head of a table's column, counted from 0.
    QString column(int index, const QString& otherwise) const;

private:
    QJsonObject m_words;
};

/// What the footers of a participants' list call its number: `第 {revision} 号`, where those of a dossier say which draft it is.
QString participantsNumber(const CallPack& pack);
/// What a print for reading says of itself on its first page; it carries no data, which is as it should be.
QString readingPurpose(const CallPack& pack);

} // namespace jz
