// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace jz {

/// What stands before an operator in a content stream (ISO 32000-2, 7.8.2).
struct ContentOperand
{
    enum Kind {
        Number,
        Name,   ///< `text` begins with its slash; `#xx` is resolved
        String,
        Array,  ///< `items`: its numbers and strings; what else it holds is left out
        Other,  ///< dictionaries, true, false, null
    };
    Kind kind = Other;
    double number = 0;
    std::string text;
    std::vector<ContentOperand> items;
};

/// Takes a content stream apart into operators and their operands. Bytes that are no content by the letter of the
/// standard are not guessed at: readers differ there, and isSound() says so.
class ContentTokens
{
public:
    /// `content` outlives it.
    explicit ContentTokens(const QByteArray& content) : m_text(content.constData(), size_t(content.size())) {}

    /// Goes on to the next operator; false at the end. An inline image comes as the operator `EI`.
    bool next();
    std::string_view name() const { return m_name; }
    const std::vector<ContentOperand>& operands() const { return m_operands; }
    bool isSound() const { return m_isSound; }

private:
    ContentOperand value(int depth);
    ContentOperand array(int depth);
    void dictionary(int depth);
    std::string nameText();
    std::string literalString();
    char escaped();
    std::string hexString();
    std::string_view word();
    bool readNumber(std::string_view word, double& number) const;
    void inlineImage();
    void skipBlanks();
    bool atEnd() const { return m_at >= m_text.size(); }
    char here() const { return m_text[m_at]; }
    bool isHere(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }

    std::string_view m_text;
    size_t m_at = 0;
    std::string_view m_name;
    std::vector<ContentOperand> m_operands;
    bool m_isSound = true;
};

} // namespace jz
