// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/signature_paper.h"

#include "model/base/sha256.h"
#include "model/pdf/picture.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_code.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"
#include "model/recommendation/data_paper.h"

#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr qint64 largestData = 1'000'000;
constexpr double labelShare = 0.24;

PaperKindWords kindWords()
{
    return {signaturePaperKind(), text(u"推荐单位", u"the recommending body")};
}

Row factRow(const QString& name, const QString& words, double width)
{
    Row row;
    row.cells << Cell{0, width * labelShare, {{name, label, {}}}, true} << Cell{width * labelShare, width * (1 - labelShare), {{words, value, {}}}, true};
    return row;
}

/// The first page: what this is and what it belongs to.
Paper coverOf(const SignaturePaper& content, const CallPack& pack, const QUuid& id, const QByteArray& fingerprint, TextShaper& shaper)
{
    const PaperWords words(pack, u"endorsement"_s);
    Paper paper;
    const PageArea area = formArea(pack);
    const double width = area.area.width();
    QString intro = words(u"intro"_s, u"{body}对下列申报书签署推荐意见并盖章。签章页扫描件附后；本件与申报书一并报送，单独无效，以纸质原件为准。"_s);
    const double top = addPaperHead(paper, words(u"title"_s, u"签章件"_s), intro.replace(u"{body}"_s, content.body), area.area, shaper);
    QStringList pages;
    for (const SignedPage& each : content.pages)
        pages << QString::number(each.page);
    RowGroup group;
    group.rows << factRow(words(u"paper"_s, u"申报书"_s), content.title, width) << factRow(words(u"applicant"_s, u"申报单位"_s), content.applicant, width)
               << factRow(words(u"revision"_s, u"第几稿"_s), u"第 %1 稿，编号 %2"_s.arg(QString::number(content.revision), shortId(content.dossier)), width)
               << factRow(words(u"fingerprint"_s, u"全文校验码"_s), hexText(content.fingerprint).first(8), width)
               << factRow(words(u"pages"_s, u"签章页"_s), u"第 %1 页"_s.arg(pages.join(u'、')), width)
               << factRow(words(u"body"_s, u"签章单位"_s), content.body, width) << factRow(words(u"taken"_s, u"放入日期"_s), content.taken.toString(u"yyyy年M月d日"_s), width);
    const QString heading = words(u"heading"_s, u"本件所属"_s);
    TableLayout layout(shaper, paper, area, top);
    layout.add({{heading, heading, {group}, false}});
    layout.finish();
    finishPaper(paper, {id, content.revision, fingerprint, pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

void addScans(DataPaper& content, const PageMap& map, const CallPack& pack, const QList<ScannedPicture>& pictures, const QString& scratch)
{
    for (const ScannedPicture& picture : pictures) {
        content.pictures << inspectAttachment(picture.path, scratch);
        const ScanPage shown = scanPage(pack, picture.page, map.pages.at(picture.page - 1).size, content.pictures.last().pixels);
        content.placements << Placement{int(content.paper.pages.size()), int(content.pictures.size()) - 1, 0, QRectF(0, 0, 1, 1), shown.scan};
        content.paper.pages << shown.page;
    }
}

} // namespace

void writeSignaturePaper(const SignaturePaper& paper, const PageMap& map, const CallPack& pack, const QList<ScannedPicture>& pictures, const Identity& deliveryKey,
                         const QString& out)
{
    DataPaper content;
    content.data = signaturePaperJson(paper);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid papers(u"5d4a4d3e-6b0e-4f57-8d0a-2a7a3b8f6c02"_s);
    const QUuid id = QUuid::createUuidV5(papers, fingerprint);
    const QTemporaryDir scratch;
    TextShaper shaper(fontsOf(pack));
    content.paper = coverOf(paper, pack, id, fingerprint, shaper);
    addScans(content, map, pack, pictures, scratch.path());
    content.map = PageMap{u"endorsement"_s, id, paper.revision, fingerprint, pack.id, false, {}};
    content.dataName = signaturePaperDataName();
    content.dataTitle = u"签章件数据"_s;
    content.title = paper.title + u"　"_s + kindWords().kind.zh;
    content.author = paper.body;
    content.keyword = u"endorsement ink"_s;
    writeDataPaper(content, pack, shaper, deliveryKey, out);
}

bool isSignaturePaper(const QString& path)
{
    return carriesData(path, signaturePaperDataName());
}

ReceivedSignaturePaper readSignaturePaper(const QString& path)
{
    const ClosedData closed = readClosedData(path, signaturePaperDataName(), largestData, kindWords());
    return {parseSignaturePaper(closed.bytes, path), closed.sender};
}

} // namespace jz
