// SPDX-License-Identifier: Apache-2.0
#include "model/signature/der.h"

namespace jz::der {

QByteArray element(unsigned char tag, const QByteArray& content)
{
    QByteArray head(1, static_cast<char>(tag));
    if (content.size() < 128)
        return head + static_cast<char>(content.size()) + content;
    QByteArray length;
    for (qsizetype rest = content.size(); rest > 0; rest >>= 8)
        length.prepend(static_cast<char>(rest & 0xff));
    return head + static_cast<char>(0x80 | length.size()) + length + content;
}

QByteArray setOf(QList<QByteArray> elements, unsigned char tag)
{
    std::sort(elements.begin(), elements.end());
    return element(tag, elements.join());
}

std::optional<QList<Element>> elements(const QByteArray& bytes)
{
    QList<Element> result;
    for (qsizetype at = 0; at < bytes.size();) {
        if (at + 2 > bytes.size())
            return std::nullopt;
        const auto tag = static_cast<unsigned char>(bytes[at]);
        qsizetype length = static_cast<unsigned char>(bytes[at + 1]);
        at += 2;
        if (length > 0x84 || length == 0x80)
            return std::nullopt;
        if (length > 0x80) {
            const qsizetype count = length - 0x80;
            if (at + count > bytes.size())
                return std::nullopt;
            length = 0;
            for (qsizetype i = 0; i < count; ++i)
                length = length * 256 + static_cast<unsigned char>(bytes[at + i]);
            at += count;
        }
        if (length > bytes.size() - at)
            return std::nullopt;
        result.append({tag, bytes.mid(at, length)});
        at += length;
    }
    return result;
}

} // namespace jz::der
