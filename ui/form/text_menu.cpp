// SPDX-License-Identifier: Apache-2.0
#include "ui/form/text_menu.h"

#include "ui/desk/guarded.h"
#include "ui/form/dossier_session.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

struct TextState
{
    bool selected = false;
    bool readOnly = false;
    bool empty = true;
};

std::optional<TextState> stateOf(const QWidget* control)
{
    if (const auto* const line = qobject_cast<const QLineEdit*>(control))
        return TextState{line->hasSelectedText(), line->isReadOnly(), line->text().isEmpty()};
    if (const auto* const text = qobject_cast<const QPlainTextEdit*>(control))
        return TextState{text->textCursor().hasSelection(), text->isReadOnly(), text->document()->isEmpty()};
    return {};
}

/// Cut, copy, paste and select all are slots of the same names in both kinds of control.
void addAction(QMenu* menu, QWidget* control, const QString& label, const char* slot, bool enabled)
{
    QAction* const action = menu->addAction(label, control, slot);
    action->setEnabled(enabled);
}

void showMenu(QWidget* control, DossierSession& session, const QPoint& globalPlace)
{
    const std::optional<TextState> state = stateOf(control);
    auto* const menu = new QMenu(control);
    menu->setObjectName(u"textMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* const undo = menu->addAction(icon(u"undo"), say(u"撤销", u"Undo"), control,
                                          [control, &session] { guarded(control, [&] { session.undo(); }); });
    undo->setEnabled(session.canEdit() && session.editor().canUndo());
    QAction* const redo = menu->addAction(icon(u"redo"), say(u"重做", u"Redo"), control,
                                          [control, &session] { guarded(control, [&] { session.redo(); }); });
    redo->setEnabled(session.canEdit() && session.editor().canRedo());
    menu->addSeparator();
    const QMimeData* const held = QApplication::clipboard()->mimeData();
    addAction(menu, control, say(u"剪切", u"Cut"), SLOT(cut()), state->selected && !state->readOnly);
    addAction(menu, control, say(u"复制", u"Copy"), SLOT(copy()), state->selected);
    addAction(menu, control, say(u"粘贴", u"Paste"), SLOT(paste()), !state->readOnly && held && held->hasText());
    menu->addSeparator();
    addAction(menu, control, say(u"全选", u"Select all"), SLOT(selectAll()), !state->empty);
    menu->popup(globalPlace);
}

} // namespace

void giveTextMenu(QWidget* control, DossierSession& session)
{
    if (!stateOf(control))
        return;
    control->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(control, &QWidget::customContextMenuRequested, control,
                     [control, &session](const QPoint& place) { showMenu(control, session, control->mapToGlobal(place)); });
}

} // namespace jz::ui
