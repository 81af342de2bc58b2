// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace jz::test {

/// Path of a file in tests/data.
QString dataFile(const QString& name);

/// The folder of third-party signed PDFs beside the checkout; empty when it is not there.
QString sharedFolder(const QString& name);

QByteArray readFile(const QString& path);
void writeFile(const QString& path, const QByteArray& bytes);

/// A temporary folder whose name has a blank and Chinese characters in it, as users' folders do.
class ScratchFolder
{
public:
    ScratchFolder();
    QString path() const;
    QString file(const QString& name) const;

private:
    QTemporaryDir m_folder;
};

struct ProcessResult
{
    int exitCode = -1; ///< -1 when the program could not be started or crashed
    QByteArray out;
    QByteArray err;
};

/// Runs a program to its end (at most five minutes). Used for the independent judges (pdfsig, qpdf, …).
ProcessResult run(const QString& program, const QStringList& arguments, const QByteArray& input = {});

} // namespace jz::test
