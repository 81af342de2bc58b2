// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/reference/reference_data.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const Divisions& divisions()
{
    return builtInReferenceData().divisions;
}

QString place(const QString& code)
{
    return divisions().names(code).join(u" "_s);
}

QStringList codes(const QList<const Division*>& list)
{
    QStringList all;
    for (const Division* division : list)
        all.append(division->code);
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(administrative_divisions)

BOOST_AUTO_TEST_CASE(there_are_34_provinces)
{
    BOOST_TEST(divisions().provinces().size() == 34);
    BOOST_TEST(divisions().provinces().first()->name == u"北京市"_s);
}

BOOST_AUTO_TEST_CASE(levels_that_exist_in_the_code_only_are_neither_shown_nor_offered)
{
    BOOST_TEST(place(u"110102"_s) == u"北京市 西城区"_s);
    BOOST_TEST(place(u"429004"_s) == u"湖北省 仙桃市"_s);
    BOOST_TEST(place(u"420111"_s) == u"湖北省 武汉市 洪山区"_s);
    BOOST_TEST(codes(divisions().visibleChildren(u"110000"_s)).contains(u"110102"_s));
    BOOST_TEST(!codes(divisions().visibleChildren(u"110000"_s)).contains(u"110100"_s));
    const QStringList hubei = codes(divisions().visibleChildren(u"420000"_s));
    BOOST_TEST((hubei.contains(u"420100"_s) && hubei.contains(u"429004"_s) && !hubei.contains(u"429000"_s)));
    // All that is below a municipality, 县 as well as 区.
    BOOST_TEST(codes(divisions().visibleChildren(u"500000"_s)).size() == 38);
}

BOOST_AUTO_TEST_CASE(a_place_is_complete_where_nothing_is_below_it)
{
    for (const QString& code : {u"420111"_s, u"441900"_s, u"442000"_s, u"460400"_s, u"620200"_s, u"710000"_s,
                                u"810000"_s, u"820000"_s, u"429004"_s, u"110102"_s})
        BOOST_TEST(divisions().isComplete(code), code.toStdString());
    for (const QString& code : {u"420000"_s, u"420100"_s, u"110000"_s, u"110100"_s, u"999999"_s, u""_s})
        BOOST_TEST(!divisions().isComplete(code), code.toStdString());
}

BOOST_AUTO_TEST_CASE(ancestors_include_hidden_levels)
{
    BOOST_TEST(divisions().withAncestors(u"429004"_s) == QStringList({u"429004"_s, u"429000"_s, u"420000"_s}));
    BOOST_TEST(divisions().withAncestors(u"123456"_s) == QStringList());
}

BOOST_AUTO_TEST_CASE(a_removed_code_keeps_its_name_and_knows_who_carries_it_on)
{
    BOOST_TEST(divisions().formerName(u"350427"_s) == u"沙县"_s);
    BOOST_TEST(place(u"350427"_s) == u"福建省 三明市 沙县"_s);
    BOOST_TEST(divisions().successors(u"350427"_s) == QStringList{u"350405"_s});
    BOOST_TEST(divisions().successors(u"350403"_s) == QStringList{u"350404"_s});
    BOOST_TEST(divisions().successors(u"450127"_s) == QStringList{u"450181"_s});
    BOOST_TEST(divisions().successors(u"540422"_s) == QStringList{u"540481"_s});
    // 下城区 was divided among its neighbours.
    BOOST_TEST(divisions().successors(u"330103"_s).size() > 5);
    BOOST_TEST(divisions().successors(u"420111"_s) == QStringList());
    BOOST_TEST(divisions().formerName(u"420111"_s) == QString());
    BOOST_TEST(place(u"000000"_s) == QString());
}

BOOST_AUTO_TEST_CASE(every_removed_code_has_a_successor)
{
    for (const QString& code : {u"330103"_s, u"330104"_s, u"350402"_s, u"350403"_s, u"350427"_s, u"350625"_s,
                                u"350681"_s, u"410306"_s, u"410322"_s, u"410381"_s, u"431121"_s, u"450127"_s,
                                u"513425"_s, u"520522"_s, u"532331"_s, u"610322"_s, u"610928"_s, u"654223"_s,
                                u"540422"_s, u"540530"_s}) {
        BOOST_TEST(!divisions().formerName(code).isEmpty(), code.toStdString());
        BOOST_TEST(!divisions().successors(code).isEmpty(), code.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(an_orphan_or_a_code_twice_makes_the_table_unusable)
{
    const QByteArray head = "code,name,level,parent,virtual\n110000,北京市,1,,0\n";
    const QByteArray changes = "op,code,name\n";
    BOOST_CHECK_THROW(Divisions::fromCsv(QByteArray(head + "120101,和平区,3,120100,0\n"), changes), Error);
    BOOST_CHECK_THROW(Divisions::fromCsv(QByteArray(head + "110000,北京市,1,,0\n"), changes), Error);
    BOOST_CHECK_NO_THROW(Divisions::fromCsv(head, changes));
}

BOOST_AUTO_TEST_CASE(one_name_looked_up_is_the_name_in_the_table)
{
    for (const QString& code : divisions().codes() + divisions().formerCodes()) {
        if (divisionName(code) != divisions().names(code).join(QString()))
            BOOST_ERROR(code.toStdString());
    }
    BOOST_TEST(divisionName(u"429004"_s) == u"湖北省仙桃市"_s);
    for (const QString& unknown : {u"999999"_s, u""_s, u"11"_s, u"北京"_s, u"110101,x"_s})
        BOOST_TEST(divisionName(unknown) == unknown);
}

BOOST_AUTO_TEST_SUITE_END()
