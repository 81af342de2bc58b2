// SPDX-License-Identifier: Apache-2.0
#include "model/signature/passphrase.h"

#include "model/base/error.h"
#include "model/base/json_file.h"

#include <openssl/crypto.h>

namespace jz {

using namespace Qt::StringLiterals;

Passphrase::Passphrase(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    m_bytes.reserve(static_cast<size_t>(bytes.size()) + 1);
    m_bytes.assign(bytes.begin(), bytes.end());
    OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
}

Passphrase Passphrase::fromFile(const QString& path)
{
    constexpr qint64 longest = 4096;
    QFile file(path);
    openForReading(file);
    // Read past QFile's own buffer, which nobody would wipe.
    file.close();
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw unreadable(path, file.errorString());
    std::vector<char> bytes(longest + 2);
    const qint64 count = file.read(bytes.data(), longest + 1);
    if (count < 0)
        throw unreadable(path, file.errorString());
    if (count > longest) {
        OPENSSL_cleanse(bytes.data(), bytes.size());
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"口令文件“%1”过长，应当只有一行口令。"_s,
                                  u"The passphrase file “%1” is too long: it should hold one line."_s}
                        .arg(path),
                    path);
    }
    auto end = std::find_if(bytes.begin(), bytes.begin() + count, [](char c) { return c == '\n' || c == '\r'; });
    OPENSSL_cleanse(&*end, static_cast<size_t>(bytes.end() - end));
    bytes.resize(static_cast<size_t>(end - bytes.begin()));
    if (bytes.size() >= 3 && std::equal(bytes.begin(), bytes.begin() + 3, "\xef\xbb\xbf"))
        bytes.erase(bytes.begin(), bytes.begin() + 3);
    return Passphrase(std::move(bytes));
}

Passphrase::~Passphrase()
{
    if (m_bytes.capacity() > 0) {
        m_bytes.resize(m_bytes.capacity());
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
    }
}

const char* Passphrase::constData() const
{
    // The terminator is not part of the passphrase; growing moves the bytes, so the old ones are wiped.
    if (m_bytes.capacity() == m_bytes.size()) {
        std::vector<char> larger;
        larger.reserve(m_bytes.size() + 1);
        larger.assign(m_bytes.begin(), m_bytes.end());
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
        m_bytes.swap(larger);
    }
    m_bytes.push_back('\0');
    m_bytes.pop_back();
    return m_bytes.data();
}

} // namespace jz
