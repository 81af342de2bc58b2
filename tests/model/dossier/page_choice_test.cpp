// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/page_choice.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

QString chosen(const QString& choice, int pageCount)
{
    const ChosenPages result = choosePages(choice, pageCount);
    if (result.problem)
        return result.problem->zh;
    QStringList words;
    for (const int page : result.pages)
        words << QString::number(page);
    return words.join(u' ');
}

} // namespace

BOOST_AUTO_TEST_SUITE(page_choice)

BOOST_AUTO_TEST_CASE(pages_and_ranges_come_in_the_order_written)
{
    BOOST_TEST(chosen(u"1-3,5"_s, 5) == u"0 1 2 4"_s);
    BOOST_TEST(chosen(u"5,1-3"_s, 5) == u"4 0 1 2"_s);
    BOOST_TEST(chosen(u"2-2"_s, 5) == u"1"_s);
}

BOOST_AUTO_TEST_CASE(an_empty_choice_means_all_pages)
{
    BOOST_TEST(chosen({}, 3) == u"0 1 2"_s);
    BOOST_TEST(chosen(u"  "_s, 2) == u"0 1"_s);
}

BOOST_AUTO_TEST_CASE(what_a_chinese_keyboard_writes_is_understood)
{
    for (const QString& typed :
         {u"１－３，５"_s, u" 1 – 3 、 5"_s, u"1—3；5"_s, u"1至3，5"_s, u"1～3,5"_s, u"1——3,5"_s}) {
        BOOST_TEST(chosen(typed, 5) == u"0 1 2 4"_s);
        BOOST_TEST(normalizedPageChoice(typed) == u"1-3,5"_s);
    }
    BOOST_TEST(normalizedPageChoice(u" 第三页 "_s) == u"第三页"_s);
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_told_in_words)
{
    for (const QString& typed :
         {u"abc"_s, u"1-"_s, u"-3"_s, u"1,,2"_s, u"1-2-3"_s, u","_s, u"1.5"_s, u"12345678901"_s})
        BOOST_TEST(chosen(typed, 9).contains(u"无法识别"_s), typed.toStdString());
    BOOST_TEST(chosen(u"9-2"_s, 9) == u"页码“9-2”前大后小，请写成“2-9”"_s);
    BOOST_TEST(chosen(u"0"_s, 9).contains(u"从 1 开始"_s));
    BOOST_TEST(chosen(u"3,1-4"_s, 9).contains(u"第 3 页选了两次"_s));
    BOOST_TEST(chosen(u"2-5"_s, 4) == u"文件只有 4 页，没有第 5 页，请改正所选的页"_s);
}

BOOST_AUTO_TEST_CASE(without_the_file_the_wording_alone_is_judged)
{
    BOOST_TEST(chosen(u"7"_s, -1).isEmpty());
    BOOST_TEST(chosen(u"9-2"_s, -1).contains(u"前大后小"_s));
}

BOOST_AUTO_TEST_SUITE_END()
