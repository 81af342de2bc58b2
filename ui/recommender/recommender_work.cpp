// SPDX-License-Identifier: Apache-2.0
// What the desk does with the order and with dossiers: rank, decide, withdraw, return, pass, endorse, send.
#include "model/base/error.h"
#include "model/procedure/batch_parcels.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/meeting_papers.h"
#include "model/procedure/returning.h"
#include "model/recommendation/slip_words.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/recommender/body_form.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/copies_dialog.h"
#include "ui/recommender/decision_dialog.h"
#include "ui/recommender/endorse_dialog.h"
#include "ui/recommender/handover_dialog.h"
#include "ui/recommender/issue_supplement_dialog.h"
#include "ui/recommender/parcels_dialog.h"
#include "ui/recommender/passphrase_dialog.h"
#include "ui/recommender/prospects_dialog.h"
#include "ui/recommender/receiving_strip.h"
#include "ui/recommender/recommender_desk.h"
#include "ui/recommender/return_dialog.h"
#include "ui/recommender/send_dialog.h"
#include "ui/style/language.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace jz::ui {

using namespace Qt::StringLiterals;

void RecommenderDesk::rank(const Ranking& ranking)
{
    const Ranking before = m_board.view().ranking;
    if (ranking.order == before.order && ranking.line == before.line)
        return;
    const Findings over = rankingFindings(ranking, m_board.view().batch.body, m_board.pack());
    if (!over.isEmpty())
        throw Error(ErrorCode::Usage, over.first().message);
    QString reason;
    if (m_board.isLocked()) {
        WhyDialog dialog(say(u"改动已决定的顺序", u"Change what was decided"),
                         say(text(u"推荐顺序已由%1决定。请写明改动的理由，它与原来的顺序一起留存。", u"%1 decided on this order. Say why it changes; that is kept with the order of before.")
                                 .arg(m_board.view().decision->meeting)),
                         say(u"改动", u"Change it"), this);
        if (!m_dialogs.run(dialog))
            return;
        reason = dialog.reason();
    }
    m_board.rank(ranking, reason);
}

void RecommenderDesk::moveChosen(int by)
{
    const int place = m_board.view().ranking.place(chosen());
    if (place > 0)
        rank(moved(m_board.view().ranking, chosen(), std::max(1, place + by)));
}

void RecommenderDesk::lineHere()
{
    const int place = m_board.view().ranking.place(chosen());
    if (place > 0)
        rank(withLine(m_board.view().ranking, place));
}

void RecommenderDesk::decide()
{
    DecisionDialog dialog(m_board.view().ranking.line, m_board.view().decision, this);
    if (!m_dialogs.run(dialog))
        return;
    BatchStore& store = m_board.workspace().batches();
    store.together([&] {
        if (m_board.view().ranking.key == 0) {
            Ranking first = m_board.view().ranking;
            first.person = m_board.person();
            store.rank(m_board.key(), first);
        }
        store.decide(m_board.key(), {0, 0, dialog.meeting(), dialog.day(), dialog.number(), m_board.person(), {}});
    });
    m_board.reload();
}

void RecommenderDesk::changeBody()
{
    BodyDialog dialog(m_board, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::withdrawChosen()
{
    const Candidate candidate = chosenCandidate();
    if (candidate.isWithdrawn()) {
        if (m_dialogs.ask(this, {say(u"取消撤回", u"Take the withdrawal back"),
                                 say(u"这份申报书将恢复，排在最后。", u"The dossier comes back and is ranked last."), {say(u"恢复", u"Bring it back")}}) == 0) {
            takeWithdrawalBack(m_board.workspace(), m_board.key(), candidate.dossier, m_board.person());
            m_board.reload();
        }
        return;
    }
    WhyDialog dialog(say(u"撤回、改渠道", u"Withdrawal"),
                     say(u"同意申报单位撤回后，这份申报书不再占名额，该单位可以由其他渠道申报；收到过的文件都留存。请写明理由。",
                         u"Once you agree, the dossier no longer counts and its unit may apply through another channel; all that came stays. Say why."),
                     say(u"同意撤回", u"Agree"), this);
    if (!m_dialogs.run(dialog))
        return;
    withdraw(m_board.workspace(), m_board.key(), candidate.dossier, {dialog.reason(), QDate::currentDate(), QDate::currentDate()}, m_board.person());
    m_board.reload();
    const Candidate now = *m_board.view().candidate(candidate.dossier);
    tellToPass(say(u"已登记撤回。可以把同意撤回的文字发给申报单位。", u"The withdrawal is registered. A text that says so can go to the unit."), say(withdrawalText(now, m_board.view().batch)),
               u"withdrawn"_s);
}

void RecommenderDesk::choosePaperOf(const QByteArray& sha256)
{
    const Candidate candidate = chosenCandidate();
    if (m_dialogs.ask(this, {say(u"采用这一份", u"Use this one"),
                             say(u"两份的稿次相同、内容不同。采用这一份后，另一份留存。请先与申报单位核对。",
                                 u"Both are the same revision with other content. The other stays on record. Ask the unit first which is right."),
                             {say(u"采用这一份", u"Use this one")}}) != 0)
        return;
    choosePaper(m_board.workspace(), m_board.key(), candidate.dossier, sha256, m_board.person(),
                [this](const auto& work) { aside(this, say(u"正在核对这一份…", u"Looking at it…"), work); });
    m_board.reload();
}

void RecommenderDesk::returnChosen(bool passed)
{
    const Candidate candidate = chosenCandidate();
    const Dossier dossier = readDossierData(m_board.workspace().objects().path(candidate.paper));
    ReturnSlip begun = slipOn(candidate, dossier, m_board.view().batch, m_board.pack());
    begun.outcome = passed ? ReturnSlip::Outcome::Passed : ReturnSlip::Outcome::Returned;
    ReturnDialog dialog(begun, dossier, m_board.pack(), this);
    if (!m_dialogs.run(dialog))
        return;
    const ReturnSlip slip = dialog.slip();
    const QString name = candidate.applicant + u'-' + slipTitle(slip, m_board.pack()) + u".pdf"_s;
    const QString out = m_dialogs.saveFile(this, {slipTitle(slip, m_board.pack()), u"PDF (*.pdf)"_s, name});
    if (out.isEmpty())
        return;
    returnCandidate(m_board.workspace(), candidate, slip, m_board.deliveryKey(), out, m_board.person(),
                    [this](const auto& work) { aside(this, say(u"正在写修改意见…", u"Writing the slip…"), work); });
    m_board.reload();
    tellToPass(say(text(u"已存为“%1”。请把它发给申报单位；也可以把文字贴到即时消息里。", u"Kept as “%1”: send it to the applicant. The text can go into a messenger.").arg(QFileInfo(out).fileName())),
               slipText(slip, dossier, m_board.pack()), u"returned"_s);
}

void RecommenderDesk::endorse()
{
    EndorseDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::send()
{
    SendDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::showProspects()
{
    ProspectsDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::issueSupplement()
{
    IssueSupplementDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::showParcels()
{
    ParcelsDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::checkPrinted()
{
    CopiesDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::askForPassphrase(const LockedBundle& bundle)
{
    const QString name = QFileInfo(bundle.path).fileName();
    PassphraseDialog dialog(name, bundle.wasTried, this);
    if (m_dialogs.run(dialog)) {
        guarded(this, [&] { m_receiving->receive({bundle.path}, std::make_shared<const Passphrase>(dialog.word())); });
        return;
    }
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Warning, say(text(u"“%1”加了口令，没有收入。问到口令后，再收取一次。", u"“%1” is encrypted and was not received. Receive it again once you know its passphrase.").arg(name)), {}, {}, u"locked"_s});
}

void RecommenderDesk::handOver()
{
    HandoverDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
}

void RecommenderDesk::tellToPass(const QString& what, const QString& words, const QString& topic)
{
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Good, what, {}, {{say(u"复制文字", u"Copy the text"), [words] { QGuiApplication::clipboard()->setText(words); }}}, topic});
}

void RecommenderDesk::tellSaved(const QString& path)
{
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Good, say(text(u"已存为“%1”。", u"Kept as “%1”.").arg(QFileInfo(path).fileName())), path, {}, u"saved-paper"_s});
}

void RecommenderDesk::saveMeetingPapers()
{
    const QString out = m_dialogs.saveFile(this, {say(u"存会议材料", u"Papers for the meeting"), u"PDF (*.pdf)"_s, say(u"会议材料.pdf", u"meeting.pdf")});
    if (out.isEmpty())
        return;
    writeMeetingPapers(m_board.workspace(), m_board.key(), out);
    tellSaved(out);
}

void RecommenderDesk::saveLetter()
{
    const QString out = m_dialogs.saveFile(this, {say(u"存报送函", u"Cover letter"), say(u"文档 (*.docx)", u"Documents (*.docx)"), say(u"报送函.docx", u"letter.docx")});
    if (out.isEmpty())
        return;
    writeCoverLetter(m_board.view(), m_board.pack(), {}, out);
    tellSaved(out);
}

} // namespace jz::ui
