// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/raw_dictionary.h"

namespace jz {

namespace {

constexpr int deepest = 64;

bool isDelimiter(int byte)
{
    return byte < 0 || isPdfBlank(byte) || QByteArrayView("()<>[]{}/%").contains(static_cast<char>(byte));
}

bool isDigit(int byte)
{
    return byte >= '0' && byte <= '9';
}

/// Walks over values without making anything of them. -1 stands for "broken".
class Skipper
{
public:
    Skipper(const ByteCursor& cursor, qint64 limit) : m_cursor(cursor), m_limit(limit) {}

    qint64 value(qint64 position, int depth) const
    {
        const int first = m_cursor.at(position);
        if (depth > deepest || position > m_limit || first < 0)
            return -1;
        if (first == '(')
            return string(position);
        if (first == '/')
            return regular(position + 1);
        if (first == '[')
            return until(position + 1, ']', depth);
        if (first == '<')
            return m_cursor.at(position + 1) == '<' ? until(position + 2, '>', depth) : hexString(position);
        if (isDelimiter(first))
            return -1;
        return isDigit(first) ? numberOrReference(position) : regular(position);
    }

    qint64 regular(qint64 position) const
    {
        while (!isDelimiter(m_cursor.at(position)) && position <= m_limit)
            ++position;
        return position;
    }

private:
    qint64 string(qint64 position) const
    {
        int open = 0;
        for (; position <= m_limit; ++position) {
            const int byte = m_cursor.at(position);
            if (byte < 0)
                return -1;
            if (byte == '\\')
                ++position;
            else if (byte == '(')
                ++open;
            else if (byte == ')' && --open == 0)
                return position + 1;
        }
        return -1;
    }

    qint64 hexString(qint64 position) const
    {
        for (; position <= m_limit; ++position) {
            const int byte = m_cursor.at(position);
            if (byte < 0)
                return -1;
            if (byte == '>')
                return position + 1;
        }
        return -1;
    }

    /// To the end of an array or a nested dictionary.
    qint64 until(qint64 position, char closing, int depth) const
    {
        for (;;) {
            position = skipBlanks(m_cursor, position);
            if (m_cursor.at(position) == closing)
                return closing == ']' ? position + 1 : m_cursor.at(position + 1) == '>' ? position + 2 : -1;
            position = value(position, depth + 1);
            if (position < 0)
                return -1;
        }
    }

    qint64 numberOrReference(qint64 position) const
    {
        const qint64 end = regular(position);
        qint64 next = skipBlanks(m_cursor, end);
        const qint64 generation = next;
        while (isDigit(m_cursor.at(next)) && next - generation < 6)
            ++next;
        if (next == generation || next == end)
            return end;
        const qint64 letter = skipBlanks(m_cursor, next);
        const bool reference =
            letter > next && m_cursor.at(letter) == 'R' && isDelimiter(m_cursor.at(letter + 1));
        return reference ? letter + 1 : end;
    }

    const ByteCursor& m_cursor;
    qint64 m_limit;
};

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

QByteArray withoutEscapes(const QByteArray& name)
{
    QByteArray plain;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool escape = name[i] == '#' && i + 2 < name.size() && hexDigit(name[i + 1]) >= 0
                            && hexDigit(name[i + 2]) >= 0;
        plain += escape ? static_cast<char>(hexDigit(name[i + 1]) * 16 + hexDigit(name[i + 2])) : name[i];
        i += escape ? 2 : 0;
    }
    return plain;
}

} // namespace

const RawEntry* RawDictionary::find(const QByteArray& key) const
{
    const RawEntry* found = nullptr;
    for (const RawEntry& entry : entries) {
        if (entry.key == key)
            found = &entry;
    }
    return found;
}

int RawDictionary::count(const QByteArray& key) const
{
    return static_cast<int>(std::count_if(entries.begin(), entries.end(),
                                          [&](const RawEntry& entry) { return entry.key == key; }));
}

bool isPdfBlank(int byte)
{
    return byte == 0 || byte == 9 || byte == 10 || byte == 12 || byte == 13 || byte == 32;
}

qint64 skipBlanks(const ByteCursor& cursor, qint64 position)
{
    bool comment = false;
    for (const qint64 limit = position + 256 * 1024; position < limit; ++position) {
        const int byte = cursor.at(position);
        if (byte < 0)
            return position;
        if (comment)
            comment = byte != '\n' && byte != '\r';
        else if (byte == '%')
            comment = true;
        else if (!isPdfBlank(byte))
            return position;
    }
    return position;
}

std::optional<RawNumber> rawNumberAt(const ByteCursor& cursor, qint64 offset)
{
    const qint64 begin = skipBlanks(cursor, offset);
    qint64 value = 0;
    qint64 position = begin;
    for (; isDigit(cursor.at(position)); ++position) {
        if (position - begin >= 18)
            return std::nullopt;
        value = value * 10 + (cursor.at(position) - '0');
    }
    if (position == begin)
        return std::nullopt;
    return RawNumber{value, position};
}

std::optional<RawDictionary> rawDictionaryAt(const ByteCursor& cursor, qint64 offset, qint64 longest)
{
    const Skipper skip(cursor, offset + longest);
    RawDictionary dictionary;
    dictionary.begin = skipBlanks(cursor, offset);
    if (cursor.at(dictionary.begin) != '<' || cursor.at(dictionary.begin + 1) != '<')
        return std::nullopt;
    for (qint64 position = dictionary.begin + 2;;) {
        position = skipBlanks(cursor, position);
        if (cursor.at(position) == '>' && cursor.at(position + 1) == '>') {
            dictionary.end = position + 2;
            return dictionary;
        }
        if (cursor.at(position) != '/')
            return std::nullopt;
        RawEntry entry;
        const qint64 keyEnd = skip.regular(position + 1);
        entry.key = withoutEscapes(cursor.bytes(position + 1, keyEnd - position - 1));
        entry.begin = skipBlanks(cursor, keyEnd);
        entry.end = skip.value(entry.begin, 0);
        if (entry.end < 0)
            return std::nullopt;
        position = entry.end;
        dictionary.entries.append(entry);
    }
}

qint64 rawValueEnd(const ByteCursor& cursor, qint64 offset)
{
    constexpr qint64 longest = 256LL * 1024 * 1024;
    return Skipper(cursor, offset + longest).value(offset, 0);
}

std::optional<RawDictionary> rawDictionaryAt(const ByteSource& source, qint64 offset, qint64 longest)
{
    return rawDictionaryAt(ByteCursor(source), offset, longest);
}

std::optional<RawObjectHead> rawObjectHeadAt(const ByteCursor& cursor, qint64 offset)
{
    const auto number = rawNumberAt(cursor, offset);
    const auto generation = number ? rawNumberAt(cursor, number->end) : std::nullopt;
    if (!generation || number->value > 2147483647 || generation->value > 65535)
        return std::nullopt;
    const qint64 word = skipBlanks(cursor, generation->end);
    if (cursor.at(word) != 'o' || cursor.at(word + 1) != 'b' || cursor.at(word + 2) != 'j')
        return std::nullopt;
    return RawObjectHead{static_cast<int>(number->value), static_cast<int>(generation->value), word + 3};
}

std::optional<RawObjectHead> rawObjectHeadAt(const ByteSource& source, qint64 offset)
{
    return rawObjectHeadAt(ByteCursor(source), offset);
}

std::optional<RawDictionary> rawDictionaryOfObject(const ByteSource& source, qint64 offset)
{
    const ByteCursor cursor(source);
    const auto head = rawObjectHeadAt(cursor, offset);
    return head ? rawDictionaryAt(cursor, head->end) : std::nullopt;
}

} // namespace jz
