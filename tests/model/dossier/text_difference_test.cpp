// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/text_difference.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// As "同[−去][+来]".
QString marked(const QString& was, const QString& now)
{
    QString all;
    for (const TextPiece& piece : textDifference(was, now))
        all += piece.kind == TextPiece::Kind::Same ? piece.text
                                                   : QString((piece.kind == TextPiece::Kind::Gone ? u"[-"_s : u"[+"_s) + piece.text + u']');
    return all;
}

QString without(const QList<TextPiece>& pieces, TextPiece::Kind kind)
{
    QString all;
    for (const TextPiece& piece : pieces)
        if (piece.kind != kind)
            all += piece.text;
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_difference)

BOOST_AUTO_TEST_CASE(chinese_is_compared_by_characters_numbers_and_words_whole)
{
    BOOST_TEST(marked(u"专职团队23人，均为博士"_s, u"专职团队125人，均为博士"_s) == u"专职团队[-23][+125]人，均为博士"_s);
    BOOST_TEST(marked(u"office@a.cn"_s, u"office@b.cn"_s) == u"[-office@a.cn][+office@b.cn]"_s);
    BOOST_TEST(marked(u"建成中试线"_s, u"建成两条中试线"_s) == u"建成[+两条]中试线"_s);
}

BOOST_AUTO_TEST_CASE(a_single_character_in_common_does_not_break_a_change_up)
{
    BOOST_TEST(marked(u"甲乙丙"_s, u"丁乙戊"_s) == u"[-甲乙丙][+丁乙戊]"_s);
}

BOOST_AUTO_TEST_CASE(equal_texts_are_one_piece_and_nothing_is_none)
{
    BOOST_TEST(marked(u"相同"_s, u"相同"_s) == u"相同"_s);
    BOOST_TEST(textDifference({}, {}).isEmpty());
    BOOST_TEST(marked({}, u"新"_s) == u"[+新]"_s);
}

BOOST_AUTO_TEST_CASE(the_pieces_make_both_texts_even_where_they_are_very_long)
{
    QString was;
    QString now;
    for (int i = 0; i < 3000; ++i) {
        was += QChar(0x4e00 + i);
        now += QChar(0x4e00 + (i * 7) % 3000);
        if (i % 50 == 0) {
            was += u'\n';
            now += u'\n';
        }
    }
    for (const auto& [a, b] : {std::pair(was, now), std::pair(was, QString(was.left(40) + u"𬭎"_s + was.mid(90)))}) {
        const QList<TextPiece> pieces = textDifference(a, b);
        BOOST_TEST(without(pieces, TextPiece::Kind::Came) == a);
        BOOST_TEST(without(pieces, TextPiece::Kind::Gone) == b);
    }
}

BOOST_AUTO_TEST_SUITE_END()
