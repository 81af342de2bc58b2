// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/results_paper.h"

#include <optional>

namespace jz {

/// Writes the papers of a result into `folder` (made when it is not there): 评分结果汇总表.pdf with the data inside, 评分结果.xlsx, results.json; with `internal` also
/// 内部-评分分析.pdf, which alone names experts. With a key the PDF is closed by the delivery mark. Without, all files are the same bytes for the same data, and the closed PDF begins
/// with the open one. Returns the files. Each appears whole or not at all. Throws Error.
QStringList writeResultFiles(const ReviewData& data, const CallPack& pack, const std::optional<Identity>& deliveryKey, bool internal, const QString& folder);

/// Writes one explanation, or with `dossier` -1 all into a folder, each under place and title. Returns the files.
QStringList writeExplanations(const ReviewData& data, const CallPack& pack, int dossier, const QString& out);

} // namespace jz
