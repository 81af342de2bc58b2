// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/reference/csv.h"
#include "model/reference/reference_data.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const WorkingDays& days()
{
    return builtInReferenceData().workingDays;
}

QDate date(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate);
}

} // namespace

BOOST_AUTO_TEST_SUITE(working_days)

BOOST_AUTO_TEST_CASE(all_notice_periods_end_where_they_should)
{
    const QString name = u"reference/workdays-tests.csv"_s;
    const QList<CsvRow> rows = readCsv(test::readFile(test::dataFile(name)), {u"published"_s}, name);
    BOOST_TEST(rows.size() == 12);
    for (const CsvRow& row : rows) {
        const QDate published = date(row[u"published"_s]);
        BOOST_TEST(days().lastDay(published, 5, false).toString(Qt::ISODate) == row[u"end_5_excl_first_day"_s]);
        BOOST_TEST(days().lastDay(published, 5, true).toString(Qt::ISODate) == row[u"end_5_incl_first_day"_s]);
        BOOST_TEST(days().isWorkingDay(published) == (row[u"published_is"_s] == u"work"_s));
    }
}

BOOST_AUTO_TEST_CASE(shifted_days_are_worked_and_holidays_are_not)
{
    BOOST_TEST(days().isWorkingDay(date(u"2022-04-24"_s)));
    BOOST_TEST(!days().isWorkingDay(date(u"2022-06-03"_s)));
    BOOST_TEST(days().nameOf(date(u"2022-06-03"_s)).contains(u"端午"_s));
    BOOST_TEST(!days().isWorkingDay(date(u"2022-05-28"_s)));
    BOOST_TEST(days().nameOf(date(u"2022-05-27"_s)) == QString());
}

BOOST_AUTO_TEST_CASE(a_year_without_data_is_refused_and_named)
{
    BOOST_TEST(days().years() == QList<int>({2020, 2021, 2022, 2023, 2024, 2025, 2026}), boost::test_tools::per_element());
    const auto names2027 = [](const Error& error) {
        return error.code() == ErrorCode::Unsupported && error.message().zh.contains(u"2027"_s);
    };
    BOOST_CHECK_EXCEPTION(days().isWorkingDay(date(u"2027-03-01"_s)), Error, names2027);
    BOOST_CHECK_EXCEPTION(days().lastDay(date(u"2026-12-30"_s), 5, false), Error, names2027);
    BOOST_CHECK_THROW(days().isWorkingDay(date(u"2019-12-31"_s)), Error);
}

BOOST_AUTO_TEST_CASE(another_year_can_be_imported)
{
    const WorkingDays more = WorkingDays::fromCsv("date,type,name\n2027-01-01,holiday,元旦\n", u"2027.csv"_s);
    const WorkingDays all = days().withYearsOf(more);
    BOOST_TEST(all.lastDay(date(u"2026-12-30"_s), 2, false).toString(Qt::ISODate) == u"2027-01-04"_s);
    BOOST_TEST(!days().hasYear(2027));
}

BOOST_AUTO_TEST_CASE(an_imported_year_replaces_the_one_that_was_there_whole)
{
    const WorkingDays corrected = WorkingDays::fromCsv("date,type,name\n2022-01-03,holiday,元旦\n", u"x.csv"_s);
    const WorkingDays all = days().withYearsOf(corrected);
    BOOST_TEST(all.isWorkingDay(date(u"2022-06-03"_s)));
    BOOST_TEST(!all.isWorkingDay(date(u"2023-01-02"_s)));
}

BOOST_AUTO_TEST_CASE(a_broken_table_is_refused_with_its_line)
{
    for (const QByteArray& row : {QByteArray("2027-02-30,holiday,x"), QByteArray("2027-01-01,free,x"), QByteArray("x")})
        BOOST_CHECK_THROW(WorkingDays::fromCsv(QByteArray("date,type,name\n" + row + "\n"), u"x.csv"_s), Error);
}

BOOST_AUTO_TEST_SUITE_END()
