// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace jz {

/// Bytes that can be read from any place, so that a file of 200 MB need not be in memory to be examined.
class ByteSource
{
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0;
    /// What errors call it: the path of the file.
    virtual QString name() const = 0;
    /// Reads up to `length` bytes at `offset` into `to` and returns how many there were; less than asked for
    /// only at the end. Throws Error Unreadable.
    virtual qint64 read(qint64 offset, char* to, qint64 length) const = 0;

    /// The bytes [offset, offset + length), cut where the source ends. Negative offsets give nothing.
    QByteArray bytes(qint64 offset, qint64 length) const;
};

/// A file. Its size is the one it had when it was opened. Several threads may read it at once.
class FileBytes final : public ByteSource
{
public:
    /// Throws Error NotFound or Unreadable.
    explicit FileBytes(const QString& path);
    qint64 size() const override { return m_size; }
    QString name() const override { return m_file.fileName(); }
    qint64 read(qint64 offset, char* to, qint64 length) const override;

private:
    mutable QFile m_file;
    qint64 m_size = 0;
};

/// A source followed by bytes held in memory: the file as it will be once `tail` is appended.
/// `base` and `tail` belong to the caller and outlive it.
class AppendedBytes final : public ByteSource
{
public:
    AppendedBytes(const ByteSource& base, const QByteArray& tail) : m_base(base), m_tail(tail) {}
    qint64 size() const override { return m_base.size() + m_tail.size(); }
    QString name() const override { return m_base.name(); }
    qint64 read(qint64 offset, char* to, qint64 length) const override;

private:
    const ByteSource& m_base;
    const QByteArray& m_tail;
};

/// The first `size` bytes of a source: a file as it was before later revisions were appended to it.
/// `whole` belongs to the caller and outlives it.
class LeadingBytes final : public ByteSource
{
public:
    LeadingBytes(const ByteSource& whole, qint64 size) : m_whole(whole), m_size(std::min(size, whole.size())) {}
    qint64 size() const override { return m_size; }
    QString name() const override { return m_whole.name(); }
    qint64 read(qint64 offset, char* to, qint64 length) const override
    {
        return offset < 0 || offset >= m_size ? 0 : m_whole.read(offset, to, std::min(length, m_size - offset));
    }

private:
    const ByteSource& m_whole;
    qint64 m_size;
};

/// One byte at a time out of a source, quick for reading forwards. Positions are absolute.
class ByteCursor
{
public:
    explicit ByteCursor(const ByteSource& source) : m_source(source) {}
    /// The byte at `position` (0–255), -1 outside the source.
    int at(qint64 position) const
    {
        if (position < m_begin || position >= m_begin + m_window.size())
            load(position);
        const qint64 index = position - m_begin;
        return index >= 0 && index < m_window.size() ? static_cast<unsigned char>(m_window[index]) : -1;
    }
    qint64 size() const { return m_source.size(); }
    const ByteSource& source() const { return m_source; }
    /// The bytes [position, position + length), cut where the source ends.
    QByteArray bytes(qint64 position, qint64 length) const;

private:
    void load(qint64 position) const;

    const ByteSource& m_source;
    mutable QByteArray m_window;
    mutable qint64 m_begin = 0;
};

} // namespace jz
