// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_verification.h"

#include "model/base/error.h"
#include "model/procedure/dossier_input.h"
#include "model/signature/pdf_verifier.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::optional<PaperIdentity> paperIdentity(const QString& path)
{
    try {
        const Dossier dossier = readDossierData(path);
        return PaperIdentity{u"dossier"_s, dossier.id.toString(QUuid::WithoutBraces), dossier.revision};
    } catch (const Error&) {
        return std::nullopt; // not a paper of ours, which is no fault of a PDF
    }
}

} // namespace

PaperReport verifyPaper(const QString& path, const TrustList& trust)
{
    PaperReport report{path, verifyPdf(path, trust), std::nullopt};
    if (report.signatures.verdict != Verdict::Unreadable)
        report.paper = paperIdentity(path);
    return report;
}

QJsonObject toJson(const PaperReport& report, Language language)
{
    QJsonObject json = toJson(report.signatures, language);
    json.insert(u"file"_s, report.file);
    if (report.paper)
        json.insert(u"paper"_s, QJsonObject{{u"kind"_s, report.paper->kind},
                                            {u"id"_s, report.paper->id},
                                            {u"revision"_s, report.paper->revision},
                                            {u"textMatches"_s, QJsonValue::Null}});
    return json;
}

} // namespace jz
