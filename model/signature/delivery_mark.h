// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/verification_report.h"

namespace jz {

/// The delivery mark (传输校验): a signature made without asking, with a key that each installation makes at its
/// first start. It says that a file is whole and comes from the same sender as before; it is never a signature
/// of a unit. What makes it one is this extended key usage in its certificate (an arc of ITU-T X.667 under a
/// UUID of our own), never a name.
inline constexpr char deliveryMarkUsage[] = "2.25.186166767709320927688304114129455432133";

/// Whether a certificate (DER) says that its key makes delivery marks. False for what is no certificate.
bool isDeliveryMark(const QByteArray& certificate);

/// Enters a mark that was examined by the rules into the report of its file. Who vouches for its key does not
/// matter: nobody does. A mark that does not hold makes the verdict worse as a signature would, and its problems
/// become those of the file, and so do bytes behind one that holds; the report stays whole only when every mark in the file does.
void addDeliveryMark(VerificationReport& report, const SignatureReport& mark);

} // namespace jz
