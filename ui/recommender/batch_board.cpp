// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/batch_board.h"

#include "model/base/error.h"
#include "model/procedure/batch_pack.h"
#include "model/signature/delivery_key.h"

#include <QDir>

namespace jz::ui {

BatchBoard::BatchBoard(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    reload();
}

int BatchBoard::quota() const
{
    const std::optional<CallFacts::Quota> quota = quotaOf(m_view.batch.body, *m_pack);
    return quota ? quota->most : 0;
}

Identity BatchBoard::deliveryKey() const
{
    return openDeliveryKey(QDir(m_workspace.folder()).filePath(QStringLiteral("keys")), systemKeyring().get()).identity;
}

void BatchBoard::rank(Ranking ranking, const QString& reason)
{
    const Findings over = rankingFindings(ranking, m_view.batch.body, *m_pack);
    if (!over.isEmpty())
        throw Error(ErrorCode::Usage, over.first().message);
    ranking.reason = reason;
    ranking.person = person();
    m_workspace.batches().rank(key(), ranking);
    // The dossiers are the same: reading all of them again would be felt with every key.
    m_view.ranking = settled(m_workspace.batches().ranking(key()), m_view.candidates, quota());
    Q_EMIT changed();
}

void BatchBoard::reload()
{
    const std::optional<Batch> last = m_workspace.batches().last();
    ++m_reading;
    if (last) {
        m_pack = &batchPack(m_workspace, last->key);
        m_view = batchView(m_workspace, last->key, *m_pack);
        m_duplicates = duplicatesAmong(m_view.candidates, *m_pack);
    }
    Q_EMIT changed();
}

} // namespace jz::ui
