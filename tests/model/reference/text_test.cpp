// SPDX-License-Identifier: Apache-2.0
#include "model/reference/csv.h"
#include "model/reference/text_forms.h"
#include "model/reference/word_count.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

void counts(const QString& text, int words, int characters)
{
    const TextCount count = countText(text);
    BOOST_TEST(count.words == words, text.toStdString() << ": " << count.words);
    BOOST_TEST(count.characters == characters, text.toStdString() << ": " << count.characters);
}

} // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(all_word_count_vectors_hold)
{
    const QString name = u"reference/wordcount-vectors.csv"_s;
    const QList<CsvRow> rows = readCsv(test::readFile(test::dataFile(name)), {u"text_json"_s, u"words"_s}, name);
    BOOST_TEST(rows.size() == 10);
    for (const CsvRow& row : rows) {
        const QJsonDocument text = QJsonDocument::fromJson(QByteArray("[" + row[u"text_json"_s].toUtf8() + "]"));
        BOOST_REQUIRE(text.isArray());
        counts(text.array().at(0).toString(), row[u"words"_s].toInt(), row[u"chars_no_space"_s].toInt());
    }
}

BOOST_AUTO_TEST_CASE(rare_characters_count_one_however_they_are_stored)
{
    counts(u"𬭎㛃𠮷"_s, 3, 3);
    counts(u"葛\U000E0100城"_s, 2, 2);       // variation selector
    counts(u"科\u200B创\uFEFF"_s, 2, 2);     // zero width
    counts(u"e\u0301tude"_s, 1, 5);          // combining accent
}

BOOST_AUTO_TEST_CASE(blanks_of_all_kinds_end_a_run)
{
    counts(u"a\u3000b\u00A0c\td\ne"_s, 5, 5);
    counts(u"  "_s, 0, 0);
}

BOOST_AUTO_TEST_CASE(signs_of_chinese_typesetting_count_one_each)
{
    counts(u"·①□☑℃"_s, 5, 5);
    counts(u"ＡＢ１２"_s, 4, 4);
    counts(u"……——"_s, 4, 4);
    counts(u"‘科’"_s, 3, 3);
    counts(u"かなカナ"_s, 4, 4);
}

BOOST_AUTO_TEST_CASE(half_a_surrogate_pair_neither_crashes_nor_swallows_its_neighbour)
{
    counts(QString(QChar(0xD842)) + u"科"_s, 2, 2);
    counts(u"科"_s + QChar(0xD842), 2, 2);
}

BOOST_AUTO_TEST_CASE(three_hundred_and_one_is_one_more_than_three_hundred)
{
    BOOST_TEST(countText(QString(300, u'科')).words == 300);
    BOOST_TEST(countText(QString(QString(300, u'科') + u"。"_s)).words == 301);
}

BOOST_AUTO_TEST_CASE(names_compare_without_blanks_dots_width_and_case)
{
    BOOST_TEST(comparisonKey(u"林 远"_s) == comparisonKey(u"林\u3000远"_s));
    BOOST_TEST(comparisonKey(u"阿依古丽·买买提"_s) == comparisonKey(u"阿依古丽•买买提"_s));
    BOOST_TEST(comparisonKey(u"阿依古丽·买买提"_s) == comparisonKey(u"阿依古丽．买买提"_s));
    BOOST_TEST(comparisonKey(u"Anna LINDQVIST"_s) == comparisonKey(u"ＡＮＮＡ lindqvist"_s));
    BOOST_TEST(comparisonKey(u"马𬭎"_s) != comparisonKey(u"马铁"_s));
    BOOST_TEST(comparisonKey(u" · "_s) == QString());
}

BOOST_AUTO_TEST_CASE(a_month_is_understood_however_it_is_written)
{
    for (const QString& typed : {u"2030-06"_s, u"2030-6"_s, u"2030.6"_s, u"2030/06"_s, u"2030年6月"_s, u" 2030 年 06 月 "_s, u"203006"_s,
                                 u"２０３０－０６"_s, u"2030/6/1"_s, u"2030年6月1日"_s, u"2030年6"_s})
        BOOST_TEST(normalisedMonth(typed) == u"2030-06"_s, typed.toStdString());
    BOOST_TEST(normalisedMonth(u"2030-11"_s) == u"2030-11"_s);
    for (const QString& typed : {u"2030-13"_s, u"2030-0"_s, u"2030"_s, u"30-6"_s, u"2030-06-15"_s, u"六月"_s, u"2030-101"_s, u"20301"_s, u""_s})
        BOOST_TEST(normalisedMonth(typed) == typed);
}

BOOST_AUTO_TEST_CASE(control_characters_and_overrides_are_found_where_they_are)
{
    BOOST_TEST(firstForbiddenCharacter(u"一行\n二行\t三"_s) == -1);
    BOOST_TEST(firstForbiddenCharacter(u"𬭎\u0007"_s) == 2);
    BOOST_TEST(firstForbiddenCharacter(u"ab\u202Ec"_s) == 2);
    BOOST_TEST(firstForbiddenCharacter(QString(u"a"_s + QChar(0xDC00))) == 1);
    BOOST_TEST(firstForbiddenCharacter(u"\uFFFD"_s) == 0);
    BOOST_TEST(firstForbiddenCharacter(QString(QChar(u'\0'))) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
