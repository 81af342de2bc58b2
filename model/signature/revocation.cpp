// SPDX-License-Identifier: Apache-2.0
#include "model/signature/revocation.h"

#include "model/signature/certificate_facts.h"

namespace jz {

namespace {

using Standing = RevocationJudgement::Standing;
using ScopePoint = std::unique_ptr<ISSUING_DIST_POINT, ssl::Deleter<ISSUING_DIST_POINT_free>>;
using Points = std::unique_ptr<CRL_DIST_POINTS, ssl::Deleter<CRL_DIST_POINTS_free>>;
using KeyId = std::unique_ptr<AUTHORITY_KEYID, ssl::Deleter<AUTHORITY_KEYID_free>>;
using Reason = std::unique_ptr<ASN1_ENUMERATED, ssl::Deleter<ASN1_ENUMERATED_free>>;
using Time = std::unique_ptr<ASN1_GENERALIZEDTIME, ssl::Deleter<ASN1_GENERALIZEDTIME_free>>;

/// Clocks differ.
constexpr int toleranceInSeconds = 300;
/// A statement without an end is one of a day.
constexpr int openEndedDays = 1;

struct Period
{
    QDateTime from;
    QDateTime to; ///< invalid: not said
};

bool isFromFuture(const Period& period, const Moment& at)
{
    return !period.from.isValid() || period.from > at.now.addSecs(toleranceInSeconds);
}

/// Whether “not revoked” may be concluded: it was still in force at that moment, and made while authorities keep
/// the certificate on their lists.
bool isFresh(const Period& period, X509* certificate, const Moment& at)
{
    const QDateTime end = period.to.isValid() ? period.to : period.from.addDays(openEndedDays);
    return end >= at.reference() && period.from <= toDateTime(X509_get0_notAfter(certificate));
}

/// A compromised key was so before anybody noticed (RFC 5280, 5.3.2). A date that cannot be read: always.
QDateTime earlier(const QDateTime& revoked, const ASN1_GENERALIZEDTIME* invalid)
{
    const QDateTime since = toDateTime(invalid);
    if (!revoked.isValid())
        return QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return since.isValid() && since < revoked ? since : revoked;
}

bool namesMeet(const GENERAL_NAMES* some, const GENERAL_NAMES* others)
{
    for (int i = 0; i < sk_GENERAL_NAME_num(some); ++i) {
        for (int j = 0; j < sk_GENERAL_NAME_num(others); ++j) {
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(some, i), sk_GENERAL_NAME_value(others, j)) == 0)
                return true;
        }
    }
    return false;
}

bool isPointOf(const DIST_POINT_NAME* name, X509* certificate)
{
    constexpr int fullName = 0;
    if (name->type != fullName)
        return false;
    const Points points(static_cast<CRL_DIST_POINTS*>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT_NAME* other = sk_DIST_POINT_value(points.get(), i)->distpoint;
        if (other && other->type == fullName && namesMeet(name->name.fullname, other->name.fullname))
            return true;
    }
    return false;
}

/// A list that does not name a certificate says that it is good only when the certificate is within its scope
/// (RFC 5280, 5.2.5).
bool coversWholly(X509_CRL* list, const ISSUING_DIST_POINT* scope, X509* certificate)
{
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        X509_EXTENSION* extension = X509_CRL_get_ext(list, i);
        if (X509_EXTENSION_get_critical(extension)
            && OBJ_obj2nid(X509_EXTENSION_get_object(extension)) != NID_issuing_distribution_point)
            return false;
    }
    if (X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0)
        return false;
    if (!scope)
        return true;
    const bool isAuthority = X509_check_ca(certificate) > 0;
    if (scope->onlyattr > 0 || scope->onlysomereasons || (scope->onlyuser > 0 && isAuthority)
        || (scope->onlyCA > 0 && !isAuthority))
        return false;
    return !scope->distpoint || isPointOf(scope->distpoint, certificate);
}

bool isListOf(X509_CRL* list, const IssuedCertificate& of, const ISSUING_DIST_POINT* scope)
{
    // Lists of other authorities' certificates (indirect) are not used.
    if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(of.certificate)) != 0
        || (scope && scope->indirectCRL > 0))
        return false;
    const KeyId key(
        static_cast<AUTHORITY_KEYID*>(X509_CRL_get_ext_d2i(list, NID_authority_key_identifier, nullptr, nullptr)));
    return !key || X509_check_akid(of.issuer, key.get()) == X509_V_OK;
}

void readEntry(X509_REVOKED* entry, RevocationJudgement& judgement)
{
    const Reason reason(static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
    const Time invalid(
        static_cast<ASN1_GENERALIZEDTIME*>(X509_REVOKED_get_ext_d2i(entry, NID_invalidity_date, nullptr, nullptr)));
    judgement.standing = Standing::Revoked;
    judgement.isHold = reason && ASN1_ENUMERATED_get(reason.get()) == CRL_REASON_CERTIFICATE_HOLD;
    judgement.revokedAt = earlier(toDateTime(X509_REVOKED_get0_revocationDate(entry)), invalid.get());
}

RevocationJudgement judgeList(X509_CRL* list, const IssuedCertificate& of, const Moment& at)
{
    const ScopePoint scope(
        static_cast<ISSUING_DIST_POINT*>(X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, nullptr, nullptr)));
    if (!isListOf(list, of, scope.get()))
        return {};
    const Period period{toDateTime(X509_CRL_get0_lastUpdate(list)), toDateTime(X509_CRL_get0_nextUpdate(list))};
    RevocationJudgement judgement{Standing::Broken, period.from, {}, false};
    if (isFromFuture(period, at) || (X509_get_key_usage(of.issuer) & KU_CRL_SIGN) == 0
        || X509_CRL_verify(list, X509_get0_pubkey(of.issuer)) != 1)
        return judgement;
    X509_REVOKED* entry = nullptr;
    constexpr int revoked = 1;
    const int found = X509_CRL_get0_by_cert(list, &entry, of.certificate);
    if (found == revoked)
        readEntry(entry, judgement);
    else if (!coversWholly(list, scope.get(), of.certificate))
        judgement.standing = Standing::Foreign;
    else
        judgement.standing = isFresh(period, of.certificate, at) ? Standing::Good : Standing::Stale;
    return judgement;
}

OCSP_SINGLERESP* statementOn(OCSP_BASICRESP* response, const IssuedCertificate& of)
{
    for (int i = 0; i < OCSP_resp_count(response); ++i) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(response, i);
        ASN1_OBJECT* name = nullptr;
        OCSP_id_get0_info(nullptr, &name, nullptr, nullptr, const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single)));
        const EVP_MD* algorithm = EVP_get_digestbyobj(name);
        const ssl::OcspId wanted(algorithm ? OCSP_cert_to_id(algorithm, of.certificate, of.issuer) : nullptr);
        if (wanted && OCSP_id_cmp(wanted.get(), OCSP_SINGLERESP_get0_id(single)) == 0)
            return single;
    }
    return nullptr;
}

/// The issuer himself, or whom he gave a certificate for this and nothing else in between (RFC 6960, 4.2.2.2).
bool mayAnswer(X509* signer, const IssuedCertificate& of, const QDateTime& when)
{
    if (X509_cmp(signer, of.issuer) == 0)
        return true;
    const bool isCharged = (X509_get_extension_flags(signer) & EXFLAG_XKUSAGE) != 0
                           && (X509_get_extended_key_usage(signer) & XKU_OCSP_SIGN) != 0
                           && (X509_get_key_usage(signer) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    return isCharged && X509_check_issued(of.issuer, signer) == X509_V_OK
           && X509_verify(signer, X509_get0_pubkey(of.issuer)) == 1
           && when >= toDateTime(X509_get0_notBefore(signer)) && when <= toDateTime(X509_get0_notAfter(signer));
}

/// The signature on the response holds and is that of somebody who may answer for the issuer.
bool isSigned(OCSP_BASICRESP* response, const IssuedCertificate& of, const STACK_OF(X509)* others)
{
    const ssl::CertificatesView known(sk_X509_dup(others));
    sk_X509_unshift(known.get(), of.issuer);
    const bool holds = OCSP_basic_verify(response, known.get(), nullptr, OCSP_NOVERIFY) == 1;
    X509* signer = nullptr;
    const bool found = holds && OCSP_resp_get0_signer(response, &signer, known.get()) == 1;
    return found && mayAnswer(signer, of, toDateTime(OCSP_resp_get0_produced_at(response)));
}

RevocationJudgement judgeResponse(OCSP_BASICRESP* response, const IssuedCertificate& of, const Moment& at,
                                  const STACK_OF(X509)* others)
{
    OCSP_SINGLERESP* single = statementOn(response, of);
    if (!single)
        return {};
    int reason = -1;
    ASN1_GENERALIZEDTIME* revoked = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* to = nullptr;
    const int status = OCSP_single_get0_status(single, &reason, &revoked, &from, &to);
    const Period period{toDateTime(from), toDateTime(to)};
    RevocationJudgement judgement{Standing::Broken, period.from, {}, false};
    if (isFromFuture(period, at) || !isSigned(response, of, others))
        return judgement;
    const Time invalid(
        static_cast<ASN1_GENERALIZEDTIME*>(OCSP_SINGLERESP_get1_ext_d2i(single, NID_invalidity_date, nullptr, nullptr)));
    if (status == V_OCSP_CERTSTATUS_REVOKED) {
        judgement.standing = Standing::Revoked;
        judgement.isHold = reason == OCSP_REVOKED_STATUS_CERTIFICATEHOLD;
        judgement.revokedAt = earlier(toDateTime(revoked), invalid.get());
    } else if (status == V_OCSP_CERTSTATUS_GOOD) {
        judgement.standing = isFresh(period, of.certificate, at) ? Standing::Good : Standing::Stale;
    } else {
        judgement.standing = Standing::Foreign; // “unknown”
    }
    return judgement;
}

} // namespace

RevocationJudgement judge(const RevocationStatement& statement, const IssuedCertificate& of, const Moment& at,
                          const STACK_OF(X509)* others)
{
    const RevocationJudgement judgement = statement.list ? judgeList(statement.list.get(), of, at)
                                                         : judgeResponse(statement.response.get(), of, at, others);
    ERR_clear_error();
    return judgement;
}

std::optional<RevocationStatement> readRevocationList(const QByteArray& der)
{
    const unsigned char* in = ssl::data(der);
    ssl::Crl list(d2i_X509_CRL(nullptr, &in, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!list)
        return std::nullopt;
    return RevocationStatement{std::move(list), nullptr, -1, {}};
}

std::optional<RevocationStatement> readOcspResponse(const QByteArray& der)
{
    const unsigned char* in = ssl::data(der);
    const ssl::OcspResponse response(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(der.size())));
    const bool isAnswer = response && OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL;
    ssl::OcspStatements statements(isAnswer ? OCSP_response_get1_basic(response.get()) : nullptr);
    ERR_clear_error();
    if (!statements)
        return std::nullopt;
    return RevocationStatement{nullptr, std::move(statements), -1, {}};
}

} // namespace jz
