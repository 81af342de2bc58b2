// SPDX-License-Identifier: Apache-2.0
#include "ui/form/multiple_choice_editor.h"

#include "model/dossier/edits.h"
#include "ui/form/column_flow.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QJsonArray>

namespace jz::ui {

MultipleChoiceEditor::MultipleChoiceEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent)
{
    auto* const flow = new ColumnFlow(0, this);
    flow->setSpacing(Theme::space(2));
    for (const Choice& option : field.options) {
        // Labels of the paper form hold the room for a text behind them: that is a field of its own here.
        auto* const box = new QCheckBox(option.label.simplified(), this);
        box->setObjectName(QString(u"option_" + field.id + u'_' + option.id));
        adopt(box, box->text());
        flow->addWidget(box);
        m_boxes.append(box);
        connect(box, &QCheckBox::clicked, this, &MultipleChoiceEditor::follow);
    }
    refresh({});
}

void MultipleChoiceEditor::follow()
{
    QJsonArray chosen;
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        if (m_boxes.at(i)->isChecked())
            chosen.append(field().options.at(i).id);
    apply(setValue(dossier(), field().id, chosen));
}

void MultipleChoiceEditor::refresh(const QList<Address>&)
{
    const QJsonArray chosen = dossier().values.value(field().id).toArray();
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        m_boxes.at(i)->setChecked(chosen.contains(field().options.at(i).id));
}

void MultipleChoiceEditor::setReadOnly(bool readOnly)
{
    for (QCheckBox* const box : m_boxes)
        setFixed(box, readOnly);
}

void MultipleChoiceEditor::mark(const Findings& findings)
{
    for (QCheckBox* const box : m_boxes)
        markControl(box, findings);
}

} // namespace jz::ui
