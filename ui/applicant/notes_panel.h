// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/notes.h"
#include "ui/applicant/entry_list.h"
#include "ui/applicant/side_panel.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Notes and to-dos on fields, files and the whole dossier (备注与待办): what is missing, who brings it, by when. They stay in the
/// workspace and leave it with no paper; the panel says so.
class NotesPanel : public SidePanel
{
    Q_OBJECT

public:
    NotesPanel(DossierSession& session, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    /// Open to-dos.
    int count() const override { return m_open; }
    void showField(const QString& field) override;
    /// Asks for a new note about a place; an empty field is the whole dossier.
    void addNote(const Address& place, bool todo);

private:
    void build();
    QPushButton* button(const char* name, const QString& words, std::function<void()> run);
    void refresh();
    void showActions();
    Entry entryOf(const Note& note) const;
    const Note* chosen() const;
    void edit();
    void toggle();
    void remove();
    void keep(const Note& note);

    EntryList* m_list;
    QPushButton* m_edit = nullptr;
    QPushButton* m_done = nullptr;
    QPushButton* m_remove = nullptr;
    QList<QPushButton*> m_add;
    QList<Note> m_notes;
    QString m_field;
    int m_open = 0;
};

} // namespace jz::ui
