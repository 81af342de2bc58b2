// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QList>

#include <p11-kit/pkcs11.h>

#include <optional>

namespace jz::p11 {

/// PKCS#11 (OASIS, v2.40) in the few calls that are needed. Inside this room only.

/// What a failed call means, in words; codes Unusable, or WrongPassphrase for PINs.
Error failure(CK_RV code, const QString& token);
/// Throws that when the call failed.
void require(CK_RV code, const QString& token);

/// A text field of fixed width, padded with blanks.
QString text(const unsigned char* field, size_t size);

/// A session with one token; closed, and with the last one logged out, when it goes out of scope.
class Session
{
public:
    Session(CK_FUNCTION_LIST* functions, CK_SLOT_ID slot, QString token);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    CK_FUNCTION_LIST* functions() const { return m_functions; }
    CK_SESSION_HANDLE handle() const { return m_handle; }
    const QString& token() const { return m_token; }

    /// Objects of that class, with that id unless it is null; at most 100.
    QList<CK_OBJECT_HANDLE> find(CK_OBJECT_CLASS kind, const QByteArray& id = {}) const;
    /// Empty when the object has no such attribute, or one over 64 KB.
    QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    bool flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;

private:
    CK_FUNCTION_LIST* m_functions;
    CK_SESSION_HANDLE m_handle = 0;
    QString m_token;
};

} // namespace jz::p11
