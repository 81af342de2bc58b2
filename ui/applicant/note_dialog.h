// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/notes.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks for a note or to-do: words, whether something is to be done, by whom, by when.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `place` says in words what the note is about.
    NoteDialog(const Note& note, const QString& place, QWidget* parent);

    /// The note as it stands in the dialog now.
    Note note() const;

private:
    void build(const QString& place);
    void showTodo();

    Note m_note;
    QPlainTextEdit* m_text;
    QCheckBox* m_todo;
    QLineEdit* m_who;
    QCheckBox* m_hasDue;
    QDateEdit* m_due;
};

} // namespace jz::ui
