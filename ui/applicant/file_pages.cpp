// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/file_pages.h"

#include "model/pdf/attachment_kind.h"
#include "model/pdf/pdf_info.h"
#include "model/pdf/picture_facts.h"

#include <QPointer>
#include <QThreadPool>

namespace jz::ui {

namespace {

int pagesOf(const QString& path)
{
    try {
        const AttachmentKind kind = attachmentKindOf(path);
        if (kind == AttachmentKind::Pdf)
            return pageCount(path);
        if (kind != AttachmentKind::Tiff)
            return 1;
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? int(walkTiff(file).pages.size()) : 0;
    } catch (const Error&) {
        return 0; // a finding of the field says what is wrong with the file
    }
}

QThreadPool& counters()
{
    static QThreadPool pool;
    return pool;
}

} // namespace

FilePages::~FilePages()
{
    counters().clear();
    counters().waitForDone();
}

int FilePages::pages(const QByteArray& sha256, const QString& path)
{
    if (m_known.contains(sha256))
        return m_known.value(sha256);
    if (m_asked.contains(sha256))
        return 0;
    m_asked.insert(sha256);
    counters().start([this, sha256, path] {
        const int pages = pagesOf(path);
        QMetaObject::invokeMethod(
            this,
            [this, sha256, pages] {
                m_known.insert(sha256, pages);
                Q_EMIT counted();
            },
            Qt::QueuedConnection);
    });
    return 0;
}

} // namespace jz::ui
