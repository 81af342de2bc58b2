// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_files.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <stdexcept>

namespace jz::test {

QString dataFile(const QString& name)
{
    return QStringLiteral(JUANZONG_SOURCE_DIR "/tests/data/") + name;
}

QString sharedFolder(const QString& name)
{
    const QString path = QDir::cleanPath(QStringLiteral(JUANZONG_SOURCE_DIR "/../shared/") + name);
    return QDir(path).exists() ? path : QString();
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    return file.readAll();
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("cannot write " + path.toStdString());
}

ScratchFolder::ScratchFolder() : m_folder(QDir::tempPath() + QStringLiteral("/jz 测试-XXXXXX"))
{
    if (!m_folder.isValid())
        throw std::runtime_error("cannot make a temporary folder");
}

QString ScratchFolder::path() const
{
    return m_folder.path();
}

QString ScratchFolder::file(const QString& name) const
{
    return m_folder.filePath(name);
}

ProcessResult run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(300'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace jz::test
