// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/file_kind.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/sha256.h"

#include <QFileInfo>
#include <QHash>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The kind a file name promises; none for endings that promise nothing we look into.
std::optional<FileKind> promisedKind(const QString& name)
{
    static const QHash<QString, FileKind> kinds{
        {u"jpg"_s, FileKind::Jpeg}, {u"jpeg"_s, FileKind::Jpeg}, {u"png"_s, FileKind::Png},
        {u"gif"_s, FileKind::Gif},  {u"bmp"_s, FileKind::Bmp},   {u"tif"_s, FileKind::Tiff},
        {u"tiff"_s, FileKind::Tiff}, {u"webp"_s, FileKind::Webp}, {u"pdf"_s, FileKind::Pdf},
    };
    const auto found = kinds.find(QFileInfo(name).suffix().toLower());
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

void tell(Findings& findings, const QString& rule, const AttachmentPlace& place, LocalizedText message)
{
    findings.append({rule, Severity::Error, place.field, place.row, {}, std::move(message), {}, false, {}});
}

enum class Sort { Image, Pdf, Other };

/// A picture under another picture's ending (messengers do that) is no trouble to anyone.
Sort sortOf(FileKind kind)
{
    if (kind == FileKind::Other)
        return Sort::Other;
    return kind == FileKind::Pdf ? Sort::Pdf : Sort::Image;
}

QByteArray firstBytesOf(const QString& path)
{
    QFile file(path);
    openForReading(file);
    return file.read(1024);
}

} // namespace

FileKind fileKind(const QByteArray& firstBytes)
{
    if (firstBytes.startsWith("\xFF\xD8\xFF"))
        return FileKind::Jpeg;
    if (firstBytes.startsWith("\x89PNG\r\n\x1A\n"))
        return FileKind::Png;
    if (firstBytes.startsWith("GIF87a") || firstBytes.startsWith("GIF89a"))
        return FileKind::Gif;
    if (firstBytes.startsWith("BM"))
        return FileKind::Bmp;
    if (firstBytes.startsWith(QByteArray("II*\0", 4)) || firstBytes.startsWith(QByteArray("MM\0*", 4)))
        return FileKind::Tiff;
    if (firstBytes.startsWith("RIFF") && firstBytes.mid(8, 4) == "WEBP")
        return FileKind::Webp;
    // ISO 32000-1, annex H: readers accept the header anywhere in the first 1024 bytes.
    if (firstBytes.left(1024).contains("%PDF-"))
        return FileKind::Pdf;
    return FileKind::Other;
}

bool examine(Attachment& attachment, const AttachmentPlace& place, Findings& findings)
{
    const QFileInfo info(attachment.path);
    const QString number = QString::number(place.row + 1);
    try {
        const QByteArray hash = sha256OfFile(attachment.path);
        if (!attachment.sha256.isEmpty() && attachment.sha256 != hash)
            tell(findings, u"file.attachment-changed"_s, place,
                 LocalizedText{u"“%1”的附件“%2”与申报书中记载的文件不一致，可能被替换或修改过。请换回原文件。"_s,
                               u"Attachment “%2” of “%1” is not the file the dossier names; it was replaced or "
                               "changed. Put the original back."_s}
                     .arg(place.label, info.fileName()));
        attachment.sha256 = hash;
        attachment.size = info.size();
        const std::optional<FileKind> promised = promisedKind(attachment.path);
        if (promised && sortOf(fileKind(firstBytesOf(attachment.path))) != sortOf(*promised))
            tell(findings, u"file.attachment-content"_s, place,
                 LocalizedText{u"“%1”的附件“%2”内容与扩展名不符，不是有效的 %3 文件。请重新保存或换用正确的文件。"_s,
                               u"Attachment “%2” of “%1” is no %3 file by its content. Save it anew or choose the right file."_s}
                     .arg(place.label, info.fileName(), info.suffix().toUpper()));
        return true;
    } catch (const Error& error) {
        const bool missing = error.code() == ErrorCode::NotFound;
        const LocalizedText message =
            missing ? LocalizedText{u"找不到“%1”的第 %3 个附件“%2”。请把文件放到所写的位置，或改正文件名。"_s,
                                    u"There is no file “%2”, attachment %3 of “%1”. Put it there or mend the name."_s}
                    : LocalizedText{u"无法读取“%1”的第 %3 个附件“%2”。请检查该文件的读取权限。"_s,
                                    u"“%2”, attachment %3 of “%1”, cannot be read. Check its permissions."_s};
        tell(findings, missing ? u"file.attachment-missing"_s : u"file.attachment-unreadable"_s, place,
             message.arg(place.label, attachment.path, number));
        return false;
    }
}

} // namespace jz
