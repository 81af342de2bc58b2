// SPDX-License-Identifier: Apache-2.0
#include "model/signature/delivery_key.h"

#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/signature/certificate_builder.h"
#include "model/signature/delivery_mark.h"
#include "model/signature/identity_parts.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions onlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions onlyFolder = onlyFile | QFileDevice::ExeOwner;
constexpr int lockPatienceMs = 10'000;

/// Name in the keyring.
QString secretName()
{
    return u"delivery-key"_s;
}

QByteArray newKeyFile()
{
    ERR_clear_error();
    const ssl::Key key = newKey(KeyKind::P256);
    const QDateTime from(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC); // whatever the clock of this computer says
    const ssl::Certificate certificate =
        selfIssued({u"传输校验 delivery mark"_s, u"非单位签章 not a signature of a unit"_s, from, {}, deliveryMarkUsage},
                   key.get());
    // Who can read the file can use the key: a passphrase beside it would change nothing.
    const ssl::Pkcs12 pkcs12(PKCS12_create("", nullptr, key.get(), certificate.get(), nullptr, -1, -1, 1, 1, 0));
    if (!pkcs12)
        throw Error(ErrorCode::Unusable, {u"无法生成传输校验密钥。"_s, u"The key for delivery marks could not be made."_s}, {},
                    ssl::lastError());
    return ssl::der(pkcs12.get(), i2d_PKCS12);
}

/// The identity in `bytes`; nothing when it is none that makes delivery marks.
std::optional<Identity> usable(const QByteArray& bytes, const QString& name)
{
    try {
        const Identity identity = Identity::fromPkcs12(bytes, Passphrase(QString()), name);
        return isDeliveryMark(identity.certificate()) ? std::optional(identity) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt; // damaged: a new one takes its place
    }
}

void makePrivateFolder(const QString& folder)
{
    const bool made = QDir().mkpath(folder);
    if (!made || !QFile::setPermissions(folder, onlyFolder))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法建立只供本人读取的文件夹“%1”，传输校验密钥没有保存。请检查上级文件夹是否可写，或换一个资料库位置。"_s,
                                  u"The private folder “%1” cannot be made, the key for delivery marks was not kept. Check that "
                                  "its parent is writable or choose another workspace."_s}
                        .arg(folder),
                    folder);
}

/// The key file of one folder.
class KeyFile
{
public:
    explicit KeyFile(const QString& folder) : m_path(QDir(folder).filePath(u"delivery-key.p12"_s)) {}

    std::optional<Identity> read() const
    {
        if (!QFileInfo::exists(m_path))
            return std::nullopt;
        QFile::setPermissions(m_path, onlyFile);
        try {
            const KeyBytes key = readKeyFile(m_path);
            return usable(key.bytes, m_path);
        } catch (const Error&) {
            return std::nullopt;
        }
    }

    void write(const QByteArray& bytes) const
    {
        putAside();
        OutputFile file(m_path);
        file.device().setPermissions(onlyFile);
        file.write(bytes);
        file.commit();
    }

private:
    void putAside() const
    {
        const QString aside = m_path + u".damaged"_s;
        if (!QFileInfo::exists(m_path))
            return;
        QFile::remove(aside);
        QFile::rename(m_path, aside);
    }

    QString m_path;
};

} // namespace

DeliveryKey openDeliveryKey(const QString& folder, SecretStore* keyring)
{
    makePrivateFolder(folder);
    QLockFile lock(QDir(folder).filePath(u"delivery-key.lock"_s));
    lock.tryLock(lockPatienceMs);
    const KeyFile file(folder);
    if (const auto identity = file.read())
        return {*identity, DeliveryKey::Place::File, false};
    if (auto secret = keyring ? keyring->read(secretName()) : std::nullopt) {
        const KeyBytes key(*std::exchange(secret, std::nullopt));
        if (const auto identity = usable(key.bytes, secretName()))
            return {*identity, DeliveryKey::Place::Keyring, false};
    }
    const KeyBytes made(newKeyFile());
    const Identity identity = Identity::fromPkcs12(made.bytes, Passphrase(QString()), secretName());
    // A keyring that says it keeps a secret is believed only when it gives it back.
    if (keyring && keyring->write(secretName(), made.bytes) && keyring->read(secretName()) == made.bytes)
        return {identity, DeliveryKey::Place::Keyring, true};
    file.write(made.bytes);
    return {identity, DeliveryKey::Place::File, true};
}

} // namespace jz
