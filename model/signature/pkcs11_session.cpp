// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pkcs11_session.h"

namespace jz::p11 {

using namespace Qt::StringLiterals;

namespace {

LocalizedText wordsOf(CK_RV code)
{
    switch (code) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return {u"UKey“%1”的 PIN 不正确。请核对后再试：错误次数过多会锁定。"_s,
                u"The PIN of the token “%1” is wrong. Check it before trying again: too many wrong ones lock it."_s};
    case CKR_PIN_LOCKED:
        return {u"UKey“%1”已锁定。请联系发放单位解锁。"_s, u"The token “%1” is locked. Ask whoever issued it to unlock it."_s};
    case CKR_PIN_EXPIRED:
        return {u"UKey“%1”的 PIN 已过期，请先用发放单位的工具修改。"_s,
                u"The PIN of the token “%1” has expired: change it with its maker's program first."_s};
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_OBJECT_HANDLE_INVALID:
    case CKR_KEY_HANDLE_INVALID:
    case CKR_SLOT_ID_INVALID:
        return {u"UKey“%1”已拔出或无法访问，没有签章。请插好后重试。"_s,
                u"The token “%1” was pulled out or cannot be reached; nothing was signed. Plug it in and try again."_s};
    case CKR_FUNCTION_CANCELED:
        return {u"在 UKey“%1”上取消了操作。"_s, u"It was cancelled on the token “%1”."_s};
    default:
        return {u"UKey“%1”未能完成操作。请拔下重插后再试。"_s,
                u"The token “%1” failed. Pull it out, plug it in and try again."_s};
    }
}

bool isAboutPin(CK_RV code)
{
    return code == CKR_PIN_INCORRECT || code == CKR_PIN_INVALID || code == CKR_PIN_LEN_RANGE;
}

} // namespace

Error failure(CK_RV code, const QString& token)
{
    return Error(isAboutPin(code) ? ErrorCode::WrongPassphrase : ErrorCode::Unusable, wordsOf(code).arg(token), token,
                 u"PKCS#11 0x"_s + QString::number(code, 16));
}

void require(CK_RV code, const QString& token)
{
    if (code != CKR_OK)
        throw failure(code, token);
}

QString text(const unsigned char* field, size_t size)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(field), static_cast<qsizetype>(size)).trimmed();
}

Session::Session(CK_FUNCTION_LIST* functions, CK_SLOT_ID slot, QString token)
    : m_functions(functions), m_token(std::move(token))
{
    require(m_functions->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &m_handle), m_token);
}

Session::~Session()
{
    m_functions->C_CloseSession(m_handle);
}

QList<CK_OBJECT_HANDLE> Session::find(CK_OBJECT_CLASS kind, const QByteArray& id) const
{
    CK_ATTRIBUTE wanted[2] = {{CKA_CLASS, &kind, sizeof kind},
                              {CKA_ID, const_cast<char*>(id.constData()), static_cast<CK_ULONG>(id.size())}};
    require(m_functions->C_FindObjectsInit(m_handle, wanted, id.isNull() ? 1 : 2), m_token);
    CK_OBJECT_HANDLE found[100];
    CK_ULONG count = 0;
    const CK_RV code = m_functions->C_FindObjects(m_handle, found, std::size(found), &count);
    m_functions->C_FindObjectsFinal(m_handle);
    require(code, m_token);
    return QList<CK_OBJECT_HANDLE>(found, found + count);
}

QByteArray Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    constexpr CK_ULONG largest = 64 * 1024;
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK || wanted.ulValueLen > largest)
        return {};
    QByteArray value(static_cast<qsizetype>(wanted.ulValueLen), Qt::Uninitialized);
    wanted.pValue = value.data();
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK)
        return {};
    value.resize(static_cast<qsizetype>(wanted.ulValueLen));
    return value;
}

bool Session::flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    const QByteArray value = attribute(object, type);
    return value.size() == 1 && value[0] != 0;
}

} // namespace jz::p11
