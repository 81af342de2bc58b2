// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_path.h"
#include "model/signature/signature_rule.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// What a signature has beyond B-B: a time stamp that holds (T), everything to judge its certificates by without a network (LT), and
/// a document time stamp over all of that (LTA). A missing link at any step ends it.
class LevelRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const bool isStamped = (report.timestamp && report.timestamp->intact) || !that.stamps.isEmpty();
        if (report.level != u"B-B" || !report.intact || !isStamped)
            return;
        report.level = u"B-T"_s;
        if (!hasData(that, report, std::numeric_limits<qint64>::max()))
            return;
        report.level = u"B-LT"_s;
        const bool isArchived = std::any_of(that.stamps.begin(), that.stamps.end(), [&](const DocumentTimestamp& stamp) {
            return hasData(that, report, stamp.end);
        });
        if (isArchived)
            report.level = u"B-LTA"_s;
    }

private:
    /// Of the signer and of the authority that stamped his signature.
    static bool hasData(const SignatureCase& that, const SignatureReport& report, qint64 before)
    {
        const Moment at{that.now, report.provenTime};
        const auto isAnswered = [&](const QByteArray& der) {
            const ssl::Certificate leaf = ssl::certificate(der);
            return leaf && CertificatePath(leaf.get(), that.data, that.trust).isAnswered(at, before);
        };
        return that.data.hasStoredBefore(before) && isAnswered(report.certificate)
               && (!report.timestamp || isAnswered(report.timestamp->certificate));
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeLevelRule()
{
    return std::make_unique<LevelRule>();
}

} // namespace jz
