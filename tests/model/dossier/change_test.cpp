// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_json.h"
#include "tests/model/dossier/random_edits.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned seed = 20220527;

Dossier applied(Dossier dossier, const Changes& changes)
{
    for (const Change& change : changes)
        BOOST_TEST(applyChange(dossier, change));
    return dossier;
}

Dossier threeRows()
{
    Dossier dossier;
    dossier.values.insert(u"table"_s, QJsonArray{QJsonObject{{u"id"_s, u"r1"_s}, {u"name"_s, u"甲"_s}},
                                                 QJsonObject{{u"id"_s, u"r2"_s}, {u"name"_s, u"乙"_s}},
                                                 QJsonObject{{u"id"_s, u"r3"_s}, {u"name"_s, u"丙"_s}}});
    return dossier;
}

QString order(const Dossier& dossier)
{
    QString ids;
    for (const QJsonValue& row : dossier.values.value(u"table"_s).toArray())
        ids += row["id"_L1].toString() + u' ';
    return ids.trimmed();
}

} // namespace

BOOST_AUTO_TEST_SUITE(changes)

BOOST_AUTO_TEST_CASE(what_changes_nothing_is_no_change)
{
    const Dossier dossier = threeRows();
    BOOST_TEST(setValue(dossier, u"text"_s, u""_s).isEmpty());
    BOOST_TEST(setValue(dossier, u"text"_s, {}).isEmpty());
    BOOST_TEST(setCell(dossier, u"table"_s, u"r1"_s, u"name"_s, u"甲"_s).isEmpty());
    BOOST_TEST(setCell(dossier, u"table"_s, u"r9"_s, u"name"_s, u"甲"_s).isEmpty());
    BOOST_TEST(moveRow(dossier, u"table"_s, u"r1"_s, 0).isEmpty());
    BOOST_TEST(removeRow(dossier, u"table"_s, u"r9"_s).isEmpty());
    BOOST_TEST(removeAttachment(dossier, u"files"_s, u"x"_s).isEmpty());
}

BOOST_AUTO_TEST_CASE(rows_come_go_and_move_by_their_id)
{
    Dossier dossier = threeRows();
    dossier = applied(dossier, moveRow(dossier, u"table"_s, u"r3"_s, 0));
    BOOST_TEST(order(dossier) == u"r3 r1 r2"_s);
    dossier = applied(dossier, insertRow(dossier, u"table"_s, 1, {{u"id"_s, freeRowId(dossier, u"table"_s)}, {u"name"_s, u"丁"_s}}));
    BOOST_TEST(order(dossier) == u"r3 r4 r1 r2"_s);
    dossier = applied(dossier, removeRow(dossier, u"table"_s, u"r3"_s));
    BOOST_TEST(order(dossier) == u"r4 r1 r2"_s);
}

BOOST_AUTO_TEST_CASE(a_change_that_does_not_fit_leaves_the_dossier_as_it_is)
{
    Dossier dossier = threeRows();
    const QByteArray before = dossierJson(dossier);
    const QJsonObject there{{u"at"_s, 0}, {u"cells"_s, QJsonObject()}};
    BOOST_TEST(!applyChange(dossier, {{Address::Part::Value, u"table"_s, u"r1"_s, {}}, {}, there}));
    BOOST_TEST(!applyChange(dossier, {{Address::Part::Value, u"table"_s, u"r9"_s, {}}, there, {}}));
    BOOST_TEST(!applyChange(dossier, {{Address::Part::Value, u"table"_s, u"r9"_s, u"name"_s}, {}, u"x"_s}));
    BOOST_TEST(!applyChange(dossier, {{Address::Part::Attachment, u"files"_s, u"a.jpg"_s, u"caption"_s}, {}, u"x"_s}));
    BOOST_TEST(dossierJson(dossier) == before);
}

BOOST_AUTO_TEST_CASE(random_edits_are_taken_back_by_their_inverse)
{
    std::mt19937 random(seed);
    Dossier dossier;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray before = dossierJson(dossier);
        const Changes changes = randomEdit(dossier, random);
        const Dossier after = applied(dossier, changes);
        BOOST_TEST(dossierJson(applied(after, inverse(changes))) == before);
        dossier = after;
    }
}

BOOST_AUTO_TEST_CASE(the_changes_between_two_dossiers_turn_one_into_the_other)
{
    std::mt19937 random(seed);
    Dossier from;
    for (int i = 0; i < 300; ++i) {
        Dossier to = from;
        for (int n = 0; n < 10; ++n)
            to = applied(to, randomEdit(to, random));
        const Changes changes = changesBetween(from, to);
        BOOST_TEST(dossierJson(applied(from, changes)) == dossierJson(to));
        BOOST_TEST(dossierJson(applied(to, inverse(changes))) == dossierJson(from));
        from = to;
    }
    BOOST_TEST(changesBetween(from, from).isEmpty());
}

BOOST_AUTO_TEST_CASE(between_the_samples_of_the_call_too)
{
    const Dossier from = sampleDossier();
    const Dossier to = limitsDossier();
    const Dossier result = applied(from, changesBetween(from, to));
    BOOST_TEST(result.values == to.values);
    BOOST_TEST((result.attachments == to.attachments || rowsOf(result, Address::Part::Attachment, to.attachments.firstKey())
                                                              == rowsOf(to, Address::Part::Attachment, to.attachments.firstKey())));
}

BOOST_AUTO_TEST_CASE(a_new_file_never_takes_the_name_of_another)
{
    Dossier dossier;
    dossier.attachments[u"a"_s].append({u"照片.JPG"_s, {}, {}, 1, QByteArray(32, 'a'), {}});
    BOOST_TEST(freeAttachmentName(dossier, u"照片.jpg"_s) == u"照片 (2).jpg"_s);
    BOOST_TEST(freeAttachmentName(dossier, u"dossier.json"_s) == u"dossier (2).json"_s);
    BOOST_TEST(freeAttachmentName(dossier, u"别的.jpg"_s) == u"别的.jpg"_s);
}

BOOST_AUTO_TEST_SUITE_END()
