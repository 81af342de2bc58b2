// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/base/parallel.h"
#include "model/signature/passphrase.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace jz {

/// How files of the procedure travel together.
enum class BundleKind {
    Bundle, ///< .jzb (报送包): a zip whose first entry, stored, says what it is, so that systems know it by its bytes
    Zip,    ///< a plain .zip, for whoever does not have this program
};

/// `application/vnd.juanzong.bundle+zip`: what the first entry, `mimetype`, of a bundle says.
QByteArray bundleMimeType();
/// Whether a file begins as a zip does. Throws Error NotFound or Unreadable.
bool looksLikeBundle(const QString& path);

/// One file to be packed.
struct BundleFile
{
    QString name; ///< in the bundle, `/` between folders; UTF-8 with the flag that lets Windows read it
    QString path; ///< on the disk
};

/// Packs files in this order into `path`, whole or not at all. What is packed already (PDF, pictures, Office) is stored, the
/// rest deflated. False when it was cancelled; what was there before is unchanged then. `control` counts per mille.
/// Throws Error naming the file: NotFound, Unreadable, NotWritable. Names are the caller's to keep apart: two that differ by
/// case alone, or would not be taken by unpackBundle(), are a bug.
/// With a passphrase every file is encrypted (AES-256, as WinZip and 7-Zip read it); names stay in the clear.
bool writeBundle(const QString& path, const QList<BundleFile>& files, BundleKind kind, const WorkControl& control = {}, const Passphrase* passphrase = nullptr);

/// What is taken out of a bundle at most: protects disk, memory and time from hostile files.
struct BundleLimits
{
    int entries = 2000;
    qint64 bytes = qint64(8) << 30;     ///< all files together, unpacked
    qint64 fileBytes = qint64(2) << 30; ///< one file, unpacked
    int ratio = 100;                    ///< unpacked to packed; looked at from `ratioFrom` on
    qint64 ratioFrom = 8'000'000;
};

/// A file in a bundle.
struct BundleEntry
{
    QString name;    ///< with `/` between folders; safe to be shown, made safe for the disk when it is unpacked
    qint64 size = 0; ///< as the bundle says
};

/// Reads a bundle or any other zip. Nothing in it is trusted: a bundle carries papers, and only what is signed in those counts.
///
/// The whole is refused by Error naming the file and what to do: NotFound, Unreadable, Malformed (no zip; one that was cut off or
/// damaged; entries that lie over each other), TooLarge (entries, bytes). What is wrong with one file leaves that one out and is a
/// finding: `bundle.unsafe-name` (leads out of the folder, control or direction characters), `bundle.duplicate-name` (the second of two
/// that differ at most by case), `bundle.encrypted` (and no passphrase was given), `bundle.too-tight` (unpacks to more than its packed bytes make likely),
/// `bundle.too-large`, `bundle.no-file` (a link or a device), `bundle.unknown-packing`, `bundle.damaged`, `bundle.empty`.
/// Not thread-safe; one bundle may be read by several readers.
class BundleReader
{
public:
    /// With a passphrase encrypted files can be taken out too; extract() then throws Error WrongPassphrase when it is another.
    explicit BundleReader(const QString& path, const BundleLimits& limits = {}, const Passphrase* passphrase = nullptr);
    ~BundleReader();
    BundleReader(const BundleReader&) = delete;
    BundleReader& operator=(const BundleReader&) = delete;

    /// Whether it says that it is a bundle of ours.
    bool isBundle() const;
    /// The files that can be taken out, in the order of the bundle.
    const QList<BundleEntry>& entries() const;
    const Findings& findings() const;
    /// Writes one of them to `path`, never more bytes than its entry says. Throws Error Malformed (damaged), NotWritable.
    void extract(qsizetype index, const QString& path) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A file out of a bundle.
struct UnpackedFile
{
    QString name; ///< in the bundle
    QString path; ///< on the disk
};

struct UnpackedBundle
{
    QList<UnpackedFile> files;
    Findings findings;      ///< as of the reader; files that turned out damaged are among them and not among `files`
    bool cancelled = false; ///< what was unpacked by then is in `files`
};

/// Unpacks everything that is safe into `folder`, which exists: folders as in the bundle, names as safeFileName() makes them, " (2)" where two
/// would be the same. Throws as BundleReader, and NotWritable before anything is written when the disk has not the room.
/// `control` counts files.
UnpackedBundle unpackBundle(const QString& path, const QString& folder, const WorkControl& control = {}, const BundleLimits& limits = {},
                            const Passphrase* passphrase = nullptr);

} // namespace jz
