// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"
#include "model/signature/trust_list.h"
#include "model/signature/verification_report.h"

#include <memory>
#include <vector>

namespace jz {

/// A signature as it was found in the file.
struct FoundSignature
{
    QString field;        ///< empty when no field declares it
    bool declared = true;
    SignatureValue value;
    qint64 end() const ///< where its signed bytes end; -1 when it has no byte range
    {
        const auto& range = value.byteRange;
        return range && (*range)[2] <= std::numeric_limits<qint64>::max() - (*range)[3] ? (*range)[2] + (*range)[3] : -1;
    }
};

/// What a rule may look at.
struct SignatureCase
{
    const PdfStructure& structure;
    const FoundSignature& signature;
    const QList<FoundSignature>& all; ///< document time stamps too; by the end of what they cover
    const TrustList& trust;
    QDateTime now;
};

/// One check on one signature. Rules run in the order of their list; the report that comes in holds what the
/// earlier ones found. A rule is the only one that may improve what it is about, and any rule may make it worse.
class SignatureRule
{
public:
    SignatureRule() = default;
    SignatureRule(const SignatureRule&) = delete;
    SignatureRule& operator=(const SignatureRule&) = delete;
    virtual ~SignatureRule() = default;
    virtual void check(const SignatureCase& that, SignatureReport& report) const = 0;
};

using SignatureRules = std::vector<std::unique_ptr<SignatureRule>>;

/// Place in the file: the range is exact and ends with a revision. Sets `covers`.
std::unique_ptr<SignatureRule> makeCoverageRule();
/// CMS, digest, signing-certificate, time stamp, strength. Sets `intact`, `signer`, `fingerprint`, `level`.
std::unique_ptr<SignatureRule> makeCmsRule();
/// Key usage, chain, validity, revocation. Sets `trusted`.
std::unique_ptr<SignatureRule> makeTrustRule();
/// What came after the signature. Sets `changes`: `None` when it covers the file, else `Forbidden`.
std::unique_ptr<SignatureRule> makeLaterRevisionRule();
/// DocMDP, FieldMDP and field locks of earlier signatures. Makes `changes` worse.
std::unique_ptr<SignatureRule> makePermissionRule();
/// The signature is shown by exactly one field and lies behind the earlier ones. Makes `changes`, `covers` worse.
std::unique_ptr<SignatureRule> makeDeclarationRule();

/// All of them, in this order.
SignatureRules defaultSignatureRules();

} // namespace jz
