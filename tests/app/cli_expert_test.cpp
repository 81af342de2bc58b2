// SPDX-License-Identifier: Apache-2.0
// The office keeps its register of experts, through the program alone.
#include "tests/app/cli_desk.h"

#include "model/exchange/sheet_reader.h"
#include "model/exchange/sheet_writer.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct ExpertDesk : CliDesk
{
    QString file(const QString& name) const { return folder().file(name); }
    CliResult in(const QStringList& arguments) const { return run(QStringList{u"office experts "_s + arguments.first()} + arguments.mid(1) + QStringList{u"--json"_s, u"--date"_s, u"2030-01-01"_s}); }
    CliResult take(const QString& path, const QStringList& more = {}) const
    {
        return in(QStringList{u"import"_s, path, u"--purpose"_s, u"本次评审"_s, u"--delete-on"_s, u"2030-12-31"_s} + more);
    }
    QJsonArray experts() const { return in({u"list"_s}).json()[u"experts"_s].toArray(); }
    QString table(const QStringList& headers, const jz::TextBlock& rows) const
    {
        jz::SheetContent content;
        content.name = u"专家"_s;
        content.title = u"评审专家"_s;
        content.headers = headers;
        content.rows = rows;
        jz::writeSheetFile(file(u"专家.xlsx"_s), {content});
        return file(u"专家.xlsx"_s);
    }
    QString textFile(const QByteArray& bytes) const
    {
        QFile out(file(u"专家.csv"_s));
        BOOST_REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        return out.fileName();
    }
    static QStringList outcomes(const QJsonObject& report)
    {
        QStringList lines;
        for (const QJsonValue& row : report[u"rows"_s].toArray())
            lines << QString::number(row[u"row"_s].toInt()) + u' ' + row[u"outcome"_s].toString() + u' ' + row[u"name"_s].toString();
        return lines;
    }
    /// Whether the bytes of a text stand anywhere in the workspace.
    bool isStored(const QString& text) const
    {
        const QDir folder(workspace());
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile each(folder.filePath(name));
            BOOST_REQUIRE(each.open(QIODevice::ReadOnly));
            if (each.readAll().contains(text.toUtf8()))
                return true;
        }
        return false;
    }
};

const QString csvText = u"工作单位,姓名,职称,邮箱,份数上限\r\n甲大学,张三,教授,zhang@jia.edu.cn,20\r\n\"乙研究院\",李 四,\"研究员,博导\",,\r\n"_s;

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_experts, ExpertDesk)

BOOST_AUTO_TEST_CASE(come_in_from_text_in_every_usual_encoding)
{
    QStringEncoder chinese("GB18030");
    QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    const QByteArray gbk = chinese(csvText);
    const QByteArray utf16 = wide(csvText);
    for (const QByteArray& bytes : {csvText.toUtf8(), QByteArray("\xEF\xBB\xBF" + csvText.toUtf8()), gbk, utf16, csvText.toUtf8().replace(",", "\t")}) {
        const CliResult preview = take(textFile(bytes), {u"--dry-run"_s});
        BOOST_REQUIRE_MESSAGE(preview.exitCode == 0, preview.err.toStdString());
        BOOST_TEST(outcomes(preview.json()) == (QStringList{u"2 added 张三"_s, u"3 added 李 四"_s}));
    }
    BOOST_TEST(experts().isEmpty());
    BOOST_TEST(take(textFile(gbk)).exitCode == 0);
    BOOST_REQUIRE(experts().size() == 2);
    BOOST_TEST(experts()[0][u"load"_s].toInt() == 20);
    BOOST_TEST(experts()[1][u"title"_s].toString() == u"研究员,博导"_s);
    BOOST_TEST(experts()[1][u"deleteOn"_s].toString() == u"2030-12-31"_s);
    BOOST_TEST(take(textFile("\xFF\xFF\x80 broken \xFE")).exitCode == 3);
}

BOOST_AUTO_TEST_CASE(come_in_by_their_heads_and_personal_numbers_stay_out)
{
    const QString citizen = u"11010519491231002X"_s;
    const QString card = u"4111111111111111"_s;
    const QString path = table({u"序号"_s, u"姓名（必填）"_s, u"身份证号"_s, u"单位名称"_s, u"工资"_s, u"类别"_s, u"备注"_s, u"统一社会信用代码"_s},
                               {{u"1"_s, u"张三"_s, citizen, u"甲大学"_s, card, u"产学研协作"_s, {}, u"12420000000000000U"_s},
                                {u"2"_s, u"李四"_s, {}, u"乙研究院"_s, {}, u"全部"_s, u"证件"_s + citizen, {}},
                                {u"3"_s, u"王五"_s, {}, u"丙公司"_s, {}, {}, u"可评"_s, {}},
                                {u"4"_s, u"赵六"_s, {}, u"丁公司"_s, {}, {}, u"周末可评"_s, {}}});
    const CliResult taken = take(path);
    BOOST_REQUIRE_MESSAGE(taken.exitCode == 0, taken.err.toStdString());
    const QJsonArray columns = taken.json()[u"columns"_s].toArray();
    QStringList leftOut;
    for (const QJsonValue& each : columns)
        if (each[u"leftOut"_s].isString())
            leftOut << each[u"heading"_s].toString();
    BOOST_TEST(leftOut == (QStringList{u"身份证号"_s, u"工资"_s}));
    BOOST_TEST(outcomes(taken.json()).size() == 4);
    BOOST_TEST(taken.json()[u"rows"_s][1][u"remarks"_s][0].toString().contains(u"备注"_s));
    BOOST_TEST((experts()[0][u"categories"_s].toArray() == QJsonArray{u"iur"_s}));
    BOOST_TEST(experts()[0][u"code"_s].toString() == u"12420000000000000U"_s);
    BOOST_TEST(experts()[1][u"remark"_s].toString().isEmpty());
    BOOST_TEST(experts()[3][u"remark"_s].toString() == u"周末可评"_s);
    for (const QString& number : {citizen, card}) {
        BOOST_TEST(!isStored(number));
        BOOST_TEST(!taken.out.contains(number));
        BOOST_TEST(!taken.err.contains(number));
    }
}

BOOST_AUTO_TEST_CASE(that_are_double_or_malformed_are_named_with_their_row)
{
    const QString path = table({u"姓名"_s, u"工作单位"_s, u"邮箱"_s, u"份数上限"_s, u"评审类别"_s}, {{u"张三"_s, u"甲大学"_s},
                                                                                        {u"张 三"_s, u"甲大学"_s},
                                                                                        {u"李四"_s},
                                                                                        {{}, u"乙大学"_s},
                                                                                        {u"王五"_s, u"丙大学"_s, u"不是邮箱"_s},
                                                                                        {u"赵六"_s, u"丁大学"_s, {}, u"很多"_s},
                                                                                        {u"钱七"_s, u"戊大学"_s, {}, {}, u"没有的类别"_s},
                                                                                        {u"孙八"_s, u"己大学"_s, {}, u"１０份"_s}});
    const CliResult taken = take(path);
    BOOST_TEST(outcomes(taken.json())
               == (QStringList{u"3 added 张三"_s, u"4 left-out 张 三"_s, u"5 left-out 李四"_s, u"6 left-out "_s, u"7 left-out "_s, u"8 left-out "_s, u"9 left-out "_s, u"10 added 孙八"_s}));
    BOOST_TEST(taken.json()[u"rows"_s][1][u"reason"_s].toString().contains(u"第 3 行"_s));
    BOOST_TEST(taken.json()[u"rows"_s][6][u"reason"_s].toString().contains(u"产学研协作"_s));
    BOOST_TEST(experts().size() == 2);
    BOOST_TEST(experts()[1][u"load"_s].toInt() == 10);
    BOOST_TEST(take(table({u"甲"_s, u"乙"_s}, {{u"1"_s, u"2"_s}})).exitCode == 3);
}

BOOST_AUTO_TEST_CASE(that_are_known_get_what_the_table_says)
{
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学"_s, u"--remark"_s, u"电话里说的"_s, u"--purpose"_s, u"本次评审"_s, u"--delete-on"_s, u"2030-12-31"_s}).exitCode == 0);
    const QString path = table({u"姓名"_s, u"工作单位"_s, u"职称"_s, u"备注"_s}, {{u"张三"_s, u"甲 大学"_s, u"教授"_s}, {u"张三"_s, u"乙大学"_s}});
    const QJsonObject taken = take(path).json();
    BOOST_TEST(outcomes(taken) == (QStringList{u"3 changed 张三"_s, u"4 added 张三"_s}));
    BOOST_TEST(taken[u"rows"_s][1][u"remarks"_s][0].toString().contains(u"同名"_s));
    BOOST_TEST(experts()[0][u"title"_s].toString() == u"教授"_s);
    BOOST_TEST(experts()[0][u"remark"_s].toString() == u"电话里说的"_s);
    BOOST_TEST(outcomes(take(path).json()) == (QStringList{u"3 unchanged 张三"_s, u"4 unchanged 张三"_s}));
}

BOOST_AUTO_TEST_CASE(are_not_kept_without_purpose_and_day_of_deletion)
{
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学"_s, u"--delete-on"_s, u"2030-12-31"_s}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学"_s, u"--purpose"_s, u"本次评审"_s}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学"_s, u"--purpose"_s, u"本次评审"_s, u"--delete-on"_s, u"2029-12-31"_s}).exitCode == 2);
    BOOST_TEST(in({u"import"_s, textFile(csvText.toUtf8())}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学"_s, u"--remark"_s, u"11010519491231002X"_s, u"--purpose"_s, u"本次评审"_s, u"--delete-on"_s, u"2030-12-31"_s}).exitCode == 2);
    BOOST_TEST(experts().isEmpty());
}

BOOST_AUTO_TEST_CASE(are_shown_corrected_and_deleted_one_by_one)
{
    take(textFile(csvText.toUtf8()));
    BOOST_TEST(in({u"set"_s, u"张三"_s, u"--unit"_s, u"甲大学光电学院"_s, u"--aliases"_s, u"甲大、甲大光电"_s}).exitCode == 0);
    const QJsonObject shown = in({u"show"_s, u"1"_s}).json();
    BOOST_TEST(shown[u"unit"_s].toString() == u"甲大学光电学院"_s);
    BOOST_TEST(shown[u"aliases"_s].toArray().size() == 2);
    BOOST_TEST(in({u"set"_s, u"1"_s, u"--mail"_s, u"x"_s}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"张三"_s, u"--unit"_s, u"甲大学光电学院"_s, u"--purpose"_s, u"x"_s, u"--delete-on"_s, u"2030-12-31"_s}).exitCode == 2);
    BOOST_TEST(isStored(u"zhang@jia.edu.cn"_s));
    BOOST_TEST(in({u"delete"_s, u"1"_s, u"--dry-run"_s}).exitCode == 0);
    BOOST_TEST(experts().size() == 2);
    BOOST_TEST(in({u"delete"_s, u"1"_s}).exitCode == 0);
    BOOST_TEST(experts().size() == 1);
    BOOST_TEST(!isStored(u"zhang@jia.edu.cn"_s));
    BOOST_TEST(!isStored(u"甲大学光电学院"_s));
    BOOST_TEST(in({u"show"_s, u"1"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(past_their_day_are_named_when_the_register_is_listed)
{
    take(textFile(csvText.toUtf8()));
    const CliResult later = run({u"office experts list"_s, u"--json"_s, u"--date"_s, u"2031-01-01"_s});
    BOOST_TEST(later.json()[u"experts"_s][0][u"overdue"_s].toBool());
    BOOST_TEST(later.err.contains(u"张三"_s));
    BOOST_TEST(!in({u"list"_s}).err.contains(u"张三"_s));
}

BOOST_AUTO_TEST_CASE(fill_in_a_table_that_the_program_reads_again)
{
    BOOST_REQUIRE(run({u"office experts template"_s, file(u"空表.xlsx"_s)}).exitCode == 0);
    const QList<jz::Sheet> sheets = jz::readSheetFile(file(u"空表.xlsx"_s));
    BOOST_REQUIRE(sheets.size() == 1);
    const CliResult empty = take(file(u"空表.xlsx"_s));
    BOOST_TEST(empty.exitCode == 0);
    BOOST_TEST(empty.json()[u"rows"_s].toArray().isEmpty());
    BOOST_TEST(empty.json()[u"columns"_s].toArray().size() == 13);
    for (const QJsonValue& each : empty.json()[u"columns"_s].toArray())
        BOOST_TEST(each[u"field"_s].isString());
}

BOOST_AUTO_TEST_SUITE_END()
