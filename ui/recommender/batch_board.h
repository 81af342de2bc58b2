// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/batch.h"
#include "model/signature/identity.h"
#include "model/workspace/workspace.h"

#include <QObject>

namespace jz::ui {

/// The batch on the desk: what is known about it now, for all parts of the desk, and what changes its order. Whoever changes the batch another way
/// (by the functions of model/procedure) calls reload() afterwards; everybody who shows something of it listens to changed().
class BatchBoard : public QObject
{
    Q_OBJECT

public:
    /// Of the batch begun last; without one until there is one. `workspace` outlives this.
    explicit BatchBoard(Workspace& workspace, QObject* parent = nullptr);

    Workspace& workspace() { return m_workspace; }
    bool exists() const { return m_pack != nullptr; }
    /// Only while exists().
    const CallPack& pack() const { return *m_pack; }
    const BatchView& view() const { return m_view; }
    /// Counts how often the dossiers were read: while it stays, nothing but their order changed.
    int reading() const { return m_reading; }
    qint64 key() const { return m_view.batch.key; }
    qint64 person() const { return m_workspace.operators().current().key; }
    /// The key that papers of this installation are closed with. Throws Error as openDeliveryKey().
    Identity deliveryKey() const;
    bool canWrite() const { return !m_workspace.isReadOnly(); }
    int quota() const;
    /// What a dossier has in common with others of the batch.
    Findings duplicatesOf(const QUuid& dossier) const { return m_duplicates.value(dossier); }

    /// Whether a decision locks the order: changing it then needs a reason.
    bool isLocked() const { return m_view.decision.has_value(); }
    /// Keeps an order (moved(), withLine()). Throws Error Usage when it is over the quota, or locked and `reason` is empty; then nothing changes.
    void rank(Ranking ranking, const QString& reason);

    /// Reads everything anew. Throws Error as the stores.
    void reload();

Q_SIGNALS:
    void changed();

private:
    Workspace& m_workspace;
    const CallPack* m_pack = nullptr;
    BatchView m_view;
    int m_reading = 0;
    QHash<QUuid, Findings> m_duplicates;
};

} // namespace jz::ui
