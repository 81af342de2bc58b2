// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/panel_forms.h"

#include "model/review/score_sheet_paper.h"
#include "model/review/score_table.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<BundleFile> writePanelForms(const Panel& panel, const CallPack& pack, const QString& folder)
{
    const QList<BundleFile> files{{u"评分表（电子表）.xlsx"_s, folder + u"/table.xlsx"_s}, {u"评分表（纸质表）.pdf"_s, folder + u"/paper.pdf"_s}};
    writeScoreTable(panel, {}, pack, files.first().path);
    writeBlankScoreSheet(panel, pack, files.last().path);
    return files;
}

} // namespace jz
