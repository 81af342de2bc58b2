// SPDX-License-Identifier: Apache-2.0
#include "app/delivery_key_option.h"

#include "app/workspace_option.h"

#include "model/signature/delivery_key.h"

#include <QDir>

namespace jz::cli {

using namespace Qt::StringLiterals;

Identity deliveryKeyOf(const Call& call)
{
    const std::unique_ptr<SecretStore> keyring = systemKeyring();
    const DeliveryKey key = openDeliveryKey(QDir(workspaceFolder(call)).filePath(u"keys"_s), keyring.get());
    if (key.isNew)
        complain(text(u"已为本机生成传输校验密钥。收件人会看到一个新的发件方。", u"Made the key for delivery marks of this installation; receivers see a new sender.")
                     .in(language()));
    return key.identity;
}

} // namespace jz::cli
