// SPDX-License-Identifier: Apache-2.0
#include "ui/form/division_editor.h"

#include "model/dossier/edits.h"
#include "model/reference/reference_data.h"
#include "model/reference/reference_search.h"
#include "ui/form/inline_note.h"
#include "ui/form/quiet_combo.h"
#include "ui/form/search_box.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHits = 60;
constexpr int mostSuccessors = 8;
const QString noParent = u"-"_s; ///< of a level whose parent is not chosen yet

QString levelWord(int level)
{
    switch (level) {
    case 0:
        return say(u"省级", u"Province");
    case 1:
        return say(u"地级", u"Prefecture");
    default:
        return say(u"县级", u"County");
    }
}

QString namesOf(const Divisions& divisions, const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes.mid(0, mostSuccessors))
        names.append(divisions.find(code)->name);
    return names.join(u'、') + (codes.size() > mostSuccessors ? u"…"_s : QString());
}

QList<SearchBox::Hit> hits(const Divisions& divisions, const QString& query)
{
    QList<SearchBox::Hit> found;
    for (const QString& code : builtInDivisionSearch().find(query, mostHits)) {
        QString note;
        if (!divisions.formerName(code).isEmpty())
            note = say(text(u"已撤销，现为%1", u"given up, now %1").arg(namesOf(divisions, divisions.successors(code))));
        found.append({code, divisions.names(code).join(u' '), note, {}});
    }
    return found;
}

/// What a value is called that no list of today has.
QString formerOrCode(const Divisions& divisions, const QString& code)
{
    const QString former = divisions.formerName(code);
    return former.isEmpty() ? code : former;
}

/// Codes from the province down, hidden levels left out; of a former division those above it.
QStringList visiblePath(const Divisions& divisions, const QString& code)
{
    QString lowest = code;
    if (!divisions.find(code)) {
        const QStringList successors = divisions.successors(code);
        lowest = successors.isEmpty() ? QString() : divisions.find(successors.first())->parent;
    }
    QStringList codes;
    for (const QString& each : divisions.withAncestors(lowest))
        if (!divisions.find(each)->hidden)
            codes.prepend(each);
    return codes;
}

} // namespace

DivisionEditor::DivisionEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent),
      m_search(new SearchBox([&session](const QString& query) { return hits(session.reference().divisions, query); }, this)),
      m_note(new InlineNote(this))
{
    m_search->setObjectName(QString(u"search_" + field.id));
    m_search->setPlaceholderText(say(u"按名称或拼音首字母查找，如 hbwh", u"Search by name or pinyin initials, such as hbwh"));
    adopt(m_search, say(u"查找", u"search"));
    auto* const line = new QHBoxLayout;
    line->setSpacing(Theme::space(2));
    for (int level = 0; level < levels; ++level) {
        auto* const combo = new QuietCombo(this);
        m_levels[size_t(level)] = combo;
        combo->setObjectName(QString(u"level_" + field.id + u'_' + QString::number(level + 1)));
        combo->setMaxVisibleItems(16);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
        adopt(combo, levelWord(level));
        line->addWidget(combo, 1);
        connect(combo, &QComboBox::activated, this, [this, level](int row) { chooseAt(level, row); });
    }
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1.5));
    layout->addWidget(m_search);
    layout->addLayout(line);
    layout->addWidget(m_note);
    connect(m_search, &SearchBox::chosen, this, &DivisionEditor::choose);
    refresh({});
}

void DivisionEditor::choose(const QString& code)
{
    const Divisions& divisions = session().reference().divisions;
    m_search->clear();
    if (!divisions.find(code))
        return chooseFormer(code);
    apply(setValue(dossier(), field().id, code));
    if (const qsizetype next = visiblePath(divisions, code).size(); !divisions.isComplete(code) && next < levels)
        m_levels[size_t(next)]->setFocus(Qt::OtherFocusReason);
}

/// One that carries it on is taken; among several the user chooses, as high as is certain.
void DivisionEditor::chooseFormer(const QString& code)
{
    const Divisions& divisions = session().reference().divisions;
    const QStringList successors = divisions.successors(code);
    const QString name = divisions.formerName(code);
    if (successors.size() == 1)
        choose(successors.first());
    else
        choose(visiblePath(divisions, code).value(visiblePath(divisions, code).size() - 1));
    m_note->tell(say((successors.size() == 1 ? text(u"“%1”已撤销，已改选“%2”。", u"“%1” was given up; “%2” was taken instead.")
                                             : text(u"“%1”已撤销，请在现有区划中选择：%2。", u"“%1” was given up; choose among what is there today: %2."))
                         .arg(name, namesOf(divisions, successors))));
}

void DivisionEditor::chooseAt(int level, int row)
{
    const QString code = m_levels[size_t(level)]->itemData(row).toString();
    apply(setValue(dossier(), field().id, code.isEmpty() ? m_parents[size_t(level)] : code));
    refresh({}); // also when nothing changed: the combo shows what was clicked
}

void DivisionEditor::refresh(const QList<Address>&)
{
    const Divisions& divisions = session().reference().divisions;
    const QString value = dossier().text(field().id);
    QStringList codes = visiblePath(divisions, value);
    if (!value.isEmpty() && !divisions.find(value))
        codes.append(value);
    for (int level = 0; level < levels; ++level)
        fill(level, level == 0 ? QString() : codes.value(level - 1, noParent), codes.value(level));
    m_note->tell({});
}

void DivisionEditor::fill(int level, const QString& parent, const QString& chosen)
{
    const Divisions& divisions = session().reference().divisions;
    QComboBox* const combo = m_levels[size_t(level)];
    const QList<const Division*> choices = parent == noParent ? QList<const Division*>() : divisions.visibleChildren(parent);
    if (combo->count() != choices.size() + 1 || m_parents[size_t(level)] != parent) {
        m_parents[size_t(level)] = parent;
        combo->clear();
        combo->addItem(levelWord(level), QString());
        for (const Division* const division : choices)
            combo->addItem(division->name, division->code);
    }
    if (!chosen.isEmpty() && combo->findData(chosen) < 0)
        combo->addItem(say(text(u"%1（已撤销）", u"%1 (given up)").arg(formerOrCode(divisions, chosen))), chosen);
    combo->setCurrentIndex(qMax(0, combo->findData(chosen)));
    combo->setEnabled(m_readOnly || combo->count() > 1);
    setFixed(combo, m_readOnly);
}

void DivisionEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_search->setVisible(!readOnly);
    // Tab would come to a standstill at a proxy that cannot have the focus.
    setFocusProxy(readOnly ? static_cast<QWidget*>(m_levels.front()) : m_search);
    refresh({});
}

void DivisionEditor::mark(const Findings& findings)
{
    for (QComboBox* const combo : m_levels)
        markControl(combo, findings);
}

} // namespace jz::ui
