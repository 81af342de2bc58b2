// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_verification.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_input.h"
#include "model/signature/pdf_verifier.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;

/// The data of a dossier as it lies in the file; empty when it is no paper of ours, which is no fault of a PDF.
QByteArray dossierData(const QString& path)
{
    try {
        return readEmbeddedFile(path, dossierDataName(), largestData);
    } catch (const Error&) {
        return {};
    }
}

std::optional<PaperIdentity> paperIdentity(const QByteArray& data, const QString& path)
{
    try {
        const Dossier dossier = parseDossierJson(data, path);
        return PaperIdentity{u"dossier"_s, dossier.id.toString(QUuid::WithoutBraces), dossier.revision};
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Never better than is known: what the record says is worth what holds it together.
QList<InkRole> inkRoles(const PaperReport& report, const QByteArray& data)
{
    const std::optional<InkReport> record = readInkReport(report.file);
    if (!record)
        return {};
    QList<InkRole> roles = record->roles;
    const auto doubt = [&](QLatin1StringView code) {
        for (InkRole& role : roles) {
            role.matched = false;
            role.problems.append({code, 0, {}, {}});
        }
    };
    if (!report.signatures.delivery || !report.signatures.delivery->whole)
        doubt(ink::notClosed);
    const bool sameId = report.paper && record->id == QUuid::fromString(report.paper->id);
    if (!sameId || record->revision != report.paper->revision || record->fingerprint != sha256(data))
        doubt(ink::otherPaper);
    return roles;
}

} // namespace

PaperReport verifyPaper(const QString& path, const TrustList& trust)
{
    PaperReport report{path, verifyPdf(path, trust), std::nullopt, {}};
    if (report.signatures.verdict == Verdict::Unreadable)
        return report;
    const QByteArray data = dossierData(path);
    report.paper = paperIdentity(data, path);
    report.ink = inkRoles(report, data);
    return report;
}

QJsonObject toJson(const PaperReport& report, Language language)
{
    QJsonObject json = toJson(report.signatures, language);
    json.insert(u"file"_s, report.file);
    json.insert(u"ink"_s, inkRolesJson(report.ink, language));
    if (report.paper)
        json.insert(u"paper"_s, QJsonObject{{u"kind"_s, report.paper->kind},
                                            {u"id"_s, report.paper->id},
                                            {u"revision"_s, report.paper->revision},
                                            {u"textMatches"_s, QJsonValue::Null}});
    return json;
}

} // namespace jz
