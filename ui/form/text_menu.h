// SPDX-License-Identifier: Apache-2.0
#pragma once

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

class DossierSession;

/// Gives a text control (QLineEdit, QPlainTextEdit) on the form its context menu: undo and redo of the dossier, cut, copy, paste,
/// select all. Other controls keep theirs.
void giveTextMenu(QWidget* control, DossierSession& session);

} // namespace jz::ui
