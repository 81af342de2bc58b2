// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "model/procedure/trust_desk.h"

#include <QJsonDocument>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// On what trust the verdict rests, to be kept.
QByteArray basisJson(const VerificationReport& report)
{
    QJsonArray signatures;
    for (const SignatureReport& signature : report.signatures)
        signatures.append(QJsonObject{{u"signer"_s, signature.signer},
                                      {u"fingerprint"_s, signature.fingerprint},
                                      {u"trusted"_s, signature.trusted},
                                      {u"attestedBy"_s, signature.attestedBy},
                                      {u"trust"_s, signature.basis ? QJsonValue(toJson(*signature.basis)) : QJsonValue()}});
    return QJsonDocument(signatures).toJson(QJsonDocument::Compact);
}

/// What became of a listing: an old verdict is to stay explainable.
LocalizedText withItsEnd(const LocalizedText& basis, const QString& fingerprint, const QDateTime& at, const QList<TrustRecord>& all)
{
    for (const TrustRecord& record : all) {
        if (!record.isRemoved() || record.fingerprint != fingerprint || record.at.toSecsSinceEpoch() != at.toSecsSinceEpoch())
            continue;
        const QString day = record.removed.toLocalTime().toString(u"yyyy-MM-dd"_s);
        return LocalizedText{u"%1；%3于 %2 移出%4"_s, u"%1; removed on %2 by %3%4"_s}.arg(
            basis, day, record.removedBy,
            record.why.isEmpty() ? LocalizedText() : LocalizedText{u"：%1"_s, u": %1"_s}.arg(record.why));
    }
    return basis;
}

QList<KeptSignature> signaturesOf(const KeptVerdict& kept, const QList<TrustRecord>& all)
{
    QList<KeptSignature> signatures;
    const QJsonArray stored = QJsonDocument::fromJson(kept.basis).array();
    for (const QJsonValue& value : stored) {
        SignatureReport report;
        report.signer = value[u"signer"].toString();
        report.attestedBy = value[u"attestedBy"].toString();
        const QJsonObject trust = value[u"trust"].toObject();
        if (!trust.isEmpty())
            report.basis = trustEntryFrom(trust);
        LocalizedText words = basisWords(report);
        if (report.basis)
            words = withItsEnd(words, trust.value(u"fingerprint"_s).toString(), report.basis->at, all);
        signatures.append({report.signer, value[u"trusted"].toBool(), words, report.basis.has_value()});
    }
    return signatures;
}

bool isWorthKeeping(const VerificationReport& report)
{
    return report.verdict != Verdict::Unreadable && report.verdict != Verdict::Unsigned;
}

DeskMemory memoryOf(const PaperReport& report, const QByteArray& file, Workspace& workspace)
{
    DeskMemory memory;
    memory.kept = workspace.verdicts().on(file);
    if (memory.kept)
        memory.keptSignatures = signaturesOf(*memory.kept, workspace.trust().all());
    if (const auto& delivery = report.signatures.delivery; delivery && delivery->whole) {
        memory.senderSince = workspace.verdicts().senderSince(delivery->sender);
        if (report.paper)
            memory.otherSender = workspace.verdicts().otherSender(report.paper->id, delivery->sender);
    }
    return memory;
}

} // namespace

void rememberVerdict(PaperReport& report, const QByteArray& sha256, Workspace& workspace)
{
    report.memory = DeskMemory();
    if (!isWorthKeeping(report.signatures))
        return;
    report.memory = memoryOf(report, sha256, workspace);
    report.memory->isKept = !workspace.isReadOnly();
    if (!report.memory->isKept)
        return;
    KeptVerdict verdict;
    verdict.file = sha256;
    verdict.verdict = verdictName(report.signatures.verdict);
    verdict.basis = basisJson(report.signatures);
    if (const auto& delivery = report.signatures.delivery; delivery && delivery->whole)
        verdict.sender = delivery->sender;
    if (report.paper)
        verdict.dossier = report.paper->id;
    workspace.verdicts().keep(verdict, workspace.operators().current().key);
}

PaperReport verifyInWorkspace(const QString& path, Workspace& workspace, const TrustList& trust)
{
    // First what is listed: it says more of what trust rests on than a file does.
    TrustList all = trustListOf(workspace);
    for (const TrustEntry& entry : trust.entries())
        all.add(entry);
    PaperReport report = verifyPaper(path, all);
    rememberVerdict(report, isWorthKeeping(report.signatures) ? sha256OfFile(path) : QByteArray(), workspace);
    return report;
}

} // namespace jz
