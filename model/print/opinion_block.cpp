// SPDX-License-Identifier: Apache-2.0
#include "model/print/opinion_block.h"

#include "model/pdf/signature_field_names.h"
#include "model/print/table_layout.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF blockSize(78, 55);
constexpr double fieldMargin = 1; ///< between a block and its signature field
constexpr double lineHeight = 7;

constexpr double unitHeight = 5;
const TextStyle unitName{FontRole::Kai, 10.5, 12.3, Align::Left, 0};
constexpr double smallestUnitName = 6; ///< points: twice 34 characters
const TextStyle words{FontRole::FangSong, 12, 20, Align::Left, 0};
const TextStyle wordsRight{FontRole::FangSong, 12, 20, Align::Right, 0};
const TextStyle wording{FontRole::FangSong, 12, 22, Align::Left, 2};

Block text(const QString& line, const TextStyle& style, const QRectF& rect)
{
    return {Block::Kind::Text, rect, line, style, 0, {}};
}

/// The printed words of one block, `at` its top left corner.
QList<Block> blockWords(const OpinionContent& content, const QString& unit, QPointF at, TextMeasure& measure)
{
    const double inner = blockSize.width() - 6;
    const double x = at.x() + 3;
    const double bottom = at.y() + blockSize.height();
    QList<Block> blocks;
    double y = at.y() + 1.5;
    if (!unit.isEmpty()) {
        const FittedText name = measure.fitted(unit, unitName, {inner, unitHeight}, smallestUnitName);
        const double pitch = toMm(name.style.pitch);
        for (qsizetype i = 0; i < name.lines.size(); ++i)
            blocks << text(name.lines.at(i).text, name.style, QRectF(x, y + double(i) * pitch, inner, pitch));
        y += unitHeight;
    }
    blocks << text(content.signatureLabel, words, QRectF(x, y, inner, lineHeight));
    blocks << text(content.dateLabel, wordsRight, QRectF(x, bottom - 2 * lineHeight - 0.5, inner - 4, lineHeight));
    blocks << text(content.sealLabel, wordsRight, QRectF(x, bottom - lineHeight - 0.5, inner - 4, lineHeight));
    return blocks;
}

/// Place of block `index` below the wording. A single block stands at the right, where the template has it.
QPointF blockPlace(const OpinionContent& content, int index, double top)
{
    const bool single = content.units.size() <= 1;
    const int slot = single && index < 2 ? 1 - index : index;
    const double right = content.width - blockSize.width();
    return {slot % 2 == 0 ? 0 : right, top + (slot / 2) * blockSize.height()};
}

} // namespace

Row opinionRow(const OpinionContent& content, TextMeasure& measure)
{
    using FormStyle::padding;
    Row row;
    double y = padding;
    const QList<TextLine> lines = measure.lines(content.fixedText, wording, content.width - 2 * padding);
    for (const TextLine& line : lines) {
        const double height = toMm(wording.pitch);
        Block block = text(line.text, wording, QRectF(padding + line.indent, y, content.width - 2 * padding, height));
        block.field = content.wordingField;
        row.fixed << block;
        y += height;
    }
    const bool isApplicant = content.role == u"applicant";
    const int fields = isApplicant ? 1 : recommenderFieldCount; // 2 × 2: the recommending body, then joint bodies
    for (int i = 0; i < fields; ++i) {
        const QPointF place = blockPlace(content, i, y);
        if (i < qMax(1, content.units.size()))
            row.fixed += blockWords(content, content.units.value(i), place, measure);
        const QRectF rect = QRectF(place, blockSize).adjusted(fieldMargin, fieldMargin, -fieldMargin, -fieldMargin);
        row.signatureFields << SignatureFieldPlan{isApplicant ? applicantFieldName() : recommenderFieldName(i + 1), 0, rect,
                                                  content.signatureLabel};
    }
    row.fixedHeight = y + blockSize.height() * ((fields + 1) / 2) + padding;
    return row;
}

} // namespace jz
