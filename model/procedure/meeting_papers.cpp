// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/meeting_papers.h"

#include "model/base/error.h"
#include "model/dossier/value_words.h"
#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/print/paper_parts.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/dossier_input.h"
#include "model/reference/reference_data.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

/// Of the overview's width: place, what is applied for, unit, how far it is.
const std::array<TextColumn, 4> columns{{{0.09, center}, {0.38, value}, {0.31, value}, {0.22, value}}};
constexpr double labelShare = 0.2;
const QRectF pageArea{18, 16, 174, 258}; ///< mm of A4; the margins of the form would leave too little for large type

/// How large a candidate's page is set, and after how many characters a text is cut; 0: never.
struct Setting
{
    double points;
    int cut;
};
constexpr std::array<Setting, 10> settings{{{20, 0}, {18, 0}, {16, 0}, {16, 150}, {16, 90}, {16, 46}, {15, 48}, {14, 50}, {12, 50}, {10.5, 30}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"meeting"_s};
}

PageArea meetingArea()
{
    return {{210, 297}, pageArea};
}

/// Whether a field is about reaching a person: a mobile number or mail address stands in its group.
bool isContact(const Field& field, const Section& section)
{
    static const QList<FieldType> ways{FieldType::Mobile, FieldType::Email, FieldType::Phone};
    if (ways.contains(field.type))
        return true;
    for (const Field& other : section.fields)
        if (!field.group.isEmpty() && other.group == field.group && ways.contains(other.type))
            return true;
    return false;
}

QString cutTo(const QString& text, int most)
{
    return most == 0 || text.size() <= most ? text : text.first(most) + u"……"_s;
}

/// What the page says of a field; empty when it says nothing, or the head of the page has said it.
QString shown(const Field& field, const Dossier& dossier, const Candidate& candidate, const CallPack& pack, int cut)
{
    const QJsonValue value = dossier.values.value(field.id);
    static const QList<FieldType> said{FieldType::Text, FieldType::LongText, FieldType::SingleChoice, FieldType::MultipleChoice, FieldType::Boolean};
    if (!said.contains(field.type) || value.toString() == candidate.applicant)
        return {};
    Address place;
    place.field = field.id;
    const QString words = valueWords(value, place, pack, builtInReferenceData().divisions).zh.simplified();
    return words == candidate.category ? QString() : cutTo(words, cut);
}

Row labelled(const QString& label, const QString& words, double width, double points)
{
    const double pitch = points * 1.35;
    Row row;
    row.cells << Cell{0, width * labelShare, {{label, {FontRole::Hei, points, pitch, Align::Center, 0}, {}}}, true}
              << Cell{width * labelShare, width * (1 - labelShare), {{words, {FontRole::FangSong, points, pitch, Align::Left, 0}, {}}}, true};
    return row;
}

/// What stands in brackets behind a label is for whoever fills the form in.
QString plainLabel(const Field& field)
{
    return QString(field.label).remove(u'\n').section(u'（', 0, 0);
}

QList<Row> candidateRows(const Dossier& dossier, const Candidate& candidate, const CallPack& pack, double width, const Setting& setting)
{
    QList<Row> rows;
    QStringList counts;
    for (const Section& section : pack.sections) {
        for (const Field& field : section.fields) {
            if (!field.printed || field.withheld || isContact(field, section))
                continue;
            const QString words = shown(field, dossier, candidate, pack, setting.cut);
            if (!words.isEmpty())
                rows << labelled(plainLabel(field), words, width, setting.points);
            const qsizetype lines = field.type == FieldType::Table || field.type == FieldType::Phases ? dossier.values.value(field.id).toArray().size() : 0;
            if (lines > 0)
                counts << u"%1 %2"_s.arg(plainLabel(field), QString::number(lines));
        }
    }
    if (!counts.isEmpty())
        rows.prepend(labelled(wordsOf(pack)(u"counts"_s, u"项数"_s), counts.join(u'；'), width, setting.points));
    return rows;
}

QString placeWords(const BatchView& view, const Candidate& candidate)
{
    return view.isRecommended(candidate.dossier) ? u"拟推荐第 %1 位"_s.arg(view.ranking.place(candidate.dossier)) : u"备选（第 %1 位）"_s.arg(view.ranking.place(candidate.dossier));
}

/// One page, as large as it fits.
Paper candidatePage(const BatchView& view, const Candidate& candidate, const Dossier& dossier, const CallPack& pack, TextShaper& shaper)
{
    const PageArea area = meetingArea();
    for (const Setting& setting : settings) {
        Paper paper;
        const double top = addPaperHead(paper, candidate.title, u"%1。申报单位：%2。"_s.arg(placeWords(view, candidate), candidate.applicant), area.area, shaper);
        RowGroup group;
        group.rows = candidateRows(dossier, candidate, pack, area.area.width(), setting);
        const QString heading = candidate.category.isEmpty() ? candidate.place : candidate.category + u"　"_s + candidate.place;
        TableLayout layout(shaper, paper, area, top);
        layout.add({{heading, candidate.title, {group}, false}});
        layout.finish();
        if (paper.pages.size() == 1 || &setting == &settings.back())
            return paper;
    }
    return {};
}

QString standing(const Candidate& candidate)
{
    const QString unit = candidate.signature == "ink"_L1 ? u"已签字盖章"_s : candidate.signature == "certificate"_L1 ? u"已电子签章"_s : u"未签章"_s;
    const QString findings = candidate.errors > 0 ? u"问题 %1 处"_s.arg(candidate.errors) : u"检查无错误"_s;
    return QStringList{u"第 %1 稿"_s.arg(candidate.revision), unit, findings}.join(u'\n');
}

TableSection overviewSection(const BatchView& view, const QList<const Candidate*>& candidates, const QString& heading, const CallPack& pack, double width)
{
    const PaperWords words = wordsOf(pack);
    RowGroup group;
    group.rows << headerRow(columns, {words.column(0, u"排序"_s), words.column(1, u"名称、类别"_s), words.column(2, u"申报单位、所在地"_s), words.column(3, u"材料情况"_s)}, width);
    for (const Candidate* const each : candidates)
        group.rows << textRow(columns, {QString::number(view.ranking.place(each->dossier)), each->title + u'\n' + each->category, each->applicant + u'\n' + each->place, standing(*each)}, width);
    return {heading, heading, {group}, false};
}

Paper overview(const BatchView& view, const CallPack& pack, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = meetingArea();
    const QList<const Candidate*> ranked = view.ranked();
    const qsizetype line = view.ranking.line;
    QString intro = u"%1：本批申报 %2 项，拟推荐 %3 项，备选 %4 项。"_s.arg(view.batch.body.name, QString::number(ranked.size()), QString::number(line), QString::number(ranked.size() - line));
    if (const std::optional<CallFacts::Quota> quota = quotaOf(view.batch.body, pack))
        intro += u"名额 %1 项（%2）。"_s.arg(QString::number(quota->most), quota->clause);
    const double top = addPaperHead(paper, wordsOf(pack)(u"title"_s, u"推荐工作会议材料"_s), intro, area.area, shaper);
    QList<TableSection> sections;
    if (line > 0)
        sections << overviewSection(view, ranked.mid(0, line), wordsOf(pack)(u"recommended"_s, u"拟推荐"_s), pack, area.area.width());
    if (line < ranked.size())
        sections << overviewSection(view, ranked.mid(line), wordsOf(pack)(u"reserves"_s, u"备选"_s), pack, area.area.width());
    TableLayout layout(shaper, paper, area, top);
    layout.add(sections);
    layout.finish();
    return paper;
}

void append(Paper& whole, const Paper& part)
{
    const int before = int(whole.pages.size());
    for (BookmarkPlan bookmark : part.bookmarks) {
        bookmark.page += before;
        whole.bookmarks << bookmark;
    }
    whole.pages << part.pages;
}

void numberPages(Paper& paper, const PageArea& area, const QString& body)
{
    const TextStyle foot{FontRole::FangSong, 9, 12, Align::Center, 0};
    for (qsizetype i = 0; i < paper.pages.size(); ++i)
        paper.pages[i].footer << Block{Block::Kind::Text, QRectF(area.area.left(), area.area.bottom() + 2, area.area.width(), 5),
                                       u"%1　会议材料，会后收回；……处全文见申报书　第 %2 页，共 %3 页"_s.arg(body, QString::number(i + 1), QString::number(paper.pages.size())), foot, 0, {}};
}

} // namespace

void writeMeetingPapers(Workspace& workspace, qint64 batch, const QString& out)
{
    const CallPack& pack = batchPack(workspace, batch);
    const BatchView view = batchView(workspace, batch, pack);
    const QList<const Candidate*> ranked = view.ranked();
    if (ranked.isEmpty())
        throw Error(ErrorCode::Usage, text(u"这一批里还没有申报书，没有可以上会的内容。", u"There is no dossier in the batch yet, and nothing to meet about."), view.batch.name);
    TextShaper shaper(fontsOf(pack));
    Paper paper = overview(view, pack, shaper);
    for (const Candidate* const each : ranked)
        append(paper, candidatePage(view, *each, readDossierData(workspace.objects().path(each->paper)), pack, shaper));
    numberPages(paper, meetingArea(), view.batch.body.name);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.bookmarks = paper.bookmarks;
    plan.title = wordsOf(pack)(u"title"_s, u"推荐工作会议材料"_s);
    plan.author = view.batch.body.name;
    plan.subject = pack.official;
    plan.keywords = u"juanzong meeting"_s;
    assemblePdf(plan, out);
}

} // namespace jz
