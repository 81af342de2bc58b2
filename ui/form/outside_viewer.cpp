// SPDX-License-Identifier: Apache-2.0
#include "ui/form/outside_viewer.h"

#include "model/base/error.h"
#include "ui/desk/guarded.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Error cannotOpen(const QString& name)
{
    return Error(ErrorCode::Unsupported,
                 LocalizedText{u"系统中没有能打开“%1”的程序，或无法写入临时文件。附件本身没有问题，也没有改动。"_s,
                               u"No program of this system opens “%1”, or it could not be copied to a temporary place. The attachment "
                               "itself is unharmed."_s}
                     .arg(name),
                 name);
}

} // namespace

OutsideViewer::OutsideViewer(QWidget* place) : QObject(place), m_place(place) {}

void OutsideViewer::open(const QString& original, const QString& name)
{
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    // Files of one name may have had other content before.
    const QString folder = m_copies->filePath(QFileInfo(original).fileName().left(16));
    const QString copy = folder + u'/' + name;
    QThreadPool::globalInstance()->start([copy, folder, original, name, guard = QPointer<OutsideViewer>(this)] {
        const bool copied = QFileInfo::exists(copy) || (QDir().mkpath(folder) && QFile::copy(original, copy));
        QMetaObject::invokeMethod(
            qApp,
            [copied, copy, name, guard] {
                if (guard)
                    guard->show(copied ? copy : QString(), name);
            },
            Qt::QueuedConnection);
    });
}

void OutsideViewer::show(const QString& copy, const QString& name)
{
    guarded(m_place, [&] {
        if (copy.isEmpty() || !QDesktopServices::openUrl(QUrl::fromLocalFile(copy)))
            throw cannotOpen(name);
    });
}

} // namespace jz::ui
