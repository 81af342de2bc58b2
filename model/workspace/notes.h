// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/change.h"
#include "model/workspace/database.h"

#include <QDate>
#include <QDateTime>

namespace jz {

/// A remark on a place of a dossier, or a thing to be done there. Stays in the workspace: no paper carries it.
struct Note
{
    qint64 key = 0;   ///< 0 until it is kept
    Address place;    ///< the field empty: the dossier as a whole
    QString text;
    bool todo = false;///< something is to be brought or done
    QString who;      ///< by whom; empty for nobody
    QDate due;        ///< invalid for none
    bool done = false;
    qint64 person = 0;///< key of the operator who wrote it
    QDateTime at;     ///< UTC, of the last change
};

/// The notes and to-dos on the dossiers of a workspace.
class Notes
{
public:
    explicit Notes(Database& database) : m_database(database) {}

    /// Open to-dos first, by date; then the rest, oldest first.
    QList<Note> of(qint64 dossier);
    /// Keeps a new note (key 0) or the new words of one; returns its key.
    qint64 keep(qint64 dossier, const Note& note);
    void remove(qint64 key);

private:
    Database& m_database;
};

/// What a unit fills in the same way in every dossier (单位资料): values by field id.
struct UnitProfile
{
    QString name;
    QString callId;
    QJsonObject values;
};

/// The unit profiles of a workspace, by name.
class UnitProfiles
{
public:
    explicit UnitProfiles(Database& database) : m_database(database) {}

    QList<UnitProfile> all();
    std::optional<UnitProfile> byName(const QString& name);
    /// Keeps the profile; one of that name is replaced.
    void keep(const UnitProfile& profile);
    void remove(const QString& name);

private:
    Database& m_database;
};

} // namespace jz
