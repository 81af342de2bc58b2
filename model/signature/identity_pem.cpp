// SPDX-License-Identifier: Apache-2.0
#include "model/signature/identity_parts.h"

#include "model/base/error.h"
#include "model/base/json_file.h"

#include <QFileInfo>

#include <openssl/pem.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr int mostCertificates = 50;

int givePassphrase(char* to, int room, int, void* passphrase)
{
    const auto* given = static_cast<const Passphrase*>(passphrase);
    if (given->size() > room)
        return -1;
    std::copy_n(given->constData(), given->size(), to);
    return given->size();
}

using Certificate = decltype(IdentityParts::certificate);

ssl::Bio reading(const QByteArray& bytes)
{
    return ssl::Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

ssl::Key parsedKey(const QByteArray& bytes, const Passphrase& passphrase)
{
    const ssl::Bio bio = reading(bytes);
    return ssl::Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, const_cast<Passphrase*>(&passphrase)));
}

void readKey(const QString& path, const QByteArray& bytes, const Passphrase& passphrase, IdentityParts& parts)
{
    if (!bytes.contains("PRIVATE KEY-----"))
        return;
    parts.key = parsedKey(bytes, passphrase);
    const bool isEncrypted = bytes.contains("ENCRYPTED");
    if (!parts.key && isEncrypted) {
        const OldCiphers old;
        parts.key = parsedKey(bytes, passphrase);
    }
    if (!parts.key && isEncrypted)
        throw Error(ErrorCode::WrongPassphrase,
                    LocalizedText{u"口令不能打开私钥文件“%1”。请核对后重新输入。"_s,
                                  u"The passphrase does not open the private key in “%1”. Check it and try again."_s}
                        .arg(path),
                    path, ssl::lastError());
}

std::vector<Certificate> readCertificates(const QByteArray& bytes)
{
    std::vector<Certificate> certificates;
    const ssl::Bio bio = reading(bytes);
    while (certificates.size() < mostCertificates) {
        Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        certificates.push_back(std::move(certificate));
    }
    ERR_clear_error();
    return certificates;
}

/// The other half of a pair, by its name; empty when it is not there.
QString partnerOf(const QString& path, bool needsKey)
{
    const QFileInfo file(path);
    const QString base = file.path() + u'/' + file.completeBaseName();
    const QStringList suffixes = needsKey ? QStringList{u".key"_s, u"-key.pem"_s}
                                          : QStringList{u".crt"_s, u".cer"_s, u".pem"_s};
    for (const QString& suffix : suffixes) {
        if (QFileInfo::exists(base + suffix) && base + suffix != file.path() + u'/' + file.fileName())
            return base + suffix;
    }
    return {};
}

} // namespace

KeyBytes readKeyFile(const QString& path)
{
    QFile file(path);
    openForReading(file);
    file.close();
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw unreadable(path, file.errorString());
    if (file.size() > largestFile)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"文件“%1”过大，不是签名证书文件。请确认选对了文件。"_s,
                                  u"“%1” is too large for an identity file. Check that it is the right file."_s}
                        .arg(path),
                    path);
    KeyBytes key(QByteArray(file.size(), Qt::Uninitialized));
    qint64 count = 0;
    for (qint64 more = 1; more > 0 && count < key.bytes.size(); count += more)
        more = std::max<qint64>(file.read(key.bytes.data() + count, key.bytes.size() - count), 0);
    if (count < key.bytes.size())
        throw unreadable(path, file.errorString());
    return key;
}

IdentityParts readPemIdentity(const QString& path, const QByteArray& content, const Passphrase& passphrase)
{
    IdentityParts parts;
    readKey(path, content, passphrase, parts);
    std::vector<Certificate> certificates = readCertificates(content);
    const bool lacksKey = !parts.key && !certificates.empty();
    const bool lacksCertificate = parts.key && certificates.empty();
    if (const QString partner = lacksKey || lacksCertificate ? partnerOf(path, lacksKey) : QString(); !partner.isEmpty()) {
        const KeyBytes other = readKeyFile(partner);
        if (lacksKey)
            readKey(partner, other.bytes, passphrase, parts);
        else
            certificates = readCertificates(other.bytes);
    }
    parts.others.reset(sk_X509_new_null());
    for (Certificate& certificate : certificates) {
        const bool isSigner =
            !parts.certificate && parts.key && X509_check_private_key(certificate.get(), parts.key.get()) == 1;
        if (isSigner)
            parts.certificate = std::move(certificate);
        else
            sk_X509_push(parts.others.get(), certificate.release());
    }
    ERR_clear_error();
    return parts;
}

} // namespace jz
