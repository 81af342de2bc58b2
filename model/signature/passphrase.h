// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace jz {

/// A passphrase (口令): UTF-8 bytes that are wiped from memory when it goes out of scope. It is never copied,
/// printed, put into an Error or an argument list.
class Passphrase
{
public:
    /// Takes the bytes over; a copy that the caller keeps is the caller's to wipe.
    explicit Passphrase(std::vector<char> utf8) : m_bytes(std::move(utf8)) {}
    explicit Passphrase(const QString& text);
    /// The first line of a file, without its line end and a byte order mark.
    /// Throws Error NotFound, Unreadable, TooLarge (over 4096 bytes).
    static Passphrase fromFile(const QString& path);

    Passphrase(Passphrase&&) noexcept = default;
    Passphrase& operator=(Passphrase&&) = delete;
    ~Passphrase();

    bool isEmpty() const { return m_bytes.empty(); }
    /// Zero-terminated, valid as long as the object lives.
    const char* constData() const;
    int size() const { return static_cast<int>(m_bytes.size()); }

private:
    mutable std::vector<char> m_bytes;
};

} // namespace jz
