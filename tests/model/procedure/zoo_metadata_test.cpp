// SPDX-License-Identifier: Apache-2.0
// Place and device data that was planted in every kind of picture stays behind, and the picture stays the
// same.
#include "model/procedure/dossier_input.h"
#include "tests/model/procedure/zoo.h"

#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(zoo_metadata)

BOOST_AUTO_TEST_CASE(what_was_planted_in_pictures_stays_behind)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@p.jpg"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-depth"_s, u"8"_s, u"@one.tif"_s});
    zoo.make(u"tiffcp"_s, {u"@one.tif"_s, u"@one.tif"_s, u"@p.tif"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"@p.gif"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"@p.png"_s});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-q"_s, u"90"_s, u"@base.png"_s, u"-o"_s, u"@p.webp"_s});
    zoo.make(u"exiftool"_s, {u"-q"_s, u"-overwrite_original"_s, u"-Make=PLANTED7"_s, u"-Model=PLANTED7"_s,
                             u"-GPSLatitude=39.9"_s, u"-GPSLatitudeRef=N"_s, u"-GPSLongitude=116.4"_s,
                             u"-GPSLongitudeRef=E"_s, u"-Software=PLANTED7"_s, u"-XMP:Creator=PLANTED7"_s,
                             u"-ImageDescription=PLANTED7"_s, u"@p.jpg"_s, u"@p.tif"_s, u"@p.png"_s});
    zoo.make(u"tiffcp"_s, {u"-8"_s, u"-B"_s, u"@p.tif"_s, u"@big.tif"_s});
    // ExifTool writes what it can: XMP and comments into GIF, EXIF into a JPEG that heif-enc takes it from
    zoo.make(u"exiftool"_s, {u"-q"_s, u"-overwrite_original"_s, u"-Comment=PLANTED7"_s,
                             u"-XMP:Creator=PLANTED7"_s, u"@p.gif"_s});
    zoo.make(u"heif-enc"_s, {u"@p.jpg"_s, u"-q"_s, u"90"_s, u"-o"_s, u"@p.heic"_s});
    zoo.make(u"exiftool"_s, {u"-q"_s, u"-overwrite_original"_s, u"-XMP:Creator=PLANTED7"_s, u"@p.heic"_s});
    writeFile(zoo.file(u"exif"_s), exifBody(1).mid(6) + "PLANTED7");
    writeFile(zoo.file(u"xmp"_s), "<x:xmpmeta xmlns:x='adobe:ns:meta/'>PLANTED7</x:xmpmeta>");
    zoo.make(u"webpmux"_s, {u"-set"_s, u"exif"_s, u"@exif"_s, u"@p.webp"_s, u"-o"_s, u"@q.webp"_s});
    zoo.make(u"webpmux"_s, {u"-set"_s, u"xmp"_s, u"@xmp"_s, u"@q.webp"_s, u"-o"_s, u"@p.webp"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"BMP3:"_s + zoo.file(u"p.bmp"_s)});
    writeFile(zoo.file(u"p.bmp"_s), readFile(zoo.file(u"p.bmp"_s)) + "PLANTED7");
    const QStringList names{u"p.jpg"_s, u"p.tif"_s,  u"big.tif"_s, u"p.png"_s,
                            u"p.gif"_s, u"p.heic"_s, u"p.webp"_s,  u"p.bmp"_s};
    for (const QString& name : names) {
        BOOST_TEST(readFile(zoo.file(name)).contains("PLANTED7"), name.toStdString());
        zoo.add(name);
    }
    const WrittenDossier& written = zoo.render();
    extractDossier(zoo.file(u"dossier.pdf"_s), zoo.file(u"out"_s));
    const ScratchFolder scratch;
    for (const QString& name : names) {
        const QString inside = zoo.file(u"out/attachments/"_s + name);
        BOOST_TEST(!readFile(inside).contains("PLANTED7"), name.toStdString());
        const QByteArray told = run(u"exiftool"_s, {u"-G"_s, u"-s"_s, inside}).out;
        BOOST_TEST(!told.contains("GPS"), name.toStdString() << ": " << told.toStdString());
        // An independent reader sees the same pixels
        const ProcessResult compared =
            run(u"compare"_s, {u"-metric"_s, u"AE"_s, zoo.file(name), inside, u"null:"_s});
        BOOST_TEST(compared.err.startsWith("0"), name.toStdString() << ": " << compared.err.toStdString());
        // Cleaning a cleaned file changes nothing
        const AttachmentSource again = inspectAttachment(inside, scratch.path());
        BOOST_TEST(!again.cleaned, name.toStdString());
    }
    BOOST_TEST(!readFile(zoo.file(u"dossier.pdf"_s)).contains("PLANTED7"));
    BOOST_TEST(written.remarks.size() >= names.size());
}

BOOST_AUTO_TEST_CASE(a_film_on_the_back_of_a_photo_and_other_boxes_go)
{
    Zoo zoo;
    zoo.make(u"heif-enc"_s, {u"@base.png"_s, u"-q"_s, u"90"_s, u"-o"_s, u"@plain.heic"_s});
    const QByteArray film = QByteArray("\0\0\0\x18mpvdPLANTED7PLANTED7", 24);
    writeFile(zoo.file(u"motion.heic"_s),
              readFile(zoo.file(u"plain.heic"_s)) + film + "PLANTED7 SEFT trailer");
    zoo.add(u"motion.heic"_s);
    zoo.render();
    extractDossier(zoo.file(u"dossier.pdf"_s), zoo.file(u"out"_s));
    BOOST_TEST(!readFile(zoo.file(u"out/attachments/motion.heic"_s)).contains("PLANTED7"));
    BOOST_TEST(zoo.corners(u"motion.heic"_s) == shownCorners(1));
}

BOOST_AUTO_TEST_CASE(an_original_that_is_left_out_is_nowhere_and_not_called_missing)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@photo.jpg"_s});
    zoo.add(u"photo.jpg"_s, {{u"originalInside"_s, false}});
    const WrittenDossier written = zoo.render();
    BOOST_TEST(zoo.corners(u"photo.jpg"_s) == shownCorners(1));
    BOOST_TEST(written.attachments.first().originalBytes == 0);
    DossierInput again = openDossier(zoo.file(u"dossier.pdf"_s));
    QStringList rules;
    for (const Finding& finding : again.file.findings)
        if (finding.rule.startsWith(u"file.attachment"_s))
            rules << finding.rule + (finding.severity == Severity::Hint ? u" hint"_s : u" !"_s);
    BOOST_TEST(rules == QStringList{u"file.attachment-pages-only hint"_s});
    BOOST_TEST(again.file.dossier.attachments.value(u"uscc_scan"_s).size() == 1);
    // Printed again without the original, the loss of its pages is said
    const WrittenDossier poorer =
        writeDossier(again.file.dossier, *again.file.pack, {}, zoo.file(u"again.pdf"_s));
    BOOST_TEST(poorer.remarks.size() >= 1);
    BOOST_TEST(std::any_of(poorer.remarks.begin(), poorer.remarks.end(), [](const LocalizedText& remark) {
        return remark.zh.contains(u"photo.jpg"_s) && remark.zh.contains(u"没有印出"_s);
    }));
}

BOOST_AUTO_TEST_CASE(an_original_put_back_beside_the_data_is_recognised)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@plain.jpg"_s});
    writeFile(zoo.file(u"photo.jpg"_s), withSegment(readFile(zoo.file(u"plain.jpg"_s)), 0xE1, exifBody(1)));
    zoo.add(u"photo.jpg"_s, {{u"originalInside"_s, false}});
    zoo.render();
    extractDossier(zoo.file(u"dossier.pdf"_s), zoo.file(u"out"_s));
    const auto rulesNow = [&] {
        QStringList rules;
        for (const Finding& finding : openDossier(zoo.file(u"out"_s)).file.findings)
            rules << finding.rule;
        return rules.filter(u"attachment"_s);
    };
    writeFile(zoo.file(u"out/attachments/photo.jpg"_s), readFile(zoo.file(u"photo.jpg"_s)));
    BOOST_TEST(rulesNow() == QStringList());
    writeFile(zoo.file(u"out/attachments/photo.jpg"_s),
              withSegment(readFile(zoo.file(u"plain.jpg"_s)), 0xDB, QByteArray(65, '\1')));
    BOOST_TEST(rulesNow() == QStringList{u"file.attachment-changed"_s});
}

BOOST_AUTO_TEST_SUITE_END()
