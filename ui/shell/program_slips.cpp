// SPDX-License-Identifier: Apache-2.0
// Return slips and notices of recommending bodies that were opened.
#include "model/procedure/slip_intake.h"
#include "model/procedure/supplement_intake.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/supplement_dialog.h"
#include "ui/desk/desk.h"
#include "ui/shell/program.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

BarMessage refusal(const Error& error)
{
    return {BarMessage::Kind::Error, say(error.message()), error.detail(), {}, u"slip-refused"_s};
}

} // namespace

void Program::takeSlips(const QList<IntakeResult::Slip>& slips)
{
    // A dossier that is open is not to be moved on behind its desk's back.
    Session before = m_session;
    if (const Desk* const desk = m_window->desk())
        before.place = desk->place();
    showStartPage();
    if (m_window->desk())
        return; // what is on it could not be saved, and the user stays with it
    QList<BarMessage> messages;
    std::optional<TakenSlip> last;
    for (const IntakeResult::Slip& slip : slips) {
        try {
            last = takeSlipIn(*m_workspace, slip.path, slip.received, m_workspace->operators().current().key);
            // Of what is no draft the desk says so in a hint, behind which good news would wait.
            const bool isHint = last->again || last->passed;
            messages << BarMessage{isHint ? BarMessage::Kind::Hint : BarMessage::Kind::Good, say(last->words), {}, {}, u"slip-"_s + last->dossier.toString()};
            if (!last->warning.isEmpty())
                messages << BarMessage{BarMessage::Kind::Warning, say(last->warning), {}, {}, u"slip-sender"_s};
        } catch (const Error& error) {
            messages << refusal(error);
        }
    }
    if (last)
        openDossier(last->dossier, last->passed ? QJsonObject() : QJsonObject{{u"panel"_s, u"fixes"_s}});
    else {
        m_session = before;
        showView();
    }
    for (const BarMessage& message : messages)
        m_window->messages().show(message);
    keepSession();
}

void Program::takeNotices(const QList<IntakeResult::Notice>& notices)
{
    for (const IntakeResult::Notice& notice : notices) {
        try {
            const SupplementNews news = newsOf(*m_workspace, notice.path, notice.received);
            SupplementDialog dialog(news, SupplementDialog::Purpose::TakeOver, m_window.get());
            if (!news.again && !m_dialogs.run(dialog))
                continue;
            const TakenSupplement taken = takeSupplementIn(*m_workspace, notice.path, notice.received, m_workspace->operators().current().key);
            m_window->messages().show({taken.again ? BarMessage::Kind::Hint : BarMessage::Kind::Good, say(taken.words), {}, {}, u"supplement"_s});
        } catch (const Error& error) {
            m_window->messages().show(refusal(error));
        }
    }
    if (auto* const desk = qobject_cast<ApplicantDesk*>(m_window->page()))
        desk->session().renewLocal();
    fillStartPage();
}

} // namespace jz::ui
