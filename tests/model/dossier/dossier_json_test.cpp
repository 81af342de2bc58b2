// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

Dossier small()
{
    Dossier dossier;
    dossier.callId = u"x-1"_s;
    dossier.callVersion = u"1"_s;
    dossier.formHash = QByteArray(32, '\x0f');
    dossier.id = QUuid(u"{11111111-2222-3333-4444-555555555555}"_s);
    dossier.values = {{u"name"_s, u"马𬭎"_s}, {u"a"_s, true}};
    dossier.attachments[u"scan"_s] = {{u"证照.jpg"_s, u"k"_s, u"说明"_s, 12, QByteArray(32, '\xab'), u"/home/u/secret/证照.jpg"_s}};
    return dossier;
}

void refused(const QByteArray& bytes, ErrorCode code, const QString& word)
{
    BOOST_CHECK_EXCEPTION(parseDossierJson(bytes, u"信封.pdf"_s), Error, [&](const Error& error) {
        BOOST_TEST(error.message().zh.toStdString().find(word.toStdString()) != std::string::npos,
                   error.message().zh.toStdString());
        return error.code() == code && error.subject() == u"信封.pdf"_s;
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_json)

BOOST_AUTO_TEST_CASE(its_bytes_are_as_the_format_says)
{
    const QByteArray expected =
        R"({"attachments":[{"caption":"说明","field":"scan","kind":"k","name":"证照.jpg","sha256":")"
        + QByteArray("ab").repeated(32) + R"(","size":12}],"call":{"formHash":")" + QByteArray("0f").repeated(32)
        + R"(","id":"x-1","version":"1"},"format":1,"id":"11111111-2222-3333-4444-555555555555","parent":"","revision":1,)"
          R"("values":{"a":true,"name":"马𬭎"}})";
    BOOST_TEST(dossierJson(small()) == expected);
}

BOOST_AUTO_TEST_CASE(no_path_of_this_machine_leaves_with_it)
{
    BOOST_TEST(!dossierJson(small()).contains("secret"));
}

BOOST_AUTO_TEST_CASE(reading_and_writing_gives_the_same_bytes)
{
    for (Dossier dossier : {small(), sampleDossier(), limitsDossier()}) {
        dossier.revision = 3;
        dossier.parent = QByteArray(32, '\x01');
        dossier.reasons.insert(u"uscc"_s, u"理由"_s);
        const QByteArray bytes = dossierJson(dossier);
        const Dossier read = parseDossierJson(bytes, u"x"_s);
        BOOST_TEST(dossierJson(read) == bytes);
        BOOST_TEST(read.revision == 3);
        BOOST_TEST(read.parent == dossier.parent);
        BOOST_TEST(read.reasons.value(u"uscc"_s) == u"理由"_s);
        BOOST_TEST(dossierFingerprint(bytes).size() == 32);
    }
}

BOOST_AUTO_TEST_CASE(reasons_are_there_only_when_given)
{
    BOOST_TEST(!dossierJson(small()).contains("reasons"));
}

BOOST_AUTO_TEST_CASE(what_is_damaged_is_refused_and_named)
{
    const QByteArray sound = dossierJson(small());
    refused("{", ErrorCode::Malformed, u"信封.pdf"_s);
    refused("[]", ErrorCode::Malformed, u"信封.pdf"_s);
    refused("{\"a\": \"\xC3\x28\"}", ErrorCode::Malformed, u"UTF-8"_s);
    refused("{}", ErrorCode::Malformed, u"format"_s);
    refused(QByteArray(sound).replace("\"format\":1", "\"format\":0"), ErrorCode::Malformed, u"format"_s);
    refused(QByteArray(sound).replace("\"revision\":1", "\"revision\":0"), ErrorCode::Malformed, u"revision"_s);
    refused(QByteArray(sound).replace("\"revision\":1", "\"revision\":1.5"), ErrorCode::Malformed, u"revision"_s);
    refused(QByteArray(sound).replace("\"revision\":1", "\"revision\":9999999999"), ErrorCode::Malformed, u"revision"_s);
    refused(QByteArray(sound).replace("11111111-", "1111-"), ErrorCode::Malformed, u"id"_s);
    refused(QByteArray(sound).replace("abab", "zzzz"), ErrorCode::Malformed, u"attachments/0/sha256"_s);
    refused(QByteArray(sound).replace("\"size\":12", "\"size\":-1"), ErrorCode::Malformed, u"attachments/0/size"_s);
    refused(QByteArray(sound).replace("\"parent\":\"\"", "\"parent\":\"00\""), ErrorCode::Malformed, u"parent"_s);
    refused(QByteArray(sound).replace("\"values\":{", "\"other\":{"), ErrorCode::Malformed, u"values"_s);
}

BOOST_AUTO_TEST_CASE(a_newer_format_is_refused_and_says_so)
{
    refused(dossierJson(small()).replace("\"format\":1", "\"format\":2"), ErrorCode::Unsupported, u"2"_s);
}

BOOST_AUTO_TEST_CASE(an_attachment_name_never_leads_out_of_its_folder)
{
    for (const QByteArray& name : {QByteArray("../x.jpg"), QByteArray("a/b.jpg"), QByteArray("..\\\\x.jpg"), QByteArray(".."),
                                   QByteArray("."), QByteArray(""), QByteArray("a\\u0000.jpg")})
        refused(dossierJson(small()).replace("证照.jpg", name), ErrorCode::Malformed, u"attachments/0/name"_s);
}

BOOST_AUTO_TEST_CASE(pages_turn_and_a_missing_original_are_there_only_when_chosen)
{
    Dossier dossier = small();
    BOOST_TEST(!dossierJson(dossier).contains("pages"));
    Attachment& attachment = dossier.attachments[u"scan"_s].first();
    attachment.pages = u"1-3,5"_s;
    attachment.turn = 270;
    attachment.originalInside = false;
    const QByteArray bytes = dossierJson(dossier);
    BOOST_TEST(bytes.contains(R"("name":"证照.jpg","originalInside":false,"pages":"1-3,5","sha256")"));
    BOOST_TEST(bytes.contains(R"("size":12,"turn":270})"));
    attachment.path.clear();
    BOOST_CHECK(parseDossierJson(bytes, u"x"_s).attachments.value(u"scan"_s).first() == attachment);
    BOOST_CHECK(attachmentFromJson(attachmentJson(attachment), {}, u"x"_s) == attachment);
}

BOOST_AUTO_TEST_CASE(a_turn_that_is_no_quarter_and_words_of_the_wrong_type_are_refused)
{
    const QByteArray sound = dossierJson(small());
    for (const QByteArray& turn : {QByteArray("45"), QByteArray("360"), QByteArray("-90"), QByteArray("\"90\""), QByteArray("1e9")})
        refused(QByteArray(sound).replace("\"size\":12", QByteArray("\"size\":12,\"turn\":" + turn)), ErrorCode::Malformed, u"attachments/0/turn"_s);
    refused(QByteArray(sound).replace("\"size\":12", "\"size\":12,\"pages\":3"), ErrorCode::Malformed, u"attachments/0/pages"_s);
    refused(QByteArray(sound).replace("\"size\":12", "\"size\":12,\"originalInside\":0"), ErrorCode::Malformed,
            u"attachments/0/originalInside"_s);
}

BOOST_AUTO_TEST_CASE(an_id_that_was_not_given_follows_from_the_values)
{
    Dossier dossier = small();
    const QUuid id = dossierIdFromValues(dossier);
    BOOST_TEST((id.version() == QUuid::Sha1));
    dossier.id = QUuid::createUuid();
    dossier.attachments.clear();
    BOOST_TEST((dossierIdFromValues(dossier) == id));
    dossier.values.insert(u"a"_s, false);
    BOOST_TEST((dossierIdFromValues(dossier) != id));
    dossier.values.insert(u"a"_s, true);
    dossier.callId = u"x-2"_s;
    BOOST_TEST((dossierIdFromValues(dossier) != id));
}

BOOST_AUTO_TEST_CASE(rows_keep_their_ids_and_new_ones_get_unused_ones)
{
    QJsonObject values{{u"t"_s, QJsonArray{QJsonObject{{u"x"_s, 1}}, QJsonObject{{u"id"_s, u"r1"_s}},
                                           QJsonObject{{u"id"_s, u"r1"_s}, {u"y"_s, 2}}, QJsonObject{{u"id"_s, u"r3"_s}}}},
                       {u"list"_s, QJsonArray{u"a"_s}}};
    giveRowIds(values);
    QStringList ids;
    for (const QJsonValue& row : values.value("t"_L1).toArray())
        ids.append(row.toObject().value("id"_L1).toString());
    BOOST_TEST(ids == QStringList({u"r2"_s, u"r1"_s, u"r4"_s, u"r3"_s}));
    BOOST_TEST(values.value("list"_L1).toArray() == QJsonArray{u"a"_s});
    const QJsonObject once = values;
    giveRowIds(values);
    BOOST_TEST(values == once);
}

BOOST_AUTO_TEST_SUITE_END()
