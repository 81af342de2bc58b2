// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/message_bar.h"
#include "ui/form/attachment_intake.h"
#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QMimeData;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class AttachmentCard;
class DropPlace;
class OutsideViewer;

/// Edits the files of a field: a card for each, in their order, and above them the place to which files and pictures are dropped. Files
/// also come by dialog and from the clipboard (files that were copied, a picture). They are made ready while the window goes on,
/// with progress and a way out, and come in also when the desk is left meanwhile (Attaching); those that cannot be used are named in the message bar with what to do, the others are taken in.
class AttachmentsEditor : public FieldEditor
{
    Q_OBJECT

public:
    AttachmentsEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void focusAt(const Address& place) override;
    void mark(const Findings& findings) override;
    bool showsInPlace(const Finding& finding) const override { return finding.row.has_value(); }

protected:
    void leaving(QWidget* control) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    AttachmentCard* makeCard(const QString& name);
    void orderTabs();
    bool accepts(const QMimeData& mime) const;
    bool take(const QMimeData& mime);
    void choose();
    void paste();
    void followIntake();
    void tell(const std::optional<BarMessage>& message);
    void giveUp();
    void remove(AttachmentCard& card);
    void move(AttachmentCard& card, int to);
    void open(const QString& name);
    QString filter() const;

    AttachmentIntake& m_intake;
    OutsideViewer* m_viewer;
    DropPlace* m_dropPlace;
    QVBoxLayout* m_layout;
    QList<AttachmentCard*> m_cards;
    bool m_readOnly = false;
};

} // namespace jz::ui
