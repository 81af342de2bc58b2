// SPDX-License-Identifier: Apache-2.0
#include "model/base/output_file.h"

#include "model/base/error.h"

namespace jz {

using namespace Qt::StringLiterals;

OutputFile::OutputFile(const QString& path) : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly))
        fail();
}

void OutputFile::write(const QByteArray& bytes)
{
    write(bytes.constData(), bytes.size());
}

void OutputFile::write(const char* data, qint64 size)
{
    if (m_file.write(data, size) != size)
        fail();
    m_size += size;
}

void OutputFile::commit()
{
    if (!m_file.commit())
        fail();
}

void OutputFile::fail() const
{
    throw Error(ErrorCode::NotWritable,
                LocalizedText{u"无法写入“%1”。请检查该文件夹是否存在、是否可写、磁盘是否已满，或换一个位置。"
                              "原有文件没有改动。"_s,
                              u"“%1” cannot be written. Check that the folder exists and is writable and that the "
                              "disk is not full, or choose another place. What was there before is unchanged."_s}
                    .arg(m_file.fileName()),
                m_file.fileName(), m_file.errorString());
}

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    OutputFile file(path);
    file.write(bytes);
    file.commit();
}

} // namespace jz
