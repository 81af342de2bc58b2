// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/attachment_source.h"

#include "model/base/counted_text.h"
#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/dossier/page_choice.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/foreign_decoders.h"
#include "model/pdf/jpeg_cleaner.h"
#include "model/pdf/page_import.h"
#include "model/pdf/picture.h"
#include "model/pdf/png_cleaner.h"

#include <QDir>

#include <atomic>
#include <filesystem>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double mmPerPoint = 25.4 / 72;

/// Writes the cleaned copy that `clean` makes into the scratch folder, under its own SHA-256.
template<typename Clean> QString cleanedCopy(const QString& scratchFolder, const QString& suffix, Clean clean)
{
    static std::atomic<int> next = 0; // several files are cleaned at once
    const QString work = QDir(scratchFolder).filePath(u"cleaning-%1.%2"_s.arg(++next).arg(suffix));
    OutputFile out(work, FileUse::Scratch);
    clean(out);
    out.commit();
    const QString path =
        QDir(scratchFolder).filePath(QString::fromLatin1(sha256OfFile(work).toHex()) + u'.' + suffix);
    std::error_code problem; // QFile::rename() would not replace the same content of another file
    std::filesystem::rename(work.toStdU16String(), path.toStdU16String(), problem);
    if (problem)
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法写入“%1”。"_s, u"“%1” cannot be written."_s}.arg(path), path);
    return path;
}

PictureFacts walkPicture(AttachmentKind kind, QFile& file, OutputFile* out)
{
    switch (kind) {
    case AttachmentKind::Jpeg: {
        const JpegFacts facts = walkJpeg(file, out);
        return {{{facts.pixels, facts.orientation}}, facts.needsCleaning};
    }
    case AttachmentKind::Png: {
        const PngFacts facts = walkPng(file, out);
        return {{{facts.pixels, facts.orientation}}, facts.needsCleaning};
    }
    case AttachmentKind::Gif:
        return walkGif(file, out);
    case AttachmentKind::Bmp:
        return walkBmp(file, out);
    case AttachmentKind::Tiff:
        return walkTiff(file, out);
    case AttachmentKind::Webp:
        return walkWebp(file, out);
    case AttachmentKind::Heic:
    case AttachmentKind::Pdf:
        break;
    }
    return walkHeic(file, out);
}

void inspectPicture(AttachmentSource& source, const QString& scratchFolder, int turn)
{
    QFile file(source.path);
    openForReading(file);
    const PictureFacts facts = walkPicture(source.kind, file, nullptr);
    source.cleaned = facts.needsCleaning;
    if (facts.needsCleaning && !scratchFolder.isEmpty())
        source.path = cleanedCopy(scratchFolder, suffixOf(source.kind),
                                  [&](OutputFile& out) { walkPicture(source.kind, file, &out); });
    source.pictures = facts.pages;
    if (source.kind == AttachmentKind::Heic)
        source.pictures.first().pixels = heicSize(source.path);
    for (PicturePage& picture : source.pictures)
        picture.orientation = turnedOrientation(picture.orientation, turn);
}

[[noreturn]] void refusePdf(const QString& path, const LocalizedText& why)
{
    throw Error(ErrorCode::Unsupported, why.arg(path), path);
}

void inspectPdf(AttachmentSource& source, int turn)
{
    const ImportedPdf pdf(source.path);
    if (!pdf.mayBePrinted())
        refusePdf(source.path,
                  {u"“%1”的作者禁止打印，不能放入申报书。请向提供者索取可以打印的文件。"_s,
                   u"The author of “%1” forbids printing, so it cannot become part of the paper. Ask for "
                   "a file that may be printed."_s});
    if (pdf.isPortfolio())
        refusePdf(
            source.path,
            {u"“%1”是 PDF 文件包（Portfolio），纸面上只有封面。请在 PDF 阅读器中打开，把里面的文件分别另存后再选。"_s,
             u"“%1” is a PDF portfolio that prints its cover alone. Open it in a PDF reader, save the files "
             u"in "
             "it and choose those."_s});
    if (pdf.isDynamicForm())
        refusePdf(
            source.path,
            {u"“%1”是动态表单（XFA），别的程序只显示一句提示。请在 Adobe Reader 中打开，打印为 PDF 后再选。"_s,
             u"“%1” is a dynamic form (XFA) that other programs cannot show. Open it in Adobe Reader, print "
             u"it "
             "to PDF and choose that file."_s});
    pdf.checkContents();
    for (int page = 0; page < pdf.pageCount(); ++page)
        source.pages.append(pdf.pagePoints(page, turn) * mmPerPoint);
    source.turn = turn;
    source.repaired = pdf.repaired();
    source.unshownFields = pdf.unshownFields();
}

void choose(AttachmentSource& source, const QString& pages, const QString& path)
{
    const ChosenPages chosen = choosePages(pages, source.pageCount());
    if (chosen.problem)
        throw Error(
            ErrorCode::Malformed,
            {u"“%1”：%2。"_s.arg(path, chosen.problem->zh), u"“%1”: %2."_s.arg(path, chosen.problem->en)},
            path);
    source.printed = chosen.pages;
}

} // namespace

AttachmentSource inspectAttachment(const QString& path, const QString& scratchFolder,
                                   const AttachmentUse& use)
{
    AttachmentSource source;
    source.path = path;
    source.kind = attachmentKindOf(path);
    if (source.isPicture())
        inspectPicture(source, scratchFolder, use.turn);
    else
        inspectPdf(source, use.turn);
    choose(source, use.pages, path);
    if (source.isPicture()) {
        source.pixels = source.uprightPixels(source.printed.first());
        for (const int page : source.printed)
            tryDecoding(source, page);
    }
    source.size = QFileInfo(source.path).size();
    source.sha256 = sha256OfFile(source.path);
    return source;
}

QList<InspectedAttachment> inspectAttachments(const QList<AttachmentFile>& files,
                                              const QString& scratchFolder, const WorkControl& control,
                                              int threads)
{
    QList<InspectedAttachment> results(files.size());
    InspectedAttachment* const all = results.data(); // the list itself may not be touched by several threads
    const auto inspect = [&](int i) {
        try {
            all[i].source = inspectAttachment(files.at(i).path, scratchFolder, files.at(i).use);
        } catch (const Error& error) {
            all[i].error = error;
        }
    };
    runInParallel(int(files.size()), inspect, control, threads);
    return results;
}

LocalizedText repairedRemark(const QString& name)
{
    return LocalizedText{u"“%1”：PDF 有损坏，已修复后使用，请核对该附件各页。"_s,
                         u"“%1”: the PDF was damaged and has been repaired; check its pages."_s}
        .arg(name);
}

LocalizedText unshownFieldsRemark(const QString& name, int fields)
{
    return CountedText{
        u"“%1”：有 %2 处表单内容无法显示，请在原程序中打印为 PDF 后重新添加。"_s,
        u"“%1”: %2 form {field|fields} cannot be shown; print it to PDF in its own program and attach that."_s}
        .arg(name, QString::number(fields));
}

} // namespace jz
