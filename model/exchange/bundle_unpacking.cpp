// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"

#include "model/base/error.h"
#include "model/exchange/bundle_names.h"
#include "model/pdf/embedded_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// What is left free on the disk for everybody else.
constexpr qint64 reserveBytes = 64'000'000;

/// Says before anything is written when the disk has not the room.
void requireRoom(const QString& folder, const QString& path, const QList<BundleEntry>& entries)
{
    qint64 bytes = reserveBytes;
    for (const BundleEntry& entry : entries)
        bytes += entry.size;
    const QStorageInfo disk(folder);
    if (!disk.isValid() || disk.bytesAvailable() >= bytes)
        return;
    const auto megabytes = [](qint64 size) { return QString::number(size / 1'000'000); };
    throw Error(ErrorCode::NotWritable,
                LocalizedText{u"解开“%1”需要 %2 MB，磁盘只剩 %3 MB。请先腾出空间再打开。"_s,
                              u"Unpacking “%1” takes %2 MB, the disk has %3 MB left. Make room first."_s}
                    .arg(path, megabytes(bytes), megabytes(disk.bytesAvailable())),
                path);
}

/// Gives every file of a bundle a place of its own on the disk.
class UnpackingPlaces
{
public:
    explicit UnpackingPlaces(const QString& folder) : m_folder(folder) {}

    QString placeFor(const QString& name)
    {
        QStringList parts = name.split(u'/');
        for (QString& part : parts)
            part = safeFileName(part);
        QString place = parts.join(u'/');
        for (int copy = 2; m_taken.contains(foldedEntryName(place)); ++copy) {
            const QFileInfo last(parts.last());
            const QString suffix = last.suffix().isEmpty() ? QString() : QString(u'.' + last.suffix());
            parts.last() = last.completeBaseName() + u" (%1)"_s.arg(copy) + suffix;
            place = parts.join(u'/');
            parts.last() = last.fileName();
        }
        m_taken.insert(foldedEntryName(place));
        const QString path = m_folder + u'/' + place;
        QDir().mkpath(QFileInfo(path).path());
        return path;
    }

private:
    QString m_folder;
    QSet<QString> m_taken;
};

} // namespace

UnpackedBundle unpackBundle(const QString& path, const QString& folder, const WorkControl& control, const BundleLimits& limits, const Passphrase* passphrase)
{
    const BundleReader reader(path, limits, passphrase);
    const QList<BundleEntry>& entries = reader.entries();
    requireRoom(folder, path, entries);
    UnpackedBundle unpacked;
    unpacked.findings = reader.findings();
    UnpackingPlaces places(folder);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (control.progress)
            control.progress(int(i), int(entries.size()));
        if (control.isCancelled && control.isCancelled()) {
            unpacked.cancelled = true;
            break;
        }
        const QString place = places.placeFor(entries.at(i).name);
        try {
            reader.extract(i, place);
            unpacked.files.append({entries.at(i).name, place});
        } catch (const Error& error) {
            if (error.code() != ErrorCode::Malformed)
                throw;
            Finding finding;
            finding.rule = u"bundle.damaged"_s;
            finding.message = error.message();
            unpacked.findings << finding;
        }
    }
    return unpacked;
}

} // namespace jz
