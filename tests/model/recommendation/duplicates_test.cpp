// SPDX-License-Identifier: Apache-2.0
// What is the same twice, and what could be.
#include "model/recommendation/duplicates.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

ComparedBase candidate(const QString& unit, const QString& code, const QString& base)
{
    return {unit + u'/' + base, unit, code, base, u"code"_s, u"base"_s};
}

/// "rule severity" of what the first of two is told.
QStringList told(const ComparedBase& one, const ComparedBase& other)
{
    QStringList rules;
    const QList<Findings> found = duplicateFindings({one, other});
    for (const Finding& finding : found.first()) {
        BOOST_TEST(finding.message.zh.contains(other.label));
        rules << finding.rule + (finding.severity == Severity::Error ? u" error"_s : finding.severity == Severity::Warning ? u" warning"_s : u" hint"_s);
    }
    BOOST_TEST(found.first().size() == found.last().size());
    return rules;
}

} // namespace

BOOST_AUTO_TEST_SUITE(duplicates)

BOOST_AUTO_TEST_CASE(the_same_code_and_name_is_an_error_and_another_name_a_hint)
{
    const QString code = u"12420000000000000U"_s;
    BOOST_TEST(told(candidate(u"甲院"_s, code, u"光电子器件"_s), candidate(u"甲院"_s, code, u"光电子　器件"_s)) == QStringList{u"batch.duplicate error"_s});
    BOOST_TEST(told(candidate(u"甲院"_s, code, u"光电子器件"_s), candidate(u"甲院"_s, code, u"智能农机"_s)) == QStringList{u"batch.same-unit hint"_s});
    BOOST_TEST(told(candidate(u"甲院"_s, code, u"光电子器件"_s), candidate(u"乙院"_s, u"91420100MA0000000X"_s, u"光电子器件"_s)).isEmpty());
    BOOST_TEST(told(candidate(u"甲院"_s, QString(), u"光电子器件"_s), candidate(u"乙院"_s, QString(), u"智能农机"_s)).isEmpty());
}

BOOST_AUTO_TEST_CASE(names_that_could_be_the_same_are_warned_about)
{
    const QString code = u"12420000000000000U"_s;
    BOOST_TEST(told(candidate(u"甲院"_s, code, u"光电子器件"_s), candidate(u"甲院"_s, code, u"光电子器件（武汉）"_s)) == QStringList{u"batch.near warning"_s});
    BOOST_TEST(told(candidate(u"示例大学"_s, code, u"光电子器件"_s), candidate(u"示例大学"_s, u"别的"_s, u"光电子-器件"_s)) == QStringList{u"batch.near warning"_s});
    for (const auto& [one, other] : {std::pair{u"ＡＢ光电"_s, u"ab光电"_s}, {u"光电·器件"_s, u"光电器件"_s}, {u"武汉大学"_s, u"武大"_s}, {u"光电子器件"_s, u"光电予器件"_s}})
        BOOST_TEST(areNear(one, other), one.toStdString());
    for (const auto& [one, other] : {std::pair{u"光电子器件"_s, u"智能农机"_s}, {u"武汉大学"_s, u"湖北大学"_s}, {u"甲"_s, u"甲乙"_s}, {QString(), u"甲"_s}})
        BOOST_TEST(!areNear(one, other), one.toStdString());
}

BOOST_AUTO_TEST_CASE(one_other_character_is_seen_wherever_it_stands)
{
    const QString unit = u"示例大学"_s;
    for (const QString& name : {u"广电子器件"_s, u"光电予器件"_s, u"光电子器材"_s, u"大光电子器件"_s, u"光电子器件群"_s, u"电子器件"_s, u"光电子器"_s})
        BOOST_TEST(told(candidate(unit, u"一"_s, u"光电子器件"_s), candidate(unit, u"二"_s, name)) == QStringList{u"batch.near warning"_s}, name.toStdString());
    BOOST_TEST(told(candidate(unit, u"一"_s, u"——"_s), candidate(unit, u"一"_s, u"——"_s)) == QStringList{u"batch.duplicate error"_s});
}

BOOST_AUTO_TEST_CASE(each_is_told_about_every_other_in_the_order_given)
{
    const QString code = u"12420000000000000U"_s;
    const QList<Findings> found =
        duplicateFindings({candidate(u"甲院"_s, code, u"智能农机"_s), candidate(u"甲院"_s, code, u"光电子器件"_s), candidate(u"乙院"_s, u"别的"_s, u"生物医药"_s),
                           candidate(u"甲院"_s, code, u"光电子器材"_s), candidate(u"甲院"_s, code, u"光电子器件"_s)});
    QStringList rules;
    for (const Finding& finding : found.at(1))
        rules << finding.rule;
    BOOST_TEST(rules == (QStringList{u"batch.same-unit"_s, u"batch.near"_s, u"batch.duplicate"_s}));
    BOOST_TEST(found.at(2).isEmpty());
}

BOOST_AUTO_TEST_CASE(code_and_name_are_read_where_the_form_has_them)
{
    const ComparedBase read = comparedBaseOf(sampleDossier(), samplePack(), u"一.pdf"_s);
    BOOST_TEST(read.code == sampleDossier().text(u"uscc"_s));
    BOOST_TEST(read.base == sampleDossier().text(u"base_name"_s));
    BOOST_TEST(!read.unit.isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
