// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/exchange/zip_handle.h"

#include <QFileInfo>

#include <cstring>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int perMille = 1000;

/// Deflating these again costs time and gains nothing.
bool isPacked(const QString& name)
{
    static const QStringList suffixes{u"pdf"_s,  u"jpg"_s,  u"jpeg"_s, u"png"_s, u"webp"_s, u"heic"_s, u"gif"_s, u"zip"_s, u"jzb"_s,
                                      u"docx"_s, u"xlsx"_s, u"pptx"_s, u"7z"_s,  u"rar"_s,  u"gz"_s,   u"mp4"_s, u"mov"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

/// What libzip writes goes to an OutputFile, so that a bundle appears whole or not at all, as all our files do.
class ZipOutput
{
public:
    explicit ZipOutput(const QString& path) : m_file(path) { zip_error_init(&m_error); }
    ~ZipOutput() { zip_error_fini(&m_error); }
    ZipOutput(const ZipOutput&) = delete;
    ZipOutput& operator=(const ZipOutput&) = delete;

    zip_source_t* source() { return zip_source_function_create(&ZipOutput::answer, this, nullptr); }
    bool failed() const { return m_failed; }
    OutputFile& file() { return m_file; }

private:
    static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command)
    {
        return static_cast<ZipOutput*>(self)->carryOut(command, data, size);
    }

    zip_int64_t carryOut(zip_source_cmd_t command, void* data, zip_uint64_t size)
    {
        QFileDevice& device = m_file.device();
        switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_BEGIN_WRITE,
                                                  ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_COMMIT_WRITE,
                                                  ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE, ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                  ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
        case ZIP_SOURCE_STAT:
            return fail(ZIP_ER_READ, ENOENT); // nothing there yet: an archive is begun
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_error, data, size);
        case ZIP_SOURCE_WRITE:
            return device.write(static_cast<const char*>(data), qint64(size)) == qint64(size) ? zip_int64_t(size) : failWriting();
        case ZIP_SOURCE_SEEK_WRITE: {
            const zip_int64_t place = zip_source_seek_compute_offset(zip_uint64_t(device.pos()), zip_uint64_t(device.size()), data, size, &m_error);
            return place >= 0 && device.seek(place) ? 0 : failWriting();
        }
        case ZIP_SOURCE_TELL_WRITE:
            return device.pos();
        case ZIP_SOURCE_BEGIN_WRITE:
        case ZIP_SOURCE_COMMIT_WRITE:
        case ZIP_SOURCE_ROLLBACK_WRITE:
        case ZIP_SOURCE_FREE:
            return 0;
        default:
            return fail(ZIP_ER_OPNOTSUPP, EOPNOTSUPP);
        }
    }

    zip_int64_t fail(int code, int system)
    {
        zip_error_set(&m_error, code, system);
        return -1;
    }
    zip_int64_t failWriting()
    {
        m_failed = true;
        return fail(ZIP_ER_WRITE, EIO);
    }

    OutputFile m_file;
    zip_error_t m_error;
    bool m_failed = false;
};

void onProgress(zip_t*, double part, void* control)
{
    const auto& progress = static_cast<const WorkControl*>(control)->progress;
    if (progress)
        progress(int(part * perMille), perMille);
}

int onCancelAsked(zip_t*, void* control)
{
    const auto& isCancelled = static_cast<const WorkControl*>(control)->isCancelled;
    return isCancelled && isCancelled() ? 1 : 0;
}

[[noreturn]] void failPacking(zip_t* archive, const QString& path)
{
    throw Error(ErrorCode::NotWritable,
                LocalizedText{u"无法打包“%1”。请检查磁盘是否已满、要打包的文件是否仍在原处，然后重试。原有文件没有改动。"_s,
                              u"“%1” cannot be packed. Check that the disk is not full and that the files to pack are still there, then try again. "
                              "What was there before is unchanged."_s}
                    .arg(path),
                path, QString::fromUtf8(zip_strerror(archive)));
}

zip_uint64_t addEntry(zip_t* archive, const QString& name, zip_source_t* source, bool isStored, const QString& path)
{
    const zip_int64_t index = source ? zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        failPacking(archive, path);
    }
    zip_set_file_compression(archive, zip_uint64_t(index), isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    return zip_uint64_t(index);
}

void addFiles(zip_t* archive, const QList<BundleFile>& files, const QString& path, const Passphrase* passphrase)
{
    for (const BundleFile& file : files) {
        QFile source(file.path);
        openForReading(source); // says which file it is that cannot be read
        const zip_uint64_t entry = addEntry(archive, file.name, zip_source_file(archive, file.path.toUtf8().constData(), 0, -1), isPacked(file.name), path);
        if (passphrase && zip_file_set_encryption(archive, entry, ZIP_EM_AES_256, passphrase->constData()) < 0)
            failPacking(archive, path);
    }
}

} // namespace

QByteArray bundleMimeType()
{
    return "application/vnd.juanzong.bundle+zip"_ba;
}

bool writeBundle(const QString& path, const QList<BundleFile>& files, BundleKind kind, const WorkControl& control, const Passphrase* passphrase)
{
    ZipOutput output(path);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = output.source();
    ZipHandle archive(zip_open_from_source(target, ZIP_CREATE, &error));
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(target);
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法建立“%1”。请换一个位置再试。"_s, u"“%1” cannot be made. Try another place."_s}.arg(path), path,
                    detail);
    }
    const QByteArray mime = bundleMimeType();
    if (kind == BundleKind::Bundle)
        addEntry(archive.get(), u"mimetype"_s, zip_source_buffer(archive.get(), mime.constData(), zip_uint64_t(mime.size()), 0), true, path);
    addFiles(archive.get(), files, path, passphrase);
    auto* const asked = const_cast<WorkControl*>(&control); // libzip has no const; nothing is changed
    zip_register_progress_callback_with_state(archive.get(), 0.001, onProgress, nullptr, asked);
    zip_register_cancel_callback_with_state(archive.get(), onCancelAsked, nullptr, asked);
    if (zip_close(archive.get()) < 0) {
        if (zip_error_code_zip(zip_get_error(archive.get())) == ZIP_ER_CANCELLED)
            return false;
        failPacking(archive.get(), path);
    }
    std::ignore = archive.release(); // zip_close() freed it
    output.file().commit();
    return true;
}

} // namespace jz
