// SPDX-License-Identifier: Apache-2.0
// Whom a workspace trusts, and the verdicts it gave: what is on record stays on record.
#include "model/workspace/workspace_check.h"
#include "tests/model/workspace/workspace_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

TrustRecord record(const QString& name, const QString& kind = u"body"_s)
{
    TrustRecord record;
    record.name = name;
    record.kind = kind;
    record.certificate = name.toUtf8();
    record.fingerprint = QString::fromLatin1(record.certificate.toHex());
    record.rests = u"电话核对指纹"_s;
    return record;
}

QStringList names(const QList<TrustRecord>& records)
{
    QStringList names;
    for (const TrustRecord& one : records)
        names.append(one.name);
    return names;
}

ParticipantsRecord listOf(int number, const QString& signer, const QString& call = u"x-1"_s)
{
    ParticipantsRecord list;
    list.call = call;
    list.number = number;
    list.issued = QDate(2026, 5, number);
    list.office = u"办公室"_s;
    list.signer = signer;
    return list;
}

KeptVerdict verdict(const QByteArray& file, const QString& word, const QByteArray& basis = "[]")
{
    KeptVerdict verdict;
    verdict.file = file;
    verdict.verdict = word;
    verdict.basis = basis;
    return verdict;
}

} // namespace

BOOST_AUTO_TEST_SUITE(trust_store)

BOOST_AUTO_TEST_CASE(what_is_removed_stays_on_record_with_when_by_whom_and_why)
{
    WorkspaceFixture fixture;
    TrustStore& trust = fixture.workspace().trust();
    trust.add(record(u"甲"_s), fixture.person());
    trust.add(record(u"乙"_s), fixture.person());
    BOOST_TEST(trust.remove(trust.listed().first(), fixture.person(), u"密钥遗失"_s) == 0);
    BOOST_TEST((names(trust.listed()) == QStringList{u"乙"_s}));
    BOOST_REQUIRE(trust.all().size() == 2);
    const TrustRecord removed = trust.all().first();
    BOOST_TEST(removed.isRemoved());
    BOOST_TEST(removed.why == u"密钥遗失"_s);
    BOOST_TEST(!removed.by.isEmpty());
    BOOST_TEST(removed.removedBy == removed.by);
    BOOST_TEST(removed.rests == u"电话核对指纹"_s);
    BOOST_CHECK_THROW(fixture.workspace().database().run(u"DELETE FROM trusted"_s), Error);
    BOOST_CHECK_THROW(fixture.workspace().database().run(u"UPDATE trusted SET name = 'x' WHERE removed = ''"_s), Error);
    BOOST_CHECK_THROW(fixture.workspace().database().run(u"UPDATE trusted SET removed = '' WHERE removed <> ''"_s), Error);
}

BOOST_AUTO_TEST_CASE(a_record_counts_up_to_its_last_day)
{
    TrustRecord one = record(u"甲"_s);
    BOOST_TEST(one.counts(QDate(2099, 1, 1)));
    one.until = QDate(2026, 12, 31);
    BOOST_TEST(one.counts(QDate(2026, 12, 31)));
    BOOST_TEST(!one.counts(QDate(2027, 1, 1)));
}

BOOST_AUTO_TEST_CASE(a_newer_list_replaces_the_entries_of_the_older_of_the_same_call)
{
    WorkspaceFixture fixture;
    TrustStore& trust = fixture.workspace().trust();
    trust.add(record(u"手工"_s), fixture.person());
    trust.replaceParticipants(listOf(1, u"f0"_s), {record(u"甲"_s), record(u"乙"_s)}, fixture.person(), u"第 1 号"_s);
    trust.replaceParticipants(listOf(1, u"f0"_s, u"y-1"_s), {record(u"别的申报"_s)}, fixture.person(), u"第 1 号"_s);
    trust.replaceParticipants(listOf(2, u"f0"_s), {record(u"乙"_s), record(u"丙"_s)}, fixture.person(), u"第 2 号代替"_s);
    BOOST_TEST((names(trust.listed()) == QStringList{u"手工"_s, u"别的申报"_s, u"乙"_s, u"丙"_s}));
    BOOST_TEST(trust.participants(u"x-1"_s)->number == 2);
    BOOST_TEST(trust.participants(u"y-1"_s)->number == 1);
    BOOST_TEST(!trust.participants(u"z-1"_s).has_value());
    BOOST_TEST(trust.all().at(1).why == u"第 2 号代替"_s);
    BOOST_TEST((trust.participants(trust.listed().last().list)->issued == QDate(2026, 5, 2)));
    // The same number again breaks a constraint: nothing of it remains.
    BOOST_CHECK_THROW(trust.replaceParticipants(listOf(2, u"f0"_s), {record(u"丁"_s)}, fixture.person(), u"又"_s), Error);
    BOOST_TEST(trust.listed().size() == 4);
}

BOOST_AUTO_TEST_CASE(what_rests_on_an_offices_lists_falls_with_its_certificate)
{
    WorkspaceFixture fixture;
    TrustStore& trust = fixture.workspace().trust();
    const TrustRecord office = record(u"办公室"_s, u"office"_s);
    trust.add(office, fixture.person());
    trust.add(record(u"手工"_s), fixture.person());
    trust.replaceParticipants(listOf(1, office.fingerprint), {record(u"甲"_s), record(u"乙"_s)}, fixture.person(), {});
    trust.replaceParticipants(listOf(1, u"f1"_s, u"y-1"_s), {record(u"丙"_s)}, fixture.person(), {});
    BOOST_TEST(trust.remove(trust.listed().first(), fixture.person(), u"密钥遗失"_s) == 2);
    BOOST_TEST((names(trust.listed()) == QStringList{u"手工"_s, u"丙"_s}));
}

BOOST_AUTO_TEST_CASE(the_last_valid_verdict_is_shown_else_the_last)
{
    WorkspaceFixture fixture;
    VerdictStore& verdicts = fixture.workspace().verdicts();
    BOOST_TEST(!verdicts.on("file").has_value());
    verdicts.keep(verdict("file", u"untrusted"_s), fixture.person());
    BOOST_TEST(verdicts.on("file")->verdict == u"untrusted"_s);
    verdicts.keep(verdict("file", u"valid"_s, "[1]"), fixture.person());
    verdicts.keep(verdict("file", u"untrusted"_s, "[2]"), 0);
    verdicts.keep(verdict("file", u"untrusted"_s, "[2]"), 0);
    BOOST_TEST(verdicts.on("file")->verdict == u"valid"_s);
    BOOST_TEST(verdicts.on("file")->basis == QByteArray("[1]"));
    BOOST_TEST(!verdicts.on("file")->by.isEmpty());
    BOOST_TEST(fixture.workspace().database().value(u"SELECT count(*) FROM verdict"_s).toInt() == 3);
    BOOST_CHECK_THROW(fixture.workspace().database().run(u"DELETE FROM verdict"_s), Error);
    BOOST_CHECK_THROW(fixture.workspace().database().run(u"UPDATE verdict SET verdict = 'valid'"_s), Error);
}

BOOST_AUTO_TEST_CASE(a_sender_is_known_since_his_first_file_and_another_one_of_a_dossier_is_found)
{
    WorkspaceFixture fixture;
    VerdictStore& verdicts = fixture.workspace().verdicts();
    BOOST_TEST(!verdicts.senderSince(u"s1"_s).isValid());
    KeptVerdict marked = verdict("one", u"marked"_s);
    marked.sender = u"s1"_s;
    marked.dossier = u"d"_s;
    verdicts.keep(marked, fixture.person());
    const QDateTime since = verdicts.senderSince(u"s1"_s);
    BOOST_TEST(since.isValid());
    marked.file = "two";
    verdicts.keep(marked, fixture.person());
    BOOST_TEST((verdicts.senderSince(u"s1"_s) == since));
    BOOST_TEST(!verdicts.otherSender(u"d"_s, u"s1"_s).has_value());
    BOOST_TEST(verdicts.otherSender(u"d"_s, u"s2"_s)->sender == u"s1"_s);
    BOOST_TEST(!verdicts.otherSender(u"other"_s, u"s2"_s).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
