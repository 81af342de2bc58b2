// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_merge.h"
#include "model/dossier/edits.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

QJsonObject row(const QString& id, const QString& name)
{
    return {{u"id"_s, id}, {u"name"_s, name}};
}

Dossier base()
{
    Dossier dossier;
    dossier.values = {{u"text"_s, u"旧"_s}, {u"same"_s, u"同"_s},
                      {u"table"_s, QJsonArray{row(u"r1"_s, u"甲"_s), row(u"r2"_s, u"乙"_s), row(u"r3"_s, u"丙"_s)}}};
    dossier.attachments[u"files"_s] = {{u"a.jpg"_s, u"k"_s, u"旧说明"_s, 1, QByteArray(32, 'a'), {}}};
    return dossier;
}

void edit(Dossier& dossier, const Changes& changes)
{
    BOOST_REQUIRE(!changes.isEmpty());
    for (const Change& change : changes)
        BOOST_REQUIRE(applyChange(dossier, change));
}

Dossier merged(const Dossier& mine, const DossierMerge& merge)
{
    Dossier result = mine;
    for (const Change& change : merge.changes())
        BOOST_TEST(applyChange(result, change));
    return result;
}

QString names(const Dossier& dossier)
{
    QString all;
    for (const QJsonValue& each : dossier.values.value(u"table"_s).toArray())
        all += each["name"_L1].toString();
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_merge)

BOOST_AUTO_TEST_CASE(what_only_one_changed_is_taken_without_a_question)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, setValue(mine, u"same"_s, u"我的"_s));
    edit(theirs, setValue(theirs, u"text"_s, u"他的"_s));
    edit(theirs, setCell(theirs, u"table"_s, u"r2"_s, u"name"_s, u"新乙"_s));
    const DossierMerge merge(base(), mine, theirs);
    BOOST_TEST(merge.items().size() == 2);
    for (const MergeItem& item : merge.items())
        BOOST_TEST((item.kind == MergeItem::Kind::TheirsOnly));
    const Dossier result = merged(mine, merge);
    BOOST_TEST(result.text(u"text"_s) == u"他的"_s);
    BOOST_TEST(result.text(u"same"_s) == u"我的"_s);
    BOOST_TEST(names(result) == u"甲新乙丙"_s);
}

BOOST_AUTO_TEST_CASE(what_both_changed_waits_for_a_choice_and_keeps_mine_until_then)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, setValue(mine, u"text"_s, u"我的"_s));
    edit(theirs, setValue(theirs, u"text"_s, u"他的"_s));
    DossierMerge merge(base(), mine, theirs);
    BOOST_REQUIRE(merge.items().size() == 1);
    const MergeItem item = merge.items().first();
    BOOST_TEST((item.kind == MergeItem::Kind::Conflict));
    BOOST_TEST(item.was.toString() == u"旧"_s);
    BOOST_TEST(item.mine.toString() == u"我的"_s);
    BOOST_TEST(item.theirs.toString() == u"他的"_s);
    BOOST_TEST(merged(mine, merge).text(u"text"_s) == u"我的"_s);
    merge.take(0, MergeItem::Take::Theirs);
    BOOST_TEST(merged(mine, merge).text(u"text"_s) == u"他的"_s);
}

BOOST_AUTO_TEST_CASE(the_same_change_by_both_needs_nothing)
{
    Dossier mine = base();
    edit(mine, setValue(mine, u"text"_s, u"新"_s));
    edit(mine, removeRow(mine, u"table"_s, u"r1"_s));
    const DossierMerge merge(base(), mine, mine);
    BOOST_TEST(merge.items().isEmpty());
    BOOST_TEST(merge.changes().isEmpty());
}

BOOST_AUTO_TEST_CASE(rows_that_both_added_under_one_id_are_both_kept)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, insertRow(mine, u"table"_s, 3, row(u"r4"_s, u"我"_s)));
    edit(theirs, insertRow(theirs, u"table"_s, 1, row(u"r4"_s, u"他"_s)));
    const Dossier result = merged(mine, DossierMerge(base(), mine, theirs));
    BOOST_TEST(names(result) == u"甲他乙丙我"_s);
}

BOOST_AUTO_TEST_CASE(a_row_that_one_removed_and_the_other_edited_is_a_conflict)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, removeRow(mine, u"table"_s, u"r2"_s));
    edit(theirs, setCell(theirs, u"table"_s, u"r2"_s, u"name"_s, u"改"_s));
    DossierMerge merge(base(), mine, theirs);
    BOOST_REQUIRE(merge.items().size() == 1);
    BOOST_TEST((merge.items().first().kind == MergeItem::Kind::Conflict));
    BOOST_TEST(names(merged(mine, merge)) == u"甲丙"_s);
    merge.take(0, MergeItem::Take::Theirs);
    BOOST_TEST(names(merged(mine, merge)) == u"甲改丙"_s);
}

BOOST_AUTO_TEST_CASE(an_order_that_only_they_changed_is_taken)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, setCell(mine, u"table"_s, u"r1"_s, u"name"_s, u"我甲"_s));
    edit(theirs, moveRow(theirs, u"table"_s, u"r3"_s, 0));
    BOOST_TEST(names(merged(mine, DossierMerge(base(), mine, theirs))) == u"丙我甲乙"_s);
}

BOOST_AUTO_TEST_CASE(files_are_merged_like_rows_and_keep_both_of_one_name)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(mine, addAttachment(mine, u"files"_s, {u"b.jpg"_s, {}, {}, 2, QByteArray(32, 'b'), {}}));
    edit(theirs, addAttachment(theirs, u"files"_s, {u"b.jpg"_s, {}, {}, 3, QByteArray(32, 'c'), {}}));
    edit(theirs, setAttachmentProperty(theirs, u"files"_s, u"a.jpg"_s, u"caption"_s, u"新说明"_s));
    const Dossier result = merged(mine, DossierMerge(base(), mine, theirs));
    const QList<Attachment> files = result.attachments.value(u"files"_s);
    BOOST_REQUIRE(files.size() == 3);
    BOOST_TEST(files.at(0).caption == u"新说明"_s);
    QStringList names;
    for (const Attachment& file : files)
        names.append(file.name + u'=' + QChar::fromLatin1(file.sha256.at(0)));
    BOOST_TEST(names.contains(u"b.jpg=b"_s));
    BOOST_TEST(names.contains(u"b (2).jpg=c"_s));
}

BOOST_AUTO_TEST_CASE(reasons_are_merged_too)
{
    Dossier mine = base();
    Dossier theirs = base();
    edit(theirs, setReason(theirs, u"text"_s, u"因为"_s));
    BOOST_TEST(merged(mine, DossierMerge(base(), mine, theirs)).reasons.value(u"text"_s) == u"因为"_s);
}

BOOST_AUTO_TEST_SUITE_END()
