// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/signature_role.h"

#include <QDateTime>

namespace jz {

/// A signature as a person asks for it.
struct SigningOrder
{
    SignatureRole role = SignatureRole::Applicant;
    Identity identity;
    QString opinion;  ///< what the signer adds, as long as AppearanceContent takes
    QString name;     ///< shown and written as /Name; empty: the name in the certificate
    QDateTime time;   ///< claimed signing time
    QString sealPath; ///< PNG, drawn inside the appearance; empty for none
};

/// Signs a paper of ours with a visible appearance (name, date, certificate fingerprint, opinion, seal) in the
/// first free field of the role. `out` may be `in`; written whole or not at all.
/// Throws Error as signPdf() and drawSignatureAppearance(); NoFreeField when the paper has none.
void signPaper(const QString& in, const QString& out, const SigningOrder& order);

} // namespace jz
