// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/reference/reference_data.h"
#include "tests/support/boost_test.h"

#include <algorithm>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const RecommendingBodies& bodies()
{
    return builtInReferenceData().bodies;
}

qsizetype countOf(const QString& kind)
{
    return std::count_if(bodies().all().begin(), bodies().all().end(),
                         [&](const RecommendingBody& body) { return body.kind == kind; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(recommending_bodies)

BOOST_AUTO_TEST_CASE(there_are_32_provincial_and_210_national_ones)
{
    BOOST_TEST(countOf(u"provincial"_s) == 32);
    BOOST_TEST(countOf(u"national"_s) == 210);
}

BOOST_AUTO_TEST_CASE(every_body_is_found_by_its_own_name)
{
    for (const RecommendingBody& body : bodies().all()) {
        BOOST_REQUIRE(bodies().find(body.name));
        BOOST_TEST(bodies().find(body.name)->name == body.name);
        BOOST_TEST(bodies().find(body.shortName) != nullptr);
    }
}

BOOST_AUTO_TEST_CASE(short_names_blanks_and_width_do_not_matter)
{
    BOOST_REQUIRE(bodies().find(u"湖北省 科协"_s));
    BOOST_TEST(bodies().find(u"湖北省 科协"_s)->name == u"湖北省科学技术协会"_s);
    BOOST_TEST(bodies().find(u"中国\u3000数学会"_s)->kind == u"national"_s);
    BOOST_TEST(!bodies().find(u"火星科学技术协会"_s));
    BOOST_TEST(!bodies().find(QString()));
}

BOOST_AUTO_TEST_CASE(a_user_adds_and_hides_with_a_warning_each)
{
    QList<LocalizedText> warnings;
    const RecommendingBodies changed = bodies().withUserFile(
        R"({"add": [{"kind": "national", "name": "中国示例学会", "short": "示例学会"}],
            "hide": ["中国数学会", "没有的学会"]})", u"own.json"_s, warnings);
    BOOST_REQUIRE(changed.find(u"示例学会"_s));
    BOOST_TEST(changed.find(u"示例学会"_s)->own);
    BOOST_TEST(changed.all().last().name == u"中国示例学会"_s);
    BOOST_TEST(!changed.find(u"中国数学会"_s));
    BOOST_TEST(bodies().find(u"中国数学会"_s) != nullptr);
    BOOST_REQUIRE(warnings.size() == 2);
    BOOST_TEST(warnings.at(0).zh.contains(u"没有的学会"_s));
    BOOST_TEST(warnings.at(1).en.contains(u"中国示例学会"_s));
}

BOOST_AUTO_TEST_CASE(an_own_entry_of_a_known_name_replaces_it)
{
    QList<LocalizedText> warnings;
    const RecommendingBodies changed = bodies().withUserFile(
        R"({"add": [{"kind": "national", "name": "中国 数学会", "note": "已更名"}]})", u"own.json"_s, warnings);
    BOOST_TEST(changed.all().size() == bodies().all().size());
    BOOST_TEST(changed.find(u"中国数学会"_s)->note == u"已更名"_s);
}

BOOST_AUTO_TEST_CASE(a_wrong_user_file_is_refused_whole)
{
    QList<LocalizedText> warnings;
    for (const QByteArray& json :
         {QByteArray("{"), QByteArray(R"({"add": [{"kind": "local", "name": "x"}]})"),
          QByteArray(R"({"add": [{"kind": "national"}]})"),
          QByteArray(R"({"add": [{"kind": "national", "name": "x"}, {"kind": "national", "name": " x"}]})")})
        BOOST_CHECK_THROW(bodies().withUserFile(json, u"own.json"_s, warnings), Error);
}

BOOST_AUTO_TEST_CASE(a_table_with_a_name_twice_or_an_unknown_kind_is_refused)
{
    const QByteArray head = "kind,name,short,code,group,quota,division,note\n";
    BOOST_CHECK_THROW(RecommendingBodies::fromCsv(QByteArray(head + "local,甲,,,,,,\n"), u"x"_s), Error);
    BOOST_CHECK_THROW(RecommendingBodies::fromCsv(QByteArray(head + "national,甲,,,,,,\nnational,甲,,,,,,\n"), u"x"_s), Error);
}

BOOST_AUTO_TEST_SUITE_END()
