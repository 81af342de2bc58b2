// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/batch_export.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;

/// Sending the batch (导出批次): what stands against it, what goes along and how large it is against what the receiver takes, a passphrase, the text for the
/// mail; and what was sent when. A batch over quota, not endorsed or without declarations cannot be sent, and it says why.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    SendDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

private:
    QWidget* buildReady();
    QWidget* buildSent();
    void refresh();
    void listSent();
    void write();

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    ExportedBatch m_planned;
    QTabWidget* m_tabs;
    EntryList* m_checks = nullptr;
    QLabel* m_size = nullptr;
    QSpinBox* m_limit = nullptr;
    QLineEdit* m_passphrase = nullptr;
    QPushButton* m_write = nullptr;
    QPlainTextEdit* m_message = nullptr;
    EntryList* m_sent = nullptr;
};

} // namespace jz::ui
