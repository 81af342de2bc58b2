// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"
#include "model/signature/cms_signature.h"
#include "model/signature/document_digest.h"
#include "model/signature/signature_rule.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::optional<CmsSignature::Kind> kindOf(const QByteArray& subFilter)
{
    if (subFilter == "ETSI.CAdES.detached")
        return CmsSignature::Kind::Cades;
    if (subFilter == "adbe.pkcs7.detached")
        return CmsSignature::Kind::Detached;
    if (subFilter == "adbe.pkcs7.sha1")
        return CmsSignature::Kind::Sha1Inside;
    return std::nullopt;
}

class CmsRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const SignatureValue& value = that.signature.value;
        const auto kind = kindOf(value.subFilter);
        if (!kind) {
            report.add(problem::subFilterUnknown, {}, QString::fromLatin1(value.subFilter));
            return;
        }
        if (value.contents.isEmpty())
            return;
        const CmsSignature cms(value.contents, *kind);
        if (!cms.problem.isEmpty()) {
            report.add(cms.problem, {}, cms.problemDetail);
            return;
        }
        describe(cms, report);
        report.level = *kind == CmsSignature::Kind::Cades ? u"B-B"_s : u"CMS"_s;
        if (!isReadable(that))
            return;
        const auto document = [&](const EVP_MD* algorithm) {
            return rangeDigest(that.structure.source(), *value.byteRange, algorithm);
        };
        const QLatin1StringView code = cms.check(document);
        report.intact = code.isEmpty();
        if (!code.isEmpty())
            report.add(code);
        if (*kind == CmsSignature::Kind::Sha1Inside || cms.isDigestWeak())
            report.add(problem::weakDigest);
    }

private:
    static void describe(const CmsSignature& cms, SignatureReport& report)
    {
        report.certificate = ssl::der(cms.signer(), i2d_X509);
        report.signer = holderName(cms.signer());
        report.fingerprint = QString::fromLatin1(sha256(report.certificate).toHex());
        if (cms.hasBytesBehind)
            report.add(problem::paddingNotZero);
        EVP_PKEY* key = X509_get0_pubkey(cms.signer());
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

/// The base of the rules on what is inside a CMS that can be read. Each reads it anew: rules share nothing but the
/// report.
class InsideCmsRule : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const final
    {
        const auto kind = kindOf(that.signature.value.subFilter);
        if (!kind || report.certificate.isEmpty())
            return;
        const CmsSignature cms(that.signature.value.contents, *kind);
        if (cms.problem.isEmpty())
            checkInside(cms, report);
    }

private:
    virtual void checkInside(const CmsSignature& cms, SignatureReport& report) const = 0;
};

class SigningCertificateRule final : public InsideCmsRule
{
    void checkInside(const CmsSignature& cms, SignatureReport& report) const override
    {
        const QLatin1StringView code = cms.checkSigningCertificate();
        if (code.isEmpty())
            return;
        report.intact = false;
        report.add(code);
    }
};

class TimestampRule final : public InsideCmsRule
{
    void checkInside(const CmsSignature& cms, SignatureReport& report) const override
    {
        const auto stamp = cms.timestamp();
        if (!stamp.present)
            return;
        report.timestamp = stamp.time;
        if (!stamp.time.isValid()) {
            report.intact = false;
            report.add(problem::timestampInvalid);
        } else if (report.level == u"B-B") {
            report.level = u"B-T"_s;
        }
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

std::unique_ptr<SignatureRule> makeTimestampRule()
{
    return std::make_unique<TimestampRule>();
}

} // namespace jz
