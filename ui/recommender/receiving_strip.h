// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"
#include "ui/desk/background_work.h"
#include "ui/recommender/batch_board.h"

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace jz::ui {

/// Receives what came, beside the work of the desk: how far it is and a button that stops it. Shown only while it works.
class ReceivingStrip : public QWidget
{
    Q_OBJECT

public:
    ReceivingStrip(BatchBoard& board, QWidget* parent);

    bool isBusy() const { return m_work->isBusy(); }
    /// Takes files, folders and bundles in; what comes while others are looked at waits for its turn. Throws Error Usage while there is no batch.
    /// What was looked at is kept on this thread, at the end, all of it or, when stopped, nothing.
    void receive(const QStringList& paths);

Q_SIGNALS:
    void busyChanged();
    void received(const QList<jz::ReceivedPaper>& papers, const jz::Findings& bundles);

private:
    void build();
    void begin(const QStringList& paths);
    void beginWaiting();
    void stop();

    BatchBoard& m_board;
    QProgressBar* m_bar;
    BackgroundWork* m_work;
    QStringList m_waiting;
    bool m_isTold = true; ///< what came last was told
};

} // namespace jz::ui
