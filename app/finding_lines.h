// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/change.h"

namespace jz::cli {

/// "错误  field[2]  what is wrong（理由：…）  [clause]", in the language of the call.
QString findingLine(const Finding& finding);

/// A value as one line; "(nothing)" for none.
QString valueText(const QJsonValue& value);
/// "where: was → now"; `dossier` is where rows are counted.
QString changeLine(const Change& change, const Dossier& dossier, const CallPack& pack);

} // namespace jz::cli
