// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/fix_desk.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// The notes of a return slip on one field, above its editor: what is said, which words are meant, what is proposed, and what can be done
/// about it.
class FixNotes : public QWidget
{
    Q_OBJECT

public:
    /// `numbers` are those of the notes in the desk's list.
    FixNotes(FixDesk& fixes, DossierSession& session, const QList<int>& numbers);

    /// The field has another value.
    void follow();

private:
    QWidget* noteFrame(int number);
    void addWords(QVBoxLayout& layout, const FixItem& item, int number);
    void addButtons(QVBoxLayout& layout, const FixItem& item, int number);
    QPushButton* button(const QString& name, const QString& words, std::function<void()> run);

    FixDesk& m_fixes;
    DossierSession& m_session;
    QList<std::pair<int, QPushButton*>> m_accepts; ///< by number of the note
};

/// Says that a field is locked, and unlocks it.
class LockedNote : public QFrame
{
    Q_OBJECT

public:
    LockedNote(FixDesk& fixes, const Field& field);
};

} // namespace jz::ui
