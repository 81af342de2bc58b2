// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/copies_check.h"
#include "ui/desk/background_work.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

class EntryList;

/// Whether printed dossiers (纸质申报书) are those in the batch: scans of their pages are chosen or dropped, and the codes on them say it of each dossier. What
/// was scanned stays, so that missing pages can be added.
class CopiesDialog : public QDialog
{
    Q_OBJECT

public:
    CopiesDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    bool isBusy() const { return m_work->isBusy(); }
    /// Reads scans, as if they had been chosen.
    void check(const QStringList& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void chooseScans();
    void showBusy();
    void compare();
    void showCheck(const CopiesCheck& check);

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    BackgroundWork* m_work;
    QList<ScannedSheet> m_sheets;
    EntryList* m_list;
    QCheckBox* m_everyPage;
    QLabel* m_said;
    QProgressBar* m_bar;
    QPushButton* m_choose;
    QPushButton* m_again;
    QPushButton* m_stop;
};

} // namespace jz::ui
