// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QUuid>

namespace jz {

/// Where data were read, for messages.
struct DataPlace
{
    QString subject;    ///< the file
    LocalizedText kind; ///< of the paper: 修改意见 / return slip
    QString path;       ///< of the object within the data, with a stroke behind it; empty for the whole
};

/// Reads the members of an object in the data of a paper. Every call throws Error Malformed naming the file and, as detail, the member that is
/// missing, of the wrong type or out of range.
class DataMembers
{
public:
    DataMembers(const QJsonObject& object, DataPlace place) : m_object(object), m_place(std::move(place)) {}

    /// Up to 20,000 characters.
    QString text(const char* name) const;
    /// Not empty.
    QString someText(const char* name) const;
    /// 32 bytes in lower-case hex digits.
    QByteArray hash(const char* name) const;
    /// The same; empty for "".
    QByteArray optionalHash(const char* name) const;
    /// Invalid for "", where `needed` does not forbid it.
    QDate date(const char* name, bool needed) const;
    QUuid id(const char* name) const;
    /// A whole number within these bounds.
    int number(const char* name, int least, int most) const;
    bool truth(const char* name) const;
    QJsonArray array(const char* name, qsizetype most) const;
    [[noreturn]] void wrong(const char* name) const;

private:
    const QJsonObject& m_object;
    DataPlace m_place;
};

/// Throws Error Unsupported when the data are of another `kind` or of a format after `knownFormat`.
void requireKindAndFormat(const QJsonObject& data, const QString& kind, int knownFormat, const DataPlace& place);

} // namespace jz
