// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/workspace_option.h"

#include "model/base/counted_text.h"
#include "model/dossier/value_words.h"
#include "model/procedure/package.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

PackageContent contentOf(const Call& call, const PackagePaper& paper)
{
    PackageContent content;
    content.paper = !call.has(u"without-paper"_s);
    content.originals = call.options.values(u"attachment"_s);
    if (call.has(u"all-attachments"_s)) {
        content.originals.clear();
        for (const PackageFile& file : paper.originals)
            content.originals << file.name;
    }
    return content;
}

/// Bytes of --limit; 0 when none is given.
qint64 limitOf(const Call& call)
{
    if (!call.has(u"limit"_s))
        return 0;
    bool isNumber = false;
    const double megabytes = call.value(u"limit"_s).toDouble(&isNumber);
    if (!isNumber || megabytes <= 0)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"--limit 后面写大于零的数，单位 MB，如 20；不能是“%1”。"_s, u"--limit takes a number above zero in MB, such as 20, not “%1”."_s}
                        .arg(call.value(u"limit"_s)),
                    u"limit"_s);
    return qint64(megabytes * 1e6);
}

QJsonArray filesJson(const QList<PackageFile>& files)
{
    QJsonArray json;
    for (const PackageFile& file : files)
        json.append(QJsonObject{{u"name"_s, file.name}, {u"bytes"_s, file.bytes}});
    return json;
}

QString formName(PackageForm form)
{
    return form == PackageForm::Folder ? u"folder"_s : form == PackageForm::Zip ? u"zip"_s : u"bundle"_s;
}

void tell(const QString& out, const QList<PackageFile>& files, const QString& message)
{
    print(CountedText{u"已写入 %1：%2 个文件，%3"_s, u"Wrote %1: %2 {file|files}, %3"_s}
              .arg(out, QString::number(files.size()), sizeWords(bytesOf(files)))
              .in(language()));
    print(text(u"可随文件发出的说明：", u"A text to send with it:").in(language()));
    print(message);
}

void complainOfSize(const PackagePaper& paper, qint64 bytes, qint64 limit)
{
    complain(LocalizedText{u"共 %1，超过 %2。附件原件（从大到小）："_s, u"%1 in all, more than %2. The originals inside, the heaviest first:"_s}
                 .arg(sizeWords(bytes), sizeWords(limit))
                 .in(language()));
    for (const PackageFile& file : paper.originals)
        complain(u"  "_s + sizeWords(file.bytes) + u"  "_s + file.name);
    complain(text(u"可以不另附原件；还没有定稿的，可让较大的附件只印页面，或用 render --photo-dpi 150 降低照片分辨率。",
                  u"Leave originals out; before finalising, have heavy attachments printed only, or print photos with fewer dots (render --photo-dpi 150).")
                 .in(language()));
}

int packageAndTell(const Call& call)
{
    const QString& out = call.inputs.at(1);
    const qint64 limit = limitOf(call);
    const std::unique_ptr<Workspace> workspace = workspaceAtHand(call);
    const PackagePaper paper = readPackagePaper(call.inputs.first(), workspace.get());
    const PackageContent content = contentOf(call, paper);
    const QList<PackageFile> files = filesOf(paper, content);
    writePackage(paper, content, out);
    const qint64 bytes = bytesOf(files);
    const bool over = limit > 0 && bytes > limit;
    const QString message = packageMessage(paper, content).in(language());
    if (call.has(u"json"_s))
        printJson({{u"out"_s, out}, {u"form"_s, formName(packageFormOf(out))}, {u"files"_s, filesJson(files)}, {u"bytes"_s, bytes},
                   {u"limit"_s, limit > 0 ? QJsonValue(limit) : QJsonValue()}, {u"over"_s, over}, {u"originals"_s, filesJson(paper.originals)},
                   {u"message"_s, message}});
    else
        tell(out, files, message);
    if (over)
        complainOfSize(paper, bytes, limit);
    return over ? Wrong : Fine;
}

int package(const Call& call)
{
    return withErrorJson(call, [&] { return packageAndTell(call); });
}

} // namespace

QList<Command> packageCommands()
{
    return {{u"package"_s, u"PAPER.pdf OUT"_s, 2,
             text(u"把申报书 PDF 和附件原件做成报送包：文件夹、.zip 或 .jzb，按申报通知的规则命名，并给出随附的说明文字",
                  u"pack a dossier PDF and originals of its attachments as a folder, .zip or .jzb, named as the call has it, with a text to send along"),
             {workspaceOption(),
              {u"attachment"_s, u"NAME"_s, text(u"另附这个附件的原件，可给多次", u"the original of this attachment beside it, may be given more than once")},
              {u"all-attachments"_s, {}, text(u"另附全部附件原件", u"all originals beside it")},
              {u"without-paper"_s, {}, text(u"只要附件，不要申报书", u"attachments only, without the dossier")},
              {u"limit"_s, u"MB"_s, text(u"对方能收多大；超过时照样写出，列出较大的附件，退出码 1", u"what the receiver takes; when it is more, it is written all the same, heavy attachments are listed, exit code 1")},
              {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
             {u"package 已签章.pdf 报送包.zip --all-attachments --limit 20"_s, u"package 已签章.pdf 报送"_s}, package}};
}

} // namespace jz::cli
