// SPDX-License-Identifier: Apache-2.0
#include "ui/form/field_editor.h"

#include "ui/desk/guarded.h"
#include "ui/form/text_difference.h"
#include "ui/form/text_menu.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keys and clicks by which a choice is made.
bool wouldChange(const QEvent& event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto& key = static_cast<const QKeyEvent&>(event);
        const bool leaves = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab || key.key() == Qt::Key_Escape
                            || (key.key() >= Qt::Key_F1 && key.key() != Qt::Key_F4 && key.key() <= Qt::Key_F35);
        return !leaves && !(key.modifiers() & Qt::ControlModifier);
    }
    default:
        return false;
    }
}

} // namespace

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
    describe(control);
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

void FieldEditor::describe(QWidget* control)
{
    QStringList words;
    if (!control->toolTip().isEmpty() && !control->accessibleName().endsWith(control->toolTip()))
        words << control->toolTip();
    if (!m_field.prompt.isEmpty())
        words << m_field.prompt;
    words << (m_field.requirement == Requirement::Required ? say(u"必填", u"required") : say(u"选填", u"optional"));
    if (control->property("fixed").toBool())
        words << say(u"不能修改", u"cannot be changed");
    words << control->property("findings").toStringList();
    control->setAccessibleDescription(words.join(u' '));
}

void FieldEditor::setFixed(QWidget* control, bool fixed)
{
    if (control->property("fixed").toBool() == fixed)
        return;
    control->setProperty("fixed", fixed);
    control->style()->unpolish(control);
    control->style()->polish(control);
    describe(control);
}

void FieldEditor::markControl(QWidget* control, const Findings& findings)
{
    QStringList said;
    for (const Finding& finding : findings)
        said << severityWord(finding.severity) + u'：' + say(finding.message);
    if (control->property("findings").toStringList() != said) {
        control->setProperty("findings", said);
        describe(control);
    }
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
    if (watched->property("fixed").toBool() && wouldChange(*event))
        return true;
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
        goOnAtEnd(*static_cast<QWidget*>(watched), static_cast<QFocusEvent*>(event)->reason());
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
