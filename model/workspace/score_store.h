// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"
#include "model/workspace/review_records.h"

#include <functional>
#include <optional>

namespace jz {

/// A sheet that is accepted, with what it brings along.
struct SheetAcceptance
{
    ScoreSheetRecord sheet;
    QList<ConflictDecision> declared; ///< conflicts that the expert declared
    std::optional<TypedSheet> typed;  ///< the second typing, which agreed with the first; its key and that of `typedBefore` go into the content as `typed`
    qint64 typedBefore = 0;
};

/// What went to the experts and what came back. Nothing that came is ever removed. Every failure is an Error as in Database.
class ScoreStore
{
public:
    ScoreStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// In the order in which they were made, revoked ones too.
    QList<PanelBundle> bundles(qint64 round);
    std::optional<PanelBundle> bundle(const QString& number);
    /// Keeps a bundle and revokes the expert's earlier ones with `reason`, all or nothing. `key`, `revoked` and `at` are not read. Returns its key.
    qint64 addBundle(qint64 round, const PanelBundle& bundle, const QString& reason);
    void revoke(qint64 bundle, const QString& reason);

    /// In the order in which they were accepted, replaced ones too.
    QList<ScoreSheetRecord> sheets(qint64 round);
    /// Keeps a sheet; the expert's earlier ones no longer count, all or nothing. `key`, `standing` and `at` are not read. Returns its key.
    qint64 addSheet(qint64 round, const ScoreSheetRecord& sheet);

    /// The same with what it brings along, all or nothing.
    qint64 accept(qint64 round, const SheetAcceptance& acceptance);

    QList<TypedSheet> typed(qint64 round, qint64 expert);
    qint64 type(qint64 round, const TypedSheet& sheet);

    /// In the order in which they were written down: a later one on the same scores counts.
    QList<Annulment> annulments(qint64 round);
    void annul(qint64 round, const Annulment& annulment);

private:
    qint64 insertTyped(qint64 round, const TypedSheet& sheet);
    qint64 insertSheet(qint64 round, const ScoreSheetRecord& sheet);
    QList<PanelBundle> selectedBundles(const QString& condition, const QVariantList& values);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
