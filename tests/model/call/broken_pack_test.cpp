// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "tests/model/call/pack_copy.h"

#include <QJsonValue>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Defect
{
    const char* name;
    QString file;
    QString pointer;
    QJsonValue value;
    QString place; ///< where it is to be reported
};

std::ostream& operator<<(std::ostream& out, const Defect& defect)
{
    return out << defect.name;
}

const QJsonValue undefined(QJsonValue::Undefined);

const std::vector<Defect> defects{
    {"a section without a title", u"form.json"_s, u"/sections/0/title"_s, undefined, u"form.json /sections/0"_s},
    {"an unknown field type", u"form.json"_s, u"/sections/0/fields/0/type"_s, u"memo"_s,
     u"form.json /sections/0/fields/0/type"_s},
    {"an unknown key", u"form.json"_s, u"/sections/0/fields/0/colour"_s, u"red"_s, u"form.json /sections/0/fields/0"_s},
    {"a limit below one", u"form.json"_s, u"/sections/1/fields/2/limit"_s, 0, u"form.json /sections/1/fields/2/limit"_s},
    {"a field id twice", u"form.json"_s, u"/sections/1/fields/1/id"_s, u"card"_s, u"form.json /sections/1/fields/1/id"_s},
    {"a section id twice", u"form.json"_s, u"/sections/1/id"_s, u"reader"_s, u"form.json /sections/1/id"_s},
    {"an option id twice", u"form.json"_s, u"/sections/1/fields/0/options/1/id"_s, u"novel"_s,
     u"form.json /sections/1/fields/0/options/1/id"_s},
    {"a choice without options", u"form.json"_s, u"/sections/1/fields/0/options"_s, undefined,
     u"form.json /sections/1/fields/0"_s},
    {"a table without columns", u"form.json"_s, u"/sections/1/fields/3/columns"_s, undefined,
     u"form.json /sections/1/fields/3"_s},
    {"a column called id", u"form.json"_s, u"/sections/1/fields/3/columns/1/id"_s, u"id"_s,
     u"form.json /sections/1/fields/3/columns/1/id"_s},
    {"phases without months", u"form.json"_s, u"/sections/1/fields/3/type"_s, u"phases"_s,
     u"form.json /sections/1/fields/3/columns"_s},
    {"a print row of no field", u"form.json"_s, u"/sections/1/print/1/fields/0"_s, u"whyy"_s,
     u"form.json /sections/1/print/1/fields/0"_s},
    {"a group line of no field", u"form.json"_s, u"/sections/0/print/0/lines/1/1"_s, u"crad"_s,
     u"form.json /sections/0/print/0/lines/1/1"_s},
    {"a field that nothing prints", u"form.json"_s, u"/sections/0/print/0/lines/1"_s, QJsonArray{u"place"_s},
     u"form.json /sections/0/fields/3"_s},
    {"a field printed twice", u"form.json"_s, u"/sections/0/print/0/lines/1"_s,
     QJsonArray{u"place"_s, u"card"_s, u"card"_s}, u"form.json /sections/0/fields/3"_s},
    {"a table row of a text", u"form.json"_s, u"/sections/1/print/2/fields/0"_s, u"why"_s,
     u"form.json /sections/1/print/2/fields/0"_s},
    {"a placeholder the text lacks", u"form.json"_s, u"/sections/2/fixedText"_s, u"以上属实。"_s,
     u"form.json /sections/2/print/0/unitPlaceholder"_s},
    {"a period that ends before it begins", u"form.json"_s, u"/period/to"_s, u"2026-01"_s, u"form.json /period"_s},
    {"a rule id twice", u"rules.json"_s, u"/rules/1/id"_s, u"all.required"_s, u"rules.json /rules/1/id"_s},
    {"a rule of an unknown kind", u"rules.json"_s, u"/rules/0/kind"_s, u"guess"_s, u"rules.json /rules/0/kind"_s},
    {"a rule without its English", u"rules.json"_s, u"/rules/0/message/en"_s, undefined, u"rules.json /rules/0/message"_s},
    {"a rule on an unknown field", u"rules.json"_s, u"/rules/1/fields/0"_s, u"nobody"_s, u"rules.json /rules/1/fields/0"_s},
    {"a condition on an unknown field", u"rules.json"_s, u"/rules/1/parameters/field"_s, u"gener"_s,
     u"rules.json /rules/1/parameters/field"_s},
    {"a condition on an unknown option", u"rules.json"_s, u"/rules/1/parameters/contains"_s, u"poems"_s,
     u"rules.json /rules/1/parameters/contains"_s},
    {"a parameter missing", u"rules.json"_s, u"/rules/3/parameters/pattern"_s, undefined,
     u"rules.json /rules/3/parameters"_s},
    {"a pattern that does not compile", u"rules.json"_s, u"/rules/3/parameters/pattern"_s, u"(["_s,
     u"rules.json /rules/3/parameters/pattern"_s},
    {"an unknown column", u"rules.json"_s, u"/rules/5/parameters/column"_s, u"author"_s, u"rules.json /rules/5/parameters"_s},
    {"criteria that are no hundred", u"rubric.json"_s, u"/categories/all/criteria/0/max"_s, 90,
     u"rubric.json /categories/all/criteria"_s},
    {"a criterion on an unknown field", u"rubric.json"_s, u"/categories/all/criteria/0/fields/1"_s, u"lits"_s,
     u"rubric.json /categories/all/criteria/0/fields/1"_s},
    {"a day that does not exist", u"facts.json"_s, u"/deadlines/closing/at"_s, u"2026-02-30T17:30"_s,
     u"facts.json /deadlines/closing/at"_s},
    {"a zone that does not exist", u"facts.json"_s, u"/zone"_s, u"Asia/Atlantis"_s, u"facts.json /deadlines/opening/at"_s},
    {"a quota below zero", u"facts.json"_s, u"/quotas/provincial/most"_s, -1, u"facts.json /quotas/provincial/most"_s},
    {"sizes upside down", u"facts.json"_s, u"/sizes/dossierError"_s, 1500, u"facts.json /sizes"_s},
};

} // namespace

BOOST_AUTO_TEST_SUITE(broken_packs)

BOOST_AUTO_TEST_CASE(the_copy_is_sound_before_it_is_broken)
{
    BOOST_TEST(PackCopy().places() == QStringList());
}

BOOST_DATA_TEST_CASE(each_defect_is_reported_where_it_stands, boost::unit_test::data::make(defects), defect)
{
    const PackCopy pack;
    pack.set(defect.file, defect.pointer, defect.value);
    const QStringList places = pack.places();
    BOOST_TEST(places.contains(defect.place), "reported at " << places.join(u" | "_s).toStdString());
    for (const CallPackProblem& problem : pack.problems())
        BOOST_TEST((!problem.message.zh.isEmpty() && !problem.message.en.isEmpty()));
    BOOST_CHECK_THROW(readCallPack(pack.path()), Error);
}

BOOST_AUTO_TEST_CASE(one_defect_gives_one_problem)
{
    const PackCopy pack;
    pack.set(u"form.json"_s, u"/sections/1/fields/2/limit"_s, 0);
    BOOST_TEST(pack.places() == QStringList{u"form.json /sections/1/fields/2/limit"_s});
}

BOOST_AUTO_TEST_CASE(all_problems_of_all_files_are_told_at_once)
{
    const PackCopy pack;
    pack.set(u"form.json"_s, u"/sections/0/fields/1/type"_s, u"memo"_s);
    pack.set(u"rules.json"_s, u"/rules/0/kind"_s, u"guess"_s);
    pack.set(u"facts.json"_s, u"/deadlines/closing/at"_s, u"2026-02-30T17:30"_s);
    pack.write(u"rubric.json"_s, "{ broken");
    try {
        readCallPack(pack.path());
        BOOST_ERROR("a broken pack was read");
    } catch (const Error& error) {
        BOOST_TEST(int(error.code()) == int(ErrorCode::Malformed));
        for (const QString& place : {u"form.json /sections/0/fields/1/type"_s, u"rules.json /rules/0/kind"_s,
                                     u"facts.json /deadlines/closing/at"_s, u"rubric.json"_s}) {
            BOOST_TEST(error.message().zh.contains(place), place.toStdString());
            BOOST_TEST(error.message().en.contains(place), place.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_missing_file_and_a_missing_folder_are_problems_not_crashes)
{
    const PackCopy pack;
    pack.remove(u"rules.json"_s);
    BOOST_TEST(pack.places() == QStringList{u"rules.json "_s});
    BOOST_TEST(checkCallPack(u"/nowhere/at all"_s).size() == 4);
    BOOST_CHECK_THROW(readCallPack(u"/nowhere/at all"_s), Error);
}

BOOST_AUTO_TEST_CASE(invalid_utf8_in_a_pack_is_named_by_file)
{
    const PackCopy pack;
    pack.write(u"form.json"_s, "{\"id\": \"\xC3\x28\"}");
    BOOST_TEST(pack.places().first() == u"form.json "_s);
}

BOOST_AUTO_TEST_SUITE_END()
