// SPDX-License-Identifier: Apache-2.0
// What cannot be attached is refused in one sentence that says what it is and what to do; check and print say
// the same.
#include "tests/model/procedure/zoo.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Refused
{
    QString name;
    QByteArray bytes;
    QString word; ///< of the sentence
};

QList<Refused> refusedFiles()
{
    const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    const QByteArray zip("PK\x03\x04\x14\0\0\0\x08\0", 10);
    const QString office = u"导出（另存）为 PDF"_s;
    const QString archive = u"请先解压"_s;
    return {
        {u"申报书.doc"_s, compound, office},
        {u"申报书.docx"_s, zip + "[Content_Types].xml word/document.xml", office},
        {u"表.xls"_s, compound, office},
        {u"表.xlsx"_s, zip + "xl/workbook.xml", office},
        {u"汇报.ppt"_s, compound, office},
        {u"汇报.pptx"_s, zip + "ppt/presentation.xml", office},
        {u"说明.wps"_s, compound, office},
        {u"表.et"_s, compound, office},
        {u"演示.dps"_s, compound, office},
        {u"文.odt"_s, zip + "mimetypeapplication/vnd.oasis.opendocument.text", office},
        {u"旧.rtf"_s, "{\\rtf1\\ansi", office},
        {u"公文.ofd"_s, zip + "OFD.xml", u"OFD"_s},
        {u"材料.rar"_s, "Rar!\x1A\x07\x01", archive},
        {u"材料.zip"_s, zip + "1.jpg", archive},
        {u"材料.7z"_s, "7z\xBC\xAF\x27\x1C", archive},
        {u"假.pdf"_s, zip + "%PDF-1.7 1.jpg", archive},
        {u"安装.exe"_s, QByteArray("MZ\x90\0", 4), u"这是程序"_s},
        {u"录像.mp4"_s,
         QByteArray("\0\0\0\x18"
                    "ftypmp42\0\0\0\0mp42isom",
                    24),
         u"视频"_s},
        {u"录像.mov"_s,
         QByteArray("\0\0\0\x14"
                    "ftypqt  \0\0\0\0qt  ",
                    20),
         u"视频"_s},
        {u"录像.avi"_s, QByteArray("RIFF\0\0\0\0AVI LIST", 16), u"视频"_s},
        {u"图.svg"_s, "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", u"SVG"_s},
        {u"页.html"_s, "<!DOCTYPE html><html></html>", u"网页"_s},
        {u"说明.txt"_s, "一段文字", u"文本文件"_s},
        {u"论文.caj"_s, QByteArray("CAJ\0\1\2", 6), u"CAJViewer"_s},
        {u"图片.psd"_s, QByteArray("8BPS\0\1", 6), u"另存为 JPEG 或 PNG"_s},
        {u"快捷方式.jpg"_s, QByteArray("L\0\0\0\1\x14\2\0", 8), u"快捷方式"_s},
        {u"空.jpg"_s, "", u"空文件"_s},
        {u"截断.jpg"_s, QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11), u"不完整或已损坏"_s},
        {u"截断.heic"_s,
         QByteArray("\0\0\0\x18"
                    "ftypheic\0\0\0\0mif1heic",
                    24),
         u"不完整或已损坏"_s},
        {u"截断.tif"_s, QByteArray("II*\0\x08\0\0\0", 8), u"不完整或已损坏"_s},
        {u"截断.webp"_s, QByteArray("RIFF\x40\0\0\0WEBPVP8 ", 16), u"不完整或已损坏"_s},
        {u"截断.gif"_s, "GIF89a", u"不完整或已损坏"_s},
        {u"截断.bmp"_s, QByteArray("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0", 22),
         u"不完整或已损坏"_s},
        {u"截断.pdf"_s, "%PDF-1.7\n1 0 obj", u"不是完整的 PDF"_s},
        {u"不明.dat"_s, QByteArray("\1\2\3\4", 4), u"只能使用图片"_s},
    };
}

} // namespace

BOOST_AUTO_TEST_SUITE(zoo_refused)

BOOST_AUTO_TEST_CASE(every_kind_is_refused_in_one_sentence_with_its_remedy)
{
    Zoo zoo;
    const QList<Refused> files = refusedFiles();
    for (const Refused& file : files) {
        writeFile(zoo.file(file.name), file.bytes);
        zoo.add(file.name);
    }
    QMap<int, Finding> unusable;
    for (const Finding& finding : zoo.check())
        if (finding.rule == u"file.attachment-unusable"_s)
            unusable.insert(finding.row.value_or(-1), finding);
    for (int row = 0; row < files.size(); ++row) {
        const Refused& file = files.at(row);
        const LocalizedText said = unusable.value(row).message;
        BOOST_TEST(said.zh.contains(file.word), file.name.toStdString() << ": " << said.zh.toStdString());
        BOOST_TEST(said.zh.contains(file.name));
        BOOST_TEST(said.zh.endsWith(u'。'));
        BOOST_TEST(said.zh.count(u'。') <= 2);
        BOOST_TEST(said.en.contains(file.name));
        BOOST_TEST_MESSAGE(said.zh.toStdString());
        BOOST_CHECK_EXCEPTION(
            inspectAttachment(zoo.file(file.name), zoo.folder()), Error, [&](const Error& error) {
                return said.zh.endsWith(QString(error.message().zh).replace(zoo.file(file.name), file.name));
            });
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_lies_is_told_and_the_content_counts)
{
    Zoo zoo;
    writeFile(zoo.file(u"其实是文档.jpg"_s), redOverBluePdf());
    writeFile(zoo.file(u"其实是图片.pdf"_s), readFile(zoo.base()));
    zoo.make(u"convert"_s, {u"@base.png"_s, u"JPEG:"_s + zoo.file(u"无扩展名"_s)});
    for (const QString& name : {u"其实是文档.jpg"_s, u"其实是图片.pdf"_s, u"无扩展名"_s})
        zoo.add(name);
    QStringList rules;
    for (const Finding& finding : zoo.check())
        rules << finding.rule + (finding.severity == Severity::Hint ? u" hint "_s : u" ! "_s) +
                     QString::number(finding.row.value_or(-1));
    BOOST_TEST(rules == QStringList({u"file.attachment-content hint 0"_s, u"file.attachment-renamed hint 0"_s,
                                     u"file.attachment-content hint 1"_s, u"file.attachment-renamed hint 1"_s,
                                     u"file.attachment-renamed hint 2"_s}));
    const WrittenDossier& written = zoo.render();
    QStringList names;
    for (const Attachment& attachment : written.dossier.attachments.value(u"uscc_scan"_s))
        names << attachment.name;
    BOOST_TEST(names == QStringList({u"其实是文档.pdf"_s, u"其实是图片.png"_s, u"无扩展名.jpg"_s}));
    BOOST_TEST(zoo.corners(u"其实是图片.pdf"_s) == shownCorners(1));
}

BOOST_AUTO_TEST_SUITE_END()
