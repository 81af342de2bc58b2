// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/revision_history.h"
#include "model/signature/trust_list.h"
#include "model/signature/verification_report.h"

#include <memory>
#include <vector>

namespace jz {

class ValidationData;

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

/// A document time stamp that was examined.
struct DocumentTimestamp
{
    TimestampReport report;
    qint64 end = -1; ///< where the bytes it covers end
};

/// What a rule may look at.
struct SignatureCase
{
    const PdfStructure& structure;
    FoundSignature signature;
    const QList<FoundSignature>& all; ///< document time stamps too; by the end of what they cover
    const TrustList& trust;
    QDateTime now;
    QList<RevisionStep> later; ///< the revisions after the one that is signed, oldest first
    bool isFollowed = false;   ///< readers come by the signed revision
    bool isOwnPaper = false;   ///< a paper of this program, as it was when it was signed
    const ValidationData& data;  ///< what the file carries to judge certificates by
    QList<DocumentTimestamp> stamps; ///< those that cover this signature and hold, oldest first
};

/// One check on one signature. Rules run in the order of their list; the report that comes in holds what the
/// earlier ones found. Six rules establish something and are the only ones that make a report better: without
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

/// Establishes `covers`, and `changes` as `None` when nothing came later: /ByteRange is two stretches from the first byte that lie within
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
/// A time stamp inside the signature holds and is of this signature. Establishes `provenTime`, by that one or by
/// those over the document.
std::unique_ptr<SignatureRule> makeTimestampRule();
/// Establishes `trusted`: key usage, chain, validity.
std::unique_ptr<SignatureRule> makeTrustRule();
/// Nobody revoked a certificate of the chain before the proven time, as far as the file itself tells.
std::unique_ptr<SignatureRule> makeRevocationRule();
/// Establishes levels above `B-B` (ETSI EN 319 142-1): what is there and holds, whoever is trusted.
std::unique_ptr<SignatureRule> makeLevelRule();
/// Establishes `changes` as `Permitted` when something came later and all of it could be compared.
std::unique_ptr<SignatureRule> makeComparisonRule();
/// Readers come by the signed revision, and the file ends with a whole one.
std::unique_ptr<SignatureRule> makeRevisionChainRule();
/// What pages show: contents, resources, fonts, the pages themselves.
std::unique_ptr<SignatureRule> makePageRule();
/// Annotations and appearances; notes where DocMDP 3 allows them.
std::unique_ptr<SignatureRule> makeAnnotationRule();
/// What hangs on the catalog: names, embedded files, scripts, optional content, anything else.
std::unique_ptr<SignatureRule> makeDocumentRule();
/// The form: fields added, removed, changed in more than their value.
std::unique_ptr<SignatureRule> makeFormRule();
/// Fields that are signed, and their values.
std::unique_ptr<SignatureRule> makeSignedFieldRule();
std::unique_ptr<SignatureRule> makeStructureRule();
std::unique_ptr<SignatureRule> makeMetadataRule();
std::unique_ptr<SignatureRule> makeSecurityStoreRule();
/// How the later revisions are written: nothing hidden, redirected or ambiguous in them.
std::unique_ptr<SignatureRule> makeObjectRule();
/// Nothing was filled in after the last signature.
std::unique_ptr<SignatureRule> makeFillingRule();
/// DocMDP, FieldMDP and field locks of the signature are kept.
std::unique_ptr<SignatureRule> makePermissionRule();
/// In a paper of ours: a reserved field signed, a DSS, a document time stamp, and nothing else.
std::unique_ptr<SignatureRule> makeOwnPaperRule();
/// The signature is shown by exactly one field and lies behind the earlier ones.
std::unique_ptr<SignatureRule> makeDeclarationRule();

/// The change is a signature being made.
bool isSigning(const RevisionChange& change);

/// All of them, in this order.
SignatureRules defaultSignatureRules();

} // namespace jz
