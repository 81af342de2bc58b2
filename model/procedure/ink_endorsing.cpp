// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/ink_endorsing.h"

#include "model/base/cancelled.h"
#include "model/base/error.h"
#include "model/pdf/assemble.h"
#include "model/pdf/picture.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_code.h"
#include "model/print/painter.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/batch_scans.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/scan_straightening.h"
#include "model/procedure/seal_list.h"
#include "model/procedure/signature_paper.h"

#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView role{"recommender"};

/// Leaves out what was signed for other content of the dossier than it has now, though the page itself reads the same: a recommending body signs for the
/// whole. What is left out is named.
QList<ScannedSheet> signedForThis(const PageMap& map, const QList<ScannedSheet>& sheets, InkProblems& problems)
{
    const std::optional<PageCode> own = parsePageCode(map.pages.value(0).code);
    if (!own)
        return sheets;
    QList<ScannedSheet> good;
    for (const ScannedSheet& sheet : sheets) {
        ScannedSheet current = sheet;
        current.codes.removeIf([&](const ScannedCode& each) {
            const std::optional<PageCode> code = parsePageCode(each.text);
            const bool isOld = code && code->shortId == own->shortId && !code->dataFingerprint.isEmpty() && code->dataFingerprint != own->dataFingerprint;
            if (isOld)
                problems << InkProblem{ink::pageOutdated, code->page, sheet.where, QString::number(code->revision)};
            return isOld;
        });
        if (current.codes.size() == sheet.codes.size() || !current.codes.isEmpty())
            good << current;
    }
    return good;
}

/// One run of endorseByInk().
class InkCeremony
{
public:
    InkCeremony(Workspace& workspace, qint64 batch, const InkIntake& intake, const ScanReader& reader, const WorkControl& control, const Aside& aside)
        : m_workspace(workspace), m_intake(intake), m_reader(reader), m_control(control), m_aside(aside), m_pack(batchPack(workspace, batch)),
          m_view(batchView(workspace, batch, m_pack)), m_body(intake.body.isEmpty() ? m_view.batch.body.name : intake.body)
    {
    }

    InkEndorsement run()
    {
        m_aside([this] { readAll(); });
        InkEndorsement result;
        result.problems = strayScans(m_sheets, m_view);
        const QList<const Candidate*> ranked = m_view.ranked();
        for (const Candidate* const each : ranked) {
            const QList<ScannedSheet> own = sheetsOf(each->dossier, m_sheets);
            if (own.isEmpty() && !m_view.isRecommended(each->dossier))
                continue;
            result.dossiers << endorse(*each, own);
        }
        return result;
    }

private:
    void requireNotCancelled() const
    {
        if (m_control.isCancelled && m_control.isCancelled())
            throw Cancelled();
    }

    void readAll()
    {
        m_sheets = m_intake.sheets;
        QStringList files = m_intake.scans;
        for (const ScannedSheet& sheet : m_intake.sheets)
            files.removeAll(sheet.file);
        m_sheets += readSheets(files, m_reader, m_control);
        requireNotCancelled();
    }

    InkEndorsed endorse(const Candidate& candidate, const QList<ScannedSheet>& sheets)
    {
        InkEndorsed result{candidate.dossier, candidate.title, false, !sheets.isEmpty(), {}, {}, endorsingFindings(candidate)};
        if (hasError(result.findings))
            return result;
        QByteArray kept;
        m_aside([&] { makePaper(candidate, sheets, result, kept); });
        if (!kept.isEmpty()) {
            writeDown(candidate, result, kept);
            result.endorsed = true;
        }
        return result;
    }

    /// Lays the signature paper among the objects, when all pages are there; touches no database.
    void makePaper(const Candidate& candidate, const QList<ScannedSheet>& came, InkEndorsed& result, QByteArray& kept)
    {
        requireNotCancelled();
        const QString paper = m_workspace.objects().path(candidate.paper);
        const PageMap map = readPageMap(paper);
        const QList<ScannedSheet> sheets = signedForThis(map, came, result.problems);
        ScanMatching matching = matchScans(map, sheets, pagesToEndorse(map));
        onlyWanted(matching, pagesToEndorse(map));
        result.problems += matching.problems;
        const bool complete = !hasError(result.problems);
        ScanStraightening straightening(paper, map, sheets, m_reader);
        if (complete) {
            if (!straightening.run(matching.pages, m_control))
                throw Cancelled();
            straightening.judge(matching.pages, role);
        }
        for (const MatchedPage& page : std::as_const(matching.pages))
            result.pages.append({page.page, sheets.at(page.sheet).where, page.byCode(), complete && straightening.isCompared(page.page), page.problems});
        if (complete)
            kept = signaturePaper(candidate, map, matching, straightening);
    }

    /// Other pages of the dossier came along with the signed ones: they are not needed.
    static void onlyWanted(ScanMatching& matching, const QList<int>& wanted)
    {
        QList<MatchedPage> kept;
        for (const MatchedPage& page : std::as_const(matching.pages)) {
            if (wanted.contains(page.page))
                kept << page;
            else
                matching.problems << InkProblem{ink::pageNotNeeded, page.page, {}, {}};
        }
        matching.pages = kept;
    }

    QByteArray signaturePaper(const Candidate& candidate, const PageMap& map, const ScanMatching& matching, const ScanStraightening& straightening) const
    {
        SignaturePaper paper{m_pack.id, m_body, !m_intake.body.isEmpty(), candidate.dossier, candidate.revision, candidate.fingerprint,
                             candidate.title, candidate.applicant, QDate::currentDate(), {}};
        QList<ScannedPicture> pictures;
        for (const MatchedPage& page : matching.pages) {
            paper.pages << SignedPage{page.page, map.pages.at(page.page - 1).fingerprint, page.byCode()};
            pictures << ScannedPicture{page.page, straightening.picture(page.page), page.byCode(), page.problems};
        }
        const QString made = m_scratch.filePath(u"paper.pdf"_s);
        writeSignaturePaper(paper, map, m_pack, pictures, *m_intake.deliveryKey, made);
        return m_workspace.objects().add(made);
    }

    void writeDown(const Candidate& candidate, const InkEndorsed& result, const QByteArray& kept)
    {
        QStringList numbers;
        for (const TakenPage& page : result.pages)
            numbers << QString::number(page.page);
        Endorsement endorsement = endorsementOn(candidate, m_body, !m_intake.body.isEmpty());
        endorsement.kind = u"ink"_s;
        endorsement.paper = kept;
        endorsement.pages = numbers.join(u' ');
        endorsement.person = m_intake.person;
        m_workspace.sendings().endorse(endorsement);
    }

    Workspace& m_workspace;
    const InkIntake& m_intake;
    const ScanReader& m_reader;
    const WorkControl& m_control;
    const Aside& m_aside;
    const CallPack& m_pack;
    BatchView m_view;
    QString m_body;
    QTemporaryDir m_scratch;
    QList<ScannedSheet> m_sheets;
};

/// A dossier whose pages are printed.
struct JobPart
{
    QString paper;
    PageMap map;
};

AssemblyPlan planOf(const SealJob& job, const QList<JobPart>& parts, const Batch& batch, const CallPack& pack, const QString& scratch)
{
    TextShaper shaper(fontsOf(pack));
    Paper paper = layoutSealList(job, batch, pack, shaper);
    AssemblyPlan plan;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        plan.attachments << inspectAttachment(parts.at(i).paper, scratch);
        for (const int number : job.entries.at(i).pages) {
            Page page;
            page.size = parts.at(i).map.pages.at(number - 1).size;
            plan.placements << Placement{int(paper.pages.size()), int(i), number - 1, QRectF(0, 0, 1, 1), QRectF(QPointF(0, 0), page.size)};
            paper.pages << page;
        }
    }
    plan.skeleton = drawPaper(paper, shaper);
    plan.title = sealListTitle(pack);
    plan.author = batch.body.name;
    plan.subject = pack.official;
    plan.keywords = u"juanzong seal-list"_s;
    return plan;
}

} // namespace

QList<int> pagesToEndorse(const PageMap& map)
{
    QList<int> pages;
    for (qsizetype i = 0; i < map.pages.size(); ++i) {
        const QList<SignatureArea>& areas = map.pages.at(i).areas;
        if (std::any_of(areas.begin(), areas.end(), [](const SignatureArea& area) { return area.role == role; }))
            pages << int(i) + 1;
    }
    return pages;
}

SealJob writeSealJob(Workspace& workspace, qint64 batch, const QList<QUuid>& dossiers, const QString& out)
{
    const CallPack& pack = batchPack(workspace, batch);
    const BatchView view = batchView(workspace, batch, pack);
    const QList<Candidate> candidates = candidatesToEndorse(view, dossiers);
    SealJob job;
    QList<JobPart> parts;
    for (const Candidate& each : candidates) {
        const Findings against = endorsingFindings(each);
        if (hasError(against)) {
            job.refused << EndorsedDossier{each.dossier, each.title, EndorsedDossier::Outcome::Refused, against};
            continue;
        }
        const QString paper = workspace.objects().path(each.paper);
        const PageMap map = readPageMap(paper);
        job.entries << SealJob::Entry{each.dossier, each.title, each.applicant, pagesToEndorse(map), 0};
        parts << JobPart{paper, map};
    }
    if (job.entries.isEmpty())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"没有可以用印的申报书。%1"_s, u"There is no dossier to be sealed. %1"_s}.arg(job.refused.first().findings.first().message));
    TextShaper shaper(fontsOf(pack));
    int next = int(layoutSealList(job, view.batch, pack, shaper).pages.size()) + 1;
    for (SealJob::Entry& entry : job.entries) {
        entry.first = next;
        next += int(entry.pages.size());
    }
    job.pages = next - 1;
    const QTemporaryDir scratch;
    assemblePdf(planOf(job, parts, view.batch, pack, scratch.path()), out);
    return job;
}

InkEndorsement endorseByInk(Workspace& workspace, qint64 batch, const InkIntake& intake, const ScanReader& reader, const WorkControl& control, const Aside& aside)
{
    if (intake.scans.isEmpty() && intake.sheets.isEmpty())
        throw Error(ErrorCode::Usage, text(u"没有给出扫描件。", u"No scans were given."));
    return InkCeremony(workspace, batch, intake, reader, control, aside).run();
}

} // namespace jz
