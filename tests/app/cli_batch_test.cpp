// SPDX-License-Identifier: Apache-2.0
// What a recommending body is told about the files that came, through the program alone.
#include "tests/app/body_desk.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_FIXTURE_TEST_SUITE(cli_batch, BatchDesk)

BOOST_AUTO_TEST_CASE(what_came_is_sorted_and_what_is_none_of_ours_has_a_remedy)
{
    print(u"草稿.pdf"_s, first, 1, true);
    print(u"定稿.pdf"_s, second);
    writeFile(file(u"说明.docx"_s), "PK not really");
    writeFile(file(u"坏.pdf"_s), "%PDF-1.7 broken");
    const CliResult result = check({u"草稿.pdf"_s, u"定稿.pdf"_s, u"说明.docx"_s, u"坏.pdf"_s});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(summary(result.json())
               == (QStringList{u"草稿.pdf review counts"_s, u"定稿.pdf final counts"_s, u"说明.docx unknown no-dossier"_s, u"坏.pdf unknown no-dossier"_s}));
    BOOST_TEST(result.json()[u"counted"_s].toInt() == 2);
    BOOST_TEST(rulesOf(result.json(), 2) == QStringList{u"batch.not-understood"_s});
    BOOST_TEST(rulesOf(result.json(), 3) == QStringList{u"batch.not-understood"_s});
    BOOST_TEST(rulesOf(result.json(), 0).contains(u"batch.duplicate"_s));
}

BOOST_AUTO_TEST_CASE(the_same_file_later_revisions_and_diverging_ones_are_told_apart)
{
    print(u"一.pdf"_s, first, 1);
    QFile::copy(file(u"一.pdf"_s), file(u"一又.pdf"_s));
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    print(u"二.pdf"_s, first, 2);
    const CliResult later = check({u"一.pdf"_s, u"一又.pdf"_s, u"二.pdf"_s});
    BOOST_TEST(summary(later.json()) == (QStringList{u"一.pdf final replaced"_s, u"一又.pdf final same-file"_s, u"二.pdf final counts"_s}));
    BOOST_TEST(later.json()[u"counted"_s].toInt() == 1);
    set(u"address"_s, u"湖北省武汉市第三条路1号"_s);
    print(u"二乙.pdf"_s, first, 2);
    const CliResult diverging = check({u"二.pdf"_s, u"二乙.pdf"_s});
    BOOST_TEST(summary(diverging.json()) == (QStringList{u"二.pdf final diverging"_s, u"二乙.pdf final diverging"_s}));
    BOOST_TEST(rulesOf(diverging.json(), 0) == QStringList{u"batch.diverging"_s});
    BOOST_TEST(diverging.json()[u"counted"_s].toInt() == 1);
    BOOST_TEST(diverging.exitCode == 1);
}

BOOST_AUTO_TEST_CASE(channel_and_quota_are_looked_at_for_a_body)
{
    QStringList files;
    for (int i = 0; i < 4; ++i) {
        set(u"base_name"_s, QStringList{u"光电子器件"_s, u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s}.at(i));
        files << u"%1.pdf"_s.arg(i);
        print(files.last(), QString(first).replace(0, 1, QString::number(i + 1)));
    }
    const QString ours = read()[u"values"_s][u"recommender"_s].toString();
    const CliResult over = check(files, {u"--body"_s, ours});
    BOOST_TEST(over.json()[u"quota"_s].toInt() == 3);
    BOOST_TEST(over.json()[u"counted"_s].toInt() == 4);
    BOOST_TEST(rules(over.json()[u"findings"_s]) == QStringList{u"batch.quota"_s});
    BOOST_TEST(rulesOf(over.json(), 0) == (QStringList{u"batch.same-unit"_s, u"batch.same-unit"_s, u"batch.same-unit"_s}));
    const CliResult fits = check(files.mid(0, 3), {u"--body"_s, ours});
    BOOST_TEST(rules(fits.json()[u"findings"_s]).isEmpty());
    const CliResult others = check(files.mid(0, 1), {u"--body"_s, u"广东省科学技术协会"_s});
    BOOST_TEST(rulesOf(others.json(), 0) == QStringList{u"batch.other-channel"_s});
    const CliResult nobody = check(files.mid(0, 1), {u"--body"_s, u"某某公司"_s});
    BOOST_TEST(rules(nobody.json()[u"findings"_s]) == QStringList{u"batch.body"_s});
}

BOOST_AUTO_TEST_CASE(folders_are_looked_into_and_wrong_calls_are_named)
{
    QDir(folder.path()).mkpath(u"收到/里面"_s);
    print(u"收到/里面/一.pdf"_s, first);
    const CliResult inside = check({u"收到"_s});
    BOOST_TEST(summary(inside.json()) == QStringList{u"一.pdf final counts"_s});
    BOOST_TEST(check({u"没有.pdf"_s}).exitCode == 3);
    BOOST_TEST(check({u"收到"_s}, {u"--kind"_s, u"provincial"_s}).exitCode == 2);
    BOOST_TEST(check({u"收到"_s}, {u"--call"_s, u"nope"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(cli_batch_desk, BodyDesk)

BOOST_AUTO_TEST_CASE(what_came_is_kept_and_a_later_revision_replaces_the_earlier)
{
    print(u"一.pdf"_s, first, 1);
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    print(u"另.pdf"_s, first, 1);
    print(u"二.pdf"_s, first, 2);
    writeFile(file(u"说明.docx"_s), "PK not really");
    BOOST_TEST(outcomes(add({u"一.pdf"_s, u"说明.docx"_s}).json()) == (QStringList{u"一.pdf added"_s, u"说明.docx not-taken"_s}));
    BOOST_TEST(outcomes(add({u"一.pdf"_s}).json()) == QStringList{u"一.pdf same-file"_s});
    const CliResult other = add({u"另.pdf"_s});
    BOOST_TEST(outcomes(other.json()) == QStringList{u"另.pdf diverging"_s});
    BOOST_TEST(rulesOf(other.json(), 0) == QStringList{u"batch.diverging"_s});
    BOOST_TEST(outcomes(add({u"二.pdf"_s}).json()) == QStringList{u"二.pdf replaced"_s});
    const QJsonObject list = batch({u"list"_s}).json();
    BOOST_REQUIRE(list[u"candidates"_s].toArray().size() == 1);
    const QJsonValue kept = list[u"candidates"_s][0];
    BOOST_TEST(kept[u"revision"_s].toInt() == 2);
    BOOST_TEST(kept[u"state"_s].toString() == u"received"_s);
    BOOST_TEST(kept[u"signature"_s].toString() == u"none"_s);
    BOOST_TEST(kept[u"category"_s].toString() == u"产学研协作"_s);
    BOOST_TEST(!kept[u"contact"_s].toString().isEmpty());
    BOOST_TEST(kept[u"region"_s].toString().startsWith(u"湖北省"_s));
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, workspace}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(an_earlier_revision_that_comes_late_is_kept_and_counts_for_nothing)
{
    print(u"一.pdf"_s, first, 1);
    print(u"二.pdf"_s, first, 2);
    add({u"二.pdf"_s});
    BOOST_TEST(outcomes(add({u"一.pdf"_s}).json()) == QStringList{u"一.pdf older"_s});
    BOOST_TEST(batch({u"list"_s}).json()[u"candidates"_s][0][u"revision"_s].toInt() == 2);
}

BOOST_AUTO_TEST_CASE(the_order_has_no_equal_places_and_a_decision_locks_it)
{
    print(u"甲.pdf"_s, first);
    print(u"乙.pdf"_s, second);
    add({u"甲.pdf"_s, u"乙.pdf"_s});
    BOOST_TEST(order() == (QStringList{u"11"_s, u"21"_s}));
    BOOST_TEST(batch({u"rank"_s, u"21"_s, u"--line"_s, u"1"_s}).exitCode == 0);
    BOOST_TEST(order() == (QStringList{u"21"_s, u"(11)"_s}));
    BOOST_TEST(batch({u"rank"_s, u"21"_s, u"21"_s}).exitCode == 2);
    BOOST_TEST(batch({u"rank"_s, u"99"_s}).exitCode == 2);
    BOOST_TEST(batch({u"rank"_s, u"--line"_s, u"3"_s}).exitCode == 2);
    const CliResult decided = batch({u"rank"_s, u"--meeting"_s, u"第三次办公会"_s, u"--date"_s, u"2022-05-20"_s, u"--number"_s, u"纪要3号"_s});
    BOOST_TEST(decided.json()[u"decision"_s][u"meeting"_s].toString() == u"第三次办公会"_s);
    const CliResult locked = batch({u"rank"_s, u"11"_s});
    BOOST_TEST(locked.exitCode == 2);
    BOOST_TEST(locked.err.contains(u"理由"_s));
    BOOST_TEST(order() == (QStringList{u"21"_s, u"(11)"_s}));
    BOOST_TEST(batch({u"rank"_s, u"11"_s, u"--reason"_s, u"复议"_s}).exitCode == 0);
    BOOST_TEST(order() == (QStringList{u"11"_s, u"(21)"_s}));
}

BOOST_AUTO_TEST_CASE(more_than_the_quota_cannot_be_recommended)
{
    QStringList names;
    for (const QString& begin : {u"1"_s, u"2"_s, u"3"_s, u"4"_s}) {
        names << begin + u".pdf";
        print(names.last(), begin + u"1111111-2222-4333-8444-555555555555");
    }
    add(names);
    BOOST_TEST(order() == (QStringList{u"11"_s, u"21"_s, u"31"_s, u"(41)"_s}));
    const CliResult over = batch({u"rank"_s, u"--line"_s, u"4"_s});
    BOOST_TEST(over.exitCode == 2);
    BOOST_TEST(over.err.contains(u"名额"_s));
    BOOST_TEST(order() == (QStringList{u"11"_s, u"21"_s, u"31"_s, u"(41)"_s}));
}

BOOST_AUTO_TEST_CASE(a_body_that_has_not_declared_is_told_why_it_cannot_send)
{
    const auto declarations = [&] {
        QStringList found = rules(batch({u"list"_s}).json()[u"findings"_s]);
        found.removeIf([](const QString& rule) { return rule != u"batch.declaration"; });
        return found.size();
    };
    BOOST_TEST(declarations() == 2);
    BOOST_TEST(batch({u"declare"_s, u"penalty"_s}).exitCode == 2);
    BOOST_TEST(batch({u"declare"_s, u"none-such"_s, u"--by"_s, u"赵主席"_s}).exitCode == 2);
    BOOST_TEST(batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s}).exitCode == 0);
    BOOST_TEST(declarations() == 0);
    BOOST_TEST(batch({u"declare"_s, u"penalty"_s, u"--by"_s, u"赵主席"_s, u"--applies"_s}).exitCode == 0);
    BOOST_TEST(declarations() == 1);
}

BOOST_AUTO_TEST_CASE(without_a_batch_or_with_a_body_nobody_knows_the_remedy_is_named)
{
    const QString elsewhere = file(u"另一资料库"_s);
    cli({u"dossier"_s, u"new"_s, u"kczg-2022"_s, u"--workspace"_s, elsewhere, u"--operator"_s, u"李四"_s});
    const CliResult none = cli({u"batch"_s, u"list"_s, u"--workspace"_s, elsewhere});
    BOOST_TEST(none.exitCode == 3);
    BOOST_TEST(none.err.contains(u"batch new"_s));
    const CliResult unknown = batch({u"new"_s, u"某某协会"_s, u"--call"_s, u"kczg-2022"_s, u"--name"_s, u"乙"_s});
    BOOST_TEST(unknown.exitCode == 2);
    BOOST_TEST(unknown.err.contains(u"--kind"_s));
    BOOST_TEST(batch({u"new"_s, u"湖北省科协"_s, u"--call"_s, u"kczg-2022"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_SUITE_END()
