// SPDX-License-Identifier: Apache-2.0
#include "tests/model/workspace/refusals.h"
#include "tests/model/workspace/workspace_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

Record review(const QString& who, qint64 person)
{
    Record record;
    record.revision = 2;
    record.kind = u"review"_s;
    record.who = who;
    record.day = QDate(2022, 5, 10);
    record.detail = {{u"how"_s, u"邮件"_s}};
    record.person = person;
    return record;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(records, WorkspaceFixture)

BOOST_AUTO_TEST_CASE(what_was_written_down_is_there_after_a_restart_in_its_order)
{
    const qint64 dossier = entry().key;
    workspace().records().add(dossier, review(u"示例学会"_s, person()));
    Record later = review(u"示例协会"_s, person());
    later.paper = workspace().objects().add(outsideFile(u"a.pdf"_s, "paper"));
    workspace().records().add(dossier, later);
    reopen();
    const QList<Record> all = workspace().records().of(dossier);
    BOOST_REQUIRE(all.size() == 2);
    BOOST_TEST(all.first().who == u"示例学会"_s);
    BOOST_TEST(all.first().revision == 2);
    BOOST_TEST((all.first().day == QDate(2022, 5, 10)));
    BOOST_TEST((all.first().detail.value("how"_L1).toString() == u"邮件"_s));
    BOOST_TEST(all.first().paper.isEmpty());
    BOOST_TEST(all.first().at.isValid());
    BOOST_TEST(workspace().records().last(dossier, u"review"_s)->who == u"示例协会"_s);
    BOOST_TEST(!workspace().records().last(dossier, u"online"_s));
    BOOST_TEST(workspace().dossiers().objectsNamed().contains(later.paper));
}

BOOST_AUTO_TEST_CASE(nothing_written_down_is_changed_or_removed)
{
    workspace().records().add(entry().key, review(u"示例学会"_s, person()));
    refused([&] { workspace().database().run(u"DELETE FROM record"_s); }, ErrorCode::NotWritable, {});
    refused([&] { workspace().database().run(u"UPDATE record SET who = 'x'"_s); }, ErrorCode::NotWritable, {});
    BOOST_TEST(workspace().records().of(entry().key).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
