// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/exchange/bundle.h"
#include "model/exchange/sheet_reader.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A workbook of the parts that a test sets.
struct Workbook
{
    ScratchFolder folder;
    QString path = folder.file(u"意向单位.xlsx"_s);
    QByteArray sheets = "<sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\"/>";
    QByteArray settings;
    QByteArray shared = "<si><t>单位名称</t></si><si><r><t>示例先进</t></r><r><t>光电</t></r><rPh sb=\"0\" eb=\"1\"><t>shili</t></rPh></si>";
    QByteArray styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0&quot;day&quot;\"/></numFmts>"
                        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/></cellXfs>";
    QByteArray prologue;

    void write(const QByteArray& rows)
    {
        QList<BundleFile> files;
        const auto add = [&](const QString& name, const QByteArray& bytes) {
            const QString part = folder.file(QString::number(files.size()));
            writeFile(part, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + bytes);
            files.append({name, part});
        };
        const QByteArray relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        add(u"xl/workbook.xml"_s, QByteArray("<workbook ") + main + ">" + settings + "<sheets>" + sheets + "</sheets></workbook>");
        add(u"xl/_rels/workbook.xml.rels"_s, "<Relationships><Relationship Id=\"rId1\" Type=\"" + relation + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                             "<Relationship Id=\"rId2\" Type=\"" + relation + "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>");
        add(u"xl/sharedStrings.xml"_s, QByteArray("<sst ") + main + ">" + shared + "</sst>");
        add(u"xl/styles.xml"_s, QByteArray("<styleSheet ") + main + ">" + styles + "</styleSheet>");
        add(u"xl/worksheets/sheet1.xml"_s, prologue + "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        writeBundle(path, files, BundleKind::Zip);
    }
    TextBlock rows(const QByteArray& cells)
    {
        write(cells);
        return readSheetFile(path).first().rows;
    }
    ErrorCode refusal(const SheetLimits& limits = {}) const
    {
        try {
            readSheetFile(path, limits);
        } catch (const Error& error) {
            BOOST_TEST(error.message().zh.contains(u"意向单位.xlsx"_s));
            BOOST_TEST(error.message().en.contains(u"意向单位.xlsx"_s));
            return error.code();
        }
        BOOST_ERROR("it was read");
        return ErrorCode::Usage;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sheet_reader, Workbook)

BOOST_AUTO_TEST_CASE(texts_are_read_where_they_stand)
{
    const TextBlock read = rows("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t> 电话 </t></is></c></row>"
                                "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"str\"><f>A1</f><v>算出</v></c></row><row r=\"9\"><c r=\"A9\"/></row>");
    BOOST_REQUIRE(read.size() == 3);
    BOOST_TEST(read.at(0).isEmpty());
    BOOST_TEST(read.at(1) == (QStringList{u"单位名称"_s, QString(), u"电话"_s}));
    BOOST_TEST(read.at(2) == (QStringList{u"示例先进光电"_s, u"算出"_s}));
}

BOOST_AUTO_TEST_CASE(numbers_read_as_people_write_them)
{
    const TextBlock read = rows("<row r=\"1\"><c r=\"A1\"><v>1.3800138E10</v></c><c r=\"B1\"><v>0.30000000000000004</v></c><c r=\"C1\" t=\"b\"><v>1</v></c>"
                                "<c r=\"D1\" s=\"3\"><v>12</v></c></row>");
    BOOST_TEST(read.first() == (QStringList{u"13800138000"_s, u"0.3"_s, u"TRUE"_s, u"12"_s}));
}

BOOST_AUTO_TEST_CASE(dates_read_as_dates)
{
    const TextBlock read = rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44701</v></c><c r=\"B1\" s=\"2\"><v>44701</v></c><c r=\"C1\" s=\"4\"><v>44701.75</v></c>"
                                "<c r=\"D1\" s=\"1\"><v>1</v></c></row>");
    BOOST_TEST(read.first() == (QStringList{u"2022-05-20"_s, u"2022-05-20"_s, u"2022-05-20 18:00"_s, u"1900-01-01"_s}));
}

BOOST_AUTO_TEST_CASE(dates_that_count_from_1904_read_as_dates)
{
    settings = "<workbookPr date1904=\"1\"/>";
    BOOST_TEST(rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43239</v></c></row>").first() == QStringList{u"2022-05-20"_s});
}

BOOST_AUTO_TEST_CASE(hidden_sheets_are_left_out)
{
    sheets = "<sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"新\" sheetId=\"2\" r:id=\"rId2\"/>";
    write("<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><t>乙</t></is></c></row>");
    const QList<Sheet> read = readSheetFile(path);
    BOOST_REQUIRE(read.size() == 1);
    BOOST_TEST(read.first().name == u"新"_s);
    BOOST_TEST(read.first().rows.first() == (QStringList{u"甲"_s, u"乙"_s})); // cells that do not say where they stand
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_named)
{
    writeFile(path, QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
    BOOST_TEST((refusal() == ErrorCode::Unsupported));
    writeFile(path, "单位,电话");
    BOOST_TEST((refusal() == ErrorCode::Malformed));
    sheets.clear();
    write({});
    BOOST_TEST((refusal() == ErrorCode::Malformed));
    sheets = "<sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\"/>";
    write("<row><c>");
    BOOST_TEST((refusal() == ErrorCode::Malformed));
}

BOOST_AUTO_TEST_CASE(entities_that_blow_up_are_refused)
{
    prologue = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    write("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
    BOOST_TEST((refusal() == ErrorCode::Malformed));
}

BOOST_AUTO_TEST_CASE(a_cell_far_out_takes_no_memory)
{
    write("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>");
    BOOST_TEST((refusal() == ErrorCode::TooLarge));
    write("<row r=\"1\"><c r=\"XFDXFDXFDXFD1\"><v>1</v></c></row>");
    BOOST_TEST((refusal() == ErrorCode::TooLarge));
    write("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>");
    SheetLimits small;
    small.characters = 3;
    BOOST_TEST((refusal(small) == ErrorCode::TooLarge));
    small = {};
    small.bytes = 100;
    BOOST_TEST((refusal(small) == ErrorCode::TooLarge));
}

BOOST_AUTO_TEST_SUITE_END()
