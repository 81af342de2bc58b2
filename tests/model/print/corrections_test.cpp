// SPDX-License-Identifier: Apache-2.0
// Changes in the words of the form, and what they mean for printed pages.
#include "model/base/error.h"
#include "model/print/correction_paper.h"
#include "model/print/page_map.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    PrintedDossier printed{sampleValues()};
    Dossier from = printed.dossier;
    Dossier to = printed.dossier;

    QList<Correction> corrections() const
    {
        return correctionsBetween(from, to, printed.pack, [](const QString& code) { return QString(u"属地" + code); });
    }

    void setRow(const QString& field, int row, const QString& column, const QJsonValue& value)
    {
        QJsonArray rows = to.values.value(field).toArray();
        QJsonObject cells = rows.at(row).toObject();
        cells.insert(column, value);
        rows.replace(row, cells);
        to.values.insert(field, rows);
    }
};

PageMap mapOf(const QList<std::pair<QString, QString>>& fingerprintsAndRoles)
{
    PageMap map;
    for (const auto& [fingerprint, role] : fingerprintsAndRoles) {
        MappedPage page;
        page.fingerprint = fingerprint;
        if (!role.isEmpty())
            page.areas.append({role, QRectF(0, 0, 10, 10)});
        map.pages.append(page);
    }
    return map;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(corrections, Fixture)

BOOST_AUTO_TEST_CASE(equal_revisions_need_no_correction)
{
    to.revision = 2;
    BOOST_TEST(corrections().isEmpty());
}

BOOST_AUTO_TEST_CASE(values_and_choices_are_worded_as_they_are_printed_in_the_order_of_the_form)
{
    from.values.insert(u"category"_s, u"iur"_s);
    to.values.insert(u"category"_s, u"intl"_s);
    to.values.insert(u"org_intro"_s, u"新的简介。"_s);
    const QList<Correction> all = corrections();
    BOOST_REQUIRE(all.size() >= 2);
    BOOST_TEST(all.at(0).now == u"新的简介。"_s);
    const auto category = std::find_if(all.begin(), all.end(), [](const Correction& one) { return one.now == u"国际创新合作"_s; });
    BOOST_REQUIRE(category != all.end());
    BOOST_TEST(category->was == u"产学研协作"_s);
}

BOOST_AUTO_TEST_CASE(a_cell_a_new_row_and_a_row_that_went_are_named)
{
    QJsonArray rows{QJsonObject{{u"id"_s, u"r1"_s}, {u"name"_s, u"张三"_s}}, QJsonObject{{u"id"_s, u"r2"_s}, {u"name"_s, u"李四"_s}}};
    from.values.insert(u"domestic_experts"_s, rows);
    to.values.insert(u"domestic_experts"_s, QJsonArray{QJsonObject{{u"id"_s, u"r1"_s}, {u"name"_s, u"张三丰"_s}},
                                                       QJsonObject{{u"id"_s, u"r3"_s}, {u"name"_s, u"王五"_s}}});
    const QList<Correction> all = corrections();
    const auto has = [&](const QString& place, const QString& was, const QString& now) {
        return std::any_of(all.begin(), all.end(), [&](const Correction& one) {
            return one.place.contains(place) && one.was.contains(was) && one.now.contains(now);
        });
    };
    BOOST_TEST(has(u"第 1 行 姓名"_s, u"张三"_s, u"张三丰"_s));
    BOOST_TEST(has(u"第 2 行"_s, u"李四"_s, {}));
    BOOST_TEST(has(u"第 2 行"_s, {}, u"王五"_s));
}

BOOST_AUTO_TEST_CASE(a_replaced_attachment_is_one_correction)
{
    Attachment file;
    file.name = u"照片.jpg"_s;
    file.size = 10;
    file.sha256 = QByteArray(32, 'a');
    from.attachments.insert(u"work_evidence"_s, {file});
    file.size = 20;
    file.sha256 = QByteArray(32, 'b');
    to.attachments.insert(u"work_evidence"_s, {file});
    const QList<Correction> all = corrections();
    BOOST_REQUIRE(all.size() == 1);
    BOOST_TEST(all.first().place.contains(u"照片.jpg"_s));
    BOOST_TEST(all.first().was.contains(u"61616161"_s));
    BOOST_TEST(all.first().now.contains(u"62626262"_s));
}

BOOST_AUTO_TEST_CASE(long_statements_run_over_pages_and_keep_room_for_one_signature)
{
    QList<Correction> many;
    for (int i = 0; i < 60; ++i)
        many << Correction{u"栏目 %1"_s.arg(i), QString(40, u'旧'), QString(40, u'新')};
    const Paper paper = layoutCorrection({printed.pack, QUuid::createUuid(), printed.dossier.id, 1, 2, QByteArray(32, 'x'),
                                          u"示例研究院"_s, u"示例基地"_s, many},
                                         printed.shaper);
    BOOST_TEST(paper.pages.size() > 2);
    BOOST_REQUIRE(paper.signatureFields.size() == 1);
    BOOST_TEST(paper.signatureFields.first().page == int(paper.pages.size()) - 1);
    for (const MappedPage& page : mappedPages(paper))
        BOOST_TEST(!page.code.isEmpty());
}

BOOST_AUTO_TEST_CASE(pages_stay_good_by_their_content_even_when_their_number_changed)
{
    const PageMap before = mapOf({{u"A"_s, {}}, {u"B"_s, {}}, {u"S"_s, u"applicant"_s}});
    const PageMap now = mapOf({{u"A2"_s, {}}, {u"A3"_s, {}}, {u"B"_s, {}}, {u"S"_s, u"applicant"_s}});
    const QList<PageChange> changes = comparePages(before, now);
    BOOST_TEST(!changes.at(0).staysGood());
    BOOST_TEST(!changes.at(1).staysGood());
    BOOST_TEST(changes.at(2).before == 2);
    BOOST_TEST(changes.at(3).before == 3);
    BOOST_TEST(changes.at(3).signAnew.isEmpty());
    BOOST_TEST(comparePages(now, mapOf({{u"T"_s, u"applicant"_s}})).first().signAnew == QStringList{u"applicant"_s});
}

BOOST_AUTO_TEST_CASE(the_page_map_is_read_back_as_it_was_written)
{
    PageMap map{u"dossier"_s, printed.dossier.id, 3, QByteArray(32, 'f'), printed.pack.id, true, mappedPages(printed.paper)};
    BOOST_TEST((parsePageMap(pageMapJson(map), u"x"_s) == map));
    BOOST_TEST(map.pages.last().areas.first().role == u"applicant"_s);
    BOOST_CHECK_THROW(parsePageMap("{}", u"x"_s), Error);
}

BOOST_AUTO_TEST_SUITE_END()
