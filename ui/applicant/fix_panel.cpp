// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/fix_panel.h"

#include "model/base/counted_text.h"
#include "model/recommendation/slip_words.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

FixPanel::FixPanel(DossierSession& session, FixDesk& fixes, QWidget* parent) : SidePanel(session, parent), m_fixes(fixes), m_list(new EntryList(this))
{
    setObjectName(u"fixes"_s);
    build();
    connect(m_list, &EntryList::chosen, this, [this] {
        const int number = chosen();
        if (number < 0)
            return;
        const Address& place = m_fixes.list().items.at(number).note.place;
        if (!place.field.isEmpty())
            this->session().show(place);
    });
    connect(m_list, &EntryList::currentKeyChanged, this, &FixPanel::showActions);
    connect(m_list, &EntryList::spacePressed, this, [this] {
        if (m_done->isEnabled() && m_done->isVisible())
            m_done->click();
    });
    connect(&fixes, &FixDesk::changed, this, &FixPanel::refresh);
    connect(&session, &DossierSession::changed, this, &FixPanel::showActions);
    refresh();
}

QPushButton* FixPanel::button(const char* name, const QString& words, std::function<void()> run)
{
    auto* const made = new QPushButton(words, this);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(words);
    connect(made, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    return made;
}

void FixPanel::build()
{
    setFocusProxy(m_list);
    m_list->setObjectName(u"fixList"_s);
    m_list->setAccessibleName(say(u"修改清单", u"Fix list"));
    m_accept = button("fixesAccept", say(u"采用建议值", u"Use the proposal"), [this] { m_fixes.accept(chosen()); });
    m_done = button("fixesDone", say(u"已经改好", u"It is changed"), [this] { m_fixes.markDone(chosen()); });
    m_answer = button("fixesAnswer", say(u"写答复…", u"Answer…"), [this] { m_fixes.answer(chosen()); });
    m_reopen = button("fixesReopen", say(u"改回待处理", u"Open it again"), [this] { m_fixes.reopen(chosen()); });
    m_unlock = button("fixesUnlock", say(u"解锁全部栏目", u"Unlock all fields"), [this] { m_fixes.unlock(u"*"_s); });
    m_copy = button("fixesCopy", say(u"复制修改说明", u"Copy the answers"), [this] {
        QApplication::clipboard()->setText(fixAnswers(m_fixes.list(), session().dossier(), session().pack()));
        if (MessageBar* const bar = MessageBar::of(this))
            bar->show({BarMessage::Kind::Good, say(u"修改说明已复制，可粘贴到邮件或即时消息里，随下一稿发给推荐单位。",
                                                   u"The answers are copied: paste them into the mail or message that the next revision goes with."),
                       {}, {}, u"fixes-copied"_s});
    });
    m_send = button("fixesSend", say(u"看改动，导出送审稿…", u"See the changes, export…"), [this] { m_fixes.sendAgain(); });
    m_send->setProperty("primary", true);
    const auto row = [](const QList<QPushButton*>& buttons) {
        auto* const line = new QHBoxLayout;
        line->setContentsMargins(Theme::space(2), Theme::space(1), Theme::space(2), Theme::space(1));
        line->setSpacing(Theme::space(2));
        for (QPushButton* const each : buttons)
            line->addWidget(each);
        line->addStretch(1);
        return line;
    };
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Theme::space(1));
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    // Few in a row: with large text the form needs the room.
    layout->addLayout(row({m_accept, m_done}));
    layout->addLayout(row({m_answer, m_reopen, m_copy}));
    layout->addLayout(row({m_unlock}));
    layout->addLayout(row({m_send}));
}

QString FixPanel::id() const
{
    return u"fixes"_s;
}

QString FixPanel::title() const
{
    return say(u"修改清单", u"Fix list");
}

QString FixPanel::iconName() const
{
    return u"todo"_s;
}

Entry FixPanel::headOf(const KeptSlip& kept) const
{
    Entry entry;
    entry.key = u"s|"_s + QString::number(kept.key);
    entry.icon = u"note"_s;
    entry.title = kept.slip.from;
    entry.text = kept.slip.letter;
    QStringList words;
    if (kept.slip.due.isValid()) {
        const qint64 days = QDate::currentDate().daysTo(kept.slip.due);
        const QString due = kept.slip.due.toString(Qt::ISODate);
        entry.tone = days < 0 ? Entry::Tone::Warning : Entry::Tone::Plain;
        words << say(days < 0 ? text(u"已过期限 %1", u"was due on %1").arg(due)
                              : counted(u"%1 前报来，还有 %2 天", u"due on %1, %2 {day|days} left").arg(due, QString::number(days)));
    }
    words << say(text(u"%1 发出", u"sent %1").arg(kept.slip.issued.toString(Qt::ISODate)));
    if (!kept.slip.contact.isEmpty())
        words << kept.slip.contact;
    entry.note = words.join(u" · "_s);
    return entry;
}

Entry FixPanel::entryOf(int number) const
{
    const FixItem& item = m_fixes.list().items.at(number);
    Entry entry;
    entry.key = u"f|"_s + QString::number(number);
    entry.title = u"%1. "_s.arg(number + 1)
                  + (item.note.place.field.isEmpty() ? say(u"整份申报书", u"The whole dossier")
                                                     : say(placeLabel(item.note.place, session().dossier(), session().pack())));
    entry.text = item.note.words;
    const bool isOpen = item.state == FixItem::State::Open;
    entry.icon = isOpen ? u"circle"_s : u"good"_s;
    entry.tone = isOpen ? Entry::Tone::Plain : Entry::Tone::Good;
    entry.spoken = say(fixStateWord(item.state));
    QStringList words;
    if (!item.note.quote.isEmpty())
        words << say(text(u"所指：“%1”", u"Meant: “%1”").arg(item.note.quote));
    if (item.note.hasProposal())
        words << say(text(u"建议改为：%1", u"Proposed: %1").arg(slipProposal(item.note, session().pack())));
    if (!item.answer.isEmpty())
        words << say(text(u"答复：%1", u"Answer: %1").arg(item.answer));
    else if (!isOpen)
        words << say(fixStateWord(item.state));
    entry.note = words.join(u'\n');
    return entry;
}

void FixPanel::refresh()
{
    const FixList& list = m_fixes.list();
    QList<Entry> entries;
    for (const KeptSlip& kept : list.slips)
        entries << headOf(kept);
    for (int i = 0; i < list.items.size(); ++i)
        entries << entryOf(i);
    m_list->setEntries(entries);
    if (chosen() < 0 && !list.items.isEmpty())
        m_list->setCurrentKey(u"f|0"_s);
    showActions();
    Q_EMIT countChanged();
}

int FixPanel::chosen() const
{
    const QString key = m_list->currentKey();
    return key.startsWith(u"f|") ? key.mid(2).toInt() : -1;
}

void FixPanel::showActions()
{
    const FixList& list = m_fixes.list();
    const int number = chosen();
    const bool acts = m_fixes.isActive() && number >= 0 && number < list.items.size();
    const FixItem item = acts ? list.items.at(number) : FixItem{};
    const bool isOpen = item.state == FixItem::State::Open;
    m_accept->setEnabled(acts && item.note.hasProposal() && !hasProposed(item, session().dossier()));
    m_accept->setVisible(isOpen && item.note.hasProposal());
    m_done->setEnabled(acts);
    m_done->setVisible(isOpen);
    m_answer->setEnabled(acts);
    m_answer->setVisible(isOpen);
    m_reopen->setEnabled(acts);
    m_reopen->setVisible(!isOpen);
    m_unlock->setVisible(m_fixes.isActive() && !list.opens(u"*"_s));
    m_copy->setEnabled(!list.items.isEmpty());
    m_send->setEnabled(m_fixes.isActive());
}

} // namespace jz::ui
