// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/embedded_files.h"

#include "model/base/output_file.h"
#include "model/base/sha256.h"
#include "model/pdf/pdf_file.h"
#include "model/pdf/qpdf_objects.h"

#include <QCryptographicHash>
#include <QDir>

#include <set>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr int deepestTree = 50;
constexpr int mostEntries = 10'000;

struct Entry
{
    EmbeddedFileInfo info;
    Object stream;
    QByteArray md5; ///< as recorded; empty for none
};

Error tooMany(const QString& path, int most)
{
    return Error(ErrorCode::TooLarge,
                 LocalizedText{u"“%1”中的文件超过 %2 个，没有提取。请与发送者核对这个文件。"_s,
                               u"“%1” holds more than %2 files; none was extracted. Ask the sender about it."_s}
                     .arg(path, QString::number(most)),
                 path);
}

/// How closely the content of a file is compared with what the PDF records about it.
enum class Recorded { SizeAndMd5, Size };

} // namespace

/// Walks the name tree of embedded files; loops and depth are bounded.
class EmbeddedFileReader
{
public:
    explicit EmbeddedFileReader(const PdfStructure& structure)
        : m_path(structure.source().name()), m_objects(structure.objects())
    {
        if (structure.isEncrypted())
            throw Error(ErrorCode::Unsupported,
                        LocalizedText{u"“%1”是加密的 PDF，无法读取其中的数据。请向发送者索取原始文件。"_s,
                                      u"“%1” is an encrypted PDF; the data in it cannot be read. Ask the sender for "
                                      "the original file."_s}
                            .arg(m_path),
                        m_path);
        visit(m_objects.get(m_objects.get(m_objects.root(), "/Names"), "/EmbeddedFiles"), 0);
        // A name tree should be sorted; a hostile or careless one is not
        std::stable_sort(m_entries.begin(), m_entries.end(),
                         [](const Entry& a, const Entry& b) { return a.info.name < b.info.name; });
    }

    const QString& path() const { return m_path; }
    const std::vector<Entry>& entries() const { return m_entries; }

    const Entry* find(const QString& name) const
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.info.name == name; });
        return found == m_entries.end() ? nullptr : &*found;
    }

    /// Pipes the content of an entry to `sink`; returns its size. Stops with TooLarge after `maxBytes`.
    qint64 read(const Entry& entry, qint64 maxBytes, const ByteSink& sink, Recorded recorded = Recorded::SizeAndMd5) const
    {
        const bool compared = recorded == Recorded::SizeAndMd5 && !entry.md5.isEmpty();
        qint64 size = 0;
        std::exception_ptr failure; // qpdf swallows what a pipeline throws
        QCryptographicHash md5(QCryptographicHash::Md5);
        SinkPipeline pipeline([&](const char* data, qint64 piece) {
            if (failure)
                return;
            try {
                size += piece;
                if (size > maxBytes)
                    throw tooLarge(entry, maxBytes);
                if (compared)
                    md5.addData(QByteArrayView(data, piece));
                sink(data, piece);
            } catch (...) {
                failure = std::current_exception();
                throw std::runtime_error("stopped");
            }
        });
        bool decoded = false;
        const bool ended =
            Object(entry.stream).pipeStreamData(&pipeline, &decoded, 0, qpdf_dl_specialized, true, false);
        if (failure)
            std::rethrow_exception(failure);
        const bool filtered = Object(entry.stream).getDict().hasKey("/Filter");
        if (!ended || (filtered && !decoded) || (entry.info.size >= 0 && entry.info.size != size)
            || (compared && entry.md5 != md5.result()))
            throw damagedPdf(m_path, u"the embedded file %1 is damaged"_s.arg(entry.info.name));
        return size;
    }

    Error tooLarge(const Entry& entry, qint64 maxBytes) const
    {
        return Error(ErrorCode::TooLarge,
                     LocalizedText{u"“%1”中的“%2”超过了允许的大小（%3 字节），没有读取。请与发送者核对这个文件。"_s,
                                   u"“%2” inside “%1” is over the limit of %3 bytes and was not read. Ask the sender "
                                   "about this file."_s}
                         .arg(m_path, entry.info.name, QString::number(maxBytes)),
                     m_path);
    }

private:
    void visit(Object node, int depth)
    {
        if (!node.isDictionary() || depth > deepestTree || (node.isIndirect() && !m_seen.insert(node.getObjGen()).second))
            return;
        Object names = m_objects.get(node, "/Names");
        for (int i = 1; names.isArray() && i < names.getArrayNItems(); i += 2)
            add(m_objects.item(names, i), m_objects.item(names, i - 1));
        Object kids = m_objects.get(node, "/Kids");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
            visit(m_objects.item(kids, i), depth + 1);
    }

    void add(Object specification, Object key)
    {
        Object streams = m_objects.get(specification, "/EF");
        Object stream = m_objects.get(streams, "/UF");
        if (!stream.isStream())
            stream = m_objects.get(streams, "/F");
        if (!stream.isStream())
            return;
        if (m_entries.size() >= size_t(mostEntries))
            throw tooMany(m_path, mostEntries);
        Entry entry;
        entry.stream = stream;
        entry.info.name = stringAt(specification, "/UF");
        if (entry.info.name.isEmpty())
            entry.info.name = stringAt(specification, "/F");
        std::string text;
        if (entry.info.name.isEmpty() && key.getValueAsUTF8(text))
            entry.info.name = QString::fromStdString(text);
        entry.info.mime = nameAt(stream, "/Subtype");
        entry.info.description = stringAt(specification, "/Desc");
        entry.info.relationship = nameAt(specification, "/AFRelationship");
        Object parameters = m_objects.get(stream, "/Params");
        long long size = 0;
        if (m_objects.get(parameters, "/Size").getValueAsInt(size) && size >= 0)
            entry.info.size = size;
        if (m_objects.get(parameters, "/CheckSum").getValueAsString(text))
            entry.md5 = QByteArray::fromStdString(text);
        m_entries.push_back(entry);
    }

    QString stringAt(Object dictionary, const char* key)
    {
        std::string value;
        return m_objects.get(dictionary, key).getValueAsUTF8(value) ? QString::fromStdString(value) : QString();
    }

    QByteArray nameAt(Object dictionary, const char* key)
    {
        std::string value;
        return m_objects.get(dictionary, key).getValueAsName(value) ? QByteArray::fromStdString(value).mid(1) : QByteArray();
    }

    QString m_path;
    QpdfObjects& m_objects;
    std::set<QPDFObjGen> m_seen;
    std::vector<Entry> m_entries;
};

namespace {

/// Takes back what was written unless told to keep it.
class WrittenFiles
{
public:
    ~WrittenFiles()
    {
        for (const QString& path : m_paths)
            QFile::remove(path);
    }
    void add(const QString& path) { m_paths.append(path); }
    void keep() { m_paths.clear(); }

private:
    QStringList m_paths;
};

QStringList targetNames(const std::vector<Entry>& entries)
{
    QStringList names;
    QSet<QString> taken; // As file systems do that do not tell capitals from small letters
    for (const Entry& entry : entries) {
        const QString safe = safeFileName(entry.info.name);
        const qsizetype dot = safe.lastIndexOf(u'.') > 0 ? safe.lastIndexOf(u'.') : safe.size();
        QString name = safe;
        for (int n = 2; taken.contains(name.toCaseFolded()); ++n)
            name = u"%1 (%2)%3"_s.arg(safe.left(dot), QString::number(n), safe.mid(dot));
        taken.insert(name.toCaseFolded());
        names.append(name);
    }
    return names;
}

void refuseExisting(const QDir& folder, const QStringList& names)
{
    for (const QString& name : names) {
        const QFileInfo there(folder.filePath(name));
        if (there.exists() || there.isSymLink())
            throw Error(ErrorCode::NotWritable,
                        LocalizedText{u"“%1”已经存在，没有覆盖。请选择一个空文件夹。"_s,
                                      u"“%1” exists already and was not overwritten. Choose an empty folder."_s}
                            .arg(there.filePath()),
                        there.filePath());
    }
}

/// Opens the file for one question. Papers that were printed or saved by other programs have no files inside.
template<typename Body>
auto readingFiles(const QString& path, Body body)
{
    const FileBytes source(path);
    const PdfStructure structure(source);
    return reading(path, [&] {
        const EmbeddedFileReader reader(structure);
        if (reader.entries().empty())
            throw Error(ErrorCode::Unsupported,
                        LocalizedText{u"“%1”中没有申报数据。请向发送者索取原始文件，不要用打印、扫描或另存的副本。"_s,
                                      u"“%1” carries no dossier data. Ask the sender for the original file, not a "
                                      "printed, scanned or re-saved copy."_s}
                            .arg(path),
                        path);
        return body(reader);
    });
}

QByteArray contentOf(const EmbeddedFileReader& reader, const Entry& entry, qint64 maxBytes)
{
    QByteArray bytes;
    reader.read(entry, maxBytes, [&](const char* data, qint64 size) { bytes.append(data, size); });
    return bytes;
}

} // namespace

EmbeddedFiles::EmbeddedFiles(const PdfStructure& structure)
    : m_reader(reading(structure.source().name(), [&] { return std::make_unique<EmbeddedFileReader>(structure); }))
{
}

EmbeddedFiles::~EmbeddedFiles() = default;

std::optional<QByteArray> EmbeddedFiles::read(const QString& name, qint64 maxBytes) const
{
    return reading(m_reader->path(), [&]() -> std::optional<QByteArray> {
        const Entry* const entry = m_reader->find(name);
        return entry ? std::optional(contentOf(*m_reader, *entry, maxBytes)) : std::nullopt;
    });
}

QList<EmbeddedFileDigest> EmbeddedFiles::digests(qint64 maxBytes) const
{
    return reading(m_reader->path(), [&] {
        QList<EmbeddedFileDigest> digests;
        for (const Entry& entry : m_reader->entries()) {
            Sha256 hash;
            // Who compares a SHA-256 need not compare an MD5.
            const qint64 size = m_reader->read(
                entry, maxBytes, [&](const char* data, qint64 piece) { hash.add(data, piece); }, Recorded::Size);
            digests.append({entry.info.name, size, hash.result()});
        }
        return digests;
    });
}

QList<EmbeddedFileInfo> listEmbeddedFiles(const QString& path)
{
    return readingFiles(path, [](const EmbeddedFileReader& reader) {
        QList<EmbeddedFileInfo> list;
        for (const Entry& entry : reader.entries())
            list.append(entry.info);
        return list;
    });
}

QByteArray readEmbeddedFile(const QString& path, const QString& name, qint64 maxBytes)
{
    return readingFiles(path, [&](const EmbeddedFileReader& reader) {
        if (const Entry* const entry = reader.find(name))
            return contentOf(reader, *entry, maxBytes);
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"“%1”中没有“%2”。请向发送者索取原始文件。"_s,
                                  u"There is no “%2” inside “%1”. Ask the sender for the original file."_s}
                        .arg(path, name),
                    path);
    });
}

QStringList extractEmbeddedFiles(const QString& path, const QString& targetFolder, const ExtractionLimits& limits)
{
    return readingFiles(path, [&](const EmbeddedFileReader& reader) {
        if (reader.entries().size() > size_t(limits.files))
            throw tooMany(path, limits.files);
        const QStringList names = targetNames(reader.entries());
        const QDir folder(targetFolder);
        folder.mkpath(u"."_s);
        refuseExisting(folder, names);
        WrittenFiles written;
        qint64 left = limits.bytes;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString target = folder.filePath(names.at(i));
            OutputFile out(target);
            left -= reader.read(reader.entries()[size_t(i)], left,
                                [&](const char* data, qint64 size) { out.write(data, size); });
            out.commit();
            written.add(target);
        }
        written.keep();
        return names;
    });
}

} // namespace jz
