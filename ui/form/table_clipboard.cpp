// SPDX-License-Identifier: Apache-2.0
#include "ui/form/table_clipboard.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// A document that fetches nothing, whatever pictures and sheets its HTML names.
class OfflineDocument : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl&) override { return QByteArray(); }
};

QString textBetween(QTextDocument& document, int first, int last)
{
    QTextCursor cursor(&document);
    cursor.setPosition(first);
    cursor.setPosition(last, QTextCursor::KeepAnchor);
    QString text = cursor.selectedText();
    // Ends of paragraphs, lines and nested cells; pictures; blanks that do not break.
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    for (const char16_t frame : {u'\uFDD0', u'\uFDD1'})
        text.replace(QChar(frame), u'\n');
    return text.remove(QChar::ObjectReplacementCharacter).replace(QChar::Nbsp, u' ').trimmed();
}

QStringList cellsOf(QTextDocument& document, QTextTable& table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        const bool repeated = cell.column() != column;
        cells << (repeated ? QString() : textBetween(document, cell.firstPosition(), cell.lastPosition()));
    }
    return cells;
}

/// All tables below a frame, a table within a cell belonging to its text. A table of one cell only stands around another.
void readTables(QTextDocument& document, QTextFrame& frame, TextBlock& block)
{
    for (QTextFrame* const child : frame.childFrames()) {
        auto* const table = qobject_cast<QTextTable*>(child);
        const bool frames = !table || (table->rows() == 1 && table->columns() == 1 && !table->childFrames().isEmpty());
        if (frames) {
            readTables(document, *child, block);
            continue;
        }
        for (int row = 0; row < table->rows(); ++row)
            block << cellsOf(document, *table, row);
    }
}

/// Programs break the lines of their HTML as they like; between two Chinese characters that is no blank (CSS Text 3, 4.1.3).
QString withoutLineEnds(QString html)
{
    static const QRegularExpression between(u"(?<=[\\x{2e80}-\\x{9fff}\\x{f900}-\\x{faff}\\x{ff00}-\\x{ff60}])[ \\t]*\\r?\\n\\s*"
                                            "(?=[\\x{2e80}-\\x{9fff}\\x{f900}-\\x{faff}\\x{ff00}-\\x{ff60}])"_s);
    return html.remove(between);
}

TextBlock tablesIn(const QString& html)
{
    if (!html.contains(u"<table"_s, Qt::CaseInsensitive))
        return {};
    OfflineDocument document;
    // Windows puts a head of positions before the markup.
    const qsizetype begin = html.startsWith(u"Version:"_s) ? qMax(html.indexOf(u'<'), 0) : 0;
    document.setHtml(withoutLineEnds(html.mid(begin)));
    TextBlock block;
    readTables(document, *document.rootFrame(), block);
    return block;
}

/// Reads text parted by tabs as spreadsheets write it: a cell with tabs, line ends or quotes in it stands in quotes.
class TabbedText
{
public:
    explicit TabbedText(const QString& text) : m_text(text) {}

    TextBlock read()
    {
        TextBlock block(1);
        while (m_at < m_text.size()) {
            block.last() << cell();
            if (m_at >= m_text.size())
                break;
            const bool line = m_text.at(m_at++) == u'\n';
            if (line && m_at < m_text.size())
                block << QStringList();
            else if (!line && m_at == m_text.size())
                block.last() << QString();
        }
        if (block.first().isEmpty())
            block.first() << QString();
        for (QStringList& row : block)
            if (row.isEmpty())
                row << QString();
        return block;
    }

private:
    QString cell()
    {
        if (m_text.at(m_at) == u'"')
            if (const std::optional<QString> quoted = quotedCell())
                return *quoted;
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != u'\t' && m_text.at(m_at) != u'\n')
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    /// None when the quotes do not end where a cell does: then they are part of what it says.
    std::optional<QString> quotedCell()
    {
        QString text;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text.at(i) != u'"') {
                text += m_text.at(i);
            } else if (m_text.mid(i + 1, 1) == u"\""_s) {
                text += m_text.at(++i);
            } else {
                const bool ends = i + 1 == m_text.size() || m_text.at(i + 1) == u'\t' || m_text.at(i + 1) == u'\n';
                if (ends)
                    m_at = i + 1;
                return ends ? std::optional(text) : std::nullopt;
            }
        }
        return {};
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

QString plainOn(const QMimeData& clipboard)
{
    QString text = clipboard.text();
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').remove(QChar(u'\0'));
}

QString quoted(const QString& cell)
{
    if (!cell.contains(u'\t') && !cell.contains(u'\n') && !cell.contains(u'"'))
        return cell;
    return u'"' + QString(cell).replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

std::optional<TextBlock> tableOn(const QMimeData& clipboard)
{
    if (clipboard.hasHtml())
        if (const TextBlock block = tablesIn(clipboard.html()); !block.isEmpty())
            return block;
    const QString text = plainOn(clipboard);
    return text.isEmpty() ? std::nullopt : std::optional(TabbedText(text).read());
}

bool hasCells(const QMimeData& clipboard)
{
    return clipboard.text().contains(u'\t') || (clipboard.hasHtml() && !tablesIn(clipboard.html()).isEmpty());
}

QMimeData* clipboardOf(const TextBlock& block)
{
    QString text;
    QString html = u"<html><head><meta charset=\"utf-8\"></head><body><table>"_s;
    for (const QStringList& row : block) {
        QStringList cells;
        html += u"<tr>"_s;
        for (const QString& cell : row) {
            cells << quoted(cell);
            html += u"<td>"_s + cell.toHtmlEscaped().replace(u"\n"_s, u"<br>"_s) + u"</td>"_s;
        }
        html += u"</tr>"_s;
        text += cells.join(u'\t') + u'\n';
    }
    auto* const data = new QMimeData;
    data->setText(text.chopped(block.size() == 1 && block.first().size() == 1 ? 1 : 0));
    data->setHtml(html + u"</table></body></html>"_s);
    return data;
}

} // namespace jz::ui
