// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/dossier_store.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array occasions{"submit", "finalise", "sign", "send", "copy", "receive", "read"};

const QString entryColumns = u"key, id, call, revision, state, title, applicant, progress, steps, changed, "
                              "(SELECT via FROM step WHERE step.dossier = dossier.key AND number = 1)"_s;

DossierEntry entryFrom(const QSqlQuery& row)
{
    DossierEntry entry;
    entry.key = row.value(0).toLongLong();
    entry.id = QUuid::fromString(row.value(1).toString());
    entry.callId = row.value(2).toString();
    entry.revision = row.value(3).toInt();
    entry.state = stateFromName(row.value(4).toString()).value_or(DossierState::Draft);
    entry.summary = {row.value(5).toString(), row.value(6).toString(), row.value(7).toInt()};
    entry.steps = row.value(8).toInt();
    entry.changed = QDateTime::fromString(row.value(9).toString(), Qt::ISODateWithMs);
    entry.origin = row.value(10).toString();
    return entry;
}

KeptRevision revisionFrom(const QSqlQuery& row)
{
    KeptRevision revision;
    revision.revision = row.value(0).toInt();
    for (size_t i = 0; i < occasions.size(); ++i)
        if (row.value(1).toString() == QLatin1StringView(occasions.at(i)))
            revision.occasion = KeptRevision::Occasion(i);
    revision.fingerprint = row.value(2).toByteArray();
    revision.data = row.value(3).toByteArray();
    revision.paper = row.value(4).toByteArray();
    revision.step = row.value(5).toInt();
    revision.at = QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs);
    return revision;
}

/// Every SHA-256 spelled in a text, as values of "sha256" members are.
void addHashes(const QString& text, QSet<QByteArray>& found)
{
    static const QRegularExpression hash(u"[0-9a-f]{64}"_s);
    for (auto match = hash.globalMatch(text); match.hasNext();)
        found.insert(QByteArray::fromHex(match.next().captured().toLatin1()));
}

} // namespace

QString occasionName(KeptRevision::Occasion occasion)
{
    return QString::fromLatin1(occasions.at(size_t(occasion)));
}

QList<DossierEntry> DossierStore::list(const QString& search)
{
    if (!search.isEmpty())
        refreshSearch();
    const QString all = u"SELECT "_s + entryColumns + u" FROM dossier";
    QSqlQuery& row = search.isEmpty()
                         ? m_database.run(all + u" ORDER BY changed DESC, key DESC")
                         : m_database.run(all + u" WHERE key IN (SELECT dossier FROM search WHERE instr(text, ?) > 0) ORDER BY changed DESC, key DESC",
                                          {searchWord(search)});
    QList<DossierEntry> entries;
    while (row.next())
        entries.append(entryFrom(row));
    return entries;
}

void DossierStore::refreshSearch()
{
    QList<std::pair<qint64, int>> outdated;
    QSqlQuery& row = m_database.run(u"SELECT key, steps FROM dossier LEFT JOIN search ON dossier = key WHERE step IS NOT steps"_s);
    while (row.next())
        outdated.append({row.value(0).toLongLong(), row.value(1).toInt()});
    if (outdated.isEmpty())
        return;
    Transaction transaction(m_database);
    for (const auto& [key, steps] : std::as_const(outdated)) {
        const QString titles = m_database.value(u"SELECT title || char(10) || applicant FROM dossier WHERE key = ?"_s, {key}).toString();
        m_database.run(u"INSERT OR REPLACE INTO search (dossier, step, text) VALUES (?, ?, ?)"_s,
                       {key, steps, QString(searchWord(titles) + u'\n' + searchText(journal(key)->at(steps)))});
    }
    transaction.commit();
}

std::optional<DossierEntry> DossierStore::find(const QUuid& id)
{
    QSqlQuery& row = m_database.run(u"SELECT "_s + entryColumns + u" FROM dossier WHERE id = ?", {id.toString(QUuid::WithoutBraces)});
    const std::optional<DossierEntry> entry = row.next() ? std::optional(entryFrom(row)) : std::nullopt;
    row.finish();
    return entry;
}

QList<DossierEntry> DossierStore::startingWith(const QString& beginning)
{
    QList<DossierEntry> entries;
    QSqlQuery& row = m_database.run(u"SELECT "_s + entryColumns + u" FROM dossier WHERE instr(id, ?) = 1 ORDER BY key", {beginning.toLower()});
    while (row.next())
        entries.append(entryFrom(row));
    return entries;
}

std::unique_ptr<DossierJournal> DossierStore::journal(qint64 key)
{
    return std::make_unique<DossierJournal>(m_database, key, m_committed);
}

DossierEntry DossierStore::create(const Dossier& dossier, const DossierSummary& summary, qint64 person, const QString& via)
{
    if (find(dossier.id))
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"资料库中已有编号为 %1 的申报书，没有重复建立。请打开原有的一份，或用 dossier merge 合并。"_s,
                                  u"The workspace has a dossier of the id %1 already; it was not made twice. Open that one or merge "
                                  "with dossier merge."_s}
                        .arg(dossier.id.toString(QUuid::WithoutBraces)),
                    dossier.id.toString(QUuid::WithoutBraces));
    Step step;
    step.number = 1;
    step.revision = dossier.revision;
    step.kind = StepKind::Create;
    step.person = person;
    step.via = via;
    step.at = QDateTime::currentDateTimeUtc();
    step.changes = changesBetween(Dossier(), dossier);
    if (!dossier.parent.isEmpty())
        step.detail.insert("parent"_L1, QString::fromLatin1(dossier.parent.toHex()));
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO dossier (id, call, call_version, form_hash, revision, parent, state, title, applicant, progress, changed) "
                   "VALUES (?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)"_s,
                   {dossier.id.toString(QUuid::WithoutBraces), dossier.callId, dossier.callVersion, dossier.formHash,
                    dossier.revision, dossier.parent, summary.title,
                    summary.applicant, summary.progress, step.at.toString(Qt::ISODateWithMs)});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    journal(key)->insert(step);
    transaction.commit();
    m_committed();
    return *find(dossier.id);
}

void DossierStore::setSummary(qint64 key, const DossierSummary& summary)
{
    m_database.run(u"UPDATE dossier SET title = ?, applicant = ?, progress = ? WHERE key = ?"_s,
                   {summary.title, summary.applicant,
                    summary.progress, key});
    m_committed();
}

void DossierStore::keep(qint64 key, const KeptRevision& revision)
{
    Q_ASSERT(sha256(revision.data) == revision.fingerprint);
    m_database.run(u"INSERT INTO revision (dossier, revision, occasion, fingerprint, data, paper, step, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {key, revision.revision, occasionName(revision.occasion), revision.fingerprint, revision.data, revision.paper,
                    revision.step, revision.at.toUTC().toString(Qt::ISODateWithMs)});
    m_committed();
}

QList<KeptRevision> DossierStore::revisions(qint64 key)
{
    QList<KeptRevision> kept;
    QSqlQuery& row = m_database.run(u"SELECT revision, occasion, fingerprint, data, paper, step, at FROM revision WHERE dossier = ? ORDER BY key"_s, {key});
    while (row.next())
        kept.append(revisionFrom(row));
    return kept;
}

std::optional<KeptRevision> DossierStore::revisionOf(qint64 key, const QByteArray& fingerprint)
{
    QSqlQuery& row = m_database.run(u"SELECT revision, occasion, fingerprint, data, paper, step, at FROM revision WHERE dossier = ? AND fingerprint = ? ORDER BY key DESC LIMIT 1"_s,
                                    {key, fingerprint});
    const std::optional<KeptRevision> kept = row.next() ? std::optional(revisionFrom(row)) : std::nullopt;
    row.finish();
    return kept;
}

QSet<QByteArray> DossierStore::objectsNamed()
{
    QSet<QByteArray> named;
    QSqlQuery& change = m_database.run(u"SELECT was, now FROM change WHERE part = 1"_s);
    while (change.next()) {
        addHashes(change.value(0).toString(), named);
        addHashes(change.value(1).toString(), named);
    }
    QSqlQuery& revision = m_database.run(u"SELECT paper, data FROM revision"_s);
    while (revision.next()) {
        named.insert(revision.value(0).toByteArray());
        const QJsonArray files = QJsonDocument::fromJson(revision.value(1).toByteArray())["attachments"_L1].toArray();
        for (const QJsonValue& file : files)
            addHashes(file["sha256"_L1].toString(), named);
    }
    QSqlQuery& papers = m_database.run(u"SELECT paper FROM participants UNION SELECT paper FROM record UNION SELECT paper FROM candidate UNION "
                                       "SELECT paper FROM candidate_paper UNION SELECT before FROM endorsement UNION SELECT paper FROM endorsement UNION "
                                       "SELECT paper FROM supplement UNION SELECT bundle FROM intake UNION SELECT paper FROM intake UNION SELECT paper FROM submission UNION "
                                       "SELECT paper FROM score_sheet UNION SELECT photo FROM typed_sheet"_s);
    while (papers.next())
        named.insert(papers.value(0).toByteArray());
    QSqlQuery& endorsed = m_database.run(u"SELECT endorsed FROM submission"_s);
    while (endorsed.next()) {
        const QJsonArray signatures = QJsonDocument::fromJson(endorsed.value(0).toByteArray()).array();
        for (const QJsonValue& signature : signatures)
            if (signature["found"_L1].toBool())
                addHashes(signature["sha256"_L1].toString(), named);
    }
    named.remove({});
    return named;
}

} // namespace jz
