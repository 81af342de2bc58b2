// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/content_tokens.h"

#include <algorithm>
#include <charconv>

namespace jz {

namespace {

constexpr size_t mostOperands = 4096;
constexpr int deepestNesting = 50;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isRegular(char c)
{
    constexpr std::string_view delimiters = "()<>[]{}/%";
    return !isBlank(c) && delimiters.find(c) == std::string_view::npos;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = char(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

} // namespace

bool ContentTokens::next()
{
    m_operands.clear();
    for (skipBlanks(); !atEnd(); skipBlanks()) {
        if (isRegular(here())) {
            const std::string_view text = word();
            ContentOperand number{ContentOperand::Number, 0, {}, {}};
            if (text == "true" || text == "false" || text == "null") {
                number.kind = ContentOperand::Other;
            } else if (!readNumber(text, number.number)) {
                m_name = text;
                if (text == "BI")
                    inlineImage();
                return true;
            }
            m_operands.push_back(number);
        } else {
            m_operands.push_back(value(0));
        }
        if (m_operands.size() > mostOperands) {
            m_operands.clear();
            m_isSound = false;
        }
    }
    return false;
}

/// A value that begins with a delimiter.
ContentOperand ContentTokens::value(int depth)
{
    ContentOperand result;
    const char first = here();
    if (first == '/') {
        result.kind = ContentOperand::Name;
        result.text = nameText();
    } else if (first == '(') {
        result.kind = ContentOperand::String;
        result.text = literalString();
    } else if (isHere("<<")) {
        m_at += 2;
        dictionary(depth + 1);
    } else if (first == '<') {
        result.kind = ContentOperand::String;
        result.text = hexString();
    } else if (first == '[') {
        ++m_at;
        result = array(depth + 1);
    } else {
        m_isSound = false;
        ++m_at;
    }
    return result;
}

ContentOperand ContentTokens::array(int depth)
{
    ContentOperand result{ContentOperand::Array, 0, {}, {}};
    for (skipBlanks(); !atEnd() && here() != ']'; skipBlanks()) {
        ContentOperand item{ContentOperand::Number, 0, {}, {}};
        if (depth > deepestNesting) {
            m_isSound = false;
            m_at = m_text.size();
        } else if (!isRegular(here())) {
            item = value(depth);
        } else if (const std::string_view text = word(); !readNumber(text, item.number)) {
            item.kind = ContentOperand::Other;
            m_isSound = m_isSound && (text == "true" || text == "false" || text == "null");
        }
        if (item.kind == ContentOperand::Number || item.kind == ContentOperand::String)
            result.items.push_back(std::move(item));
    }
    m_isSound = m_isSound && !atEnd();
    ++m_at;
    return result;
}

void ContentTokens::dictionary(int depth)
{
    for (skipBlanks(); !atEnd() && !isHere(">>"); skipBlanks()) {
        if (depth > deepestNesting)
            m_at = m_text.size();
        else if (isRegular(here()))
            word();
        else
            value(depth);
    }
    m_isSound = m_isSound && !atEnd();
    m_at += 2;
}

std::string ContentTokens::nameText()
{
    std::string text(1, '/');
    for (++m_at; !atEnd() && isRegular(here()); ++m_at) {
        const bool isEscape = here() == '#' && m_at + 2 < m_text.size() && hexDigit(m_text[m_at + 1]) >= 0
                              && hexDigit(m_text[m_at + 2]) >= 0;
        text += isEscape ? char(hexDigit(m_text[m_at + 1]) * 16 + hexDigit(m_text[m_at + 2])) : here();
        m_at += isEscape ? 2 : 0;
    }
    return text;
}

std::string ContentTokens::literalString()
{
    std::string text;
    int open = 1;
    for (++m_at; !atEnd(); ++m_at) {
        const char c = here();
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
            ++m_at;
            return text;
        }
        if (c == '\\') {
            ++m_at;
            if (atEnd())
                break;
            if (here() == '\r' || here() == '\n')
                m_at += isHere("\r\n") ? 1 : 0; // a line that goes on
            else
                text += escaped();
        } else if (c == '\r') {
            text += '\n';
            m_at += isHere("\r\n") ? 1 : 0;
        } else {
            text += c;
        }
    }
    m_isSound = false;
    return text;
}

/// What stands after a backslash; its last character is left to be passed over.
char ContentTokens::escaped()
{
    int code = 0;
    int digits = 0;
    for (; digits < 3 && !atEnd() && here() >= '0' && here() <= '7'; ++digits, ++m_at)
        code = code * 8 + (here() - '0');
    if (digits > 0) {
        --m_at;
        return char(code);
    }
    switch (here()) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return here();
    }
}

std::string ContentTokens::hexString()
{
    std::string text;
    int high = -1;
    for (++m_at; !atEnd() && here() != '>'; ++m_at) {
        const int digit = hexDigit(here());
        if (digit < 0) {
            m_isSound = m_isSound && isBlank(here());
            continue;
        }
        if (high >= 0)
            text += char(high * 16 + digit);
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        text += char(high * 16);
    m_isSound = m_isSound && !atEnd();
    ++m_at;
    return text;
}

std::string_view ContentTokens::word()
{
    const size_t begin = m_at;
    while (!atEnd() && isRegular(here()))
        ++m_at;
    return m_text.substr(begin, m_at - begin);
}

/// Numbers are written with digits, one sign and one dot (7.3.3); readers make different things of any other.
bool ContentTokens::readNumber(std::string_view word, double& number) const
{
    std::string_view digits = word;
    const bool isNegative = digits.starts_with('-');
    if (isNegative || digits.starts_with('+'))
        digits.remove_prefix(1);
    bool isAny = false;
    int dots = 0;
    for (const char c : digits) {
        isAny = isAny || (c >= '0' && c <= '9');
        dots += c == '.' ? 1 : 0;
        if ((c < '0' || c > '9') && c != '.')
            return false;
    }
    if (!isAny || dots > 1)
        return false;
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    number = isNegative ? -value : value;
    return true;
}

/// Where the data of an inline image end cannot be told for certain from outside.
void ContentTokens::inlineImage()
{
    m_name = "EI";
    m_isSound = false;
    m_at = std::min(m_text.find("ID", m_at), m_text.size());
    for (size_t end = m_text.find("EI", m_at); end != std::string_view::npos; end = m_text.find("EI", end + 2)) {
        const bool begins = end > 0 && isBlank(m_text[end - 1]);
        const bool ends = end + 2 >= m_text.size() || isBlank(m_text[end + 2]);
        if (begins && ends) {
            m_at = end + 2;
            return;
        }
    }
    m_at = m_text.size();
}

void ContentTokens::skipBlanks()
{
    for (; !atEnd() && (isBlank(here()) || here() == '%'); ++m_at) {
        if (here() == '%')
            m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size() - 1);
    }
}

} // namespace jz
