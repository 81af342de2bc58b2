// SPDX-License-Identifier: Apache-2.0
#include "model/reference/csv.h"

#include "model/base/error.h"

#include <QStringDecoder>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct RawRow
{
    QStringList cells;
    int line = 1;
};

[[noreturn]] void fail(const QString& subject, int line, const LocalizedText& what)
{
    const LocalizedText text{u"表格文件“%1”第 %2 行有误："_s + what.zh, u"“%1”, line %2: "_s + what.en};
    throw Error(ErrorCode::Malformed, text.arg(subject, QString::number(line)), subject);
}

QString decoded(const QByteArray& bytes, const QString& subject)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        fail(subject, 1, {u"不是 UTF-8 编码，请另存为 UTF-8 后再试。"_s, u"not UTF-8; save it as UTF-8 and try again."_s});
    return text;
}

class Parser
{
public:
    Parser(const QString& text, const QString& subject, QChar separator = u',') : m_text(text), m_subject(subject), m_separator(separator) {}

    /// All of them, those without any cell too.
    QList<RawRow> rows()
    {
        for (const QChar c : m_text)
            take(c);
        if (m_quoted)
            fail(m_subject, m_row.line, {u"引号没有配对。"_s, u"a quotation mark is not closed."_s});
        endRow();
        return m_rows;
    }

private:
    void take(QChar c)
    {
        if (c == u'\n')
            ++m_line;
        if (c == u'"') {
            // A quote right after a closed quotation is a doubled one: it stays and the quotation goes on.
            if (!m_quoted && m_closed)
                m_cell.append(c);
            m_quoted = !m_quoted;
            m_closed = !m_quoted;
            return;
        }
        m_closed = false;
        if (m_quoted)
            m_cell.append(c);
        else if (c == m_separator)
            endCell();
        else if (c == u'\n')
            endRow();
        else if (c != u'\r')
            m_cell.append(c);
    }

    void endCell()
    {
        m_row.cells.append(m_cell);
        m_cell.clear();
    }

    void endRow()
    {
        endCell();
        m_rows.append(m_row);
        m_row = {{}, m_line};
    }

    const QString& m_text;
    QString m_subject;
    QChar m_separator;
    QList<RawRow> m_rows;
    RawRow m_row;
    QString m_cell;
    int m_line = 1;
    bool m_quoted = false;
    bool m_closed = false;
};

} // namespace

QList<QStringList> csvRows(const QString& text, QChar separator, const QString& subject)
{
    QList<QStringList> rows;
    const QList<RawRow> raw = Parser(text, subject, separator).rows();
    for (const RawRow& row : raw)
        rows << row.cells;
    if (!rows.isEmpty() && rows.last().size() == 1 && rows.last().first().isEmpty())
        rows.removeLast();
    return rows;
}

QList<CsvRow> readCsv(const QByteArray& bytes, const QStringList& columns, const QString& subject)
{
    const QString text = decoded(bytes, subject);
    QList<RawRow> raw = Parser(text, subject).rows();
    raw.removeIf([](const RawRow& row) { return row.cells.size() == 1 && row.cells.first().isEmpty(); });
    const QStringList header = raw.isEmpty() ? QStringList() : raw.first().cells;
    for (const QString& column : columns)
        if (!header.contains(column))
            fail(subject, 1, LocalizedText{u"缺少列“%1”。"_s, u"the column “%1” is missing."_s}.arg(column));
    QList<CsvRow> rows;
    rows.reserve(raw.size());
    for (const RawRow& row : raw.mid(1)) {
        if (row.cells.size() != header.size())
            fail(subject, row.line, {u"列数与首行不同。"_s, u"another number of cells than the first line."_s});
        QStringList cells;
        cells.reserve(header.size());
        for (const QString& cell : row.cells)
            cells.append(cell.trimmed());
        rows.append({header, cells, row.line});
    }
    return rows;
}

} // namespace jz
