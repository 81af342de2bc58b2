// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"

#include <QDateTime>

#include <functional>

namespace jz::test {

/// What authorities send out: revocation lists, OCSP responses, time stamps. Lists and responses are made with OpenSSL's
/// library, whose program gives no choice of their times; time stamps with `openssl ts`.

/// Makes a key and a certificate for it, issued by the CA of the test or by another one made before; `name`.pem and
/// `name`.key beside those of Identities. Once per run and name.
void issue(const QString& name, const QByteArray& extensions, const QString& issuer = QStringLiteral("ca"), int days = 365);

/// A revocation.
struct RevokedCertificate
{
    QString name;          ///< of its .pem
    QDateTime date;
    int reason = -1;       ///< RFC 5280, 5.3.1; -1: not given
    QDateTime invalidSince; ///< invalid: not given
};

struct StatementDates
{
    QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime to = QDateTime::currentDateTimeUtc().addDays(30); ///< invalid: none
};

/// A CRL of the authority `issuer`, signed with the key of `signer` (the same when empty). DER. `scope`: the text of an
/// issuingDistributionPoint extension, empty for none.
QByteArray revocationList(const QList<RevokedCertificate>& revoked, const StatementDates& dates = {},
                          const QString& issuer = QStringLiteral("ca"), const QString& signer = {}, const QByteArray& scope = {});

/// An OCSP response on `name` (issued by `ca`), good, or revoked when `revokedAt` is valid; made by `responder`. DER.
QByteArray ocspResponse(const QString& name, const QDateTime& revokedAt = {}, const StatementDates& dates = {},
                        const QString& responder = QStringLiteral("ca"));

/// A time stamp token over bytes, by the authority `tsa` (a name for issue(); `tsa` itself is made here).
QByteArray timestampOver(const QByteArray& stamped, const QString& tsa = QStringLiteral("tsa"));

/// The unsigned paper signed by p256 in the field Recommender1, not certified: its catalog is the one of before.
QByteArray approvedPaper();
/// The last signature of a paper with a time stamp in it, over its value or over other bytes.
QByteArray withTimestamp(const QByteArray& paper, const QString& tsa = QStringLiteral("tsa"), bool foreign = false);
/// The same with the token that `make` gives for the signature value.
QByteArray withToken(const QByteArray& paper, const std::function<QByteArray(const QByteArray&)>& make);
/// A token signed by whom the openssl program would not let, or of another time. `named`: the certificate it claims to be made with.
QByteArray forgedToken(const QByteArray& stamped, const QString& signer, const QString& named = {},
                       const QDateTime& time = QDateTime::currentDateTimeUtc());
/// A CMS (PAdES) by p256 over bytes with one signed attribute more: adbe-revocationInfoArchival with that value. `named`: the
/// certificate that it says it was made with.
QByteArray signedWith(const QByteArray& content, const QByteArray& archival, const QString& named = QStringLiteral("p256"));

/// A revision with a document time stamp behind it, in the field Recommender4 or another. `change` may alter the bytes before they are stamped.
QByteArray withDocumentTimestamp(const QByteArray& paper, const QString& tsa = QStringLiteral("tsa"), const QString& field = QStringLiteral("Recommender4"),
                                 const ChangeSignature& change = [](PreparedSignature&) {});

/// What is put into /DSS.
struct Store
{
    QList<QByteArray> certificates;
    QList<QByteArray> lists;
    QList<QByteArray> responses;
    bool onlyRelated = false; ///< in /VRI alone
};
QByteArray withStore(const QByteArray& paper, const Store& store);

/// DER of a certificate of the test by its name.
QByteArray certificateOf(const QString& name);

} // namespace jz::test
