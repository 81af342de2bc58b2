// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/table_file.h"

#include "model/base/json_file.h"
#include "model/reference/csv.h"
#include "model/reference/text_forms.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int headRows = 20;

std::optional<QString> decodedAs(const char* encoding, const QByteArray& bytes)
{
    QStringDecoder decoder(encoding);
    if (!decoder.isValid())
        return {};
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(QChar::ReplacementCharacter)) || text.contains(QChar(u'\0')))
        return {};
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return text;
}

QString decoded(const QByteArray& bytes, const QString& path)
{
    const bool isWide = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    for (const char* const encoding : {isWide ? "UTF-16" : "UTF-8", "GB18030"})
        if (const auto text = decodedAs(encoding, bytes))
            return *text;
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”的文字编码不是 UTF-8，也不是 GBK（GB 18030），没有读取。请在 Excel、WPS 中打开，另存为 .xlsx 后再试。"_s,
                              u"“%1” is neither UTF-8 nor GBK (GB 18030) and was not read. Open it in a spreadsheet and save it as .xlsx."_s}
                    .arg(path),
                path);
}

/// What stands most often between cells in the first lines.
QChar separatorOf(const QString& text)
{
    const QString head = text.section(u'\n', 0, headRows);
    const auto more = [&](QChar one, QChar other) { return head.count(one) < head.count(other); };
    const QList<QChar> known{u',', u'\t', u';'};
    return *std::max_element(known.begin(), known.end(), more);
}

Error tooLarge(const QString& path)
{
    return Error(ErrorCode::TooLarge,
                 LocalizedText{u"表格“%1”太大，没有读取。请删去不用的行和列后再试。"_s, u"The table “%1” is too large and was not read. Take out rows and columns that are not needed."_s}.arg(path), path);
}

Sheet textTable(const QByteArray& bytes, const QString& path, const SheetLimits& limits)
{
    const QString text = decoded(bytes, path);
    Sheet sheet{QFileInfo(path).fileName(), csvRows(text, separatorOf(text), path)};
    if (sheet.rows.size() > limits.rows || std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const QStringList& row) { return row.size() > limits.columns; }))
        throw tooLarge(path);
    for (QStringList& row : sheet.rows)
        while (!row.isEmpty() && row.last().trimmed().isEmpty())
            row.removeLast();
    while (!sheet.rows.isEmpty() && sheet.rows.last().isEmpty())
        sheet.rows.removeLast();
    return sheet;
}

QList<qsizetype> columnsIn(const QStringList& row, const QList<QStringList>& heads)
{
    QStringList keys;
    for (const QString& cell : row)
        keys << headKey(cell);
    QList<qsizetype> columns;
    for (const QStringList& known : heads) {
        const auto at = std::find_if(keys.begin(), keys.end(), [&](const QString& key) { return !key.isEmpty() && known.contains(key); });
        columns << (at == keys.end() ? -1 : at - keys.begin());
    }
    return columns;
}

} // namespace

QList<Sheet> readTableFile(const QString& path, const SheetLimits& limits)
{
    QFile file(path);
    openForReading(file);
    const QByteArray start = file.peek(4);
    if (start.startsWith("PK") || start == QByteArray("\xD0\xCF\x11\xE0"))
        return readSheetFile(path, limits);
    return {textTable(readWholeFile(path, limits.bytes), path, limits)};
}

QString headKey(const QString& head)
{
    static const QRegularExpression extra(u"\\([^)]*\\)$|[*:]"_s);
    return comparisonKey(head).remove(extra);
}

std::optional<FoundTable> findTable(const QList<Sheet>& sheets, const QList<QStringList>& heads)
{
    std::optional<FoundTable> best;
    qsizetype most = 0;
    for (const Sheet& sheet : sheets)
        for (int head = 0; head < std::min<qsizetype>(sheet.rows.size(), headRows); ++head) {
            const QList<qsizetype> columns = columnsIn(sheet.rows.at(head), heads);
            const qsizetype known = columns.size() - columns.count(-1);
            if (columns.first() < 0 || known <= most)
                continue;
            most = known;
            best = FoundTable{sheet, head, columns};
        }
    return best;
}

} // namespace jz
