// SPDX-License-Identifier: Apache-2.0
#include "model/print/seal_request_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_code.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double labelWidth = 34;
constexpr double lineHeight = 9;
constexpr double opinionHeight = 24;
constexpr double smallest = 6; ///< points: longer words are set smaller, so that all stays on one page
const TextStyle signLine{FontRole::FangSong, 12, 20, Align::Right, 0};

/// Builds the table of one sheet.
class SealRequestTable
{
public:
    SealRequestTable(const SealRequestContent& content, double width, TextMeasure& measure)
        : m_content(content), m_words(content.pack, u"sealRequest"_s), m_width(width), m_measure(measure)
    {
    }

    QList<TableSection> sections()
    {
        TableSection document{m_words(u"document"_s, u"用印文件"_s), {}, {}, false};
        document.groups << rows({single(u"title"_s, u"文件名称"_s, m_content.title), pair(u"id"_s, u"编号"_s, grouped(), u"revision"_s, u"稿次"_s, revision()),
                                 pair(u"fingerprint"_s, u"全文校验码"_s, QString::fromLatin1(m_content.dataFingerprint.toHex().left(8)), u"pages"_s,
                                      u"每份页数"_s, m_words(u"pageCount"_s, u"{n} 页"_s).replace(u"{n}"_s, QString::number(m_content.pages))),
                                 pair(u"copies"_s, u"用印份数"_s, m_words(u"copyCount"_s, u"{n} 份"_s).replace(u"{n}"_s, QString::number(m_content.copies)),
                                      u"edge"_s, u"骑缝章"_s, m_words(u"edgeChoice"_s, u"□ 盖　□ 不盖"_s)),
                                 single(u"sealedPages"_s, u"签字盖章页"_s, sealedPages())});
        TableSection request{m_words(u"request"_s, u"呈批"_s), {}, {}, false};
        request.groups << rows({single(u"purpose"_s, u"用印事由"_s, purpose()),
                                pair(u"person"_s, u"经办人"_s, m_content.person, u"department"_s, u"部门"_s, m_content.department),
                                opinion(u"first"_s, u"经办部门意见"_s), opinion(u"second"_s, u"审核意见"_s),
                                opinion(u"leader"_s, u"单位负责人批示"_s)});
        TableSection record{m_words(u"record"_s, u"用印记录（由印章管理人填写）"_s), {}, {}, false};
        record.groups << rows({pair(u"sealedOn"_s, u"用印日期"_s, {}, u"sealedCopies"_s, u"实际份数"_s, {}),
                               pair(u"keeper"_s, u"印章管理人"_s, {}, u"witness"_s, u"监印人"_s, {})});
        return {document, request, record};
    }

private:
    static Row cells(const QList<Cell>& cells, double height = lineHeight) { return {cells, height, false, {}, 0, {}}; }
    static RowGroup rows(const QList<Row>& rows) { return {std::nullopt, rows}; }

    QString grouped() const
    {
        const QString id = shortId(m_content.dossier);
        return id.left(5) + u'-' + id.mid(5);
    }

    QString revision() const
    {
        return m_words(u"revisionNumber"_s, u"第 {n} 稿"_s).replace(u"{n}"_s, QString::number(m_content.revision));
    }

    QString purpose() const
    {
        if (!m_content.purpose.isEmpty() || m_content.pack.official.isEmpty())
            return m_content.purpose;
        return m_words(u"usualPurpose"_s, u"按《{notice}》报送申报材料"_s).replace(u"{notice}"_s, m_content.pack.official);
    }

    QString sealedPages() const
    {
        QStringList numbers;
        for (const int page : m_content.sealedPages)
            numbers << QString::number(page);
        return m_words(u"sealedPageList"_s, u"第 {pages} 页（单位负责人签名并加盖公章，每份 {n} 处）"_s)
            .replace(u"{pages}"_s, numbers.join(u'、'))
            .replace(u"{n}"_s, QString::number(numbers.size()));
    }

    Cell labelCell(double left, const QString& name, const QString& otherwise) const
    {
        return {left, labelWidth, {{m_words(name, otherwise), label, {}}}, true};
    }

    Cell valueCell(double left, double width, const QString& text, int lines) const
    {
        const QSizeF room(width - 2 * padding, lines * toMm(value.pitch) + 0.1);
        const FittedText fitted = m_measure.fitted(text, value, room, smallest);
        if (fitted.fits)
            return {left, width, {{text, fitted.style, {}}}, true};
        // Whole lines of the smallest size; one less than there is room for, since lines end before the edge.
        const int most = int(room.height() / toMm(fitted.style.pitch)) - 1;
        return {left, width, {{m_measure.elided(text, fitted.style, qMax(1, most) * room.width()), fitted.style, {}}}, true};
    }

    Row single(const QString& name, const QString& otherwise, const QString& text) const
    {
        return cells({labelCell(0, name, otherwise), valueCell(labelWidth, m_width - labelWidth, text, 2)});
    }

    Row pair(const QString& name1, const QString& otherwise1, const QString& text1, const QString& name2, const QString& otherwise2,
             const QString& text2) const
    {
        const double half = m_width / 2;
        return cells({labelCell(0, name1, otherwise1), valueCell(labelWidth, half - labelWidth, text1, 1), labelCell(half, name2, otherwise2),
                      valueCell(half + labelWidth, half - labelWidth, text2, 1)});
    }

    /// Room to write in, with a line for name and date at its foot.
    Row opinion(const QString& name, const QString& otherwise) const
    {
        const QString sign = m_words(u"signLine"_s, u"签名：　　　　　　　　　　年　　月　　日"_s);
        const double height = toMm(signLine.pitch);
        const int above = int((opinionHeight - 2 * padding - height) / height);
        const Cell room{labelWidth, m_width - labelWidth, {{QString(above, u'\n') + sign, signLine, {}}}, false};
        return cells({labelCell(0, name, otherwise), room}, opinionHeight);
    }

    const SealRequestContent& m_content;
    PaperWords m_words;
    double m_width;
    TextMeasure& m_measure;
};

} // namespace

QString sealRequestTitle(const CallPack& pack)
{
    return PaperWords(pack, u"sealRequest"_s)(u"title"_s, u"用印呈批单"_s);
}

Paper layoutSealRequest(const SealRequestContent& content, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = formArea(content.pack);
    const double top = addPaperHead(paper, sealRequestTitle(content.pack), {}, area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add(SealRequestTable(content, area.area.width(), shaper).sections());
    layout.finish();
    finishPaper(paper, {content.id, content.revision, content.dataFingerprint, content.pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

} // namespace jz
