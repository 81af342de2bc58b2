// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/table_desk.h"
#include "ui/form/cell_delegate.h"
#include "ui/form/table_clipboard.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(table_paste)

BOOST_FIXTURE_TEST_CASE(a_block_from_excel_is_pasted_by_its_headings_as_one_step, TableDesk)
{
    enter();
    pasteHtml(u"excel.html"_s, u"序号\t姓  名\t单位\t职务/职称/职衔\t是否专职\r\n"_s);
    BOOST_REQUIRE(rows().size() == 3);
    BOOST_TEST(cell(0, u"name"_s) == u"陈志远"_s);
    BOOST_TEST(cell(0, u"title"_s) == u"院长 教授 & 博导"_s);
    BOOST_TEST(rows().at(0)[u"full_time"].toBool());
    BOOST_TEST(cell(1, u"title"_s) == u"研究员"_s);
    BOOST_TEST(rows().at(1)[u"full_time"].isUndefined());
    BOOST_TEST(cell(2, u"name"_s) == u"𬭎𠮷"_s);
    BOOST_TEST((rows().at(2)[u"full_time"] == QJsonValue(false)));
    BOOST_TEST(message().contains(u"“单位”"_s));
    BOOST_TEST(message().contains(u"第 2 行“是否专职”的“兼职”"_s));
    session.undo();
    BOOST_TEST(rows().isEmpty());
    BOOST_TEST(!session.editor().canUndo());
}

BOOST_FIXTURE_TEST_CASE(a_table_from_word_has_merged_cells_in_each_of_their_rows, TableDesk)
{
    enter(abroad);
    pasteHtml(u"word.html"_s);
    BOOST_REQUIRE(rows(abroad).size() == 2);
    BOOST_TEST(cell(0, u"name"_s, abroad) == u"John Smith"_s);
    BOOST_TEST(cell(0, u"title"_s, abroad) == u"教授 皇家工程院院士"_s);
    BOOST_TEST(cell(0, u"nationality"_s, abroad) == u"英国"_s);
    BOOST_TEST(cell(1, u"name"_s, abroad) == u"Mary Brown"_s);
    BOOST_TEST(cell(1, u"nationality"_s, abroad) == u"英国"_s);
    BOOST_TEST(cell(1, u"title"_s, abroad) == u"首席 科学家"_s);
    BOOST_TEST(message().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_table_from_libreoffice_writer_is_taken_from_its_html, TableDesk)
{
    // As LibreOffice 7.4 put it on the clipboard; its plain text has a line for each cell.
    enter(abroad);
    pasteHtml(u"libreoffice-writer.html"_s, QString::fromUtf8(readFile(dataFile(u"clipboard/libreoffice-writer.txt"_s))));
    BOOST_REQUIRE(rows(abroad).size() == 2);
    BOOST_TEST(cell(0, u"name"_s, abroad) == u"John Smith"_s);
    BOOST_TEST(cell(0, u"title"_s, abroad) == u"教授 皇家工程院院士"_s);
    BOOST_TEST(cell(1, u"title"_s, abroad) == u"首席科学家"_s);
    BOOST_TEST(cell(1, u"nationality"_s, abroad) == u"英国"_s);
    BOOST_TEST(message().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_block_from_wps_without_headings_goes_side_by_side_from_the_cell_one_is_in, TableDesk)
{
    addRows(1);
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_Home);
    pasteHtml(u"wps.html"_s);
    BOOST_REQUIRE(rows().size() == 3);
    BOOST_TEST(cell(1, u"title"_s) == u"主任，研究员 （二级）"_s);
    BOOST_TEST(rows().at(1)[u"full_time"].toBool());
    BOOST_TEST((rows().at(2)[u"full_time"] == QJsonValue(false)));
}

BOOST_FIXTURE_TEST_CASE(text_parted_by_tabs_may_have_quoted_cells_with_line_ends, TableDesk)
{
    enter();
    paste(window, u"张三\t\"主任\n\"\"二级\"\"\"\t是\r\n李四\t\"引\"用\t×\r\n"_s);
    BOOST_REQUIRE(rows().size() == 2);
    BOOST_TEST(cell(0, u"title"_s) == u"主任 \"二级\""_s);
    BOOST_TEST(cell(1, u"title"_s) == u"\"引\"用"_s);
    BOOST_TEST((rows().at(1)[u"full_time"] == QJsonValue(false)));
}

BOOST_FIXTURE_TEST_CASE(lines_become_rows_of_the_column_one_is_in, TableDesk)
{
    addRows(1);
    table().setCurrentIndex(table().model()->index(0, 1));
    paste(window, u"院士\n教授\n研究员\n"_s);
    BOOST_REQUIRE(rows().size() == 3);
    BOOST_TEST(cell(0, u"title"_s) == u"院士"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"专家1"_s);
    BOOST_TEST(cell(2, u"title"_s) == u"研究员"_s);
}

BOOST_FIXTURE_TEST_CASE(columns_that_find_no_place_are_named, TableDesk)
{
    enter();
    paste(window, u"1\t张三\t教授\t是\t13800000000\n2\t李四\t研究员\t否\t13900000000"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"张三"_s);
    BOOST_TEST(cell(1, u"title"_s) == u"研究员"_s);
    BOOST_TEST(message().contains(u"“13800000000”"_s));
    BOOST_TEST(message().contains(u"剪贴板"_s));
}

BOOST_FIXTURE_TEST_CASE(a_block_pasted_while_a_cell_is_written_in_goes_into_the_table, TableDesk)
{
    enter();
    type(u"x"_s);
    paste(window, u"张三\t教授\n李四\t研究员"_s);
    BOOST_TEST(rows().size() == 2);
    BOOST_TEST(cell(0, u"name"_s) == u"张三"_s);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_F2);
    paste(window, u"（组\n长）"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"张三（组 长）"_s);
}

BOOST_FIXTURE_TEST_CASE(what_is_copied_comes_back_the_same, TableDesk)
{
    addRows(3);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData& data = *QApplication::clipboard()->mimeData();
    BOOST_TEST(data.text() == u"专家1\t教授\t是\n专家2\t教授\t是\n专家3\t教授\t是\n"_s);
    BOOST_REQUIRE(ui::tableOn(data).has_value());
    BOOST_TEST(ui::tableOn(data)->last().join(u'|') == u"专家3|教授|是"_s);
    press(Qt::Key_X, Qt::ControlModifier);
    BOOST_TEST(cell(1, u"name"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(lines_that_html_is_broken_into_put_no_blanks_between_characters, TableDesk)
{
    // Office programs break their HTML at some eighty characters, within Chinese words too.
    QMimeData data;
    data.setHtml(u"<table><tr><td>示例先进光\n  电技术研究院</td><td>Senior\n  engineer</td><td>一<br>二</td></tr></table>"_s);
    BOOST_REQUIRE(ui::tableOn(data).has_value());
    BOOST_TEST(ui::tableOn(data)->first().join(u'|') == u"示例先进光电技术研究院|Senior engineer|一\n二"_s);
}

BOOST_AUTO_TEST_SUITE_END()
