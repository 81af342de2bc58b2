// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace jz {

/// A file that appears whole or not at all: written beside its place, then renamed over it. Until commit()
/// a file of that name stays as it was; without commit() the half-written one vanishes.
///
/// Every failure is Error NotWritable naming the path. Not thread-safe.
class OutputFile
{
public:
    explicit OutputFile(const QString& path);

    void write(const QByteArray& bytes);
    void write(const char* data, qint64 size);
    /// Position after the last byte written.
    qint64 size() const { return m_size; }
    /// The device itself, for libraries that write to one. Its position is the caller's to keep right.
    QFileDevice& device() { return m_file; }
    void commit();

private:
    [[noreturn]] void fail() const;

    QSaveFile m_file;
    qint64 m_size = 0;
};

/// Writes `bytes` to `path` whole or not at all. Throws Error NotWritable.
void writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace jz
