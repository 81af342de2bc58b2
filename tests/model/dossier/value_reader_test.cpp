// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/value_reader.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

ReadValues read(const QJsonObject& raw)
{
    return readValues(raw, samplePack());
}

QString storedAs(const QString& field, const QString& text)
{
    const ReadValues result = read({{field, text}});
    BOOST_TEST(summary(result.findings) == QStringList());
    return result.values.value(field).toString();
}

QString middle(const QString& text)
{
    return composedMiddle(text, *samplePack().field(u"base_name"_s), samplePack());
}

} // namespace

BOOST_AUTO_TEST_SUITE(value_reader)

BOOST_AUTO_TEST_CASE(values_are_stored_in_one_form)
{
    BOOST_TEST(storedAs(u"org_name"_s, u"\u3000示例 研究院 "_s) == u"示例 研究院"_s);
    BOOST_TEST(storedAs(u"uscc"_s, u"１２42 0000 0000 0000 0u"_s) == u"12420000000000000U"_s);
    BOOST_TEST(storedAs(u"contact_mobile"_s, u"+86 138-0013-8000"_s) == u"13800138000"_s);
    BOOST_TEST(storedAs(u"contact_email"_s, u"ａ@b.cn "_s) == u"a@b.cn"_s);
    BOOST_TEST(storedAs(u"org_intro"_s, u"一\r\n二\r三 "_s) == u"一\n二\n三 "_s);
}

BOOST_AUTO_TEST_CASE(a_pasted_full_name_is_cut_to_its_middle)
{
    BOOST_TEST(middle(u"光电子器件"_s) == u"光电子器件"_s);
    BOOST_TEST(middle(u" “科创中国”光电子器件产学研协作创新基地 "_s) == u"光电子器件"_s);
    BOOST_TEST(middle(u"“科创中国”光电子器件"_s) == u"光电子器件"_s);
    BOOST_TEST(middle(u"光电子器件国际创新合作创新基地"_s) == u"光电子器件"_s);
    BOOST_TEST(middle(u"光电子创新基地"_s) == u"光电子创新基地"_s);
}

BOOST_AUTO_TEST_CASE(the_name_is_composed_of_prefix_middle_and_category)
{
    const Field& field = *samplePack().field(u"base_name"_s);
    BOOST_TEST(composedName(field, {{u"base_name"_s, u"光电"_s}, {u"category"_s, u"inc"_s}}, samplePack())
               == u"“科创中国”光电创新创业孵化创新基地"_s);
    BOOST_TEST(composedName(field, {{u"base_name"_s, u"光电"_s}}, samplePack()) == u"“科创中国”光电创新基地"_s);
}

BOOST_AUTO_TEST_CASE(empty_values_are_absent_values)
{
    const ReadValues result = read({{u"org_name"_s, u"  "_s},
                                    {u"focus"_s, QJsonArray()},
                                    {u"has_partners"_s, QJsonValue()},
                                    {u"domestic_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u" "_s}}, QJsonObject()}}});
    BOOST_TEST(result.values == QJsonObject());
    BOOST_TEST(summary(result.findings) == QStringList());
}

BOOST_AUTO_TEST_CASE(ticks_are_stored_in_the_order_of_the_form)
{
    const ReadValues result = read({{u"focus"_s, QJsonArray{u"other"_s, u"chain"_s, u"challenge"_s, u"chain"_s}}});
    BOOST_TEST(result.values.value("focus"_L1).toArray() == QJsonArray({u"challenge"_s, u"chain"_s, u"other"_s}));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_named_and_the_rest_is_read)
{
    const QJsonObject row{{u"name"_s, 5}, {u"full_time"_s, u"是"_s}, {u"title"_s, u"教授"_s}, {u"age"_s, 40}};
    const ReadValues result = read({
        {u"org_nmae"_s, u"x"_s},
        {u"org_name"_s, 7},
        {u"contact_mobile"_s, 13800138000.0},
        {u"has_partners"_s, u"yes"_s},
        {u"category"_s, u"best"_s},
        {u"focus"_s, QJsonArray{u"chain"_s, u"dance"_s, 3}},
        {u"domestic_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}}, row, u"乙"_s}},
        {u"stages"_s, u"三年"_s},
        {u"work_links"_s, u"https://a.cn"_s},
        {u"address"_s, u"示例路"_s},
    });
    QStringList found = summary(result.findings);
    found.sort();
    BOOST_TEST(found
               == QStringList({u"file.unknown-column error domestic_experts 1 age"_s,
                               u"file.unknown-field error org_nmae - -"_s, u"file.unknown-option error category - -"_s,
                               u"file.unknown-option error focus 1 -"_s, u"file.wrong-type error contact_mobile - -"_s,
                               u"file.wrong-type error domestic_experts 1 full_time"_s,
                               u"file.wrong-type error domestic_experts 1 name"_s,
                               u"file.wrong-type error domestic_experts 2 -"_s, u"file.wrong-type error focus 2 -"_s,
                               u"file.wrong-type error has_partners - -"_s, u"file.wrong-type error org_name - -"_s,
                               u"file.wrong-type error stages - -"_s, u"file.wrong-type error work_links - -"_s}));
    BOOST_TEST(result.values.keys() == QStringList({u"address"_s, u"domestic_experts"_s, u"focus"_s}));
    BOOST_TEST(result.values.value("focus"_L1).toArray() == QJsonArray{u"chain"_s});
    const QJsonArray experts = result.values.value("domestic_experts"_L1).toArray();
    BOOST_REQUIRE(experts.size() == 2);
    BOOST_TEST(experts.at(1).toObject() == QJsonObject({{u"id"_s, u"r2"_s}, {u"title"_s, u"教授"_s}}));
}

BOOST_AUTO_TEST_CASE(a_wrong_type_says_field_row_column_and_what_to_write)
{
    const ReadValues result =
        read({{u"domestic_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}, {u"full_time"_s, u"是"_s}}}}});
    BOOST_REQUIRE(result.findings.size() == 1);
    const LocalizedText& message = result.findings.first().message;
    for (const QString& word : {u"国内专家"_s, u"第 1 行"_s, u"是否专职"_s, u"true"_s})
        BOOST_TEST(message.zh.contains(word), message.zh.toStdString());
    BOOST_TEST(message.en.contains(u"row 1"_s), message.en.toStdString());
}

BOOST_AUTO_TEST_CASE(an_unknown_option_names_those_there_are)
{
    const ReadValues result = read({{u"category"_s, u"best"_s}});
    BOOST_REQUIRE(result.findings.size() == 1);
    BOOST_TEST(result.findings.first().message.zh.contains(u"iur, inc, intl"_s));
}

BOOST_AUTO_TEST_CASE(what_is_no_part_of_a_dossier_is_left_out_with_a_warning)
{
    const ReadValues result = read({{u"online"_s, QJsonObject{{u"state"_s, u"已报"_s}}}, {u"applicant_seal"_s, u"x"_s}});
    BOOST_TEST(result.values == QJsonObject());
    BOOST_TEST(summary(result.findings)
               == QStringList({u"file.field-without-value warning applicant_seal - -"_s,
                               u"file.field-without-value warning online - -"_s}));
}

BOOST_AUTO_TEST_CASE(reading_what_was_read_changes_nothing)
{
    for (const Dossier& dossier : {sampleDossier(), limitsDossier()}) {
        const ReadValues again = read(dossier.values);
        BOOST_TEST(again.values == dossier.values);
        BOOST_TEST(summary(again.findings) == QStringList());
    }
}

BOOST_AUTO_TEST_CASE(months_are_brought_into_their_one_spelling)
{
    const ReadValues result = read({{u"stages"_s, QJsonArray{QJsonObject{{u"from"_s, u"2030年6月"_s}, {u"to"_s, u"明年"_s}}}}});
    const QJsonValue phase = result.values.value("stages"_L1)[0];
    BOOST_TEST(phase["from"_L1].toString() == u"2030-06"_s);
    BOOST_TEST(phase["to"_L1].toString() == u"明年"_s);
}

BOOST_AUTO_TEST_CASE(words_for_yes_and_no_are_understood)
{
    const Column column{u"full_time"_s, u"是否专职"_s, ColumnType::Boolean, 0, u"在职"_s, u"外聘"_s, 1};
    for (const QString& word : {u"是"_s, u"√"_s, u" ☑ "_s, u"1"_s, u"Ｙ"_s, u"TRUE"_s, u"在职"_s, u"专职"_s})
        BOOST_TEST((booleanFromWord(word, column) == std::optional(true)), word.toStdString());
    for (const QString& word : {u"否"_s, u"×"_s, u"0"_s, u"N"_s, u"外聘"_s, u"非专职"_s, u"不"_s})
        BOOST_TEST((booleanFromWord(word, column) == std::optional(false)), word.toStdString());
    for (const QString& word : {u""_s, u"兼职"_s, u"半"_s, u"2"_s})
        BOOST_TEST(!booleanFromWord(word, column).has_value(), word.toStdString());
}

BOOST_AUTO_TEST_CASE(the_name_of_a_phase_may_be_written_out)
{
    const ReadValues result =
        read({{u"stages"_s, QJsonArray{QJsonObject{{u"stage"_s, u"第一阶段"_s}, {u"goal"_s, u"x"_s}}}}});
    BOOST_TEST(summary(result.findings) == QStringList());
    BOOST_TEST(!result.values.value("stages"_L1).toArray().first().toObject().contains("stage"_L1));
}

BOOST_AUTO_TEST_SUITE_END()
