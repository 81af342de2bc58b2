// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace jz {

/// A recommending body's notice (补充通知) that an applicant took over.
struct LocalNotice
{
    qint64 key = 0;
    QString call;
    QString body;       ///< as the list of bodies has it
    int number = 1;     ///< of the body; the highest counts
    QByteArray paper;   ///< SHA-256, in the object store
    QByteArray data;    ///< supplement.json, as it was in the paper
    QString sender;     ///< of its delivery mark
    QDateTime setAside; ///< UTC, when the applicant took it off again; invalid: it counts
    qint64 person = 0;
    QDateTime at;       ///< UTC

    bool isSetAside() const { return setAside.isValid(); }
};

/// The notices of all bodies that were taken over in this workspace. Nothing is removed: what is taken off stays on record.
class NoticeStore
{
public:
    NoticeStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// All, by call, body and number.
    QList<LocalNotice> all();
    /// Those of a body, the highest number last.
    QList<LocalNotice> of(const QString& call, const QString& body);
    /// The one of a body that holds now: the highest number, unless it was taken off.
    std::optional<LocalNotice> inForce(const QString& call, const QString& body);
    /// Keeps one; in the place of another of the same number, which counts again with that. `key`, `setAside` and `at` are not read.
    void keep(const LocalNotice& notice);
    /// Takes off what was taken over.
    void setAside(qint64 key);

private:
    QList<LocalNotice> found(const QString& condition, const QVariantList& values);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
