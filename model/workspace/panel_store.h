// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"
#include "model/workspace/panel_records.h"

#include <functional>
#include <optional>

namespace jz {

/// What an expert has on his laptop: panels, entries, finished sheets. Papers lie elsewhere (model/procedure/expert_panel.h). Every failure is an Error as
/// in Database.
class PanelStore
{
public:
    PanelStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// In the order in which they were opened.
    QList<OpenedPanel> all();
    std::optional<OpenedPanel> byNumber(const QString& number);
    /// Keeps a panel with entries taken over from an earlier one, all or nothing; `key` and `at` are not read. Returns its key.
    qint64 add(const OpenedPanel& panel, const QList<PanelEntry>& entries);
    /// What was answered, and declared on single dossiers with it, all or nothing.
    void answer(const OpenedPanel& panel, const QList<PanelEntry>& declared);
    void setRanking(qint64 panel, const QList<QUuid>& ranking);

    QList<PanelEntry> entries(qint64 panel);
    /// The entry of one dossier; an empty one when there is none.
    PanelEntry entry(qint64 panel, const QUuid& dossier);
    /// Keeps entries in place of what was there, all or none; `changed` is not read.
    void keep(qint64 panel, const QList<PanelEntry>& entries);

    /// By version.
    QList<FinishedSheet> sheets(qint64 panel);
    void addSheet(qint64 panel, const FinishedSheet& sheet);

private:
    QList<OpenedPanel> selected(const QString& rest, const QVariantList& values);
    void write(qint64 panel, const QList<PanelEntry>& entries);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
