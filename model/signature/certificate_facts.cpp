// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_facts.h"

#include <QTimeZone>

namespace jz {

namespace {

QString entryOf(const X509_NAME* name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    return text;
}

QString shortName(const X509_NAME* name)
{
    for (const int nid : {NID_commonName, NID_organizationName}) {
        if (const QString text = entryOf(name, nid); !text.isEmpty())
            return text;
    }
    const ssl::Bio line(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(line.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* text = nullptr;
    const long size = BIO_get_mem_data(line.get(), &text);
    return QString::fromUtf8(text, size);
}

} // namespace

QString holderName(const X509* certificate)
{
    return shortName(X509_get_subject_name(certificate));
}

QString issuerName(const X509* certificate)
{
    return shortName(X509_get_issuer_name(certificate));
}

QDateTime toDateTime(const ASN1_TIME* time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), Qt::UTC);
}

bool isSelfIssued(X509* certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

QByteArray curveName(const EVP_PKEY* key)
{
    char name[80];
    size_t size = 0;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC || EVP_PKEY_get_group_name(key, name, sizeof name, &size) != 1)
        return {};
    return {name, static_cast<qsizetype>(size)};
}

bool maySignDocuments(X509* certificate)
{
    // All bits are set when the extension is missing.
    return (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

} // namespace jz
