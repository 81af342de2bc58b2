// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace jz {

class EmbeddedFileReader;
class PdfStructure;

/// A file inside a PDF (ISO 32000-1, 7.11.4), as the PDF describes it: claims, not facts.
struct EmbeddedFileInfo
{
    QString name;            ///< as written there; may hold anything, never to be used as a path
    qint64 size = -1;        ///< /Params /Size; -1 when it says none
    QByteArray mime;
    QString description;
    QByteArray relationship; ///< /AFRelationship
};

/// What is taken out of a PDF at most. Protects memory, disk and time from hostile files.
struct ExtractionLimits
{
    int files = 1000;
    qint64 bytes = qint64(1) << 30; ///< all files together, inflated
};

/// All of these read hostile files: loops, bombs, wrong types and names that climb folders do no harm.
/// They throw Error naming the PDF: NotFound, Unreadable, Malformed (no PDF, truncated, damaged; an
/// embedded file whose data is broken or differs from its recorded size or MD5), Unsupported (encrypted;
/// no embedded files at all: a printed or re-saved copy), TooLarge (over a limit).

/// The embedded files in the order of their names.
QList<EmbeddedFileInfo> listEmbeddedFiles(const QString& path);

/// The content of the one named exactly `name`. Error NotFound when there is none, TooLarge when it has
/// more than `maxBytes` bytes (inflation stops there).
QByteArray readEmbeddedFile(const QString& path, const QString& name, qint64 maxBytes);

/// Writes every embedded file into `targetFolder` (made when it is not there) under safeFileName() of its name,
/// with " (2)" … where two would be the same, and returns those names in the order of the list. Nothing is
/// overwritten: Error NotWritable when one of the names exists there already. When it fails, what it wrote is
/// removed again.
QStringList extractEmbeddedFiles(const QString& path, const QString& targetFolder,
                                 const ExtractionLimits& limits = {});

/// What a file inside a PDF is, told by its bytes.
struct EmbeddedFileDigest
{
    QString name;
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes
};

/// The embedded files of a PDF that is open already, for whoever asks for several things of it. `structure` outlives
/// it. Not thread-safe.
class EmbeddedFiles
{
public:
    /// Throws Error Malformed, and TooLarge for more than 10,000 of them.
    explicit EmbeddedFiles(const PdfStructure& structure);
    ~EmbeddedFiles();

    /// As readEmbeddedFile(); nothing when there is none of that name.
    std::optional<QByteArray> read(const QString& name, qint64 maxBytes) const;
    /// Size and digest of every embedded file, in the order of listEmbeddedFiles(). Reads piece by piece. Throws Error
    /// Malformed when a file's data is broken, TooLarge when one unpacks to more than `maxBytes`.
    QList<EmbeddedFileDigest> digests(qint64 maxBytes) const;

private:
    std::unique_ptr<EmbeddedFileReader> m_reader;
};

/// `name` made fit for every file system: no folder, control or direction character, no reserved name, no
/// leading or trailing dot or blank, at most 200 bytes of UTF-8 with its suffix kept; never empty.
QString safeFileName(const QString& name);

} // namespace jz
