// SPDX-License-Identifier: Apache-2.0
#include "model/signature/token.h"

#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"
#include "model/signature/token_key.h"

#include <QFileInfo>
#include <QLibrary>

namespace jz {

using namespace Qt::StringLiterals;

struct TokenModule::Library
{
    CK_FUNCTION_LIST* functions = nullptr;
    QString path;
};

namespace {

struct Slot
{
    CK_SLOT_ID id = 0;
    TokenInfo token;
};

Error noModule(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Unusable,
                 LocalizedText{u"“%1”不是可用的 UKey 驱动（PKCS#11 模块）。请向 UKey 的发放单位索取驱动。"_s,
                               u"“%1” is no PKCS#11 module that works. Ask whoever issued the token for its driver."_s}
                     .arg(path),
                 path, detail);
}

TokenInfo::Pin pinState(CK_FLAGS flags)
{
    if (flags & CKF_USER_PIN_LOCKED)
        return TokenInfo::Pin::Locked;
    if (flags & CKF_USER_PIN_FINAL_TRY)
        return TokenInfo::Pin::LastTry;
    return flags & CKF_USER_PIN_COUNT_LOW ? TokenInfo::Pin::Low : TokenInfo::Pin::Fine;
}

TokenCertificate describe(X509* certificate)
{
    const QByteArray bytes = ssl::der(certificate, i2d_X509);
    return {bytes,
            holderName(certificate),
            QString::fromLatin1(sha256(bytes).toHex()),
            toDateTime(X509_get0_notBefore(certificate)),
            toDateTime(X509_get0_notAfter(certificate)),
            X509_check_ca(certificate) > 0};
}

QList<TokenCertificate> certificatesIn(const p11::Session& session)
{
    QList<TokenCertificate> certificates;
    for (const CK_OBJECT_HANDLE object : session.find(CKO_CERTIFICATE)) {
        if (const ssl::Certificate certificate = ssl::certificate(session.attribute(object, CKA_VALUE)))
            certificates.append(describe(certificate.get()));
    }
    ERR_clear_error();
    return certificates;
}

QList<Slot> slotsOf(CK_FUNCTION_LIST* functions, const QString& path)
{
    CK_ULONG count = 0;
    p11::require(functions->C_GetSlotList(CK_TRUE, nullptr, &count), path);
    std::vector<CK_SLOT_ID> ids(count);
    p11::require(functions->C_GetSlotList(CK_TRUE, ids.data(), &count), path);
    ids.resize(count);
    QList<Slot> result;
    for (const CK_SLOT_ID id : ids) {
        CK_TOKEN_INFO info{};
        if (functions->C_GetTokenInfo(id, &info) != CKR_OK || !(info.flags & CKF_TOKEN_INITIALIZED))
            continue;
        Slot slot{id, {}};
        slot.token.label = p11::text(info.label, sizeof info.label);
        slot.token.serial = p11::text(info.serialNumber, sizeof info.serialNumber);
        slot.token.model = p11::text(info.model, sizeof info.model);
        slot.token.pin = pinState(info.flags);
        slot.token.hasPinPad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
        result.append(slot);
    }
    return result;
}

Slot chosenSlot(const QList<Slot>& all, const QString& label, const QString& path)
{
    QStringList names;
    QList<Slot> fitting;
    for (const Slot& slot : all) {
        names += slot.token.label + u" ("_s + slot.token.serial + u')';
        if (label.isEmpty() || label == slot.token.label || label == slot.token.serial)
            fitting.append(slot);
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (all.isEmpty())
        throw Error(ErrorCode::NotFound, {u"没有找到 UKey。请插好后重试。"_s, u"There is no token. Plug it in and try again."_s}, path);
    if (fitting.isEmpty())
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"没有名为“%1”的 UKey。现有：%2。"_s, u"There is no token “%1”. Those there are: %2."_s}
                        .arg(label, names.join(u", "_s)),
                    label);
    throw Error(ErrorCode::Usage,
                LocalizedText{u"插着不止一个 UKey，请指明用哪个：%1。"_s, u"There is more than one token; say which: %1."_s}
                    .arg(names.join(u", "_s)),
                path);
}

struct Candidate
{
    TokenCertificate certificate;
    QByteArray id; ///< CKA_ID, which its key has too
};

QList<Candidate> candidatesIn(const p11::Session& session)
{
    QList<Candidate> candidates;
    for (const CK_OBJECT_HANDLE object : session.find(CKO_CERTIFICATE)) {
        const ssl::Certificate certificate = ssl::certificate(session.attribute(object, CKA_VALUE));
        if (certificate)
            candidates.append({describe(certificate.get()), session.attribute(object, CKA_ID)});
    }
    return candidates;
}

/// Decided before the PIN is given: a wrong choice costs no try.
Candidate chosenCertificate(const QList<Candidate>& all, const TokenChoice& choice, const QString& token)
{
    constexpr qsizetype fewestDigits = 8;
    QStringList names;
    QList<Candidate> fitting;
    for (const Candidate& one : all) {
        if (one.certificate.isAuthority)
            continue;
        names += one.certificate.name + u' ' + one.certificate.fingerprint.first(16);
        const bool isNamed =
            choice.fingerprint.size() >= fewestDigits && one.certificate.fingerprint.startsWith(choice.fingerprint.toLower());
        if (choice.fingerprint.isEmpty() || isNamed)
            fitting.append(one);
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (names.isEmpty())
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"UKey“%1”中没有签名证书。"_s, u"There is no certificate to sign with in the token “%1”."_s}.arg(token),
                    token);
    if (fitting.isEmpty())
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"UKey 中没有指纹以“%1”开头的证书（至少 8 位）。现有：%2。"_s,
                                  u"No certificate in the token has a fingerprint that begins with “%1” (8 digits at least). Those there are: %2."_s}
                        .arg(choice.fingerprint, names.join(u", "_s)),
                    choice.fingerprint);
    throw Error(ErrorCode::Usage,
                LocalizedText{u"UKey 中有多张证书，请用指纹指明用哪张：%1。"_s,
                              u"There is more than one certificate in the token; say which by its fingerprint: %1."_s}
                    .arg(names.join(u", "_s)),
                token);
}

Error refusedPin(CK_RV code, const p11::Session& session, TokenInfo::Pin left)
{
    Error error = p11::failure(left == TokenInfo::Pin::Locked && code == CKR_PIN_INCORRECT ? CKR_PIN_LOCKED : code, session.token());
    LocalizedText more;
    if (left == TokenInfo::Pin::LastTry)
        more = {u"只剩最后一次机会，再错即锁定。"_s, u" One try is left: another wrong one locks it."_s};
    else if (left == TokenInfo::Pin::Low)
        more = {u"UKey 提示剩余次数不多。"_s, u" The token says that few tries are left."_s};
    if (error.code() != ErrorCode::WrongPassphrase)
        return error;
    return Error(error.code(), {error.message().zh + more.zh, error.message().en + more.en}, error.subject(), error.detail());
}

void logIn(const p11::Session& session, const Slot& slot, const Passphrase& pin)
{
    if (slot.token.pin == TokenInfo::Pin::Locked)
        throw p11::failure(CKR_PIN_LOCKED, session.token());
    auto* bytes = reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.constData()));
    const bool typedThere = slot.token.hasPinPad && pin.isEmpty();
    const CK_RV code = session.functions()->C_Login(session.handle(), CKU_USER, typedThere ? nullptr : bytes,
                                                    typedThere ? 0 : static_cast<CK_ULONG>(pin.size()));
    if (code == CKR_OK || code == CKR_USER_ALREADY_LOGGED_IN)
        return;
    CK_TOKEN_INFO info{};
    const bool known = session.functions()->C_GetTokenInfo(slot.id, &info) == CKR_OK;
    throw refusedPin(code, session, known ? pinState(info.flags) : TokenInfo::Pin::Fine);
}

} // namespace

TokenModule::TokenModule(const QString& path)
{
    if (!QFileInfo::exists(path))
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"没有 UKey 驱动文件“%1”。请检查路径。"_s, u"There is no PKCS#11 module “%1”. Check the path."_s}.arg(path), path);
    QLibrary file(QFileInfo(path).absoluteFilePath());
    file.setLoadHints(QLibrary::PreventUnloadHint);
    const auto list = reinterpret_cast<CK_C_GetFunctionList>(file.resolve("C_GetFunctionList"));
    CK_FUNCTION_LIST* functions = nullptr;
    if (!list || list(&functions) != CKR_OK || !functions)
        throw noModule(path, file.errorString());
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    const CK_RV code = functions->C_Initialize(&arguments);
    if (code != CKR_OK && code != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        throw noModule(path, u"PKCS#11 0x"_s + QString::number(code, 16));
    m_library = std::make_shared<const Library>(Library{functions, path});
}

TokenModule::~TokenModule() = default;

QList<TokenInfo> TokenModule::tokens() const
{
    QList<TokenInfo> result;
    for (Slot slot : slotsOf(m_library->functions, m_library->path)) {
        const p11::Session session(m_library->functions, slot.id, slot.token.label);
        slot.token.certificates = certificatesIn(session);
        result.append(slot.token);
    }
    return result;
}

Identity TokenModule::open(const TokenChoice& choice, const Passphrase& pin) const
{
    const Slot slot = chosenSlot(slotsOf(m_library->functions, m_library->path), choice.label, m_library->path);
    const auto session = std::make_shared<const p11::Session>(m_library->functions, slot.id, slot.token.label);
    const QList<Candidate> all = candidatesIn(*session);
    const Candidate chosen = chosenCertificate(all, choice, slot.token.label);
    ssl::Certificate certificate = ssl::certificate(chosen.certificate.certificate);
    requireSupported(X509_get0_pubkey(certificate.get()), chosen.certificate.name);
    logIn(*session, slot, pin);
    const QList<CK_OBJECT_HANDLE> keys = session->find(CKO_PRIVATE_KEY, chosen.id.isNull() ? QByteArray("") : chosen.id);
    if (keys.isEmpty())
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"UKey 中没有证书“%1”的私钥，不能用来签章。"_s,
                                  u"The token holds no key for the certificate “%1” and cannot sign with it."_s}
                        .arg(chosen.certificate.name),
                    chosen.certificate.name);
    QList<QByteArray> issuers;
    for (const Candidate& one : all) {
        if (one.certificate.isAuthority)
            issuers.append(one.certificate.certificate);
    }
    auto key = std::make_shared<const TokenKey>(session, keys.first(), std::move(certificate), pin);
    return Identity::withKey(std::move(key), chosen.certificate.certificate, issuers);
}

} // namespace jz
