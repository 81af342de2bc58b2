// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/supplement_issuing.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/procedure/batch_pack.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_file.h"

#include <QDir>
#include <QFileInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestDraft = 1'000'000;

Supplement begun(const Batch& batch, const CallPack& pack, int number)
{
    Supplement supplement = newSupplement(pack, batch.body.name, batch.body.kind, number);
    supplement.contact = QStringList{batch.body.contact, batch.body.phone}.join(u' ').trimmed();
    return supplement;
}

QString draftFile(Workspace& workspace, qint64 batch)
{
    return QDir(workspace.folder()).filePath(u"drafts/supplement-%1.json"_s.arg(batch));
}

int nextNumber(const QList<IssuedSupplement>& issued)
{
    return issued.isEmpty() ? 1 : issued.constLast().supplement.number + 1;
}

} // namespace

QList<IssuedSupplement> issuedSupplements(Workspace& workspace, qint64 batch)
{
    QList<IssuedSupplement> issued;
    const QList<SupplementRecord> records = workspace.sendings().supplements(batch);
    for (const SupplementRecord& each : records)
        issued << IssuedSupplement{parseSupplement(canonicalJson(each.data), QString::number(each.number)), each.paper, each.at};
    return issued;
}

Supplement nextSupplement(Workspace& workspace, const Batch& batch, const CallPack& pack)
{
    const QList<IssuedSupplement> issued = issuedSupplements(workspace, batch.key);
    const Supplement next = begun(batch, pack, nextNumber(issued));
    if (issued.isEmpty() || issued.constLast().supplement.repeals)
        return next;
    Supplement changed = issued.constLast().supplement;
    changed.formHash = next.formHash;
    changed.from = next.from;
    changed.bodyKind = next.bodyKind;
    changed.contact = next.contact.isEmpty() ? changed.contact : next.contact;
    changed.number = next.number;
    changed.issued = next.issued;
    return changed;
}

Supplement repealingSupplement(Workspace& workspace, const Batch& batch, const CallPack& pack)
{
    Supplement supplement = begun(batch, pack, nextNumber(issuedSupplements(workspace, batch.key)));
    supplement.repeals = true;
    return supplement;
}

std::optional<Supplement> supplementDraft(Workspace& workspace, qint64 batch)
{
    const QString file = draftFile(workspace, batch);
    if (!QFileInfo::exists(file))
        return {};
    try {
        const Supplement draft = parseSupplement(readWholeFile(file, largestDraft), file);
        return draft.number == nextNumber(issuedSupplements(workspace, batch)) ? std::optional(draft) : std::nullopt;
    } catch (const Error&) {
        return {}; // of another program version: it is typed anew
    }
}

void keepSupplementDraft(Workspace& workspace, qint64 batch, const Supplement& supplement)
{
    const QString file = draftFile(workspace, batch);
    QDir().mkpath(QFileInfo(file).path());
    writeWholeFile(file, supplementJson(supplement));
}

Findings issueSupplement(Workspace& workspace, qint64 batch, const Supplement& supplement, const Identity& deliveryKey, const QString& out, qint64 person)
{
    if (supplement.number != nextNumber(issuedSupplements(workspace, batch)))
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"补充通知第 %1 号已经出过。请重新打开再写。"_s, u"There is a notice No. %1 already. Begin it anew."_s}.arg(QString::number(supplement.number)),
                    u"number"_s);
    const CallPack& pack = batchPack(workspace, batch);
    writeSupplement(supplement, pack, deliveryKey, out);
    SupplementRecord record;
    record.number = supplement.number;
    record.paper = workspace.objects().add(out);
    record.data = parseJsonObject(supplementJson(supplement), out);
    workspace.sendings().addSupplement(batch, record, person);
    QFile::remove(draftFile(workspace, batch));
    return supplementFindings(supplement, pack);
}

} // namespace jz
