// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"
#include "model/signature/passphrase.h"
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
    void receive(const QStringList& paths, const std::shared_ptr<const Passphrase>& passphrase = {});

Q_SIGNALS:
    void busyChanged();
    /// All but what a passphrase is needed for.
    void received(const QList<jz::ReceivedPaper>& papers);
    /// A bundle opens with a passphrase only. The next files are looked at meanwhile.
    void passphraseWanted(const jz::LockedBundle& bundle);

private:
    void build();
    struct Job
    {
        QStringList paths;
        std::shared_ptr<const Passphrase> passphrase;
    };
    void begin(const Job& job);
    void beginWaiting();
    void stop();
    void take(const BatchReport& report);
    void takeNext();
    void finish();
    void leaveOff();
    void end();

    BatchBoard& m_board;
    QProgressBar* m_bar;
    BackgroundWork* m_work;
    QPushButton* m_stop = nullptr;
    std::unique_ptr<TakingIn> m_taking; ///< while what was looked at is kept
    QList<LockedBundle> m_locked;       ///< among what is being kept
    QList<Job> m_waiting;
    bool m_isTold = true; ///< what came last was told
};

} // namespace jz::ui
