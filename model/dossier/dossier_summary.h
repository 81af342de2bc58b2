// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/change.h"

namespace jz {

/// What a dossier is called in lists, and how far it has come.
struct DossierSummary
{
    QString title;     ///< the composed name of what is applied for; empty while it has none
    QString applicant; ///< the unit that the opinions name
    int progress = 0;  ///< 0–100: required fields and optional ones that were begun, filled in (完成)

    bool operator==(const DossierSummary&) const = default;
};

/// How much of a section, or of all of them, is filled in: required fields and optional ones that were begun.
struct FillState
{
    int counted = 0;
    int filled = 0;
    int fields = 0;  ///< that can be filled in at all

    int percent() const { return counted ? filled * 100 / counted : 0; }
};

FillState fillStateOf(const Dossier& dossier, const Section& section);
/// Whether a field has a value, or files.
bool isFilledIn(const Dossier& dossier, const Field& field);

DossierSummary summaryOf(const Dossier& dossier, const CallPack& pack);

/// All that is filled in, as one text to search in: NFKC, lower case, values one per line, file names too.
QString searchText(const Dossier& dossier);
/// A word as searchText() spells it.
QString searchWord(const QString& typed);

/// Where an address is, in the words of the form: "联系人 姓名", "国内专家 第 2 行 姓名", "证明材料 “照片.jpg” 说明". Rows are counted in
/// `dossier`; one that is not there is named by its id.
LocalizedText placeLabel(const Address& place, const Dossier& dossier, const CallPack& pack);

} // namespace jz
