// SPDX-License-Identifier: Apache-2.0
#include "model/signature/delivery_mark.h"

#include "model/signature/openssl_handles.h"

namespace jz {

namespace {

using Usage = std::unique_ptr<EXTENDED_KEY_USAGE, ssl::Deleter<EXTENDED_KEY_USAGE_free>>;

/// What is said about the holder of a certificate and the validity of it: of no interest for a mark.
bool isAboutTrust(const Problem& problem)
{
    for (const QLatin1StringView code :
         {problem::chainUntrusted, problem::certificateExpired, problem::certificateNotYetValid,
          problem::certificateRevoked, problem::keyUsage, problem::signingTimeOutside, problem::selfIssued}) {
        if (problem.code == code)
            return true;
    }
    return false;
}

} // namespace

bool isDeliveryMark(const QByteArray& certificate)
{
    const ssl::Certificate parsed = certificate.isEmpty() ? nullptr : ssl::certificate(certificate);
    if (!parsed)
        return false;
    const Usage usage(static_cast<EXTENDED_KEY_USAGE*>(
        X509_get_ext_d2i(parsed.get(), NID_ext_key_usage, nullptr, nullptr)));
    const ssl::Object wanted(OBJ_txt2obj(deliveryMarkUsage, 1));
    for (int i = 0; i < sk_ASN1_OBJECT_num(usage.get()); ++i) {
        if (OBJ_cmp(sk_ASN1_OBJECT_value(usage.get(), i), wanted.get()) == 0)
            return true;
    }
    ERR_clear_error();
    return false;
}

void addDeliveryMark(VerificationReport& report, const SignatureReport& mark)
{
    const Verdict verdict = verdictOn(mark);
    const bool holds = verdict == Verdict::Valid || verdict == Verdict::Untrusted;
    if (!report.delivery)
        report.delivery = DeliveryReport{holds, mark.fingerprint, mark.signingTime};
    report.delivery->whole = report.delivery->whole && holds;
    if (!holds)
        worsen(report, verdict);
    for (const Problem& problem : mark.problems) {
        const bool counts = holds ? problem.code == problem::paddingNotZero : !isAboutTrust(problem);
        if (counts)
            report.problems.append(problem);
    }
}

} // namespace jz
