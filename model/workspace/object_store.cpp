// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/object_store.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/base/platform.h"
#include "model/base/sha256.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunk = qint64(1) << 20;

void copyInto(const QString& from, OutputFile& to)
{
    QFile source(from);
    openForReading(source);
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(chunk);
        if (bytes.isEmpty())
            throw unreadable(from, source.errorString());
        to.write(bytes);
    }
}

} // namespace

QString ObjectStore::path(const QByteArray& sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return m_folder + u'/' + name.left(2) + u'/' + name.mid(2);
}

bool ObjectStore::has(const QByteArray& sha256) const
{
    return !sha256.isEmpty() && QFileInfo(path(sha256)).isFile();
}

bool ObjectStore::isSound(const QByteArray& sha256) const
{
    try {
        return has(sha256) && sha256OfFile(path(sha256)) == sha256;
    } catch (const Error&) {
        return false;
    }
}

QByteArray ObjectStore::add(const QString& file)
{
    const QByteArray hash = sha256OfFile(file);
    const QString target = path(hash);
    if (QFileInfo(target).size() == QFileInfo(file).size() && isSound(hash))
        return hash;
    const QString folder = QFileInfo(target).absolutePath();
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法在资料库中建立文件夹“%1”。请检查磁盘是否已满、资料库是否可写；原有内容没有改动。"_s,
                                  u"The folder “%1” cannot be made in the workspace. Check that the disk is not full and the "
                                  "workspace is writable; nothing was changed."_s}
                        .arg(folder),
                    folder);
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    OutputFile copy(target);
    copyInto(file, copy);
    copy.commit();
    if (sha256OfFile(target) != hash) {
        QFile::remove(target);
        throw Error(ErrorCode::Unreadable,
                    LocalizedText{u"“%1”在读取时发生了变化，没有收入。请关闭正在修改它的程序后再试。"_s,
                                  u"“%1” changed while it was read and was not taken in. Close the program that is writing it and "
                                  "try again."_s}
                        .arg(file),
                    file);
    }
    QFile::setPermissions(target, QFile::ReadOwner | QFile::ReadGroup);
    flushToDisk(folder);
    return hash;
}

QSet<QByteArray> ObjectStore::all() const
{
    QSet<QByteArray> found;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QByteArray hash =
            QByteArray::fromHex((QFileInfo(files.fileInfo().absolutePath()).fileName() + files.fileName()).toLatin1());
        if (hash.size() == 32 && path(hash) == files.filePath())
            found.insert(hash);
    }
    return found;
}

qint64 ObjectStore::cleanUp(const QSet<QByteArray>& kept)
{
    qint64 freed = 0;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QByteArray hash =
            QByteArray::fromHex((QFileInfo(files.fileInfo().absolutePath()).fileName() + files.fileName()).toLatin1());
        if (hash.size() == 32 && path(hash) == files.filePath() && kept.contains(hash))
            continue;
        const qint64 size = files.fileInfo().size();
        QFile::setPermissions(files.filePath(), QFile::ReadOwner | QFile::WriteOwner);
        if (QFile::remove(files.filePath()))
            freed += size;
    }
    return freed;
}

} // namespace jz
