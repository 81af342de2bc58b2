// SPDX-License-Identifier: Apache-2.0
#include "model/print/reading_paper.h"

#include "model/print/form_sections.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double enlarged = 1.2;        ///< 12 points become 14.4
constexpr QMarginsF margins(24, 22, 46, 36); ///< mm on paper: left for the bars, right for notes, bottom for the footer
constexpr double barDistance = 4;       ///< mm from the table's edge
constexpr double barWidth = 3;          ///< points
constexpr double attachmentLabel = 38;  ///< mm, before enlarging
const TextStyle titleLine{FontRole::Title, 18, 28, Align::Center, 0};
const TextStyle remark{FontRole::Kai, 10.5, 16, Align::Left, 0};

/// The page as it is laid out, to be enlarged afterwards: all lengths a little smaller than on paper.
PageArea smallArea()
{
    PageArea area;
    area.page = area.page / enlarged;
    area.area = QRectF(QPointF(), area.page).marginsRemoved(margins / enlarged);
    return area;
}

void enlarge(QRectF& rect)
{
    rect = QRectF(rect.topLeft() * enlarged, rect.size() * enlarged);
}

void enlarge(Page& page)
{
    page.size *= enlarged;
    for (Block& block : page.blocks) {
        enlarge(block.rect);
        block.style.size *= enlarged;
        block.style.pitch *= enlarged;
    }
    for (FieldPlace& place : page.places)
        enlarge(place.rect);
}

bool isChanged(const FieldPlace& place, const Changes& changes)
{
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
        const Address& at = change.address;
        if (at.field != place.field)
            return false;
        if (at.part != Address::Part::Value || at.row.isEmpty())
            return true;
        // A row that went away is no more on the page: the table's label stands for it.
        const bool isGone = at.isRow() && change.now.isNull();
        return isGone ? place.row.isEmpty() : place.row == at.row && (at.column.isEmpty() || place.column.isEmpty() || place.column == at.column || place.column == u"from");
    });
}

/// Bars beside everything on the page that changed; what touches is one bar.
void addBars(Page& page, const Changes& changes)
{
    QList<std::pair<double, double>> spans;
    for (const FieldPlace& place : page.places)
        if (isChanged(place, changes))
            spans.append({place.rect.top(), place.rect.bottom()});
    std::sort(spans.begin(), spans.end());
    const double x = margins.left() - barDistance;
    for (qsizetype i = 0; i < spans.size();) {
        auto [top, bottom] = spans.at(i);
        for (++i; i < spans.size() && spans.at(i).first <= bottom + 0.5; ++i)
            bottom = std::max(bottom, spans.at(i).second);
        page.blocks << Block{Block::Kind::Rule, QRectF(QPointF(x, top + 1), QPointF(x, bottom - 1)), {}, {}, barWidth, {}};
    }
}

/// The sections without the rows to sign in.
QList<TableSection> readSections(QList<TableSection> sections)
{
    for (TableSection& section : sections) {
        for (RowGroup& group : section.groups)
            group.rows.removeIf([](const Row& row) { return !row.signatureFields.isEmpty(); });
        section.groups.removeIf([](const RowGroup& group) { return group.rows.isEmpty(); });
        section.withNext = false;
    }
    sections.removeIf([](const TableSection& section) { return section.groups.isEmpty(); });
    return sections;
}

/// Files by the field they belong to.
TableSection attachmentSection(const ReadingContent& content, const PaperWords& words, double width)
{
    TableSection section{words(u"attachments"_s, u"附件"_s), {}, {}, false};
    const auto& [pack, dossier, entries, fingerprint, divisionName, draft] = content.dossier;
    for (const Section& part : pack.sections) {
        for (const Field& field : part.fields) {
            QStringList names;
            for (const Attachment& file : dossier.attachments.value(field.id))
                names << (file.caption.isEmpty() ? file.name : QString(file.name + u"（" + file.caption + u"）"));
            if (field.type != FieldType::Attachments)
                continue;
            Cell name{0, attachmentLabel, {{field.label, label, {}}}, true, false, field.id};
            Cell files{attachmentLabel, width - attachmentLabel, {{names.isEmpty() ? words(u"none"_s, u"（无）"_s) : names.join(u'\n'), value, {}}}, true, false, field.id};
            section.groups << RowGroup{std::nullopt, {Row{{name, files}, 0, false, {}, 0, {}}}};
        }
    }
    return section;
}

/// What is said on the first page about this print.
QStringList remarks(const ReadingContent& content, const PaperWords& words)
{
    QStringList lines{readingPurpose(content.dossier.pack)};
    if (!content.since.isValid())
        return lines;
    const QString bars = content.changes.isEmpty() ? words(u"unchanged"_s, u"与{day}的审阅件相比没有改动。"_s)
                                                   : words(u"changed"_s, u"左侧竖线处与{day}的审阅件不同。"_s);
    return lines << QString(bars).replace(u"{day}"_s, content.since.toString(u"yyyy年M月d日"_s));
}

double addHead(Paper& paper, const ReadingContent& content, const QRectF& area, const PaperWords& words)
{
    Page page;
    double y = area.top();
    const auto add = [&](const QString& text, const TextStyle& style) {
        const double height = toMm(style.pitch);
        page.blocks << Block{Block::Kind::Text, QRectF(area.left(), y, area.width(), height), text, style, 0, {}};
        y += height;
    };
    for (const QString& line : content.dossier.pack.titleLines)
        add(line, titleLine);
    y += 2;
    const QStringList said = remarks(content, words);
    for (const QString& line : said)
        add(line, remark);
    paper.pages << page;
    return y + 2;
}

} // namespace

Paper layoutReading(const ReadingContent& content, TextShaper& shaper)
{
    Paper paper;
    const CallPack& pack = content.dossier.pack;
    const Dossier& dossier = content.dossier.dossier;
    const PaperWords words(pack, u"reading"_s);
    const PageArea area = smallArea();
    const double top = addHead(paper, content, area.area, words);
    const ValueText values(dossier, pack, content.dossier.divisionName);
    QList<TableSection> sections = readSections(formSections(pack, dossier, values, shaper, area.area.width()));
    sections << attachmentSection(content, words, area.area.width());
    TableLayout layout(shaper, paper, area, top);
    layout.add(sections);
    layout.finish();
    for (Page& page : paper.pages) {
        enlarge(page);
        addBars(page, content.changes);
    }
    for (BookmarkPlan& bookmark : paper.bookmarks)
        bookmark.yMm *= enlarged;
    finishPaper(paper, {QUuid::createUuidV5(dossier.id, u"reading"_s), dossier.revision, content.dossier.dataFingerprint,
                       pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

} // namespace jz
