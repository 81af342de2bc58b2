// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/attachment_kind.h"

#include "model/base/json_file.h"

#include <QFileInfo>
#include <QHash>
#include <QtEndian>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 4096;

bool isBitmap(const QByteArray& head)
{
    if (!head.startsWith("BM") || head.size() < 18)
        return false;
    const auto header = qFromLittleEndian<quint32>(head.constData() + 14);
    return header == 12 || (header >= 40 && header <= 124);
}

bool isTiff(const QByteArray& head)
{
    static const std::array<QByteArray, 4> starts{QByteArray("II*\0", 4), QByteArray("MM\0*", 4),
                                                  QByteArray("II+\0", 4), QByteArray("MM\0+", 4)};
    return std::any_of(starts.begin(), starts.end(),
                       [&](const QByteArray& start) { return head.startsWith(start); });
}

bool isHeif(const QByteArray& head)
{
    static const QList<QByteArray> brands{"heic", "heix", "heim", "heis", "hevc",
                                          "hevx", "mif1", "msf1", "avif", "avis"};
    if (head.mid(4, 4) != "ftyp")
        return false;
    const qsizetype end =
        std::min<qsizetype>(head.size(), qsizetype(qFromBigEndian<quint32>(head.constData())));
    for (qsizetype at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
        if (brands.contains(head.mid(at, 4)))
            return true;
    }
    return false;
}

bool isVideo(const QByteArray& head)
{
    return head.mid(4, 4) == "ftyp" || head.mid(4, 4) == "moov" || head.startsWith("\x1A\x45\xDF\xA3") ||
           head.startsWith("ID3") || head.startsWith("OggS") || head.startsWith("FLV\x01") ||
           head.startsWith(QByteArray("\0\0\1\xBA", 4)) ||
           (head.startsWith("RIFF") && head.mid(8, 4) != "WEBP") ||
           head.startsWith("\x30\x26\xB2\x75\x8E\x66\xCF\x11");
}

bool isArchive(const QByteArray& head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06") || head.startsWith("Rar!") ||
           head.startsWith("7z\xBC\xAF") || head.startsWith("\x1F\x8B") ||
           head.startsWith("\xFD"
                           "7zXZ") ||
           head.startsWith("BZh") || head.mid(257, 5) == "ustar" || head.startsWith("MSCF");
}

bool isOffice(const QByteArray& head)
{
    static const QList<QByteArray> traces{"word/",
                                          "xl/",
                                          "ppt/",
                                          "[Content_Types].xml",
                                          "mimetypeapplication/vnd.oasis",
                                          "Index/Document.iwa",
                                          "mimetypeapplication/epub"};
    const bool named = std::any_of(traces.begin(), traces.end(),
                                   [&](const QByteArray& trace) { return head.contains(trace); });
    return (head.startsWith("PK\x03\x04") && named) || head.startsWith("\xD0\xCF\x11\xE0") ||
           head.startsWith("{\\rtf");
}

bool isProgram(const QByteArray& head)
{
    return head.startsWith("MZ") ||
           head.startsWith("\x7F"
                           "ELF") ||
           head.startsWith("#!") || head.startsWith("\xCA\xFE\xBA\xBE") || head.startsWith("dex\n");
}

bool isText(const QByteArray& head)
{
    return std::all_of(head.begin(), head.end(), [](char c) {
        return uchar(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    });
}

LocalizedText remedyForPicture(const QByteArray& head, const LocalizedText& otherwise)
{
    const bool jpeg2000 = head.mid(4, 4) == "jP  " || head.startsWith("\xFF\x4F\xFF\x51");
    const bool jpegXl = head.startsWith("\xFF\x0A") || head.mid(4, 4) == "JXL ";
    if (jpeg2000 || jpegXl || head.startsWith("8BPS") || head.startsWith(QByteArray("\0\0\1\0", 4)) ||
        head.startsWith("FUJIFILM"))
        return {u"这种图片格式不能使用，请用看图软件另存为 JPEG 或 PNG 后再选"_s,
                u"this picture format cannot be used: save it as JPEG or PNG and choose that file"_s};
    return otherwise;
}

LocalizedText remedyForText(const QByteArray& head)
{
    const QByteArray lower = head.toLower();
    if (lower.contains("<svg"))
        return {u"这是 SVG 矢量图，请用浏览器或绘图软件打开，导出为 PDF 或 PNG 后再选"_s,
                u"it is an SVG drawing: export it as PDF or PNG and choose that file"_s};
    if (lower.contains("<html") || lower.contains("<!doctype html") || lower.startsWith("mime-version"))
        return {u"这是网页，请用浏览器打开后打印（另存）为 PDF 再选"_s,
                u"it is a web page: print it to PDF in a browser and choose that file"_s};
    return {u"这是文本文件，请用办公软件打开，导出为 PDF 后再选"_s,
            u"it is a text file: open it in an office program, export it as PDF and choose that file"_s};
}

/// What a file is that cannot be attached and what to do with it, by the first bytes of its content.
LocalizedText remedyFor(const QByteArray& head)
{
    if (head.startsWith("PK\x03\x04") && head.contains("OFD.xml"))
        return {u"这是 OFD 文件，请在阅读器中另存（导出）为 PDF 后再选"_s,
                u"it is an OFD document: export it as PDF and choose that file"_s};
    if (isOffice(head))
        return {
            u"这是 Word、Excel、PPT、WPS 等办公文档，请用办公软件导出（另存）为 PDF 后再选"_s,
            u"it is a Word, Excel, PowerPoint, WPS or other office document: export it as PDF and choose that file"_s};
    if (isArchive(head))
        return {u"这是压缩包，请先解压，再选其中的图片或 PDF"_s,
                u"it is an archive: unpack it and choose the pictures or PDFs in it"_s};
    if (isVideo(head))
        return {
            u"这是视频或音频，不能印在纸上，请截取需要的画面，存为图片后再选"_s,
            u"it is a video or a sound and cannot be printed: save the views you need as pictures and choose those"_s};
    if (isProgram(head))
        return {u"这是程序，不能放入申报书，请确认没有选错文件"_s,
                u"it is a program and cannot be attached: check that you chose the right file"_s};
    if (head.startsWith("CAJ") || head.startsWith("HN") || head.startsWith("KDH"))
        return {u"这是 CAJ 文献，请用 CAJViewer 打印（另存）为 PDF 后再选"_s,
                u"it is a CAJ paper: print it to PDF in CAJViewer and choose that file"_s};
    if (head.startsWith("%!PS") || head.startsWith("AC10") || head.startsWith("AT&TFORM"))
        return {
            u"这是图纸或排版文件，请在原程序中导出为 PDF 后再选"_s,
            u"it is a drawing or typeset file: export it as PDF in its own program and choose that file"_s};
    if (head.startsWith(QByteArray("L\0\0\0\1\x14\2\0", 8)))
        return {u"这是快捷方式，请选它指向的文件"_s,
                u"it is a shortcut: choose the file that it points to"_s};
    const LocalizedText other =
        isText(head)
            ? remedyForText(head)
            : LocalizedText{
                  u"只能使用图片（JPEG、PNG、TIFF、WebP、HEIC、GIF、BMP）和 PDF 文件，请转换后再选"_s,
                  u"only pictures (JPEG, PNG, TIFF, WebP, HEIC, GIF, BMP) and PDF files can be used: convert it first"_s};
    return remedyForPicture(head, other);
}

} // namespace

std::optional<AttachmentKind> attachmentKind(const QByteArray& firstBytes)
{
    if (firstBytes.startsWith("\xFF\xD8\xFF"))
        return AttachmentKind::Jpeg;
    if (firstBytes.startsWith("\x89PNG\r\n\x1A\n"))
        return AttachmentKind::Png;
    if (firstBytes.startsWith("GIF87a") || firstBytes.startsWith("GIF89a"))
        return AttachmentKind::Gif;
    if (isBitmap(firstBytes))
        return AttachmentKind::Bmp;
    if (isTiff(firstBytes))
        return AttachmentKind::Tiff;
    if (firstBytes.startsWith("RIFF") && firstBytes.mid(8, 4) == "WEBP")
        return AttachmentKind::Webp;
    if (isHeif(firstBytes))
        return AttachmentKind::Heic;
    // Readers accept up to 1024 bytes before the header (Adobe's implementation note 13)
    if (firstBytes.left(1024 + 5).contains("%PDF-") && !isArchive(firstBytes) && !isProgram(firstBytes))
        return AttachmentKind::Pdf;
    return {};
}

std::optional<AttachmentKind> promisedKind(const QString& name)
{
    using K = AttachmentKind;
    static const QHash<QString, AttachmentKind> kinds{
        {u"jpg"_s, K::Jpeg},  {u"jpeg"_s, K::Jpeg}, {u"jpe"_s, K::Jpeg},  {u"png"_s, K::Png},
        {u"gif"_s, K::Gif},   {u"bmp"_s, K::Bmp},   {u"tif"_s, K::Tiff},  {u"tiff"_s, K::Tiff},
        {u"webp"_s, K::Webp}, {u"heic"_s, K::Heic}, {u"heif"_s, K::Heic}, {u"avif"_s, K::Heic},
        {u"pdf"_s, K::Pdf},
    };
    const auto found = kinds.find(QFileInfo(name).suffix().toLower());
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

AttachmentKind attachmentKindOf(const QString& path)
{
    QFile file(path);
    openForReading(file);
    const QByteArray head = file.read(headBytes);
    if (head.isEmpty())
        throw file.size() == 0 && file.error() == QFile::NoError
            ? Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”是空文件（0 字节）。请重新获取这个文件。"_s,
                                  u"“%1” is empty (0 bytes). Get the file again."_s}
                        .arg(path),
                    path)
            : unreadable(path, file.errorString());
    if (const auto kind = attachmentKind(head))
        return *kind;
    const LocalizedText remedy = remedyFor(head);
    throw Error(
        ErrorCode::Unsupported,
        {u"无法使用“%1”：%2。"_s.arg(path, remedy.zh), u"“%1” cannot be used: %2."_s.arg(path, remedy.en)},
        path);
}

QByteArray mimeOf(AttachmentKind kind)
{
    static constexpr std::array<const char*, 8> types{"image/jpeg", "image/png",      "image/gif",
                                                      "image/bmp",  "image/tiff",     "image/webp",
                                                      "image/heic", "application/pdf"};
    return types.at(size_t(kind));
}

QString suffixOf(AttachmentKind kind)
{
    static const std::array<QString, 8> suffixes{u"jpg"_s, u"png"_s,  u"gif"_s,  u"bmp"_s,
                                                 u"tif"_s, u"webp"_s, u"heic"_s, u"pdf"_s};
    return suffixes.at(size_t(kind));
}

} // namespace jz
