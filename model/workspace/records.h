// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace jz {

/// Something that happened to a dossier outside of the program and was written down (登记): to whom a draft was sent, that the first look
/// was passed, who signed. It lies beside the dossier: no paper carries it.
struct Record
{
    qint64 key = 0;      ///< 0 until it is kept
    int revision = 1;    ///< of the dossier at that time
    QString kind;        ///< stable name, see model/procedure/office_route.h
    QString who;         ///< who did or said it, or to whom it went
    QDate day;           ///< when it happened
    QJsonObject detail;  ///< what else is to be known, by kind
    QByteArray paper;    ///< SHA-256 of a file in the object store; empty for none
    qint64 person = 0;   ///< key of the operator who wrote it down
    QDateTime at;        ///< UTC, when that was
};

/// The records of a workspace. Nothing written down is ever changed or removed; what was wrong is written down anew, and the last
/// one of a kind counts.
class Records
{
public:
    Records(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// All of a dossier, in the order in which they were written down.
    QList<Record> of(qint64 dossier);
    /// The last one of a kind.
    std::optional<Record> last(qint64 dossier, const QString& kind);
    /// The last one of a kind that was written down of any dossier.
    std::optional<Record> lastOfAny(const QString& kind);
    /// Writes one down (`key` and `at` are not read); returns its key. Throws Error.
    qint64 add(qint64 dossier, const Record& record);

private:
    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
