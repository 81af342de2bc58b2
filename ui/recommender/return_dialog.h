// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/return_slip.h"
#include "model/call/call_pack.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// A slip to one dossier (退回修改、预审通过): notes on fields with the words they mean and, if wished, a value that would do; a letter, a date. It can be
/// read before it is written, as the applicant will. `slip` was begun with slipOn().
class ReturnDialog : public QDialog
{
    Q_OBJECT

public:
    ReturnDialog(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack, QWidget* parent);

    /// As it is filled in. Throws Error as readSlipNotes() and requireComplete().
    ReturnSlip slip() const;

private:
    struct Note
    {
        QString field;
        QString row;
        QString column;
        QString words;
        QString quote;
        QString proposed;
    };
    QWidget* buildNotes();
    QWidget* buildNoteEditor();
    QWidget* buildLetter();
    void fillFields();
    void fillRows();
    void fillColumns();
    void addNote();
    void removeNote();
    void showNote();
    void keepNote();
    void listNotes();
    void preview();
    void showValue();
    QString labelOf(const Note& note) const;
    QString currentValue() const;
    QJsonObject notesFile() const;

    ReturnSlip m_slip;
    const Dossier& m_dossier;
    const CallPack& m_pack;
    QList<Note> m_notes;
    bool m_showing = false;
    QTabWidget* m_tabs;
    QListWidget* m_list = nullptr;
    QWidget* m_editor = nullptr;
    QComboBox* m_field = nullptr;
    QComboBox* m_row = nullptr;
    QComboBox* m_column = nullptr;
    QLabel* m_value = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QLineEdit* m_quote = nullptr;
    QLineEdit* m_proposed = nullptr;
    QPushButton* m_remove = nullptr;
    QPlainTextEdit* m_letter = nullptr;
    QLineEdit* m_contact = nullptr;
    QCheckBox* m_hasDue = nullptr;
    QDateEdit* m_due = nullptr;
    QPlainTextEdit* m_preview = nullptr;
};

} // namespace jz::ui
