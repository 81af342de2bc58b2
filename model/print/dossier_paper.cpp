// SPDX-License-Identifier: Apache-2.0
#include "model/print/dossier_paper.h"

#include "model/print/form_sections.h"
#include "model/print/page_footer.h"
#include "model/print/table_layout.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const TextStyle cornerWord{FontRole::Hei, 16, 24, Align::Left, 0};
const TextStyle titleLine{FontRole::Title, 22, 36, Align::Center, 0};

/// Heading and title of the first page; returns where the table begins.
double addTitle(Paper& paper, const CallPack& pack, const QRectF& area)
{
    Page page;
    double y = area.top();
    const auto add = [&](const QString& text, const TextStyle& style) {
        const double height = toMm(style.pitch);
        page.blocks << Block{Block::Kind::Text, QRectF(area.left(), y, area.width(), height), text, style, 0, {}};
        y += height;
    };
    if (!pack.heading.isEmpty())
        add(pack.heading, cornerWord);
    for (const QString& line : pack.titleLines)
        add(line, titleLine);
    paper.pages << page;
    return y + 4;
}

} // namespace

PageArea formArea(const CallPack& pack)
{
    const QJsonObject margins = pack.print.value(u"margins"_s).toObject();
    PageArea area;
    area.area = QRectF(QPointF(), area.page)
                    .adjusted(margins.value(u"left"_s).toDouble(28), margins.value(u"top"_s).toDouble(37),
                              -margins.value(u"right"_s).toDouble(26), -margins.value(u"bottom"_s).toDouble(35));
    return area;
}

Fonts fontsOf(const CallPack& pack)
{
    return Fonts(pack.print.value(u"fonts"_s).toObject());
}

Paper layoutDossier(const DossierPaperContent& content, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = formArea(content.pack);
    const double top = addTitle(paper, content.pack, area.area);
    const ValueText values(content.dossier, content.pack, content.divisionName);
    const QList<TableSection> sections =
        formSections(content.pack, content.dossier, values, shaper, area.area.width());
    TableLayout layout(shaper, paper, area, top);
    layout.add(sections);
    layout.finish();
    paper.formPages = int(paper.pages.size());
    const QJsonObject& words = content.pack.print;
    QStringList columns;
    const QJsonArray heads = words.value(u"contentsColumns"_s).toArray();
    for (const QJsonValue& head : heads)
        columns << head.toString();
    addAttachmentPages(paper, content.attachments,
                       {words.value(u"contentsTitle"_s).toString(), words.value(u"attachmentNumber"_s).toString(), columns},
                       shaper);
    addFooters(paper, {content.dossier.id, content.dossier.revision, content.dataFingerprint,
                       content.pack.print.value(u"footer"_s).toObject()});
    if (content.draft)
        paper.watermark = content.pack.print.value(u"watermark"_s).toString();
    paper.missingCharacters = shaper.missingCharacters();
    paper.substitutedFonts = shaper.fonts().substituted();
    return paper;
}

} // namespace jz
