// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/expert_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString listed(const QStringList& texts)
{
    return spelt::json(QJsonArray::fromStringList(texts));
}

QStringList texts(const QJsonArray& array)
{
    QStringList found;
    for (const QJsonValue& each : array)
        found << each.toString();
    return found;
}

QJsonArray pairsJson(const QList<ReviewPair>& pairs)
{
    QJsonArray all;
    for (const auto& [dossier, expert] : pairs)
        all << QJsonArray{spelt::id(dossier), expert};
    return all;
}

QList<ReviewPair> pairsOf(const QJsonArray& array)
{
    QList<ReviewPair> found;
    for (const QJsonValue& each : array)
        found << ReviewPair(QUuid::fromString(each.toArray().at(0).toString()), each.toArray().at(1).toInteger());
    return found;
}

} // namespace

QList<Expert> ExpertStore::selected(const QString& rest, const QVariantList& values)
{
    QList<Expert> found;
    QSqlQuery& row = m_database.run(u"SELECT key, name, unit, unit_code, aliases, field, title, mail, phone, categories, load, panel, declared, remark, purpose, "
                                    "delete_on, deleted, changed FROM expert %1"_s.arg(rest),
                                    values);
    while (row.next()) {
        Expert each;
        QJsonArray aliases;
        QJsonArray categories;
        QJsonArray declared;
        RowReading(row).all(each.key, each.name, each.unit, each.unitCode, aliases, each.field, each.title, each.mail, each.phone, categories, each.load, each.panel,
                            declared, each.remark, each.purpose, each.deleteOn, each.deleted, each.changed);
        each.aliases = texts(aliases);
        each.categories = texts(categories);
        each.declared = texts(declared);
        found << each;
    }
    return found;
}

QList<Expert> ExpertStore::all()
{
    return selected(u"ORDER BY key"_s, {});
}

std::optional<Expert> ExpertStore::byKey(qint64 key)
{
    const QList<Expert> found = selected(u"WHERE key = ?"_s, {key});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<qint64> ExpertStore::keep(const QList<Expert>& experts)
{
    Transaction transaction(m_database);
    QList<qint64> keys;
    for (const Expert& each : experts) {
        const QVariantList values{each.name,  each.unit, each.unitCode,         listed(each.aliases), each.field,   each.title,
                                  each.mail,  each.phone, listed(each.categories), each.load,           each.panel,   listed(each.declared),
                                  each.remark, each.purpose, spelt::day(each.deleteOn), spelt::now()};
        if (each.key)
            m_database.run(u"UPDATE expert SET name = ?, unit = ?, unit_code = ?, aliases = ?, field = ?, title = ?, mail = ?, phone = ?, categories = ?, load = ?, "
                           "panel = ?, declared = ?, remark = ?, purpose = ?, delete_on = ?, changed = ? WHERE key = ? AND deleted = ''"_s,
                           values + QVariantList{each.key});
        else
            m_database.run(u"INSERT INTO expert (name, unit, unit_code, aliases, field, title, mail, phone, categories, load, panel, declared, remark, purpose, "
                           "delete_on, changed, deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"_s,
                           values);
        keys << (each.key ? each.key : m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong());
    }
    transaction.commit();
    m_committed();
    return keys;
}

void ExpertStore::remove(qint64 expert)
{
    // Freed bytes are overwritten, and no earlier page stays in the log.
    m_database.value(u"PRAGMA secure_delete = ON"_s);
    m_database.run(u"UPDATE expert SET name = '', unit = '', unit_code = '', aliases = '[]', field = '', title = '', mail = '', phone = '', categories = '[]', "
                   "load = 0, panel = '', declared = '[]', remark = '', purpose = '', delete_on = '', deleted = ?, changed = ? WHERE key = ?"_s,
                   {spelt::day(QDate::currentDate()), spelt::now(), expert});
    m_database.value(u"PRAGMA secure_delete = OFF"_s);
    m_database.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_committed();
}

QList<ConflictDecision> ExpertStore::decisions(qint64 round)
{
    QList<ConflictDecision> found;
    QSqlQuery& row = m_database.run(u"SELECT expert, dossier, decision, reason, person, at FROM conflict WHERE key IN "
                                    "(SELECT max(key) FROM conflict WHERE round = ? GROUP BY expert, dossier) ORDER BY key"_s,
                                    {round});
    while (row.next()) {
        ConflictDecision each;
        RowReading(row).all(each.expert, each.dossier, each.decision, each.reason, each.person, each.at);
        found << each;
    }
    return found;
}

void ExpertStore::decide(qint64 round, const ConflictDecision& decision)
{
    m_database.run(u"INSERT INTO conflict (round, expert, dossier, decision, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {round, decision.expert, spelt::id(decision.dossier), decision.decision, decision.reason, decision.person, spelt::now()});
    m_committed();
}

QHash<QUuid, QString> ExpertStore::panels(qint64 round)
{
    QHash<QUuid, QString> found;
    QSqlQuery& row = m_database.run(u"SELECT dossier, panel FROM panel_place WHERE round = ? ORDER BY key"_s, {round});
    while (row.next()) {
        QUuid dossier;
        QString panel;
        RowReading(row).all(dossier, panel);
        if (panel.isEmpty())
            found.remove(dossier);
        else
            found.insert(dossier, panel);
    }
    return found;
}

void ExpertStore::setPanels(qint64 round, const QHash<QUuid, QString>& panels, qint64 person)
{
    Transaction transaction(m_database);
    for (auto each = panels.cbegin(); each != panels.cend(); ++each)
        m_database.run(u"INSERT INTO panel_place (round, dossier, panel, person, at) VALUES (?, ?, ?, ?, ?)"_s,
                       {round, spelt::id(each.key()), each.value(), person, spelt::now()});
    transaction.commit();
    m_committed();
}

QList<AssignmentRecord> ExpertStore::selectedAssignments(const QString& rest, const QVariantList& values)
{
    QList<AssignmentRecord> found;
    QSqlQuery& row = m_database.run(u"SELECT key, mode, pairs, detail, reason, person, at FROM assignment WHERE round = ? %1"_s.arg(rest), values);
    while (row.next()) {
        AssignmentRecord each;
        QJsonArray pairs;
        RowReading(row).all(each.key, each.mode, pairs, each.detail, each.reason, each.person, each.at);
        each.pairs = pairsOf(pairs);
        found << each;
    }
    return found;
}

AssignmentRecord ExpertStore::assignment(qint64 round)
{
    const QList<AssignmentRecord> found = selectedAssignments(u"ORDER BY key DESC LIMIT 1"_s, {round});
    return found.isEmpty() ? AssignmentRecord() : found.first();
}

QList<AssignmentRecord> ExpertStore::assignments(qint64 round)
{
    return selectedAssignments(u"ORDER BY key"_s, {round});
}

qint64 ExpertStore::assign(qint64 round, const AssignmentRecord& assignment)
{
    m_database.run(u"INSERT INTO assignment (round, mode, pairs, detail, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {round, assignment.mode, spelt::json(pairsJson(assignment.pairs)), spelt::json(assignment.detail), assignment.reason, assignment.person,
                    spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    m_committed();
    return key;
}

} // namespace jz
