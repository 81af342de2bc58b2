// SPDX-License-Identifier: Apache-2.0
#include "model/signature/validation_data.h"

#include "model/signature/certificate_facts.h"
#include "model/signature/der.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCertificates = 500;
constexpr size_t mostStatements = 2000;
constexpr qint64 everywhere = std::numeric_limits<qint64>::max();

ssl::Cms parsed(const QByteArray& bytes)
{
    const unsigned char* in = ssl::data(bytes);
    ssl::Cms cms(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(bytes.size())));
    return cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed ? std::move(cms) : nullptr;
}

QByteArray valueOf(X509_ATTRIBUTE* attribute)
{
    const auto* value =
        static_cast<const ASN1_STRING*>(X509_ATTRIBUTE_get0_data(attribute, 0, V_ASN1_SEQUENCE, nullptr));
    return value ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value))
                 : QByteArray();
}

const ssl::Object& archivalType()
{
    static const ssl::Object type(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
    return type;
}

/// The members of the SEQUENCE that `wrapped` holds, each with its head.
QList<QByteArray> membersOf(const QByteArray& wrapped)
{
    QList<QByteArray> members;
    const auto outer = der::elements(wrapped);
    const auto inner = outer && outer->size() == 1 ? der::elements(outer->first().content) : std::nullopt;
    for (const der::Element& member : inner.value_or(QList<der::Element>()))
        members.append(der::element(member.tag, member.content));
    return members;
}

bool isAbout(OCSP_BASICRESP* response, X509* certificate)
{
    for (int i = 0; i < OCSP_resp_count(response); ++i) {
        ASN1_INTEGER* serial = nullptr;
        OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial,
                          const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(OCSP_resp_get0(response, i))));
        if (ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(certificate)) == 0)
            return true;
    }
    return false;
}

/// What several statements on one certificate come to.
struct Tally
{
    QDateTime goodFrom; ///< of the newest that says so
    QDateTime heldFrom;
    QDateTime heldAt;
    QDateTime revokedAt;
    bool isStale = false;

    void count(const RevocationJudgement& judgement)
    {
        const bool isRevoked = judgement.standing == RevocationJudgement::Revoked;
        isStale = isStale || judgement.standing == RevocationJudgement::Stale;
        if (judgement.standing == RevocationJudgement::Good && (!goodFrom.isValid() || judgement.from > goodFrom))
            goodFrom = judgement.from;
        if (isRevoked && judgement.isHold && (!heldFrom.isValid() || judgement.from > heldFrom)) {
            heldFrom = judgement.from;
            heldAt = judgement.revokedAt;
        }
        if (isRevoked && !judgement.isHold && (!revokedAt.isValid() || judgement.revokedAt < revokedAt))
            revokedAt = judgement.revokedAt;
    }

    /// A hold ends when a newer statement says that the certificate is good; a revocation never does.
    QDateTime revocation() const
    {
        const bool isLifted = goodFrom.isValid() && goodFrom > heldFrom;
        return revokedAt.isValid() || isLifted ? revokedAt : heldAt;
    }
};

/// OCSP responses among the revocation data of a SignedData (RFC 5652, 10.2.1; RFC 5940).
QList<QByteArray> responsesIn(const QByteArray& cms)
{
    static const QByteArray type("\x2b\x06\x01\x05\x05\x07\x10\x02", 8);
    const auto down = [](const QByteArray& bytes, qsizetype index) {
        const auto list = der::elements(bytes);
        return list && index < list->size() ? list->at(index).content : QByteArray();
    };
    QList<QByteArray> responses;
    const auto parts = der::elements(down(down(down(cms, 0), 1), 0));
    for (const der::Element& part : parts.value_or(QList<der::Element>())) {
        const auto data = part.tag == der::Context1 ? der::elements(part.content) : std::nullopt;
        for (const der::Element& item : data.value_or(QList<der::Element>())) {
            const auto format = item.tag == der::Context1 ? der::elements(item.content) : std::nullopt;
            if (format && format->size() == 2 && format->first().content == type)
                responses.append(der::element(format->last().tag, format->last().content));
        }
    }
    return responses;
}

LocalizedText placeOf(const QString& object)
{
    return object.isEmpty() ? LocalizedText{u"签名之内"_s, u"inside a signature"_s} : LocalizedText{object, object};
}

} // namespace

ValidationData::ValidationData() : m_certificates(sk_X509_new_null()) {}

void ValidationData::add(const SecurityStore& store)
{
    for (const StoredItem& item : store.certificates) {
        addCertificate(item.bytes);
        m_firstStored = std::min(m_firstStored, item.offset);
    }
    for (const StoredItem& item : store.revocationLists)
        addStatement(readRevocationList(item.bytes), item);
    for (const StoredItem& item : store.responses)
        addStatement(readOcspResponse(item.bytes), item);
    if (!store.isWhole)
        m_unreadable.append(u"/DSS"_s);
}

void ValidationData::addSignature(const QByteArray& bytes)
{
    constexpr int signatureAndItsTimestamp = 2;
    if (const ssl::Cms cms = parsed(bytes))
        addFrom(cms.get(), signatureAndItsTimestamp);
    ERR_clear_error();
}

void ValidationData::addFrom(CMS_ContentInfo* cms, int depth)
{
    const ssl::Certificates certificates(CMS_get1_certs(cms));
    for (int i = 0; i < sk_X509_num(certificates.get()); ++i)
        addCertificate(ssl::der(sk_X509_value(certificates.get(), i), i2d_X509));
    const ssl::Crls lists(CMS_get1_crls(cms));
    for (int i = 0; i < sk_X509_CRL_num(lists.get()); ++i)
        addStatement(readRevocationList(ssl::der(sk_X509_CRL_value(lists.get(), i), i2d_X509_CRL)), {{}, -1, {}});
    const QList<QByteArray> responses = responsesIn(ssl::der(cms, i2d_CMS_ContentInfo));
    for (const QByteArray& response : responses)
        addStatement(readOcspResponse(response), {{}, -1, {}});
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return;
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    if (const int at = CMS_signed_get_attr_by_OBJ(signer, archivalType().get(), -1); at >= 0)
        addArchival(valueOf(CMS_signed_get_attr(signer, at)));
    const int stamp = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (stamp < 0 || depth <= 1)
        return;
    if (const ssl::Cms token = parsed(valueOf(CMS_unsigned_get_attr(signer, stamp))))
        addFrom(token.get(), depth - 1);
}

/// RevocationInfoArchival: [0] lists, [1] responses, each a SEQUENCE; [2] is not used.
void ValidationData::addArchival(const QByteArray& attribute)
{
    const auto outer = der::elements(attribute);
    const auto parts = outer && outer->size() == 1 ? der::elements(outer->first().content) : std::nullopt;
    if (!parts)
        m_unreadable.append(QString());
    for (const der::Element& part : parts.value_or(QList<der::Element>())) {
        const QList<QByteArray> members = membersOf(part.content);
        for (const QByteArray& member : members) {
            if (part.tag == der::Context0)
                addStatement(readRevocationList(member), {{}, -1, {}});
            else if (part.tag == der::Context1)
                addStatement(readOcspResponse(member), {{}, -1, {}});
        }
    }
}

void ValidationData::addCertificate(const QByteArray& der)
{
    ssl::Certificate certificate = ssl::certificate(der);
    if (!certificate || sk_X509_num(m_certificates.get()) >= mostCertificates)
        return;
    for (int i = 0; i < sk_X509_num(m_certificates.get()); ++i) {
        if (X509_cmp(sk_X509_value(m_certificates.get(), i), certificate.get()) == 0)
            return;
    }
    sk_X509_push(m_certificates.get(), certificate.release());
}

void ValidationData::addStatement(std::optional<RevocationStatement> statement, const StoredItem& item)
{
    const QString object = item.object.isNull() ? QString() : item.object.text();
    if (!statement) {
        m_unreadable.append(object);
        return;
    }
    if (m_statements.size() >= mostStatements)
        return;
    statement->offset = item.offset;
    if (item.offset >= 0)
        m_firstStored = std::min(m_firstStored, item.offset);
    statement->object = object;
    m_statements.push_back(*std::move(statement));
}

ValidationData::Answer ValidationData::on(const IssuedCertificate& of, const Moment& at, qint64 before) const
{
    Answer answer;
    Tally tally;
    for (const RevocationStatement& statement : m_statements) {
        const bool isWithin = before == everywhere || (statement.offset >= 0 && statement.offset < before);
        if (!isWithin || m_examinationsLeft <= 0)
            continue;
        const RevocationJudgement judgement = judge(statement, of, at, certificates());
        if (judgement.standing != RevocationJudgement::Foreign)
            --m_examinationsLeft;
        if (judgement.standing == RevocationJudgement::Broken)
            answer.problems.append(makeProblem(problem::validationDataBroken, statement.object, placeOf(statement.object)));
        tally.count(judgement);
    }
    answer.revokedAt = tally.revocation();
    answer.isGood = tally.goodFrom.isValid() && !answer.revokedAt.isValid();
    if (tally.isStale && !answer.isKnown())
        answer.problems.append(makeProblem(problem::validationDataStale, {}, holderName(of.certificate)));
    return answer;
}

bool ValidationData::isForeign(const RevocationStatement& statement) const
{
    for (int i = 0; i < sk_X509_num(m_certificates.get()); ++i) {
        X509* certificate = sk_X509_value(m_certificates.get(), i);
        const bool concerns = statement.list ? X509_NAME_cmp(X509_CRL_get_issuer(statement.list.get()),
                                                             X509_get_issuer_name(certificate))
                                                   == 0
                                             : isAbout(statement.response.get(), certificate);
        if (concerns)
            return false;
    }
    return true;
}

Problems ValidationData::unusable() const
{
    Problems problems;
    for (const QString& object : m_unreadable)
        problems.append(makeProblem(problem::validationDataBroken, object, placeOf(object)));
    for (const RevocationStatement& statement : m_statements) {
        if (isForeign(statement))
            problems.append(makeProblem(problem::validationDataForeign, statement.object, placeOf(statement.object)));
    }
    constexpr qsizetype most = 10;
    return problems.mid(0, most);
}

} // namespace jz
