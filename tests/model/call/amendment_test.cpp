// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "tests/model/call/pack_copy.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

CallPack libraryPack()
{
    return readCallPack(dataFile(u"calls/library-2026"_s));
}

const CallFacts::Deadline& deadline(const CallPack& pack, const QString& id)
{
    for (const CallFacts::Deadline& each : pack.facts.deadlines)
        if (each.id == id)
            return each;
    throw std::runtime_error("no such deadline");
}

QByteArray amendment(const QByteArray& facts, const QByteArray& more = {})
{
    return "{\"id\": \"x\", \"date\": \"2026-02-02\", \"source\": {\"zh\": \"来源\", \"en\": \"source\"}, \"facts\": " + facts
           + more + "}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(amendments)

BOOST_AUTO_TEST_CASE(they_apply_in_the_order_of_their_dates_whatever_their_file_names)
{
    const CallPack pack = libraryPack();
    BOOST_TEST(deadline(pack, u"closing"_s).at.toString(Qt::ISODate) == u"2026-03-20T17:30:00+08:00"_s);
    BOOST_TEST(pack.facts.sourceOf(deadline(pack, u"closing"_s)).zh == u"图书馆第二次延期通知"_s);
    BOOST_TEST(pack.facts.sourceOf(deadline(pack, u"closing"_s)).en == u"second extension"_s);
    BOOST_TEST(deadline(pack, u"closing"_s).arrival);
    BOOST_TEST(deadline(pack, u"opening"_s).source == QString());
    BOOST_TEST(pack.facts.raw.value("address"_L1).toObject().value("street"_L1).toString() == u"图书馆路2号"_s);
    BOOST_TEST(pack.facts.raw.value("address"_L1).toObject().value("postcode"_L1).toString() == u"430000"_s);
    BOOST_REQUIRE(pack.facts.amendments.size() == 2);
    BOOST_TEST(pack.facts.amendments.at(0).id == u"first-extension"_s);
    BOOST_TEST(pack.facts.amendments.at(1).source.en == u"second extension"_s);
}

BOOST_AUTO_TEST_CASE(they_change_the_hash_of_the_facts_and_leave_that_of_the_form)
{
    const PackCopy plain;
    const CallPack before = readCallPack(plain.path());
    const CallPack after = libraryPack();
    BOOST_TEST(before.formHash == after.formHash);
    BOOST_TEST(before.factsHash != after.factsHash);
    BOOST_TEST(before.formHash.size() == 32);
}

BOOST_AUTO_TEST_CASE(a_changed_rule_is_another_form)
{
    const PackCopy pack;
    const QByteArray before = readCallPack(pack.path()).formHash;
    pack.set(u"rules.json"_s, u"/rules/0/severity"_s, u"warning"_s);
    const CallPack after = readCallPack(pack.path());
    BOOST_TEST(after.formHash != before);
}

BOOST_AUTO_TEST_CASE(a_file_from_elsewhere_applies_too)
{
    const PackCopy pack;
    const ScratchFolder elsewhere;
    const QString file = elsewhere.file(u"补充通知.json"_s);
    writeFile(file, amendment("{\"deadlines\": {\"district\": {\"label\": {\"zh\": \"街道收件\", \"en\": \"district\"}, "
                              "\"at\": \"2026-01-20T12:00\", \"arrival\": true}}}"));
    const CallPack read = readCallPack(pack.path(), {file});
    BOOST_REQUIRE(read.facts.deadlines.size() == 3);
    BOOST_TEST(read.facts.deadlines.at(1).id == u"district"_s);
    BOOST_TEST(read.facts.sourceOf(read.facts.deadlines.at(1)).in(Language::Chinese) == u"来源"_s);
}

BOOST_AUTO_TEST_CASE(one_that_reaches_for_the_form_is_a_problem_named)
{
    for (const QByteArray& bytes : {amendment("{\"sections\": []}"), amendment("{}", ", \"rules\": []")}) {
        const PackCopy pack;
        pack.write(u"amendments/bad.json"_s, bytes);
        bool named = false;
        for (const CallPackProblem& problem : pack.problems())
            named = named || (problem.file == u"amendments/bad.json"_s && problem.message.zh.contains(u"不能改动"_s));
        BOOST_TEST(named);
        BOOST_CHECK_THROW(readCallPack(pack.path()), Error);
    }
}

BOOST_AUTO_TEST_CASE(one_that_makes_the_facts_wrong_is_a_problem_of_its_own_file)
{
    const PackCopy pack;
    pack.write(u"amendments/bad.json"_s, amendment("{\"quotas\": {\"provincial\": {\"most\": \"many\"}}}"));
    BOOST_TEST(pack.places() == QStringList{u"amendments/bad.json /facts/quotas/provincial/most"_s});
}

BOOST_AUTO_TEST_CASE(a_date_that_does_not_exist_is_told)
{
    const PackCopy pack;
    pack.write(u"amendments/bad.json"_s, amendment("{}").replace("2026-02-02", "2026-02-31"));
    BOOST_TEST(pack.places() == QStringList{u"amendments/bad.json /date"_s});
}

BOOST_AUTO_TEST_SUITE_END()
