// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <exception>
#include <string>

namespace jz {

/// What the caller can do about a failed operation. The command line maps them to exit codes
/// (Usage -> 2, everything else -> 3); texts may change, codes do not.
enum class ErrorCode {
    Usage,           ///< the call itself is wrong: a missing argument, an unknown option
    NotFound,        ///< a file or folder that was named does not exist
    Unreadable,      ///< it exists but cannot be read (rights, device)
    NotWritable,     ///< the result cannot be written; what was there before is untouched
    Malformed,       ///< the content is not what its kind demands (broken JSON, a PDF that is none)
    TooLarge,        ///< over a limit that protects memory and time
    Unsupported,     ///< sound, but nothing this program can work with (encrypted PDF, newer format)
    WrongPassphrase, ///< the passphrase does not open the identity
    Unusable,        ///< a certificate or key that must not be used (expired, too weak, no key)
    NoFreeField,     ///< the paper has no free signature field for that role
};

/// An operation failed. Thrown by value; nothing of the user's is lost when it is thrown.
///
/// `message` is one or two plain sentences: what went wrong and what to do. `subject` names the thing
/// (file, field, option). `detail` is for the log: what a library said, an offset; may be empty, is never
/// translated and never holds a passphrase or key.
class Error : public std::exception
{
public:
    Error(ErrorCode code, LocalizedText message, QString subject = {}, QString detail = {})
        : m_code(code), m_message(std::move(message)), m_subject(std::move(subject)),
          m_detail(std::move(detail)),
          m_what((m_detail.isEmpty() ? m_message.zh : QString(m_message.zh + QStringLiteral(" [") + m_detail + QLatin1Char(']'))).toStdString())
    {
    }

    ErrorCode code() const noexcept { return m_code; }
    const LocalizedText& message() const noexcept { return m_message; }
    const QString& subject() const noexcept { return m_subject; }
    const QString& detail() const noexcept { return m_detail; }
    /// The same about a thing that the user knows as `name` and not as `subject`, such as a file in the object store.
    Error naming(const QString& name) const
    {
        LocalizedText message = m_message;
        if (!m_subject.isEmpty()) {
            message.zh.replace(m_subject, name);
            message.en.replace(m_subject, name);
        }
        return Error(m_code, message, name, m_detail);
    }
    /// For logs: the Chinese message and the detail.
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    ErrorCode m_code;
    LocalizedText m_message;
    QString m_subject;
    QString m_detail;
    std::string m_what;
};

} // namespace jz
