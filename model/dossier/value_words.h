// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/call/call_pack.h"
#include "model/dossier/change.h"
#include "model/reference/divisions.h"

namespace jz {

/// A value as people read it in histories and comparisons: options and kinds by their labels, divisions by their names, a row as
/// "姓名：张三；单位：…", a file as "类别；1.2 MB；说明", a row that moved as its place. `value` has the shape that Change
/// and MergeItem have at `place`; nothing gives an empty text. Texts come whole.
LocalizedText valueWords(const QJsonValue& value, const Address& place, const CallPack& pack, const Divisions& divisions);

/// "3.4 MB", "12 KB", "820 B": decimal, as file managers and the limits of calls count.
QString sizeWords(qint64 bytes);

} // namespace jz
