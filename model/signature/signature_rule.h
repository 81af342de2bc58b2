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
        const bool adds = range && (*range)[2] >= 0 && (*range)[3] >= 0
                          && (*range)[2] <= std::numeric_limits<qint64>::max() - (*range)[3];
        return adds ? (*range)[2] + (*range)[3] : -1;
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
/// earlier ones found. Three rules establish something and are the only ones that make a report better: without
/// them nothing is believed. All others can only make it worse, so that leaving one out lets its attack through.
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

/// Establishes `covers`, and `changes` as `None`: /ByteRange is two stretches from the first byte that lie within
/// the file. Whether they are the right ones is for the next four rules to say.
std::unique_ptr<SignatureRule> makeCoverageRule();
/// What the range leaves out is the hex string of /Contents, from `<` to `>`, and nothing else.
std::unique_ptr<SignatureRule> makeExactGapRule();
/// The signed bytes end as a revision does, with a cross-reference section of their own.
std::unique_ptr<SignatureRule> makeRevisionEndRule();
/// No key stands twice in the signature dictionary: readers would not agree on which of them counts.
std::unique_ptr<SignatureRule> makeUniqueKeyRule();
/// Establishes `intact`: CMS, digest, attributes, signature value. Sets `signer`, `fingerprint`, `level` too.
std::unique_ptr<SignatureRule> makeCmsRule();
/// The certificate that the signed attributes name (RFC 5035) is the signer's; PAdES demands the attribute.
std::unique_ptr<SignatureRule> makeSigningCertificateRule();
/// A time stamp inside the signature holds and is of this signature.
std::unique_ptr<SignatureRule> makeTimestampRule();
/// Establishes `trusted`: key usage, chain, validity, revocation.
std::unique_ptr<SignatureRule> makeTrustRule();
/// Nothing came after the signature; until later revisions are compared object by object anything counts as
/// forbidden.
std::unique_ptr<SignatureRule> makeLaterRevisionRule();
/// DocMDP, FieldMDP and field locks of earlier signatures are kept.
std::unique_ptr<SignatureRule> makePermissionRule();
/// The signature is shown by exactly one field and lies behind the earlier ones.
std::unique_ptr<SignatureRule> makeDeclarationRule();

/// All of them, in this order.
SignatureRules defaultSignatureRules();

} // namespace jz
