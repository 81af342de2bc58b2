// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/handover.h"
#include "ui/desk/background_work.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;

/// Handing over (交接): what is open and what was sent, to be read once more, and the one file with everything for the successor. It is written beside the
/// windows; closing the dialog meanwhile is asked about.
class HandoverDialog : public QDialog
{
    Q_OBJECT

public:
    HandoverDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    bool isBusy() const { return m_work->isBusy(); }
    void reject() override;

private:
    void build();
    void showBusy();
    void listMatters();
    void write();

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    BackgroundWork* m_work;
    HandoverList m_handed;
    EntryList* m_list;
    QLabel* m_said;
    QProgressBar* m_bar;
    QPushButton* m_write;
    QPushButton* m_stop;
};

} // namespace jz::ui
