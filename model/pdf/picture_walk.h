// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/output_file.h"
#include "model/pdf/damaged_picture.h"

#include <QFile>

namespace jz {

/// What the walks through pictures have in common that read a file from its beginning to its end and copy what is kept.
/// Both files belong to the caller and outlive the walk.
class PictureWalk
{
protected:
    PictureWalk(QFile& in, OutputFile* out) : m_in(in), m_out(out) { m_in.seek(0); }
    ~PictureWalk() = default;

    /// Throws Error Malformed; `detail` is for the log.
    [[noreturn]] void fail(const QString& detail) const { throw damagedPicture(m_in.fileName(), detail); }

    /// Exactly so many bytes; fails when there are fewer.
    QByteArray read(qint64 count)
    {
        const QByteArray bytes = m_in.read(count);
        if (bytes.size() != count)
            fail(QStringLiteral("ends too early"));
        return bytes;
    }

    /// Nothing when the file is only looked at.
    void write(const QByteArray& bytes)
    {
        if (m_out)
            m_out->write(bytes);
    }

    QByteArray copied(qint64 count)
    {
        const QByteArray bytes = read(count);
        write(bytes);
        return bytes;
    }

    QFile& m_in;
    OutputFile* m_out;
};

} // namespace jz
