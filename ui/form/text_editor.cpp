// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_editor.h"

#include "model/dossier/edits.h"
#include "ui/form/text_measure.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace jz::ui {

TextEditor::TextEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_line(new QLineEdit(this))
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    adopt(m_line);
    refresh({});
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& typed) {
        apply(setValue(dossier(), this->field().id, typed), DossierEditor::Manner::Typing);
        Q_EMIT measureChanged();
    });
}

void TextEditor::refresh(const QList<Address>&)
{
    const QString value = dossier().text(field().id);
    if (m_line->text() == value)
        return;
    m_line->setText(value);
    Q_EMIT measureChanged();
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QString TextEditor::measure() const
{
    return textMeasure(m_line->text(), field().limit);
}

bool TextEditor::isOverLimit() const
{
    return isOverTextLimit(m_line->text(), field().limit);
}

} // namespace jz::ui
