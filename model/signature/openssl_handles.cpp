// SPDX-License-Identifier: Apache-2.0
#include "model/signature/openssl_handles.h"

namespace jz::ssl {

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
