// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_rows_editor.h"

#include "model/dossier/edits.h"
#include "model/reference/pasted_text.h"
#include "ui/form/form_layout.h"
#include "ui/form/inline_note.h"
#include "ui/form/text_difference.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList withContent(const QStringList& texts)
{
    QStringList kept;
    for (const QString& each : texts)
        if (const QString trimmed = each.trimmed(); !trimmed.isEmpty())
            kept.append(trimmed);
    return kept;
}

} // namespace

TextRowsEditor::TextRowsEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_layout(new QVBoxLayout), m_note(new InlineNote(this))
{
    m_layout->setSpacing(Theme::space(1.5));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addLayout(m_layout);
    layout->addWidget(m_note);
}

void TextRowsEditor::build()
{
    showRows(stored());
}

void TextRowsEditor::addRow()
{
    const int index = int(m_rows.size());
    const QString place = QString::number(index + 1);
    Row row{};
    row.box = new QWidget(this);
    row.number = new QLabel(QString(place + u'.'), row.box);
    row.number->setProperty("quiet", true);
    row.line = makeLine(row.box);
    row.line->setObjectName(QString(u"row_" + field().id + u'_' + place));
    auto* const layout = new QHBoxLayout(row.box);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(row.number);
    layout->addWidget(row.line, 1);
    row.up = addButton(row, u"up", say(u"上移", u"Move up"), u"up_");
    row.down = addButton(row, u"down", say(u"下移", u"Move down"), u"down_");
    row.remove = addButton(row, u"remove", say(u"删除此行", u"Remove this row"), u"remove_");
    adopt(row.line, say(text(u"第 %1 行", u"row %1").arg(place)));
    QLineEdit* const line = row.line;
    connect(line, &QLineEdit::textEdited, this, [this, line](const QString& typed) { follow(line, typed); });
    connect(line, &QLineEdit::returnPressed, this, [this, index] {
        focusAt({Address::Part::Value, this->field().id, QString::number(index + 1), {}});
    });
    connect(row.up, &QToolButton::clicked, this, [this, index] { move(index, index - 1); });
    connect(row.down, &QToolButton::clicked, this, [this, index] { move(index, index + 1); });
    connect(row.remove, &QToolButton::clicked, this, [this, index] { remove(index); });
    m_layout->addWidget(row.box);
    // It comes later than the fields behind this one.
    QWidget* before = m_rows.isEmpty() ? nullptr : m_rows.constLast().remove;
    for (QWidget* const control : QWidgetList{row.line, row.up, row.down, row.remove}) {
        if (before)
            setTabOrder(before, control);
        before = control;
    }
    m_rows.append(row);
}

QToolButton* TextRowsEditor::addButton(const Row& row, QStringView iconName, const QString& words, const char16_t* name)
{
    auto* const button = new QToolButton(row.box);
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setObjectName(QString(QStringView(name) + row.line->objectName()));
    button->setAccessibleName(QString(field().label + u' ' + row.number->text() + u' ' + words));
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // all lines are of one length
    button->setSizePolicy(policy);
    row.box->layout()->addWidget(button);
    return button;
}

int TextRowsEditor::rowOf(const QObject* line) const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows.at(i).line == line)
            return i;
    return -1;
}

QStringList TextRowsEditor::lines() const
{
    QStringList all;
    for (const Row& row : m_rows)
        all.append(row.line->text());
    return all;
}

QStringList TextRowsEditor::stored() const
{
    QStringList all;
    const QJsonArray values = dossier().values.value(field().id).toArray();
    for (const QJsonValue& value : values)
        all.append(value.toString());
    return all;
}

void TextRowsEditor::enter(QLineEdit* line, const QString& entered)
{
    showText(line, entered);
    follow(line, entered);
}

void TextRowsEditor::follow(QLineEdit* line, const QString& typed)
{
    const int row = rowOf(line);
    const PastedText clean = pastedText(typed);
    const QStringList pasted = withContent(clean.text.split(u'\n'));
    if (pasted.size() > 1) {
        const QStringList all = lines();
        applyTexts(all.mid(0, row) + pasted + all.mid(row + 1));
        focusAt({Address::Part::Value, field().id, QString::number(row + pasted.size()), {}});
        return m_note->tellDropped(clean.dropped); // leaving the row took back what was said before
    }
    m_note->tellDropped(clean.dropped);
    showText(line, pastedLine(typed).text);
    apply(setValue(dossier(), field().id, QJsonArray::fromStringList(withContent(lines()))), DossierEditor::Manner::Typing);
    if (row == m_rows.size() - 1 && !line->text().isEmpty())
        addRow();
    showButtons();
}

void TextRowsEditor::applyTexts(const QStringList& all)
{
    apply(setValue(dossier(), field().id, QJsonArray::fromStringList(withContent(all))));
    showRows(stored());
}

void TextRowsEditor::leaving(QWidget* control)
{
    if (rowOf(control) < 0)
        return;
    m_note->tell({});
    showRows(stored());
}

void TextRowsEditor::refresh(const QList<Address>&)
{
    if (withContent(lines()) != stored())
        showRows(stored());
}

void TextRowsEditor::showRows(const QStringList& all)
{
    while (m_rows.size() <= all.size())
        addRow();
    while (m_rows.size() > all.size() + 1) {
        QWidget* const box = m_rows.takeLast().box;
        box->hide();
        box->deleteLater();
    }
    for (int i = 0; i < m_rows.size(); ++i)
        showText(m_rows.at(i).line, all.value(i));
    showButtons();
}

void TextRowsEditor::showButtons()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        const bool isLast = i == m_rows.size() - 1;
        row.up->setVisible(!m_readOnly && !isLast);
        row.down->setVisible(!m_readOnly && !isLast);
        row.remove->setVisible(!m_readOnly && !isLast);
        row.up->setEnabled(i > 0);
        row.down->setEnabled(i + 2 < m_rows.size());
        row.line->setReadOnly(m_readOnly);
        row.line->setPlaceholderText(isLast && !m_readOnly ? placeholder() : QString());
        row.box->setVisible(!m_readOnly || !isLast || i == 0);
    }
    layOutAround(this);
}

void TextRowsEditor::move(int from, int to)
{
    // The last row is the empty one.
    const int count = int(m_rows.size()) - 1;
    if (m_readOnly || from < 0 || from >= count || to < 0 || to >= count)
        return;
    QStringList all = lines();
    all.move(from, to);
    applyTexts(all);
    m_rows.at(qMin(to, int(m_rows.size()) - 1)).line->setFocus(Qt::OtherFocusReason);
}

void TextRowsEditor::remove(int row)
{
    if (m_readOnly || row < 0 || row >= m_rows.size())
        return;
    QStringList all = lines();
    all.removeAt(row);
    applyTexts(all);
    m_rows.at(qMin(row, int(m_rows.size()) - 1)).line->setFocus(Qt::OtherFocusReason);
}

void TextRowsEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showButtons();
}

void TextRowsEditor::focusAt(const Address& place)
{
    const qsizetype row = place.row.isEmpty() ? 0 : place.row.toInt();
    m_rows.at(qBound(qsizetype(0), row, m_rows.size() - 1)).line->setFocus(Qt::OtherFocusReason);
}

void TextRowsEditor::mark(const Findings& findings)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Findings mine;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(mine),
                     [&](const Finding& finding) { return finding.row ? *finding.row == i : i == 0; });
        markControl(m_rows.at(i).line, mine);
    }
}

bool TextRowsEditor::eventFilter(QObject* watched, QEvent* event)
{
    const int row = rowOf(watched);
    if (row < 0 || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto* const key = static_cast<QKeyEvent*>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        move(row, key->key() == Qt::Key_Up ? row - 1 : row + 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace jz::ui
