// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/batch_store.h"

#include "model/workspace/row_reading.h"

#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString candidateColumns = u"key, batch, dossier, title, base, category, applicant, code, place, contact, phone, revision, fingerprint, paper, kind, "
                                 "verdict, signature, errors, warnings, hints, findings, state, online, online_day, copies, copies_day, withdrawn, acknowledged, "
                                 "withdrawal, search, received"_s;

Candidate candidateFrom(const QSqlQuery& row)
{
    Candidate each;
    RowReading(row).all(each.key, each.batch, each.dossier, each.title, each.base, each.category, each.applicant, each.code, each.place, each.contact, each.phone,
                     each.revision, each.fingerprint, each.paper, each.kind, each.verdict, each.signature, each.errors, each.warnings, each.hints, each.findings,
                     each.state, each.online, each.onlineDay, each.copies, each.copiesDay, each.withdrawn, each.acknowledged, each.withdrawal, each.search,
                     each.received);
    return each;
}

QVariantList valuesOf(const Candidate& each)
{
    return {each.batch, spelt::id(each.dossier), each.title, each.base, each.category, each.applicant, each.code, each.place, each.contact,
            each.phone, each.revision, spelt::blob(each.fingerprint), spelt::blob(each.paper), each.kind, each.verdict, each.signature, each.errors, each.warnings, each.hints,
            spelt::json(each.findings), each.state, each.online, spelt::day(each.onlineDay), each.copies, spelt::day(each.copiesDay), spelt::day(each.withdrawn),
            spelt::day(each.acknowledged), each.withdrawal, each.search, spelt::time(each.received)};
}

Ranking rankingFrom(const QSqlQuery& row)
{
    Ranking ranking;
    QJsonArray places;
    RowReading(row).all(ranking.key, places, ranking.line, ranking.reason, ranking.person, ranking.at);
    for (const QJsonValue& place : std::as_const(places))
        ranking.order << QUuid::fromString(place.toString());
    return ranking;
}

} // namespace

void BatchStore::committed()
{
    if (!m_together)
        m_committed();
}

void BatchStore::together(const std::function<void()>& work)
{
    Q_ASSERT(!m_together);
    Transaction transaction(m_database);
    m_together = true;
    try {
        work();
    } catch (...) {
        m_together = false;
        throw;
    }
    m_together = false;
    transaction.commit();
    m_committed();
}

QList<Batch> BatchStore::batches(const QString& rest, const QVariantList& values)
{
    QList<Batch> found;
    QSqlQuery& row = m_database.run(u"SELECT key, call, name, body, kind, province, contact, phone, at FROM batch "_s + rest, values);
    while (row.next()) {
        Batch batch;
        Body& body = batch.body;
        RowReading(row).all(batch.key, batch.call, batch.name, body.name, body.kind, body.province, body.contact, body.phone, batch.at);
        found << batch;
    }
    for (Batch& batch : found)
        batch.body.declarations = declarations(batch.key);
    return found;
}

QList<Declaration> BatchStore::declarations(qint64 batch)
{
    QList<Declaration> last;
    QSqlQuery& row = m_database.run(u"SELECT condition, made, who, day FROM declaration WHERE batch = ? ORDER BY key"_s, {batch});
    while (row.next()) {
        Declaration each;
        RowReading(row).all(each.condition, each.made, each.by, each.day);
        last.removeIf([&](const Declaration& earlier) { return earlier.condition == each.condition; });
        last << each;
    }
    return last;
}

QList<Batch> BatchStore::all()
{
    return batches(u"ORDER BY key"_s, {});
}

std::optional<Batch> BatchStore::byKey(qint64 key)
{
    const QList<Batch> found = batches(u"WHERE key = ?"_s, {key});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<Batch> BatchStore::last(const QString& call)
{
    const QList<Batch> found = call.isEmpty() ? batches(u"ORDER BY key DESC LIMIT 1"_s, {}) : batches(u"WHERE call = ? ORDER BY key DESC LIMIT 1"_s, {call});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

qint64 BatchStore::add(const Batch& batch, qint64 person)
{
    if (m_database.value(u"SELECT count(*) FROM batch WHERE call = ? AND name = ?"_s, {batch.call, batch.name}).toInt() > 0)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"这个资料库已有名为“%1”的批次。请直接使用，或另起一个名称。"_s, u"This workspace already has a batch “%1”. Use it, or give another name."_s}.arg(batch.name),
                    batch.name);
    const Body& body = batch.body;
    m_database.run(u"INSERT INTO batch (call, name, body, kind, province, contact, phone, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {batch.call, batch.name, body.name, body.kind, body.province, body.contact, body.phone, person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    committed();
    return key;
}

void BatchStore::setBody(qint64 batch, const Body& body)
{
    m_database.run(u"UPDATE batch SET body = ?, kind = ?, province = ?, contact = ?, phone = ? WHERE key = ?"_s,
                   {body.name, body.kind, body.province, body.contact, body.phone, batch});
    committed();
}

void BatchStore::declare(qint64 batch, const Declaration& declaration, qint64 person)
{
    m_database.run(u"INSERT INTO declaration (batch, condition, made, who, day, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {batch, declaration.condition, int(declaration.made), declaration.by, spelt::day(declaration.day), person, spelt::now()});
    committed();
}

QList<Candidate> BatchStore::selected(const QString& condition, const QVariantList& values)
{
    QList<Candidate> found;
    QSqlQuery& row = m_database.run(u"SELECT "_s + candidateColumns + u" FROM candidate WHERE "_s + condition + u" ORDER BY key"_s, values);
    while (row.next())
        found << candidateFrom(row);
    return found;
}

QList<Candidate> BatchStore::candidates(qint64 batch)
{
    return selected(u"batch = ?"_s, {batch});
}

std::optional<Candidate> BatchStore::candidate(qint64 batch, const QUuid& dossier)
{
    const QList<Candidate> found = selected(u"batch = ? AND dossier = ?"_s, {batch, spelt::id(dossier)});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

qint64 BatchStore::keep(const Candidate& candidate)
{
    const QStringList names = candidateColumns.split(u", "_s).mid(1);
    if (candidate.key) {
        m_database.run(u"UPDATE candidate SET "_s + names.join(u" = ?, "_s) + u" = ? WHERE key = ?"_s, valuesOf(candidate) + QVariantList{candidate.key});
    } else {
        const QStringList places(names.size(), u"?"_s);
        m_database.run(u"INSERT INTO candidate ("_s + names.join(u", "_s) + u") VALUES ("_s + places.join(u", "_s) + u")"_s, valuesOf(candidate));
    }
    const qint64 key = candidate.key ? candidate.key : m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    committed();
    return key;
}

QList<CandidatePaper> BatchStore::selectedPapers(const QString& condition, const QVariantList& values)
{
    QList<CandidatePaper> found;
    QSqlQuery& row = m_database.run(u"SELECT p.key, p.candidate, p.paper, p.name, p.kind, p.revision, p.fingerprint, p.standing, p.occasion, p.detail, p.person, p.at "
                                    "FROM candidate_paper p JOIN candidate c ON c.key = p.candidate WHERE "_s + condition + u" ORDER BY p.key"_s,
                                    values);
    while (row.next()) {
        CandidatePaper each;
        RowReading(row).all(each.key, each.candidate, each.paper, each.name, each.kind, each.revision, each.fingerprint, each.standing, each.occasion, each.detail,
                         each.person, each.at);
        found << each;
    }
    return found;
}

QList<CandidatePaper> BatchStore::papers(qint64 candidate)
{
    return selectedPapers(u"p.candidate = ?"_s, {candidate});
}

QList<CandidatePaper> BatchStore::papersWith(qint64 batch, const QByteArray& sha256)
{
    return selectedPapers(u"c.batch = ? AND p.paper = ?"_s, {batch, sha256});
}

qint64 BatchStore::addPaper(const CandidatePaper& paper)
{
    m_database.run(u"INSERT INTO candidate_paper (candidate, paper, name, kind, revision, fingerprint, standing, occasion, detail, person, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {paper.candidate, spelt::blob(paper.paper), paper.name, paper.kind, paper.revision, spelt::blob(paper.fingerprint), paper.standing, paper.occasion,
                    spelt::json(paper.detail), paper.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    committed();
    return key;
}

QList<Ranking> BatchStore::rankings(qint64 batch)
{
    QList<Ranking> found;
    QSqlQuery& row = m_database.run(u"SELECT key, places, line, reason, person, at FROM ranking WHERE batch = ? ORDER BY key"_s, {batch});
    while (row.next())
        found << rankingFrom(row);
    return found;
}

Ranking BatchStore::ranking(qint64 batch)
{
    QSqlQuery& row = m_database.run(u"SELECT key, places, line, reason, person, at FROM ranking WHERE batch = ? ORDER BY key DESC LIMIT 1"_s, {batch});
    const Ranking found = row.next() ? rankingFrom(row) : Ranking{};
    row.finish();
    return found;
}

qint64 BatchStore::rank(qint64 batch, const Ranking& ranking)
{
    Q_ASSERT(QSet<QUuid>(ranking.order.begin(), ranking.order.end()).size() == ranking.order.size());
    Q_ASSERT(ranking.line >= 0 && ranking.line <= ranking.order.size());
    if (ranking.reason.trimmed().isEmpty() && decision(batch))
        throw Error(ErrorCode::Usage,
                    text(u"排序已由会议决定锁定。确需改动时请写明理由，理由会留存。", u"The ranking is locked by a decision. Give a reason to change it; the reason is kept."), u"reason"_s);
    QJsonArray places;
    for (const QUuid& dossier : ranking.order)
        places.append(spelt::id(dossier));
    m_database.run(u"INSERT INTO ranking (batch, places, line, reason, person, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {batch, spelt::json(places), ranking.line, ranking.reason.trimmed(), ranking.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    committed();
    return key;
}

QList<Decision> BatchStore::decisions(qint64 batch)
{
    QList<Decision> found;
    QSqlQuery& row = m_database.run(u"SELECT key, ranking, meeting, day, number, person, at FROM decision WHERE batch = ? ORDER BY key"_s, {batch});
    while (row.next()) {
        Decision each;
        RowReading(row).all(each.key, each.ranking, each.meeting, each.day, each.number, each.person, each.at);
        found << each;
    }
    return found;
}

std::optional<Decision> BatchStore::decision(qint64 batch)
{
    const QList<Decision> all = decisions(batch);
    return all.isEmpty() ? std::nullopt : std::optional(all.last());
}

qint64 BatchStore::decide(qint64 batch, const Decision& decision)
{
    const Ranking decided = ranking(batch);
    if (decided.key == 0)
        throw Error(ErrorCode::Usage, text(u"还没有排序，不能登记会议决定。请先排序。", u"There is no ranking yet, so there is nothing to decide. Rank first."), u"decision"_s);
    m_database.run(u"INSERT INTO decision (batch, ranking, meeting, day, number, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {batch, decided.key, decision.meeting, spelt::day(decision.day), decision.number, decision.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    committed();
    return key;
}

} // namespace jz
