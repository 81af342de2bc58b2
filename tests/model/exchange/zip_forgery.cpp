// SPDX-License-Identifier: Apache-2.0
#include "tests/model/exchange/zip_forgery.h"

#include <QDataStream>
#include <QIODevice>

namespace jz::test {

namespace {

quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= quint32(uchar(byte));
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

/// What local and central header share (APPNOTE 4.3.7): from "version needed" to the lengths of name and extra field.
void putFacts(QDataStream& out, const ForgedEntry& entry)
{
    out << quint16(20) << entry.flags << entry.method << quint16(0) << quint16(0x21) << entry.crc.value_or(crc32(entry.content))
        << quint32(entry.content.size()) << entry.statedSize.value_or(quint32(entry.content.size())) << quint16(entry.name.size()) << quint16(0);
}

void putRaw(QDataStream& out, const QByteArray& bytes)
{
    out.writeRawData(bytes.constData(), int(bytes.size()));
}

} // namespace

QByteArray forgedZip(const QList<ForgedEntry>& entries)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    QList<quint32> offsets;
    for (const ForgedEntry& entry : entries) {
        offsets << quint32(bytes.size());
        putRaw(out, "PK\3\4");
        putFacts(out, entry);
        putRaw(out, entry.name);
        putRaw(out, entry.content);
    }
    const quint32 directory = quint32(bytes.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        putRaw(out, "PK\1\2");
        out << quint16((3 << 8) | 20);
        putFacts(out, entries.at(i));
        out << quint16(0) << quint16(0) << quint16(0) << quint32(entries.at(i).unixMode << 16) << offsets.at(i);
        putRaw(out, entries.at(i).name);
    }
    const quint32 size = quint32(bytes.size()) - directory;
    putRaw(out, "PK\5\6");
    out << quint16(0) << quint16(0) << quint16(entries.size()) << quint16(entries.size()) << size << directory << quint16(0);
    return bytes;
}

} // namespace jz::test
