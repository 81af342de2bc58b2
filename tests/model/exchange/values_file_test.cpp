// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/exchange/values_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <unistd.h>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject valuesWith(const QJsonObject& attachments)
{
    return {{u"call"_s, u"kczg-2022"_s},
            {u"values"_s, QJsonObject{{u"org_name"_s, u"示例"_s}}},
            {u"attachments"_s, attachments}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(values_file)

BOOST_AUTO_TEST_CASE(both_samples_are_read_without_a_finding)
{
    for (const QString& name : {u"sample-values.json"_s, u"sample-limits.json"_s}) {
        const ValuesFolder folder;
        folder.copySample(name);
        const ValuesFile file = folder.read();
        BOOST_TEST(places(file.findings) == QStringList());
        BOOST_TEST(file.dossier.callId == u"kczg-2022"_s);
        BOOST_TEST(file.dossier.formHash == file.pack->formHash);
        BOOST_TEST(file.dossier.revision == 1);
        BOOST_TEST((file.dossier.id == dossierIdFromValues(file.dossier)));
        BOOST_TEST(!file.dossier.values.isEmpty());
    }
}

BOOST_AUTO_TEST_CASE(attachments_carry_name_size_hash_kind_and_caption)
{
    const ValuesFolder folder;
    folder.copySample(u"sample-values.json"_s);
    const ValuesFile file = folder.read();
    const QList<Attachment> photos = file.dossier.attachments.value(u"hardware_photos"_s);
    BOOST_REQUIRE(photos.size() == 2);
    BOOST_TEST(photos.at(1).name == u"line.png"_s);
    BOOST_TEST(photos.at(1).caption == u"中试线"_s);
    BOOST_TEST(photos.at(1).size == tinyFile(u"line.png"_s).size());
    BOOST_TEST(photos.at(1).sha256 == sha256(tinyFile(u"line.png"_s)));
    BOOST_TEST(QFile::exists(photos.at(1).path));
    BOOST_TEST(file.dossier.attachments.value(u"work_evidence"_s).first().kind == u"result"_s);
}

BOOST_AUTO_TEST_CASE(the_same_values_make_the_same_dossier_wherever_they_lie)
{
    const ValuesFolder here;
    const ValuesFolder there;
    here.copySample(u"sample-values.json"_s);
    there.copySample(u"sample-values.json"_s);
    BOOST_TEST(dossierJson(here.read().dossier) == dossierJson(there.read().dossier));
}

BOOST_AUTO_TEST_CASE(broken_json_is_refused_with_its_place)
{
    const ValuesFolder folder;
    folder.write(u"values.json"_s, "{\"call\": \"kczg-2022\",\n \"values\": {,}}");
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"第 2 行"_s));
    for (const QByteArray& bytes : {QByteArray(), QByteArray("[]"), QByteArray("null"), QByteArray("\0\0\0", 3)}) {
        folder.write(u"values.json"_s, bytes);
        BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"values.json"_s));
    }
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused_not_followed)
{
    const ValuesFolder folder;
    folder.write(u"values.json"_s, QByteArray("{\"a\":") + QByteArray(200'000, '['));
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"values.json"_s));
}

BOOST_AUTO_TEST_CASE(invalid_utf8_is_refused_with_its_place)
{
    const ValuesFolder folder;
    folder.write(u"values.json"_s, "{\"call\": \"kczg-2022\", \"values\": {\"org_name\": \"\xCA\xBE\xC0\xFD\"}}");
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"UTF-8"_s));
}

BOOST_AUTO_TEST_CASE(a_file_of_50_megabytes_is_refused_before_it_is_read)
{
    const ValuesFolder folder;
    QFile file(folder.path(u"values.json"_s));
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    BOOST_REQUIRE(file.resize(50'000'000));
    file.close();
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::TooLarge, u"50.0 MB"_s));
}

BOOST_AUTO_TEST_CASE(a_missing_file_and_a_folder_in_its_place_are_told_apart)
{
    const ValuesFolder folder;
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::NotFound, u"values.json"_s));
    QDir(folder.folder()).mkdir(u"values.json"_s);
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Unreadable, u"values.json"_s));
}

BOOST_AUTO_TEST_CASE(a_file_without_call_or_values_is_none)
{
    const ValuesFolder folder;
    for (const QByteArray& bytes : {QByteArray("{}"), QByteArray("{\"call\": \"kczg-2022\"}"), QByteArray("{\"values\": {}}"),
                                    QByteArray("{\"call\": 5, \"values\": {}}"), QByteArray("{\"call\": \"kczg-2022\", \"values\": []}")}) {
        folder.write(u"values.json"_s, bytes);
        BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"values"_s), bytes.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(a_call_that_is_not_installed_is_named)
{
    const ValuesFolder folder;
    folder.write(u"values.json"_s, "{\"call\": \"other-2030\", \"values\": {}}");
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Unsupported, u"other-2030"_s));
}

BOOST_AUTO_TEST_CASE(a_values_file_of_another_call_is_read_by_that_calls_form)
{
    const CallPack library = readCallPack(dataFile(u"calls/library-2026"_s));
    const ValuesFile file = readValuesFile(dataFile(u"values/library-book-grant.json"_s),
                                           [&](const QString& id) { return id == library.id ? &library : nullptr; });
    BOOST_TEST(places(file.findings) == QStringList());
    BOOST_TEST(file.dossier.reasons.value(u"card"_s) == u"旧证号，尚未换发"_s);
    BOOST_TEST(file.dossier.text(u"name"_s) == u"王  芳"_s);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_values_file_is_named_and_the_rest_is_read)
{
    const ValuesFolder folder;
    folder.write(u"photo.jpg"_s, tinyFile(u"photo.jpg"_s));
    QJsonObject file = valuesWith({{u"uscc_scan"_s, QJsonArray{u"photo.jpg"_s, 5, QJsonObject{{u"kind"_s, u"x"_s}}}},
                                   {u"hardware_photos"_s, u"photo.jpg"_s},
                                   {u"hardware"_s, QJsonArray{u"photo.jpg"_s}},
                                   {u"photos"_s, QJsonArray{u"photo.jpg"_s}}});
    file.insert("Values"_L1, QJsonObject());
    file.insert("reasons"_L1, QJsonObject{{u"nobody"_s, u"x"_s}, {u"uscc"_s, 5}, {u"region"_s, u" 新设 "_s}});
    folder.writeValues(file);
    const ValuesFile read = folder.read();
    QStringList found = places(read.findings);
    found.sort();
    BOOST_TEST(found
               == QStringList({u"file.unknown-field hardware -"_s, u"file.unknown-field nobody -"_s,
                               u"file.unknown-field photos -"_s, u"file.unknown-key  -"_s,
                               u"file.wrong-type hardware_photos -"_s, u"file.wrong-type uscc -"_s,
                               u"file.wrong-type uscc_scan 1"_s, u"file.wrong-type uscc_scan 2"_s}));
    BOOST_TEST(read.dossier.text(u"org_name"_s) == u"示例"_s);
    BOOST_TEST(read.dossier.attachments.value(u"uscc_scan"_s).size() == 1);
    BOOST_TEST(read.dossier.reasons.keys() == QStringList{u"region"_s});
    BOOST_TEST(read.dossier.reasons.value(u"region"_s) == u"新设"_s);
}

BOOST_AUTO_TEST_CASE(a_missing_an_unreadable_and_a_mislabelled_attachment_are_named)
{
    const ValuesFolder folder;
    QDir(folder.folder()).mkdir(u"folder.jpg"_s);
    folder.write(u"text.jpg"_s, "this is no picture");
    folder.write(u"letter.pdf"_s, tinyFile(u"x.jpg"_s));
    folder.write(u"renamed.jpg"_s, tinyFile(u"renamed.png"_s));
    folder.writeValues(valuesWith(
        {{u"uscc_scan"_s, QJsonArray{u"gone.jpg"_s, u"folder.jpg"_s, u"text.jpg"_s, u"letter.pdf"_s, u"renamed.jpg"_s}}}));
    const ValuesFile read = folder.read();
    BOOST_TEST(places(read.findings)
               == QStringList({u"file.attachment-missing uscc_scan 0"_s, u"file.attachment-unreadable uscc_scan 1"_s,
                               u"file.attachment-unusable uscc_scan 2"_s, u"file.attachment-content uscc_scan 3"_s,
                               u"file.attachment-renamed uscc_scan 3"_s}));
    BOOST_TEST(read.findings.first().message.zh.contains(u"gone.jpg"_s));
    BOOST_TEST(read.findings.first().message.zh.contains(u"证照扫描件"_s));
    BOOST_TEST(read.dossier.attachments.value(u"uscc_scan"_s).size() == 3);
}

BOOST_AUTO_TEST_CASE(an_attachment_without_permission_is_unreadable)
{
    const ValuesFolder folder;
    folder.write(u"secret.jpg"_s, tinyFile(u"secret.jpg"_s));
    BOOST_REQUIRE(QFile::setPermissions(folder.path(u"secret.jpg"_s), QFileDevice::Permissions()));
    folder.writeValues(valuesWith({{u"uscc_scan"_s, QJsonArray{u"secret.jpg"_s}}}));
    const QStringList expected =
        ::geteuid() == 0 ? QStringList() : QStringList{u"file.attachment-unreadable uscc_scan 0"_s};
    BOOST_TEST(places(folder.read().findings) == expected);
}

BOOST_AUTO_TEST_CASE(two_files_of_one_name_get_names_of_their_own)
{
    const ValuesFolder folder;
    for (const QString& sub : {u"a"_s, u"b"_s}) {
        QDir(folder.folder()).mkdir(sub);
        folder.write(sub + u"/Photo.jpg"_s, tinyFile(sub + u".jpg"_s));
    }
    folder.write(u"photo.jpg"_s, tinyFile(u"c.jpg"_s));
    folder.writeValues(valuesWith({{u"hardware_photos"_s, QJsonArray{u"a/Photo.jpg"_s, u"b/Photo.jpg"_s, u"photo.jpg"_s}}}));
    const ValuesFile read = folder.read();
    QStringList names;
    for (const Attachment& attachment : read.dossier.attachments.value(u"hardware_photos"_s))
        names.append(attachment.name);
    BOOST_TEST(names == QStringList({u"Photo.jpg"_s, u"Photo (2).jpg"_s, u"photo (3).jpg"_s}));
    BOOST_TEST(places(read.findings)
               == QStringList({u"file.attachment-renamed hardware_photos 1"_s, u"file.attachment-renamed hardware_photos 2"_s}));
}

BOOST_AUTO_TEST_CASE(pages_turn_and_originals_are_read_and_wrong_ones_named)
{
    const ValuesFolder folder;
    folder.write(u"a.pdf"_s, tinyFile(u"a.pdf"_s));
    folder.write(u"b.pdf"_s, tinyFile(u"b.pdf"_s));
    const QJsonObject good{{u"path"_s, u"a.pdf"_s}, {u"pages"_s, u" １ "_s}, {u"turn"_s, 90}, {u"originalInside"_s, false}};
    const QJsonObject bad{{u"path"_s, u"b.pdf"_s}, {u"pages"_s, 1}, {u"turn"_s, 45}, {u"originalInside"_s, u"no"_s}};
    folder.writeValues(valuesWith({{u"uscc_scan"_s, QJsonArray{good, bad}}}));
    const ValuesFile read = folder.read();
    const QList<Attachment> files = read.dossier.attachments.value(u"uscc_scan"_s);
    BOOST_REQUIRE(files.size() == 2);
    BOOST_TEST(files.at(0).pages == u"1"_s);
    BOOST_TEST(files.at(0).turn == 90);
    BOOST_TEST(!files.at(0).originalInside);
    BOOST_TEST(files.at(1).pages.isEmpty());
    BOOST_TEST(files.at(1).turn == 0);
    BOOST_TEST(files.at(1).originalInside);
    BOOST_TEST(places(read.findings)
               == QStringList({u"file.wrong-type uscc_scan 1"_s, u"file.wrong-type uscc_scan 1"_s, u"file.wrong-type uscc_scan 1"_s}));
    BOOST_TEST(read.findings.first().message.zh.contains(u"1-3,5"_s));
}

BOOST_AUTO_TEST_CASE(a_pdf_where_pictures_belong_is_an_error_whatever_its_name_says)
{
    const ValuesFolder folder;
    folder.write(u"photo.jpg"_s, tinyFile(u"a.pdf"_s));
    folder.writeValues(valuesWith({{u"hardware_photos"_s, QJsonArray{u"photo.jpg"_s}}}));
    const ValuesFile read = folder.read();
    BOOST_TEST(places(read.findings)
               == QStringList({u"file.attachment-content hardware_photos 0"_s, u"file.attachment-renamed hardware_photos 0"_s}));
    BOOST_CHECK(read.findings.first().severity == Severity::Error);
}

BOOST_AUTO_TEST_SUITE_END()
