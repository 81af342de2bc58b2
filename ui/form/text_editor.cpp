// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_editor.h"

#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/reference/pasted_text.h"
#include "ui/form/inline_note.h"
#include "ui/form/line_form.h"
#include "ui/form/text_difference.h"
#include "ui/form/text_measure.h"
#include "ui/style/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace jz::ui {

namespace {

/// Codes and numbers have no words in them: what is pasted is brought into shape at once.
bool isCode(FieldType type)
{
    return type == FieldType::CreditCode || type == FieldType::Mobile;
}

} // namespace

TextEditor::TextEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_line(new QLineEdit(this)), m_note(new InlineNote(this))
{
    m_line->setObjectName(QString(u"line_" + field.id));
    m_line->setInputMethodHints(inputHints(field.type));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_line);
    layout->addWidget(m_note);
    adopt(m_line);
    refresh({});
    connect(m_line, &QLineEdit::textEdited, this, &TextEditor::follow);
}

void TextEditor::follow(const QString& typed)
{
    m_touched = true;
    const bool pasted = textDifference(m_before, typed).inserted.size() > 1;
    const auto shaped = [&](const QString& text) {
        const QString line = whileTyping(pastedLine(text).text, field().type);
        return pasted && isCode(field().type) ? storedText(line, field(), session().pack()) : line;
    };
    if (const QString text = shaped(typed); text != typed) {
        const qsizetype cursor = shaped(typed.left(m_line->cursorPosition())).size();
        m_line->setText(text);
        m_line->setCursorPosition(int(cursor));
    }
    m_note->tellDropped(pastedLine(typed).dropped);
    m_before = m_line->text();
    apply(setValue(dossier(), field().id, m_before), DossierEditor::Manner::Typing);
    Q_EMIT measureChanged();
}

void TextEditor::leaving(QWidget*)
{
    if (!m_touched)
        return;
    m_touched = false;
    m_note->tell({});
    apply(setValue(dossier(), field().id, storedText(m_line->text(), field(), session().pack())), DossierEditor::Manner::Typing);
}

void TextEditor::refresh(const QList<Address>&)
{
    if (!showText(m_line, dossier().text(field().id)))
        return;
    m_before = m_line->text();
    m_touched = false;
    Q_EMIT measureChanged();
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QString TextEditor::measure() const
{
    const QString groups = readingGroups(m_line->text(), field().type);
    return groups.isEmpty() ? textMeasure(m_line->text(), field().limit) : groups;
}

std::optional<Severity> TextEditor::measureSeverity() const
{
    return isTooLong(m_line->text(), field().type) ? std::optional(Severity::Error) : textMeasureSeverity(m_line->text(), field().limit);
}

} // namespace jz::ui
