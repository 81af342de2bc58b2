// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace jz {

/// The name of a zip entry out of its bytes: UTF-8 when it is valid, else GB 18030, which Windows in China writes without saying so.
/// Backslashes, which some Windows programs write between folders, become `/`.
QString entryName(const QByteArray& bytes);

/// Whether a name stays inside the folder it is unpacked to and shows what it is: no `..`, no absolute path or drive letter,
/// no control or direction character, no empty part.
bool isSafeEntryName(const QString& name);

/// A name as it may stand in a message: control and direction characters as \uXXXX, shortened when it is long.
QString shownEntryName(const QString& name);

/// What file systems that do not tell case or composition apart take for the same.
QString foldedEntryName(const QString& name);

/// Files that systems leave behind by themselves (__MACOSX, .DS_Store, Thumbs.db): nobody misses them.
bool isSystemLitter(const QString& name);

} // namespace jz
