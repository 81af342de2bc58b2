// SPDX-License-Identifier: Apache-2.0
// Which page a scan is, by its code alone.
#include "model/exchange/scan_matching.h"
#include "model/print/page_code.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const QUuid id = QUuid::fromString(u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s);
const QUuid otherId = QUuid::fromString(u"11111111-2222-4333-8444-555555555555"_s);

QString fingerprint(char letter)
{
    return QString(16, QLatin1Char(letter));
}

QString code(const QUuid& dossier, int revision, int page, char letter)
{
    return PageCode{shortId(dossier), revision, page, fingerprint(letter), {}}.text();
}

/// Three pages of the form, A B C, and an attachment page D; revision 2.
PageMap paper()
{
    PageMap map{u"dossier"_s, id, 2, QByteArray(32, 'x'), u"call"_s, false, {}};
    for (int page = 1; page <= 4; ++page) {
        const char letter = char('A' + page - 1);
        map.pages.append({QSizeF(210, 297), fingerprint(letter), code(id, 2, page, letter), QRectF(160, 260, 20, 20), page < 4, {}});
    }
    return map;
}

ScannedSheet sheet(const QStringList& codes, int assigned = 0)
{
    ScannedSheet result{u"scan.jpg"_s, 0, u"scan.jpg"_s, {}, {}, assigned};
    for (const QString& text : codes)
        result.codes.append({text, QPolygonF(QRectF(0, 0, 100, 100))});
    return result;
}

QStringList codesOf(const InkProblems& problems)
{
    QStringList codes;
    for (const InkProblem& problem : problems)
        codes << problem.code;
    return codes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(scan_matching)

BOOST_AUTO_TEST_CASE(pages_come_in_their_order_whatever_the_order_of_the_sheets)
{
    const ScanMatching matching = matchScans(paper(), {sheet({code(id, 2, 3, 'C')}), sheet({code(id, 2, 2, 'B'), code(id, 2, 1, 'A')})}, {3});
    BOOST_REQUIRE(matching.pages.size() == 3);
    BOOST_TEST(matching.problems.isEmpty());
    BOOST_TEST(matching.pages.at(0).page == 1);
    BOOST_TEST(matching.pages.at(0).sheet == 1);
    BOOST_TEST(matching.pages.at(2).sheet == 0);
}

BOOST_AUTO_TEST_CASE(another_content_is_outdated_even_under_the_same_revision)
{
    const ScanMatching matching = matchScans(paper(), {sheet({code(id, 1, 3, 'Z')}), sheet({code(id, 2, 1, 'Z')})}, {3});
    BOOST_TEST(matching.pages.isEmpty());
    BOOST_TEST(codesOf(matching.problems) == (QStringList{u"page-outdated"_s, u"page-outdated"_s, u"page-missing"_s}));
    BOOST_TEST(matching.problems.first().detail == u"1"_s);
}

BOOST_AUTO_TEST_CASE(the_same_content_stays_good_from_another_revision_and_under_another_number)
{
    const ScanMatching matching = matchScans(paper(), {sheet({code(id, 1, 7, 'C')})}, {3});
    BOOST_REQUIRE(matching.pages.size() == 1);
    BOOST_TEST(matching.pages.first().page == 3);
    BOOST_TEST(codesOf(matching.pages.first().problems) == QStringList{u"earlier-revision"_s});
}

BOOST_AUTO_TEST_CASE(other_codes_on_a_sheet_do_not_count_as_ours)
{
    const ScanMatching matching = matchScans(paper(), {sheet({u"https://example.org"_s}), sheet({code(otherId, 2, 3, 'C')})}, {});
    BOOST_TEST(codesOf(matching.problems) == (QStringList{u"code-missing"_s, u"page-foreign"_s}));
    BOOST_TEST(matching.problems.at(1).detail == shortId(otherId));
}

BOOST_AUTO_TEST_CASE(attachment_pages_are_left_out)
{
    const ScanMatching matching = matchScans(paper(), {sheet({code(id, 2, 4, 'D')})}, {});
    BOOST_TEST(matching.pages.isEmpty());
    BOOST_TEST(codesOf(matching.problems) == QStringList{u"page-not-needed"_s});
    BOOST_TEST((severityOf(matching.problems.first()) == Severity::Hint));
}

BOOST_AUTO_TEST_CASE(a_code_outweighs_what_a_person_says)
{
    const ScanMatching matching = matchScans(paper(), {sheet({code(id, 2, 1, 'A')}, 3)}, {3});
    BOOST_REQUIRE(matching.pages.size() == 1);
    BOOST_TEST(matching.pages.first().page == 1);
    BOOST_TEST(codesOf(matching.problems) == (QStringList{u"code-contradicts"_s, u"page-missing"_s}));
}

BOOST_AUTO_TEST_CASE(an_assigned_page_that_is_there_by_code_already_is_double)
{
    const ScanMatching matching = matchScans(paper(), {sheet({}, 3), sheet({code(id, 2, 3, 'C')})}, {3});
    BOOST_REQUIRE(matching.pages.size() == 1);
    BOOST_TEST(matching.pages.first().byCode());
    BOOST_TEST(codesOf(matching.problems) == QStringList{u"page-double"_s});
}

BOOST_AUTO_TEST_CASE(every_problem_has_words_in_both_languages_that_name_page_and_place)
{
    for (const QLatin1StringView problem :
         {ink::pageMissing, ink::pageOutdated, ink::pageForeign, ink::pageDouble, ink::pageUnreadable, ink::codeMissing,
          ink::codeContradicts, ink::pageNotNeeded, ink::assignedByName, ink::earlierRevision, ink::notCompared, ink::noInk, ink::noRed,
          ink::noColour, ink::notClosed, ink::otherPaper}) {
        const Problem words = worded({problem, 8, u"scan.pdf:3"_s, u"7"_s});
        BOOST_TEST(words.code == QString(problem));
        for (const QString& text : {words.message.zh, words.message.en}) {
            BOOST_TEST(text.startsWith(u"scan.pdf:3"_s));
            BOOST_TEST(!text.contains(u'%'));
            BOOST_TEST(text.size() > 20);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
