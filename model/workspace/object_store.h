// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace jz {

/// Files kept by their content: `objects/ab/cdef…`, named by the SHA-256 of their bytes, read only, never changed.
/// Adding the same bytes twice keeps one file. May be used from several threads.
class ObjectStore
{
public:
    /// `folder` is made with the first object.
    explicit ObjectStore(QString folder) : m_folder(std::move(folder)) {}

    /// Takes a copy of the file in; returns its SHA-256 (32 bytes). It is on the disk when this returns. Throws Error
    /// NotFound, Unreadable (the file), NotWritable (disk full, folder gone): then the store is unchanged.
    QByteArray add(const QString& file);

    bool has(const QByteArray& sha256) const;
    /// Where the bytes lie. The file need not be there.
    QString path(const QByteArray& sha256) const;
    /// Whether the file there still has the bytes it is named by.
    bool isSound(const QByteArray& sha256) const;

    /// All objects there are.
    QSet<QByteArray> all() const;
    /// Removes what is not in `kept`, and what an interrupted add() left. Returns the bytes freed.
    qint64 cleanUp(const QSet<QByteArray>& kept);

private:
    QString m_folder;
};

} // namespace jz
