// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/scanned_paper.h"

#include "model/pdf/extend.h"
#include "model/pdf/pdf_info.h"
#include "model/pdf/picture.h"
#include "model/pdf/signature_field_names.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/signature/pdf_signer.h"

#include <QLineF>
#include <QTemporaryDir>

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double captionTop = 7;
constexpr double captionHeight = 6;
constexpr double scanTop = 15;
constexpr double scanBottom = 5;    ///< from the bottom edge
constexpr double sideEdge = 7.5;
constexpr double frameWidth = 0.5;  ///< points
constexpr double highestPage = 297;

const TextStyle headingStyle{FontRole::Hei, 10.5, 16, Align::Left, 0};
const TextStyle captionStyle{FontRole::FangSong, 10.5, 16, Align::Right, 0};

/// The words of the pack, or plain ones where it has none.
QString word(const CallPack& pack, const QString& name, const QString& otherwise)
{
    const QString text = pack.print[u"scans"_s][name].toString();
    return text.isEmpty() ? otherwise : text;
}

QString captionOf(const CallPack& pack, int page)
{
    return word(pack, u"caption"_s, u"第 {page} 页"_s).replace(u"{page}"_s, QString::number(page));
}

QRectF room(QSizeF page)
{
    return {QPointF(sideEdge, scanTop), QPointF(page.width() - sideEdge, page.height() - scanBottom)};
}

/// The largest rectangle of the ratio of `pixels` in the middle of `room`.
QRectF fitted(QSizeF pixels, const QRectF& room)
{
    const QSizeF size = pixels.scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

Page captionedPage(const CallPack& pack, int number, QSizeF size, const QRectF& scan)
{
    Page page;
    page.size = size;
    const QRectF line(scan.left(), captionTop, scan.width(), captionHeight);
    page.blocks << Block{Block::Kind::Text, line, word(pack, u"heading"_s, u"签章扫描件"_s), headingStyle, 0, {}}
                << Block{Block::Kind::Text, line, captionOf(pack, number), captionStyle, 0, {}};
    // Without a frame nobody sees where a white scan ends. It stands outside: the scan is drawn over it.
    const QRectF frame = scan.adjusted(-0.2, -0.2, 0.2, 0.2);
    const QList<QLineF> edges{{frame.topLeft(), frame.topRight()},
                              {frame.topRight(), frame.bottomRight()},
                              {frame.bottomLeft(), frame.bottomRight()},
                              {frame.topLeft(), frame.bottomLeft()}};
    for (const QLineF& edge : edges)
        page.blocks << Block{Block::Kind::Rule, QRectF(edge.p1(), edge.p2()), {}, {}, frameWidth, {}};
    return page;
}

InkReport reportOf(const ScannedPaperContent& content)
{
    InkReport report{content.map.id, content.map.revision, content.map.fingerprint, {}, content.roles};
    for (const ScannedPicture& picture : content.pictures)
        report.pages.append({picture.page, int(content.map.pages.size() + report.pages.size()) + 1, picture.byCode, picture.problems});
    return report;
}

AssemblyPlan planOf(const ScannedPaperContent& content, const QString& scratch)
{
    TextShaper shaper(fontsOf(content.pack));
    AssemblyPlan plan;
    Paper paper;
    BookmarkPlan bookmark{word(content.pack, u"heading"_s, u"签章扫描件"_s), 0, 0, {}};
    for (const ScannedPicture& picture : content.pictures) {
        const int index = int(paper.pages.size());
        const QSizeF size = content.map.pages.at(picture.page - 1).size;
        plan.attachments << inspectAttachment(picture.path, scratch);
        const ScanPage shown = scanPage(content.pack, picture.page, size, plan.attachments.last().pixels);
        paper.pages << shown.page;
        plan.placements << Placement{index, index, 0, QRectF(0, 0, 1, 1), shown.scan};
        bookmark.children << BookmarkPlan{captionOf(content.pack, picture.page), index, 0, {}};
    }
    plan.skeleton = drawPaper(paper, shaper);
    plan.bookmarks << bookmark;
    plan.signatureFields << SignatureFieldPlan{deliveryFieldName(), 0, QRectF(), u"传输校验"_s};
    plan.embeddedFiles << EmbeddedFilePlan{inkReportName(), "application/json", u"签章扫描件清单"_s, "Data",
                                           inkReportJson(reportOf(content)), {}};
    const PdfInfo info = pdfInfo(content.paper);
    plan.title = info.title;
    plan.author = info.author;
    plan.subject = info.subject;
    plan.keywords = info.keywords + u" ink"_s;
    return plan;
}

} // namespace

ScanPage scanPage(const CallPack& pack, int number, QSizeF size, QSizeF pixels)
{
    const QRectF scan = fitted(pixels, room(size));
    return {captionedPage(pack, number, size, scan), scan};
}

double scanDpi()
{
    return std::floor(mostDpi * (highestPage - scanTop - scanBottom) / highestPage);
}

void writeScannedPaper(const ScannedPaperContent& content)
{
    const QTemporaryDir scratch;
    const QString open = scratch.filePath(u"open.pdf"_s);
    extendPdf(content.paper, planOf(content, scratch.path()), open);
    signPdf(open, content.out, SignRequest{SignatureRole::Delivery, content.deliveryKey, {}, {}, {}, {}});
}

} // namespace jz
