// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/change.h"

namespace jz {

/// One place where a colleague's copy differs from mine: what it was when the copy was handed out, and what each
/// of us made of it. Rows and files that came or went are {"cells": …} or null; the order of rows is an array of
/// row ids at the address with column `order`.
struct MergeItem
{
    enum class Kind {
        TheirsOnly, ///< only the copy changed it
        Conflict,   ///< both changed it, differently
    };
    enum class Take { Mine, Theirs };

    Address place;
    QJsonValue was;
    QJsonValue mine;
    QJsonValue theirs;
    Kind kind = Kind::TheirsOnly;
    Take take = Take::Theirs; ///< what a person chose; at first theirs where only they changed it, else mine
};

/// Compares three ways. What both made the same, and what only I changed, needs no choice and is not listed. A row
/// or file that both added under one id is theirs under a new id when its content differs.
class DossierMerge
{
public:
    DossierMerge(const Dossier& base, const Dossier& mine, const Dossier& theirs);
    /// Where it is not known what both came from: nobody can tell who changed what, so every place where they differ is listed, and
    /// mine is kept everywhere until a person chooses.
    static DossierMerge withoutBase(const Dossier& mine, const Dossier& theirs);

    /// Whether it is known what both came from: what was there before is said in the items then.
    bool hasBase() const { return m_hasBase; }

    const QList<MergeItem>& items() const { return m_items; }
    /// Chooses for the item at that index of items().
    void take(qsizetype item, MergeItem::Take choice) { m_items[item].take = choice; }

    /// What turns mine into the merged dossier, as one step.
    Changes changes() const;

private:
    void compareFields();
    void compareRows(Address::Part part, const QString& field);
    void compareReasons();
    void addItem(const Address& place, const QJsonValue& was, const QJsonValue& mine, const QJsonValue& theirs);
    void takeTheirs(const MergeItem& item, Dossier& result) const;

    Dossier m_base;
    Dossier m_mine;
    Dossier m_theirs;
    QList<MergeItem> m_items;
    bool m_hasBase = true;
};

} // namespace jz
