// SPDX-License-Identifier: Apache-2.0
#include "model/signature/openssl_handles.h"

#include <vector>

namespace jz::ssl {

Certificate certificate(const QByteArray& derBytes)
{
    // Every rule asks for the same few, and OpenSSL 3.0 takes long to set up the reading of a public key.
    constexpr qsizetype most = 16;
    thread_local std::vector<std::pair<QByteArray, Certificate>> known;
    for (const auto& [bytes, certificate] : known) {
        if (bytes == derBytes) {
            X509_up_ref(certificate.get());
            return Certificate(certificate.get());
        }
    }
    const unsigned char* in = data(derBytes);
    Certificate result(d2i_X509(nullptr, &in, static_cast<long>(derBytes.size())));
    if (!result)
        return result;
    if (known.size() >= most)
        known.erase(known.begin());
    X509_up_ref(result.get());
    known.emplace_back(derBytes, Certificate(result.get()));
    return result;
}

QString lastError()
{
    QString text;
    while (const unsigned long code = ERR_get_error()) {
        char line[256];
        ERR_error_string_n(code, line, sizeof line);
        text += text.isEmpty() ? QString::fromLatin1(line) : QStringLiteral("; ") + QString::fromLatin1(line);
    }
    return text;
}

} // namespace jz::ssl
