// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/batch_check.h"

#include "model/base/cancelled.h"
#include "model/base/counted_text.h"
#include "model/base/make_finding.h"
#include "model/call/call_pack_reader.h"
#include "model/print/page_code.h"
#include "model/recommendation/duplicates.h"
#include "model/recommendation/ranking_sheet.h"
#include "model/reference/reference_data.h"
#include "model/reference/text_forms.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <atomic>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Kind = BatchPaper::Kind;
using Standing = BatchPaper::Standing;

/// A file to be looked at, and what it is called.
struct Incoming
{
    QString name;
    QString path;
};

/// Everything that came, with bundles and folders opened. Unpacked files live as long as this.
struct Heap
{
    const Passphrase* passphrase = nullptr;
    std::function<bool()> isCancelled;
    QList<Incoming> files;
    QList<OpenBundle> bundles;
    QList<BatchPaper> refused;

    void add(const QString& path, const QString& name)
    {
        if (QFileInfo(path).isDir()) {
            QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories);
            QStringList found;
            while (each.hasNext())
                found << each.next();
            found.sort();
            for (const QString& file : std::as_const(found))
                add(file, file);
            return;
        }
        if (looksLikeBundle(path))
            addBundle(path, name);
        else
            files.append({name, path});
    }

private:
    void addBundle(const QString& path, const QString& name)
    {
        try {
            const OpenBundle bundle = openBundle(path, {{}, isCancelled}, passphrase);
            if (bundle.cancelled)
                throw Cancelled();
            bundles << bundle;
            for (const UnpackedFile& file : bundle.papers + bundle.others)
                files.append({name + u'/' + file.name, file.path});
            for (const Finding& finding : bundle.findings)
                refuse(path, name, finding);
        } catch (const Error& error) {
            const bool isLocked = error.code() == ErrorCode::WrongPassphrase;
            refuse(path, name, makeFinding(isLocked ? "bundle.passphrase" : "batch.not-understood", Severity::Error, error.message()));
        }
    }
    void refuse(const QString& path, const QString& name, const Finding& finding)
    {
        BatchPaper paper;
        paper.name = name;
        paper.path = path;
        paper.findings << finding;
        refused << paper;
    }
};

void markDiverging(BatchPaper& paper, const BatchPaper& other)
{
    paper.standing = Standing::Diverging;
    paper.findings << makeFinding("batch.diverging", Severity::Error,
                                  LocalizedText{u"与“%1”是同一份申报书的同一稿，内容却不同。请与申报单位核对以哪份为准，另一份移出。"_s,
                                                u"The same dossier and revision as “%1”, with other content. Ask the applicant which one counts, and take the other out."_s}
                                      .arg(other.name));
}

void settleTwo(BatchPaper& one, BatchPaper& other)
{
    if (one.standing == Standing::SameFile || other.standing == Standing::SameFile)
        return;
    if (one.sha256 == other.sha256) {
        other.standing = Standing::SameFile;
        return;
    }
    if (!one.isDossier() || !other.isDossier() || one.dossier.id != other.dossier.id)
        return;
    if (one.dossier.revision == other.dossier.revision && one.fingerprint != other.fingerprint) {
        markDiverging(one, other);
        markDiverging(other, one);
        return;
    }
    const bool isBetter = PaperWorth(other.dossier.revision, other.kind) > PaperWorth(one.dossier.revision, one.kind);
    BatchPaper& worse = isBetter ? one : other;
    worse.standing = Standing::Replaced;
}

/// What the order wants, with the body of the ranking sheet that came where it asks for that.
BatchOrder completed(BatchOrder order, const QList<BatchPaper>& papers)
{
    const auto sheet = std::find_if(papers.begin(), papers.end(), [](const BatchPaper& paper) { return paper.dataName == rankingDataName(); });
    if (!order.bySheet || sheet == papers.end())
        return order;
    const RankingSheet content = parseRankingSheet(sheet->data, sheet->name);
    order.body = content.body;
    const bool isListed = builtInReferenceData().bodies.find(content.body);
    order.bodyKind = isListed ? QString() : content.bodyKind; // the list is nobody's word
    return order;
}

/// Looks at everything together. Lives for one call of checkBatch().
class BatchCheck
{
public:
    BatchCheck(BatchReport& report, const BatchOrder& order) : m_report(report), m_order(order) {}

    void run()
    {
        for (qsizetype i = 0; i < m_report.papers.size(); ++i)
            for (qsizetype j = i + 1; j < m_report.papers.size(); ++j)
                settleTwo(m_report.papers[i], m_report.papers[j]);
        const auto counts = [](const BatchPaper& paper) { return paper.standing == Standing::Counts || paper.standing == Standing::Diverging; };
        QList<BatchPaper*> counted;
        for (BatchPaper& paper : m_report.papers)
            if (counts(paper))
                counted << &paper;
        chooseCall(counted);
        for (BatchPaper* const paper : std::as_const(counted))
            checkBelonging(*paper);
        findDuplicates(counted);
        QSet<QUuid> ids;
        for (const BatchPaper* const paper : std::as_const(counted))
            ids.insert(paper->dossier.id);
        m_report.counted = int(ids.size());
        checkQuota();
        for (BatchPaper& paper : m_report.papers)
            nameScanned(paper);
    }

private:
    /// Codes have ids; people know a dossier by its title.
    void nameScanned(BatchPaper& scan) const
    {
        if (scan.kind != Kind::Scan || scan.scanOf.isEmpty())
            return;
        const auto isIt = [&](const BatchPaper& paper) { return paper.isDossier() && shortId(paper.dossier.id) == scan.scanOf; };
        const auto paper = std::find_if(m_report.papers.begin(), m_report.papers.end(), isIt);
        if (paper == m_report.papers.end())
            return;
        scan.title = paper->title;
        scan.applicant = paper->applicant;
        LocalizedText& words = scan.findings.first().message;
        words.zh += u"即本批中的《%1》（%2）。"_s.arg(paper->title, paper->applicant);
        words.en += u" That is “%1” of %2 in this batch."_s.arg(paper->title, paper->applicant);
    }

    void chooseCall(const QList<BatchPaper*>& counted)
    {
        m_report.callId = m_order.callId;
        if (m_report.callId.isEmpty() && !counted.isEmpty())
            m_report.callId = counted.first()->dossier.callId;
        m_pack = findBuiltInCallPack(m_report.callId);
        if (!m_order.callId.isEmpty() && !m_pack)
            throw Error(ErrorCode::Usage, LocalizedText{u"本程序没有申报通知“%1”的模板包。请核对名称。"_s, u"The call “%1” is not installed. Check its name."_s}.arg(m_order.callId),
                        m_order.callId);
    }

    void checkBelonging(BatchPaper& paper) const
    {
        const Dossier& dossier = paper.dossier;
        if (dossier.callId != m_report.callId) {
            paper.findings << makeFinding("batch.other-call", Severity::Error,
                                          LocalizedText{u"是按另一份申报通知（%1）填的，不能放进这一批。"_s, u"Filled in for another call (%1): it cannot go into this batch."_s}.arg(dossier.callId));
            return;
        }
        if (m_pack && dossier.formHash != m_pack->formHash)
            paper.findings << makeFinding("batch.other-form", Severity::Error,
                                          {u"是按另一版模板填的。请申报单位用新版程序打开、核对后重新导出。"_s,
                                           u"Filled in on another version of the form. The applicant opens it with the present version, looks it over and exports it anew."_s});
        if (m_pack && !m_order.body.isEmpty())
            checkChannel(paper);
    }

    void checkChannel(BatchPaper& paper) const
    {
        for (const Section& section : m_pack->sections) {
            for (const Field& field : section.fields) {
                const QString named = field.type == FieldType::RecommendingBody ? paper.dossier.text(field.id) : QString();
                if (named.isEmpty() || isOurs(named))
                    continue;
                Finding finding = makeFinding("batch.other-channel", Severity::Error,
                                              LocalizedText{u"填的推荐单位是“%1”，不是“%2”。请申报单位改正；改渠道的，先向原推荐单位撤回。"_s,
                                                            u"The recommending body filled in is “%1”, not “%2”. The applicant corrects it, or takes it back from the other body first."_s}
                                                  .arg(named, m_order.body));
                finding.field = field.id;
                paper.findings << finding;
            }
        }
    }

    bool isOurs(const QString& named) const
    {
        const RecommendingBodies& bodies = builtInReferenceData().bodies;
        const RecommendingBody* const one = bodies.find(named);
        return comparisonKey(named) == comparisonKey(m_order.body) || (one && one == bodies.find(m_order.body));
    }

    void findDuplicates(const QList<BatchPaper*>& counted) const
    {
        if (!m_pack)
            return;
        QList<BatchPaper*> ours;
        QList<ComparedBase> candidates;
        for (BatchPaper* const paper : counted) {
            const bool isOther = std::any_of(ours.begin(), ours.end(), [&](const BatchPaper* each) { return each->dossier.id == paper->dossier.id; });
            if (paper->dossier.callId != m_pack->id || isOther)
                continue; // two contents of one dossier are no duplicates
            ours << paper;
            candidates << comparedBaseOf(paper->dossier, *m_pack, paper->name);
        }
        const QList<Findings> found = duplicateFindings(candidates);
        for (qsizetype i = 0; i < ours.size(); ++i)
            ours.at(i)->findings += found.at(i);
    }

    void checkQuota()
    {
        if (m_order.body.isEmpty() || !m_pack)
            return;
        const RecommendingBody* const body = builtInReferenceData().bodies.find(m_order.body);
        m_report.body = body ? body->name : m_order.body;
        m_report.bodyKind = !m_order.bodyKind.isEmpty() ? m_order.bodyKind : body ? body->kind : QString();
        m_report.quota = m_pack->facts.quota(m_report.bodyKind);
        if (!m_report.quota) {
            m_report.findings << makeFinding("batch.body", Severity::Error,
                                             LocalizedText{u"“%1”不在推荐单位名单里，查不到名额，不能成批报送。请核对名称，或用 --kind 指明类别。"_s,
                                                           u"“%1” is not in the list of recommending bodies and has no quota: it cannot send a batch. Check the name, or give --kind."_s}
                                                 .arg(m_order.body));
            return;
        }
        const auto& quotas = m_pack->facts.quotas;
        const auto rule = std::find_if(quotas.begin(), quotas.end(), [this](const CallFacts::Quota& each) { return each.bodyKind == m_report.bodyKind; });
        if (m_report.counted <= *m_report.quota)
            return;
        Finding over = makeFinding("batch.quota", Severity::Error,
                                   CountedText{u"共 %1 份，超过名额 %2 份（%3）。须排序后只推荐名额以内的，其余作为备选。"_s,
                                                 u"%1 {dossier|dossiers}, over the quota of %2 (%3). Rank them and recommend no more than that; the others are reserves."_s}
                                       .arg(QString::number(m_report.counted), QString::number(*m_report.quota), rule->label));
        over.clause = rule->clause;
        m_report.findings << over;
    }

    BatchReport& m_report;
    const BatchOrder& m_order;
    const CallPack* m_pack = nullptr;
};

} // namespace

bool BatchReport::hasError() const
{
    return jz::hasError(findings) || std::any_of(papers.begin(), papers.end(), [](const BatchPaper& paper) { return jz::hasError(paper.findings); });
}

BatchReport checkBatch(const QStringList& paths, const BatchOrder& order, const PaperExaminer& examiner, const WorkControl& control)
{
    Heap heap{order.passphrase.get(), control.isCancelled, {}, {}, {}};
    for (const QString& path : paths)
        heap.add(path, path);
    BatchReport report;
    report.papers.resize(heap.files.size());
    BatchPaper* const papers = report.papers.data();
    WorkControl asked; // progress is the caller's thread's alone
    std::atomic_bool isCancelled = false;
    asked.isCancelled = [&] { return isCancelled.load(); };
    WorkControl watched = control;
    watched.isCancelled = [&] { return isCancelled || (control.isCancelled && (isCancelled = control.isCancelled())); };
    const bool isDone = runInParallel(
        int(heap.files.size()), [&](int index) { papers[index] = examiner.examine(heap.files.at(index).path, heap.files.at(index).name, order.trust, asked); }, watched);
    if (!isDone)
        throw Cancelled();
    for (qsizetype i = 0; i < heap.files.size(); ++i)
        report.papers[i].path = heap.files.at(i).path;
    report.bundles = heap.bundles;
    report.papers += heap.refused;
    const BatchOrder whole = completed(order, report.papers);
    BatchCheck(report, whole).run();
    return report;
}

} // namespace jz
