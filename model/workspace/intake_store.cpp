// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/intake_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<ReviewRound> IntakeStore::selectedRounds(const QString& rest, const QVariantList& values)
{
    QList<ReviewRound> found;
    QSqlQuery& row = m_database.run(u"SELECT key, call, name, rules, at FROM round %1"_s.arg(rest), values);
    while (row.next()) {
        ReviewRound each;
        RowReading(row).all(each.key, each.call, each.name, each.rules, each.at);
        found << each;
    }
    return found;
}

QList<ReviewRound> IntakeStore::rounds()
{
    return selectedRounds(u"ORDER BY key"_s, {});
}

std::optional<ReviewRound> IntakeStore::round(qint64 key)
{
    const QList<ReviewRound> found = selectedRounds(u"WHERE key = ?"_s, {key});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<ReviewRound> IntakeStore::lastRound(const QString& call)
{
    const QList<ReviewRound> found = selectedRounds(u"WHERE ?1 = '' OR call = ?1 ORDER BY key DESC LIMIT 1"_s, {call});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

qint64 IntakeStore::addRound(const ReviewRound& round, qint64 person)
{
    Transaction transaction(m_database);
    if (m_database.value(u"SELECT count(*) FROM round WHERE call = ? AND name = ?"_s, {round.call, round.name}).toInt())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"已有名为“%1”的评审。请另取一个名称。"_s, u"There is a review named “%1” already. Choose another name."_s}.arg(round.name),
                    round.name);
    m_database.run(u"INSERT INTO round (call, name, rules, person, at) VALUES (?, ?, ?, ?, ?)"_s,
                   {round.call, round.name, spelt::json(round.rules), person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    transaction.commit();
    m_committed();
    return key;
}

void IntakeStore::setRules(qint64 round, const QJsonObject& rules)
{
    m_database.run(u"UPDATE round SET rules = ? WHERE key = ?"_s, {spelt::json(rules), round});
    m_committed();
}

QList<ReceivedBundle> IntakeStore::intakes(qint64 round)
{
    QList<ReceivedBundle> found;
    QSqlQuery& row = m_database.run(u"SELECT key, round, bundle, name, body, kind, number, sheet, paper, sender, findings, standing, person, at FROM intake "
                                    "WHERE round = ? ORDER BY key"_s,
                                    {round});
    while (row.next()) {
        ReceivedBundle each;
        RowReading(row).all(each.key, each.round, each.bundle, each.name, each.body, each.kind, each.number, each.sheet, each.paper, each.sender, each.findings, each.standing,
                            each.person, each.at);
        found << each;
    }
    return found;
}

qint64 IntakeStore::add(const ReceivedBundle& bundle, const QList<Submission>& submissions, const QList<qint64>& replaced)
{
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO intake (round, bundle, name, body, kind, number, sheet, paper, sender, findings, standing, person, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'counts', ?, ?)"_s,
                   {bundle.round, spelt::blob(bundle.bundle), bundle.name, bundle.body, bundle.kind, bundle.number, spelt::json(bundle.sheet),
                    spelt::blob(bundle.paper), bundle.sender, spelt::json(bundle.findings), bundle.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    for (const Submission& each : submissions)
        m_database.run(u"INSERT INTO submission (intake, dossier, rank, title, base, category, applicant, code, place, revision, fingerprint, paper, verdict, "
                       "signature, endorsed, findings, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {key, spelt::id(each.dossier), each.rank, each.title, each.base, each.category, each.applicant, each.code, each.place, each.revision,
                        spelt::blob(each.fingerprint), spelt::blob(each.paper), each.verdict, each.signature, spelt::json(each.endorsed), spelt::json(each.findings),
                        each.search});
    for (const qint64 earlier : replaced)
        m_database.run(u"UPDATE intake SET standing = 'replaced' WHERE key = ?"_s, {earlier});
    transaction.commit();
    m_committed();
    return key;
}

QList<Submission> IntakeStore::selected(const QString& condition, const QVariantList& values)
{
    QList<Submission> found;
    QSqlQuery& row = m_database.run(u"SELECT s.key, s.intake, i.body, s.dossier, s.rank, s.title, s.base, s.category, s.applicant, s.code, s.place, s.revision, "
                                    "s.fingerprint, s.paper, s.verdict, s.signature, s.endorsed, s.findings, s.search FROM submission s JOIN intake i ON i.key = s.intake "
                                    "WHERE %1 ORDER BY s.intake, s.rank = 0, s.rank, s.key"_s.arg(condition),
                                    values);
    while (row.next()) {
        Submission each;
        RowReading(row).all(each.key, each.intake, each.body, each.dossier, each.rank, each.title, each.base, each.category, each.applicant, each.code, each.place,
                            each.revision, each.fingerprint, each.paper, each.verdict, each.signature, each.endorsed, each.findings, each.search);
        found << each;
    }
    return found;
}

QList<Submission> IntakeStore::submissions(qint64 round)
{
    return selected(u"i.round = ? AND i.standing = 'counts'"_s, {round});
}

QList<Submission> IntakeStore::submissionsOf(qint64 intake)
{
    return selected(u"s.intake = ?"_s, {intake});
}

QList<Arrival> IntakeStore::arrivals(qint64 round)
{
    QList<Arrival> found;
    QSqlQuery& row = m_database.run(u"SELECT dossier, arrived, copies, remark, person, at FROM arrival WHERE key IN "
                                    "(SELECT max(key) FROM arrival WHERE round = ? GROUP BY dossier) ORDER BY key"_s,
                                    {round});
    while (row.next()) {
        Arrival each;
        RowReading(row).all(each.dossier, each.arrived, each.copies, each.remark, each.person, each.at);
        found << each;
    }
    return found;
}

void IntakeStore::arrive(qint64 round, const QList<Arrival>& arrivals)
{
    Transaction transaction(m_database);
    for (const Arrival& each : arrivals)
        m_database.run(u"INSERT INTO arrival (round, dossier, arrived, copies, remark, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {round, spelt::id(each.dossier), each.arrived.toString(u"yyyy-MM-ddTHH:mm"_s), each.copies, each.remark, each.person, spelt::now()});
    transaction.commit();
    m_committed();
}

QList<Admission> IntakeStore::admissions(qint64 round)
{
    QList<Admission> found;
    QSqlQuery& row = m_database.run(u"SELECT dossier, admitted, reason, person, at FROM admission WHERE key IN "
                                    "(SELECT max(key) FROM admission WHERE round = ? GROUP BY dossier) ORDER BY key"_s,
                                    {round});
    while (row.next()) {
        Admission each;
        RowReading(row).all(each.dossier, each.admitted, each.reason, each.person, each.at);
        found << each;
    }
    return found;
}

void IntakeStore::admit(qint64 round, const QList<Admission>& admissions)
{
    Transaction transaction(m_database);
    for (const Admission& each : admissions)
        m_database.run(u"INSERT INTO admission (round, dossier, admitted, reason, person, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {round, spelt::id(each.dossier), each.admitted, each.reason, each.person, spelt::now()});
    transaction.commit();
    m_committed();
}

} // namespace jz
