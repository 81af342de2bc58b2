// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier_editor.h"
#include "model/workspace/database.h"

#include <functional>

namespace jz {

/// The journal of one dossier in the workspace, and what is read from it. `committed` hears of every commit.
class DossierJournal : public Journal
{
public:
    DossierJournal(Database& database, qint64 dossier, std::function<void()> committed);

    void append(const Step& step) override;
    void grow(int step, const Change& change) override;
    Changes changesOf(int step) const override;
    void keepSnapshot(int step, const Dossier& dossier) override;

    /// The dossier as it is after its last step. Throws Error Malformed when the journal does not fit together.
    StoredDossier load() const;
    /// The dossier as it was after a step.
    Dossier at(int step) const;

    /// Steps in their order, with their changes; from `first` on, `most` of them at most.
    QList<Step> steps(int first = 1, int most = 1'000'000) const;
    /// The steps that changed a place, oldest first, each with that change alone. A row names all its columns, a field
    /// all its rows.
    QList<Step> history(const Address& place) const;

    /// Writes a step within the caller's transaction.
    void insert(const Step& step);

private:
    Dossier begin() const;

    Database& m_database;
    qint64 m_dossier;
    std::function<void()> m_committed;
};

} // namespace jz
