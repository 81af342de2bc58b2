// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/slip_intake.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/fix_list.h"
#include "model/procedure/office_route.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString number(int revision)
{
    return QString::number(revision);
}

[[noreturn]] void refuse(const QString& path, const LocalizedText& why)
{
    throw Error(ErrorCode::Unsupported, LocalizedText{u"“%1”%2"_s, u"“%1” %2"_s}.arg(path, why), path);
}

void keepSlip(OpenDossier& dossier, const QString& path, const ReceivedSlip& received, QLatin1StringView kind, const QJsonObject& more)
{
    Record record;
    record.kind = kind;
    record.who = received.slip.from;
    record.day = received.slip.issued;
    record.detail = more;
    record.detail.insert(u"slip"_s, parseJsonObject(received.data, path));
    record.detail.insert(u"fingerprint"_s, QString::fromLatin1(sha256(received.data).toHex()));
    record.detail.insert(u"sender"_s, received.sender);
    dossier.writeDown(record, path);
}

/// Writes down that the dossier as it is now was passed; refuses what was said of something else.
void keepPassed(OpenDossier& dossier, const QString& path, const ReceivedSlip& received)
{
    const ReturnSlip& slip = received.slip;
    const Dossier& now = dossier.editor().dossier();
    const DossierState state = dossier.editor().state();
    if (now.revision != slip.revision || dossierFingerprint(dossierJson(now)) != slip.fingerprint)
        refuse(path, LocalizedText{u"说的是第 %1 稿通过预审，而这里已改到第 %2 稿（%3），没有登记。改过的内容须重新预审：请把现在这一稿送审。"_s,
                                   u"says that revision %1 passed, but here it is revision %2 now (%3); nothing was written down. What was changed has to be "
                                   "looked at again: hand out this revision for review."_s}
                         .arg(number(slip.revision), number(now.revision), stateWord(state)));
    if (state == DossierState::Withdrawn || state == DossierState::Returned)
        refuse(path, LocalizedText{u"说的是第 %1 稿通过预审，而这份申报书已登记为“%2”，没有登记。请与%3核对。"_s,
                                   u"says that revision %1 passed, but the dossier is “%2”; nothing was written down. Check with %3."_s}
                         .arg(number(slip.revision), stateWord(state), slip.from));
    keepSlip(dossier, path, received, record::preReview, {{u"how"_s, u"预审通过通知"_s}});
}

/// Takes one slip in. Lives for one call of takeSlipIn().
class SlipIntake
{
public:
    SlipIntake(Workspace& workspace, const QString& path, const ReceivedSlip& received, qint64 person)
        : m_workspace(workspace), m_path(path), m_received(received), m_slip(received.slip), m_fingerprint(sha256(received.data)), m_entry(entry()),
          m_dossier(workspace, m_entry.id, person, QFileInfo(path).fileName()), m_slips(slipsOf(workspace, m_entry.key))
    {
    }

    TakenSlip take()
    {
        requireKnownContent();
        TakenSlip taken;
        taken.dossier = m_entry.id;
        taken.passed = m_slip.passed();
        const auto before = std::find_if(m_slips.begin(), m_slips.end(), [this](const KeptSlip& kept) { return kept.fingerprint == m_fingerprint; });
        taken.again = before != m_slips.end();
        taken.warning = senderWarning();
        if (!m_slip.passed())
            takeReturned(taken);
        else if (!taken.again)
            keepPassed(m_dossier, m_path, m_received);
        taken.revision = m_dossier.editor().dossier().revision;
        taken.words = taken.again ? wordsAgain(*before) : words(taken.revision);
        return taken;
    }

private:
    DossierEntry entry() const
    {
        if (const std::optional<DossierEntry> found = m_workspace.dossiers().find(m_slip.dossier))
            return *found;
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"“%1”是对%2《%3》第 %4 稿的意见，这份申报书不在这里的资料库。请在填报它的电脑上打开；或先把当时送出的那一稿 PDF 收进来，"
                                  "再打开意见。"_s,
                                  u"“%1” is about revision %4 of “%3” (%2), which is not in this workspace. Open it on the computer where that was filled in; "
                                  "or take in the PDF of that revision first, then open the slip."_s}
                        .arg(m_path, m_slip.applicant, m_slip.title, number(m_slip.revision)),
                    m_path);
    }

    void requireKnownContent() const
    {
        if (m_workspace.dossiers().revisionOf(m_entry.key, m_slip.fingerprint))
            return;
        refuse(m_path, LocalizedText{u"针对的第 %1 稿（校验码 %2）与这里留存的各稿都不同，没有读入；这里现在是第 %3 稿。请与%4核对，对方收到的是不是你们送出的文件。"_s,
                             u"is about revision %1 (fingerprint %2), which is none of those that are kept here; it was not taken in. Here it is revision %3. "
                             "Check with %4 whether the file they have is the one you sent."_s}
                   .arg(number(m_slip.revision), QString::fromLatin1(m_slip.fingerprint.toHex().left(8)), number(m_entry.revision), m_slip.from));
    }

    void takeReturned(const TakenSlip& taken)
    {
        const DossierState state = m_dossier.editor().state();
        const int now = m_entry.revision;
        if (taken.again && now > m_slip.revision)
            return;
        if (now > m_slip.revision + 1 || (now == m_slip.revision + 1 && state != DossierState::Draft))
            refuse(m_path, LocalizedText{u"是对第 %1 稿的意见，这里已到第 %2 稿（%3），没有读入。请与%4核对是否还要改；要改请先开始下一稿，对照意见的文字修改。"_s,
                                 u"is about revision %1, but here it is revision %2 already (%3); it was not taken in. Ask %4 whether this is still wanted; if "
                                 "so, begin the next revision and change what the slip says."_s}
                       .arg(number(m_slip.revision), number(now), stateWord(state), m_slip.from));
        if (state == DossierState::Withdrawn)
            refuse(m_path, LocalizedText{u"是对第 %1 稿的意见，而这份申报书已登记为“撤回”，没有读入。要继续申报，请先开始下一稿。"_s,
                                 u"is about revision %1, but the dossier was withdrawn; it was not taken in. To go on with it begin the next revision first."_s}
                       .arg(number(m_slip.revision)));
        if (!taken.again)
            keepSlip(m_dossier, m_path, m_received, record::returnSlip, {});
        if (now == m_slip.revision)
            beginNextRevision();
    }

    void beginNextRevision()
    {
        DossierEditor& editor = m_dossier.editor();
        const QJsonObject detail{{u"file"_s, QFileInfo(m_path).fileName()}, {u"remark"_s, m_slip.letter}, {u"who"_s, m_slip.from}};
        // A draft copy can have been looked at, too: then it had gone out.
        if (editor.state() == DossierState::Draft)
            editor.moveOn(StepKind::SubmitForReview, {}, {});
        if (editor.state() != DossierState::Returned)
            editor.moveOn(StepKind::Return, {}, detail);
        editor.revise(m_slip.fingerprint);
    }

    LocalizedText senderWarning() const
    {
        const bool isOther = !m_slips.isEmpty() && std::none_of(m_slips.begin(), m_slips.end(), [this](const KeptSlip& kept) { return kept.sender == m_received.sender; });
        if (!isOther)
            return {};
        return LocalizedText{u"这份意见与之前收到的不是同一台电脑发出的。请与%1电话核实后再照办。"_s,
                             u"This slip was not sent from the same computer as those before. Ask %1 by telephone before you do what it says."_s}
            .arg(m_slip.from);
    }

    LocalizedText words(int revision) const
    {
        if (m_slip.passed())
            return LocalizedText{u"已登记：%1说第 %2 稿通过预审。现在可以定稿、打印、签字、盖章。"_s,
                                 u"Written down: %1 says that revision %2 passed. It can be finalised, printed, signed and sealed now."_s}
                .arg(m_slip.from, number(m_slip.revision));
        return LocalizedText{u"%1对第 %2 稿提了 %3 条意见，已开始第 %4 稿。意见提到的栏目可以修改，其余已锁定，需要时可解锁。"_s,
                             u"%1 made %3 notes on revision %2; revision %4 was begun. The fields they name can be edited, the others are locked and can be "
                             "unlocked."_s}
            .arg(m_slip.from, number(m_slip.revision), number(int(m_slip.notes.size())), number(revision));
    }

    LocalizedText wordsAgain(const KeptSlip& before) const
    {
        return LocalizedText{u"这份意见 %1 已由%2打开过，没有重复登记。"_s, u"This slip was opened on %1 by %2 already; nothing was written down twice."_s}.arg(
            before.opened.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), m_workspace.operators().byKey(before.person).name);
    }

    Workspace& m_workspace;
    QString m_path;
    const ReceivedSlip& m_received;
    const ReturnSlip& m_slip;
    QByteArray m_fingerprint;
    DossierEntry m_entry;
    OpenDossier m_dossier;
    QList<KeptSlip> m_slips;
};

} // namespace

TakenSlip takeSlipIn(Workspace& workspace, const QString& path, const ReceivedSlip& received, qint64 person)
{
    return SlipIntake(workspace, path, received, person).take();
}

void writeDownPassed(OpenDossier& dossier, const QString& path, const Aside& aside)
{
    std::optional<ReceivedSlip> received;
    aside([&] { received = readReturnSlip(path); });
    if (received->slip.dossier != dossier.editor().dossier().id)
        refuse(path, {u"说的是另一份申报书，没有登记。请核对文件。"_s, u"is about another dossier; nothing was written down. Check the file."_s});
    if (!received->slip.passed())
        refuse(path, {u"是退回修改的意见，不是预审通过，没有登记。打开它，就能逐条修改。"_s,
                      u"asks for changes and does not pass the dossier; nothing was written down. Open it to work through them."_s});
    keepPassed(dossier, path, *received);
}

} // namespace jz
