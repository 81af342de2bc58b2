// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"
#include "model/signature/cms_signature.h"
#include "model/signature/document_digest.h"
#include "model/signature/pkcs1_signature.h"
#include "model/signature/signature_rule.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

class CmsRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const SignatureValue& value = that.signature.value;
        if (value.subFilter == "adbe.x509.rsa_sha1")
            return checkWithoutCms(that, report);
        if (!CmsSignature::isKnown(value.subFilter)) {
            report.add(problem::subFilterUnknown, {}, QString::fromLatin1(value.subFilter));
            return;
        }
        if (value.contents.isEmpty())
            return;
        const auto kind = CmsSignature::kindOf(value.subFilter);
        const CmsSignature cms(value.contents, kind);
        if (!cms.problem.isEmpty()) {
            report.add(cms.problem, {}, cms.problemDetail);
            return;
        }
        describe(cms.signer(), report);
        if (cms.hasBytesBehind)
            report.add(problem::paddingNotZero);
        report.level = kind == CmsSignature::Kind::Cades ? u"B-B"_s : u"CMS"_s;
        if (!isReadable(that))
            return;
        const QLatin1StringView code = cms.check(digests(that));
        report.intact = code.isEmpty();
        if (!code.isEmpty())
            report.add(code);
        if (kind == CmsSignature::Kind::Sha1Inside || cms.isDigestWeak())
            report.add(problem::weakDigest);
    }

private:
    static void checkWithoutCms(const SignatureCase& that, SignatureReport& report)
    {
        const Pkcs1Signature signature(that.signature.value);
        if (!signature.problem.isEmpty())
            return report.add(signature.problem);
        describe(signature.signer(), report);
        report.level = u"PKCS1"_s;
        if (!isReadable(that))
            return;
        const EVP_MD* digest = signature.digestThatHolds(digests(that));
        report.intact = digest;
        if (!digest)
            report.add(problem::signatureInvalid);
        else if (EVP_MD_is_a(digest, "SHA1"))
            report.add(problem::weakDigest);
    }

    static DigestOf digests(const SignatureCase& that)
    {
        return [&that](const EVP_MD* algorithm) {
            return rangeDigest(that.structure.source(), *that.signature.value.byteRange, algorithm);
        };
    }

    static void describe(X509* signer, SignatureReport& report)
    {
        report.certificate = ssl::der(signer, i2d_X509);
        report.signer = holderName(signer);
        report.fingerprint = QString::fromLatin1(sha256(report.certificate).toHex());
        EVP_PKEY* key = X509_get0_pubkey(signer);
        if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 2048)
            report.add(problem::weakKey);
    }

    /// Whatever else is wrong with the range, the digest can be taken over it.
    static bool isReadable(const SignatureCase& that)
    {
        const auto& range = that.signature.value.byteRange;
        const qint64 size = that.structure.source().size();
        return range && (*range)[0] == 0 && (*range)[1] >= 0 && (*range)[2] >= (*range)[1] && (*range)[3] >= 0
               && (*range)[2] <= size && (*range)[3] <= size - (*range)[2];
    }
};

/// Reads the CMS anew: rules share nothing but the report.
class SigningCertificateRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (report.certificate.isEmpty())
            return;
        const CmsSignature cms(that.signature.value.contents, CmsSignature::kindOf(that.signature.value.subFilter));
        const QLatin1StringView code = cms.problem.isEmpty() ? cms.checkSigningCertificate() : QLatin1StringView();
        if (code.isEmpty())
            return;
        report.intact = false;
        report.add(code);
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeCmsRule()
{
    return std::make_unique<CmsRule>();
}

std::unique_ptr<SignatureRule> makeSigningCertificateRule()
{
    return std::make_unique<SigningCertificateRule>();
}

} // namespace jz
