// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace jz::der {

/// Distinguished encoding (X.690) for the few structures that OpenSSL has no builder or reader for.
enum Tag : unsigned char {
    Integer = 0x02,
    OctetString = 0x04,
    Oid = 0x06,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xa0,
    Context1 = 0xa1,
};

/// One element: tag, length, content.
QByteArray element(unsigned char tag, const QByteArray& content);
/// SET OF: the elements in the order DER demands.
QByteArray setOf(QList<QByteArray> elements, unsigned char tag = Set);

struct Element
{
    unsigned char tag = 0;
    QByteArray content;
};

/// The elements that follow one another in `bytes`; nothing when they are not well-formed DER.
std::optional<QList<Element>> elements(const QByteArray& bytes);

} // namespace jz::der
