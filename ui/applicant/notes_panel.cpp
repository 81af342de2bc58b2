// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/notes_panel.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "ui/applicant/note_dialog.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

NotesPanel::NotesPanel(DossierSession& session, QWidget* parent) : SidePanel(session, parent), m_list(new EntryList(this))
{
    setObjectName(u"notes"_s);
    build();
    connect(m_list, &EntryList::chosen, this, [this] {
        if (const Note* const note = chosen(); note && !note->place.field.isEmpty())
            this->session().show(note->place);
    });
    connect(m_list, &EntryList::currentKeyChanged, this, &NotesPanel::showActions);
    connect(m_list, &EntryList::spacePressed, this, [this] { guarded(this, [this] { toggle(); }); });
    connect(m_list, &EntryList::deletePressed, this, [this] { guarded(this, [this] { remove(); }); });
    guarded(this, [this] { refresh(); });
}

QPushButton* NotesPanel::button(const char* name, const QString& words, std::function<void()> run)
{
    auto* const made = new QPushButton(words, this);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(words);
    connect(made, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    return made;
}

void NotesPanel::build()
{
    setFocusProxy(m_list);
    m_list->setObjectName(u"notesList"_s);
    m_list->setAccessibleName(say(u"备注与待办", u"Notes and to-dos"));
    m_list->setEmptyWords(say(u"还没有备注。缺什么材料、由谁补、何时之前，都可以记在这里。",
                              u"No notes yet. Write down here what is missing, who brings it and by when."));
    m_add = {button("addFieldNote", say(u"给当前栏添加…", u"On this field…"), [this] { addNote({Address::Part::Value, m_field, {}, {}}, false); }),
             button("addDossierNote", say(u"给整份添加…", u"On the dossier…"), [this] { addNote({}, true); })};
    m_done = button("noteDone", say(u"办好了", u"Done"), [this] { toggle(); });
    m_edit = button("editNote", say(u"修改…", u"Change…"), [this] { edit(); });
    m_remove = button("removeNote", say(u"删除", u"Remove"), [this] { remove(); });
    const auto row = [](const QList<QPushButton*>& buttons) {
        auto* const line = new QHBoxLayout;
        line->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
        line->setSpacing(Theme::space(2));
        for (QPushButton* const each : buttons)
            line->addWidget(each);
        line->addStretch(1);
        return line;
    };
    auto* const stays = new QLabel(say(u"备注只留在本机资料库，不会写进任何导出或送出的文件。", u"Notes stay in this workspace. No file that leaves it carries them."), this);
    stays->setObjectName(u"notesStay"_s);
    stays->setProperty("quiet", true);
    stays->setFont(Theme::font(TextStyle::Small));
    stays->setWordWrap(true);
    stays->setContentsMargins(Theme::space(2), 0, Theme::space(2), Theme::space(2));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row(m_add));
    layout->addWidget(m_list, 1);
    layout->addLayout(row({m_done, m_edit, m_remove}));
    layout->addWidget(stays);
}

QString NotesPanel::id() const
{
    return u"notes"_s;
}

QString NotesPanel::title() const
{
    return say(u"备注", u"Notes");
}

QString NotesPanel::iconName() const
{
    return u"note"_s;
}

void NotesPanel::showField(const QString& field)
{
    m_field = field;
    showActions();
}

Entry NotesPanel::entryOf(const Note& note) const
{
    Entry entry;
    entry.key = u"n|"_s + QString::number(note.key);
    entry.title = note.place.field.isEmpty() ? say(u"整份申报书", u"The whole dossier") : say(placeLabel(note.place, session().dossier(), session().pack()));
    entry.text = note.text;
    entry.struck = note.todo && note.done;
    entry.icon = !note.todo ? u"note"_s : note.done ? u"good"_s : u"todo"_s;
    QStringList words;
    const bool overdue = note.todo && !note.done && note.due.isValid() && note.due < QDate::currentDate();
    if (overdue) {
        entry.icon = u"warning"_s;
        entry.tone = Entry::Tone::Warning;
        entry.spoken = say(u"已逾期", u"overdue");
        words << say(counted(u"已逾期 %1 天", u"overdue by %1 {day|days}").arg(QString::number(note.due.daysTo(QDate::currentDate()))));
    }
    if (note.due.isValid())
        words << say(text(u"%1 前", u"by %1").arg(note.due.toString(u"yyyy-MM-dd"_s)));
    if (!note.who.isEmpty())
        words << say(text(u"由 %1 办", u"%1 brings it").arg(note.who));
    words << say(text(u"%1 记于 %2", u"%1, %2")
                     .arg(session().workspace().operators().byKey(note.person).name, note.at.toLocalTime().toString(u"MM-dd HH:mm"_s)));
    entry.note = words.join(u" · "_s);
    return entry;
}

void NotesPanel::refresh()
{
    m_notes = session().workspace().notes().of(session().open().key());
    struct Group
    {
        QString key;
        QString title;
        std::function<bool(const Note&)> belongs;
        bool folded;
    };
    const QList<Group> groups{
        {u"g|todo"_s, say(u"待办", u"To do"), [](const Note& note) { return note.todo && !note.done; }, false},
        {u"g|note"_s, say(u"备注", u"Notes"), [](const Note& note) { return !note.todo; }, false},
        {u"g|done"_s, say(u"已办好", u"Done"), [](const Note& note) { return note.todo && note.done; }, true}};
    QList<Entry> entries;
    for (const Group& group : groups) {
        QList<Entry> members;
        for (const Note& note : std::as_const(m_notes))
            if (group.belongs(note))
                members << entryOf(note);
        if (members.isEmpty())
            continue;
        Entry heading;
        heading.key = group.key;
        heading.title = group.title + u"  "_s + QString::number(members.size());
        heading.heading = true;
        heading.folded = group.folded;
        entries << heading << members;
    }
    m_list->setEntries(entries);
    m_open = int(std::count_if(m_notes.begin(), m_notes.end(), [](const Note& note) { return note.todo && !note.done; }));
    showActions();
    Q_EMIT countChanged();
}

const Note* NotesPanel::chosen() const
{
    const qint64 key = m_list->currentKey().section(u'|', 1).toLongLong();
    const auto found = std::find_if(m_notes.begin(), m_notes.end(), [&](const Note& note) { return note.key == key; });
    return found == m_notes.end() ? nullptr : &*found;
}

void NotesPanel::showActions()
{
    const Note* const note = chosen();
    const bool canWrite = !session().workspace().isReadOnly();
    m_add.first()->setEnabled(canWrite && !m_field.isEmpty());
    m_add.last()->setEnabled(canWrite);
    m_edit->setEnabled(note && canWrite);
    m_remove->setEnabled(note && canWrite);
    m_done->setEnabled(note && note->todo && canWrite);
    m_done->setText(note && note->done ? say(u"还没办好", u"Not done") : say(u"办好了", u"Done"));
}

void NotesPanel::keep(const Note& note)
{
    Note mine = note;
    mine.person = session().workspace().operators().current().key;
    const qint64 key = session().workspace().notes().keep(session().open().key(), mine);
    refresh();
    m_list->setCurrentKey(u"n|"_s + QString::number(key));
}

void NotesPanel::addNote(const Address& place, bool todo)
{
    Note note;
    note.place = place;
    note.todo = todo;
    const QString about = place.field.isEmpty() ? say(u"整份申报书", u"The whole dossier") : say(placeLabel(place, session().dossier(), session().pack()));
    NoteDialog dialog(note, about, this);
    if (session().dialogs().run(dialog) && !dialog.note().text.isEmpty())
        keep(dialog.note());
}

void NotesPanel::edit()
{
    const Note* const note = chosen();
    if (!note)
        return;
    NoteDialog dialog(*note, entryOf(*note).title, this);
    if (session().dialogs().run(dialog) && !dialog.note().text.isEmpty())
        keep(dialog.note());
}

void NotesPanel::toggle()
{
    const Note* const note = chosen();
    if (!note || !note->todo || session().workspace().isReadOnly())
        return;
    Note changed = *note;
    changed.done = !changed.done;
    keep(changed);
}

void NotesPanel::remove()
{
    const Note* const note = chosen();
    if (!note || session().workspace().isReadOnly())
        return;
    Note removed = *note;
    session().workspace().notes().remove(removed.key);
    refresh();
    MessageBar* const bar = MessageBar::of(this);
    if (!bar)
        return;
    BarMessage message;
    message.topic = u"note"_s;
    message.text = say(u"已删除一条备注。", u"A note was removed.");
    removed.key = 0;
    // The bar may outlive the desk.
    message.actions.append({say(u"恢复这条备注", u"Bring it back"), [panel = QPointer(this), removed, bar] {
                                bar->clear(u"note"_s);
                                if (panel)
                                    guarded(panel, [&] { panel->keep(removed); });
                            }});
    bar->show(message);
}

} // namespace jz::ui
