// SPDX-License-Identifier: Apache-2.0
#include "model/print/attachment_pages.h"

#include "model/print/table_layout.h"

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF portrait(210, 297);
constexpr QSizeF landscape(297, 210);
/// Left and right edges as those of form and footer: room for binding and for a perforation seal (骑缝章).
const QRectF portraitArea(28, 26, 156, 234);
/// Turned for binding, the left margin of a portrait page is the top of a landscape one.
const QRectF landscapeArea(28, 36, 243, 138);
constexpr double headingTop = 8;    ///< above the area
constexpr double cutFrom = 1.6;     ///< pictures taller than this many areas of their width are cut
constexpr double overlap = 0.02;    ///< of a cut, so that no line of text is lost between two pages

const TextStyle heading{FontRole::Song, 10.5, 15, Align::Left, 0};
const TextStyle listCenter{FontRole::FangSong, 10.5, 16, Align::Center, 0};
const TextStyle listText{FontRole::FangSong, 10.5, 16, Align::Left, 0};
const TextStyle listTitle{FontRole::Title, 18, 30, Align::Center, 0};

QString titleOf(const AttachmentEntry& entry)
{
    return (entry.caption.isEmpty() ? entry.name : entry.caption).simplified();
}

QString numbered(const AttachmentWords& words, int index)
{
    return QString(words.number).replace(u"{n}"_s, QString::number(index + 1));
}

/// The parts of the upright picture that stand on one page each.
QList<QRectF> pictureParts(const QSize& pixels)
{
    const double areaRatio = portraitArea.height() / portraitArea.width();
    const double ratio = double(pixels.height()) / pixels.width();
    if (ratio <= areaRatio * cutFrom)
        return {QRectF(0, 0, 1, 1)};
    const double share = areaRatio / ratio;
    QList<QRectF> parts;
    for (double top = 0; top < 1; top += share * (1 - overlap)) {
        parts << QRectF(0, top, 1, std::min(share, 1 - top));
        if (top + share >= 1)
            break;
    }
    return parts;
}

struct PageContent
{
    bool isLandscape = false;
    int sourcePage = 0;
    QRectF part{0, 0, 1, 1};
};

QList<PageContent> pagesOf(const AttachmentSource& source)
{
    QList<PageContent> contents;
    for (const int page : source.printed) {
        if (!source.isPicture()) {
            contents << PageContent{source.pages.at(page).width() > source.pages.at(page).height(), page, {0, 0, 1, 1}};
            continue;
        }
        const QSize pixels = source.uprightPixels(page);
        // The pages of a TIFF are sheets of paper, whatever else is a picture
        const bool landscapeSheet = source.kind == AttachmentKind::Tiff && pixels.width() > pixels.height();
        const QList<QRectF> parts = pictureParts(pixels);
        for (const QRectF& part : parts)
            contents << PageContent{landscapeSheet, page, part};
    }
    return contents;
}

QRectF targetOf(const AttachmentSource& source, const PageContent& content)
{
    QRectF area = content.isLandscape ? landscapeArea : portraitArea;
    if (source.isPicture() && content.part.height() < 1) {
        // A cut picture keeps its width; the last piece stands at the top of its page.
        const QSize pixels = source.uprightPixels(content.sourcePage);
        const double ratio = pixels.height() * content.part.height() / pixels.width();
        area.setHeight(std::min(area.height(), area.width() * ratio));
    }
    return area;
}

void addPage(Paper& paper, const AttachmentEntry& entry, int index, const PageContent& content, const QString& title)
{
    Page page;
    page.size = content.isLandscape ? landscape : portrait;
    const QRectF area = content.isLandscape ? landscapeArea : portraitArea;
    page.blocks << Block{Block::Kind::Text, QRectF(area.left(), area.top() - headingTop, area.width(), 6), title, heading, 0, {}};
    page.source = u"%1 %2 %3 %4"_s.arg(QString::fromLatin1(entry.source.sha256.toHex()))
                      .arg(content.sourcePage)
                      .arg(content.part.top(), 0, 'f', 4)
                      .arg(content.part.height(), 0, 'f', 4);
    if (entry.turn != 0) // as it always was for those that are not turned
        page.source += u" turned %1"_s.arg(entry.turn);
    paper.pages << page;
    paper.placements << Placement{int(paper.pages.size()) - 1, index, content.sourcePage, content.part,
                                  targetOf(entry.source, content)};
}

QString shortened(const QString& text, qsizetype most)
{
    return text.size() <= most ? text : QString(text.left(most - 1) + u"…");
}

TableSection contentsTable(const QList<AttachmentEntry>& entries, const QStringList& columns, const QList<int>& firstPages)
{
    const QList<double> widths{14, 32, 46, 48, 16};
    const auto row = [&](const QStringList& texts, const QList<TextStyle>& styles) {
        Row built;
        built.minHeight = 10;
        double x = 0;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            built.cells << Cell{x, widths.at(i), {{texts.value(i), styles.at(i), {}}}, true};
            x += widths.at(i);
        }
        return built;
    };
    using FormStyle::label;
    RowGroup group;
    group.rows << row(columns, {label, label, label, label, label});
    group.rows.first().header = true;
    for (qsizetype i = 0; i < entries.size(); ++i)
        group.rows << row({QString::number(i + 1), entries.at(i).fieldLabel, entries.at(i).name, entries.at(i).caption,
                           QString::number(firstPages.value(i))},
                          {listCenter, listCenter, listText, listText, listCenter});
    return {{}, {}, {group}, false};
}

void addContentsPages(Paper& paper, const TableSection& table, const QString& title, TextShaper& shaper)
{
    const QRectF area(28, 37, 156, 225);
    paper.pages << Page{};
    paper.pages.last().blocks << Block{Block::Kind::Text, QRectF(area.left(), area.top(), area.width(), 12), title, listTitle, 0, {}};
    TableLayout layout(shaper, paper, {portrait, area}, area.top() + 16);
    layout.add({table});
    layout.finish();
}

} // namespace

void addAttachmentPages(Paper& paper, const QList<AttachmentEntry>& entries, const AttachmentWords& words,
                        TextShaper& shaper)
{
    if (entries.isEmpty())
        return;
    Paper draft; // how many pages the list takes decides the numbers that stand in it
    addContentsPages(draft, contentsTable(entries, words.columns, {}), words.contentsTitle, shaper);
    int next = int(paper.pages.size() + draft.pages.size()) + 1;
    QList<int> firstPages;
    for (const AttachmentEntry& entry : entries) {
        firstPages << next;
        next += int(pagesOf(entry.source).size());
    }
    BookmarkPlan bookmark{words.contentsTitle, int(paper.pages.size()), 0, {}};
    addContentsPages(paper, contentsTable(entries, words.columns, firstPages), words.contentsTitle, shaper);
    for (int i = 0; i < entries.size(); ++i) {
        const AttachmentEntry& entry = entries.at(i);
        const QString title = numbered(words, i) + u"　" + entry.fieldLabel + u"　" + titleOf(entry);
        bookmark.children << BookmarkPlan{shortened(numbered(words, i) + u"　" + titleOf(entry), 40), int(paper.pages.size()), 0, {}};
        const QList<PageContent> contents = pagesOf(entry.source);
        for (int k = 0; k < contents.size(); ++k) {
            const QString position = contents.size() == 1 ? QString() : u"（%1/%2）"_s.arg(k + 1).arg(contents.size());
            const double room = (contents.at(k).isLandscape ? landscapeArea : portraitArea).width();
            const double titleRoom = room - shaper.width(position, heading);
            addPage(paper, entry, i, contents.at(k), shaper.elided(title, heading, titleRoom) + position);
        }
    }
    paper.bookmarks << bookmark;
}

} // namespace jz
