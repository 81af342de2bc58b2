// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace jz {

/// A stretch of text that two wordings share, or that only one of them has.
struct TextPiece
{
    enum class Kind { Same, Gone, Came };
    Kind kind = Kind::Same;
    QString text;

    bool operator==(const TextPiece&) const = default;
};

/// What became of a text, to be read by people: Chinese is compared character by character, words and numbers in one piece.
/// Single characters that happen to agree between two changed stretches do not break them up. Joined without those that
/// came (went), the pieces are `was` (`now`). Where more than 2000 words lie between what
/// begins and ends alike, paragraphs are compared instead.
QList<TextPiece> textDifference(const QString& was, const QString& now);

} // namespace jz
