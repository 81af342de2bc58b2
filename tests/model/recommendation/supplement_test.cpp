// SPDX-License-Identifier: Apache-2.0
// A body's notice says the same after it travelled, is held against its call, and changes facts alone.
#include "model/call/call_pack_reader.h"
#include "model/recommendation/local_facts.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_words.h"
#include "tests/support/boost_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Notice
{
    Notice()
    {
        supplement = newSupplement(pack, u"湖北省科学技术协会"_s, u"provincial"_s, 2);
        supplement.issued = QDate(2022, 4, 20);
        supplement.deadlines << SupplementDeadline{{}, at({2022, 5, 18})} << SupplementDeadline{u"paper"_s, at({2022, 6, 1})};
        supplement.copies.insert(u"1-form"_s, 5);
        supplement.papers << ExtraPaper{u"推荐意见表"_s, u"原件"_s};
        supplement.mailbox = u"bao@example.org"_s;
        supplement.fileName = u"鄂-{org_name}"_s;
    }
    QDateTime at(QDate day) const { return QDateTime(day, {17, 0}, pack.facts.deadlines.first().at.timeZone()); }
    QStringList rules() const
    {
        QStringList names;
        for (const Finding& each : supplementFindings(supplement, pack))
            names << each.rule;
        return names;
    }

    const CallPack pack = builtInCallPack(builtInCallPackIds().first());
    Supplement supplement;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(supplements, Notice)

BOOST_AUTO_TEST_CASE(its_data_read_back_are_the_same)
{
    BOOST_TEST((parseSupplement(supplementJson(supplement), u"x"_s) == supplement));
    BOOST_TEST(rules() == QStringList());
}

BOOST_AUTO_TEST_CASE(a_date_may_be_the_calls_own_and_no_minute_later)
{
    supplement.deadlines = {{u"paper"_s, boundOf({u"paper"_s, {}}, pack)->at}};
    BOOST_TEST(rules() == QStringList());
    supplement.deadlines.first().at = supplement.deadlines.first().at.addSecs(60);
    BOOST_TEST(rules() == QStringList{u"supplement.late"_s});
}

BOOST_AUTO_TEST_CASE(what_is_worth_a_look_is_told_and_stands_against_nothing)
{
    supplement.deadlines = {{{}, at({2022, 6, 4})}}; // a Saturday, after online submission closed
    BOOST_TEST(rules() == (QStringList{u"supplement.order"_s, u"supplement.holiday"_s}));
    supplement.deadlines = {{{}, at({2022, 4, 19})}};
    BOOST_TEST(rules() == QStringList{u"supplement.past"_s});
    supplement.from = u"某地科协"_s;
    BOOST_TEST(rules().contains(u"supplement.unlisted"_s));
    BOOST_TEST(!hasError(supplementFindings(supplement, pack)));
}

BOOST_AUTO_TEST_CASE(laid_over_the_call_it_changes_facts_and_marks_them)
{
    CallFacts facts = pack.facts;
    layOver(facts, supplement);
    BOOST_REQUIRE(facts.deadlines.size() == 4);
    BOOST_TEST(facts.deadlines.first().label.zh == u"湖北省科协收件截止（本地）"_s);
    BOOST_TEST(facts.sourceOf(facts.deadlines.first()).zh == u"湖北省科协补充通知第2号（2022-04-20）"_s);
    BOOST_TEST(facts.amendmentOf(facts.deadlines.first())->local);
    BOOST_TEST(!facts.amendmentOf(facts.deadlines.at(1)));
    BOOST_TEST(facts.raw["fileNames"_L1]["dossier"_L1].toString() == u"鄂-{org_name}.pdf"_s);
    supplement.repeals = true;
    CallFacts untouched = pack.facts;
    layOver(untouched, supplement);
    BOOST_TEST((untouched.raw == pack.facts.raw));
    BOOST_TEST(untouched.deadlines.size() == pack.facts.deadlines.size());
}

BOOST_AUTO_TEST_CASE(broken_data_are_named)
{
    QJsonObject json = QJsonDocument::fromJson(supplementJson(supplement)).object();
    for (const auto& [member, value] : {std::pair{"number"_L1, QJsonValue(0)}, {"from"_L1, QJsonValue(u" "_s)}, {"issued"_L1, QJsonValue(u"x"_s)}, {"repeals"_L1, QJsonValue(1)},
                                        {"deadlines"_L1, QJsonValue(QJsonArray{QJsonObject{{u"of"_s, u""_s}, {u"at"_s, u"soon"_s}}})}, {"papers"_L1, QJsonValue(u"x"_s)}}) {
        QJsonObject broken = json;
        broken.insert(member, value);
        try {
            parseSupplement(QJsonDocument(broken).toJson(), u"坏.pdf"_s);
            BOOST_ERROR("nothing was thrown");
        } catch (const Error& error) {
            BOOST_TEST((error.code() == ErrorCode::Malformed));
            BOOST_TEST(error.subject() == u"坏.pdf"_s);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
