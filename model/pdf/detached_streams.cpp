// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/detached_streams.h"

#include "model/base/json_file.h"

#include <qpdf/QPDFWriter.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <map>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr QByteArrayView emptyStream = "/Length 0 >>\nstream\n";

Error notWritable(const QString& path, const QString& detail)
{
    return Error(ErrorCode::NotWritable,
                 LocalizedText{u"无法写入“%1”。请检查该文件夹是否可写、磁盘是否已满，或换一个位置。"_s,
                               u"“%1” cannot be written. Check that the folder is writable and that the disk is "
                               "not full, or choose another place."_s}
                     .arg(path),
                 path, detail);
}

/// The end of qpdf's chain of pipelines: a file.
class FilePipeline : public Pipeline
{
public:
    FilePipeline(QFileDevice& file, QString path) : Pipeline("file", nullptr), m_file(file), m_path(std::move(path))
    {
    }
    void write(const unsigned char* data, size_t size) override
    {
        const auto length = static_cast<qint64>(size);
        if (m_file.write(reinterpret_cast<const char*>(data), length) != length)
            throw notWritable(m_path, m_file.errorString());
    }
    void finish() override {}

private:
    QFileDevice& m_file;
    QString m_path;
};

using Offsets = std::map<int, qint64>; ///< object number -> where it begins

/// Copies the writer's file object by object and fills the empty streams on the way.
class Splicer
{
public:
    Splicer(QFileDevice& in, OutputFile& out) : m_in(in), m_out(out) { m_in.seek(0); }

    void run(const Offsets& written, const std::map<int, const DetachedStream*>& streams)
    {
        std::map<qint64, int> byOffset;
        for (const auto& [number, offset] : written)
            byOffset[offset] = number;
        const QByteArray tail = trailer();
        for (auto it = byOffset.begin(); it != byOffset.end(); ++it) {
            copyTo(it->first);
            m_moved[it->second] = m_out.size();
            const auto stream = streams.find(it->second);
            const auto next = std::next(it);
            if (stream != streams.end())
                fill(*stream->second, next == byOffset.end() ? m_xref : next->first);
        }
        copyTo(m_xref);
        writeTable(tail);
    }

private:
    /// What follows the table: from `trailer` up to `startxref`. Finds the table's place on the way.
    QByteArray trailer()
    {
        const qint64 end = m_in.size();
        m_in.seek(std::max<qint64>(0, end - 64));
        const QByteArray last = m_in.readAll();
        const qsizetype mark = last.lastIndexOf("startxref\n");
        m_xref = last.mid(mark + 10, last.indexOf('\n', mark + 10) - mark - 10).toLongLong();
        m_in.seek(m_xref);
        const QByteArray table = m_in.readAll();
        const qsizetype from = table.indexOf("trailer ");
        Q_ASSERT(mark >= 0 && from >= 0 && table.startsWith("xref\n"));
        m_in.seek(0);
        return table.mid(from, table.lastIndexOf("startxref\n") - from);
    }

    void copyTo(qint64 offset)
    {
        while (m_in.pos() < offset) {
            const QByteArray piece = m_in.read(std::min(pieceSize, offset - m_in.pos()));
            if (piece.isEmpty())
                throw notWritable(m_in.fileName(), m_in.errorString());
            m_out.write(piece);
        }
    }

    void fill(const DetachedStream& stream, qint64 end)
    {
        const QByteArray object = m_in.read(end - m_in.pos());
        const qsizetype at = object.lastIndexOf(emptyStream);
        Q_ASSERT(at >= 0);
        qint64 length = std::max<qint64>(0, stream.length);
        if (stream.length < 0)
            stream.pump([&](const char*, qint64 size) { length += size; });
        m_out.write(object.left(at) + "/Length " + QByteArray::number(length) + " >>\nstream\n");
        stream.pump([&](const char* data, qint64 size) { m_out.write(data, size); });
        m_out.write("\nendstream\nendobj\n\n");
    }

    void writeTable(const QByteArray& tail)
    {
        const qint64 place = m_out.size();
        const int count = m_moved.empty() ? 1 : m_moved.rbegin()->first + 1;
        m_out.write("xref\n0 " + QByteArray::number(count) + "\n0000000000 65535 f \n");
        for (int number = 1; number < count; ++number)
            m_out.write(QByteArray::number(m_moved.at(number)).rightJustified(10, '0') + " 00000 n \n");
        m_out.write(tail + "startxref\n" + QByteArray::number(place) + "\n%%EOF\n");
    }

    QFileDevice& m_in;
    OutputFile& m_out;
    qint64 m_xref = 0;
    Offsets m_moved;
};

} // namespace

std::function<void(const ByteSink&)> pumpFile(const QString& path, qint64 offset, qint64 length)
{
    return [=](const ByteSink& sink) {
        QFile file(path);
        openForReading(file);
        file.seek(offset);
        for (qint64 left = length; left > 0;) {
            const QByteArray piece = file.read(std::min(pieceSize, left));
            if (piece.isEmpty())
                throw unreadable(path, u"the file has become shorter"_s);
            sink(piece.constData(), piece.size());
            left -= piece.size();
        }
    };
}

std::function<void(const ByteSink&)> pumpRawStream(const QPDFObjectHandle& stream)
{
    return [stream](const ByteSink& sink) {
        SinkPipeline pipeline(sink);
        QPDFObjectHandle(stream).pipeStreamData(&pipeline, 0, qpdf_dl_none, true);
    };
}

void emptyForDetaching(QPDFObjectHandle object)
{
    QPDFObjectHandle dictionary = object.getDict();
    object.replaceStreamData(std::string(), dictionary.getKey("/Filter"), dictionary.getKey("/DecodeParms"));
    object.setFilterOnWrite(false);
}

void writePdf(QPDF& pdf, const std::vector<DetachedStream>& streams, const QString& outPath)
{
    OutputFile out(outPath);
    QTemporaryFile body(outPath + u".XXXXXX"_s);
    if (!body.open())
        throw notWritable(outPath, body.errorString());
    FilePipeline pipeline(body, outPath);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&pipeline);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(true);
    writer.setDeterministicID(true);
    writer.write();
    if (!body.flush())
        throw notWritable(outPath, body.errorString());

    Offsets offsets;
    for (const auto& [id, entry] : writer.getWrittenXRefTable())
        if (entry.getType() == 1)
            offsets[id.getObj()] = entry.getOffset();
    std::map<int, const DetachedStream*> byNumber;
    for (const DetachedStream& stream : streams)
        byNumber[writer.getRenumberedObjGen(QPDFObjectHandle(stream.object).getObjGen()).getObj()] = &stream;
    Splicer(body, out).run(offsets, byNumber);
    out.commit();
}

} // namespace jz
