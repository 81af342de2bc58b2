// SPDX-License-Identifier: Apache-2.0
#include "ui/form/field_editor.h"

#include "ui/desk/guarded.h"
#include "ui/form/text_menu.h"
#include "ui/style/icons.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>

namespace jz::ui {

using namespace Qt::StringLiterals;

FieldEditor::FieldEditor(DossierSession& session, const Field& field, QWidget* parent)
    : QWidget(parent), m_session(session), m_field(field)
{
    setObjectName(field.id);
}

void FieldEditor::focusAt(const Address&)
{
    if (focusProxy())
        focusProxy()->setFocus(Qt::OtherFocusReason);
}

void FieldEditor::mark(const Findings& findings)
{
    if (focusProxy())
        markControl(focusProxy(), findings);
}

void FieldEditor::apply(const Changes& changes, DossierEditor::Manner manner)
{
    m_session.apply(changes, manner);
}

void FieldEditor::adopt(QWidget* control, const QString& part)
{
    if (control->objectName().isEmpty())
        control->setObjectName(m_field.id + u'_' + (part.isEmpty() ? u"edit"_s : part));
    control->setAccessibleName(part.isEmpty() ? m_field.label : QString(m_field.label + u' ' + part));
    if (!m_field.prompt.isEmpty())
        control->setAccessibleDescription(m_field.prompt);
    control->installEventFilter(this);
    giveTextMenu(control, m_session);
    if (!focusProxy())
        setFocusProxy(control);
}

QWidget* FieldEditor::stopBefore(QWidget* control) const
{
    for (QWidget* stop = control->previousInFocusChain(); stop && stop != control; stop = stop->previousInFocusChain())
        if (stop->focusPolicy() & Qt::TabFocus && !isAncestorOf(stop))
            return stop;
    return nullptr;
}

void FieldEditor::markControl(QWidget* control, const Findings& findings)
{
    QString worst;
    for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error})
        for (const Finding& finding : findings)
            if (finding.severity == severity)
                worst = severityProperty(severity);
    if (control->property("severity").toString() == worst)
        return;
    control->setProperty("severity", worst);
    control->style()->unpolish(control);
    control->style()->polish(control);
}

void FieldEditor::leaving(QWidget*) {}

bool FieldEditor::takeKey(const QKeyEvent& key)
{
    const bool undo = key.matches(QKeySequence::Undo);
    if (!undo && !key.matches(QKeySequence::Redo))
        return false;
    guarded(this, [&] { undo ? m_session.undo() : m_session.redo(); });
    return true;
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Text controls claim undo and redo for themselves; the desk's own are what the user means.
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
            break;
        event->ignore();
        return true;
    }
    case QEvent::KeyPress:
        if (takeKey(*static_cast<QKeyEvent*>(event)))
            return true;
        break;
    case QEvent::FocusIn:
        Q_EMIT entered();
        break;
    case QEvent::FocusOut:
        if (const Qt::FocusReason why = static_cast<QFocusEvent*>(event)->reason();
            why != Qt::ActiveWindowFocusReason && why != Qt::PopupFocusReason && why != Qt::MenuBarFocusReason)
            leaving(static_cast<QWidget*>(watched));
        m_session.editor().leaveField();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace jz::ui
