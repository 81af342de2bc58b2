// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"
#include "ui/desk/background_work.h"
#include "ui/recommender/batch_board.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Receives what came, beside the work of the desk: how far it is and a button that stops it. Shown only while it works.
class ReceivingStrip : public QWidget
{
    Q_OBJECT

public:
    ReceivingStrip(BatchBoard& board, QWidget* parent);

    bool isBusy() const { return m_work->isBusy() || m_taking; }
    /// Takes files, folders and bundles in; what comes while others are looked at waits for its turn. Throws Error Usage while there is no batch.
    /// What was looked at is kept on this thread at the end, a file at a time with other events between; when stopped before that, nothing.
    void receive(const QStringList& paths);

Q_SIGNALS:
    void busyChanged();
    void received(const QList<jz::ReceivedPaper>& papers, const jz::Findings& bundles);

private:
    void build();
    void begin(const QStringList& paths);
    void beginWaiting();
    void stop();
    void take(const BatchReport& report, const Findings& bundles);
    void takeNext();
    void finish();
    void leaveOff();
    void end();

    BatchBoard& m_board;
    QProgressBar* m_bar;
    BackgroundWork* m_work;
    QPushButton* m_stop = nullptr;
    std::unique_ptr<TakingIn> m_taking; ///< while what was looked at is kept
    Findings m_bundles;                 ///< what was wrong with bundles as such
    QStringList m_waiting;
    bool m_isTold = true; ///< what came last was told
};

} // namespace jz::ui
