// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/attachment_source.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/jpeg_cleaner.h"
#include "model/pdf/page_import.h"
#include "model/pdf/picture.h"
#include "model/pdf/png_cleaner.h"

#include <QDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double mmPerPoint = 25.4 / 72;

/// What to do with a file of a kind that cannot be attached, by the first bytes of its content.
LocalizedText remedyFor(const QByteArray& head)
{
    const QByteArrayView start(head);
    const bool zip = start.startsWith("PK\x03\x04");
    if (zip && head.contains("OFD.xml"))
        return {u"这是 OFD 文件，请在阅读器中另存（导出）为 PDF 后再选"_s,
                u"it is an OFD document: export it as PDF and choose that file"_s};
    const bool office = head.contains("word/") || head.contains("xl/") || head.contains("ppt/")
                        || head.contains("[Content_Types].xml") || head.contains("mimetypeapplication/vnd.oasis");
    if ((zip && office) || start.startsWith("\xD0\xCF\x11\xE0") || start.startsWith("{\\rtf"))
        return {u"这是 Word、Excel、WPS 等办公文档，请用办公软件导出（另存）为 PDF 后再选"_s,
                u"it is a Word, Excel or other office document: export it as PDF and choose that file"_s};
    if (zip || start.startsWith("Rar!") || start.startsWith("7z\xBC\xAF"))
        return {u"这是压缩包，请先解压，再选其中的图片或 PDF"_s,
                u"it is an archive: unpack it and choose the pictures or PDFs in it"_s};
    if (head.mid(4, 4) == "ftyp")
        return {u"这是手机的 HEIC 图片或视频，请在手机上另存为 JPEG 后再选"_s,
                u"it is a HEIC picture or a video of a telephone: save it as JPEG and choose that file"_s};
    if (start.startsWith("II*") || start.startsWith("MM") || start.startsWith("BM") || start.startsWith("GIF8")
        || head.mid(8, 4) == "WEBP")
        return {u"这种图片格式不能使用，请另存为 JPEG 或 PNG 后再选"_s,
                u"this picture format cannot be used: save it as JPEG or PNG and choose that file"_s};
    return {u"只能使用 JPEG、PNG 图片和 PDF 文件，请转换后再选"_s,
            u"only JPEG and PNG pictures and PDF files can be used: convert it first"_s};
}

AttachmentKind kindOf(const QString& path)
{
    QFile file(path);
    openForReading(file);
    const QByteArray head = file.read(4096);
    if (head.isEmpty())
        throw file.size() == 0 && file.error() == QFile::NoError
            ? Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”是空文件（0 字节）。请重新获取这个文件。"_s,
                                  u"“%1” is empty (0 bytes). Get the file again."_s}
                        .arg(path),
                    path)
            : unreadable(path, file.errorString());
    if (head.startsWith("\xFF\xD8\xFF"))
        return AttachmentKind::Jpeg;
    if (head.startsWith("\x89PNG\r\n\x1A\n"))
        return AttachmentKind::Png;
    // Readers accept up to 1024 bytes before the header (Adobe's implementation note 13)
    if (head.left(1024 + 5).contains("%PDF-"))
        return AttachmentKind::Pdf;
    const LocalizedText remedy = remedyFor(head);
    throw Error(ErrorCode::Unsupported,
                {u"无法使用“%1”：%2。"_s.arg(path, remedy.zh), u"“%1” cannot be used: %2."_s.arg(path, remedy.en)}, path);
}

/// Writes the cleaned copy that `clean` makes into the scratch folder, under its own SHA-256.
template<typename Clean>
QString cleanedCopy(const QString& scratchFolder, const QString& suffix, Clean clean)
{
    const QString work = QDir(scratchFolder).filePath(u"cleaning"_s + suffix);
    OutputFile out(work);
    clean(out);
    out.commit();
    const QString path =
        QDir(scratchFolder).filePath(QString::fromLatin1(sha256OfFile(work).toHex()) + suffix);
    QFile::remove(path);
    if (!QFile::rename(work, path))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法写入“%1”。"_s, u"“%1” cannot be written."_s}.arg(path), path);
    return path;
}

void inspectJpeg(AttachmentSource& source, const QString& scratchFolder)
{
    QFile file(source.path);
    openForReading(file);
    const JpegFacts facts = walkJpeg(file);
    if (facts.needsCleaning) {
        source.path = cleanedCopy(scratchFolder, u".jpg"_s, [&](OutputFile& out) { walkJpeg(file, &out); });
        source.cleaned = true;
    }
    source.pixels = facts.turned() ? facts.pixels.transposed() : facts.pixels;
}

void inspectPng(AttachmentSource& source, const QString& scratchFolder)
{
    QFile file(source.path);
    openForReading(file);
    const PngFacts facts = walkPng(file);
    if (facts.needsCleaning) {
        source.path = cleanedCopy(scratchFolder, u".png"_s, [&](OutputFile& out) { walkPng(file, &out); });
        source.cleaned = true;
    }
    source.pixels = facts.pixels;
}

void inspectPdf(AttachmentSource& source)
{
    const ImportedPdf pdf(source.path);
    if (!pdf.mayBePrinted())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”的作者禁止打印，不能放入申报书。请向提供者索取可以打印的文件。"_s,
                                  u"The author of “%1” forbids printing, so it cannot become part of the paper. Ask for "
                                  "a file that may be printed."_s}
                        .arg(source.path),
                    source.path);
    pdf.checkContents();
    for (int page = 0; page < pdf.pageCount(); ++page)
        source.pages.append(pdf.pagePoints(page) * mmPerPoint);
    source.repaired = pdf.repaired();
    source.unshownFields = pdf.unshownFields();
}

} // namespace

AttachmentSource inspectAttachment(const QString& path, const QString& scratchFolder)
{
    AttachmentSource source;
    source.path = path;
    source.kind = kindOf(path);
    switch (source.kind) {
    case AttachmentKind::Jpeg:
        inspectJpeg(source, scratchFolder);
        break;
    case AttachmentKind::Png:
        inspectPng(source, scratchFolder);
        break;
    case AttachmentKind::Pdf:
        inspectPdf(source);
        break;
    }
    if (source.isPicture())
        tryDecoding(source.path);
    source.size = QFileInfo(source.path).size();
    source.sha256 = sha256OfFile(source.path);
    return source;
}

} // namespace jz
