// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/panel_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString idsJson(const QList<QUuid>& ids)
{
    QJsonArray all;
    for (const QUuid& each : ids)
        all << spelt::id(each);
    return spelt::json(all);
}

QList<QUuid> idsOf(const QJsonArray& array)
{
    QList<QUuid> ids;
    for (const QJsonValue& each : array)
        ids << QUuid::fromString(each.toString());
    return ids;
}

template<typename Value>
QString mapJson(const QMap<QString, Value>& map)
{
    QJsonObject object;
    for (auto each = map.cbegin(); each != map.cend(); ++each)
        object.insert(each.key(), each.value());
    return spelt::json(object);
}

} // namespace

QList<OpenedPanel> PanelStore::selected(const QString& rest, const QVariantList& values)
{
    QList<OpenedPanel> found;
    QSqlQuery& row = m_database.run(u"SELECT key, number, content, letter, seed, answer, reason, promised, ranking, at FROM panel %1"_s.arg(rest), values);
    while (row.next()) {
        OpenedPanel each;
        QJsonArray ranking;
        RowReading(row).all(each.key, each.number, each.content, each.letter, each.seed, each.answer, each.reason, each.promised, ranking, each.at);
        each.ranking = idsOf(ranking);
        found << each;
    }
    return found;
}

QList<OpenedPanel> PanelStore::all()
{
    return selected(u"ORDER BY key"_s, {});
}

std::optional<OpenedPanel> PanelStore::byNumber(const QString& number)
{
    const QList<OpenedPanel> found = selected(u"WHERE number = ?"_s, {number});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

qint64 PanelStore::add(const OpenedPanel& panel, const QList<PanelEntry>& entries)
{
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO panel (number, content, letter, seed, answer, reason, promised, ranking, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {panel.number, spelt::json(panel.content), spelt::blob(panel.letter), panel.seed, panel.answer, panel.reason, spelt::day(panel.promised),
                    idsJson(panel.ranking), spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    write(key, entries);
    transaction.commit();
    m_committed();
    return key;
}

void PanelStore::answer(const OpenedPanel& panel, const QList<PanelEntry>& declared)
{
    Transaction transaction(m_database);
    m_database.run(u"UPDATE panel SET answer = ?, reason = ?, promised = ? WHERE key = ?"_s, {panel.answer, panel.reason, spelt::day(panel.promised), panel.key});
    write(panel.key, declared);
    transaction.commit();
    m_committed();
}

void PanelStore::setRanking(qint64 panel, const QList<QUuid>& ranking)
{
    m_database.run(u"UPDATE panel SET ranking = ? WHERE key = ?"_s, {idsJson(ranking), panel});
    m_committed();
}

QList<PanelEntry> PanelStore::entries(qint64 panel)
{
    QList<PanelEntry> found;
    QSqlQuery& row = m_database.run(u"SELECT dossier, points, comments, opinion, visit, comment, conflict, note, changed FROM panel_entry WHERE panel = ?"_s, {panel});
    while (row.next()) {
        PanelEntry each;
        QJsonObject points;
        QJsonObject comments;
        RowReading(row).all(each.dossier, points, comments, each.opinion, each.visit, each.comment, each.conflict, each.note, each.changed);
        for (auto given = points.begin(); given != points.end(); ++given)
            each.points.insert(given.key(), given->toInt());
        for (auto given = comments.begin(); given != comments.end(); ++given)
            each.comments.insert(given.key(), given->toString());
        found << each;
    }
    return found;
}

PanelEntry PanelStore::entry(qint64 panel, const QUuid& dossier)
{
    const QList<PanelEntry> all = entries(panel);
    for (const PanelEntry& each : all)
        if (each.dossier == dossier)
            return each;
    PanelEntry none;
    none.dossier = dossier;
    return none;
}

void PanelStore::write(qint64 panel, const QList<PanelEntry>& entries)
{
    for (const PanelEntry& each : entries)
        m_database.run(u"INSERT OR REPLACE INTO panel_entry (panel, dossier, points, comments, opinion, visit, comment, conflict, note, changed) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {panel, spelt::id(each.dossier), mapJson(each.points), mapJson(each.comments), each.opinion, int(each.visit), each.comment, each.conflict, each.note,
                        spelt::now()});
}

void PanelStore::keep(qint64 panel, const QList<PanelEntry>& entries)
{
    Transaction transaction(m_database);
    write(panel, entries);
    transaction.commit();
    m_committed();
}

QList<FinishedSheet> PanelStore::sheets(qint64 panel)
{
    QList<FinishedSheet> found;
    QSqlQuery& row = m_database.run(u"SELECT version, paper, content, at FROM panel_sheet WHERE panel = ? ORDER BY version"_s, {panel});
    while (row.next()) {
        FinishedSheet each;
        RowReading(row).all(each.version, each.paper, each.content, each.at);
        found << each;
    }
    return found;
}

void PanelStore::addSheet(qint64 panel, const FinishedSheet& sheet)
{
    m_database.run(u"INSERT INTO panel_sheet (panel, version, paper, content, at) VALUES (?, ?, ?, ?, ?)"_s,
                   {panel, sheet.version, spelt::blob(sheet.paper), spelt::json(sheet.content), spelt::now()});
    m_committed();
}

} // namespace jz
