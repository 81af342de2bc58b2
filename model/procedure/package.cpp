// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/package.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/value_words.h"
#include "model/pdf/embedded_files.h"
#include "model/print/page_code.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/office_route.h"
#include "model/procedure/supplement_intake.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestOriginal = qint64(1) << 30;
constexpr qint64 largestData = 20'000'000;
const auto originalsFolder = u"附件/"_s;

QString placeOf(const QString& original)
{
    return originalsFolder + safeFileName(original);
}

/// Takes the originals out into a folder and says where each file of the package lies.
QList<BundleFile> gather(const PackagePaper& paper, const PackageContent& content, const QString& scratch)
{
    QList<BundleFile> files;
    if (content.paper)
        files.append({paper.name, paper.path});
    for (const QString& original : content.originals) {
        const QString place = QDir(scratch).filePath(safeFileName(original));
        writeWholeFile(place, readEmbeddedFile(paper.path, original, largestOriginal));
        files.append({placeOf(original), place});
    }
    return files;
}

Error notMade(const QString& out)
{
    return Error(ErrorCode::NotWritable,
                 LocalizedText{u"无法建立文件夹“%1”。请检查上级文件夹是否可写、磁盘是否已满，或换一个位置。"_s,
                               u"The folder “%1” cannot be made. Check that its parent is writable and the disk not full, or choose another place."_s}
                     .arg(out),
                 out);
}

void copyInto(const QString& from, const QString& to)
{
    QDir().mkpath(QFileInfo(to).path());
    QFile source(from);
    openForReading(source);
    OutputFile copy(to);
    while (!source.atEnd())
        copy.write(source.read(1 << 20));
    copy.commit();
}

/// Made beside its place and renamed, so that nobody sends half of it.
bool writeFolder(const QList<BundleFile>& files, const QString& out, const WorkControl& control)
{
    const QFileInfo place(out);
    if (place.exists() && !(place.isDir() && QDir(out).isEmpty()))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"“%1”已经有内容，没有覆盖。请换一个名称或空文件夹。"_s,
                                  u"There is something in “%1” already; nothing was overwritten. Choose another name or an empty folder."_s}
                        .arg(out),
                    out);
    QTemporaryDir beside(QDir(place.absolutePath()).filePath(u"juanzong-XXXXXX"_s));
    if (!beside.isValid())
        throw notMade(out);
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (control.isCancelled && control.isCancelled())
            return false;
        if (control.progress)
            control.progress(int(i), int(files.size()));
        copyInto(files.at(i).path, beside.filePath(files.at(i).name));
    }
    QDir().rmdir(out);
    if (!QDir().rename(beside.path(), out))
        throw notMade(out);
    beside.setAutoRemove(false);
    QFile::setPermissions(out, QFile::permissions(out) | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    return true;
}

QString printedValue(const CallPack& pack, const Dossier& dossier, const QString& field)
{
    const QString value = dossier.text(field).simplified();
    const QString label = pack.optionLabel(field, value);
    return label.isEmpty() ? value : label;
}

} // namespace

QString paperFileName(const CallPack& pack, const QString& kind, const Dossier& dossier)
{
    return paperFileName(pack, pack.facts, kind, dossier);
}

QString paperFileName(const CallPack& pack, const CallFacts& local, const QString& kind, const Dossier& dossier)
{
    static const QRegularExpression placeholder(u"\\{([a-z0-9_]+)\\}"_s);
    const QString pattern = local.raw.value("fileNames"_L1).toObject().value(kind).toString();
    const QFileInfo parts(pattern);
    QString name = parts.completeBaseName();
    for (auto match = placeholder.match(name); match.hasMatch(); match = placeholder.match(name)) {
        const QString id = match.captured(1);
        const QString value = id == u"revision" ? QString::number(dossier.revision) : printedValue(pack, dossier, id);
        name.replace(match.capturedStart(), match.capturedLength(), QString(value).remove(u'{'));
    }
    static const QRegularExpression gaps(u"^[-—_ ]+|(?<=-)-+"_s); // where an empty field stood
    name.remove(gaps);
    return safeFileName(name + u'.' + parts.suffix());
}

PackagePaper readPackagePaper(const QString& path, Workspace* workspace)
{
    PackagePaper paper;
    paper.path = path;
    const QByteArray data = readEmbeddedFile(path, dossierDataName(), largestData);
    paper.dossier = parseDossierJson(data, path);
    paper.fingerprint = dossierFingerprint(data);
    paper.pack = findBuiltInCallPack(paper.dossier.callId);
    if (!paper.pack)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”属于申报通知“%2”，本程序没有它的模板包。请安装相应版本。"_s,
                                  u"“%1” belongs to the call “%2”, which is not installed here. Install the version that has it."_s}
                        .arg(path, paper.dossier.callId),
                    path);
    const CallFacts facts = workspace ? localFactsOf(*workspace, paper.dossier, *paper.pack).facts : paper.pack->facts;
    paper.name = paperFileName(*paper.pack, facts, u"dossier"_s, paper.dossier);
    paper.bytes = QFileInfo(path).size();
    for (const QList<Attachment>& files : std::as_const(paper.dossier.attachments))
        for (const Attachment& file : files)
            if (file.originalInside)
                paper.originals.append({file.name, file.size});
    std::stable_sort(paper.originals.begin(), paper.originals.end(),
                     [](const PackageFile& a, const PackageFile& b) { return a.bytes > b.bytes; });
    return paper;
}

QList<PackageFile> filesOf(const PackagePaper& paper, const PackageContent& content)
{
    QList<PackageFile> files;
    if (content.paper)
        files.append({paper.name, paper.bytes});
    for (const QString& name : content.originals) {
        const auto found = std::find_if(paper.originals.begin(), paper.originals.end(), [&](const PackageFile& file) { return file.name == name; });
        if (found == paper.originals.end())
            throw Error(ErrorCode::NotFound,
                        LocalizedText{u"“%1”里没有附件原件“%2”。请核对名称；只印页面的附件没有原件。"_s,
                                      u"There is no original “%2” in “%1”. Check its name; of attachments that are only printed there is none."_s}
                            .arg(paper.path, name),
                        name);
        files.append({placeOf(name), found->bytes});
    }
    if (files.isEmpty())
        throw Error(ErrorCode::Usage, text(u"报送包里什么也没有。请至少选一个文件。", u"There is nothing in the package. Choose one file at least."));
    return files;
}

qint64 bytesOf(const QList<PackageFile>& files)
{
    qint64 bytes = 0;
    for (const PackageFile& file : files)
        bytes += file.bytes;
    return bytes;
}

LocalizedText packageMessage(const PackagePaper& paper, const PackageContent& content)
{
    const DossierSummary summary = summaryOf(paper.dossier, *paper.pack);
    QStringList lines;
    const QList<PackageFile> files = filesOf(paper, content);
    for (qsizetype i = 0; i < files.size(); ++i)
        lines << u"%1. %2（%3）"_s.arg(QString::number(i + 1), files.at(i).name, sizeWords(files.at(i).bytes));
    return LocalizedText{u"%1　申报书（第 %2 稿，编号 %3）\n申报单位：%4\n文件：\n%5\n全文校验码：%6（印在首页页脚，可以核对）\n"
                         "请勿用其他软件另存或打印成 PDF：那样会丢失内附的数据、附件原件和签名。转发请用原文件。"_s,
                         u"%1, dossier (revision %2, id %3)\nApplicant: %4\nFiles:\n%5\nCheck code: %6 (printed at the foot of the first page)\n"
                         "Please do not save it with another program or print it to PDF: the data, originals and signatures inside would be lost. "
                         "Forward the file itself."_s}
        .arg(summary.title, QString::number(paper.dossier.revision), shortId(paper.dossier.id), summary.applicant, lines.join(u'\n'),
             QString::fromLatin1(paper.fingerprint.toHex().left(8)));
}

PackageForm packageFormOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"zip" ? PackageForm::Zip : suffix == u"jzb" ? PackageForm::Bundle : PackageForm::Folder;
}

bool writePackage(const PackagePaper& paper, const PackageContent& content, const QString& out, const WorkControl& control)
{
    filesOf(paper, content); // says what is wrong before anything is written
    const QTemporaryDir scratch;
    const QList<BundleFile> files = gather(paper, content, scratch.path());
    switch (packageFormOf(out)) {
    case PackageForm::Folder:
        return writeFolder(files, out, control);
    case PackageForm::Zip:
        return writeBundle(out, files, BundleKind::Zip, control);
    case PackageForm::Bundle:
        break;
    }
    return writeBundle(out, files, BundleKind::Bundle, control);
}

Packing packingOf(Workspace& workspace, qint64 dossier)
{
    Packing packing;
    const std::optional<Record> own = workspace.records().last(dossier, record::packing);
    const std::optional<Record> any = own ? own : workspace.records().lastOfAny(record::packing);
    if (any)
        packing.limit = std::max(0, any->detail.value("limit"_L1).toInt());
    const int dpi = own ? own->detail.value("dpi"_L1).toInt() : 0;
    if (std::find(photoResolutions.begin(), photoResolutions.end(), dpi) != photoResolutions.end())
        packing.dpi = dpi;
    return packing;
}

void keepPacking(Workspace& workspace, const OpenDossier& dossier, const Packing& packing)
{
    if (workspace.isReadOnly() || packingOf(workspace, dossier.key()) == packing)
        return;
    Record record;
    record.revision = dossier.editor().dossier().revision;
    record.kind = record::packing;
    record.who = workspace.operators().current().name;
    record.day = QDate::currentDate();
    record.detail = {{u"dpi"_s, packing.dpi}, {u"limit"_s, packing.limit}};
    record.person = workspace.operators().current().key;
    workspace.records().add(dossier.key(), record);
}

WrittenDossier measuredDossier(const Dossier& withPaths, const CallPack& pack, int dpi)
{
    const QTemporaryDir scratch;
    OutputOptions options;
    options.pictureDpi = dpi;
    return writeDossier(withPaths, pack, options, scratch.filePath(u"measured.pdf"_s));
}

} // namespace jz
