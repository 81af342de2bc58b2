// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/sheet_parts.h"

#include <QDate>
#include <QHash>
#include <QTime>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostWholeNumber = 1e15;
constexpr double secondsADay = 86400;
constexpr int lastSerial = 2'958'465; // 9999-12-31

/// Calls `element` at the beginning of every element of a part.
template<typename Element>
void walk(const QByteArray& part, Element element)
{
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            throw BrokenSheet{u"a document type"_s};
        if (token == QXmlStreamReader::StartElement)
            element(xml);
    }
    if (xml.hasError())
        throw BrokenSheet{xml.errorString()};
}

QString attribute(const QXmlStreamReader& xml, QLatin1StringView name)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const QXmlStreamAttribute& each) { return each.name() == name; });
    return found == attributes.end() ? QString() : found->value().toString();
}

bool isTrue(const QString& value)
{
    return value == u"1" || value == u"true";
}

/// The text of an <si> or <is>: its runs joined, without phonetic guides.
QString richText(QXmlStreamReader& xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        xml.readNext();
        if (xml.isEndElement())
            --depth;
        else if (xml.isStartElement() && xml.name() == u"t")
            text += xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"rPh")
            xml.skipCurrentElement();
        else if (xml.isStartElement())
            ++depth;
    }
    return text;
}

/// Whether a format shows a date or time: one of its letters outside of quoted words, escapes and [colours].
bool showsDate(const QString& format)
{
    bool isQuoted = false;
    bool isBracketed = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i).toLower();
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            continue;
        else if (c == u'\\' || c == u'_' || c == u'*')
            ++i;
        else if (c == u'[' || c == u']')
            isBracketed = c == u'[';
        else if (!isBracketed && QStringView(u"ymdhs").contains(c))
            return true;
    }
    return false;
}

/// Formats that every program knows by number, those of the Far East among them.
bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

QString dateText(double serial, bool countsFrom1904)
{
    const double day = std::floor(serial);
    const auto seconds = qint64(std::round((serial - day) * secondsADay));
    const QString time = QTime(0, 0).addSecs(int(std::min<qint64>(seconds, qint64(secondsADay) - 1))).toString(u"HH:mm"_s);
    if (day < 1 && !countsFrom1904)
        return time;
    // Day 60 of the older count is a 29 February 1900 that never was.
    const QDate zero = countsFrom1904 ? QDate(1904, 1, 1) : day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QString date = zero.addDays(qint64(day)).toString(Qt::ISODate);
    return seconds == 0 ? date : QString(date + u' ' + time);
}

QString numberText(const QString& raw, bool isDate, bool countsFrom1904)
{
    bool isNumber = false;
    const double number = raw.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return raw;
    if (isDate && number >= 0 && number <= lastSerial)
        return dateText(number, countsFrom1904);
    if (number == std::floor(number) && std::abs(number) < mostWholeNumber)
        return QString::number(number, 'f', 0);
    return QString::number(number, 'g', 15);
}

/// 0-based column of "C5"; nothing when there are no letters.
std::optional<int> columnOf(const QString& place, int most)
{
    int column = 0;
    for (const QChar c : place) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > most)
            return most; // beyond what is read, however far
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// Reads the rows of one sheet.
class RowReader
{
public:
    RowReader(const CellReading& reading, const CellLimits& limits) : m_reading(reading), m_limits(limits) {}

    void element(QXmlStreamReader& xml)
    {
        if (xml.name() == u"row")
            beginRow(attribute(xml, "r"_L1).toInt());
        else if (xml.name() == u"c" && !m_isOver)
            readCell(xml);
    }
    std::optional<TextBlock> result()
    {
        while (!m_rows.isEmpty() && m_rows.last().isEmpty())
            m_rows.removeLast();
        return m_isOver ? std::nullopt : std::optional(m_rows);
    }

private:
    void beginRow(int number)
    {
        m_row = number > 0 ? number - 1 : m_row + 1;
        m_column = -1;
    }

    void readCell(QXmlStreamReader& xml)
    {
        const std::optional<int> named = columnOf(attribute(xml, "r"_L1), m_limits.columns);
        m_column = named.value_or(m_column + 1);
        const QString words = cellText(xml).trimmed();
        if (words.isEmpty())
            return;
        m_characters += words.size();
        if (m_row < 0)
            throw BrokenSheet{u"a cell outside of rows"_s};
        if (m_row >= m_limits.rows || m_column >= m_limits.columns || m_characters > m_limits.characters) {
            m_isOver = true;
            return;
        }
        while (m_rows.size() <= m_row)
            m_rows.append(QStringList());
        QStringList& row = m_rows[m_row];
        while (row.size() <= m_column)
            row.append(QString());
        row[m_column] = words;
    }

    QString cellText(QXmlStreamReader& xml) const
    {
        const QString type = attribute(xml, "t"_L1);
        const bool isDate = m_reading.dates.contains(attribute(xml, "s"_L1).toInt());
        QString value;
        QString inlined;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"v")
                value = xml.readElementText();
            else if (xml.name() == u"is")
                inlined = richText(xml);
            else
                xml.skipCurrentElement();
        }
        if (type == u"inlineStr")
            return inlined;
        if (type == u"s")
            return m_reading.shared.value(value.toInt());
        if (type == u"b")
            return value.isEmpty() ? QString() : isTrue(value) ? u"TRUE"_s : u"FALSE"_s;
        if (type == u"str" || type == u"e" || type == u"d")
            return value;
        return numberText(value, isDate, m_reading.countsFrom1904);
    }

    const CellReading& m_reading;
    const CellLimits m_limits;
    TextBlock m_rows;
    int m_row = -1;
    int m_column = -1;
    qint64 m_characters = 0;
    bool m_isOver = false;
};

/// A target of a relation as the zip names it.
QString partName(const QString& target)
{
    return target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
}

} // namespace

WorkbookPart readWorkbook(const QByteArray& workbook, const QByteArray& relations)
{
    WorkbookPart part;
    QHash<QString, QString> targets;
    walk(relations, [&](QXmlStreamReader& xml) {
        if (xml.name() != u"Relationship")
            return;
        const QString target = partName(attribute(xml, "Target"_L1));
        const QString type = attribute(xml, "Type"_L1);
        targets.insert(attribute(xml, "Id"_L1), target);
        if (type.endsWith(u"/sharedStrings"))
            part.sharedTexts = target;
        else if (type.endsWith(u"/styles"))
            part.styles = target;
    });
    walk(workbook, [&](QXmlStreamReader& xml) {
        if (xml.name() == u"workbookPr")
            part.countsFrom1904 = isTrue(attribute(xml, "date1904"_L1));
        if (xml.name() != u"sheet" || attribute(xml, "state"_L1).contains(u"hidden", Qt::CaseInsensitive))
            return;
        const QString target = targets.value(attribute(xml, "id"_L1));
        if (target.contains(u"worksheets/"))
            part.sheets.append({attribute(xml, "name"_L1), target});
    });
    if (part.sheets.isEmpty())
        throw BrokenSheet{u"no sheets"_s};
    return part;
}

QStringList readSharedTexts(const QByteArray& part)
{
    QStringList texts;
    if (!part.isEmpty())
        walk(part, [&](QXmlStreamReader& xml) {
            if (xml.name() == u"si")
                texts << richText(xml);
        });
    return texts;
}

QSet<int> readDateStyles(const QByteArray& part)
{
    QSet<int> styles;
    if (part.isEmpty())
        return styles;
    QSet<int> formats;
    bool isInCells = false;
    int style = 0;
    walk(part, [&](QXmlStreamReader& xml) {
        if (xml.name() == u"numFmt" && showsDate(attribute(xml, "formatCode"_L1)))
            formats.insert(attribute(xml, "numFmtId"_L1).toInt());
        else if (xml.name() == u"cellXfs" || xml.name() == u"cellStyles" || xml.name() == u"dxfs")
            isInCells = xml.name() == u"cellXfs";
        else if (xml.name() == u"xf" && isInCells) {
            const int format = attribute(xml, "numFmtId"_L1).toInt();
            if (isBuiltInDate(format) || formats.contains(format))
                styles.insert(style);
            ++style;
        }
    });
    return styles;
}

std::optional<TextBlock> readRows(const QByteArray& part, const CellReading& reading, const CellLimits& limits)
{
    RowReader rows(reading, limits);
    walk(part, [&](QXmlStreamReader& xml) { rows.element(xml); });
    return rows.result();
}

} // namespace jz
