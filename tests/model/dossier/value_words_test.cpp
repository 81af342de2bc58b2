// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_words.h"
#include "model/reference/reference_data.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const CallPack& pack()
{
    return *findBuiltInCallPack(u"kczg-2022"_s);
}

LocalizedText words(const QJsonValue& value, const Address& place)
{
    return valueWords(value, place, pack(), builtInReferenceData().divisions);
}

Address field(const QString& id)
{
    return {Address::Part::Value, id, {}, {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(value_words)

BOOST_AUTO_TEST_CASE(options_and_divisions_are_told_by_their_names)
{
    BOOST_TEST(words(u"iur"_s, field(u"category"_s)).zh == pack().optionLabel(u"category"_s, u"iur"_s));
    BOOST_TEST(words(u"420111"_s, field(u"region"_s)).zh == u"湖北省武汉市洪山区"_s);
    BOOST_TEST(words(QJsonArray{u"challenge"_s}, field(u"focus"_s)).zh == pack().optionLabel(u"focus"_s, u"challenge"_s));
    BOOST_TEST(words(true, field(u"has_partners"_s)).zh == u"是"_s);
    BOOST_TEST(words(true, field(u"has_partners"_s)).en == u"yes"_s);
}

BOOST_AUTO_TEST_CASE(a_row_is_told_by_its_columns_and_a_moved_one_by_its_place)
{
    const Address row{Address::Part::Value, u"domestic_experts"_s, u"r1"_s, {}};
    const QString said = words(QJsonObject{{u"at"_s, 0}, {u"cells"_s, QJsonObject{{u"name"_s, u"张三"_s}}}}, row).zh;
    BOOST_TEST(said.contains(u"：张三"_s));
    BOOST_TEST(words(QJsonObject{{u"at"_s, 2}}, row).zh == u"第 3 位"_s);
    BOOST_TEST(words(QJsonValue(), row).isEmpty());
}

BOOST_AUTO_TEST_CASE(a_file_is_told_by_kind_size_and_caption)
{
    const Field& evidence = *pack().field(u"work_evidence"_s);
    const Address file{Address::Part::Attachment, evidence.id, u"照片.jpg"_s, {}};
    const QJsonObject cells{{u"kind"_s, evidence.kinds.first().id}, {u"size"_s, 1'234'567}, {u"caption"_s, u"路演现场"_s}};
    BOOST_TEST(words(QJsonObject{{u"at"_s, 0}, {u"cells"_s, cells}}, file).zh == QString(evidence.kinds.first().label + u"；1.2 MB；路演现场"_s));
}

BOOST_AUTO_TEST_CASE(every_value_of_the_samples_has_words)
{
    for (const Dossier& dossier : {sampleDossier(), limitsDossier()})
        for (const Change& change : changesBetween(Dossier(), dossier))
            BOOST_TEST(!words(change.now, change.address).isEmpty());
}

BOOST_AUTO_TEST_CASE(sizes_are_counted_decimally)
{
    BOOST_TEST(sizeWords(820) == u"820 B"_s);
    BOOST_TEST(sizeWords(12'300) == u"12 KB"_s);
    BOOST_TEST(sizeWords(3'440'000) == u"3.4 MB"_s);
    BOOST_TEST(sizeWords(50'000'000) == u"50 MB"_s);
}

BOOST_AUTO_TEST_SUITE_END()
