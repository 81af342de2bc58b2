// SPDX-License-Identifier: Apache-2.0
#include "tests/model/signature/authority_fixture.h"

#include "model/pdf/signature_update.h"
#include "model/signature/der.h"
#include "model/signature/openssl_handles.h"
#include "tests/model/signature/update_fixture.h"

#include <QCryptographicHash>

#include <openssl/pem.h>

#include <stdexcept>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

const Identities& identities()
{
    return Identities::all();
}

void require(bool ok)
{
    if (!ok)
        throw std::runtime_error("OpenSSL: " + ssl::lastError().toStdString());
}

ssl::Certificate readCertificate(const QString& name)
{
    const QByteArray pem = readFile(identities().path(name + u".pem"_s));
    const ssl::Bio in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    ssl::Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
    require(certificate != nullptr);
    return certificate;
}

ssl::Key readKey(const QString& name)
{
    const QByteArray pem = readFile(identities().path(name + u".key"_s));
    const ssl::Bio in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    ssl::Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
    require(key != nullptr);
    return key;
}

using Time = std::unique_ptr<ASN1_TIME, ssl::Deleter<ASN1_TIME_free>>;
using GeneralTime = std::unique_ptr<ASN1_GENERALIZEDTIME, ssl::Deleter<ASN1_GENERALIZEDTIME_free>>;

Time timeOf(const QDateTime& moment)
{
    return Time(moment.isValid() ? ASN1_TIME_set(nullptr, static_cast<time_t>(moment.toSecsSinceEpoch())) : nullptr);
}

GeneralTime generalTimeOf(const QDateTime& moment)
{
    const auto seconds = static_cast<time_t>(moment.toSecsSinceEpoch());
    return GeneralTime(moment.isValid() ? ASN1_GENERALIZEDTIME_set(nullptr, seconds) : nullptr);
}

void addEntry(X509_CRL* list, const RevokedCertificate& revoked)
{
    X509_REVOKED* entry = X509_REVOKED_new();
    const ssl::Certificate certificate = readCertificate(revoked.name);
    X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(certificate.get()));
    X509_REVOKED_set_revocationDate(entry, timeOf(revoked.date).get());
    if (revoked.reason >= 0) {
        ASN1_ENUMERATED* reason = ASN1_ENUMERATED_new();
        ASN1_ENUMERATED_set(reason, revoked.reason);
        X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason, 0, 0);
        ASN1_ENUMERATED_free(reason);
    }
    if (const GeneralTime since = generalTimeOf(revoked.invalidSince))
        X509_REVOKED_add1_ext_i2d(entry, NID_invalidity_date, since.get(), 0, 0);
    X509_CRL_add0_revoked(list, entry);
}

/// Replaces the CMS of the signature whose /Contents stand last.
QByteArray withContents(QByteArray paper, const QByteArray& cms)
{
    const qsizetype at = paper.lastIndexOf("/Contents <") + 11;
    const qsizetype room = paper.indexOf('>', at) - at;
    const QByteArray hex = cms.toHex();
    require(hex.size() <= room);
    return paper.replace(at, room, hex.leftJustified(room, '0'));
}

QByteArray lastContents(const QByteArray& paper)
{
    const qsizetype at = paper.lastIndexOf("/Contents <") + 11;
    return QByteArray::fromHex(paper.mid(at, paper.indexOf('>', at) - at));
}

} // namespace

void issue(const QString& name, const QByteArray& extensions, const QString& issuer, int days)
{
    if (QFile::exists(identities().path(name + u".pem"_s)))
        return;
    writeFile(identities().path(name + u".cnf"_s), extensions);
    openssl({u"req"_s, u"-new"_s, u"-nodes"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
             u"-keyout"_s, identities().path(name + u".key"_s), u"-out"_s, identities().path(name + u".csr"_s), u"-subj"_s,
             u"/CN="_s + name});
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, identities().path(name + u".csr"_s), u"-CA"_s,
             identities().path(issuer + u".pem"_s), u"-CAkey"_s, identities().path(issuer + u".key"_s),
             u"-CAcreateserial"_s, u"-days"_s, QString::number(days), u"-extfile"_s,
             identities().path(name + u".cnf"_s), u"-out"_s, identities().path(name + u".pem"_s)});
}

QByteArray revocationList(const QList<RevokedCertificate>& revoked, const StatementDates& dates, const QString& issuer,
                          const QString& signer, const QByteArray& scope)
{
    const ssl::Crl list(X509_CRL_new());
    const ssl::Certificate authority = readCertificate(issuer);
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority.get()));
    X509_CRL_set1_lastUpdate(list.get(), timeOf(dates.from).get());
    if (dates.to.isValid())
        X509_CRL_set1_nextUpdate(list.get(), timeOf(dates.to).get());
    for (const RevokedCertificate& one : revoked)
        addEntry(list.get(), one);
    if (!scope.isEmpty()) {
        const ssl::Extension extension(
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_issuing_distribution_point, scope.constData()));
        require(extension && X509_CRL_add_ext(list.get(), extension.get(), -1) == 1);
    }
    X509_CRL_sort(list.get());
    require(X509_CRL_sign(list.get(), readKey(signer.isEmpty() ? issuer : signer).get(), EVP_sha256()) > 0);
    return ssl::der(list.get(), i2d_X509_CRL);
}

QByteArray ocspResponse(const QString& name, const QDateTime& revokedAt, const StatementDates& dates,
                        const QString& responder)
{
    const ssl::OcspStatements statements(OCSP_BASICRESP_new());
    const ssl::Certificate certificate = readCertificate(name);
    const ssl::Certificate issuer = readCertificate(u"ca"_s);
    const ssl::Certificate signer = readCertificate(responder);
    const ssl::OcspId id(OCSP_cert_to_id(EVP_sha1(), certificate.get(), issuer.get()));
    const bool isRevoked = revokedAt.isValid();
    require(OCSP_basic_add1_status(statements.get(), id.get(),
                                   isRevoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD, -1,
                                   timeOf(revokedAt).get(), timeOf(dates.from).get(), timeOf(dates.to).get())
            != nullptr);
    require(OCSP_basic_sign(statements.get(), signer.get(), readKey(responder).get(), EVP_sha256(), nullptr, 0) == 1);
    const ssl::OcspResponse response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, statements.get()));
    return ssl::der(response.get(), i2d_OCSP_RESPONSE);
}

QByteArray timestampOver(const QByteArray& stamped, const QString& tsa)
{
    issue(u"tsa"_s, "extendedKeyUsage=critical,timeStamping\n", u"ca"_s, 1500);
    const ScratchFolder folder;
    writeFile(folder.file(u"serial"_s), "01\n");
    writeFile(folder.file(u"ts.cnf"_s), QByteArray("[ tsa ]\ndefault_tsa = t\n[ t ]\nserial = ")
                                            + folder.file(u"serial"_s).toUtf8()
                                            + "\ndigests = sha256\nsigner_digest = sha256\n"
                                              "default_policy = 1.2.3.4\nordering = no\n");
    writeFile(folder.file(u"data"_s), stamped);
    openssl({u"ts"_s, u"-query"_s, u"-data"_s, folder.file(u"data"_s), u"-sha256"_s, u"-cert"_s, u"-out"_s,
             folder.file(u"query"_s)});
    openssl({u"ts"_s, u"-reply"_s, u"-config"_s, folder.file(u"ts.cnf"_s), u"-queryfile"_s, folder.file(u"query"_s),
             u"-signer"_s, identities().path(tsa + u".pem"_s), u"-inkey"_s, identities().path(tsa + u".key"_s),
             u"-token_out"_s, u"-out"_s, folder.file(u"token"_s)});
    return readFile(folder.file(u"token"_s));
}

QByteArray approvedPaper()
{
    static const QByteArray paper = signField(unsignedPaper(), recommenderFieldName(1));
    return paper;
}

QByteArray withTimestamp(const QByteArray& paper, const QString& tsa, bool foreign)
{
    return withToken(paper, [&](const QByteArray& value) { return timestampOver(foreign ? QByteArray("another") : value, tsa); });
}

QByteArray withToken(const QByteArray& paper, const std::function<QByteArray(const QByteArray&)>& make)
{
    const QByteArray der = lastContents(paper);
    const unsigned char* in = ssl::data(der);
    const ssl::Cms cms(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size())));
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    const QByteArray token =
        make(QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value)));
    require(CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                          static_cast<int>(token.size()))
            == 1);
    return withContents(paper, ssl::der(cms.get(), i2d_CMS_ContentInfo));
}

namespace {

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// ESSCertIDv2 of a certificate.
QByteArray namingAttribute(const QString& name)
{
    return der::element(der::Sequence,
                        der::element(der::Sequence,
                                     der::element(der::Sequence, der::element(der::OctetString, sha256Of(certificateOf(name))))));
}

QByteArray signedCms(const QByteArray& content, const QString& signer, const char* type,
                     const QList<std::pair<QByteArray, QByteArray>>& attributes, unsigned int flags)
{
    const ssl::Bio in(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    const ssl::Certificate certificate = readCertificate(signer);
    const ssl::Key key = readKey(signer);
    const ssl::Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_BINARY | flags));
    const ssl::Object contentType(OBJ_txt2obj(type, 1));
    require(CMS_set1_eContentType(cms.get(), contentType.get()) == 1);
    CMS_SignerInfo* info = CMS_add1_signer(cms.get(), certificate.get(), key.get(), EVP_sha256(), CMS_NOSMIMECAP);
    require(info != nullptr);
    for (const auto& [oid, value] : attributes) {
        const ssl::Object object(OBJ_txt2obj(oid.constData(), 1));
        CMS_signed_add1_attr_by_OBJ(info, object.get(), V_ASN1_SEQUENCE, value.constData(), static_cast<int>(value.size()));
    }
    require(CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY | flags) == 1);
    return ssl::der(cms.get(), i2d_CMS_ContentInfo);
}

constexpr char namingType[] = "1.2.840.113549.1.9.16.2.47";

} // namespace

QByteArray forgedToken(const QByteArray& stamped, const QString& signer, const QString& named, const QDateTime& time)
{
    const QByteArray sha256Algorithm = QByteArray::fromHex("300b0609608648016503040201");
    const QByteArray imprint =
        der::element(der::Sequence, sha256Algorithm + der::element(der::OctetString, sha256Of(stamped)));
    const QByteArray when = der::element(0x18, time.toString(u"yyyyMMddHHmmss'Z'"_s).toLatin1());
    const QByteArray number("\x02\x01\x01", 3);
    const QByteArray info =
        der::element(der::Sequence, number + der::element(der::Oid, QByteArray("\x2a\x03\x04", 3)) + imprint + number + when);
    return signedCms(info, signer, "1.2.840.113549.1.9.16.1.4",
                     {{namingType, namingAttribute(named.isEmpty() ? signer : named)}}, 0);
}

QByteArray signedWith(const QByteArray& content, const QByteArray& archival, const QString& named)
{
    return signedCms(content, u"p256"_s, "1.2.840.113549.1.7.1",
                     {{namingType, namingAttribute(named)}, {"1.2.840.113583.1.1.8", archival}}, CMS_DETACHED);
}

QByteArray withDocumentTimestamp(const QByteArray& paper, const QString& tsa, const QString& field, const ChangeSignature& change)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"in.pdf"_s), paper);
    const FileBytes source(folder.file(u"in.pdf"_s));
    SignatureUpdate update;
    update.field = field;
    update.time = QDateTime::currentDateTimeUtc();
    update.subFilter = "ETSI.RFC3161";
    PreparedSignature prepared = prepareSignature(PdfStructure(source), update);
    const QByteArray plain = "/Type /Sig /Filter /Adobe.PPKLite";
    require(prepared.tail.contains(plain));
    prepared.tail.replace(plain, QByteArray("/Type/DocTimeStamp/Filter/F").leftJustified(plain.size()));
    change(prepared);
    const QByteArray whole = paper + prepared.tail;
    const auto& range = prepared.byteRange;
    return withContents(whole, timestampOver(whole.first(range[1]) + whole.mid(range[2], range[3]), tsa));
}

QByteArray withStore(const QByteArray& paper, const Store& store)
{
    Update update;
    int number = 100 + 200 * static_cast<int>(paper.count("/DSS "));
    const auto add = [&](const QList<QByteArray>& items) -> QByteArray {
        QByteArray references = "[ ";
        for (const QByteArray& item : items) {
            update.objects[++number] = streamBody(item);
            references += QByteArray::number(number) + " 0 R ";
        }
        return references + ']';
    };
    const QByteArray certificates = add(store.certificates);
    const QByteArray lists = add(store.lists);
    const QByteArray responses = add(store.responses);
    QByteArray dss = "<< /Certs " + certificates + " /CRLs " + lists + " /OCSPs " + responses + " >>";
    if (store.onlyRelated)
        dss = "<< /VRI << /ABCD << /Cert " + certificates + " /CRL " + lists + " /OCSP " + responses + " >> >> >>";
    update.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /DSS " + dss + " >>";
    return appended(paper, update);
}

QByteArray certificateOf(const QString& name)
{
    return ssl::der(readCertificate(name).get(), i2d_X509);
}

} // namespace jz::test
