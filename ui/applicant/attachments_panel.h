// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/entry_list.h"
#include "ui/applicant/file_pages.h"
#include "ui/applicant/side_panel.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// All files of the dossier field by field (附件): kind, size, pages, caption, what the rules find in them, and their weight against
/// the limits of the call. Goes to the file in its field.
class AttachmentsPanel : public SidePanel
{
    Q_OBJECT

public:
    AttachmentsPanel(DossierSession& session, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    int count() const override { return m_files; }

Q_SIGNALS:
    /// The user wants to write a note on that file.
    void noteWanted(const jz::Address& file);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showWeight(qint64 bytes);
    void showActions();
    Entry headingOf(const Field& field) const;
    Entry entryOf(const Field& field, int row);
    QString pageWords(const Attachment& file);

    QLabel* m_weight;
    QProgressBar* m_bar;
    EntryList* m_list;
    QPushButton* m_note;
    FilePages m_pages;
    QHash<QString, Address> m_places; ///< what the entries are about
    int m_files = 0;
};

} // namespace jz::ui
