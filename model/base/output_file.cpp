// SPDX-License-Identifier: Apache-2.0
#include "model/base/output_file.h"

#include "model/base/error.h"

#include <QSaveFile>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QFileDevice> deviceFor(const QString& path, FileUse use)
{
    if (use == FileUse::Scratch)
        return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

} // namespace

OutputFile::OutputFile(const QString& path, FileUse use) : m_file(deviceFor(path, use))
{
    if (!m_file->open(QIODevice::WriteOnly))
        fail();
}

OutputFile::~OutputFile()
{
    if (auto* const scratch = qobject_cast<QFile*>(m_file.get()); scratch && scratch->isOpen() && !m_committed)
        scratch->remove();
}

void OutputFile::write(const QByteArray& bytes)
{
    write(bytes.constData(), bytes.size());
}

void OutputFile::write(const char* data, qint64 size)
{
    if (m_file->write(data, size) != size)
        fail();
    m_size += size;
}

void OutputFile::commit()
{
    if (auto* const file = qobject_cast<QSaveFile*>(m_file.get()))
        m_committed = file->commit();
    else if (m_file->flush()) {
        m_committed = true;
        m_file->close();
    }
    if (!m_committed)
        fail();
}

void OutputFile::fail() const
{
    throw Error(ErrorCode::NotWritable,
                LocalizedText{u"无法写入“%1”。请检查该文件夹是否存在、是否可写、磁盘是否已满，或换一个位置。"
                              "原有文件没有改动。"_s,
                              u"“%1” cannot be written. Check that the folder exists and is writable and that the "
                              "disk is not full, or choose another place. What was there before is unchanged."_s}
                    .arg(m_file->fileName()),
                m_file->fileName(), m_file->errorString());
}

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    OutputFile file(path);
    file.write(bytes);
    file.commit();
}

} // namespace jz
