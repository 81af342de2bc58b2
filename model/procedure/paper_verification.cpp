// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_verification.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/print/page_code.h"
#include "model/print/page_map.h"
#include "model/procedure/resaved_paper.h"
#include "model/procedure/text_comparison.h"
#include "model/signature/pdf_verifier.h"

#include <future>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;

/// What a paper of ours says it is, and the fingerprint of the data it rests on.
struct KnownPaper
{
    PaperIdentity identity;
    QByteArray fingerprint;
    std::optional<Dossier> dossier; ///< when that is what it is
    std::optional<SignaturePaper> endorsement;
};

/// What a signature paper says; nothing when the data inside are not those that the paper was made of.
std::optional<SignaturePaper> endorsementIn(const EmbeddedFiles& files, const PageMap& map, const QString& path)
{
    const auto data = files.read(signaturePaperDataName(), largestData);
    if (!data || sha256(*data) != map.fingerprint)
        return {};
    return parseSignaturePaper(*data, path);
}

std::optional<KnownPaper> knownPaper(const EmbeddedFiles& files, const QString& path)
{
    try {
        if (const auto data = files.read(dossierDataName(), largestData); data && !data->isEmpty()) {
            const Dossier dossier = parseDossierJson(*data, path);
            return KnownPaper{{u"dossier"_s, dossier.id.toString(QUuid::WithoutBraces), dossier.revision, {}},
                              sha256(*data), dossier, {}};
        }
        const auto pages = files.read(pageMapName(), largestData);
        if (!pages)
            return std::nullopt;
        const PageMap map = parsePageMap(*pages, path);
        return KnownPaper{{map.kind, map.id.toString(QUuid::WithoutBraces), map.revision, {}}, map.fingerprint, {}, endorsementIn(files, map, path)};
    } catch (const Error&) {
        return std::nullopt; // no paper of ours, which is no fault of a PDF
    }
}

/// Never better than is known: what the record says is worth what holds it together.
QList<InkRole> inkRoles(const EmbeddedFiles& files, const PaperReport& report, const QByteArray& fingerprint)
{
    const std::optional<InkReport> record = readInkReport(files);
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
    if (!sameId || record->revision != report.paper->revision || record->fingerprint != fingerprint)
        doubt(ink::otherPaper);
    return roles;
}

/// A signature that holds is one of this very file: no copy has that.
bool holds(const VerificationReport& report)
{
    return report.verdict == Verdict::Valid || report.verdict == Verdict::Untrusted;
}

/// What is inside a file and on its pages; nothing about its signatures.
struct Inside
{
    std::unique_ptr<PdfStructure> structure;
    std::unique_ptr<EmbeddedFiles> files;
    std::optional<KnownPaper> known;
    std::optional<TextComparison> text;
    Problems problems;
};

void compareText(const Dossier& dossier, Inside& inside)
{
    const CallPack* pack = findBuiltInCallPack(dossier.callId);
    // Another version of the form prints other words: nothing can be said then.
    if (!pack || pack->formHash != dossier.formHash)
        return;
    try {
        inside.text = compareTextWithData(*inside.structure, dossier, *pack);
    } catch (const Error& error) {
        inside.problems.append(makeProblem(problem::textNotComparable, {}, error.message()));
    }
}

Inside lookInside(const ByteSource& source)
{
    Inside inside;
    try {
        inside.structure = std::make_unique<PdfStructure>(source);
        inside.files = std::make_unique<EmbeddedFiles>(*inside.structure);
        inside.known = knownPaper(*inside.files, source.name());
    } catch (const Error&) {
        // Encrypted or damaged: nothing inside says what it is.
    }
    if (inside.known && inside.known->dossier)
        compareText(*inside.known->dossier, inside);
    return inside;
}

/// A signature paper says something only while a delivery mark holds it together.
void describeEndorsement(const Inside& inside, PaperReport& report)
{
    if (!inside.known)
        return;
    report.endorsement = inside.known->endorsement;
    if (report.endorsement && !report.isWholeEndorsement())
        report.signatures.problems.append(makeProblem(problem::endorsementNotClosed));
}

/// Which paper of ours it is, and whether its pages say what its data say.
void describePaper(const Inside& inside, PaperReport& report)
{
    if (inside.known) {
        report.paper = inside.known->identity;
        if (inside.text) {
            report.paper->textMatches = inside.text->matches;
            report.signatures.problems += inside.text->problems;
        }
        report.signatures.problems += inside.problems;
    }
    describeEndorsement(inside, report);
    try {
        if (inside.files)
            report.ink = inkRoles(*inside.files, report, inside.known ? inside.known->fingerprint : QByteArray());
    } catch (const Error&) {
        // What cannot be read says nothing.
    }
    if (!inside.structure || inside.known || holds(report.signatures))
        return;
    if (const auto copy = recognisedCopy(*inside.structure))
        report.signatures.problems.append(makeProblem(problem::paperResaved, {}, copy->words()));
}

} // namespace

PaperReport verifyPaper(const QString& path, const TrustList& trust)
{
    PaperReport report{path, {}, std::nullopt, std::nullopt, !trust.isEmpty(), {}, {}, {}};
    try {
        const FileBytes source(path);
        // Signatures and pages ask for different parts of the file and take about as long.
        std::future<Inside> looking = std::async(std::launch::async, lookInside, std::cref<ByteSource>(source));
        report.signatures = PdfVerifier().verify(source, trust);
        const Inside inside = looking.get();
        if (report.signatures.verdict != Verdict::Unreadable)
            describePaper(inside, report);
    } catch (const Error&) {
        report.signatures = verifyPdf(path, trust); // it says why the file cannot be opened
    }
    return report;
}

void compareBeside(PaperReport& report, const QString& path, const QString& name)
{
    if (!report.endorsement)
        return;
    const QByteArray data = readEmbeddedFile(path, dossierDataName(), largestData);
    const Dossier dossier = parseDossierJson(data, path);
    const QByteArray fingerprint = sha256(data);
    const LocalizedText facts = LocalizedText{u"第 %1 稿，编号 %2，校验码 %3"_s, u"revision %1, id %2, fingerprint %3"_s}.arg(
        QString::number(dossier.revision), shortId(dossier.id), QString::fromLatin1(fingerprint.toHex()).first(8));
    const SignaturePaper& signedPaper = *report.endorsement;
    report.beside = BesideDossier{name, dossier.id == signedPaper.dossier && dossier.revision == signedPaper.revision && fingerprint == signedPaper.fingerprint};
    if (!report.beside->matches)
        report.signatures.problems.append(
            makeProblem(dossier.id == signedPaper.dossier ? problem::endorsementOutdated : problem::endorsementElsewhere, {}, facts));
}

namespace {

QJsonObject endorsementJson(const SignaturePaper& endorsement, const std::optional<BesideDossier>& beside)
{
    QJsonObject json = parseJsonObject(signaturePaperJson(endorsement), {});
    for (const QString& internal : {u"format"_s, u"kind"_s})
        json.remove(internal);
    QJsonArray pages;
    for (const SignedPage& page : endorsement.pages)
        pages.append(page.page);
    json.insert(u"pages"_s, pages);
    json.insert(u"beside"_s, beside ? QJsonValue(QJsonObject{{u"file"_s, beside->file}, {u"matches"_s, beside->matches}}) : QJsonValue());
    return json;
}

QJsonValue momentJson(const QDateTime& moment)
{
    return moment.isValid() ? QJsonValue(moment.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue keptJson(const std::optional<DeskMemory>& memory, Language language)
{
    if (!memory || !memory->kept)
        return {};
    QJsonArray basis;
    for (const KeptSignature& signature : memory->keptSignatures)
        basis.append(QJsonObject{{u"signer"_s, signature.signer},
                                 {u"trusted"_s, signature.trusted},
                                 {u"words"_s, signature.basis.in(language)}});
    return QJsonObject{{u"verdict"_s, memory->kept->verdict},
                       {u"at"_s, momentJson(memory->kept->at)},
                       {u"by"_s, memory->kept->by.isEmpty() ? QJsonValue() : QJsonValue(memory->kept->by)},
                       {u"basis"_s, basis}};
}

} // namespace

QJsonObject toJson(const PaperReport& report, Language language)
{
    QJsonObject json = toJson(report.signatures, language);
    if (report.signatures.delivery) {
        QJsonObject delivery = json.value(u"delivery"_s).toObject();
        delivery.insert(u"since"_s, report.memory ? momentJson(report.memory->senderSince) : QJsonValue());
        json.insert(u"delivery"_s, delivery);
    }
    json.insert(u"kept"_s, keptJson(report.memory, language));
    json.insert(u"file"_s, report.file);
    json.insert(u"ink"_s, inkRolesJson(report.ink, language));
    if (report.endorsement)
        json.insert(u"endorsement"_s, endorsementJson(*report.endorsement, report.beside));
    if (report.paper)
        json.insert(u"paper"_s, QJsonObject{{u"kind"_s, report.paper->kind},
                                            {u"id"_s, report.paper->id},
                                            {u"revision"_s, report.paper->revision},
                                            {u"textMatches"_s, report.paper->textMatches ? QJsonValue(*report.paper->textMatches)
                                                                                 : QJsonValue()}});
    return json;
}

} // namespace jz
