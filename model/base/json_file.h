// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QFile>
#include <QJsonObject>

namespace jz {

/// Opens `file` (its name set) for reading. Throws Error NotFound or Unreadable, naming the file.
void openForReading(QFile& file);

/// The Error for a file that exists but cannot be read; `detail` is the system's own word.
Error unreadable(const QString& path, const QString& detail);

/// The bytes of a whole file. Throws Error NotFound, Unreadable, or TooLarge when it has more than
/// `maxBytes` bytes (nothing is read then).
QByteArray readWholeFile(const QString& path, qint64 maxBytes);

/// Parses a JSON object. `subject` is named in errors: the file the bytes came from.
/// Throws Error Malformed with line and column for broken JSON or invalid UTF-8, and when the document
/// is not an object. A leading UTF-8 byte order mark is accepted.
QJsonObject parseJsonObject(const QByteArray& bytes, const QString& subject);

/// readWholeFile and parseJsonObject in one.
QJsonObject readJsonObject(const QString& path, qint64 maxBytes);

/// The one spelling of a JSON document that fingerprints are taken over: UTF-8, keys sorted by UTF-16
/// code unit, no blanks, no final newline.
QByteArray canonicalJson(const QJsonObject& object);

} // namespace jz
