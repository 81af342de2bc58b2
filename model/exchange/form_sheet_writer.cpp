// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/form_sheet_writer.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/output_file.h"

#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <vector>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int paperA4 = 9;
constexpr qint64 largest = 50'000'000;

struct FormLooks
{
    explicit FormLooks(lxw_workbook* book) : words(add(book)), head(add(book)), open(add(book)), number(add(book)), sum(add(book))
    {
        format_set_bold(head);
        format_set_bg_color(head, 0xE8EDF2);
        for (lxw_format* const each : {open, number}) {
            format_set_unlocked(each);
            format_set_bg_color(each, 0xFFF8DC);
        }
        for (lxw_format* const each : {head, number, sum})
            format_set_align(each, LXW_ALIGN_CENTER);
    }
    lxw_format* words;
    lxw_format* head;
    lxw_format* open;
    lxw_format* number;
    lxw_format* sum;

private:
    static lxw_format* add(lxw_workbook* book)
    {
        lxw_format* const format = workbook_add_format(book);
        format_set_font_name(format, "宋体");
        format_set_font_size(format, 11);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    }
};

class FormPainter
{
public:
    FormPainter(lxw_worksheet* sheet, const FormSheet& content, const FormLooks& looks) : m_sheet(sheet), m_content(content), m_looks(looks) {}

    void paint(const QByteArray& password)
    {
        for (int i = 0; i < m_content.widths.size(); ++i)
            worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), m_content.widths.at(i), nullptr);
        for (int row = 0; row < m_content.rows.size(); ++row) {
            if (const double height = m_content.heights.value(row); height > 0)
                worksheet_set_row(m_sheet, lxw_row_t(row), height, nullptr);
            int column = 0;
            for (const FormCell& cell : m_content.rows.at(row)) {
                put(cell, row, column);
                column += cell.across;
            }
        }
        worksheet_freeze_panes(m_sheet, lxw_row_t(m_content.headRows), 2);
        if (m_content.headRows > 0)
            worksheet_repeat_rows(m_sheet, 0, lxw_row_t(m_content.headRows - 1));
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, paperA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C&P / &N");
        worksheet_protect(m_sheet, password.constData(), nullptr);
    }

private:
    lxw_format* lookOf(FormCell::Kind kind) const
    {
        switch (kind) {
        case FormCell::Kind::Words:
            return m_looks.words;
        case FormCell::Kind::Head:
            return m_looks.head;
        case FormCell::Kind::Number:
        case FormCell::Kind::Choice:
            return m_looks.number;
        case FormCell::Kind::Free:
            return m_looks.open;
        case FormCell::Kind::Sum:
            break;
        }
        return m_looks.sum;
    }

    void put(const FormCell& cell, int row, int column)
    {
        lxw_format* const look = lookOf(cell.kind);
        const QByteArray words = cell.words.toUtf8();
        const auto y = lxw_row_t(row);
        const auto x = lxw_col_t(column);
        bool isNumber = false;
        const double number = cell.words.toDouble(&isNumber);
        if (cell.kind == FormCell::Kind::Sum)
            worksheet_write_formula(m_sheet, y, x, u"=SUM(%1:%2)"_s.arg(cellAddress(cell.from, row), cellAddress(cell.to, row)).toUtf8().constData(), look);
        else if (cell.across > 1)
            worksheet_merge_range(m_sheet, y, x, y, lxw_col_t(column + cell.across - 1), words.constData(), look);
        else if (cell.kind == FormCell::Kind::Number && isNumber)
            worksheet_write_number(m_sheet, y, x, number, look);
        else if (words.isEmpty())
            worksheet_write_blank(m_sheet, y, x, look);
        else
            worksheet_write_string(m_sheet, y, x, words.constData(), look);
        if (cell.kind == FormCell::Kind::Number)
            checkNumber(cell, row, column);
        if (cell.kind == FormCell::Kind::Choice)
            checkChoice(cell, row, column);
    }

    void checkNumber(const FormCell& cell, int row, int column)
    {
        const QString at = cellAddress(column, row);
        QByteArray rule = u"=AND(ISNUMBER(%1),%1>=0,%1*100<=%2,MOD(ROUND(%1*100,6),%3)=0)"_s.arg(at).arg(cell.most).arg(cell.step).toUtf8();
        QByteArray problem = u"请填 0 到 %1 的数，以 %2 为一档。"_s.arg(cell.most / 100.0).arg(cell.step / 100.0).toUtf8();
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        QByteArray title = "分数";
        validation.value_formula = rule.data();
        validation.error_title = title.data();
        validation.error_message = problem.data();
        worksheet_data_validation_cell(m_sheet, lxw_row_t(row), lxw_col_t(column), &validation);
    }

    void checkChoice(const FormCell& cell, int row, int column)
    {
        std::vector<QByteArray> choices;
        for (const QString& each : cell.choices)
            choices.push_back(each.toUtf8());
        std::vector<char*> list;
        for (QByteArray& each : choices)
            list.push_back(each.data());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        QByteArray title = "选项";
        QByteArray problem = "请从下拉列表中选择。";
        validation.error_title = title.data();
        validation.error_message = problem.data();
        worksheet_data_validation_cell(m_sheet, lxw_row_t(row), lxw_col_t(column), &validation);
    }

    lxw_worksheet* m_sheet;
    const FormSheet& m_content;
    const FormLooks& m_looks;
};

} // namespace

QString cellAddress(int column, int row)
{
    QString letters;
    for (int left = column; left >= 0; left = left / 26 - 1)
        letters.prepend(QChar(char16_t(u'A' + left % 26)));
    return letters + QString::number(row + 1);
}

void writeFormFile(const QString& path, const QList<FormSheet>& sheets, const QString& password)
{
    const QTemporaryDir scratch;
    const QString made = scratch.filePath(u"form.xlsx"_s);
    lxw_workbook* const book = workbook_new(made.toUtf8().constData());
    const FormLooks looks(book);
    for (const FormSheet& each : sheets)
        if (lxw_worksheet* const sheet = workbook_add_worksheet(book, each.name.first(std::min<qsizetype>(each.name.size(), 31)).toUtf8().constData()))
            FormPainter(sheet, each, looks).paint(password.toUtf8());
    const lxw_error error = workbook_close(book); // frees it
    if (error != LXW_NO_ERROR)
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法生成表格“%1”。请检查磁盘是否已满。"_s, u"The sheet “%1” cannot be made. Check that the disk is not full."_s}.arg(path), path,
                    QString::fromUtf8(lxw_strerror(error)));
    writeWholeFile(path, readWholeFile(made, largest));
}

} // namespace jz
