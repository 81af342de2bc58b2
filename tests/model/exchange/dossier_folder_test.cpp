// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/exchange/values_fixture.h"

#include <QDir>
#include <QFile>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A folder as `extract` leaves it, made from the sample.
class ExtractedFolder
{
public:
    ExtractedFolder()
    {
        const ValuesFolder source;
        source.copySample(u"sample-values.json"_s);
        dossier = source.read().dossier;
        dossier.revision = 2;
        dossier.parent = QByteArray(32, 'p');
        QDir(m_scratch.path()).mkdir(u"attachments"_s);
        for (const QList<Attachment>& files : dossier.attachments)
            for (const Attachment& file : files)
                writeFile(path(u"attachments/"_s + file.name), readFile(file.path));
        write();
    }

    void write() const { writeFile(path(u"dossier.json"_s), dossierJson(dossier)); }
    QString path(const QString& name) const { return m_scratch.file(name); }
    ValuesFile read() const { return readDossierFolder(m_scratch.path(), findBuiltInCallPack); }

    Dossier dossier;

private:
    ScratchFolder m_scratch;
};

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_folder)

BOOST_AUTO_TEST_CASE(the_folder_gives_back_the_very_same_dossier)
{
    const ExtractedFolder folder;
    const ValuesFile read = folder.read();
    BOOST_TEST(places(read.findings) == QStringList());
    BOOST_TEST(dossierJson(read.dossier) == dossierJson(folder.dossier));
    BOOST_TEST(QFile::exists(read.dossier.attachments.value(u"uscc_scan"_s).first().path));
    BOOST_TEST(read.pack->id == u"kczg-2022"_s);
}

BOOST_AUTO_TEST_CASE(a_changed_or_missing_attachment_is_named)
{
    const ExtractedFolder folder;
    writeFile(folder.path(u"attachments/licence.jpg"_s), tinyFile(u"another.jpg"_s));
    QFile::remove(folder.path(u"attachments/line.png"_s));
    const ValuesFile read = folder.read();
    QStringList found = places(read.findings);
    found.sort();
    BOOST_TEST(found
               == QStringList({u"file.attachment-changed uscc_scan 0"_s, u"file.attachment-missing hardware_photos 1"_s}));
}

BOOST_AUTO_TEST_CASE(another_form_of_the_same_call_is_refused_by_its_name)
{
    ExtractedFolder folder;
    folder.dossier.formHash = QByteArray(32, 'x');
    folder.dossier.callVersion = u"0.9"_s;
    folder.write();
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Unsupported, u"0.9"_s));
    folder.dossier.callId = u"other-2030"_s;
    folder.write();
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Unsupported, u"other-2030"_s));
}

BOOST_AUTO_TEST_CASE(values_of_the_wrong_shape_are_told_even_there)
{
    ExtractedFolder folder;
    folder.dossier.values.insert("org_name"_L1, 5);
    folder.write();
    BOOST_TEST(places(folder.read().findings) == QStringList{u"file.wrong-type org_name -"_s});
}

BOOST_AUTO_TEST_CASE(a_folder_without_its_dossier_is_refused)
{
    const ScratchFolder empty;
    BOOST_TEST(refuses([&] { readDossierFolder(empty.path(), findBuiltInCallPack); }, ErrorCode::NotFound, u"dossier.json"_s));
    writeFile(empty.file(u"dossier.json"_s), "{\"format\": 1}");
    BOOST_TEST(refuses([&] { readDossierFolder(empty.path(), findBuiltInCallPack); }, ErrorCode::Malformed, u"call"_s));
}

BOOST_AUTO_TEST_CASE(a_name_that_leads_out_of_the_folder_is_refused)
{
    const ExtractedFolder folder;
    const QByteArray bytes = readFile(folder.path(u"dossier.json"_s)).replace("licence.jpg", "../dossier.json");
    writeFile(folder.path(u"dossier.json"_s), bytes);
    BOOST_TEST(refuses([&] { folder.read(); }, ErrorCode::Malformed, u"name"_s));
}

BOOST_AUTO_TEST_SUITE_END()
