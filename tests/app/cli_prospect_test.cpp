// SPDX-License-Identifier: Apache-2.0
// A recommending body keeps its register of units and reminds them, through the program alone.
#include "tests/app/body_desk.h"

#include "model/exchange/sheet_writer.h"

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct RegisterDesk : BodyDesk
{
    QJsonArray prospects() const { return batch({u"prospects"_s, u"list"_s}).json()[u"prospects"_s].toArray(); }
    QJsonObject unit(int index) const { return prospects().at(index).toObject(); }
    CliResult in(const QStringList& arguments) const { return batch(QStringList{u"prospects"_s} + arguments); }
    CliResult takeTable(const QStringList& headers, const jz::TextBlock& rows) const
    {
        jz::SheetContent content;
        content.name = u"意向"_s;
        content.title = u"意向单位名录"_s;
        content.headers = headers;
        content.rows = rows;
        jz::writeSheetFile(file(u"名录.xlsx"_s), {content});
        return in({u"import"_s, file(u"名录.xlsx"_s)});
    }
    QJsonArray remind(const QStringList& more = {}) const { return in(QStringList{u"remind"_s, u"--date"_s, u"2022-05-20"_s} + more).json()[u"reminders"_s].toArray(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_prospects, RegisterDesk)

BOOST_AUTO_TEST_CASE(what_comes_is_tied_to_the_unit_that_it_came_from)
{
    BOOST_TEST(in({u"add"_s, u"示例先进光电技术 研究院"_s, u"--contact"_s, u"张三"_s}).exitCode == 0);
    BOOST_TEST(in({u"add"_s, u"别的单位"_s}).exitCode == 0);
    BOOST_TEST(unit(0)[u"dossier"_s].isNull());
    print(u"稿.pdf"_s, first);
    add({u"稿.pdf"_s});
    BOOST_TEST(unit(0)[u"dossier"_s].toString() == first);
    BOOST_TEST(unit(0)[u"state"_s].toString() == u"received"_s);
    BOOST_TEST(unit(1)[u"dossier"_s].isNull());
    printSigned(u"签.pdf"_s, first);
    add({u"签.pdf"_s});
    BOOST_TEST(unit(0)[u"state"_s].toString() == u"signed"_s);
    BOOST_TEST(in({u"set"_s, u"别的"_s, u"--state"_s, u"given-up"_s}).exitCode == 0);
    BOOST_TEST(unit(1)[u"missing"_s].toArray().isEmpty());
    BOOST_TEST(in({u"remove"_s, u"2"_s}).exitCode == 0);
    BOOST_TEST(prospects().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_registered_late_finds_what_came_before)
{
    print(u"稿.pdf"_s, first);
    add({u"稿.pdf"_s});
    const QString code = batch({u"list"_s}).json()[u"candidates"_s][0][u"code"_s].toString();
    BOOST_REQUIRE(!code.isEmpty());
    BOOST_TEST(in({u"add"_s, u"光电院"_s, u"--code"_s, code.toLower()}).exitCode == 0);
    BOOST_TEST(unit(0)[u"dossier"_s].toString() == first);
}

BOOST_AUTO_TEST_CASE(a_workbook_fills_the_register_and_names_rows_that_it_leaves_out)
{
    in({u"add"_s, u"甲研究院"_s, u"--remark"_s, u"电话里说的"_s});
    const CliResult taken = takeTable({u"序号"_s, u"单位名称"_s, u"统一社会信用代码"_s, u"联系人"_s, u"联系电话"_s, u"状态"_s},
                                      {{u"1"_s, u"甲研究院"_s, {}, u"王一"_s, u"13900000001"_s, u"填写中"_s},
                                       {u"2"_s, u"乙研究院"_s, u"123"_s, u"王二"_s, {}, {}},
                                       {u"3"_s, u"丙研究院"_s, {}, u"王三"_s, u"02787650000"_s, {}},
                                       {u"4"_s, u"丙研究院"_s, {}, u"王四"_s, {}, {}}});
    BOOST_REQUIRE_MESSAGE(taken.exitCode == 0, taken.err.toStdString());
    const QJsonArray findings = taken.json()[u"findings"_s].toArray();
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings[0][u"message"_s].toString().contains(u"信用代码"_s));
    BOOST_REQUIRE(prospects().size() == 2);
    BOOST_TEST(unit(0)[u"state"_s].toString() == u"drafting"_s);
    BOOST_TEST(unit(0)[u"remark"_s].toString() == u"电话里说的"_s);
    BOOST_TEST(unit(1)[u"phone"_s].toString() == u"02787650000"_s);
    BOOST_TEST(unit(1)[u"contact"_s].toString() == u"王四"_s);
    BOOST_TEST(takeTable({u"依托单位名称"_s, u"备注"_s}, {{u"甲研究院"_s, u"来过"_s}}).exitCode == 0);
    BOOST_TEST(unit(0)[u"remark"_s].toString() == u"来过"_s);
    BOOST_TEST(takeTable({u"甲"_s, u"乙"_s}, {{u"1"_s, u"2"_s}}).exitCode == 3);
    BOOST_TEST(prospects().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_reminder_says_what_is_missing_and_by_when_and_is_kept)
{
    in({u"add"_s, u"甲研究院"_s, u"--contact"_s, u"王一"_s});
    in({u"add"_s, u"乙研究院"_s, u"--state"_s, u"given-up"_s});
    const QJsonArray sent = remind();
    BOOST_REQUIRE(sent.size() == 1);
    const QString words = sent[0][u"text"_s].toString();
    BOOST_TEST(words.startsWith(u"王一您好"_s));
    BOOST_TEST(words.contains(u"电子稿"_s));
    BOOST_TEST(words.contains(u"2022年5月27日 18:00"_s));
    BOOST_REQUIRE(unit(0)[u"reminders"_s].toArray().size() == 1);
    BOOST_TEST(unit(0)[u"reminders"_s][0][u"text"_s].toString() == words);
    BOOST_TEST(unit(0)[u"last"_s].isString());
    BOOST_TEST(in({u"set"_s, u"甲研究院"_s, u"--online"_s, u"已报"_s}).exitCode == 0);
    BOOST_TEST(!remind({u"甲"_s})[0][u"text"_s].toString().contains(u"完成后请告知"_s));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_and_nothing_is_kept)
{
    BOOST_TEST(in({u"add"_s, u" "_s}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"甲"_s, u"--code"_s, u"91"_s}).exitCode == 2);
    BOOST_TEST(in({u"add"_s, u"甲"_s, u"--state"_s, u"x"_s}).exitCode == 2);
    BOOST_TEST(prospects().isEmpty());
    in({u"add"_s, u"甲研究院"_s});
    BOOST_TEST(in({u"add"_s, u"甲 研究院"_s}).exitCode == 2);
    BOOST_TEST(in({u"set"_s, u"丁"_s, u"--remark"_s, u"x"_s}).exitCode == 2);
    BOOST_TEST(in({u"remind"_s, u"--means"_s, u"pigeon"_s}).exitCode == 2);
    BOOST_TEST(in({u"import"_s, u"/nowhere/x.xlsx"_s}).exitCode == 3);
}

BOOST_AUTO_TEST_SUITE_END()
