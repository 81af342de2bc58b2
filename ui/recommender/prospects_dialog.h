// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace jz::ui {

/// Units that mean to apply (意向单位): typed in or out of a table; dossiers that arrive attach themselves. A reminder (催办) is one text for each unit,
/// with what it lacks, to be pasted into mail or messenger; it is kept.
class ProspectsDialog : public QDialog
{
    Q_OBJECT

public:
    ProspectsDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    void done(int result) override;

private:
    QWidget* buildEditor();
    QLayout* buildReminder();
    /// Reads the units anew and goes to the one of that key; 0: to a new one.
    void refresh(qint64 key);
    void showUnit();
    /// What the unit was told before, the last first.
    void showReminders();
    void addUnit();
    void keepUnit();
    void removeUnit();
    void importTable();
    void remind();
    /// The unit chosen in the list; key 0 for none.
    Prospect chosen() const;
    /// The unit on show as it is typed.
    Prospect typed() const;
    /// Keeps what is typed, before something else comes in its place. What cannot be kept so stays on show, unless it is to be dropped: false then.
    bool settle();
    void goTo(QTreeWidgetItem* item, QTreeWidgetItem* before);

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    QList<Prospect> m_all;
    Prospect m_shown; ///< as it is kept; key 0 for a new one
    QTreeWidget* m_list;
    QLineEdit* m_unit = nullptr;
    QLineEdit* m_code = nullptr;
    QLineEdit* m_contact = nullptr;
    QLineEdit* m_phone = nullptr;
    QComboBox* m_state = nullptr;
    QLineEdit* m_online = nullptr;
    QLineEdit* m_remark = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QLabel* m_said = nullptr;
};

} // namespace jz::ui
