// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/text_difference.h"

#include <QStringList>

#include <vector>

namespace jz {

namespace {

using Kind = TextPiece::Kind;

constexpr qsizetype mostWords = 2000;

bool isWordPart(QChar letter)
{
    return letter.unicode() < 0x2e80 && (letter.isLetterOrNumber() || letter == u'.' || letter == u'-' || letter == u'_' || letter == u'@');
}

QStringList words(const QString& text)
{
    QStringList list;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + (text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1);
        while (isWordPart(text.at(i)) && end < text.size() && isWordPart(text.at(end)))
            ++end;
        list.append(text.mid(i, end - i));
        i = end;
    }
    return list;
}

QStringList paragraphs(const QString& text)
{
    QStringList list;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype newline = text.indexOf(u'\n', i);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        list.append(text.mid(i, end - i));
        i = end;
    }
    return list;
}

void add(QList<TextPiece>& pieces, Kind kind, const QString& text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({kind, text});
}

/// The longest common sequence of words, by the table of its lengths from each place to the end.
void addMiddle(QList<TextPiece>& pieces, const QStringList& was, const QStringList& now)
{
    const auto columns = std::size_t(now.size()) + 1;
    std::vector<quint16> lengths((std::size_t(was.size()) + 1) * columns, 0);
    const auto length = [&](qsizetype i, qsizetype j) -> quint16& { return lengths[std::size_t(i) * columns + std::size_t(j)]; };
    for (qsizetype i = was.size() - 1; i >= 0; --i)
        for (qsizetype j = now.size() - 1; j >= 0; --j)
            length(i, j) = was.at(i) == now.at(j) ? quint16(length(i + 1, j + 1) + 1) : qMax(length(i + 1, j), length(i, j + 1));
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < was.size() && j < now.size()) {
        if (was.at(i) == now.at(j)) {
            add(pieces, Kind::Same, was.at(i));
            ++i;
            ++j;
        } else if (length(i + 1, j) >= length(i, j + 1)) {
            add(pieces, Kind::Gone, was.at(i++));
        } else {
            add(pieces, Kind::Came, now.at(j++));
        }
    }
    for (; i < was.size(); ++i)
        add(pieces, Kind::Gone, was.at(i));
    for (; j < now.size(); ++j)
        add(pieces, Kind::Came, now.at(j));
}

/// One changed stretch after another: what went first, then what came.
class Stretch
{
public:
    void take(const TextPiece& piece)
    {
        if (piece.kind != Kind::Came)
            m_gone += piece.text;
        if (piece.kind != Kind::Gone)
            m_came += piece.text;
    }
    void flush(QList<TextPiece>& pieces)
    {
        add(pieces, Kind::Gone, m_gone);
        add(pieces, Kind::Came, m_came);
        m_gone.clear();
        m_came.clear();
    }

private:
    QString m_gone;
    QString m_came;
};

/// Changes with no more than a character between them read better as one.
QList<TextPiece> readable(const QList<TextPiece>& pieces)
{
    QList<TextPiece> result;
    Stretch stretch;
    bool open = false;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const TextPiece& piece = pieces.at(i);
        const bool between = piece.kind == Kind::Same && open && i + 1 < pieces.size() && piece.text.size() < 2;
        if (piece.kind == Kind::Same && !between) {
            stretch.flush(result);
            add(result, Kind::Same, piece.text);
            open = false;
        } else {
            stretch.take(piece);
            open = true;
        }
    }
    stretch.flush(result);
    return result;
}

} // namespace

QList<TextPiece> textDifference(const QString& was, const QString& now)
{
    const QStringList before = words(was);
    const QStringList after = words(now);
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    QStringList gone = before.mid(head, before.size() - head - tail);
    QStringList came = after.mid(head, after.size() - head - tail);
    // The table is as large as the product of both; beyond that, larger pieces.
    if (qMax(gone.size(), came.size()) > mostWords) {
        gone = paragraphs(gone.join(QString()));
        came = paragraphs(came.join(QString()));
    }
    if (qMax(gone.size(), came.size()) > mostWords) {
        gone = {gone.join(QString())};
        came = {came.join(QString())};
    }
    QList<TextPiece> pieces;
    add(pieces, Kind::Same, before.mid(0, head).join(QString()));
    addMiddle(pieces, gone, came);
    add(pieces, Kind::Same, before.mid(before.size() - tail).join(QString()));
    return readable(pieces);
}

} // namespace jz
