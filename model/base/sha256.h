// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace jz {

/// SHA-256 of `bytes`: 32 raw bytes.
QByteArray sha256(const QByteArray& bytes);

/// SHA-256 of a file, read in pieces (memory stays constant): 32 raw bytes.
/// Throws Error NotFound or Unreadable.
QByteArray sha256OfFile(const QString& path);

/// Base 32 of RFC 4648 without padding, capitals and the digits 2-7: fits the alphanumeric mode of QR codes.
QString base32(const QByteArray& bytes);

} // namespace jz
