// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: the batch leaves.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/finding_lines.h"
#include "app/signing_identity.h"

#include "model/exchange/check_report.h"
#include "model/procedure/batch_export.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1'000'000;

qint64 limitOf(const Call& call)
{
    if (!call.has(u"limit"_s))
        return 0;
    bool isNumber = false;
    const double limit = call.value(u"limit"_s).toDouble(&isNumber);
    if (!isNumber || limit <= 0 || limit > 1e6)
        throw Error(ErrorCode::Usage, text(u"--limit 是以 MB 计的大小，如 20。", u"--limit is a size in MB, e.g. 20."), u"limit"_s);
    return qint64(limit * megabyte);
}

QJsonObject toJson(const ExportedBatch& exported, const QString& out)
{
    QJsonArray files;
    for (const PackageFile& file : exported.files)
        files.append(QJsonObject{{u"name"_s, file.name}, {u"bytes"_s, file.bytes}});
    QJsonArray changes;
    for (const LocalizedText& change : exported.changes)
        changes.append(change.in(language()));
    return {{u"file"_s, exported.written ? QJsonValue(out) : QJsonValue()},
            {u"written"_s, exported.written},
            {u"bytes"_s, exported.bytes},
            {u"sheet"_s, jz::toJson(exported.sheet)},
            {u"files"_s, files},
            {u"changes"_s, changes},
            {u"text"_s, exported.message.in(language())},
            {u"findings"_s, findingsJson(exported.findings, language())}};
}

int tellExported(const Call& call, const ExportedBatch& exported)
{
    if (call.has(u"json"_s)) {
        printJson(toJson(exported, call.inputs.first()));
    } else {
        for (const Finding& finding : exported.findings)
            print(findingLine(finding));
        for (const LocalizedText& change : exported.changes)
            print(change.in(language()));
        print(exported.written ? exported.message.in(language())
                               : call.has(u"dry-run"_s) ? text(u"没有写出文件（试运行）。", u"Nothing was written (dry run).").in(language())
                                                        : text(u"没有导出：请先解决上列错误。", u"Not exported: solve the errors above first.").in(language()));
    }
    return hasError(exported.findings) ? Wrong : Fine;
}

int exportAndTell(const Call& call)
{
    ExportOrder order;
    order.out = call.inputs.first();
    order.limit = limitOf(call);
    order.day = call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate();
    if (call.has(u"dry-run"_s)) {
        Desk desk(call, Workspace::Mode::WriteOrRead);
        return tellExported(call, plannedExport(desk.workspace(), batchOf(call, desk.workspace()).key, order.limit));
    }
    if (call.has(u"identity"_s) || call.has(u"token"_s))
        order.certificate = identityOf(call);
    else
        order.deliveryKey = deliveryKeyOf(call);
    std::optional<Passphrase> passphrase;
    if (call.has(u"bundle-passphrase-file"_s)) {
        passphrase.emplace(Passphrase::fromFile(call.value(u"bundle-passphrase-file"_s)));
        if (passphrase->isEmpty())
            throw Error(ErrorCode::Usage, text(u"口令文件是空的。", u"The passphrase file is empty."), call.value(u"bundle-passphrase-file"_s));
        order.passphrase = &*passphrase;
    }
    Desk desk(call, Workspace::Mode::Write);
    order.person = desk.person();
    return tellExported(call, exportBatch(desk.workspace(), batchOf(call, desk.workspace()).key, order));
}

} // namespace

QList<Command> batchSendCommands()
{
    return {
        deskCommand(u"batch export"_s, u"OUT"_s, 1,
                    text(u"（推荐单位）导出报送包：推荐排序表（PDF、XLSX、DOCX）、申报书、签章件；超名额、未签章、未声明时不导出",
                         u"(recommending body) write the bundle: ranking sheet (PDF, XLSX, DOCX), dossiers, signature papers; not over quota, not without endorsements or declarations"),
                    identityOptions()
                        + QList<Option>{{u"limit"_s, u"MB"_s, text(u"对方能收的大小，超过时提醒", u"what the receiver takes; a warning when it is more")},
                                        {u"bundle-passphrase-file"_s, u"FILE"_s, text(u"给报送包加口令（AES-256）", u"encrypt the bundle (AES-256)")},
                                        {u"date"_s, u"ISO"_s, text(u"报送日期；不给则为今天", u"date of the sheet; today when not given")},
                                        {u"dry-run"_s, {}, text(u"只看还差什么、多大，不写文件", u"only say what stands against it and how large it is")},
                                        batchOption()},
                    {u"batch export 报送包.jzb"_s, u"batch export 报送包.zip --limit 50 --bundle-passphrase-file 口令.txt"_s}, reported<exportAndTell>),
    };
}

} // namespace jz::cli
