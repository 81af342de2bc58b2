// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attachment_intake.h"

#include "model/base/error.h"

#include <QMetaObject>
#include <QTemporaryDir>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Error notSaved(const QString& path)
{
    return Error(ErrorCode::NotWritable,
                 LocalizedText{u"剪贴板中的图片无法存入临时文件，没有添加。请检查磁盘是否已满。"_s,
                               u"The picture on the clipboard could not be saved and was not attached. Check that the disk is not full."_s},
                 path);
}

Error notDone(const QString& path, const QString& detail)
{
    return Error(ErrorCode::TooLarge,
                 LocalizedText{u"处理“%1”时内存不足，没有添加。请关闭其他程序，或减小文件后再试。"_s,
                               u"There was not enough memory for “%1”; it was not attached. Close other programs or make the file smaller."_s}
                     .arg(path),
                 path, detail);
}

} // namespace

AttachmentIntake::AttachmentIntake(ObjectStore& objects, qint64 mostBytes, QObject* parent)
    : QObject(parent), m_objects(objects), m_mostBytes(mostBytes)
{
}

AttachmentIntake::~AttachmentIntake()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void AttachmentIntake::take(const QStringList& files)
{
    m_waiting << Batch{files, {}};
    next();
}

void AttachmentIntake::take(const QImage& picture, const QString& name)
{
    m_waiting << Batch{{name}, picture};
    next();
}

int AttachmentIntake::pending() const
{
    int files = m_cancelled ? m_total : 0;
    for (const Batch& batch : m_waiting)
        files += int(batch.files.size());
    return files;
}

void AttachmentIntake::tellProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    Q_EMIT progressed(done, total);
}

void AttachmentIntake::cancel()
{
    m_waiting.clear();
    if (!m_cancelled)
        return;
    *m_cancelled = true;
    m_cancelled.reset();
    Q_EMIT idle();
}

void AttachmentIntake::next()
{
    if (m_cancelled || m_waiting.isEmpty())
        return;
    begin(m_waiting.takeFirst());
}

void AttachmentIntake::begin(const Batch& batch)
{
    std::erase_if(m_threads, [](const Running& running) { return running.done->load(); });
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    tellProgress(0, int(batch.files.size()));
    const Flag done = std::make_shared<std::atomic<bool>>(false);
    m_threads.push_back({done, std::jthread([this, batch, done, cancelled = m_cancelled] {
                             work(batch, cancelled);
                             *done = true;
                         })});
}

void AttachmentIntake::work(const Batch& batch, const Flag& cancelled)
{
    const auto post = [&](auto act) {
        QMetaObject::invokeMethod(
            this,
            [cancelled, act] {
                if (!*cancelled)
                    act();
            },
            Qt::QueuedConnection);
    };
    const WorkControl control{[&](int done, int total) { post([this, done, total] { tellProgress(done, total); }); },
                              [&] { return cancelled->load(); }};
    QList<PreparedFile> files;
    try {
        files = prepare(batch, control);
    } catch (const std::exception& error) {
        files = {{batch.files.first(), {}, notDone(batch.files.first(), QString::fromUtf8(error.what()))}};
    }
    post([this, files] { end(files); });
}

QList<PreparedFile> AttachmentIntake::prepare(const Batch& batch, const WorkControl& control)
{
    if (batch.picture.isNull())
        return prepareFiles(m_objects, batch.files, m_mostBytes, control);
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(batch.files.first());
    if (!batch.picture.save(path, "PNG"))
        return {{path, {}, notSaved(path)}};
    return prepareFiles(m_objects, {path}, m_mostBytes, control);
}

void AttachmentIntake::end(const QList<PreparedFile>& files)
{
    m_cancelled.reset();
    Q_EMIT finished(files);
    next();
    if (!m_cancelled)
        Q_EMIT idle();
}

} // namespace jz::ui
