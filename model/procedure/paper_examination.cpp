// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_examination.h"

#include "model/base/make_finding.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/checker.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/active_content.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/pdf_info.h"
#include "model/pdf/signature_field_names.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/signature_paper.h"
#include "model/procedure/signature_policy.h"
#include "model/recommendation/ranking_sheet.h"
#include "model/recommendation/return_slip_file.h"
#include "model/reference/reference_data.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;
constexpr qsizetype mostPages = 3000;

LocalizedText notUnderstood(const QString& path)
{
    if (looksLikePdf(path))
        return {u"不是本程序的申报书。若是签字盖章后的扫描件，请申报单位用本程序放入定稿；若是打印、另存的副本，请索取原始文件。"_s,
                u"This is no dossier of this program. If it is a scan of signed pages, the applicant takes it into the final paper; if it was printed or saved "
                "anew, ask for the original file."_s};
    return {u"不是申报书。照片和扫描件请申报单位用本程序放入定稿；Word、WPS 文件请申报单位填入本程序再导出。"_s,
            u"This is no dossier. Photos and scans are taken into the final paper by the applicant; what is in Word is to be filled in with this program."_s};
}

QList<PaperSigner> signersOf(const VerificationReport& report)
{
    QList<PaperSigner> signers;
    for (const SignatureReport& signature : report.signatures) {
        const Verdict verdict = verdictOn(signature);
        signers << PaperSigner{signature.fingerprint, signature.field == applicantFieldName(), verdict == Verdict::Valid || verdict == Verdict::Untrusted};
    }
    return signers;
}

QString signatureOf(const PaperReport& report, const QList<PaperSigner>& signers)
{
    const bool bySigner = std::any_of(signers.begin(), signers.end(), [](const PaperSigner& signer) { return signer.forApplicant; });
    if (!bySigner && !report.ink.isEmpty())
        return u"ink"_s;
    return signers.isEmpty() ? u"none"_s : u"certificate"_s;
}

/// Data of papers that a receiver needs: whole, or said to be altered.
void readData(BatchPaper& paper, const QString& kind, const QString& path, const TrustList& trust)
{
    try {
        if (kind == "ranking"_L1) {
            const ReceivedSheet sheet = readRankingSheet(path);
            const VerificationReport report = verifyPaper(path, trust).signatures;
            paper.signers = signersOf(report);
            paper.verdict = verdictName(report.verdict);
            paper.sender = sheet.sender.isEmpty() && !paper.signers.isEmpty() ? paper.signers.first().fingerprint : sheet.sender;
            paper.data = sheet.data;
            paper.dataName = rankingDataName();
        } else if (kind == "endorsement"_L1) {
            const ReceivedSignaturePaper endorsement = readSignaturePaper(path);
            paper.sender = endorsement.sender;
            paper.data = signaturePaperJson(endorsement.paper);
            paper.dataName = signaturePaperDataName();
        }
    } catch (const Error& error) {
        paper.findings << makeFinding("paper.altered", Severity::Error, error.naming(paper.name).message());
    }
}

void lookAtDossier(BatchPaper& paper, const QString& path, const TrustList& trust)
{
    const DossierInput input = openDossier(path);
    const CallPack& pack = *input.file.pack;
    paper.dossier = input.file.dossier;
    paper.fingerprint = dossierFingerprint(readEmbeddedFile(path, dossierDataName(), largestData));
    const DossierSummary summary = summaryOf(paper.dossier, pack);
    paper.title = summary.title;
    paper.applicant = summary.applicant;
    const PaperReport report = verifyPaper(path, trust);
    const bool draft = pdfInfo(path).keywords.contains(u"draft");
    const bool bare = report.signatures.verdict == Verdict::Unsigned;
    paper.kind = draft ? BatchPaper::Kind::Review : bare ? BatchPaper::Kind::Final : BatchPaper::Kind::Signed;
    paper.standing = BatchPaper::Standing::Counts;
    paper.verdict = verdictName(report.signatures.verdict);
    paper.signers = signersOf(report.signatures);
    paper.signature = signatureOf(report, paper.signers);
    paper.findings += input.file.findings + Checker(pack, builtInReferenceData()).check(paper.dossier);
    const Findings findings = signatureFindings(paper.dossier, pack, report);
    for (const Finding& finding : findings) // who has to sign matters once somebody has; that pages say what the data say matters always
        if (!bare || finding.rule.startsWith(u"paper."))
            paper.findings << finding;
    if (hasActiveContent(path))
        paper.findings << makeFinding("paper.active", Severity::Error,
                                      {u"文件里有脚本或会自行动作的内容，申报书里不应有。请申报单位用本程序重新导出；不要用其他软件打开这一份。"_s,
                                       u"There are scripts, or something that acts by itself, in the file, which no dossier has. Ask the applicant to export it anew, and do not open "
                                       "this one with other programs."_s});
}

void requireFewPages(const QString& path)
{
    const qsizetype pages = pdfInfo(path).pages.size();
    if (pages > mostPages)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"“%1”有 %2 页，不像申报书，没有检查。请确认发来的是申报书本身。"_s,
                                  u"“%1” has %2 pages, which no dossier has; it was not looked at. Check that the dossier itself was sent."_s}
                        .arg(path, QString::number(pages)),
                    path);
}

} // namespace

BatchPaper examinePaper(const QString& path, const QString& name, const TrustList& trust)
{
    BatchPaper paper;
    paper.name = name;
    paper.sha256 = sha256OfFile(path);
    try {
        if (!looksLikePdf(path)) {
            paper.findings << makeFinding("batch.not-understood", Severity::Error, notUnderstood(path));
            return paper;
        }
        requireFewPages(path);
        if (isReturnSlip(path)) {
            paper.kind = BatchPaper::Kind::Slip;
            return paper;
        }
        lookAtDossier(paper, path, trust);
    } catch (const Error& error) {
        paper.kind = BatchPaper::Kind::Unknown;
        paper.standing = BatchPaper::Standing::NoDossier;
        try {
            const QString kind = readPageMap(path).kind;
            paper.kind = BatchPaper::Kind::OtherPaper;
            readData(paper, kind, path, trust);
        } catch (const Error&) {
            const bool isStrange = error.code() == ErrorCode::Unsupported && looksLikePdf(path);
            const LocalizedText words = isStrange && !error.message().zh.contains(u"副本") ? notUnderstood(path) : error.naming(name).message();
            paper.findings << makeFinding("batch.not-understood", Severity::Error, words);
        }
    }
    return paper;
}

} // namespace jz
