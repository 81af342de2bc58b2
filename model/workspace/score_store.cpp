// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/score_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<PanelBundle> ScoreStore::selectedBundles(const QString& condition, const QVariantList& values)
{
    QList<PanelBundle> found;
    QSqlQuery& row = m_database.run(u"SELECT key, expert, number, secret, bundle, size, content, revoked, reason, person, at FROM panel_bundle WHERE %1 ORDER BY key"_s
                                        .arg(condition),
                                    values);
    while (row.next()) {
        PanelBundle each;
        RowReading(row).all(each.key, each.expert, each.number, each.secret, each.bundle, each.size, each.content, each.revoked, each.reason, each.person, each.at);
        found << each;
    }
    return found;
}

QList<PanelBundle> ScoreStore::bundles(qint64 round)
{
    return selectedBundles(u"round = ?"_s, {round});
}

std::optional<PanelBundle> ScoreStore::bundle(const QString& number)
{
    const QList<PanelBundle> found = selectedBundles(u"number = ?"_s, {number});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

qint64 ScoreStore::addBundle(qint64 round, const PanelBundle& bundle, const QString& reason)
{
    Transaction transaction(m_database);
    m_database.run(u"UPDATE panel_bundle SET revoked = ?, reason = ? WHERE round = ? AND expert = ? AND revoked = ''"_s,
                   {spelt::now(), reason, round, bundle.expert});
    m_database.run(u"INSERT INTO panel_bundle (round, expert, number, secret, bundle, size, content, revoked, reason, person, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?)"_s,
                   {round, bundle.expert, bundle.number, spelt::blob(bundle.secret), spelt::blob(bundle.bundle), bundle.size, spelt::json(bundle.content),
                    bundle.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    transaction.commit();
    m_committed();
    return key;
}

void ScoreStore::revoke(qint64 bundle, const QString& reason)
{
    m_database.run(u"UPDATE panel_bundle SET revoked = ?, reason = ? WHERE key = ? AND revoked = ''"_s, {spelt::now(), reason, bundle});
    m_committed();
}

QList<ScoreSheetRecord> ScoreStore::sheets(qint64 round)
{
    QList<ScoreSheetRecord> found;
    QSqlQuery& row = m_database.run(u"SELECT key, expert, panel, version, paper, name, source, standing, content, person, at FROM score_sheet WHERE round = ? ORDER BY key"_s,
                                    {round});
    while (row.next()) {
        ScoreSheetRecord each;
        RowReading(row).all(each.key, each.expert, each.panel, each.version, each.paper, each.name, each.source, each.standing, each.content, each.person, each.at);
        found << each;
    }
    return found;
}

qint64 ScoreStore::insertSheet(qint64 round, const ScoreSheetRecord& sheet)
{
    m_database.run(u"UPDATE score_sheet SET standing = 'replaced' WHERE round = ? AND expert = ?"_s, {round, sheet.expert});
    m_database.run(u"INSERT INTO score_sheet (round, expert, panel, version, paper, name, source, standing, content, person, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, 'counts', ?, ?, ?)"_s,
                   {round, sheet.expert, sheet.panel, sheet.version, spelt::blob(sheet.paper), sheet.name, sheet.source, spelt::json(sheet.content), sheet.person,
                    spelt::now()});
    return m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
}

qint64 ScoreStore::addSheet(qint64 round, const ScoreSheetRecord& sheet)
{
    return accept(round, {sheet, {}, {}, 0});
}

qint64 ScoreStore::accept(qint64 round, const SheetAcceptance& acceptance)
{
    Transaction transaction(m_database);
    ScoreSheetRecord sheet = acceptance.sheet;
    if (acceptance.typed)
        sheet.content.insert(u"typed"_s, QJsonArray{acceptance.typedBefore, insertTyped(round, *acceptance.typed)});
    const qint64 key = insertSheet(round, sheet);
    for (const ConflictDecision& each : acceptance.declared)
        m_database.run(u"INSERT INTO conflict (round, expert, dossier, decision, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {round, each.expert, spelt::id(each.dossier), each.decision, each.reason, each.person, spelt::now()});
    transaction.commit();
    m_committed();
    return key;
}

QList<TypedSheet> ScoreStore::typed(qint64 round, qint64 expert)
{
    QList<TypedSheet> found;
    QSqlQuery& row = m_database.run(u"SELECT key, expert, pass, photo, content, person, at FROM typed_sheet WHERE round = ? AND expert = ? ORDER BY key"_s, {round, expert});
    while (row.next()) {
        TypedSheet each;
        RowReading(row).all(each.key, each.expert, each.pass, each.photo, each.content, each.person, each.at);
        found << each;
    }
    return found;
}

qint64 ScoreStore::insertTyped(qint64 round, const TypedSheet& sheet)
{
    m_database.run(u"INSERT INTO typed_sheet (round, expert, pass, photo, content, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {round, sheet.expert, sheet.pass, spelt::blob(sheet.photo), spelt::json(sheet.content), sheet.person, spelt::now()});
    return m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
}

qint64 ScoreStore::type(qint64 round, const TypedSheet& sheet)
{
    const qint64 key = insertTyped(round, sheet);
    m_committed();
    return key;
}

QList<Annulment> ScoreStore::annulments(qint64 round)
{
    QList<Annulment> found;
    QSqlQuery& row = m_database.run(u"SELECT expert, dossier, annulled, reason, person, at FROM annulment WHERE round = ? ORDER BY key"_s, {round});
    while (row.next()) {
        Annulment each;
        RowReading(row).all(each.expert, each.dossier, each.annulled, each.reason, each.person, each.at);
        found << each;
    }
    return found;
}

void ScoreStore::annul(qint64 round, const Annulment& annulment)
{
    m_database.run(u"INSERT INTO annulment (round, expert, dossier, annulled, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {round, annulment.expert, annulment.dossier.isNull() ? QString() : spelt::id(annulment.dossier), annulment.annulled, annulment.reason,
                    annulment.person, spelt::now()});
    m_committed();
}

} // namespace jz
