// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/fix_notes.h"

#include "model/recommendation/slip_words.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a button does happens after it was clicked: it may not be there any more then.
void later(QObject* doer, std::function<void()> run)
{
    QMetaObject::invokeMethod(doer, std::move(run), Qt::QueuedConnection);
}

} // namespace

FixNotes::FixNotes(FixDesk& fixes, DossierSession& session, const QList<int>& numbers) : m_fixes(fixes), m_session(session)
{
    setObjectName(u"fixNotes"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    for (const int number : numbers)
        layout->addWidget(noteFrame(number));
}

QWidget* FixNotes::noteFrame(int number)
{
    const FixItem& item = m_fixes.list().items.at(number);
    auto* const frame = new QFrame(this);
    frame->setProperty("aside", item.state == FixItem::State::Open ? u"open"_s : u"done"_s);
    frame->setObjectName(u"fix_%1"_s.arg(number));
    auto* const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(Theme::space(3), Theme::space(1.5), Theme::space(3), Theme::space(1.5));
    layout->setSpacing(Theme::space(1));
    addWords(*layout, item, number);
    if (m_fixes.isActive())
        addButtons(*layout, item, number);
    return frame;
}

void FixNotes::addWords(QVBoxLayout& layout, const FixItem& item, int number)
{
    const auto line = [&](const QString& words, const char* name, bool quiet) {
        auto* const label = new WrappedLabel(words, this);
        label->setObjectName(QLatin1StringView(name));
        label->setProperty("quiet", quiet);
        layout.addWidget(label);
    };
    const QString place = item.note.place.row.isEmpty() ? QString()
                                                        : QString(say(placeLabel(item.note.place, m_session.dossier(), m_session.pack())) + u'：');
    line(say(text(u"意见 %1：", u"Note %1: ").arg(QString::number(number + 1))) + place + item.note.words, "fixWords", false);
    if (!item.note.quote.isEmpty())
        line(say(text(u"所指：“%1”", u"Meant: “%1”").arg(item.note.quote)), "fixQuote", true);
    if (item.note.hasProposal())
        line(say(text(u"建议改为：%1", u"Proposed: %1").arg(slipProposal(item.note, m_session.pack()))), "fixProposal", false);
    if (!item.answer.isEmpty())
        line(say(text(u"答复：%1", u"Answer: %1").arg(item.answer)), "fixAnswer", true);
}

QPushButton* FixNotes::button(const QString& name, const QString& words, std::function<void()> run)
{
    auto* const made = new QPushButton(words, this);
    made->setObjectName(name);
    made->setAccessibleName(words);
    made->setProperty("flat", true);
    made->setProperty("inline", true);
    connect(made, &QPushButton::clicked, this, [this, run = std::move(run)] { later(&m_fixes, run); });
    return made;
}

void FixNotes::addButtons(QVBoxLayout& layout, const FixItem& item, int number)
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    const auto named = [number](const QString& act) { return QString(act + u'_' + QString::number(number)); };
    FixDesk& fixes = m_fixes;
    if (item.state == FixItem::State::Open) {
        if (item.note.hasProposal()) {
            QPushButton* const accept = button(named(u"fixAccept"_s), say(u"采用建议值", u"Use the proposed value"), [&fixes, number] { fixes.accept(number); });
            m_accepts.append({number, accept});
            row->addWidget(accept);
        }
        row->addWidget(button(named(u"fixDone"_s), say(u"已经改好", u"It is changed"), [&fixes, number] { fixes.markDone(number); }));
        row->addWidget(button(named(u"fixAnswer"_s), say(u"不改，写答复…", u"Answer instead…"), [&fixes, number] { fixes.answer(number); }));
    } else {
        auto* const state = new QLabel(say(fixStateWord(item.state)), this);
        state->setObjectName(u"fixState"_s);
        state->setProperty("severity", u"good"_s);
        row->addWidget(state);
        row->addWidget(button(named(u"fixReopen"_s), say(u"改回待处理", u"Open it again"), [&fixes, number] { fixes.reopen(number); }));
    }
    row->addStretch(1);
    layout.addLayout(row);
    follow();
}

void FixNotes::follow()
{
    for (const auto& [number, accept] : std::as_const(m_accepts))
        accept->setEnabled(!hasProposed(m_fixes.list().items.at(number), m_session.dossier()));
}

LockedNote::LockedNote(FixDesk& fixes, const Field& field)
{
    setObjectName(u"lockedNote"_s);
    setProperty("aside", u"locked"_s);
    auto* const mark = new QLabel(this);
    mark->setPixmap(icon(u"lock").pixmap(Theme::space(4), Theme::space(4)));
    auto* const words = new QLabel(say(u"意见没有提到，已锁定", u"No note names it: locked"), this);
    words->setProperty("quiet", true);
    words->setFont(Theme::font(TextStyle::Small));
    auto* const unlock = new QPushButton(say(u"解锁此栏", u"Unlock it"), this);
    unlock->setObjectName(u"unlock_"_s + field.id);
    unlock->setAccessibleName(QString(unlock->text() + u' ' + field.label));
    unlock->setProperty("flat", true);
    unlock->setProperty("inline", true);
    unlock->setFont(Theme::font(TextStyle::Small));
    connect(unlock, &QPushButton::clicked, this, [&fixes, id = field.id] { later(&fixes, [&fixes, id] { fixes.unlock(id); }); });
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1.5));
    layout->addWidget(mark);
    layout->addWidget(words);
    layout->addWidget(unlock);
    layout->addStretch(1);
}

} // namespace jz::ui
