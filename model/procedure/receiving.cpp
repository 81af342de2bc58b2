// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/receiving.h"

#include "model/base/cancelled.h"
#include "model/base/make_finding.h"
#include "model/dossier/dossier_summary.h"
#include "model/exchange/check_report.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/listed_facts.h"
#include "model/procedure/prospect_register.h"
#include "model/procedure/trust_desk.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Outcome = ReceivedPaper::Outcome;

/// What people read in a list of candidates.
void describe(Candidate& candidate, const Dossier& dossier, const CallPack& pack)
{
    const ListedFacts facts = listedFactsOf(dossier, pack);
    candidate.base = facts.base;
    candidate.code = facts.code;
    candidate.category = facts.category;
    candidate.place = facts.place;
    candidate.contact = facts.contact;
    candidate.phone = facts.phone;
    candidate.search = searchText(dossier);
}

Finding divergingFrom(const Candidate& candidate)
{
    return makeFinding("batch.diverging", Severity::Error,
                       LocalizedText{u"与已收到的第 %1 稿是同一稿，内容却不同。两份都已保存，仍以先收到的为准；请与申报单位核对，由其另出新的一稿。"_s,
                                    u"The same revision %1 as the one received before, with other content. Both are kept, and the earlier one still counts; ask the applicant, who "
                                    "then makes a new revision."_s}
                           .arg(QString::number(candidate.revision)));
}

Outcome outcomeOver(const Candidate& kept, const BatchPaper& paper)
{
    if (paper.dossier.revision == kept.revision && paper.fingerprint != kept.fingerprint)
        return Outcome::Diverging;
    // Of two equally good ones the later: the applicant signed it anew.
    const bool isOlder = PaperWorth(paper.dossier.revision, paper.kind) < PaperWorth(kept.revision, batchKindOf(kept.kind));
    return isOlder ? Outcome::Older : Outcome::Replaced;
}

/// Takes papers in, one after the other.
class Intake
{
public:
    Intake(Workspace& workspace, const Batch& batch, const CallPack& pack, qint64 person)
        : m_workspace(workspace), m_batch(batch), m_pack(pack), m_person(person)
    {
    }

    void take(ReceivedPaper& received)
    {
        const BatchPaper& paper = received.paper;
        if (!paper.isDossier() || paper.dossier.callId != m_batch.call)
            return;
        BatchStore& store = m_workspace.batches();
        if (!store.papersWith(m_batch.key, paper.sha256).isEmpty()) {
            received.outcome = Outcome::SameFile;
            return;
        }
        const std::optional<Candidate> kept = store.candidate(m_batch.key, paper.dossier.id);
        received.outcome = kept ? outcomeOver(*kept, paper) : Outcome::Added;
        if (received.outcome == Outcome::Diverging)
            received.findings << divergingFrom(*kept);
        if (!m_workspace.objects().has(paper.sha256))
            m_workspace.objects().add(paper.path);
        store.together([&] { keep(received, kept); });
    }

    /// The paper was chosen among those that came for a candidate.
    void choose(const ReceivedPaper& received, const CandidatePaper& came)
    {
        BatchStore& store = m_workspace.batches();
        Candidate candidate = *store.candidate(m_batch.key, received.paper.dossier.id);
        bringIntoForce(candidate, received);
        CandidatePaper chosen = came;
        chosen.standing = u"counts"_s;
        chosen.occasion = u"choose"_s;
        chosen.person = m_person;
        store.together([&] {
            store.keep(candidate);
            store.addPaper(chosen);
        });
    }

private:
    void keep(const ReceivedPaper& received, const std::optional<Candidate>& kept)
    {
        const BatchPaper& paper = received.paper;
        BatchStore& store = m_workspace.batches();
        Candidate candidate = kept.value_or(Candidate{});
        if (received.outcome == Outcome::Diverging)
            candidate.state = u"diverging"_s;
        else if (received.outcome != Outcome::Older)
            bringIntoForce(candidate, received);
        candidate.key = store.keep(candidate);
        CandidatePaper came;
        came.candidate = candidate.key;
        came.paper = paper.sha256;
        came.name = paper.name.section(u'/', -1);
        came.kind = batchKindName(paper.kind);
        came.revision = paper.dossier.revision;
        came.fingerprint = paper.fingerprint;
        came.standing = received.outcome == Outcome::Diverging ? u"diverging"_s : received.outcome == Outcome::Older ? u"replaced"_s : u"counts"_s;
        came.occasion = u"receive"_s;
        came.person = m_person;
        store.addPaper(came);
    }

    void bringIntoForce(Candidate& candidate, const ReceivedPaper& received) const
    {
        const BatchPaper& paper = received.paper;
        candidate.batch = m_batch.key;
        candidate.dossier = paper.dossier.id;
        candidate.title = paper.title;
        candidate.applicant = paper.applicant;
        candidate.revision = paper.dossier.revision;
        candidate.fingerprint = paper.fingerprint;
        candidate.paper = paper.sha256;
        candidate.kind = batchKindName(paper.kind);
        candidate.verdict = paper.verdict;
        candidate.signature = paper.signature;
        candidate.state = u"received"_s;
        candidate.received = QDateTime::currentDateTimeUtc();
        candidate.findings = findingsJson(received.findings, Language::Chinese);
        const auto counted = [&](Severity severity) {
            return int(std::count_if(received.findings.begin(), received.findings.end(),
                                     [&](const Finding& finding) { return finding.severity == severity; }));
        };
        candidate.errors = counted(Severity::Error);
        candidate.warnings = counted(Severity::Warning);
        candidate.hints = counted(Severity::Hint);
        describe(candidate, paper.dossier, m_pack);
    }

    Workspace& m_workspace;
    const Batch m_batch;
    const CallPack& m_pack;
    qint64 m_person;
};

} // namespace

Findings ownFindings(const Findings& all)
{
    static const QStringList notItsOwn{u"batch.duplicate"_s, u"batch.same-unit"_s, u"batch.near"_s, u"batch.diverging"_s, u"signature.recommender-missing"_s};
    Findings own;
    for (const Finding& finding : all)
        if (!notItsOwn.contains(finding.rule))
            own << finding;
    return own;
}

BatchOrder receivingOrder(Workspace& workspace, qint64 key)
{
    batchPack(workspace, key);
    const Batch batch = *workspace.batches().byKey(key);
    return {batch.body.name, batch.body.kind, batch.call, trustListOf(workspace)};
}

BatchReport examineForReceiving(const QStringList& paths, const BatchOrder& order, ObjectStore& objects, const PaperExaminer& examiner, const WorkControl& control)
{
    BatchReport report = checkBatch(paths, order, examiner, control);
    QSet<QByteArray> seen;
    QStringList wanted;
    for (const BatchPaper& paper : std::as_const(report.papers)) {
        if (!paper.isDossier() || paper.dossier.callId != order.callId || seen.contains(paper.sha256) || objects.has(paper.sha256))
            continue;
        seen.insert(paper.sha256);
        wanted << paper.path;
    }
    if (!runInParallel(int(wanted.size()), [&](int index) { objects.add(wanted.at(index)); }, {{}, control.isCancelled}))
        throw Cancelled();
    return report;
}

struct TakingIn::State
{
    Workspace& workspace;
    Batch batch;
    Intake intake;
    QList<ReceivedPaper> all;
    QList<qsizetype> order;
    qsizetype next = 0;
};

TakingIn::TakingIn(Workspace& workspace, qint64 key, const BatchReport& report, qint64 person)
{
    const CallPack& pack = batchPack(workspace, key);
    const Batch batch = *workspace.batches().byKey(key);
    m_state.reset(new State{workspace, batch, Intake(workspace, batch, pack, person), {}, {}});
    QList<ReceivedPaper>& all = m_state->all;
    for (const BatchPaper& paper : report.papers)
        all << ReceivedPaper{paper, Outcome::NotTaken, ownFindings(paper.findings)};
    // The earlier revision first, whatever the order of the files, so that the later one replaces it.
    QList<qsizetype>& order = m_state->order;
    order.resize(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        const BatchPaper& one = all.at(a).paper;
        const BatchPaper& other = all.at(b).paper;
        return PaperWorth(one.dossier.revision, one.kind) < PaperWorth(other.dossier.revision, other.kind);
    });
}

TakingIn::~TakingIn() = default;

bool TakingIn::isDone() const
{
    return m_state->next == m_state->order.size();
}

void TakingIn::takeNext()
{
    m_state->intake.take(m_state->all[m_state->order.at(m_state->next)]);
    ++m_state->next;
}

QList<ReceivedPaper> TakingIn::finish()
{
    while (!isDone())
        takeNext();
    attachArrivals(m_state->workspace, m_state->batch.key);
    return m_state->all;
}

QList<ReceivedPaper> takeIn(Workspace& workspace, qint64 key, const BatchReport& report, qint64 person)
{
    return TakingIn(workspace, key, report, person).finish();
}

QList<ReceivedPaper> receive(Workspace& workspace, qint64 batch, const QStringList& paths, qint64 person, const PaperExaminer& examiner, const WorkControl& control)
{
    return takeIn(workspace, batch, examineForReceiving(paths, receivingOrder(workspace, batch), workspace.objects(), examiner, control), person);
}

bool isLocked(const BatchPaper& paper)
{
    const auto needsPassphrase = [](const Finding& finding) { return finding.rule == "bundle.encrypted"_L1 || finding.rule == "bundle.passphrase"_L1; };
    return !paper.findings.isEmpty() && std::all_of(paper.findings.begin(), paper.findings.end(), needsPassphrase);
}

QList<LockedBundle> lockedAmong(const BatchReport& report)
{
    QList<LockedBundle> locked;
    for (const BatchPaper& paper : report.papers) {
        const bool isKnown = std::any_of(locked.begin(), locked.end(), [&](const LockedBundle& each) { return each.path == paper.path; });
        if (isLocked(paper) && !isKnown)
            locked << LockedBundle{paper.path, paper.findings.first().rule == "bundle.passphrase"_L1};
    }
    return locked;
}

void choosePaper(Workspace& workspace, qint64 key, const QUuid& dossier, const QByteArray& sha256, qint64 person, const Aside& aside)
{
    const CallPack& pack = batchPack(workspace, key);
    const Batch batch = *workspace.batches().byKey(key);
    const std::optional<Candidate> candidate = workspace.batches().candidate(key, dossier);
    const QList<CandidatePaper> papers = candidate ? workspace.batches().papers(candidate->key) : QList<CandidatePaper>();
    const auto came = std::find_if(papers.begin(), papers.end(), [&](const CandidatePaper& each) { return each.paper == sha256 && each.occasion == "receive"_L1; });
    if (came == papers.end())
        throw Error(ErrorCode::NotFound, text(u"这份申报书没有收到过这个文件。", u"No such file came for this dossier."), QString::fromLatin1(sha256.toHex()));
    const BatchOrder order = receivingOrder(workspace, key);
    const QString path = workspace.objects().path(sha256);
    BatchReport report;
    aside([&] { report = checkBatch({path}, order); });
    const BatchPaper& paper = report.papers.first();
    if (!paper.isDossier() || paper.dossier.id != dossier)
        throw Error(ErrorCode::Malformed, text(u"留存的文件已损坏，不能采用。请用 workspace check 检查资料库。", u"The file kept here is damaged. Check the workspace."), came->name);
    Intake(workspace, batch, pack, person).choose({paper, Outcome::Replaced, ownFindings(paper.findings)}, *came);
}

QString outcomeName(Outcome outcome)
{
    return QStringList{u"added"_s, u"replaced"_s, u"older"_s, u"same-file"_s, u"diverging"_s, u"not-taken"_s}.at(qsizetype(outcome));
}

LocalizedText outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Added:
        return text(u"新收到", u"new");
    case Outcome::Replaced:
        return text(u"已换成这一份", u"replaces the earlier one");
    case Outcome::Older:
        return text(u"较旧，已存档", u"older, kept");
    case Outcome::SameFile:
        return text(u"与已收到的是同一文件", u"the same file came before");
    case Outcome::Diverging:
        return text(u"同一稿内容不同", u"same revision, other content");
    case Outcome::NotTaken:
        break;
    }
    return text(u"未收入", u"not taken in");
}

} // namespace jz
