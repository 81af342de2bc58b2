// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace jz {

/// A place that keeps secrets for this person on this machine.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;
    /// Nothing when it is not there or cannot be had.
    virtual std::optional<QByteArray> read(const QString& name) = 0;
    /// False when it could not be kept.
    virtual bool write(const QString& name, const QByteArray& secret) = 0;
};

/// The keyring of the desktop (Secret Service, KWallet, the credential store of Windows). Where there is none,
/// or it does not answer within some seconds, nothing is read and nothing kept. Needs a QCoreApplication; runs
/// its event loop while it waits.
std::unique_ptr<SecretStore> systemKeyring();

} // namespace jz
