// SPDX-License-Identifier: Apache-2.0
#include "model/signature/cms_builder.h"

#include "model/base/sha256.h"
#include "model/signature/der.h"
#include "model/signature/openssl_handles.h"

namespace jz {

namespace {

QByteArray oid(int nid)
{
    return ssl::der(const_cast<ASN1_OBJECT*>(static_cast<const ASN1_OBJECT*>(OBJ_nid2obj(nid))), i2d_ASN1_OBJECT);
}

QByteArray sequence(const QByteArray& content)
{
    return der::element(der::Sequence, content);
}

QByteArray attribute(int nid, const QByteArray& value)
{
    return sequence(oid(nid) + der::element(der::Set, value));
}

QList<QByteArray> signedAttributes(const Identity& identity, const QByteArray& digest)
{
    // ESSCertIDv2 without hashAlgorithm means SHA-256; the issuer is not repeated (EN 319 122-1, 5.2.2.3).
    const QByteArray certificateId = sequence(der::element(der::OctetString, sha256(identity.certificate())));
    return {attribute(NID_pkcs9_contentType, oid(NID_pkcs7_data)),
            attribute(NID_pkcs9_messageDigest, der::element(der::OctetString, digest)),
            attribute(NID_id_smime_aa_signingCertificateV2, sequence(sequence(certificateId)))};
}

QByteArray signerId(const QByteArray& certificateDer)
{
    const ssl::Certificate certificate = ssl::certificate(certificateDer);
    const QByteArray issuer = ssl::der(X509_get_issuer_name(certificate.get()), i2d_X509_NAME);
    return sequence(issuer + ssl::der(X509_get_serialNumber(certificate.get()), i2d_ASN1_INTEGER));
}

} // namespace

QByteArray buildCms(const Identity& identity, const QByteArray& digest)
{
    const QByteArray version1("\x02\x01\x01", 3);
    const QByteArray digestAlgorithm = sequence(oid(NID_sha256));
    const QList<QByteArray> attributes = signedAttributes(identity, digest);
    // Signed as a SET OF, carried with the tag [0] (RFC 5652, 5.4).
    const QByteArray signature = identity.sign(der::setOf(attributes));
    const QByteArray signerInfo =
        sequence(version1 + signerId(identity.certificate()) + digestAlgorithm
                 + der::setOf(attributes, der::Context0) + identity.signatureAlgorithm()
                 + der::element(der::OctetString, signature));
    QList<QByteArray> certificates = identity.issuers();
    certificates.append(identity.certificate());
    const QByteArray signedData =
        sequence(version1 + der::element(der::Set, digestAlgorithm) + sequence(oid(NID_pkcs7_data))
                 + der::setOf(certificates, der::Context0) + der::element(der::Set, signerInfo));
    return sequence(oid(NID_pkcs7_signed) + der::element(der::Context0, signedData));
}

} // namespace jz
