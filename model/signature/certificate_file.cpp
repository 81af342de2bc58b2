// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_file.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"

#include <openssl/pem.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error malformed(const QString& path, const LocalizedText& message)
{
    return Error(ErrorCode::Malformed, message.arg(path), path, ssl::lastError());
}

Error noCertificate(const QString& path)
{
    return malformed(path, {u"“%1”里没有证书（可用 PEM、DER 或 P7B）。请向对方索取证书文件，通常以 .pem、.cer、.crt 或 .p7b 结尾。"_s,
                            u"There is no certificate in “%1” (PEM, DER or P7B). Ask for the certificate file, usually .pem, .cer, .crt or "
                            ".p7b."_s});
}

Error brokenCertificate(const QString& path)
{
    return malformed(path, {u"“%1”里的证书已损坏或不完整，没有导入任何证书。请让对方重新导出后再发一次。"_s,
                            u"A certificate in “%1” is damaged or incomplete; none was taken. Ask to have it exported and sent again."_s});
}

Error brokenP7b(const QString& path)
{
    return malformed(path, {u"“%1”是损坏的 P7B 文件，或其中没有证书，没有导入任何证书。请让对方重新导出，或改发 .cer 文件。"_s,
                            u"“%1” is a damaged P7B file or holds no certificate; none was taken. Ask to have it exported again, or for a .cer "
                            "file."_s});
}

Error holdsKey(const QString& path)
{
    return Error(ErrorCode::Unusable,
                 LocalizedText{u"“%1”含有私钥，不能作为可信证书导入，也没有保存其中任何内容。私钥不应离开签名人：请改用只含证书的文件"
                               "（.pem、.cer、.crt 或 .p7b）；如果这是别人发来的，请提醒对方更换证书。"_s,
                               u"“%1” holds a private key; it was not taken as a trusted certificate and nothing of it was kept. A key must "
                               "not leave its owner: use the file with the certificate alone (.pem, .cer, .crt or .p7b). If somebody sent it to you, tell "
                               "them to get a new certificate."_s}
                     .arg(path),
                 path);
}

/// The bytes of a file that may turn out to be a key.
struct WipedBytes
{
    explicit WipedBytes(QByteArray read) : bytes(std::move(read)) {}
    ~WipedBytes() { OPENSSL_cleanse(bytes.data(), size_t(bytes.size())); }
    WipedBytes(const WipedBytes&) = delete;
    WipedBytes& operator=(const WipedBytes&) = delete;
    QByteArray bytes;
};

/// One block of a PEM file.
struct PemBlock
{
    ~PemBlock()
    {
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_clear_free(data, size_t(size));
    }
    QByteArray label() const { return QByteArray(name); }
    char* name = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long size = 0;
};

class CertificateFile
{
public:
    explicit CertificateFile(const QString& path) : m_path(path), m_file(readWholeFile(path, largestFile)) {}

    QList<QByteArray> certificates()
    {
        ERR_clear_error();
        const bool isPem = m_file.bytes.contains("-----BEGIN ");
        isPem ? readPem() : readDer();
        ERR_clear_error();
        if (m_found.isEmpty())
            throw noCertificate(m_path);
        return m_found;
    }

private:
    void readPem()
    {
        // A key anywhere in it: nothing of the file is taken.
        if (m_file.bytes.contains("PRIVATE KEY-----"))
            throw holdsKey(m_path);
        const ssl::Bio in(BIO_new_mem_buf(m_file.bytes.constData(), int(m_file.bytes.size())));
        for (;;) {
            PemBlock block;
            if (PEM_read_bio(in.get(), &block.name, &block.header, &block.data, &block.size) != 1)
                break;
            takeBlock(block);
        }
        if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
            throw brokenCertificate(m_path);
    }

    void takeBlock(const PemBlock& block)
    {
        const QByteArray der(reinterpret_cast<const char*>(block.data), block.size);
        const QByteArray label = block.label();
        if (label == PEM_STRING_X509 || label == PEM_STRING_X509_OLD || label == PEM_STRING_X509_TRUSTED)
            takeCertificate(der);
        else if (label == PEM_STRING_PKCS7 || label == PEM_STRING_PKCS7_SIGNED || label == PEM_STRING_CMS)
            takeP7b(der);
    }

    void readDer()
    {
        const QByteArray& der = m_file.bytes;
        if (ssl::certificate(der))
            return takeCertificate(der);
        const unsigned char* in = ssl::data(der);
        if (ssl::Pkcs12(d2i_PKCS12(nullptr, &in, long(der.size()))))
            throw holdsKey(m_path);
        in = ssl::data(der);
        if (ssl::Key(d2i_AutoPrivateKey(nullptr, &in, long(der.size()))))
            throw holdsKey(m_path);
        // The object identifier of PKCS#7 signed data (1.2.840.113549.1.7.2) near the beginning.
        if (der.left(40).contains(QByteArray::fromHex("06092a864886f70d010702")))
            takeP7b(der);
    }

    void takeCertificate(const QByteArray& der)
    {
        const ssl::Certificate certificate = ssl::certificate(der);
        if (!certificate)
            throw brokenCertificate(m_path);
        // Encoded anew: bytes behind the certificate (as OpenSSL's own trust settings) are no part of it.
        const QByteArray alone = ssl::der(certificate.get(), i2d_X509);
        if (!m_found.contains(alone))
            m_found.append(alone);
    }

    void takeP7b(const QByteArray& der)
    {
        const unsigned char* in = ssl::data(der);
        const ssl::Cms cms(d2i_CMS_ContentInfo(nullptr, &in, long(der.size())));
        const ssl::Certificates inside(cms ? CMS_get1_certs(cms.get()) : nullptr);
        if (sk_X509_num(inside.get()) <= 0)
            throw brokenP7b(m_path);
        for (int i = 0; i < sk_X509_num(inside.get()); ++i)
            takeCertificate(ssl::der(sk_X509_value(inside.get(), i), i2d_X509));
    }

    QString m_path;
    WipedBytes m_file;
    QList<QByteArray> m_found;
};

} // namespace

CertificateSummary summaryOfCertificate(const QByteArray& certificate, const QString& subject)
{
    const ssl::Certificate parsed = ssl::certificate(certificate);
    if (!parsed)
        throw noCertificate(subject);
    CertificateSummary summary;
    summary.fingerprint = QString::fromLatin1(sha256(certificate).toHex());
    summary.holder = holderName(parsed.get());
    summary.issuer = issuerName(parsed.get());
    summary.validFrom = toDateTime(X509_get0_notBefore(parsed.get()));
    summary.validTo = toDateTime(X509_get0_notAfter(parsed.get()));
    summary.isAuthority = X509_check_ca(parsed.get()) == 1;
    ERR_clear_error();
    return summary;
}

QList<QByteArray> readCertificates(const QString& path)
{
    return CertificateFile(path).certificates();
}

} // namespace jz
