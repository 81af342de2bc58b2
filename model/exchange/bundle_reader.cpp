// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/exchange/bundle_names.h"
#include "model/exchange/zip_handle.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <optional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceBytes = 256 * 1024;
constexpr zip_uint32_t unixKind = 0170000;
constexpr zip_uint32_t unixFile = 0100000;
constexpr zip_uint32_t unixFolder = 0040000;

Error broken(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"“%1”不完整或已损坏，多半是传输没有完成。请向对方索要原文件，重新拷贝或下载。"_s,
                               u"“%1” is incomplete or damaged; it was probably cut off on its way. Ask the sender for the file again."_s}
                     .arg(path),
                 path, detail);
}

Error tooLarge(const QString& path, const LocalizedText& why)
{
    return Error(ErrorCode::TooLarge,
                 LocalizedText{u"“%1”%2，为保护本机没有解开。请对方分成几个报送包重新发送。"_s,
                               u"“%1” %2; it was not unpacked, to protect this computer. Ask the sender to send it in several parts."_s}
                     .arg(path, why),
                 path);
}

QString gigabytes(qint64 bytes)
{
    return QString::number(double(bytes) / double(1 << 30), 'f', 1);
}

Finding about(const QString& rule, const QString& name, const LocalizedText& message)
{
    Finding finding;
    finding.rule = u"bundle."_s + rule;
    finding.message = message.arg(shownEntryName(name));
    return finding;
}

/// An entry as the archive lists it.
struct RawEntry
{
    zip_uint64_t index = 0;
    QString name;
    qint64 size = 0;
    qint64 packed = 0;
    bool isEncrypted = false;
    bool isStrange = false;      ///< a link or a device
    bool isUnknownPacking = false;
};

/// What is wrong with one entry; nothing when it can be taken out.
std::optional<Finding> problemOf(const RawEntry& entry, const BundleLimits& limits, bool hasPassphrase)
{
    if (!isSafeEntryName(entry.name))
        return about(u"unsafe-name"_s, entry.name,
                     {u"其中“%1”的名称会写到文件夹之外或含有隐藏字符，没有取出。请对方改名后重新打包。"_s,
                      u"“%1” in it leads out of its folder or hides characters in its name and was left out. Ask the sender to rename and pack it again."_s});
    if (entry.isStrange)
        return about(u"no-file"_s, entry.name,
                     {u"其中“%1”不是普通文件（是链接或设备），没有取出。请对方放入文件本身后重新打包。"_s,
                      u"“%1” in it is no plain file but a link or a device and was left out. Ask the sender to pack the file itself."_s});
    if (entry.isEncrypted && !hasPassphrase)
        return about(u"encrypted"_s, entry.name,
                     {u"其中“%1”加了密码，无法读取。请向对方询问口令再打开，或请对方不加密码重新打包。"_s,
                      u"“%1” in it is encrypted and cannot be read. Ask the sender for the passphrase, or to pack it without one."_s});
    if (entry.isUnknownPacking)
        return about(u"unknown-packing"_s, entry.name,
                     {u"其中“%1”的压缩方式本程序不支持。请对方用普通 zip 方式重新打包。"_s,
                      u"“%1” in it is packed in a way this program does not know. Ask the sender to pack it as a plain zip."_s});
    if (entry.size > limits.fileBytes)
        return about(u"too-large"_s, entry.name,
                     LocalizedText{u"其中“%1”解开后有 %2 GB，超过 %3 GB，没有取出。请对方单独发送。"_s,
                                   u"“%1” in it unpacks to %2 GB, more than %3 GB, and was left out. Ask the sender to send it by itself."_s}
                         .arg(u"%1"_s, gigabytes(entry.size), gigabytes(limits.fileBytes)));
    if (entry.size > limits.ratioFrom && entry.size / limits.ratio > entry.packed)
        return about(u"too-tight"_s, entry.name,
                     {u"其中“%1”压缩得异常紧，可能是压缩炸弹，没有取出。请与对方核实后索要原文件。"_s,
                      u"“%1” in it is packed so tightly that it may be a bomb and was left out. Ask the sender what it is and for the original."_s});
    return std::nullopt;
}

bool isStrangeKind(zip_t* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) < 0 || system != ZIP_OPSYS_UNIX)
        return false;
    const zip_uint32_t kind = (attributes >> 16) & unixKind;
    return kind != 0 && kind != unixFile && kind != unixFolder;
}

std::optional<RawEntry> rawEntry(zip_t* archive, zip_uint64_t index)
{
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &facts) < 0 || !(facts.valid & ZIP_STAT_NAME))
        return std::nullopt;
    RawEntry entry;
    entry.index = index;
    entry.name = entryName(QByteArray(facts.name));
    // A size that does not fit is past every limit.
    const auto bytes = [](zip_uint64_t size) { return qint64(std::min<zip_uint64_t>(size, zip_uint64_t(1) << 60)); };
    entry.size = bytes(facts.size);
    entry.packed = bytes(facts.comp_size);
    entry.isEncrypted = facts.encryption_method != ZIP_EM_NONE;
    entry.isUnknownPacking = facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE;
    entry.isStrange = isStrangeKind(archive, index);
    return entry;
}

} // namespace

struct BundleReader::State
{
    QString path;
    ZipHandle archive;
    bool isBundle = false;
    bool hasPassphrase = false;
    QList<BundleEntry> entries;
    QList<zip_uint64_t> places; ///< of the entries, in the archive
    Findings findings;

    void open();
    void list(const BundleLimits& limits);
    void add(const RawEntry& entry, const BundleLimits& limits, QSet<QString>& names);
    bool isMimeType(const RawEntry& entry);
};

bool looksLikeBundle(const QString& path)
{
    QFile file(path);
    openForReading(file);
    const QByteArray start = file.read(4);
    return start == "PK\3\4" || start == "PK\5\6";
}

void BundleReader::State::open()
{
    if (!looksLikeBundle(path))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是报送包，也不是 zip 文件。请选择 .jzb 或 .zip 文件；.rar、.7z 请先解开。"_s,
                                  u"“%1” is neither a bundle nor a zip. Choose a .jzb or .zip file; unpack .rar and .7z first."_s}
                        .arg(path),
                    path);
    int code = 0;
    archive.reset(zip_open(path.toUtf8().constData(), ZIP_RDONLY, &code));
    if (archive)
        return;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    throw code == ZIP_ER_OPEN || code == ZIP_ER_READ ? unreadable(path, detail) : broken(path, detail);
}

bool BundleReader::State::isMimeType(const RawEntry& entry)
{
    const QByteArray expected = bundleMimeType();
    if (entry.index != 0 || entry.name != u"mimetype" || entry.size != expected.size() || entry.isEncrypted)
        return false;
    const ZipFileHandle file(zip_fopen_index(archive.get(), 0, 0));
    QByteArray said(expected.size(), '\0');
    return file && zip_fread(file.get(), said.data(), zip_uint64_t(said.size())) == said.size() && said == expected;
}

void BundleReader::State::add(const RawEntry& entry, const BundleLimits& limits, QSet<QString>& names)
{
    if (const auto problem = problemOf(entry, limits, hasPassphrase)) {
        findings << *problem;
        return;
    }
    const QString folded = foldedEntryName(entry.name);
    if (names.contains(folded)) {
        findings << about(u"duplicate-name"_s, entry.name,
                          {u"其中有两个文件都叫“%1”（不分大小写），只取出了第一个。请对方改名后重新打包。"_s,
                           u"Two files in it are called “%1” (capitals aside); only the first was taken. Ask the sender to rename one and pack again."_s});
        return;
    }
    names.insert(folded);
    entries.append({entry.name, entry.size});
    places.append(entry.index);
}

void BundleReader::State::list(const BundleLimits& limits)
{
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > limits.entries)
        throw tooLarge(path, LocalizedText{u"里有 %1 个文件，超过 %2 个"_s, u"holds %1 files, more than %2"_s}.arg(QString::number(count),
                                                                                                  QString::number(limits.entries)));
    qint64 bytes = 0;
    qint64 packed = 0;
    QSet<QString> names;
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        const auto entry = rawEntry(archive.get(), i);
        if (!entry)
            throw broken(path, u"entry %1"_s.arg(i));
        bytes += entry->size;
        packed += entry->packed;
        // Entries that share their bytes are how a small file unpacks to a huge one.
        if (packed > QFileInfo(path).size())
            throw broken(path, u"entries overlap"_s);
        if (isMimeType(*entry))
            isBundle = true;
        else if (!entry->name.endsWith(u'/') && !isSystemLitter(entry->name))
            add(*entry, limits, names);
        if (bytes > limits.bytes)
            throw tooLarge(path, LocalizedText{u"解开后超过 %1 GB"_s, u"unpacks to more than %1 GB"_s}.arg(gigabytes(limits.bytes)));
    }
    if (entries.isEmpty() && findings.isEmpty())
        findings << about(u"empty"_s, path, {u"“%1”里没有文件。请向对方索要完整的报送包。"_s, u"There are no files in “%1”. Ask the sender for the whole bundle."_s});
}

BundleReader::BundleReader(const QString& path, const BundleLimits& limits, const Passphrase* passphrase) : m_state(std::make_unique<State>())
{
    m_state->path = path;
    m_state->open();
    m_state->hasPassphrase = passphrase != nullptr;
    if (passphrase)
        zip_set_default_password(m_state->archive.get(), passphrase->constData());
    m_state->list(limits);
}

BundleReader::~BundleReader() = default;

bool BundleReader::isBundle() const
{
    return m_state->isBundle;
}

const QList<BundleEntry>& BundleReader::entries() const
{
    return m_state->entries;
}

const Findings& BundleReader::findings() const
{
    return m_state->findings;
}

void BundleReader::extract(qsizetype index, const QString& path) const
{
    const BundleEntry& entry = m_state->entries.at(index);
    const Error damaged(ErrorCode::Malformed,
                        about(u"damaged"_s, entry.name,
                              {u"其中“%1”已损坏，无法取出。请向对方索要原文件。"_s, u"“%1” in it is damaged and cannot be taken out. Ask the sender for it again."_s})
                            .message,
                        entry.name);
    const ZipFileHandle file(zip_fopen_index(m_state->archive.get(), m_state->places.at(index), 0));
    if (!file && zip_error_code_zip(zip_get_error(m_state->archive.get())) == ZIP_ER_WRONGPASSWD)
        throw Error(ErrorCode::WrongPassphrase,
                    LocalizedText{u"口令打不开“%1”。请与发送人核对口令（大小写、全角半角）后重试。"_s,
                                  u"The passphrase does not open “%1”. Compare it with the sender (capitals, full width) and try again."_s}
                        .arg(entry.name),
                    entry.name);
    if (!file)
        throw damaged;
    OutputFile output(path, FileUse::Scratch);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    // The check sum is compared when the end is read: one more read than there are bytes.
    while (true) {
        const zip_int64_t read = zip_fread(file.get(), piece.data(), zip_uint64_t(piece.size()));
        if (read < 0 || output.size() + read > entry.size)
            throw damaged;
        if (read == 0)
            break;
        output.write(piece.constData(), read);
    }
    if (output.size() != entry.size)
        throw damaged;
    output.commit();
}

} // namespace jz
