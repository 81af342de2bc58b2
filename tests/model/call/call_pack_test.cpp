// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const CallPack& pack()
{
    return *findBuiltInCallPack(u"kczg-2022"_s);
}

/// Fields in the order in which the form prints them.
QStringList printedFields()
{
    QStringList ids;
    for (const Section& section : pack().sections) {
        for (const PrintRow& row : section.print) {
            if (row.kind != PrintRow::Kind::Opinion && row.kind != PrintRow::Kind::Opinions)
                ids += row.fields;
            for (const QStringList& line : row.lines)
                ids += line;
        }
    }
    return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(call_packs)

BOOST_AUTO_TEST_CASE(the_built_in_pack_has_no_problem)
{
    BOOST_TEST(builtInCallPackIds() == QStringList{u"kczg-2022"_s});
    const CallPackProblems problems = checkCallPack(u":/calls/kczg-2022"_s);
    for (const CallPackProblem& problem : problems)
        BOOST_ERROR(QString(problem.file + problem.pointer + u": "_s + problem.message.en).toStdString());
}

BOOST_AUTO_TEST_CASE(an_unknown_built_in_pack_is_named)
{
    BOOST_TEST(!findBuiltInCallPack(u"kczg-1999"_s));
    BOOST_CHECK_EXCEPTION(builtInCallPack(u"kczg-1999"_s), Error, [](const Error& error) {
        return error.code() == ErrorCode::NotFound && error.message().zh.contains(u"kczg-1999"_s)
               && error.message().zh.contains(u"kczg-2022"_s);
    });
}

BOOST_AUTO_TEST_CASE(the_deadlines_stand_in_the_zone_of_the_call)
{
    const QList<CallFacts::Deadline>& deadlines = pack().facts.deadlines;
    BOOST_REQUIRE(deadlines.size() == 2);
    BOOST_TEST(deadlines.at(0).id == u"online"_s);
    BOOST_TEST(deadlines.at(0).at.toUTC().toString(Qt::ISODate) == u"2022-05-27T10:00:00Z"_s);
    BOOST_TEST(!deadlines.at(0).arrival);
    BOOST_TEST(deadlines.at(1).id == u"paper"_s);
    BOOST_TEST(deadlines.at(1).at.toString(Qt::ISODate) == u"2022-06-10T18:00:00+08:00"_s);
    BOOST_TEST(deadlines.at(1).arrival);
}

BOOST_AUTO_TEST_CASE(the_facts_of_the_call_are_those_of_the_notice)
{
    const CallFacts& facts = pack().facts;
    BOOST_TEST(facts.quota(u"provincial"_s).value_or(0) == 3);
    BOOST_TEST(facts.quota(u"national"_s).value_or(0) == 2);
    BOOST_TEST(!facts.quota(u"municipal"_s).has_value());
    BOOST_TEST((facts.signature == SignatureKind::Either));
    BOOST_TEST(facts.raw.value("notice"_L1).toObject().value("workingDays"_L1).toInt() == 5);
    BOOST_TEST(facts.raw.value("address"_L1).toObject().value("postcode"_L1).toString() == u"100054"_s);
    const SizeLimits sizes = pack().sizeLimits();
    BOOST_TEST(sizes.fileWarning == 20'000'000);
    BOOST_TEST(sizes.dossierWarning == 50'000'000);
    BOOST_TEST(sizes.dossierError == 200'000'000);
}

BOOST_AUTO_TEST_CASE(the_form_prints_its_fields_in_the_order_of_the_template)
{
    const QStringList expected =
        u"org_name uscc region address contact_name contact_mobile contact_email contact_phone contact_position "
        "org_intro recommender category base_name base_site focus focus_other hardware staff domestic_experts "
        "overseas_experts work_base work_links companies cases org_links support partners stages"_s.split(u' ');
    QStringList printed = printedFields();
    BOOST_TEST(printed == QStringList(expected));
}

BOOST_AUTO_TEST_CASE(limits_stand_where_the_template_sets_them)
{
    QStringList limited;
    for (const Section& section : pack().sections) {
        for (const Field& field : section.fields) {
            if (field.limit > 0)
                limited.append(u"%1 %2"_s.arg(field.id).arg(field.limit));
            for (const Column& column : field.columns)
                if (column.limit > 0)
                    limited.append(u"%1.%2 %3"_s.arg(field.id, column.id).arg(column.limit));
        }
    }
    BOOST_TEST(limited == QStringList({u"org_intro 300"_s, u"cases 300"_s, u"stages.goal 300"_s}));
}

BOOST_AUTO_TEST_CASE(fields_options_and_columns_are_found_by_id)
{
    BOOST_TEST(pack().optionLabel(u"category"_s, u"intl"_s) == u"国际创新合作"_s);
    BOOST_TEST(pack().optionLabel(u"category"_s, u"none"_s) == QString());
    BOOST_TEST(pack().optionLabel(u"nothing"_s, u"intl"_s) == QString());
    BOOST_REQUIRE(pack().field(u"domestic_experts"_s));
    BOOST_TEST(pack().field(u"domestic_experts"_s)->column(u"full_time"_s)->trueLabel == u"是"_s);
    BOOST_TEST(!pack().field(u"domestic_experts"_s)->column(u"age"_s));
    BOOST_TEST(pack().sectionOf(u"stages"_s)->number == u"五"_s);
    BOOST_TEST(!pack().field(u"applicant_seal"_s)->hasValue());
}

BOOST_AUTO_TEST_CASE(contact_details_are_withheld_from_experts_and_never_published)
{
    for (const Section& section : pack().sections) {
        for (const Field& field : section.fields) {
            if (field.id.startsWith(u"contact_"_s) || field.id == u"uscc_scan")
                BOOST_TEST(field.withheld, field.id.toStdString());
            BOOST_TEST(!(field.withheld && field.publishable), field.id.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(another_procedure_is_another_folder)
{
    const CallPack library = readCallPack(test::dataFile(u"calls/library-2026"_s));
    BOOST_TEST(library.id == u"library-2026"_s);
    BOOST_TEST(library.sections.size() == 3);
    BOOST_TEST((library.facts.signature == SignatureKind::Ink));
    BOOST_TEST(library.facts.quota(u"provincial"_s).value_or(0) == 7);
    BOOST_TEST(library.formHash != pack().formHash);
    BOOST_TEST(library.rubric.value("official"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(the_rubric_says_that_it_is_not_official)
{
    BOOST_TEST(pack().rubric.value("official"_L1).isBool());
    BOOST_TEST(!pack().rubric.value("official"_L1).toBool());
    BOOST_TEST(pack().rubric.value("categories"_L1).toObject().keys() == QStringList({u"inc"_s, u"intl"_s, u"iur"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
