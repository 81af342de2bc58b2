// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/reference/pinyin.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Reading
{
    QString name;
    QString initials;
};

std::ostream& operator<<(std::ostream& out, const Reading& reading)
{
    return out << reading.name.toStdString();
}

const QList<Reading> readings{
    {u"湖北省武汉市"_s, u"hbswhs"_s}, {u"重庆市"_s, u"cqs"_s},     {u"长沙市"_s, u"css"_s},        {u"长子县"_s, u"zzx"_s},
    {u"子长市"_s, u"zcs"_s},          {u"厦门市"_s, u"xms"_s},     {u"大厦"_s, u"ds"_s},           {u"乐山市"_s, u"lss"_s},
    {u"乐清市"_s, u"yqs"_s},          {u"六安市"_s, u"las"_s},     {u"蚌埠市"_s, u"bbs"_s},        {u"亳州市"_s, u"bzs"_s},
    {u"台州市"_s, u"tzs"_s},          {u"丽水市"_s, u"lss"_s},     {u"番禺区"_s, u"pyq"_s},        {u"吐鲁番市"_s, u"tlfs"_s},
    {u"单县"_s, u"sx"_s},             {u"铅山县"_s, u"ysx"_s},     {u"洪洞县"_s, u"htx"_s},        {u"洞头区"_s, u"dtq"_s},
    {u"曾都区"_s, u"zdq"_s},          {u"黄陂区"_s, u"hpq"_s},     {u"荥阳市"_s, u"xys"_s},        {u"荥经县"_s, u"yjx"_s},
    {u"东阿县"_s, u"dex"_s},          {u"阿坝县"_s, u"abx"_s},     {u"西藏自治区"_s, u"xzzzq"_s},  {u"佛山市"_s, u"fss"_s},
    {u"召陵区"_s, u"slq"_s},          {u"南召县"_s, u"nzx"_s},     {u"泌阳县"_s, u"byx"_s},        {u"莎车县"_s, u"scx"_s},
    {u"蔚县"_s, u"yx"_s},             {u"尉氏县"_s, u"wsx"_s},     {u"浚县"_s, u"xx"_s},           {u"朝阳区"_s, u"cyq"_s},
    {u"中国会计学会"_s, u"zgkjxh"_s}, {u"中国畜牧兽医学会"_s, u"zgxmsyxh"_s}};

} // namespace

BOOST_AUTO_TEST_SUITE(pinyin)

BOOST_DATA_TEST_CASE(initials_are_those_that_people_type, boost::unit_test::data::make(readings), reading)
{
    BOOST_TEST(builtInPinyin().initials(reading.name) == reading.initials);
}

BOOST_AUTO_TEST_CASE(what_has_no_reading_is_left_as_it_is)
{
    BOOST_TEST(builtInPinyin().initials(u"A座3号，𬭎"_s) == u"Az3h，𬭎"_s);
}

BOOST_AUTO_TEST_CASE(u_with_two_dots_is_typed_as_v)
{
    BOOST_TEST(builtInPinyin().syllables(u"吕"_s).first() == QStringList{u"lv"_s});
}

BOOST_AUTO_TEST_CASE(a_word_without_a_syllable_for_each_character_is_refused)
{
    BOOST_CHECK_EXCEPTION(Pinyin::fromCsv("syllable,characters\nda,大\n", "word,reading,source\n大厦,da,x\n"), Error,
                          [](const Error& error) { return error.message().zh.contains(u"大厦"_s); });
}

BOOST_AUTO_TEST_SUITE_END()
