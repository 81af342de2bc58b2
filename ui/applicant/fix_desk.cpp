// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/fix_desk.h"

#include "model/pdf/embedded_files.h"
#include "model/procedure/office_route.h"
#include "model/recommendation/slip_words.h"
#include "ui/applicant/answer_dialog.h"
#include "ui/applicant/changes_dialog.h"
#include "ui/applicant/fix_notes.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace jz::ui {

using namespace Qt::StringLiterals;

FixDesk::FixDesk(DossierSession& session, FormView& form, QWidget* desk) : QObject(desk), m_session(session), m_form(form), m_desk(desk)
{
    connect(&session, &DossierSession::changed, this, &FixDesk::follow);
    connect(&session, &DossierSession::stateChanged, this, [this] { guarded(m_desk, [this] { refresh(); }); });
    session.setBeforeGoingOut([this] { return showChanges(); });
    guarded(m_desk, [this] { refresh(); });
}

void FixDesk::refresh()
{
    const bool couldEdit = std::exchange(m_couldEdit, m_session.canEdit());
    FixList list = fixListOf(m_session.workspace(), m_session.open());
    const bool isSame = list.items == m_list.items && list.unlocked == m_list.unlocked && list.slips.size() == m_list.slips.size();
    if (isSame && couldEdit == m_couldEdit)
        return;
    const FixList before = std::exchange(m_list, std::move(list));
    if (m_list.isEmpty())
        m_session.setLock({});
    else
        m_session.setLock([this](const QString& field) { return !m_list.opens(field); });
    showNotes(couldEdit == m_couldEdit ? before : FixList());
    Q_EMIT changed();
}

void FixDesk::follow(const QList<Address>& places)
{
    // Whether a proposal stands in the form already may be another matter now.
    for (const Address& place : places) {
        const bool hasNotes = std::any_of(m_list.items.begin(), m_list.items.end(), [&](const FixItem& item) { return item.note.place.field == place.field; });
        FieldFrame* const frame = hasNotes ? m_form.frame(place.field) : nullptr;
        if (auto* const notes = frame ? qobject_cast<FixNotes*>(frame->aside()) : nullptr)
            notes->follow();
    }
}

/// Only where something is different: who is about to press a button there is not to lose it.
void FixDesk::showNotes(const FixList& before)
{
    for (FieldFrame* const frame : m_form.frames()) {
        const QString field = frame->field().id;
        const auto itemsOf = [&](const FixList& list) {
            QList<FixItem> items = list.items;
            items.removeIf([&](const FixItem& item) { return item.note.place.field != field; });
            return items;
        };
        const bool isSame = before.slips.size() == m_list.slips.size() && itemsOf(before) == itemsOf(m_list) && before.opens(field) == m_list.opens(field);
        if (!isSame || before.isEmpty())
            showNotesOf(*frame);
    }
}

void FixDesk::showNotesOf(FieldFrame& frame)
{
    const QString field = frame.field().id;
    QList<int> mine;
    for (int i = 0; i < m_list.items.size(); ++i)
        if (m_list.items.at(i).note.place.field == field)
            mine << i;
    const bool isLocked = isActive() && !m_list.opens(field);
    if (!mine.isEmpty())
        frame.setAside(new FixNotes(*this, m_session, mine));
    else if (isLocked && frame.editor())
        frame.setAside(new LockedNote(*this, frame.field()));
    else if (frame.aside())
        frame.setAside(nullptr);
}

void FixDesk::accept(int number)
{
    if (!isNumber(number))
        return;
    guarded(m_desk, [&] { acceptProposal(m_session.open(), m_list.items.at(number)); });
    guarded(m_desk, [this] { refresh(); });
}

void FixDesk::markDone(int number)
{
    if (!isNumber(number))
        return;
    guarded(m_desk, [&] {
        markFix(m_session.open(), m_list.items.at(number), FixItem::State::Done);
        refresh();
    });
}

void FixDesk::reopen(int number)
{
    if (!isNumber(number))
        return;
    guarded(m_desk, [&] {
        markFix(m_session.open(), m_list.items.at(number), FixItem::State::Open);
        refresh();
    });
}

void FixDesk::answer(int number)
{
    if (!isNumber(number))
        return;
    guarded(m_desk, [&] {
        const FixItem item = m_list.items.at(number);
        AnswerDialog dialog(item.note.words, item.answer, m_desk);
        if (!m_session.dialogs().run(dialog) || dialog.answer().isEmpty())
            return;
        markFix(m_session.open(), item, FixItem::State::Answered, dialog.answer());
        refresh();
    });
}

void FixDesk::unlock(const QString& field)
{
    guarded(m_desk, [&] {
        unlockField(m_session.open(), field);
        refresh();
        if (field != u"*")
            m_session.show(Address{Address::Part::Value, field, {}, {}});
    });
}

QString FixDesk::proposedName() const
{
    const DossierSummary summary = summaryOf(m_session.dossier(), m_session.pack());
    const QString name = summary.title.isEmpty() ? say(u"申报书", u"dossier") : summary.title;
    return safeFileName(name + say(text(u"-送审稿-第%1稿.pdf", u"-for-review-%1.pdf").arg(QString::number(m_session.dossier().revision))));
}

bool FixDesk::showChanges()
{
    if (!isActive())
        return true;
    ChangesDialog dialog(m_session, m_list, m_desk);
    if (m_session.dialogs().run(dialog))
        return true;
    if (!dialog.wantedPlace().field.isEmpty())
        m_session.show(dialog.wantedPlace());
    return false;
}

void FixDesk::sendAgain()
{
    if (!isActive() || !m_session.mayGoOut())
        return;
    const QString path = m_session.dialogs().saveFile(m_desk, {say(u"把送审稿存到哪里", u"Where to put the paper for review"), u"PDF (*.pdf)"_s, proposedName()});
    if (path.isEmpty())
        return;
    const auto asideWork = [this](const auto& work) { aside(m_desk, say(u"正在制作送审稿…", u"Making the paper for review…"), work); };
    m_session.open().exportPaper(path, ExportKind::Review, asideWork);
    Record record;
    record.kind = record::review;
    record.who = m_list.slips.last().slip.from;
    record.detail = {{u"file"_s, QFileInfo(path).fileName()}};
    m_session.open().writeDown(record, path, asideWork);
    Q_EMIT sent(path);
}

} // namespace jz::ui
