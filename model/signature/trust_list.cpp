// SPDX-License-Identifier: Apache-2.0
#include "model/signature/trust_list.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/signature/openssl_handles.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Error noCertificate(const QString& subject)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"“%1”不是证书文件（PEM 或 DER）。"_s, u"“%1” is no certificate (PEM or DER)."_s}
                     .arg(subject),
                 subject, ssl::lastError());
}

} // namespace

void TrustList::add(const QByteArray& certificate)
{
    if (!ssl::certificate(certificate))
        throw noCertificate(u"certificate"_s);
    if (!m_certificates.contains(certificate))
        m_certificates.append(certificate);
}

void TrustList::addFile(const QString& path)
{
    const QByteArray bytes = readWholeFile(path, 4 * 1024 * 1024);
    static const QByteArray begin = "-----BEGIN CERTIFICATE-----";
    qsizetype found = 0;
    for (qsizetype at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
        const qsizetype end = bytes.indexOf("-----END", at);
        const QByteArray der = QByteArray::fromBase64(bytes.mid(at + begin.size(), end - at - begin.size()));
        if (end < 0 || !ssl::certificate(der))
            throw noCertificate(path);
        add(der);
        ++found;
    }
    if (found > 0)
        return;
    if (!ssl::certificate(bytes))
        throw noCertificate(path);
    add(bytes);
}

} // namespace jz
