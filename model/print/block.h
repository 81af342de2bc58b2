// SPDX-License-Identifier: Apache-2.0
// What a paper is before it is drawn: pages of blocks, all lengths in millimetres from the top left corner
// of the page. Plain values: layouts are compared block by block in tests, and the page fingerprint is
// taken over them.
#pragma once

#include "model/pdf/assembly_plan.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace jz {

/// Typefaces by their part in Chinese office papers; the call pack lists the candidates for each.
enum class FontRole {
    Song,     ///< 宋体
    Title,    ///< 小标宋
    Hei,      ///< 黑体
    Kai,      ///< 楷体
    FangSong, ///< 仿宋
};

enum class Align { Left, Center, Right };

struct TextStyle
{
    FontRole role = FontRole::FangSong;
    double size = 12;   ///< points
    double pitch = 20;  ///< distance from line to line, points
    Align align = Align::Left;
    double indent = 0;  ///< of the first line of each paragraph, in characters

    bool operator==(const TextStyle&) const = default;
};

struct Block
{
    enum class Kind {
        Text, ///< one line of text, its line box `rect`
        Rule, ///< a straight line from the top left to the bottom right corner of `rect`
        Code, ///< a QR code of `text`, quiet zone included in `rect`
    };
    Kind kind = Kind::Text;
    QRectF rect;
    QString text;
    TextStyle style;
    double width = 0;  ///< Rule: line width in points
    QString field;     ///< field id whose value or label stands here; empty for fixed words

    bool operator==(const Block&) const = default;
};

/// Where on a page a field's value stands: its cell, label too, also when it is empty.
struct FieldPlace
{
    QRectF rect;
    QString field;   ///< id
    QString row;     ///< id of a table's row; empty for the whole field and for empty rows
    QString column;  ///< id of a table's column; empty for none

    bool operator==(const FieldPlace&) const = default;
};

/// One page: what it says, and the footer that names it.
struct Page
{
    QSizeF size = {210, 297};
    QList<Block> blocks;  ///< in reading order
    QList<Block> footer;
    QList<FieldPlace> places; ///< no part of what it says
    QString source;       ///< attachment pages: names the content placed on the page (SHA-256 and part)
    bool bearsSignature = false;

    /// 16 base-32 characters over size, blocks and source. Footer and watermark stay out, so that a page
    /// whose content did not change keeps its fingerprint in the next revision.
    QString fingerprint() const;
};

/// A laid-out paper, ready to be drawn (painter.h) and assembled (model/pdf).
struct Paper
{
    QList<Page> pages;
    int formPages = 0;                          ///< the form itself; attachments follow
    QList<Placement> placements;                ///< attachment content on pages
    QList<SignatureFieldPlan> signatureFields;
    QList<BookmarkPlan> bookmarks;
    QString watermark;                          ///< drawn across every page; empty for none
    QStringList missingCharacters;              ///< characters that no font here can draw, as "U+1234"
    QStringList substitutedFonts;               ///< roles whose own typeface is missing here
};

} // namespace jz
