// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/handover.h"

#include "model/base/cancelled.h"
#include "model/base/error.h"
#include "model/exchange/bundle.h"
#include "model/exchange/document_writer.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/batch_parcels.h"
#include "model/procedure/prospect_register.h"
#include "model/workspace/backup.h"
#include "model/workspace/workspace_check.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString listName = u"交接清单.docx"_s;
const QString folderName = u"workspace"_s;

/// A workspace of many years; it is our own zip, and still read within bounds.
BundleLimits handoverLimits()
{
    BundleLimits limits;
    limits.entries = 200'000;
    limits.bytes = qint64(64) << 30;
    limits.ratio = 1000; // a database of much the same texts packs well
    return limits;
}

LocalizedText candidateLine(const BatchView& view, const Candidate& candidate)
{
    const LocalizedText place = candidate.isWithdrawn()                     ? text(u"已撤回", u"withdrawn")
                                : view.isRecommended(candidate.dossier) ? text(u"推荐 %1", u"recommended, %1")
                                                                        : text(u"备选 %1", u"reserve, %1");
    const LocalizedText ranked = candidate.isWithdrawn() ? place : place.arg(QString::number(view.ranking.place(candidate.dossier)));
    return text(u"%1　%2（%3）　第 %4 稿，%5，推荐意见：%6", u"%1: %2 (%3), revision %4, %5, endorsement: %6")
        .arg(ranked, candidate.title, candidate.applicant, QString::number(candidate.revision),
             candidate.isSigned() ? text(u"已签章", u"signed") : text(u"未签章", u"not signed"), endorsementWord(endorsementOf(candidate, view.endorsements).kind));
}

QList<LocalizedText> openDossiers(const BatchView& view)
{
    QList<LocalizedText> open;
    for (const Candidate& each : view.candidates) {
        if (each.isWithdrawn() && !each.acknowledged.isValid())
            open << text(u"《%1》提出撤回，尚未确认。", u"“%1” asked to be withdrawn and has no answer yet.").arg(each.title);
        else if (!each.isWithdrawn() && each.state == "returned"_L1)
            open << text(u"《%1》已退回修改，等候新的一稿。", u"“%1” was returned; its next revision is awaited.").arg(each.title);
        else if (!each.isWithdrawn() && each.state == "diverging"_L1)
            open << text(u"《%1》有两份内容不同的同一稿，等候选定。", u"“%1” came twice with other content; one has to be chosen.").arg(each.title);
    }
    return open;
}

LocalizedText joined(const QList<LocalizedText>& all)
{
    LocalizedText one;
    for (const LocalizedText& each : all) {
        one.zh += (one.zh.isEmpty() ? QString() : u"；"_s) + each.zh;
        one.en += (one.en.isEmpty() ? QString() : u"; "_s) + each.en;
    }
    return one;
}

/// What is still to be done.
QList<LocalizedText> openMatters(Workspace& workspace, const BatchView& view, const CallPack& pack, const QDateTime& now)
{
    QList<LocalizedText> open;
    const Findings sending = sendingFindings(view, pack);
    for (const Finding& finding : sending)
        if (finding.severity != Severity::Hint)
            open << finding.message;
    const Findings parcels = parcelFindings(workspace.sendings().parcels(view.batch.key), view, pack, now);
    for (const Finding& finding : parcels)
        open << finding.message;
    open += openDossiers(view);
    const QList<Prospect> prospects = workspace.prospects().of(view.batch.key);
    for (const Prospect& each : prospects) {
        const QList<LocalizedText> owed = missingFrom(each, view, pack);
        if (!owed.isEmpty())
            open << text(u"意向单位“%1”（%2 %3）还缺：%4。", u"“%1” (%2 %3) still owes: %4.").arg(each.unit, each.contact, each.phone, joined(owed));
    }
    return open;
}

QList<LocalizedText> sentThings(Workspace& workspace, qint64 batch)
{
    QList<LocalizedText> sent;
    const QList<Sending> sendings = workspace.sendings().sendings(batch);
    for (const Sending& each : sendings)
        sent << text(u"第 %1 次报送，%2，%3 项，校验码 %4", u"Sending no. %1, %2, %3 dossiers, SHA-256 %4")
                    .arg(QString::number(each.number), each.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                         QString::number(each.content.value("dossiers"_L1).toArray().size()), QString::fromLatin1(each.bundle.toHex()));
    const QList<Parcel> parcels = workspace.sendings().parcels(batch);
    for (const Parcel& each : parcels)
        sent << text(u"第 %1 件　%2 %3　寄出 %4　送达 %5", u"Parcel %1, %2 %3, posted %4, arrived %5")
                    .arg(QString::number(each.number), each.courier, each.waybill, each.posted.isValid() ? each.posted.toString(Qt::ISODate) : u"—"_s,
                         each.arrived.isValid() ? each.arrived.toString(u"yyyy-MM-dd HH:mm"_s) : u"—"_s);
    return sent;
}

void addLines(QList<DocumentPart>& parts, const QString& heading, const QList<LocalizedText>& lines)
{
    parts << DocumentPart{DocumentPart::Kind::Paragraph, heading};
    for (qsizetype i = 0; i < lines.size(); ++i)
        parts << DocumentPart{DocumentPart::Kind::Plain, u"%1. %2"_s.arg(QString::number(i + 1), lines.at(i).zh)};
    if (lines.isEmpty())
        parts << DocumentPart{DocumentPart::Kind::Plain, u"无。"_s};
}

void writeList(const HandoverList& list, const QString& path)
{
    using Kind = DocumentPart::Kind;
    QList<DocumentPart> parts{{Kind::Title, u"交接清单"_s}};
    for (const HandoverBatch& batch : list.batches) {
        parts << DocumentPart{Kind::Paragraph, u"批次“%1”，%2，《%3》。"_s.arg(batch.name, batch.body, batch.call)};
        addLines(parts, u"申报书"_s, batch.candidates);
        addLines(parts, u"未办事项"_s, batch.open);
        addLines(parts, u"已报送、已寄出"_s, batch.sent);
    }
    if (list.dossiers > 0)
        parts << DocumentPart{Kind::Paragraph, u"资料库里另有本单位填写的申报书 %1 份。"_s.arg(list.dossiers)};
    parts << DocumentPart{Kind::Plain, u"移交人：%1　　　接收人：　　　　　日期：%2"_s.arg(list.from, list.day.toString(u"yyyy年M月d日"_s))};
    writeDocumentFile(path, parts);
}

[[noreturn]] void refuse(const QString& file, const QString& detail = {})
{
    throw Error(ErrorCode::Malformed,
                text(u"这不是完好的交接文件。请向移交人索要原文件（不要解压后重新打包）。", u"This is no hand-over file, or it is damaged. Ask for the original file, not unpacked and packed again."), file, detail);
}

/// Whether everything holds in the workspace that came.
void requireSound(const QString& folder, const QString& file)
{
    Workspace workspace(folder, Workspace::Mode::Write);
    const QList<Breach> breaches = checkWorkspace(workspace);
    if (!breaches.isEmpty())
        refuse(file, breaches.first().message.zh);
}

} // namespace

HandoverList handoverList(Workspace& workspace, const QString& from, const QDateTime& now)
{
    HandoverList list{now.date(), from, {}, int(workspace.dossiers().list().size())};
    const QList<Batch> all = workspace.batches().all();
    for (const Batch& batch : all) {
        const CallPack& pack = batchPack(workspace, batch.key);
        const BatchView view = batchView(workspace, batch.key, pack);
        HandoverBatch part{batch.name, batch.body.name, pack.official, {}, openMatters(workspace, view, pack, now), sentThings(workspace, batch.key)};
        const QList<const Candidate*> ranked = view.ranked();
        for (const Candidate* const each : ranked)
            part.candidates << candidateLine(view, *each);
        for (const Candidate& each : view.candidates)
            if (each.isWithdrawn())
                part.candidates << candidateLine(view, each);
        list.batches << part;
    }
    return list;
}

bool writeHandover(Workspace& workspace, const HandoverList& list, const QString& out, const WorkControl& control)
{
    const QTemporaryDir scratch;
    const QString copy = scratch.filePath(folderName);
    copyWorkspace(workspace.database(), workspace.folder(), copy);
    if (control.isCancelled && control.isCancelled())
        return false;
    const QString paper = scratch.filePath(u"list.docx"_s);
    writeList(list, paper);
    QList<BundleFile> files{{listName, paper}};
    QDirIterator found(copy, QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (found.hasNext())
        paths << found.next();
    paths.sort();
    for (const QString& path : std::as_const(paths))
        files << BundleFile{folderName + u'/' + QDir(copy).relativeFilePath(path), path};
    return writeBundle(out, files, BundleKind::Zip, control);
}

bool isHandover(const QString& file)
{
    try {
        if (!looksLikeBundle(file))
            return false;
        const BundleReader reader(file, handoverLimits());
        const QString database = Workspace::databaseFile(folderName);
        const QList<BundleEntry>& entries = reader.entries();
        return std::any_of(entries.begin(), entries.end(), [&](const BundleEntry& entry) { return entry.name == database; });
    } catch (const Error&) {
        return false; // whoever opens it says why
    }
}

QString handoverListName()
{
    return listName;
}

void openHandover(const QString& file, const QString& folder, const WorkControl& control)
{
    QDir target(folder);
    if (target.exists() && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        throw Error(ErrorCode::Usage, LocalizedText{u"文件夹“%1”里已有文件。请给一个新的或空的文件夹。"_s, u"The folder “%1” is not empty. Choose a new one."_s}.arg(folder), folder);
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable, LocalizedText{u"不能建立文件夹“%1”。"_s, u"The folder “%1” cannot be made."_s}.arg(folder), folder);
    // In the folder itself, so that what was unpacked is moved and not copied.
    QTemporaryDir scratch(target.filePath(u"takeover-XXXXXX"_s));
    const UnpackedBundle unpacked = unpackBundle(file, scratch.path(), control, handoverLimits());
    if (unpacked.cancelled)
        throw Cancelled();
    const QString inner = scratch.filePath(folderName);
    if (!unpacked.findings.isEmpty() || !QFile::exists(Workspace::databaseFile(inner)))
        refuse(file, unpacked.findings.isEmpty() ? QString() : unpacked.findings.first().message.zh);
    requireSound(inner, file);
    const QStringList parts = QDir(inner).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString& part : parts)
        if (!QFile::rename(inner + u'/' + part, target.filePath(part)))
            throw Error(ErrorCode::NotWritable, LocalizedText{u"不能写入“%1”。"_s, u"“%1” cannot be written."_s}.arg(target.filePath(part)), folder);
    QFile::rename(scratch.filePath(listName), target.filePath(listName));
}

} // namespace jz
