// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/sheet_writer.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"

#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 31;
constexpr double titleHeight = 34;
constexpr double lineHeight = 20;
constexpr double rowHeight = 17;     ///< of one line in a cell, points
constexpr double charactersPerWidth = 0.52; ///< Chinese characters that a column of width 1 takes
constexpr int paperA4 = 9;
constexpr qint64 largest = 200'000'000;

/// The looks of a workbook. They belong to it and go with it.
struct Looks
{
    explicit Looks(lxw_workbook* book) : title(add(book)), line(add(book)), head(add(book)), cell(add(book))
    {
        format_set_bold(title);
        format_set_font_size(title, 18);
        format_set_align(title, LXW_ALIGN_CENTER);
        format_set_align(title, LXW_ALIGN_VERTICAL_CENTER);
        for (lxw_format* const each : {line, cell, head}) {
            format_set_text_wrap(each);
            format_set_align(each, LXW_ALIGN_VERTICAL_CENTER);
        }
        for (lxw_format* const each : {cell, head})
            format_set_border(each, LXW_BORDER_THIN);
        format_set_bold(head);
        format_set_align(head, LXW_ALIGN_CENTER);
        format_set_bg_color(head, 0xE8EDF2);
    }
    lxw_format* title;
    lxw_format* line;
    lxw_format* head;
    lxw_format* cell;

private:
    static lxw_format* add(lxw_workbook* book)
    {
        lxw_format* const format = workbook_add_format(book);
        format_set_font_name(format, "宋体");
        format_set_font_size(format, 11);
        return format;
    }
};

/// Writes one sheet from the top.
class SheetPainter
{
public:
    SheetPainter(lxw_worksheet* sheet, const SheetContent& content, const Looks& looks) : m_sheet(sheet), m_content(content), m_looks(looks) {}

    void paint()
    {
        for (int i = 0; i < columns(); ++i)
            worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), widthOf(i), nullptr);
        if (!m_content.title.isEmpty())
            across(m_content.title, m_looks.title, titleHeight);
        for (const QString& each : m_content.intro)
            across(each, m_looks.line, heightAcross(each));
        worksheet_repeat_rows(m_sheet, m_row, m_row);
        row(m_content.headers, m_looks.head);
        worksheet_freeze_panes(m_sheet, m_row, 0);
        for (const QStringList& each : m_content.rows)
            row(each, m_looks.cell);
        for (const QString& each : m_content.notes)
            across(each, m_looks.line, heightAcross(each));
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, paperA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C&P / &N");
    }

private:
    int columns() const { return int(m_content.headers.size()); }
    double widthOf(int column) const { return m_content.widths.value(column, 15); }

    double heightAcross(const QString& words) const
    {
        double width = 0;
        for (int i = 0; i < columns(); ++i)
            width += widthOf(i);
        return lineHeight * std::max(1.0, std::ceil(double(words.size()) / (width * charactersPerWidth)));
    }

    void across(const QString& words, lxw_format* look, double height)
    {
        worksheet_set_row(m_sheet, m_row, height, nullptr);
        if (columns() > 1)
            worksheet_merge_range(m_sheet, m_row, 0, m_row, lxw_col_t(columns() - 1), words.toUtf8().constData(), look);
        else
            worksheet_write_string(m_sheet, m_row, 0, words.toUtf8().constData(), look);
        ++m_row;
    }

    void row(const QStringList& cells, lxw_format* look)
    {
        double lines = 1;
        for (int i = 0; i < columns(); ++i) {
            const QString words = cells.value(i);
            double own = 0;
            const QStringList parts = words.split(u'\n');
            for (const QString& part : parts)
                own += std::max(1.0, std::ceil(double(part.size()) / (widthOf(i) * charactersPerWidth)));
            lines = std::max(lines, own);
            worksheet_write_string(m_sheet, m_row, lxw_col_t(i), words.toUtf8().constData(), look);
        }
        worksheet_set_row(m_sheet, m_row++, rowHeight * lines + 4, nullptr);
    }

    lxw_worksheet* m_sheet;
    const SheetContent& m_content;
    const Looks& m_looks;
    lxw_row_t m_row = 0;
};

QByteArray tabName(const QString& name, qsizetype number)
{
    QString allowed = name;
    allowed.removeIf([](QChar letter) { return QStringView(u"[]:*?/\\'").contains(letter); });
    allowed = allowed.first(std::min(allowed.size(), longestName));
    return (allowed.isEmpty() ? u"%1"_s.arg(number) : allowed).toUtf8();
}

} // namespace

void writeSheetFile(const QString& path, const QList<SheetContent>& sheets, const QDateTime& made)
{
    const QTemporaryDir scratch;
    const QString written = scratch.filePath(u"sheet.xlsx"_s);
    lxw_workbook* const book = workbook_new(written.toUtf8().constData());
    if (made.isValid()) {
        lxw_doc_properties properties{};
        properties.created = made.toSecsSinceEpoch();
        workbook_set_properties(book, &properties);
    }
    const Looks looks(book);
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        lxw_worksheet* const sheet = workbook_add_worksheet(book, tabName(sheets.at(i).name, i + 1).constData());
        if (sheet)
            SheetPainter(sheet, sheets.at(i), looks).paint();
    }
    const lxw_error error = workbook_close(book); // frees it
    if (error != LXW_NO_ERROR)
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法生成表格“%1”。请检查磁盘是否已满。"_s, u"The sheet “%1” cannot be made. Check that the disk is not full."_s}.arg(path), path,
                    QString::fromUtf8(lxw_strerror(error)));
    writeWholeFile(path, readWholeFile(written, largest));
}

} // namespace jz
