// SPDX-License-Identifier: Apache-2.0
#include "model/signature/new_identity.h"

#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/signature/certificate_builder.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Rounds of key derivation: a guess costs some 10 ms, opening the file two of them.
constexpr int rounds = 30'000;

void requireSensible(const NewIdentity& identity, const Passphrase& passphrase)
{
    if (identity.name.trimmed().isEmpty() || identity.name.toUcs4().size() > 64)
        throw Error(ErrorCode::Usage,
                    {u"请填写单位名称，最多 64 个字符。"_s, u"Give the name of the unit, at most 64 characters."_s},
                    u"name"_s);
    if (passphrase.isEmpty())
        throw Error(ErrorCode::Usage,
                    {u"口令不能为空。"_s, u"The passphrase must not be empty."_s}, u"passphrase"_s);
}

} // namespace

void createIdentity(const QString& path, const NewIdentity& identity, const Passphrase& passphrase)
{
    requireSensible(identity, passphrase);
    ERR_clear_error();
    const QDateTime from =
        identity.validFrom.isValid() ? identity.validFrom.toUTC() : QDateTime::currentDateTimeUtc().addDays(-1);
    const ssl::Key key = newKey(identity.kind);
    const ssl::Certificate certificate =
        selfIssued({identity.name, u"自签证书 self-issued"_s, from, from.addYears(identity.years), {}}, key.get());
    // The certificate is public: encrypting it would only make opening slower.
    const ssl::Pkcs12 pkcs12(PKCS12_create(passphrase.constData(), identity.name.toUtf8().constData(), key.get(),
                                           certificate.get(), nullptr, NID_aes_256_cbc, -1, rounds, rounds, 0));
    if (!pkcs12)
        throw Error(ErrorCode::Unusable,
                    {u"无法生成签名证书。"_s, u"The identity could not be created."_s}, {}, ssl::lastError());
    OutputFile file(path);
    file.device().setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(ssl::der(pkcs12.get(), i2d_PKCS12));
    file.commit();
}

} // namespace jz
