// SPDX-License-Identifier: Apache-2.0
#include "ui/form/recommending_body_editor.h"

#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/reference/pasted_text.h"
#include "ui/form/body_hits.h"
#include "ui/form/inline_note.h"
#include "ui/form/text_difference.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace jz::ui {

RecommendingBodyEditor::RecommendingBodyEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent),
      m_name(new SearchBox([&session](const QString& query) { return bodyHits(session.pack(), session.reference().bodies, query); }, this)),
      m_note(new InlineNote(this))
{
    m_name->setObjectName(QString(u"line_" + field.id));
    m_name->setPlaceholderText(say(u"输入名称、简称或拼音首字母，按 ↓ 看全部名单", u"Name, short name or pinyin initials; ↓ shows the whole list"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    adopt(m_name);
    refresh({});
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const PastedText clean = pastedLine(typed);
        m_note->tellDropped(clean.dropped);
        enter(clean.text);
    });
    connect(m_name, &SearchBox::chosen, this, &RecommendingBodyEditor::enter);
}

void RecommendingBodyEditor::enter(const QString& name)
{
    showText(m_name, name);
    m_touched = true;
    // The letters typed to search and the name chosen for them are one step.
    apply(setValue(dossier(), field().id, name), DossierEditor::Manner::Typing);
}

void RecommendingBodyEditor::leaving(QWidget*)
{
    if (m_touched)
        apply(setValue(dossier(), field().id, storedText(m_name->text(), field(), session().pack())), DossierEditor::Manner::Typing);
    m_touched = false;
    m_note->tell({});
}

void RecommendingBodyEditor::refresh(const QList<Address>&)
{
    if (showText(m_name, dossier().text(field().id)))
        m_touched = false;
}

void RecommendingBodyEditor::setReadOnly(bool readOnly)
{
    m_name->setReadOnly(readOnly);
}

} // namespace jz::ui
