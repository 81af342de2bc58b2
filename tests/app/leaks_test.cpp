// SPDX-License-Identifier: Apache-2.0
// What leaves the program carries one revision's values and files and nothing else. Words are planted in everything else
// there is, then every paper is taken apart (streams, strings, embedded files, metadata) and searched.
#include "tests/app/cli_desk.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>
#include <QSysInfo>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A JPEG segment: marker, length, content.
QByteArray segment(char marker, const QByteArray& content)
{
    const int length = int(content.size()) + 2;
    return QByteArray("\xff") + marker + char(length >> 8) + char(length) + content;
}

QByteArray little16(int value) { return QByteArray(1, char(value)) + char(value >> 8); }
QByteArray little32(int value) { return little16(value & 0xffff) + little16(value >> 16); }
QByteArray entry(int tag, int type, int count, const QByteArray& value) { return little16(tag) + little16(type) + little32(count) + value.leftJustified(4, '\0'); }

/// EXIF with a camera and a GPS date that can be searched for (TIFF 6.0, Exif 2.3).
QByteArray exif()
{
    constexpr int makeAt = 8 + 2 + 2 * 12 + 4;
    constexpr int gpsAt = makeAt + 10;
    constexpr int stampAt = gpsAt + 2 + 2 * 12 + 4;
    return QByteArray("Exif\0\0II*\0", 10) + little32(8) + little16(2) + entry(0x010f, 2, 10, little32(makeAt))
           + entry(0x8825, 4, 1, little32(gpsAt)) + little32(0) + QByteArray("LEAKCAM7Q\0", 10) + little16(2) + entry(1, 2, 2, "N")
           + entry(29, 2, 11, little32(stampAt)) + little32(0) + QByteArray("LEAKGPS7Q:\0", 11);
}

void plantInJpeg(const QString& path)
{
    const QByteArray jpeg = readFile(path);
    BOOST_REQUIRE(jpeg.startsWith("\xff\xd8"));
    writeFile(path, jpeg.left(2) + segment('\xe1', exif()) + segment('\xe1', QByteArray("http://ns.adobe.com/xap/1.0/\0<x>LEAKXMP7Q</x>", 46))
                        + segment('\xfe', "LEAKCOM7Q") + jpeg.mid(2) + "LEAKTAIL7Q");
}

/// A word as bytes could spell it in a PDF.
QList<QByteArray> spellings(const QString& word)
{
    QStringEncoder utf16(QStringConverter::Utf16BE);
    const QByteArray wide = utf16.encode(word);
    const QByteArray narrow = word.toUtf8();
    return {narrow, wide, wide.toHex(), wide.toHex().toUpper(), narrow.toHex(), narrow.toHex().toUpper(), narrow.toPercentEncoding()};
}

/// All bytes of a file that can be reached: as it is; of a PDF also uncompressed, its text, and its embedded files in turn.
QByteArray takenApart(const QString& path, const QString& scratch)
{
    QByteArray bytes = readFile(path);
    if (!bytes.left(1024).contains("%PDF-"))
        return bytes;
    const QString plain = scratch + u"/plain.pdf";
    run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, u"--decode-level=all"_s, path, plain});
    bytes += readFile(plain) + run(u"pdftotext"_s, {path, u"-"_s}).out;
    const QString parts = scratch + u"/parts";
    QDir().mkpath(parts);
    run(u"pdfdetach"_s, {u"-saveall"_s, u"-o"_s, parts, path});
    QDirIterator files(parts, QDir::Files);
    while (files.hasNext()) {
        const QString inner = scratch + u"/inner";
        QDir().mkpath(inner);
        bytes += files.fileName().toUtf8() + takenApart(files.next(), inner);
        QDir(inner).removeRecursively();
    }
    QDir(parts).removeRecursively();
    return bytes;
}

void search(const QString& folder, const QStringList& words)
{
    int papers = 0;
    QDirIterator files(folder, {u"*.pdf"_s}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        const ScratchFolder scratch;
        const QByteArray bytes = takenApart(path, scratch.path());
        ++papers;
        for (const QString& word : words)
            for (const QByteArray& spelling : spellings(word))
                BOOST_TEST(!bytes.contains(spelling), files.fileName().toStdString() << " holds " << word.toStdString());
    }
    BOOST_TEST(papers > 0);
}

/// Names of this machine and of the folders worked in.
QStringList localNames(const QString& folder)
{
    QStringList names{QDir::homePath() + u'/', folder, QDir::tempPath() + u'/'};
    if (QSysInfo::machineHostName().size() > 5)
        names.append(QSysInfo::machineHostName());
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(leaks)

BOOST_AUTO_TEST_CASE(no_paper_of_a_desk_carries_what_is_not_in_its_revision)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QStringList who{u"--operator"_s, u"泄漏经办人7Q"_s, u"--unit"_s, u"泄漏经办单位7Q"_s};
    desk.run(QStringList{u"dossier set"_s, id, u"org_intro"_s, u"泄漏旧稿7Q"_s} + who);
    desk.run({u"dossier set"_s, id, u"org_intro"_s, u"现在的简介。"_s});
    desk.run({u"dossier row add"_s, id, u"domestic_experts"_s, u"name=泄漏专家7Q"_s});
    desk.run({u"dossier undo"_s, id});
    desk.run({u"dossier note"_s, id, u"泄漏备注7Q"_s, u"--todo"_s, u"--who"_s, u"泄漏某人7Q"_s});
    const QString folder = desk.folder().file(u"样例"_s);
    QFile::copy(folder + u"/licence.jpg", folder + u"/planted.jpg");
    plantInJpeg(folder + u"/planted.jpg");
    run(u"convert"_s, {folder + u"/line.png", u"-set"_s, u"comment"_s, u"LEAKPNG7Q"_s, folder + u"/planted.png"});
    BOOST_REQUIRE(readFile(folder + u"/planted.png").contains("LEAKPNG7Q"));
    const CliResult attached =
        desk.run({u"dossier attach"_s, id, u"hardware_photos"_s, folder + u"/planted.jpg", folder + u"/planted.png", u"--caption"_s, u"现场"_s});
    BOOST_TEST(attached.exitCode == 0, attached.err.toStdString());

    const QString out = desk.folder().file(u"外发"_s);
    QDir().mkpath(out);
    desk.run({u"dossier export"_s, id, out + u"/copy.pdf", u"--copy"_s});
    desk.run({u"dossier export"_s, id, out + u"/review.pdf", u"--review"_s});
    const CliResult final = desk.run({u"dossier finalise"_s, id});
    BOOST_TEST(final.exitCode == 0, final.err.toStdString());
    desk.run({u"dossier export"_s, id, out + u"/final.pdf"});
    const SampleFolder keys;
    const CliResult sign = cli({u"sign"_s, out + u"/final.pdf", out + u"/signed.pdf", u"--role"_s, u"applicant"_s, u"--identity"_s,
                                keys.identity(), u"--passphrase-file"_s, keys.passphraseFile()});
    BOOST_TEST(sign.exitCode == 0, sign.err.toStdString());
    BOOST_TEST(QDir(out).entryList({u"*.pdf"_s}).size() == 4);
    search(out, QStringList{u"泄漏旧稿7Q"_s, u"泄漏专家7Q"_s, u"泄漏备注7Q"_s, u"泄漏某人7Q"_s, u"泄漏经办人7Q"_s, u"泄漏经办单位7Q"_s, u"LEAKCAM7Q"_s,
                            u"LEAKGPS7Q"_s, u"LEAKXMP7Q"_s, u"LEAKCOM7Q"_s, u"LEAKTAIL7Q"_s, u"LEAKPNG7Q"_s}
                    + localNames(desk.folder().path()));
}

BOOST_AUTO_TEST_CASE(the_search_finds_what_is_there)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    desk.run({u"dossier set"_s, id, u"org_intro"_s, u"就在这里7Q"_s});
    const QString paper = desk.folder().file(u"copy.pdf"_s);
    desk.run({u"dossier export"_s, id, paper, u"--copy"_s});
    const ScratchFolder scratch;
    const QByteArray bytes = takenApart(paper, scratch.path());
    BOOST_TEST(bytes.contains(u"就在这里7Q"_s.toUtf8()));
    BOOST_TEST(bytes.contains("licence.jpg"));
}

BOOST_AUTO_TEST_CASE(no_paper_of_the_demonstration_names_this_machine)
{
    const ScratchFolder folder;
    const QString out = folder.file(u"演示"_s);
    BOOST_TEST(cli({u"demo"_s, out}).exitCode == 0);
    search(out, localNames(folder.path()));
}

BOOST_AUTO_TEST_SUITE_END()
