// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <memory>

namespace jz {

/// What a file is written for.
enum class FileUse {
    Keep,    ///< for somebody: on the disk when commit() returns
    Scratch, ///< for this process alone: nobody looks for it after a power cut, so the disk is not waited for
};

/// A file that appears whole or not at all: written beside its place, then renamed over it. Until commit()
/// a file of that name stays as it was; without commit() the half-written one vanishes. A scratch file is written
/// in its place, where nothing may stand yet, and vanishes likewise.
///
/// Every failure is Error NotWritable naming the path. Not thread-safe.
class OutputFile
{
public:
    explicit OutputFile(const QString& path, FileUse use = FileUse::Keep);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(const QByteArray& bytes);
    void write(const char* data, qint64 size);
    /// Position after the last byte written.
    qint64 size() const { return m_size; }
    /// The device itself, for libraries that write to one. Its position is the caller's to keep right.
    QFileDevice& device() { return *m_file; }
    void commit();

private:
    [[noreturn]] void fail() const;

    std::unique_ptr<QFileDevice> m_file; ///< a QSaveFile, for scratch a QFile
    qint64 m_size = 0;
    bool m_committed = false;
};

/// Writes `bytes` to `path` whole or not at all. Throws Error NotWritable.
void writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace jz
