// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/paper_examiner.h"

#include "model/base/make_finding.h"
#include "model/base/platform.h"
#include "model/base/sha256.h"
#include "model/print/page_code.h"

#include <QFileInfo>
#include <QJsonArray>

#include <map>
#include <set>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// More pages than that are no signed pages of one dossier.
constexpr int mostScannedPages = 60;

BatchPaper failed(const QString& path, const QString& name)
{
    BatchPaper paper;
    paper.name = name;
    paper.sha256 = sha256OfFile(path);
    paper.findings << makeFinding("batch.not-examined", Severity::Error,
                                  LocalizedText{u"没能检查“%1”：读取时程序中断，或超出了时间、内存限制。文件可能已损坏，请发件人重新导出后再发；不要用其他软件打开。"_s,
                                                u"“%1” could not be looked at: reading it fails, or takes more time or memory than it may. It may be damaged; ask the sender "
                                                "to export it anew, and do not open it with other programs."_s}
                                      .arg(name));
    return paper;
}

bool isCancelled(const WorkControl& control)
{
    return control.isCancelled && control.isCancelled();
}

bool mayBeScan(const BatchPaper& paper)
{
    const auto& findings = paper.findings;
    return paper.kind == BatchPaper::Kind::Unknown && !findings.isEmpty() && findings.first().rule == u"batch.not-understood";
}

using PagesOfRevision = std::map<std::pair<QString, int>, std::set<int>>;

Finding scanFinding(const PagesOfRevision& found)
{
    QStringList zh;
    QStringList en;
    for (const auto& [paper, pages] : found) {
        QStringList numbers;
        for (const int page : pages)
            numbers << QString::number(page);
        const QString id = paper.first.left(5) + u'-' + paper.first.mid(5);
        zh << u"编号 %1 第 %2 稿第 %3 页"_s.arg(id, QString::number(paper.second), numbers.join(u"、"_s));
        en << u"%1, revision %2, page %3"_s.arg(id, QString::number(paper.second), numbers.join(u", "_s));
    }
    return makeFinding("batch.scan", Severity::Hint,
                       {u"是扫描件："_s + zh.join(u"；"_s) + u"。单独的扫描件不能代替申报书：申报单位签章的页，请申报单位用本程序放入定稿后再发。"_s,
                        u"Scanned pages: "_s + en.join(u"; "_s)
                            + u". By themselves they are no dossier: the applicant takes pages that he signed into the final paper and sends that."_s});
}

} // namespace

PaperExaminer::PaperExaminer(Limits limits, const QString& program, const ScanReader& scans)
    : m_worker(program.isEmpty() ? programBeside(u"juanzong-paper-check"_s) : program, limits), m_scans(scans)
{
}

BatchPaper PaperExaminer::examine(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control) const
{
    BatchPaper paper = ask(path, name, trust, control);
    if (mayBeScan(paper))
        lookForCodes(paper, path, control);
    return paper;
}

BatchPaper PaperExaminer::ask(const QString& path, const QString& name, const TrustList& trust, const WorkControl& control) const
{
    const QJsonObject job{{u"file"_s, QFileInfo(path).absoluteFilePath()},
                          {u"name"_s, name},
                          {u"trust"_s, trustJson(trust)}};
    const WorkerProcess::Answer answer = m_worker.ask(job, control);
    if (!answer.failure.isEmpty())
        return failed(path, name);
    try {
        BatchPaper paper = examinationFrom(answer.json);
        paper.name = name;
        return paper;
    } catch (const Error&) {
        return failed(path, name); // it went wrong, though not enough to fall over
    }
}

void PaperExaminer::lookForCodes(BatchPaper& paper, const QString& path, const WorkControl& control) const
{
    PagesOfRevision found;
    std::set<QString> dossiers;
    try {
        const int pages = std::min(m_scans.pageCount(path), mostScannedPages);
        for (int page = 0; page < pages && !isCancelled(control); ++page) {
            const QList<ScannedCode> codes = m_scans.read(path, page);
            for (const ScannedCode& each : codes) {
                if (const std::optional<PageCode> code = parsePageCode(each.text)) {
                    found[{code->shortId, code->revision}].insert(code->page);
                    dossiers.insert(code->shortId);
                }
            }
        }
    } catch (const Error&) {
        // No picture, or a damaged one: what was said of it stands.
    }
    if (found.empty())
        return;
    paper.kind = BatchPaper::Kind::Scan;
    paper.scanOf = dossiers.size() == 1 ? *dossiers.begin() : QString();
    paper.findings = {scanFinding(found)};
}

} // namespace jz
