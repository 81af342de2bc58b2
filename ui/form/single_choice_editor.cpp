// SPDX-License-Identifier: Apache-2.0
#include "ui/form/single_choice_editor.h"

#include "model/dossier/edits.h"
#include "ui/form/column_flow.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

SingleChoiceEditor::SingleChoiceEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent), m_group(new QButtonGroup(this)), m_clear(new QPushButton(say(u"取消选择", u"Clear"), this))
{
    auto* const flow = new ColumnFlow;
    flow->setSpacing(Theme::space(2));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(2));
    layout->addLayout(flow);
    layout->addWidget(m_clear, 0, Qt::AlignTop);
    layout->addStretch(1);
    if (field.type == FieldType::Boolean) {
        addOption(true, u"yes"_s, say(u"是", u"Yes"));
        addOption(false, u"no"_s, say(u"否", u"No"));
    } else {
        for (const Choice& option : field.options)
            addOption(option.id, option.id, option.label.simplified());
    }
    for (const auto& [value, button] : m_options)
        flow->addWidget(button);
    m_clear->setObjectName(QString(u"clear_" + field.id));
    m_clear->setProperty("flat", true);
    m_clear->setAccessibleName(QString(field.label + u' ' + m_clear->text()));
    QSizePolicy policy = m_clear->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the options stay where they are
    m_clear->setSizePolicy(policy);
    connect(m_clear, &QPushButton::clicked, this, [this] { choose({}); });
    refresh({});
}

void SingleChoiceEditor::addOption(const QJsonValue& value, const QString& id, const QString& label)
{
    auto* const button = new QRadioButton(label, this);
    button->setObjectName(QString(u"option_" + field().id + u'_' + id));
    adopt(button, label);
    m_group->addButton(button);
    m_options.append({value, button});
    connect(button, &QRadioButton::toggled, this, [this, value](bool on) {
        if (on)
            choose(value);
    });
}

void SingleChoiceEditor::choose(const QJsonValue& value)
{
    if (dossier().values.value(field().id) == value)
        return;
    if (value.isNull())
        focusAt({}); // the button that has the focus is about to go
    apply(setValue(dossier(), field().id, value));
}

void SingleChoiceEditor::refresh(const QList<Address>&)
{
    const QJsonValue chosen = dossier().values.value(field().id);
    // A group lets nobody take the last choice back while it is exclusive.
    m_group->setExclusive(false);
    for (const auto& [value, button] : m_options)
        button->setChecked(value == chosen);
    m_group->setExclusive(true);
    showClear();
}

void SingleChoiceEditor::showClear()
{
    m_clear->setVisible(!m_readOnly && m_group->checkedButton());
}

void SingleChoiceEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const auto& [value, button] : m_options)
        setFixed(button, readOnly);
    showClear();
}

void SingleChoiceEditor::focusAt(const Address&)
{
    QAbstractButton* const checked = m_group->checkedButton();
    (checked ? checked : m_options.constFirst().second)->setFocus(Qt::OtherFocusReason);
}

void SingleChoiceEditor::mark(const Findings& findings)
{
    for (const auto& [value, button] : m_options)
        markControl(button, findings);
}

/// The arrows go from option to option without choosing, to have them read out.
bool SingleChoiceEditor::stepTo(const QObject* from, int key)
{
    const bool forward = key == Qt::Key_Down || key == Qt::Key_Right;
    if (!forward && key != Qt::Key_Up && key != Qt::Key_Left)
        return false;
    for (qsizetype i = 0; i < m_options.size(); ++i)
        if (m_options.at(i).second == from)
            m_options.at((i + (forward ? 1 : m_options.size() - 1)) % m_options.size()).second->setFocus(Qt::OtherFocusReason);
    return true;
}

bool SingleChoiceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_readOnly && stepTo(watched, static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (event->type() == QEvent::KeyPress && !m_readOnly) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            choose({});
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace jz::ui
