// SPDX-License-Identifier: Apache-2.0
// A notes file is read exactly, and what is wrong with it is named by its note.
#include "tests/model/recommendation/slip_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : SlipFixture
{
    ReturnSlip read(const QJsonObject& file) const
    {
        ReturnSlip slip = begun();
        readSlipNotes(slip, file, dossier, samplePack(), u"意见.json"_s);
        return slip;
    }
    SlipNote readNote(const QJsonObject& note) const { return read({{u"notes"_s, QJsonArray{note}}}).notes.first(); }
    /// The words in which the second of two notes is refused.
    QString refusal(const QJsonObject& note) const
    {
        try {
            read({{u"notes"_s, QJsonArray{QJsonObject{{u"words"_s, u"好"_s}}, note}}});
        } catch (const Error& error) {
            BOOST_TEST((error.code() == ErrorCode::Malformed));
            BOOST_TEST(error.message().zh.contains(u"“意见.json”的第 2 条"_s), error.what());
            return error.message().zh;
        }
        BOOST_ERROR("it was read");
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(slip_notes, Fixture)

BOOST_AUTO_TEST_CASE(rows_are_named_by_place_id_or_file_name)
{
    const QString table = u"domestic_experts"_s;
    const QString id = dossier.values.value(table).toArray().at(1)[u"id"_s].toString();
    const SlipNote byPlace = readNote({{u"field"_s, table}, {u"row"_s, 1}, {u"words"_s, u"补充"_s}});
    const SlipNote byId = readNote({{u"field"_s, table}, {u"row"_s, id}, {u"words"_s, u"补充"_s}});
    BOOST_TEST((byPlace == byId));
    BOOST_TEST(byPlace.place.row == id);
    const QString field = dossier.attachments.firstKey();
    const QString file = dossier.attachments.first().first().name;
    const SlipNote onFile = readNote({{u"field"_s, field}, {u"row"_s, 0}, {u"words"_s, u"换清晰的"_s}});
    BOOST_TEST((onFile.place.part == Address::Part::Attachment));
    BOOST_TEST(onFile.place.row == file);
}

BOOST_AUTO_TEST_CASE(proposals_are_brought_into_shape)
{
    const SlipNote cell = readNote({{u"field"_s, u"domestic_experts"_s}, {u"row"_s, 0}, {u"column"_s, u"name"_s}, {u"words"_s, u"改"_s}, {u"proposed"_s, u" 张小明 "_s}});
    BOOST_TEST(cell.proposed.toString() == u"张小明"_s);
    const SlipNote none = readNote({{u"field"_s, u"org_name"_s}, {u"words"_s, u"改"_s}, {u"proposed"_s, QJsonValue()}});
    BOOST_TEST(!none.hasProposal());
    const SlipNote whole = readNote({{u"words"_s, u"请核对全文"_s}});
    BOOST_TEST(whole.place.field.isEmpty());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named_by_its_note)
{
    BOOST_TEST(refusal({{u"field"_s, u"nope"_s}, {u"words"_s, u"改"_s}}).contains(u"nope"_s));
    BOOST_TEST(refusal({{u"field"_s, u"org_name"_s}}).contains(u"words"_s));
    BOOST_TEST(refusal({{u"filed"_s, u"org_name"_s}, {u"words"_s, u"改"_s}}).contains(u"filed"_s));
    BOOST_TEST(refusal({{u"field"_s, u"domestic_experts"_s}, {u"row"_s, 99}, {u"words"_s, u"改"_s}}).contains(u"99"_s));
    BOOST_TEST(refusal({{u"field"_s, u"domestic_experts"_s}, {u"row"_s, 0}, {u"column"_s, u"alter"_s}, {u"words"_s, u"改"_s}}).contains(u"alter"_s));
    BOOST_TEST(refusal({{u"field"_s, u"domestic_experts"_s}, {u"row"_s, 0}, {u"words"_s, u"改"_s}, {u"proposed"_s, u"x"_s}}).contains(u"建议值"_s));
    BOOST_TEST(refusal({{u"field"_s, u"category"_s}, {u"words"_s, u"改"_s}, {u"proposed"_s, u"nope"_s}}).contains(u"建议值"_s));
    BOOST_TEST(refusal({{u"words"_s, 5}}).contains(u"words"_s));
}

BOOST_AUTO_TEST_CASE(the_file_itself_is_checked)
{
    const auto refused = [&](const QJsonObject& file) {
        try {
            read(file);
        } catch (const Error& error) {
            return error.code() == ErrorCode::Malformed && error.message().zh.contains(u"意见.json"_s);
        }
        return false;
    };
    BOOST_TEST(refused({{u"note"_s, QJsonArray()}}));
    BOOST_TEST(refused({{u"notes"_s, u"text"_s}}));
    BOOST_TEST(refused({{u"due"_s, u"六月"_s}}));
    BOOST_TEST(refused({{u"from"_s, 7}}));
    BOOST_TEST(refused({{u"notes"_s, QJsonArray{u"text"_s}}}));
}

BOOST_AUTO_TEST_SUITE_END()
