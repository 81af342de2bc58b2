// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/batch_records.h"
#include "model/workspace/database.h"

#include <functional>
#include <optional>

namespace jz {

/// The batches of a workspace: the body, what came, the ranking and its decisions. What a ranking or a batch may be is judged in
/// model/recommendation/batch.h; here it is kept. Every failure is an Error as in Database.
class BatchStore
{
public:
    BatchStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    QList<Batch> all();
    std::optional<Batch> byKey(qint64 key);
    /// The batch begun last of a call, of any call when it is empty.
    std::optional<Batch> last(const QString& call = {});
    /// Begins one; `key` and `at` are not read. Throws Error Usage when the call has one of that name.
    qint64 add(const Batch& batch, qint64 person);
    /// Changes who the body is; its declarations are kept as they are.
    void setBody(qint64 batch, const Body& body);
    /// Writes a declaration down; the last one of a condition counts, the earlier ones stay.
    void declare(qint64 batch, const Declaration& declaration, qint64 person);

    /// In the order in which they first came, withdrawn ones too.
    QList<Candidate> candidates(qint64 batch);
    std::optional<Candidate> candidate(qint64 batch, const QUuid& dossier);
    /// Keeps a candidate, new (`key` 0) or changed; returns its key.
    qint64 keep(const Candidate& candidate);
    /// All files of a candidate, in the order in which they came.
    QList<CandidatePaper> papers(qint64 candidate);
    /// The candidates' papers with these bytes, of a batch: whether a file came before.
    QList<CandidatePaper> papersWith(qint64 batch, const QByteArray& sha256);
    qint64 addPaper(const CandidatePaper& paper);
    /// Several of these calls as one: all or nothing is kept.
    void together(const std::function<void()>& work);

    /// The ranking in force; key 0 when there is none.
    Ranking ranking(qint64 batch);
    /// All there were, the first first.
    QList<Ranking> rankings(qint64 batch);
    /// Keeps a ranking; `key` and `at` are not read. Throws Error Usage when there is a decision and `reason` is empty.
    qint64 rank(qint64 batch, const Ranking& ranking);
    /// The decision that counts: the last one.
    std::optional<Decision> decision(qint64 batch);
    QList<Decision> decisions(qint64 batch);
    /// Writes a decision on the ranking in force down. Throws Error Usage when there is no ranking.
    qint64 decide(qint64 batch, const Decision& decision);

private:
    QList<Declaration> declarations(qint64 batch);
    QList<Batch> batches(const QString& rest, const QVariantList& values);
    QList<Candidate> selected(const QString& condition, const QVariantList& values);
    QList<CandidatePaper> selectedPapers(const QString& condition, const QVariantList& values);
    void committed();

    Database& m_database;
    std::function<void()> m_committed;
    bool m_together = false;
};

} // namespace jz
