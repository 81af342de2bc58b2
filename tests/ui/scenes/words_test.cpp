// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/ui/scenes/seen_words.h"
#include "tests/ui/scenes/window_checks.h"

#include <QLabel>
#include <QRegularExpression>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastPiece = 3;
constexpr int mostPieces = 3;

/// Whether a word is the call's or the user's, or put together of such words (a name that the call composes).
bool isForeign(const QString& word, int pieces = mostPieces)
{
    if (word.isEmpty() || foreignWords().contains(word))
        return true;
    for (qsizetype length = word.size() - 1; length >= leastPiece && pieces > 1; --length)
        if (foreignWords().contains(word.left(length)) && isForeign(word.mid(length), pieces - 1))
            return true;
    return false;
}

/// The parts of a text that are of neither the call nor the user.
QStringList strangeParts(QString text, const QRegularExpression& part)
{
    QStringList strange;
    // The wording of the call has the unit's name put into it.
    for (const QString& unit : {u"示例先进光电技术研究院"_s, u"示例江汉农产品加工技术研究院"_s})
        text.replace(unit, u" "_s);
    // Fingerprints are read out in groups of four digits, base 16.
    static const QRegularExpression fingerprint(u"[0-9a-f]{4}(\\s[0-9a-f]{4})+"_s);
    text.replace(fingerprint, u" "_s);
    for (auto found = part.globalMatch(text); found.hasNext();) {
        const QString word = found.next().captured();
        if (!isForeign(word))
            strange << word;
    }
    return strange;
}

const QRegularExpression& foreignLetters(Language language)
{
    static const QRegularExpression chinese(u"[\\x{3400}-\\x{9fff}]+"_s);
    static const QRegularExpression english(u"[A-Za-z]{2,}"_s);
    return language == Language::English ? chinese : english;
}

/// Names of things that are called so in Chinese too.
bool isName(const QString& word)
{
    static const QStringList names{u"PDF"_s, u"XLSX"_s, u"DOCX"_s, u"docx"_s, u"Word"_s,   u"Excel"_s, u"WPS"_s,  u"Ctrl"_s, u"Shift"_s, u"Alt"_s,  u"Enter"_s, u"Tab"_s,   u"Esc"_s,
                                   u"Del"_s, u"Delete"_s, u"JPG"_s,   u"JPEG"_s, u"PNG"_s,  u"TIFF"_s,  u"HEIC"_s, u"MB"_s,    u"KB"_s,    u"GB"_s,
                                   u"jpg"_s, u"png"_s,    u"pdf"_s,   u"UKey"_s, u"http"_s, u"https"_s, u"www"_s,  u"English"_s, u"Home"_s, u"End"_s,
                                   u"PgUp"_s, u"PgDown"_s, u"Up"_s,   u"Down"_s, u"Left"_s, u"Right"_s, u"zip"_s,  u"jzb"_s,   u"json"_s, u"csv"_s,  u"hbwh"_s,  u"dpi"_s,
                                   u"pfx"_s, u"pem"_s,    u"PKCS"_s,  u"PIN"_s,  u"QQ"_s};
    return names.contains(word);
}

} // namespace

QStringList test::untranslatedWords(const QWidget& window, Language language)
{
    QStringList found;
    for (const SeenWord& word : wordsIn(window)) {
        QStringList strange = strangeParts(word.text, foreignLetters(language));
        if (language == Language::Chinese)
            strange.removeIf(isName);
        if (!strange.isEmpty())
            found << u"%1: “%2” is not translated: %3"_s.arg(word.where, word.text, strange.join(u' '));
    }
    return found;
}

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(what_is_not_translated_is_found)
{
    QLabel label(u"另存一份 zyxwv"_s);
    BOOST_TEST(untranslatedWords(label, Language::Chinese).size() == 1);
    BOOST_TEST(untranslatedWords(label, Language::English).size() == 1);
    label.setText(u"另存为 PDF"_s);
    BOOST_TEST(untranslatedWords(label, Language::Chinese).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
