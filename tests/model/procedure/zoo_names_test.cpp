// SPDX-License-Identifier: Apache-2.0
// Whatever a file is called: it goes in, comes out under a name that every system takes, and leads nowhere
// else.
#include "model/dossier/dossier_json.h"
#include "model/procedure/dossier_input.h"
#include "tests/model/procedure/zoo.h"

#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(zoo_names)

BOOST_AUTO_TEST_CASE(odd_names_go_in_and_come_out)
{
    Zoo zoo;
    const QString longest = QString(u"长"_s).repeated(83) + u"x.png"_s; // 254 bytes
    const QStringList names{u" 营业 执照 （副本）.png"_s,
                            u"照片😀👨‍👩‍👧.png"_s,
                            longest,
                            u"con.png"_s,
                            u"AUX.tar.png"_s,
                            u"a\tb\nc.png"_s,
                            u"发票\u202Egnp.pdf.png"_s,
                            u"..png"_s,
                            u"...hidden.png"_s,
                            u"what?*<>|\".png"_s,
                            u"trailing .png"_s,
                            u"back\\slash.png"_s,
                            u"-rf.png"_s,
                            u"100%1 %2.png"_s,
                            u"dossier.json"_s};
    for (int i = 0; i < names.size(); ++i) {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(QColor(i, 100, 100));
        BOOST_REQUIRE(image.save(zoo.file(names.at(i)), "PNG"));
        zoo.add(names.at(i));
    }
    const WrittenDossier written = zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"names"_s);
    extractDossier(zoo.file(u"dossier.pdf"_s), zoo.file(u"out"_s));
    const QList<Attachment> attachments = written.dossier.attachments.value(u"uscc_scan"_s);
    BOOST_REQUIRE(attachments.size() == names.size());
    for (const Attachment& attachment : attachments) {
        BOOST_TEST(safeFileName(attachment.name) == attachment.name);
        BOOST_TEST(attachment.name.toUtf8().size() <= 200);
        BOOST_TEST(attachment.name.endsWith(u".png"_s), attachment.name.toStdString());
        BOOST_TEST(QFile::exists(zoo.file(u"out/attachments/"_s + attachment.name)),
                   attachment.name.toStdString());
    }
    BOOST_TEST(QDir(zoo.file(u"out/attachments"_s)).entryList(QDir::Files | QDir::Hidden).size() ==
               names.size());
    const DossierInput again = openDossier(zoo.file(u"out"_s));
    BOOST_TEST(again.file.findings.isEmpty());
    BOOST_TEST(dossierJson(again.file.dossier) == readFile(zoo.file(u"out/dossier.json"_s)));
}

BOOST_AUTO_TEST_CASE(a_path_that_climbs_is_read_and_only_its_last_name_goes_in)
{
    Zoo zoo;
    QDir(zoo.folder()).mkdir(u"inner"_s);
    const QString climbing = u"inner/../base.png"_s;
    zoo.add(climbing);
    const WrittenDossier& written = zoo.render();
    BOOST_TEST(written.dossier.attachments.value(u"uscc_scan"_s).first().name == u"base.png"_s);
    BOOST_TEST(!readFile(zoo.file(u"dossier.pdf"_s)).contains("inner"));
}

BOOST_AUTO_TEST_SUITE_END()
