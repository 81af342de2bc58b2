// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/office_intake.h"

#include "model/base/cancelled.h"
#include "model/base/make_finding.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_summary.h"
#include "model/exchange/check_report.h"
#include "model/procedure/listed_facts.h"
#include "model/procedure/ranking_check.h"
#include "model/procedure/receiving.h"
#include "model/procedure/trust_desk.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int partsOfBundle = 1000;

/// Findings of a batch that an office asks of all bundles together.
Findings ofPaper(const Findings& all)
{
    Findings own = ownFindings(all);
    own.removeIf([](const Finding& each) { return each.rule == "batch.quota"_L1; });
    return own;
}

/// Looks at one bundle. Lives for one call of run().
class BundleLook
{
public:
    BundleLook(const QString& path, const IntakeOrder& order, ObjectStore* objects, const PaperExaminer& examiner) : m_order(order), m_objects(objects), m_examiner(examiner)
    {
        m_look.name = path;
    }

    ExaminedBundle run(const WorkControl& control)
    {
        try {
            look(control);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::NotWritable)
                throw;
            refuse("intake.not-opened", error.message());
        }
        return m_look;
    }

private:
    void refuse(const char* rule, const LocalizedText& words)
    {
        m_look.findings << makeFinding(rule, Severity::Error, words);
        m_look.isRefused = true;
    }

    void look(const WorkControl& control)
    {
        m_look.intake.bundle = sha256OfFile(m_look.name);
        m_look.intake.name = QFileInfo(m_look.name).fileName();
        m_look.isKnown = m_order.known.contains(m_look.intake.bundle);
        if (m_look.isKnown)
            return;
        if (!looksLikeBundle(m_look.name)) {
            refuse("intake.not-a-bundle", {u"不是报送包（.jzb 或 .zip），或开头已损坏。请推荐单位用“导出报送包”重新导出，原样发来。"_s,
                                           u"No bundle (.jzb or .zip), or damaged at its beginning. The recommending body exports its bundle again and sends it as it is."_s});
            return;
        }
        BatchOrder order{{}, {}, m_order.callId, m_order.trust, m_order.passphrase, true};
        m_report = checkBatch({m_look.name}, order, m_examiner, control);
        if (m_report.bundles.isEmpty()) {
            refuse("intake.not-opened", m_report.papers.isEmpty() || m_report.papers.first().findings.isEmpty() ? text(u"报送包是空的。", u"The bundle is empty.")
                                                                                                                 : m_report.papers.first().findings.first().message);
            return;
        }
        const BatchPaper* const sheet = findSheet();
        if (!sheet)
            return;
        m_look.sheet = parseRankingSheet(sheet->data, sheet->name);
        if (m_look.sheet.callId != m_order.callId) {
            refuse("intake.other-call",
                   LocalizedText{u"“%1”按另一份申报通知（%2）报送，不属于本次评审。请核对是否发错。"_s, u"The sending of “%1” is for another call (%2), not for this review. Ask whether it was sent by mistake."_s}
                       .arg(m_look.sheet.body, m_look.sheet.callId));
            return;
        }
        take(*sheet);
        if (m_objects)
            keep(*sheet);
        m_look.isRefused = false;
    }

    const BatchPaper* findSheet()
    {
        const BatchPaper* found = nullptr;
        Findings inside;
        for (const BatchPaper& paper : std::as_const(m_report.papers)) {
            for (const Finding& finding : paper.findings)
                if (!paper.isDossier() && paper.name.endsWith(".pdf"_L1, Qt::CaseInsensitive))
                    inside << finding;
            if (paper.dataName != rankingDataName())
                continue;
            if (found && found->data != paper.data) {
                refuse("intake.several-sheets", {u"包里有几份不同的推荐排序表，无法知道以哪份为准。请推荐单位重新导出报送包。"_s,
                                                 u"There are several ranking sheets in the bundle that differ. The recommending body exports its bundle again."_s});
                return nullptr;
            }
            found = &paper;
        }
        if (!found)
            refuseWithoutSheet(inside);
        return found;
    }

    void refuseWithoutSheet(const Findings& inside)
    {
        const auto altered = std::find_if(inside.begin(), inside.end(), [](const Finding& each) { return each.rule == "paper.altered"_L1; });
        if (altered != inside.end()) {
            refuse("intake.sheet-altered", altered->message);
            return;
        }
        refuse("intake.no-sheet", {u"包里没有能读出的推荐排序表：没有放入、被另存过，或已损坏。请推荐单位用“导出报送包”重新导出，原样发来。"_s,
                                   u"There is no ranking sheet in it that can be read: left out, saved anew, or damaged. The recommending body exports its bundle again and sends it as it is."_s});
        m_look.findings += inside;
    }

    void take(const BatchPaper& sheet)
    {
        ReceivedBundle& intake = m_look.intake;
        intake.body = m_report.body;
        intake.kind = m_report.bodyKind;
        intake.number = m_look.sheet.number;
        intake.sheet = toJson(m_look.sheet);
        intake.paper = sheet.sha256;
        intake.sender = sheet.sender;
        intake.standing = u"counts"_s;
        m_check = checkAgainst(m_look.sheet, m_report.papers, m_look.name + u'/');
        m_look.findings << m_check.findings << ofPaper(m_report.findings);
        if (intake.kind != m_look.sheet.bodyKind && !intake.kind.isEmpty())
            m_look.findings << makeFinding("intake.body-kind", Severity::Warning,
                                           LocalizedText{u"排序表把“%1”写成另一类推荐单位（%2），名单上是 %3，名额按名单算。"_s,
                                                         u"The sheet has “%1” as another kind of body (%2); the list says %3, and its quota counts."_s}
                                               .arg(intake.body, m_look.sheet.bodyKind, intake.kind));
        for (const BatchPaper& paper : std::as_const(m_report.papers))
            if (!paper.isDossier() && &paper != &sheet && isOfBundle(paper))
                m_look.findings << paper.findings;
        const CallPack& pack = *findBuiltInCallPack(m_order.callId);
        for (const SheetedPaper& each : std::as_const(m_check.dossiers))
            submit(each, pack);
        intake.findings = findingsJson(m_look.findings, Language::Chinese);
    }

    /// Other forms of the sheet (XLSX, DOCX) and the like are nothing to be told.
    static bool isOfBundle(const BatchPaper& paper)
    {
        return paper.path.isEmpty() || std::any_of(paper.findings.begin(), paper.findings.end(), [](const Finding& each) { return each.rule != "batch.not-understood"_L1; });
    }

    void submit(const SheetedPaper& each, const CallPack& pack)
    {
        const BatchPaper& paper = *each.paper;
        const ListedFacts facts = listedFactsOf(paper.dossier, pack);
        Submission made;
        made.body = m_look.intake.body;
        made.dossier = paper.dossier.id;
        made.rank = each.rank;
        made.title = paper.title;
        made.base = facts.base;
        made.category = facts.categoryId;
        made.applicant = paper.applicant;
        made.code = facts.code;
        made.place = facts.place;
        made.revision = paper.dossier.revision;
        made.fingerprint = paper.fingerprint;
        made.paper = paper.sha256;
        made.verdict = paper.verdict;
        made.signature = paper.signature;
        made.endorsed = each.endorsed;
        const Findings findings = each.findings + ofPaper(paper.findings);
        made.findings = findingsJson(findings, Language::Chinese);
        made.search = searchText(paper.dossier) + u'\n' + searchWord(m_look.intake.body);
        m_look.submissions << made;
        m_look.own << findings;
    }

    void keep(const BatchPaper& sheet)
    {
        keepFile(sheet.sha256, sheet.path);
        for (const SheetedPaper& each : std::as_const(m_check.dossiers)) {
            keepFile(each.paper->sha256, each.paper->path);
            for (const BatchPaper* const paper : each.signaturePapers)
                keepFile(paper->sha256, paper->path);
        }
        keepFile(m_look.intake.bundle, m_look.name);
    }
    void keepFile(const QByteArray& sha256, const QString& path)
    {
        if (!m_objects->has(sha256))
            m_objects->add(path);
    }

    const IntakeOrder& m_order;
    ObjectStore* m_objects;
    const PaperExaminer& m_examiner;
    ExaminedBundle m_look;
    BatchReport m_report;
    RankingCheck m_check;
};

} // namespace

QList<ExaminedBundle> examineBundles(const QStringList& paths, const IntakeOrder& order, ObjectStore* objects, const PaperExaminer& examiner, const WorkControl& control)
{
    QList<ExaminedBundle> all;
    IntakeOrder now = order;
    const int total = int(paths.size()) * partsOfBundle;
    for (const QString& path : paths) {
        const int begun = int(all.size()) * partsOfBundle;
        WorkControl inside{{}, control.isCancelled};
        if (control.progress) {
            control.progress(begun, total);
            inside.progress = [&](int done, int of) { control.progress(begun + (of > 0 ? done * partsOfBundle / of : 0), total); };
        }
        if (control.isCancelled && control.isCancelled())
            throw Cancelled();
        all << BundleLook(path, now, objects, examiner).run(inside);
        if (!all.last().isRefused)
            now.known.insert(all.last().intake.bundle);
    }
    if (control.progress)
        control.progress(total, total);
    return all;
}

const CallPack& roundPack(const ReviewRound& round)
{
    if (const CallPack* const pack = findBuiltInCallPack(round.call))
        return *pack;
    throw Error(ErrorCode::NotFound,
                LocalizedText{u"本程序没有申报通知“%1”的模板包，不能打开评审“%2”。请安装带有它的版本。"_s,
                              u"The call “%1” is not installed, so that the review “%2” cannot be opened. Install a version that has it."_s}
                    .arg(round.call, round.name),
                round.call);
}

IntakeOrder intakeOrder(Workspace& workspace, const ReviewRound& round)
{
    IntakeOrder order{roundPack(round).id, trustListOf(workspace)};
    for (const ReceivedBundle& each : workspace.intakes().intakes(round.key))
        order.known.insert(each.bundle);
    return order;
}

} // namespace jz
