// SPDX-License-Identifier: Apache-2.0
#include "ui/form/composed_name_editor.h"

#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/reference/pasted_text.h"
#include "ui/form/inline_note.h"
#include "ui/form/text_difference.h"
#include "ui/form/text_measure.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace jz::ui {

using namespace Qt::StringLiterals;

ComposedNameEditor::ComposedNameEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_choice(session.pack().field(fieldInSuffix(field))), m_prefix(new QLabel(this)),
      m_middle(new QLineEdit(this)), m_suffix(new QLabel(this)), m_whole(new WrappedLabel(this)), m_note(new InlineNote(this))
{
    m_middle->setObjectName(QString(u"line_" + field.id));
    m_whole->setObjectName(QString(u"whole_" + field.id));
    m_whole->setFont(Theme::font(TextStyle::Small));
    m_whole->setProperty("quiet", true);
    m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const line = new QHBoxLayout;
    line->setSpacing(Theme::space(1.5));
    line->addWidget(m_prefix);
    line->addWidget(m_middle, 1);
    line->addWidget(m_suffix);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addLayout(line);
    layout->addWidget(m_whole);
    layout->addWidget(m_note);
    adopt(m_middle);
    refresh({});
    connect(m_middle, &QLineEdit::textEdited, this, &ComposedNameEditor::follow);
    connect(&session, &DossierSession::changed, this, [this](const QList<Address>& places) {
        if (m_choice && std::any_of(places.begin(), places.end(), [&](const Address& place) { return place.field == m_choice->id; }))
            showFixedParts();
    });
}

void ComposedNameEditor::follow(const QString& typed)
{
    m_touched = true;
    QString middle = pastedLine(typed).text;
    // A name that is being typed is taken apart when it is left, not under the typing hands.
    if (textDifference(m_before, typed).inserted.size() > 1)
        middle = composedMiddle(middle, field(), session().pack());
    if (middle != typed)
        showText(m_middle, middle);
    m_note->tellDropped(pastedLine(typed).dropped);
    m_before = middle;
    apply(setValue(dossier(), field().id, middle), DossierEditor::Manner::Typing);
    showFixedParts();
    Q_EMIT measureChanged();
}

void ComposedNameEditor::leaving(QWidget*)
{
    if (!m_touched)
        return;
    m_touched = false;
    m_note->tell({});
    apply(setValue(dossier(), field().id, storedText(m_middle->text(), field(), session().pack())), DossierEditor::Manner::Typing);
}

void ComposedNameEditor::refresh(const QList<Address>&)
{
    if (showText(m_middle, dossier().text(field().id))) {
        m_before = m_middle->text();
        m_touched = false;
        Q_EMIT measureChanged();
    }
    showFixedParts();
}

void ComposedNameEditor::showFixedParts()
{
    QJsonObject without = dossier().values;
    without.remove(field().id);
    m_prefix->setText(field().prefix);
    m_suffix->setText(composedName(field(), without, session().pack()).mid(field().prefix.size()));
    QString words;
    if (!m_middle->text().isEmpty())
        words = say(text(u"印为：%1", u"Printed as: %1").arg(composedName(field(), dossier().values, session().pack())));
    if (m_choice && dossier().text(m_choice->id).isEmpty())
        words += (words.isEmpty() ? QString() : u"\n"_s)
                 + say(text(u"选定“%1”后，名称的后半部分随之补全。", u"Its end is completed when “%1” has been chosen.").arg(m_choice->label));
    m_whole->setText(words);
    m_whole->setVisible(!words.isEmpty());
}

void ComposedNameEditor::setReadOnly(bool readOnly)
{
    m_middle->setReadOnly(readOnly);
}

QString ComposedNameEditor::measure() const
{
    return textMeasure(m_middle->text(), field().limit);
}

std::optional<Severity> ComposedNameEditor::measureSeverity() const
{
    return textMeasureSeverity(m_middle->text(), field().limit);
}

} // namespace jz::ui
