// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace jz {

/// SHA-256 of what comes piece by piece, with the processor's own instructions where it has them (OpenSSL: Qt's is
/// several times slower, and here it is taken of whole dossiers). Not thread-safe.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(const char* data, qint64 size);
    /// 32 raw bytes of all that was added; to be called once.
    QByteArray result();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// SHA-256 of `bytes`: 32 raw bytes.
QByteArray sha256(const QByteArray& bytes);

/// SHA-256 of a file, read in pieces (memory stays constant): 32 raw bytes.
/// Throws Error NotFound or Unreadable.
QByteArray sha256OfFile(const QString& path);

/// Two lower-case hex digits a byte, as hashes stand in JSON and in file names.
QString hexText(const QByteArray& bytes);

/// Base 32 of RFC 4648 without padding, capitals and the digits 2-7: fits the alphanumeric mode of QR codes.
QString base32(const QByteArray& bytes);

} // namespace jz
