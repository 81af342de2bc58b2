// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/expert_panel.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/panel_intake.h"
#include "model/review/panel_progress.h"
#include "model/review/score_sheet_paper.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const CallPack& packFor(const QString& callId, const QByteArray& formHash)
{
    const CallPack* const pack = findBuiltInCallPack(callId);
    if (!pack || pack->formHash != formHash)
        throw Error(ErrorCode::Unsupported,
                    (pack ? LocalizedText{u"评审包使用的申报模板“%1”与本程序的版本不同。请安装办公室所用版本的程序。"_s, u"The bundle uses another edition of the call “%1” than this program. Install the version that the office uses."_s}
                          : LocalizedText{u"本程序没有申报模板“%1”。请安装办公室所用版本的程序。"_s, u"This program does not have the call “%1”. Install the version that the office uses."_s})
                        .arg(callId),
                    callId);
    return *pack;
}

OpenedPanel recordOf(Workspace& workspace, const QString& number)
{
    const QList<OpenedPanel> all = workspace.panels().all();
    if (number.isEmpty() && all.size() == 1)
        return all.first();
    for (const OpenedPanel& each : all)
        if (each.number == number)
            return each;
    if (number.isEmpty() && !all.isEmpty())
        throw Error(ErrorCode::Usage, text(u"这里有几个评审包，请写明任务书编号。可用 review list 查看。", u"There are several panels here: name one. See review list."));
    throw Error(ErrorCode::NotFound, LocalizedText{u"没有打开过编号为“%1”的评审包。请先用 review open 打开。"_s, u"No bundle of the number “%1” was opened here. Open it with review open."_s}.arg(number), number);
}

/// Content alone: what makes another version.
QJsonObject comparable(QJsonObject sheet)
{
    for (const QString& changing : {u"version"_s, u"finished"_s, u"binding"_s})
        sheet.remove(changing);
    return sheet;
}

/// Entries of earlier panels for the same papers.
QList<PanelEntry> carriedOver(Workspace& workspace, const Panel& panel)
{
    QMap<int, PanelEntry> carried;
    for (const OpenedPanel& each : workspace.panels().all()) {
        const Panel earlier = parsePanel(canonicalJson(each.content), each.number);
        if (earlier.round != panel.round || earlier.expert != panel.expert || each.answer != u"accepted")
            continue;
        for (const PanelEntry& entry : workspace.panels().entries(each.key)) {
            const PanelDossier* const was = earlier.dossier(entry.dossier);
            const PanelDossier* const now = panel.dossier(entry.dossier);
            if (was && now && was->sha256 == now->sha256)
                carried.insert(now->number, entry);
        }
    }
    return carried.values();
}

} // namespace

DossierScores scoresOf(const PanelEntry& entry, const PanelDossier& dossier)
{
    return {dossier.dossier, dossier.sha256, entry.points, entry.comments, entry.opinion, entry.visit, entry.comment, entry.conflict};
}

ExpertPanel ExpertPanel::open(Workspace& workspace, const QString& bundle, const Passphrase* passphrase)
{
    const UnpackedPanel unpacked = unpackPanel(bundle, passphrase);
    const Panel& panel = unpacked.panel;
    packFor(panel.callId, panel.formHash);
    ObjectStore papers(workspace.folder() + u"/panels/"_s + hexText(sha256(panel.number.toUtf8())).left(16));
    for (const QString& each : unpacked.papers)
        papers.add(each);
    std::optional<OpenedPanel> record = workspace.panels().byNumber(panel.number);
    if (record && parsePanel(canonicalJson(record->content), panel.number) != panel)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”与先前打开的评审包 %2 编号相同而内容不同，没有读入。请向办公室核实。"_s, u"“%1” has the number of the bundle %2 opened before and other content; it was not taken in. Ask the office."_s}
                        .arg(bundle, panel.number),
                    bundle);
    if (!record) {
        OpenedPanel opened;
        opened.number = panel.number;
        opened.content = toJson(panel);
        opened.letter = workspace.objects().add(unpacked.letter);
        opened.seed = QRandomGenerator::system()->bounded(1 << 30);
        workspace.panels().add(opened, carriedOver(workspace, panel));
    } else if (record->answer == u"declined") {
        record->answer.clear(); // who opens it again thinks again
        record->promised = {};
        workspace.panels().answer(*record, {});
    }
    return ExpertPanel(workspace, panel.number);
}

ExpertPanel::ExpertPanel(Workspace& workspace, const QString& number) : ExpertPanel(workspace, recordOf(workspace, number)) {}

ExpertPanel::ExpertPanel(Workspace& workspace, const OpenedPanel& record)
    : m_workspace(workspace), m_record(record), m_panel(parsePanel(canonicalJson(record.content), record.number)), m_pack(packFor(m_panel.callId, m_panel.formHash))
{
}

Rubric ExpertPanel::rubric(const PanelDossier& dossier) const
{
    return rubricOf(m_pack, dossier.category);
}

QString ExpertPanel::folder() const
{
    return m_workspace.folder() + u"/panels/"_s + hexText(sha256(m_panel.number.toUtf8())).left(16);
}

void ExpertPanel::requireAccepted() const
{
    if (!isAccepted())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"请先作保密承诺并声明利害关系（review answer %1 accept），再阅读和评分。"_s, u"Promise confidentiality and declare conflicts first (review answer %1 accept), then read and score."_s}
                        .arg(m_panel.number),
                    m_panel.number);
}

const PanelDossier& ExpertPanel::dossier(int number) const
{
    const auto found = std::find_if(m_panel.dossiers.begin(), m_panel.dossiers.end(), [&](const PanelDossier& each) { return each.number == number; });
    if (found != m_panel.dossiers.end())
        return *found;
    throw Error(ErrorCode::Usage, LocalizedText{u"评审任务书 %1 里没有编号 %2。"_s, u"The panel %1 has no number %2."_s}.arg(m_panel.number, QString::number(number)), QString::number(number));
}

void ExpertPanel::accept(const QMap<int, QString>& conflicts, QDate day)
{
    QList<PanelEntry> declared;
    for (auto each = conflicts.cbegin(); each != conflicts.cend(); ++each) {
        PanelEntry entry = m_workspace.panels().entry(m_record.key, dossier(each.key()).dossier);
        entry.conflict = each.value().trimmed();
        if (entry.conflict.isEmpty())
            throw Error(ErrorCode::Usage, LocalizedText{u"编号 %1 要回避，请写明理由（编号=理由）。"_s, u"Give the reason for not judging number %1 (NUMBER=REASON)."_s}.arg(QString::number(each.key())), QString::number(each.key()));
        declared << entry;
    }
    m_record.answer = u"accepted"_s;
    m_record.reason.clear();
    m_record.promised = day;
    m_workspace.panels().answer(m_record, declared);
}

void ExpertPanel::decline(const QString& reason, QDate day)
{
    m_record.answer = u"declined"_s;
    m_record.reason = reason;
    m_record.promised = day;
    m_workspace.panels().answer(m_record, {});
    removePapers();
}

QList<DossierScores> ExpertPanel::scores() const
{
    requireAccepted();
    QHash<QUuid, PanelEntry> entered;
    for (const PanelEntry& each : m_workspace.panels().entries(m_record.key))
        entered.insert(each.dossier, each);
    QList<DossierScores> all;
    for (const PanelDossier& each : m_panel.dossiers)
        all << scoresOf(entered.value(each.dossier), each);
    return all;
}

PanelEntry ExpertPanel::entry(const PanelDossier& dossier) const
{
    requireAccepted();
    return m_workspace.panels().entry(m_record.key, dossier.dossier);
}

void ExpertPanel::keep(const QList<PanelEntry>& entries)
{
    requireAccepted();
    m_workspace.panels().keep(m_record.key, entries);
}

void ExpertPanel::rank(const QList<int>& numbers)
{
    requireAccepted();
    QList<QUuid> ranking;
    for (const int number : numbers) {
        const QUuid id = dossier(number).dossier;
        if (ranking.contains(id))
            throw Error(ErrorCode::Usage, LocalizedText{u"编号 %1 写了两次。"_s, u"The number %1 is there twice."_s}.arg(QString::number(number)), QString::number(number));
        ranking << id;
    }
    m_workspace.panels().setRanking(m_record.key, ranking);
    m_record.ranking = ranking;
}

QString ExpertPanel::paper(const PanelDossier& dossier) const
{
    if (!entry(dossier).conflict.isEmpty())
        throw Error(ErrorCode::Usage, LocalizedText{u"编号 %1 已声明回避，不再提供材料。"_s, u"Number %1 was declared a conflict; its papers are not given out."_s}.arg(QString::number(dossier.number)), QString::number(dossier.number));
    ObjectStore papers(folder());
    if (!papers.has(dossier.sha256))
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"评审材料已从本机删除。需要再看时请重新打开评审包（review open），已填的分数都在。"_s, u"The papers were removed from this laptop. Open the bundle again (review open); all that was entered is there."_s},
                    m_panel.number);
    return papers.path(dossier.sha256);
}

bool ExpertPanel::hasPapers() const
{
    ObjectStore papers(folder());
    return std::all_of(m_panel.dossiers.begin(), m_panel.dossiers.end(), [&](const PanelDossier& each) { return papers.has(each.sha256); });
}

QList<qsizetype> ExpertPanel::order() const
{
    return presentationOrder(m_panel.dossiers.size(), m_record.seed);
}

int ExpertPanel::finishedVersion() const
{
    const QList<FinishedSheet> sheets = m_workspace.panels().sheets(m_record.key);
    return sheets.isEmpty() ? 0 : sheets.last().version;
}

int ExpertPanel::lastVersion() const
{
    int last = 0;
    for (const OpenedPanel& each : m_workspace.panels().all())
        if (each.content.value("round"_L1) == m_record.content.value("round"_L1) && each.content.value("expert"_L1) == m_record.content.value("expert"_L1))
            for (const FinishedSheet& sheet : m_workspace.panels().sheets(each.key))
                last = std::max(last, sheet.version);
    return last;
}

ScoreSheet ExpertPanel::sheet(QDate day) const
{
    ScoreSheet sheet{m_panel.callId, m_panel.formHash, m_panel.number, m_panel.expert, 1, m_record.answer, m_record.reason, m_record.promised, day, {}, {}, {}};
    if (isAccepted()) {
        sheet.dossiers = scores();
        for (DossierScores& each : sheet.dossiers)
            if (each.isVoid()) // struck out whole: nothing of it leaves
                each = DossierScores{each.dossier, each.sha256, {}, {}, {}, false, {}, each.conflict};
        sheet.ranking = m_record.ranking;
    }
    const QList<FinishedSheet> before = m_workspace.panels().sheets(m_record.key);
    if (!before.isEmpty()) {
        const FinishedSheet& last = before.last();
        if (comparable(toJson(sheet)) == comparable(last.content))
            return parseScoreSheet(canonicalJson(last.content), m_panel.number);
    }
    sheet.version = std::min(lastVersion() + 1, 99);
    sheet.binding = bindingOf(sheet, m_panel.secret);
    return sheet;
}

ScoreSheet ExpertPanel::finish(const QString& out, const Identity& deliveryKey, const std::optional<Identity>& certificate, QDate day)
{
    if (m_record.answer.isEmpty())
        requireAccepted();
    const ScoreSheet finished = sheet(day);
    const QTemporaryDir scratch;
    const QString made = scratch.filePath(u"sheet.pdf"_s);
    if (certificate) {
        const QString unsigned_ = scratch.filePath(u"open.pdf"_s);
        writeOpenScoreSheet(finished, m_panel, m_pack, unsigned_);
        signPaper(unsigned_, made, {SignatureRole::Applicant, *certificate, {}, m_panel.expert, QDateTime::currentDateTime(), {}});
    } else {
        writeScoreSheet(finished, m_panel, m_pack, deliveryKey, made);
    }
    // Written down first: a version that somebody may have is never another one.
    if (finishedVersion() < finished.version)
        m_workspace.panels().addSheet(m_record.key, {finished.version, m_workspace.objects().add(made), toJson(finished), {}});
    writeWholeFile(out, readWholeFile(made, 200'000'000));
    return finished;
}

void ExpertPanel::removePapers()
{
    QDir papers(folder());
    if (papers.exists() && !papers.removeRecursively())
        throw Error(ErrorCode::NotWritable, LocalizedText{u"“%1”里的评审材料没有删尽，可能正被其他程序打开。请关闭后再删一次。"_s, u"Not all papers in “%1” could be removed; another program may have them open. Close it and try again."_s}.arg(folder()), folder());
}

} // namespace jz
