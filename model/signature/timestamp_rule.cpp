// SPDX-License-Identifier: Apache-2.0
#include "model/signature/signature_rule.h"
#include "model/signature/time_stamp.h"

namespace jz {

namespace {

class TimestampRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        // The first that covers the signature says the most: it was there before that.
        for (const DocumentTimestamp& stamp : that.stamps) {
            if (stamp.report.trusted && (!report.provenTime.isValid() || stamp.report.time < report.provenTime))
                report.provenTime = stamp.report.time;
        }
        if (report.certificate.isEmpty())
            return;
        const CmsSignature cms(that.signature.value.contents, CmsSignature::kindOf(that.signature.value.subFilter));
        if (cms.problem.isEmpty() && cms.hasTimestamp())
            checkToken(cms, that, report);
    }

private:
    static void checkToken(const CmsSignature& cms, const SignatureCase& that, SignatureReport& report)
    {
        const TimestampToken token(cms.timestampToken(), that.data);
        const Moment at{that.now, report.provenTime};
        report.timestamp = token.report([&](const EVP_MD* algorithm) { return cms.valueDigest(algorithm); }, that.trust, at);
        if (!report.timestamp->intact) {
            report.intact = false;
            report.add(problem::timestampInvalid);
            return;
        }
        report.add(token.problems(that.trust, at));
        if (report.timestamp->trusted)
            report.provenTime = report.timestamp->time;
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeTimestampRule()
{
    return std::make_unique<TimestampRule>();
}

} // namespace jz
