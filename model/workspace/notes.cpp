// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/notes.h"

#include "model/base/json_file.h"

#include <QJsonDocument>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

UnitProfile profileFrom(const QSqlQuery& row)
{
    return {row.value(0).toString(), row.value(1).toString(),
            QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object()};
}

} // namespace

QList<Note> Notes::of(qint64 dossier)
{
    QList<Note> notes;
    QSqlQuery& row = m_database.run(u"SELECT key, part, field, row, text, todo, who, due, done, person, at FROM note WHERE dossier = ? "
                                    "ORDER BY todo AND NOT done DESC, CASE WHEN due = '' THEN '9' ELSE due END, key"_s,
                                    {dossier});
    while (row.next()) {
        Note note;
        note.key = row.value(0).toLongLong();
        note.place = {Address::Part(row.value(1).toInt()), row.value(2).toString(), row.value(3).toString(), {}};
        note.text = row.value(4).toString();
        note.todo = row.value(5).toBool();
        note.who = row.value(6).toString();
        note.due = QDate::fromString(row.value(7).toString(), Qt::ISODate);
        note.done = row.value(8).toBool();
        note.person = row.value(9).toLongLong();
        note.at = QDateTime::fromString(row.value(10).toString(), Qt::ISODateWithMs);
        notes.append(note);
    }
    return notes;
}

qint64 Notes::keep(qint64 dossier, const Note& note)
{
    const QVariant key = note.key ? QVariant(note.key) : QVariant(QMetaType::fromType<qint64>());
    m_database.run(u"INSERT OR REPLACE INTO note (key, dossier, part, field, row, text, todo, who, due, done, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {key, dossier, int(note.place.part), note.place.field, note.place.row, note.text, int(note.todo),
                    note.who, note.due.toString(Qt::ISODate), int(note.done), note.person, now()});
    return note.key ? note.key : m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
}

void Notes::remove(qint64 key)
{
    m_database.run(u"DELETE FROM note WHERE key = ?"_s, {key});
}

QList<UnitProfile> UnitProfiles::all()
{
    QList<UnitProfile> profiles;
    QSqlQuery& row = m_database.run(u"SELECT name, call, \"values\" FROM profile ORDER BY name"_s);
    while (row.next())
        profiles.append(profileFrom(row));
    return profiles;
}

std::optional<UnitProfile> UnitProfiles::byName(const QString& name)
{
    QSqlQuery& row = m_database.run(u"SELECT name, call, \"values\" FROM profile WHERE name = ?"_s, {name});
    const std::optional<UnitProfile> profile = row.next() ? std::optional(profileFrom(row)) : std::nullopt;
    row.finish();
    return profile;
}

void UnitProfiles::keep(const UnitProfile& profile)
{
    m_database.run(u"INSERT INTO profile (name, call, \"values\", at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET call = excluded.call, \"values\" = excluded.\"values\", at = excluded.at"_s,
                   {profile.name, profile.callId, QString::fromUtf8(canonicalJson(profile.values)), now()});
}

void UnitProfiles::remove(const QString& name)
{
    m_database.run(u"DELETE FROM profile WHERE name = ?"_s, {name});
}

} // namespace jz
