// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/score_intake.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/procedure/review_results.h"
#include "model/review/panel.h"
#include "model/review/score_sheet_paper.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// A paper of the panel bundle as it is to come back.
struct HandedOut
{
    int number = 0;
    QUuid original;
    QByteArray sha256;
    QString title;
    QString category;
};

/// Examines one sheet against what is kept, and keeps it.
class SheetIntake
{
public:
    SheetIntake(Workspace& workspace, const ReviewRound& round, const CallPack& pack) : m_workspace(workspace), m_round(round), m_pack(pack) {}

    SheetArrival examine(const QString& file)
    {
        m_arrival.file = file;
        if (!read() || !findPanel() || !checkBinding())
            return m_arrival;
        checkVersion();
        if (m_arrival.outcome == SheetArrival::Outcome::Known)
            return m_arrival;
        listHandedOut();
        if (m_sheet.answer == u"accepted") {
            checkDossiers();
            checkMissing();
        }
        if (m_arrival.refusals.isEmpty())
            m_arrival.outcome = SheetArrival::Outcome::Accepted;
        return m_arrival;
    }

    void keep(qint64 person)
    {
        fixRules(m_workspace, m_round, m_pack);
        for (ConflictDecision& each : m_arrival.declared)
            each.person = person;
        ScoreSheetRecord record;
        record.expert = m_arrival.expert;
        record.panel = m_sheet.panel;
        record.version = m_sheet.version;
        record.paper = m_workspace.objects().add(m_arrival.file);
        record.name = QFileInfo(m_arrival.file).fileName();
        record.source = u"file"_s;
        record.content = toJson(m_sheet);
        record.person = person;
        m_workspace.scores().accept(m_round.key, {record, newlyDeclared(), {}, 0});
    }

private:
    void refuse(const QString& code, const LocalizedText& words) { m_arrival.refusals << SheetRefusal{code, words}; }

    bool read()
    {
        try {
            const ReceivedScores received = readScoreSheet(m_arrival.file);
            m_sheet = received.sheet;
        } catch (const Error& error) {
            refuse(error.code() == ErrorCode::Malformed ? u"altered"_s : u"unreadable"_s, error.message());
            return false;
        }
        m_arrival.panel = m_sheet.panel;
        m_arrival.version = m_sheet.version;
        m_arrival.answer = m_sheet.answer;
        m_arrival.expertName = m_sheet.expert;
        m_arrival.code = checkCode(m_sheet);
        return true;
    }

    bool findPanel()
    {
        if (m_sheet.callId != m_pack.id || m_sheet.formHash != m_pack.formHash) {
            refuse(u"foreign"_s, LocalizedText{u"这份评分表属于另一项申报通知，或其表格、评分标准的另一版本，没有收入。请核对是否寄错，或请专家用本次评审包重新评分。"_s,
                                               u"The sheet belongs to another call, or to another version of its form and rubric. Check whether it came to the wrong office, or have the "
                                               "expert score with the bundle of this review."_s});
            return false;
        }
        const QList<PanelBundle> bundles = m_workspace.scores().bundles(m_round.key);
        const auto found = std::find_if(bundles.begin(), bundles.end(), [&](const PanelBundle& each) { return each.number == m_sheet.panel; });
        if (found == bundles.end()) {
            refuse(u"unknown-panel"_s, LocalizedText{u"本次评审没有发出过编号“%1”的评审包，评分表没有收入。请核对是哪一次评审（--round）。"_s,
                                                     u"This review gave out no bundle with the number “%1”. Check which review it is (--round)."_s}
                                           .arg(m_sheet.panel));
            return false;
        }
        m_bundle = *found;
        m_arrival.expert = found->expert;
        return true;
    }

    bool checkBinding()
    {
        const bool bound = bindingOf(m_sheet, m_bundle.secret) == m_sheet.binding;
        const QString name = m_bundle.content.value("expert"_L1).toString();
        if (bound && (name.isEmpty() || name == m_sheet.expert))
            return true;
        refuse(u"altered"_s, LocalizedText{u"评分表的内容与评审包“%1”的密钥不符：内容被改动过，或不是用这个评审包做出来的，没有收入。请与专家本人核对校验码。"_s,
                                           u"What the sheet says does not fit the key of bundle “%1”: it was altered, or not made with that bundle. Compare the check code with the expert."_s}
                                 .arg(m_sheet.panel));
        return false;
    }

    void checkVersion()
    {
        const QByteArray hash = sha256(readWholeFile(m_arrival.file, QFileInfo(m_arrival.file).size()));
        int last = 0;
        for (const ScoreSheetRecord& each : m_workspace.scores().sheets(m_round.key)) {
            if (each.expert != m_bundle.expert)
                continue;
            if (each.paper == hash || (each.source == u"file" && keptSheet(each) == m_sheet)) {
                m_arrival.outcome = SheetArrival::Outcome::Known;
                m_arrival.notes << LocalizedText{u"这份评分表以前已收入（第 %1 版，%2）。"_s, u"The sheet was accepted before (version %1, %2)."_s}.arg(
                    QString::number(each.version), each.standing == u"counts" ? u"有效"_s : u"已被后来的代替"_s);
                return;
            }
            last = std::max(last, each.version);
            if (each.standing == u"counts")
                m_arrival.replaces = each.version;
        }
        if (!m_bundle.isInForce())
            refuse(u"stale"_s, LocalizedText{u"评审包“%1”已作废（%2），用它做的评分表不再收入。请专家用重新发出的评审包%3。"_s,
                                             u"Bundle “%1” was revoked (%2): sheets made with it are not accepted. The expert should use the bundle issued anew%3."_s}
                                   .arg(m_bundle.number, m_bundle.reason, bundleInForce()));
        else if (m_sheet.version <= last)
            refuse(u"stale"_s, LocalizedText{u"这是第 %1 版，已收到第 %2 版。需要更正时，请专家重新打开评分表再完成一次。"_s,
                                             u"This is version %1, and version %2 was accepted. To correct it the expert reopens the sheet and finishes it again."_s}
                                   .arg(QString::number(m_sheet.version), QString::number(last)));
        else if (m_arrival.replaces)
            m_arrival.notes << LocalizedText{u"代替第 %1 版；旧版保留。"_s, u"Replaces version %1, which is kept."_s}.arg(QString::number(m_arrival.replaces));
    }

    QString bundleInForce() const
    {
        const QList<PanelBundle> bundles = m_workspace.scores().bundles(m_round.key);
        const auto found = std::find_if(bundles.begin(), bundles.end(), [&](const PanelBundle& each) { return each.expert == m_bundle.expert && each.isInForce(); });
        return found == bundles.end() ? QString() : u" "_s + found->number;
    }

    void listHandedOut()
    {
        const QList<Submission> submissions = m_workspace.intakes().submissions(m_round.key);
        const QHash<QUuid, QUuid> originals = originalsOf(m_bundle, submissions);
        for (const QJsonValue& value : m_bundle.content.value("dossiers"_L1).toArray()) {
            const QUuid id = QUuid::fromString(value[u"dossier"_s].toString());
            m_handedOut.insert(id, {value[u"number"_s].toInt(), originals.value(id, id), QByteArray::fromHex(value[u"sha256"_s].toString().toLatin1()), value[u"title"_s].toString(),
                                    value[u"category"_s].toString()});
        }
        for (const ReviewPair& each : m_workspace.experts().assignment(m_round.key).pairs)
            if (each.second == m_bundle.expert)
                m_assigned << each.first;
        m_hasAssignment = !m_workspace.experts().assignment(m_round.key).pairs.isEmpty();
        for (const ConflictDecision& each : m_workspace.experts().decisions(m_round.key))
            if (each.expert == m_bundle.expert)
                m_decisions.insert(each.dossier, each);
    }

    void checkDossiers()
    {
        for (const DossierScores& each : std::as_const(m_sheet.dossiers)) {
            const auto handed = m_handedOut.constFind(each.dossier);
            if (handed == m_handedOut.cend()) {
                refuse(u"unassigned"_s, LocalizedText{u"申报书 %1 不在这位专家的评审包里，评分表没有收入。"_s, u"Dossier %1 is not in the expert's bundle."_s}.arg(
                                            each.dossier.toString(QUuid::WithoutBraces)));
                continue;
            }
            checkDossier(each, *handed);
        }
    }

    void checkDossier(const DossierScores& scores, const HandedOut& handed)
    {
        const QString name = u"%1 %2"_s.arg(QString::number(handed.number), handed.title);
        if (scores.sha256 != handed.sha256)
            refuse(u"other-bytes"_s, LocalizedText{u"“%1”：评的不是评审包里的那份文件（内容不同），评分表没有收入。"_s, u"“%1”: what was scored is another file than the one in the bundle."_s}.arg(name));
        const auto decision = m_decisions.constFind(handed.original);
        const bool isConflict = decision != m_decisions.cend() && decision->decision != u"cleared";
        if (m_hasAssignment && !m_assigned.contains(handed.original) && !isConflict)
            refuse(u"unassigned"_s, LocalizedText{u"“%1”已不由这位专家评审，评分表没有收入。请恢复分派（office assign），或给专家重新发评审包。"_s,
                                                  u"“%1” is no longer assigned to the expert. Assign it again (office assign), or issue a new bundle."_s}
                                        .arg(name));
        if (scores.isVoid()) {
            m_arrival.declared << ConflictDecision{m_bundle.expert, handed.original, u"declared"_s, scores.conflict, 0, {}};
            return;
        }
        for (const LocalizedText& problem : scoreProblems(scores, rubricOf(m_pack, handed.category)))
            refuse(u"scale"_s, LocalizedText{u"“%1”：%2"_s, u"“%1”: %2"_s}.arg(name, problem));
        ++m_arrival.scored;
        if (isConflict)
            m_arrival.notes << LocalizedText{u"“%1”已列为回避，这份评分留存，不计入。"_s, u"“%1” is a conflict of interest: the score is kept and counts nowhere."_s}.arg(name);
    }

    void checkMissing()
    {
        for (auto handed = m_handedOut.cbegin(); handed != m_handedOut.cend(); ++handed)
            if (std::none_of(m_sheet.dossiers.begin(), m_sheet.dossiers.end(), [&](const DossierScores& each) { return each.dossier == handed.key(); }))
                refuse(u"incomplete"_s, LocalizedText{u"评分表缺少“%1 %2”。请专家补评后重新完成。"_s, u"The sheet lacks “%1 %2”. The expert should score it and finish again."_s}.arg(
                                            QString::number(handed->number), handed->title));
    }

    /// What was declared before, in the same words, is not written down again.
    QList<ConflictDecision> newlyDeclared() const
    {
        QList<ConflictDecision> fresh;
        for (const ConflictDecision& each : m_arrival.declared) {
            const ConflictDecision known = m_decisions.value(each.dossier);
            if (known.decision != u"declared" || known.reason != each.reason)
                fresh << each;
        }
        return fresh;
    }

    Workspace& m_workspace;
    const ReviewRound& m_round;
    const CallPack& m_pack;
    SheetArrival m_arrival;
    ScoreSheet m_sheet;
    PanelBundle m_bundle;
    QMap<QUuid, HandedOut> m_handedOut;
    QSet<QUuid> m_assigned;
    bool m_hasAssignment = false;
    QHash<QUuid, ConflictDecision> m_decisions;
};

} // namespace

void fixRules(Workspace& workspace, const ReviewRound& round, const CallPack& pack)
{
    if (workspace.intakes().round(round.key)->rules.isEmpty())
        workspace.intakes().setRules(round.key, toJson(usualRules(pack)));
}

SheetArrival collectSheet(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const QString& file, qint64 person, bool dryRun)
{
    SheetIntake intake(workspace, round, pack);
    const SheetArrival arrival = intake.examine(file);
    if (arrival.outcome == SheetArrival::Outcome::Accepted && !dryRun)
        intake.keep(person);
    return arrival;
}

} // namespace jz
