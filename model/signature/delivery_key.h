// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/secret_store.h"

namespace jz {

/// The key that this installation closes its papers with (see delivery_mark.h).
struct DeliveryKey
{
    enum class Place { File, Keyring };
    Identity identity;
    Place place = Place::File;
    bool isNew = false; ///< made just now: receivers who remember an earlier sender will see another one
};

/// Opens the key, and makes it when there is none. Its certificate names nobody and never expires.
///
/// Looked for first as a file in `folder` (delivery-key.p12), then in `keyring`; a new one goes into the keyring
/// and, where there is none (null, or it does not keep it), into the file. The folder is made when it is not
/// there; folder and file can be read by this person alone (0700, 0600) and are brought to that when they are not. An installation stays with the
/// place it began with. A key that cannot be read any more is put aside (delivery-key.p12.damaged) and replaced:
/// nothing that was marked before is lost by it.
///
/// Two processes that start at the same time get the same key. Throws Error NotWritable naming folder or file.
DeliveryKey openDeliveryKey(const QString& folder, SecretStore* keyring);

} // namespace jz
