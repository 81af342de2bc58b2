// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/history_panel.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_words.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsAtOnce = 100;
constexpr int changesShown = 4;
constexpr qsizetype longestValue = 80;
constexpr qsizetype contextShown = 12;

/// One line of it, beginning a little before the place where it differs from `other`.
QString shortened(const QString& words, const QString& other)
{
    qsizetype same = 0;
    while (same < words.size() && same < other.size() && words.at(same) == other.at(same))
        ++same;
    const qsizetype start = words.size() > longestValue ? qMax<qsizetype>(0, same - contextShown) : 0;
    QString line = (start > 0 ? u"…"_s : QString()) + words.mid(start, longestValue) + (words.size() > start + longestValue ? u"…"_s : QString());
    return line.replace(u'\n', u' ');
}

QString orNothing(const QString& words, const QString& other)
{
    return words.isEmpty() ? say(u"（空）", u"(empty)") : shortened(words, other);
}

} // namespace

HistoryPanel::HistoryPanel(DossierSession& session, QWidget* parent)
    : SidePanel(session, parent), m_scope(new QComboBox(this)), m_list(new EntryList(this)), m_restore(new QPushButton(this)),
      m_compare(new QPushButton(this))
{
    setObjectName(u"history"_s);
    build();
    connect(m_scope, &QComboBox::currentIndexChanged, this, &HistoryPanel::reload);
    connect(m_list, &EntryList::chosen, this, &HistoryPanel::goTo);
    connect(m_list, &EntryList::currentKeyChanged, this, &HistoryPanel::showActions);
    connect(m_restore, &QPushButton::clicked, this, [this] { guarded(this, [this] { restore(); }); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (const Step* const step = chosenStep())
            Q_EMIT compareWanted(step->number);
    });
    connect(&session, &DossierSession::changed, this, &HistoryPanel::follow);
    connect(&session, &DossierSession::stateChanged, this, &HistoryPanel::follow);
    showActions();
}

void HistoryPanel::build()
{
    m_scope->setObjectName(u"historyScope"_s);
    m_scope->setAccessibleName(say(u"看哪里的历史", u"History of what"));
    m_scope->setAccessibleDescription(say(u"整份申报书，或其中一栏", u"The whole dossier, or one field"));
    m_scope->addItems({say(u"整份申报书", u"The whole dossier"), say(u"当前栏", u"This field")});
    setFocusProxy(m_list);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(say(u"历史", u"History"));
    m_list->setEmptyWords(say(u"还没有修改过。每一次修改都会记在这里，随时可以取回旧内容。",
                              u"Nothing was changed yet. Every change is kept here, and what was before can always be brought back."));
    m_restore->setObjectName(u"restoreValue"_s);
    m_restore->setText(say(u"取回改前的内容", u"Bring back"));
    m_restore->setAccessibleName(m_restore->text());
    m_restore->setToolTip(say(u"把这一步改动之前的内容取回来，记为新的一步，可以撤销", u"What was before this step comes back, as a step that can be undone"));
    m_compare->setObjectName(u"compareSince"_s);
    m_compare->setText(say(u"与现在比较…", u"Compare…"));
    m_compare->setAccessibleName(m_compare->text());
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    top->addWidget(m_scope, 1);
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    below->setSpacing(Theme::space(2));
    below->addWidget(m_restore);
    below->addWidget(m_compare);
    below->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(below);
}

QString HistoryPanel::id() const
{
    return u"history"_s;
}

QString HistoryPanel::title() const
{
    return say(u"历史", u"History");
}

QString HistoryPanel::iconName() const
{
    return u"history"_s;
}

bool HistoryPanel::ofField() const
{
    return m_scope->currentIndex() == 1;
}

void HistoryPanel::showField(const QString& field)
{
    if (field == m_field)
        return;
    m_field = field;
    const Field* const known = session().pack().field(field);
    m_scope->setItemText(1, known ? QString(say(u"当前栏：", u"This field: ") + known->label) : say(u"当前栏", u"This field"));
    if (ofField())
        reload();
}

void HistoryPanel::showHistoryOf(const QString& field)
{
    m_scope->setCurrentIndex(1);
    showField(field);
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    SidePanel::showEvent(event);
    if (m_stale)
        reload();
}

void HistoryPanel::reload()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    guarded(this, [this] {
        m_steps.clear();
        m_more = false;
        if (ofField())
            m_steps = stepsOfField();
        else
            m_more = session().editor().lastStep() > 0;
        readEarlier();
        showSteps();
    });
}

void HistoryPanel::follow()
{
    // While typing, the newest step alone grows or comes: only that is read again.
    if (!isVisible() || ofField() || m_steps.isEmpty()) {
        reload();
        return;
    }
    guarded(this, [this] {
        const int newest = m_steps.first().number;
        const auto journal = session().workspace().dossiers().journal(session().open().key());
        const QList<Step> fresh = journal->steps(newest);
        m_steps.removeFirst();
        for (const Step& step : fresh)
            m_steps.prepend(step);
        showSteps();
    });
}

QList<Step> HistoryPanel::stepsOfField() const
{
    QList<Step> steps;
    const auto journal = session().workspace().dossiers().journal(session().open().key());
    for (const Address::Part part : {Address::Part::Value, Address::Part::Attachment, Address::Part::Reason})
        steps += journal->history({part, m_field, {}, {}});
    // Those of one step belong together.
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.number < b.number; });
    QList<Step> merged;
    for (const Step& step : std::as_const(steps)) {
        if (!merged.isEmpty() && merged.first().number == step.number)
            merged.first().changes += step.changes;
        else
            merged.prepend(step);
    }
    return merged;
}

void HistoryPanel::readEarlier()
{
    if (!m_more)
        return;
    const int before = m_steps.isEmpty() ? session().editor().lastStep() + 1 : m_steps.last().number;
    const int first = qMax(1, before - stepsAtOnce);
    const auto journal = session().workspace().dossiers().journal(session().open().key());
    const QList<Step> piece = journal->steps(first, before - first);
    for (auto step = piece.rbegin(); step != piece.rend(); ++step)
        m_steps.append(*step);
    m_more = first > 1;
}

QString HistoryPanel::changeLine(const Change& change) const
{
    const CallPack& pack = session().pack();
    const auto words = [&](const QJsonValue& value) { return say(valueWords(value, change.address, pack, session().reference().divisions)); };
    const QString was = words(change.was);
    const QString now = words(change.now);
    const QString place = say(placeLabel(change.address, session().dossier(), pack));
    if (change.address.isRow() && change.was.isNull())
        return place + say(u"：添加 ", u": added ") + orNothing(now, {});
    if (change.address.isRow() && change.now.isNull())
        return place + say(u"：删去 ", u": removed ") + orNothing(was, {});
    return place + say(u"：", u": ") + orNothing(was, now) + u" → "_s + orNothing(now, was);
}

Entry HistoryPanel::entryOf(const Step& step) const
{
    if (!m_names.contains(step.person))
        m_names.insert(step.person, session().workspace().operators().byKey(step.person).name);
    Entry entry;
    entry.key = u"s|"_s + QString::number(step.number);
    entry.title = step.at.toLocalTime().toString(u"HH:mm:ss"_s) + u"  "_s + m_names.value(step.person);
    if (step.kind != StepKind::Edit) {
        entry.title += u"  "_s + say(stepWord(step.kind));
        entry.icon = u"finalise"_s;
    } else if (step.undoes) {
        entry.title += say(text(u"  撤销或重做第 %1 步", u"  took back step %1").arg(QString::number(step.undoes)));
        entry.icon = u"undo"_s;
    } else {
        entry.icon = u"document"_s;
    }
    entry.tone = Entry::Tone::Quiet;
    QStringList lines;
    for (const Change& change : step.changes.mid(0, changesShown))
        lines << changeLine(change);
    if (step.changes.size() > changesShown)
        lines << say(text(u"… 另有 %1 处", u"… and %1 more").arg(QString::number(step.changes.size() - changesShown)));
    entry.text = lines.join(u'\n');
    entry.note = say(text(u"第 %1 步 · 第 %2 稿", u"Step %1 · revision %2").arg(QString::number(step.number), QString::number(step.revision)));
    if (step.via != u"form")
        entry.note += say(text(u" · 来自 %1", u" · from %1").arg(step.via));
    if (const QString remark = step.detail.value("remark"_L1).toString(); !remark.isEmpty())
        entry.note += u" · "_s + remark;
    entry.tone = Entry::Tone::Plain;
    return entry;
}

void HistoryPanel::showSteps()
{
    QList<Entry> entries;
    QDate day;
    for (const Step& step : std::as_const(m_steps)) {
        if (const QDate date = step.at.toLocalTime().date(); date != day) {
            day = date;
            Entry heading;
            heading.key = u"d|"_s + day.toString(Qt::ISODate);
            heading.title = day == QDate::currentDate() ? say(u"今天", u"Today") : day.toString(u"yyyy-MM-dd"_s);
            heading.heading = true;
            entries << heading;
        }
        entries << entryOf(step);
    }
    if (m_more) {
        Entry more;
        more.key = u"more"_s;
        more.icon = u"down"_s;
        more.title = say(counted(u"显示更早的 %1 步…", u"Show the %1 {step|steps} before…").arg(QString::number(m_steps.last().number - 1)));
        entries << more;
    }
    m_list->setEntries(entries);
    showActions();
}

const Step* HistoryPanel::chosenStep() const
{
    const int number = m_list->currentKey().section(u'|', 1).toInt();
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& step) { return step.number == number; });
    return found == m_steps.end() ? nullptr : &*found;
}

void HistoryPanel::showActions()
{
    const Step* const step = chosenStep();
    m_restore->setEnabled(step && session().canEdit() && !bringBack(session().dossier(), step->changes).isEmpty());
    m_compare->setEnabled(step != nullptr);
}

void HistoryPanel::restore()
{
    if (const Step* const step = chosenStep())
        session().apply(bringBack(session().dossier(), step->changes));
}

void HistoryPanel::goTo(const QString& key)
{
    if (key == u"more") {
        guarded(this, [this] {
            readEarlier();
            showSteps();
        });
        return;
    }
    if (const Step* const step = chosenStep(); step && !step->changes.isEmpty())
        session().show(step->changes.first().address);
}

} // namespace jz::ui
