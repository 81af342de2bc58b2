// SPDX-License-Identifier: Apache-2.0
// What the desk does with dossiers: return, pass, endorse, send.
#include "model/procedure/batch_parcels.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/meeting_papers.h"
#include "model/procedure/returning.h"
#include "model/recommendation/slip_words.h"
#include "ui/desk/aside.h"
#include "ui/desk/message_bar.h"
#include "ui/recommender/endorse_dialog.h"
#include "ui/recommender/parcels_dialog.h"
#include "ui/recommender/prospects_dialog.h"
#include "ui/recommender/recommender_desk.h"
#include "ui/recommender/return_dialog.h"
#include "ui/recommender/send_dialog.h"
#include "ui/style/language.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace jz::ui {

using namespace Qt::StringLiterals;

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
    returnCandidate(m_board.workspace(), candidate, slip, m_board.deliveryKey(), out, m_board.person());
    m_board.reload();
    const QString words = slipText(slip, dossier, m_board.pack());
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Good,
                   say(text(u"已存为“%1”。请把它发给申报单位；也可以把文字贴到即时消息里。", u"Kept as “%1”: send it to the applicant. The text can go into a messenger.").arg(QFileInfo(out).fileName())),
                   {}, {{say(u"复制文字", u"Copy the text"), [words] { QGuiApplication::clipboard()->setText(words); }}}, u"returned"_s});
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

void RecommenderDesk::showParcels()
{
    ParcelsDialog dialog(m_board, m_dialogs, this);
    m_dialogs.run(dialog);
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
