// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/seal_list.h"

#include "model/print/dossier_paper.h"
#include "model/print/paper_parts.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

/// Of the table's width: number, what it is, pages in this job, signed, sealed.
const std::array<TextColumn, 5> columns{{{0.08, center}, {0.50, value}, {0.18, center}, {0.12, center}, {0.12, center}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"sealList"_s};
}

QString placesOf(const SealJob::Entry& entry)
{
    const int last = entry.first + int(entry.pages.size()) - 1;
    return entry.first == last ? QString::number(entry.first) : u"%1–%2"_s.arg(QString::number(entry.first), QString::number(last));
}

} // namespace

QString sealListTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"用印清单"_s);
}

Paper layoutSealList(const SealJob& job, const Batch& batch, const CallPack& pack, TextShaper& shaper)
{
    Paper paper;
    const PaperWords words = wordsOf(pack);
    const PageArea area = formArea(pack);
    const double width = area.area.width();
    QString intro = words(u"intro"_s, u"{body}推荐的下列申报书，请在各签章页签名、盖章：先签名，后盖章，印章不要压住页脚的二维码。签好后请按顺序扫描（彩色，300 dpi）。"_s);
    const double top = addPaperHead(paper, sealListTitle(pack), intro.replace(u"{body}"_s, batch.body.name), area.area, shaper);
    RowGroup group;
    group.rows << headerRow(columns, {words.column(0, u"序号"_s), words.column(1, u"申报书、申报单位"_s), words.column(2, u"本件页码"_s), words.column(3, u"已签名"_s),
                                      words.column(4, u"已盖章"_s)},
                            width);
    for (qsizetype i = 0; i < job.entries.size(); ++i) {
        const SealJob::Entry& each = job.entries.at(i);
        group.rows << textRow(columns, {QString::number(i + 1), each.title + u'\n' + each.applicant, placesOf(each), u"□"_s, u"□"_s}, width);
    }
    const QString heading = words(u"heading"_s, u"推荐顺序"_s);
    TableLayout layout(shaper, paper, area, top);
    layout.add({{heading, heading, {group}, false}});
    layout.finish();
    return paper;
}

} // namespace jz
