// SPDX-License-Identifier: Apache-2.0
#include "model/reference/pasted_text.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(pasted_text)

BOOST_AUTO_TEST_CASE(line_ends_of_every_program_become_newlines)
{
    BOOST_TEST(pastedText(u"一\r\n二\r三\v四\f五\u0085六\u2028七\u2029八\n九"_s).text == u"一\n二\n三\n四\n五\n六\n七\n八\n九"_s);
}

BOOST_AUTO_TEST_CASE(tabs_and_special_blanks_become_blanks_and_the_ideographic_one_stays)
{
    BOOST_TEST(pastedText(u"甲\t乙\u00A0丙\u2003丁\u202F戊\u3000己"_s).text == u"甲 乙 丙 丁 戊\u3000己"_s);
}

BOOST_AUTO_TEST_CASE(blanks_at_line_ends_go)
{
    BOOST_TEST(pastedText(u"甲 \t\r\n乙"_s).text == u"甲\n乙"_s);
}

BOOST_AUTO_TEST_CASE(forbidden_characters_are_dropped_and_counted)
{
    const PastedText pasted = pastedText(u"甲\u0007乙\u202E丙"_s + QChar(0xD800) + u"丁\uFFFD"_s);
    BOOST_TEST(pasted.text == u"甲乙丙丁"_s);
    BOOST_TEST(pasted.dropped == 4);
}

BOOST_AUTO_TEST_CASE(soft_hyphens_and_byte_order_marks_go_without_a_word)
{
    const PastedText pasted = pastedText(u"\uFEFFinno\u00ADvation 𬭎"_s);
    BOOST_TEST(pasted.text == u"innovation 𬭎"_s);
    BOOST_TEST(pasted.dropped == 0);
}

BOOST_AUTO_TEST_CASE(on_one_line_line_ends_become_one_blank)
{
    BOOST_TEST(pastedLine(u"\r\n示例研究院\r\n\r\n 光电所 \r\n"_s).text == u"示例研究院 光电所"_s);
    BOOST_TEST(pastedLine(u" 已在一行 "_s).text == u" 已在一行 "_s);
}

BOOST_AUTO_TEST_SUITE_END()
