// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/dossier_journal.h"

#include "model/base/json_file.h"
#include "model/dossier/dossier_json.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// A value as JSON text; nothing is the empty text. JSON documents are objects or arrays, so a value is wrapped.
QString written(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return u""_s;
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QJsonValue read(const QString& text)
{
    if (text.isEmpty())
        return {};
    return QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().first();
}

Change changeFrom(const QSqlQuery& row, int first)
{
    return {{Address::Part(row.value(first).toInt()), row.value(first + 1).toString(), row.value(first + 2).toString(),
             row.value(first + 3).toString()},
            read(row.value(first + 4).toString()),
            read(row.value(first + 5).toString())};
}

/// The columns number, revision, kind, undoes, person, via, at, detail.
Step stepFrom(const QSqlQuery& row)
{
    Step step;
    step.number = row.value(0).toInt();
    step.revision = row.value(1).toInt();
    step.kind = stepFromName(row.value(2).toString()).value_or(StepKind::Edit);
    step.undoes = row.value(3).toInt();
    step.person = row.value(4).toLongLong();
    step.via = row.value(5).toString();
    step.at = QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs);
    step.detail = QJsonDocument::fromJson(row.value(7).toString().toUtf8()).object();
    return step;
}

[[noreturn]] void broken(const Database& database, int step)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"资料库“%1”的操作记录在第 %2 步不连贯。请运行 workspace check 查看，再用 workspace restore 从备份恢复。"_s,
                              u"The journal in the workspace “%1” does not fit together at step %2. Run workspace check and restore a "
                              "backup with workspace restore."_s}
                    .arg(database.path(), QString::number(step)),
                database.path());
}

void refuseWhenGone(const QString& path)
{
    // SQLite goes on writing to a file whose folder was removed, and nobody would find those bytes again.
    if (!QFileInfo::exists(path))
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"资料库“%1”不见了（文件夹已移走，或 U 盘、网络盘已断开）。刚才的修改还没有保存，仍在窗口中；请恢复"
                                  "原位置，或把资料另存到别处。"_s,
                                  u"The workspace “%1” is gone (folder moved, or stick or network drive removed). What was edited just "
                                  "now is not saved yet and still in the window: bring the folder back or save a copy elsewhere."_s}
                        .arg(path),
                    path);
}

void follow(Dossier& dossier, const Step& step)
{
    dossier.revision = step.revision;
    if (step.kind == StepKind::Revise || step.kind == StepKind::Create || step.kind == StepKind::Receive)
        if (step.detail.contains("parent"_L1))
            dossier.parent = QByteArray::fromHex(step.detail.value("parent"_L1).toString().toLatin1());
}

} // namespace

DossierJournal::DossierJournal(Database& database, qint64 dossier, std::function<void()> committed)
    : m_database(database), m_dossier(dossier), m_committed(std::move(committed))
{
}

void DossierJournal::append(const Step& step)
{
    refuseWhenGone(m_database.path());
    Transaction transaction(m_database);
    insert(step);
    transaction.commit();
    m_committed();
}

void DossierJournal::insert(const Step& step)
{
    const QString at = step.at.toUTC().toString(Qt::ISODateWithMs);
    m_database.run(u"INSERT INTO step (dossier, number, revision, kind, undoes, person, via, at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {m_dossier, step.number, step.revision, stepName(step.kind), step.undoes, step.person, step.via, at,
                    step.detail.isEmpty() ? u""_s : QString::fromUtf8(canonicalJson(step.detail))});
    int place = 0;
    for (const Change& change : step.changes)
        m_database.run(u"INSERT INTO change (dossier, step, place, part, field, row, col, was, now) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {m_dossier, step.number, place++, int(change.address.part), change.address.field, change.address.row,
                        change.address.column, written(change.was), written(change.now)});
    if (step.kind == StepKind::Edit) {
        m_database.run(u"UPDATE dossier SET steps = ?, changed = ? WHERE key = ?"_s, {step.number, at, m_dossier});
        return;
    }
    const std::optional<DossierState> before =
        step.kind == StepKind::Create
            ? std::nullopt
            : stateFromName(m_database.value(u"SELECT state FROM dossier WHERE key = ?"_s, {m_dossier}).toString());
    const DossierState state = stateAfter(before, step.kind).value_or(before.value_or(DossierState::Draft));
    Dossier after;
    after.parent = m_database.value(u"SELECT parent FROM dossier WHERE key = ?"_s, {m_dossier}).toByteArray();
    follow(after, step);
    m_database.run(u"UPDATE dossier SET steps = ?, changed = ?, revision = ?, state = ?, parent = ? WHERE key = ?"_s,
                   {step.number, at, step.revision, stateName(state), after.parent,
                    m_dossier});
}

void DossierJournal::grow(int step, const Change& change)
{
    refuseWhenGone(m_database.path());
    Transaction transaction(m_database);
    m_database.run(u"UPDATE change SET now = ? WHERE dossier = ? AND step = ? AND place = 0"_s,
                   {written(change.now), m_dossier, step});
    // One that was taken when the step was shorter would hide what it has grown to.
    m_database.run(u"DELETE FROM snapshot WHERE dossier = ? AND step >= ?"_s, {m_dossier, step});
    transaction.commit();
    m_committed();
}

Changes DossierJournal::changesOf(int step) const
{
    Changes changes;
    QSqlQuery& row = m_database.run(u"SELECT part, field, row, col, was, now FROM change WHERE dossier = ? AND step = ? ORDER BY place"_s,
                                    {m_dossier, step});
    while (row.next())
        changes.append(changeFrom(row, 0));
    return changes;
}

void DossierJournal::keepSnapshot(int step, const Dossier& dossier)
{
    Transaction transaction(m_database);
    m_database.run(u"INSERT OR REPLACE INTO snapshot (dossier, step, data) VALUES (?, ?, ?)"_s,
                   {m_dossier, step, dossierJson(dossier)});
    // Those of state steps stay, and one more in case the newest is damaged.
    m_database.run(u"DELETE FROM snapshot WHERE dossier = ? AND step < (SELECT max(step) FROM snapshot AS newer WHERE "
                   "newer.dossier = snapshot.dossier AND newer.step < ?) AND (SELECT kind FROM step WHERE step.dossier = "
                   "snapshot.dossier AND number = snapshot.step) = 'edit'"_s,
                   {m_dossier, step});
    transaction.commit();
    m_committed();
}

Dossier DossierJournal::begin() const
{
    QSqlQuery& row = m_database.run(u"SELECT id, call, call_version, form_hash FROM dossier WHERE key = ?"_s, {m_dossier});
    if (!row.next())
        broken(m_database, 0);
    Dossier dossier;
    dossier.id = QUuid::fromString(row.value(0).toString());
    dossier.callId = row.value(1).toString();
    dossier.callVersion = row.value(2).toString();
    dossier.formHash = row.value(3).toByteArray();
    row.finish();
    return dossier;
}

Dossier DossierJournal::at(int last) const
{
    Dossier dossier = begin();
    int from = 1;
    QSqlQuery& row = m_database.run(u"SELECT step, data FROM snapshot WHERE dossier = ? AND step <= ? ORDER BY step DESC LIMIT 1"_s,
                                    {m_dossier, last});
    if (row.next()) {
        from = row.value(0).toInt() + 1;
        dossier = parseDossierJson(row.value(1).toByteArray(), m_database.path());
    }
    row.finish();
    const QList<Step> later = from > last ? QList<Step>() : steps(from, last - from + 1);
    for (const Step& step : later) {
        follow(dossier, step);
        for (const Change& change : step.changes)
            if (!applyChange(dossier, change))
                broken(m_database, step.number);
    }
    return dossier;
}

StoredDossier DossierJournal::load() const
{
    StoredDossier stored;
    QSqlQuery& facts = m_database.run(u"SELECT steps, state, (SELECT max(step) FROM snapshot WHERE dossier = key) FROM dossier WHERE key = ?"_s,
                                      {m_dossier});
    if (!facts.next())
        broken(m_database, 0);
    stored.steps = facts.value(0).toInt();
    stored.state = stateFromName(facts.value(1).toString()).value_or(DossierState::Draft);
    stored.snapshot = facts.value(2).toInt();
    facts.finish();
    stored.dossier = at(stored.steps);
    QSqlQuery& row = m_database.run(u"SELECT number, undoes FROM step WHERE dossier = ? AND kind = 'edit' AND number > "
                                    "(SELECT ifnull(max(number), 0) FROM step WHERE dossier = ? AND kind <> 'edit') ORDER BY number"_s,
                                    {m_dossier, m_dossier});
    while (row.next())
        stored.undo.follow(row.value(0).toInt(), row.value(1).toInt());
    return stored;
}

QList<Step> DossierJournal::steps(int first, int most) const
{
    QList<Step> steps;
    QSqlQuery& row = m_database.run(u"SELECT number, revision, kind, undoes, person, via, at, detail FROM step WHERE dossier = ? AND number >= ? ORDER BY number LIMIT ?"_s,
                                    {m_dossier, first, most});
    while (row.next())
        steps.append(stepFrom(row));
    if (steps.isEmpty())
        return steps;
    QSqlQuery& change = m_database.run(u"SELECT step, part, field, row, col, was, now FROM change WHERE dossier = ? AND step BETWEEN ? AND ? ORDER BY step, place"_s,
                                       {m_dossier, first, steps.last().number});
    auto step = steps.begin();
    while (change.next()) {
        while (step != steps.end() && step->number < change.value(0).toInt())
            ++step;
        if (step != steps.end() && step->number == change.value(0).toInt())
            step->changes.append(changeFrom(change, 1));
    }
    return steps;
}

QList<Step> DossierJournal::history(const Address& place) const
{
    QList<Step> found;
    QSqlQuery& row = m_database.run(
        u"SELECT number, revision, kind, undoes, person, via, at, detail, part, field, row, col, was, now FROM change JOIN step ON "
        "step.dossier = change.dossier AND number = step WHERE change.dossier = ? AND field = ? AND part = ? AND ? IN ('', row) AND (? IN ('', col) OR col = '') "
        "ORDER BY number, place"_s,
        {m_dossier, place.field, int(place.part), place.row, place.column});
    while (row.next()) {
        Step step = stepFrom(row);
        step.changes = {changeFrom(row, 8)};
        found.append(step);
    }
    return found;
}

} // namespace jz
