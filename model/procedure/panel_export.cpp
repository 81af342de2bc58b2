// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/panel_export.h"

#include "model/base/cancelled.h"
#include "model/base/json_file.h"
#include "model/base/make_finding.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/exchange/bundle.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/panel_forms.h"
#include "model/procedure/review_copy.h"
#include "model/review/panel_letter.h"
#include "model/review/spoken_passphrase.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString letterName = u"评审任务书.pdf"_s;

QByteArray randomSecret()
{
    QByteArray secret(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32*>(secret.data()), reinterpret_cast<quint32*>(secret.data() + secret.size()));
    return secret;
}

const CallPack& packOfRound(const ReviewRound& round)
{
    if (const CallPack* const pack = findBuiltInCallPack(round.call))
        return *pack;
    throw Error(ErrorCode::NotFound, LocalizedText{u"没有装申报通知“%1”的模板包。"_s, u"The call pack “%1” is not installed."_s}.arg(round.call), round.call);
}

/// A dossier as it goes to experts: the same file for all who judge it.
struct ExpertPaper
{
    QUuid id;
    QString path;
    QByteArray sha256;
    QStringList people;
};

/// Makes the bundles of one call of exportPanels().
class PanelPacking
{
public:
    PanelPacking(Workspace& workspace, const ReviewRound& round, const PanelOrder& order)
        : m_workspace(workspace), m_round(round), m_order(order), m_pack(packOfRound(round)), m_assigned(workspace.experts().assignment(round.key))
    {
        if (m_assigned.key == 0)
            throw Error(ErrorCode::Usage, text(u"还没有分派专家，没有可以做评审包的内容。请先分派（office assign）。", u"Nothing is assigned yet, so there is nothing to pack. Assign first (office assign)."), round.name);
        const QList<Submission> submissions = workspace.intakes().submissions(round.key);
        for (const Submission& each : submissions)
            if (!m_submissions.contains(each.dossier))
                m_submissions.insert(each.dossier, each);
        for (const PanelBundle& each : workspace.scores().bundles(round.key))
            if (each.isInForce())
                m_inForce.insert(each.expert, each);
    }

    QList<qint64> experts() const
    {
        QList<qint64> chosen = m_order.experts;
        for (const ReviewPair& pair : m_assigned.pairs)
            if (m_order.experts.isEmpty() && !chosen.contains(pair.second))
                chosen << pair.second;
        if (m_order.experts.isEmpty())
            std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    /// What an expert is to get; nothing when something is missing, which is among the findings then.
    std::optional<MadePanel> planned(qint64 key)
    {
        const std::optional<Expert> expert = m_workspace.experts().byKey(key);
        if (!expert || expert->isDeleted()) {
            m_findings << makeFinding("panel.no-expert", Severity::Error,
                                      LocalizedText{u"编号 %1 的专家已从专家库删除，没有做评审包。请改派。"_s, u"The expert no. %1 was deleted from the register; no bundle was made. Assign somebody else."_s}
                                          .arg(QString::number(key)));
            return {};
        }
        const QList<Submission> dossiers = dossiersOf(*expert);
        if (dossiers.isEmpty())
            return {};
        MadePanel panel;
        panel.expert = key;
        panel.name = expert->name;
        for (const Submission& each : dossiers)
            panel.titles << each.title;
        const auto before = m_inForce.constFind(key);
        if (before != m_inForce.cend() && m_order.experts.isEmpty() && holds(*before, dossiers)) {
            panel.standing = MadePanel::Standing::Kept;
            panel.number = before->number;
            panel.panel = parsePanel(canonicalJson(before->content), before->number);
            return panel;
        }
        panel.replaced = before == m_inForce.cend() ? QString() : before->number;
        panel.number = freeNumber(key);
        return panel;
    }

    /// Writes the bundle and keeps it on record.
    void make(MadePanel& made, const WorkControl& control, const Aside& aside)
    {
        const Expert expert = *m_workspace.experts().byKey(made.expert);
        const QList<Submission> dossiers = dossiersOf(expert);
        made.file = QDir(m_order.folder).filePath(safeFileName(made.number + u' ' + expert.name + u".jzb"));
        QJsonObject originals;
        aside([&] { write(made, expert, dossiers, originals, control); });
        PanelBundle kept;
        kept.expert = made.expert;
        kept.number = made.number;
        kept.secret = made.panel.secret;
        kept.bundle = sha256OfFile(made.file);
        kept.size = made.bytes;
        kept.content = toJson(made.panel);
        kept.content.insert(u"originals"_s, originals);
        kept.person = m_order.person;
        m_workspace.scores().addBundle(m_round.key, kept, m_order.reason.isEmpty() ? u"重新制作"_s : m_order.reason);
        made.standing = MadePanel::Standing::Made;
    }

    Findings findings() const { return m_findings; }

private:
    /// Those assigned to him that are here, in an order that says nothing of bodies and ranks.
    QList<Submission> dossiersOf(const Expert& expert)
    {
        QList<Submission> dossiers;
        for (const auto& [dossier, who] : m_assigned.pairs) {
            if (who != expert.key)
                continue;
            const auto found = m_submissions.constFind(dossier);
            if (found != m_submissions.cend() && m_workspace.objects().has(found->paper))
                dossiers << *found;
            else if (!std::exchange(m_missed[dossier], true))
                m_findings << makeFinding("panel.no-dossier", Severity::Error,
                                          LocalizedText{u"分派给“%1”的申报书 %2 不在本次评审收到的申报书里，没有放进评审包。"_s,
                                                        u"The dossier %2 assigned to “%1” is not among those received; it was not packed."_s}
                                              .arg(expert.name, dossier.toString(QUuid::WithoutBraces)));
        }
        std::sort(dossiers.begin(), dossiers.end(), [](const Submission& a, const Submission& b) { return std::tie(a.category, a.dossier) < std::tie(b.category, b.dossier); });
        return dossiers;
    }

    bool holds(const PanelBundle& bundle, const QList<Submission>& dossiers) const
    {
        QSet<QString> there;
        const QJsonObject originals = bundle.content.value("originals"_L1).toObject();
        for (const QJsonValue& each : originals)
            there.insert(each.toString());
        QSet<QString> wanted;
        for (const Submission& each : dossiers)
            wanted.insert(hexText(each.paper));
        return there == wanted && bundle.content.value("reviewCopies"_L1).toBool() == m_order.reviewCopies;
    }

    /// P, year, expert, which of theirs: joined by hyphens.
    QString freeNumber(qint64 expert) const
    {
        const QDate day = m_order.day.isValid() ? m_order.day : QDate::currentDate();
        for (int count = 1;; ++count) {
            const QString number = u"P-%1-%2-%3"_s.arg(QString::number(day.year())).arg(expert, 3, 10, QChar(u'0')).arg(count);
            if (!m_workspace.scores().bundle(number))
                return number;
        }
    }

    /// The file that experts get of a dossier, made once.
    const ExpertPaper& paperOf(const Submission& submission)
    {
        const auto made = m_papers.constFind(submission.paper);
        if (made != m_papers.cend())
            return *made;
        const QString original = m_workspace.objects().path(submission.paper);
        ExpertPaper paper;
        if (m_order.reviewCopies) {
            paper.path = m_scratch.filePath(QString::number(m_papers.size()) + u".pdf");
            const WrittenCopy copy = writeReviewCopy(original, paper.path);
            paper.id = copy.dossier.id;
            paper.sha256 = sha256OfFile(paper.path);
            paper.people = peopleIn(copy.dossier, m_pack);
            for (const QString& remark : copy.remarks)
                m_findings << makeFinding("panel.look", Severity::Warning, LocalizedText{u"评审件“%1”：%2"_s, u"Review copy “%1”: %2"_s}.arg(submission.title, remark));
        } else {
            paper = {submission.dossier, original, submission.paper, peopleIn(readDossierData(original), m_pack)};
        }
        return *m_papers.insert(submission.paper, paper);
    }

    void write(MadePanel& made, const Expert& expert, const QList<Submission>& dossiers, QJsonObject& originals, const WorkControl& control)
    {
        Panel& panel = made.panel;
        panel = {m_pack.id, m_pack.formHash, m_round.name, made.number, expert.name, randomSecret(), m_order.reviewCopies, m_order.due, m_order.office, {}};
        QList<BundleFile> files;
        for (const Submission& each : dossiers) {
            const ExpertPaper& paper = paperOf(each);
            const int number = int(panel.dossiers.size()) + 1;
            const QString name = safeFileName(u"%1 %2.pdf"_s.arg(number, 2, 10, QChar(u'0')).arg(each.title));
            panel.dossiers << PanelDossier{number, paper.id, each.title, each.applicant, each.category, paper.people, name, paper.sha256};
            originals.insert(paper.id.toString(QUuid::WithoutBraces), hexText(each.paper));
            files << BundleFile{name, paper.path};
        }
        const QTemporaryDir scratch;
        const QString letter = scratch.filePath(u"letter.pdf"_s);
        writePanelLetter(panel, m_pack, *m_order.deliveryKey, letter);
        files.prepend({letterName, letter});
        if (m_order.paperForms)
            files += writePanelForms(panel, m_pack, scratch.path());
        if (!m_order.passphrase)
            made.passphrase = spokenPassphrase();
        const Passphrase own(made.passphrase);
        if (!writeBundle(made.file, files, BundleKind::Bundle, control, m_order.passphrase ? m_order.passphrase : &own))
            throw Cancelled();
        made.bytes = QFileInfo(made.file).size();
    }

    Workspace& m_workspace;
    const ReviewRound& m_round;
    const PanelOrder& m_order;
    const CallPack& m_pack;
    AssignmentRecord m_assigned;
    QHash<QUuid, Submission> m_submissions;
    QHash<qint64, PanelBundle> m_inForce;
    QHash<QByteArray, ExpertPaper> m_papers; ///< by the original
    QHash<QUuid, bool> m_missed;
    QTemporaryDir m_scratch;
    Findings m_findings;
};

void requireFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法建立文件夹“%1”。请换一个位置再试。"_s, u"The folder “%1” cannot be made. Try another place."_s}.arg(folder), folder);
}

} // namespace

PanelExport exportPanels(Workspace& workspace, const ReviewRound& round, const PanelOrder& order, const WorkControl& control, const Aside& aside)
{
    PanelPacking packing(workspace, round, order);
    PanelExport result;
    if (order.deliveryKey)
        requireFolder(order.folder);
    for (const qint64 expert : packing.experts()) {
        std::optional<MadePanel> panel = packing.planned(expert);
        if (!panel)
            continue;
        if (order.deliveryKey && panel->standing == MadePanel::Standing::Planned)
            packing.make(*panel, control, aside);
        result.panels << *panel;
    }
    result.findings = packing.findings();
    if (result.panels.isEmpty() && !hasError(result.findings))
        throw Error(ErrorCode::Usage, text(u"所选专家没有分派申报书，没有可以做的评审包。", u"The chosen experts are assigned no dossiers: there is nothing to pack."), round.name);
    return result;
}

QString standingName(MadePanel::Standing standing)
{
    return standing == MadePanel::Standing::Made ? u"made"_s : standing == MadePanel::Standing::Kept ? u"kept"_s : u"planned"_s;
}

PanelBundle losePanel(Workspace& workspace, const QString& number, const QString& reason)
{
    const std::optional<PanelBundle> bundle = workspace.scores().bundle(number);
    if (!bundle)
        throw Error(ErrorCode::NotFound, LocalizedText{u"没有编号为“%1”的评审包。可用 office panels list 查看。"_s, u"No panel bundle has the number “%1”. See office panels list."_s}.arg(number), number);
    if (!bundle->isInForce())
        throw Error(ErrorCode::Usage, LocalizedText{u"评审包“%1”已经作废：%2"_s, u"The panel bundle “%1” was revoked before: %2"_s}.arg(number, bundle->reason), number);
    workspace.scores().revoke(bundle->key, reason);
    return *workspace.scores().bundle(number);
}

} // namespace jz
