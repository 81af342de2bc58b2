// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/finding_lines.h"
#include "app/workspace_option.h"
#include "model/base/counted_text.h"

#include "model/base/make_finding.h"
#include "model/dossier/checker.h"
#include "model/exchange/check_report.h"
#include "model/procedure/bundle_papers.h"
#include "model/procedure/demo.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/package.h"
#include "model/procedure/resaved_paper.h"
#include "model/procedure/signature_paper.h"
#include "model/procedure/signature_policy.h"
#include "model/reference/reference_data.h"
#include "model/signature/problem_code.h"

#include <QDir>
#include <QFileInfo>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

Findings allFindings(const DossierInput& input)
{
    return input.file.findings + Checker(*input.file.pack, builtInReferenceData()).check(input.file.dossier);
}

/// What `check --json` prints when the input could not even be read.
QJsonObject failureJson(const QString& subject, const Error& error)
{
    QJsonObject json = checkReportJson(subject, {}, language());
    json.insert(u"error"_s, QJsonObject{{u"subject"_s, error.subject()}, {u"message"_s, error.message().in(language())}});
    return json;
}

/// What was found in one dossier, and what it is.
struct Checked
{
    QString subject; ///< the id of a dossier PDF, else the file
    Findings findings;
};

Checked checked(const Call& call, const QString& path)
{
    const DossierInput input = openDossier(path);
    Checked result{path, allFindings(input)};
    if (input.unpacked) {
        result.subject = input.file.dossier.id.toString(QUuid::WithoutBraces);
        result.findings += signatureFindings(input.file.dossier, *input.file.pack, verifyAsAsked(call, path));
    }
    return result;
}

/// A signature paper has no rules to be checked with: what it is, and whether it is whole.
Checked checkedEndorsement(const Call& call, const QString& path)
{
    const PaperReport report = verifyAsAsked(call, path);
    if (!report.endorsement)
        return {path, {makeFinding("endorsement.broken", Severity::Error, makeProblem(problem::endorsementNotClosed).message)}};
    Checked result{report.endorsement->dossier.toString(QUuid::WithoutBraces),
                   {makeFinding("endorsement.belongs", Severity::Hint, signaturePaperWords(*report.endorsement))}};
    for (const Problem& problem : report.signatures.problems)
        result.findings << makeFinding("endorsement.broken", Severity::Error, problem.message);
    return result;
}

void printFindings(const Findings& findings)
{
    for (const Finding& finding : findings)
        print(findingLine(finding));
    if (findings.isEmpty())
        print(text(u"没有发现问题。", u"Nothing was found.").in(language()));
}

/// The report on one paper of a bundle with its "file"; nothing when it is no dossier and never was one.
std::optional<QJsonObject> paperReport(const Call& call, const UnpackedFile& paper, int& code)
{
    QJsonObject report;
    try {
        const Checked result = checked(call, paper.path);
        report = checkReportJson(result.subject, result.findings, language());
        code = std::max<int>(code, hasError(result.findings) ? Wrong : Fine);
        if (!call.has(u"json"_s)) {
            print(paper.name + text(u"：", u":").in(language()));
            printFindings(result.findings);
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Unsupported && !recognisedCopy(paper.path))
            return std::nullopt;
        const Error named = error.naming(paper.name);
        report = failureJson(paper.name, named);
        code = Failed;
        complain(named.message().in(language()));
    }
    report.insert(u"file"_s, paper.name);
    return report;
}

int checkBundle(const Call& call)
{
    const OpenBundle bundle = openBundle(call.inputs.first());
    int code = hasError(bundle.findings) ? Wrong : Fine;
    QJsonArray papers;
    QJsonArray others;
    for (const UnpackedFile& paper : bundle.papers) {
        if (const auto report = paperReport(call, paper, code))
            papers.append(*report);
        else
            others.append(paper.name);
    }
    for (const UnpackedFile& file : bundle.others)
        others.append(file.name);
    if (call.has(u"json"_s)) {
        printJson({{u"papers"_s, papers}, {u"others"_s, others}, {u"findings"_s, findingsJson(bundle.findings, language())}});
        return code;
    }
    for (const Finding& finding : bundle.findings)
        print(findingLine(finding));
    print(CountedText{u"共 %1 份申报书；另有 %2 个其他文件，没有检查。"_s, u"%1 {dossier|dossiers}; %2 other {file was|files were} not checked."_s}
              .arg(QString::number(papers.size()), QString::number(others.size()))
              .in(language()));
    return code;
}

int check(const Call& call)
{
    const QString path = call.inputs.first();
    Checked result;
    try {
        if (QFileInfo(path).isFile() && looksLikeBundle(path))
            return checkBundle(call);
        result = isSignaturePaper(path) ? checkedEndorsement(call, path) : checked(call, path);
    } catch (const Error& error) {
        if (call.has(u"json"_s))
            printJson(failureJson(path, error));
        throw;
    }
    if (call.has(u"json"_s))
        printJson(checkReportJson(result.subject, result.findings, language()));
    else
        printFindings(result.findings);
    return hasError(result.findings) ? Wrong : Fine;
}

/// The attachments by what they add, when there are several: what to shrink when the dossier is too big.
void printWeights(const WrittenDossier& written)
{
    if (written.attachments.size() < 2)
        return;
    const auto megabytes = [](qint64 bytes) { return QString::number(double(bytes) / 1e6, 'f', 1); };
    print(LocalizedText{u"共 %1 MB，其中附件（从大到小）："_s, u"%1 MB in all; its attachments, the heaviest first:"_s}
              .arg(megabytes(written.bytes))
              .in(language()));
    for (const AttachmentWeight& weight : written.attachments)
        print(CountedText{u"  %1 MB  %2（%3 页；原件 %4 MB，页面 %5 MB）"_s, u"  %1 MB  %2 (%3 {page|pages}; original %4 MB, pages %5 MB)"_s}
                  .arg(megabytes(weight.bytes()), weight.name, QString::number(weight.pages), megabytes(weight.originalBytes),
                       megabytes(weight.pageBytes))
                  .in(language()));
}

int renderAndTell(const Call& call)
{
    // What is wrong with an attachment's content stops the printing or is among its remarks.
    DossierInput input = openDossier(call.inputs.at(0), Examination::Presence);
    Dossier& dossier = input.file.dossier;
    if (call.has(u"id"_s)) {
        dossier.id = QUuid::fromString(call.value(u"id"_s));
        if (dossier.id.isNull())
            throw Error(ErrorCode::Usage, LocalizedText{u"--id 的值“%1”不是申报书编号。请写成 6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa 这样的 UUID，或不写 --id。"_s,
                                      u"--id: “%1” is no id of a dossier. Write a UUID such as "
                                      "6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa, or leave --id out."_s}
                            .arg(call.value(u"id"_s)),
                        u"id"_s);
    }
    if (call.has(u"revision"_s)) {
        dossier.revision = call.value(u"revision"_s).toInt();
        if (dossier.revision < 1 || dossier.revision > 99)
            throw Error(ErrorCode::Usage, text(u"--revision 须是 1 到 99 的整数。", u"--revision takes a whole number from 1 to 99."),
                        u"revision"_s);
    }
    OutputOptions options;
    options.draft = call.has(u"draft"_s);
    if (call.has(u"photo-dpi"_s)) {
        const int dpi = call.value(u"photo-dpi"_s).toInt();
        if (std::find(photoResolutions.begin(), photoResolutions.end(), dpi) == photoResolutions.end())
            throw Error(ErrorCode::Usage, text(u"--photo-dpi 后面写 200、150 或 100。", u"--photo-dpi takes 200, 150 or 100."), u"photo-dpi"_s);
        options.pictureDpi = dpi;
    }
    if (call.has(u"date"_s))
        options.date = call.dateTime(u"date"_s);
    const WrittenDossier written = writeDossier(dossier, *input.file.pack, options, call.inputs.at(1));
    for (const Finding& finding : allFindings(input))
        complain(findingLine(finding));
    for (const LocalizedText& remark : written.remarks)
        complain(remark.in(language()));
    if (call.has(u"json"_s)) {
        printJson(toJson(written, call.inputs.at(1), language()));
        return Fine;
    }
    print(CountedText{u"已写入 %1：%2 页，全文校验码 %3"_s, u"Wrote %1: %2 {page|pages}, data fingerprint %3"_s}
              .arg(call.inputs.at(1), QString::number(written.pages), QString::fromLatin1(written.fingerprint.toHex().left(8)))
              .in(language()));
    printWeights(written);
    return Fine;
}

int render(const Call& call)
{
    try {
        return renderAndTell(call);
    } catch (const Error& error) {
        if (call.has(u"json"_s))
            printJson({{u"file"_s, call.inputs.at(1)},
                       {u"error"_s, QJsonObject{{u"subject"_s, error.subject()}, {u"message"_s, error.message().in(language())}}}});
        throw;
    }
}

int extract(const Call& call)
{
    extractDossier(call.inputs.at(0), call.inputs.at(1));
    print(LocalizedText{u"已解出到 %1"_s, u"Extracted to %1"_s}.arg(call.inputs.at(1)).in(language()));
    return Fine;
}

int demo(const Call& call)
{
    const QDir folder(call.inputs.first());
    runDemo(folder.path(), [&](const DemoStep& step) {
        const QString paper = step.paper.isEmpty() ? QString() : QString(u"  →  " + folder.relativeFilePath(step.paper));
        print(step.done.in(language()) + paper);
    });
    print(LocalizedText{u"全部文件在 %1"_s, u"Everything lies in %1"_s}.arg(folder.absolutePath()).in(language()));
    return Fine;
}

const Option json{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")};

} // namespace

QList<Command> paperCommands()
{
    return {
        {u"demo"_s, u"DIR"_s, 1,
         text(u"用样例走一遍已建成的流程，所有文件留在 DIR", u"run the procedure on the samples; every paper is left in DIR"),
         {}, {u"demo 演示"_s}, demo},
        {u"check"_s, u"INPUT"_s, 1,
         text(u"按申报通知检查填报数据（.json）、extract 导出的文件夹、申报书 PDF，或报送包（.jzb、.zip）里的各份申报书",
              u"check a values file (.json), an extracted folder, a dossier PDF or each dossier of a bundle (.jzb, .zip) against the call"),
         verificationOptions() + QList<Option>{json},
         {u"check 填报.json"_s, u"check 申报书.pdf --json"_s, u"check 报送包.jzb --json"_s}, check},
        {u"render"_s, u"VALUES.json OUT.pdf"_s, 2,
         text(u"把填报数据和附件印成申报书 PDF（有问题也照印，问题列在标准错误输出）",
              u"print values and attachments as a dossier PDF, whatever check says (findings go to standard error)"),
         {{u"draft"_s, {}, text(u"印上“草稿，不得报送”字样", u"marked as a draft")},
          {u"id"_s, u"UUID"_s, text(u"申报书编号；不给则由填报数据算出", u"id of the dossier; computed from the values when not given")},
          {u"revision"_s, u"N"_s, text(u"第几稿，1–99", u"revision, 1–99")},
          {u"photo-dpi"_s, u"N"_s, text(u"照片印在页面上的分辨率：200（默认）、150 或 100；内附原件不变", u"dots per inch of photos on the pages: 200 (usual), 150 or 100; originals inside stay")},
          {u"date"_s, u"ISO"_s, text(u"写入 PDF 文件属性的日期，如 2030-05-20；不给则不写", u"date for the properties of the PDF, e.g. 2030-05-20; none when not given")},
          json},
         {u"render 填报.json 草稿.pdf --draft"_s, u"render 填报.json 定稿.pdf --revision 2 --date 2030-05-20"_s}, render},
        {u"extract"_s, u"IN.pdf DIR"_s, 2,
         text(u"从申报书 PDF 解出 dossier.json 和附件原件；check 和 render 可再读入该文件夹",
              u"unpack dossier.json and the attachments; check and render take the folder back"),
         {}, {u"extract 申报书.pdf 解出"_s}, extract},
    };
}

} // namespace jz::cli
