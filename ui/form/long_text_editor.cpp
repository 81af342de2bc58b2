// SPDX-License-Identifier: Apache-2.0
#include "ui/form/long_text_editor.h"

#include "model/dossier/edits.h"
#include "ui/form/growing_text.h"
#include "ui/form/inline_note.h"
#include "ui/form/text_measure.h"
#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace jz::ui {

namespace {

constexpr int leastLines = 4;
constexpr int mostLines = 24;

} // namespace

LongTextEditor::LongTextEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_text(new GrowingText(leastLines, mostLines, this)), m_note(new InlineNote(this))
{
    m_text->setObjectName(QString(u"text_" + field.id));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_text);
    layout->addWidget(m_note);
    adopt(m_text);
    refresh({});
    connect(m_text, &QPlainTextEdit::textChanged, this, &LongTextEditor::follow);
    connect(m_text, &GrowingText::pasted, m_note, &InlineNote::tellDropped);
}

void LongTextEditor::follow()
{
    // Also told while an input method composes, and after refresh(): then there is nothing to apply.
    const Changes changes = setValue(dossier(), field().id, m_text->exactText());
    if (changes.isEmpty())
        return;
    m_note->tell({});
    apply(changes, DossierEditor::Manner::Typing);
    Q_EMIT measureChanged();
}

void LongTextEditor::refresh(const QList<Address>&)
{
    if (m_text->showText(dossier().text(field().id)))
        Q_EMIT measureChanged();
}

void LongTextEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

QString LongTextEditor::measure() const
{
    return textMeasure(dossier().text(field().id), field().limit);
}

std::optional<Severity> LongTextEditor::measureSeverity() const
{
    return textMeasureSeverity(dossier().text(field().id), field().limit);
}

} // namespace jz::ui
