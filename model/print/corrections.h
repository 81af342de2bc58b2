// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

#include <functional>

namespace jz {

/// One place where a revision says something else than the one before, in the words of the printed form.
struct Correction
{
    QString place; ///< e.g. "国内专家 第 2 行 姓名"
    QString was;   ///< empty: nothing stood there
    QString now;   ///< empty: nothing stands there any more

    bool operator==(const Correction&) const = default;
};

/// What `to` says otherwise than `from`, in the order of the form: values field by field and cell by cell, rows and attachments
/// that came, went, moved or are others. `divisionName` as for ValueText.
QList<Correction> correctionsBetween(const Dossier& from, const Dossier& to, const CallPack& pack,
                                     const std::function<QString(const QString&)>& divisionName);

} // namespace jz
