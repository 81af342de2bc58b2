// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"

#include "tests/shots/scene.h"
#include "tests/ui/scenes/seen_words.h"
#include "ui/style/language.h"

#include <QRegularExpression>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// Speaks a language as long as it lives.
class Speaking
{
public:
    explicit Speaking(Language language) { speak(language); }
    ~Speaking() { speak(Language::Chinese); }

private:
    static void speak(Language language)
    {
        ui::setLanguage(language);
        ui::translateQt(language);
    }
};

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
    for (auto found = part.globalMatch(text); found.hasNext();) {
        const QString word = found.next().captured();
        if (!isForeign(word))
            strange << word;
    }
    return strange;
}

bool isProbe(const Scene& scene)
{
    return scene.name.startsWith(u"style-");
}

} // namespace

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(in_english_only_the_call_and_the_user_speak_chinese)
{
    const Speaking english(Language::English);
    const QRegularExpression chinese(u"[\\x{3400}-\\x{9fff}]+"_s);
    for (const Scene& scene : allScenes()) {
        if (isProbe(scene))
            continue;
        StagedScene staged(scene);
        for (const SeenWord& word : wordsIn(staged.window())) {
            const QStringList strange = strangeParts(word.text, chinese);
            BOOST_TEST(strange == QStringList(), scene.name.toStdString() << ", " << word.where.toStdString() << ": “"
                                                                           << word.text.toStdString() << "” is not translated: "
                                                                           << strange.join(u' ').toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(in_chinese_no_english_is_left)
{
    const Speaking language(Language::Chinese);
    const QRegularExpression english(u"[A-Za-z]{2,}"_s);
    const QStringList names{u"PDF"_s, u"Word"_s,  u"Excel"_s, u"WPS"_s, u"Ctrl"_s, u"Shift"_s, u"Alt"_s,  u"Enter"_s, u"Tab"_s,  u"Esc"_s,
                            u"Del"_s, u"Delete"_s, u"JPG"_s,   u"JPEG"_s, u"PNG"_s, u"TIFF"_s, u"HEIC"_s, u"MB"_s,   u"KB"_s,  u"GB"_s,
                            u"jpg"_s, u"png"_s,   u"pdf"_s,   u"UKey"_s, u"http"_s, u"https"_s, u"www"_s, u"English"_s, u"Home"_s, u"End"_s,
                            u"PgUp"_s, u"PgDown"_s, u"Up"_s, u"Down"_s, u"Left"_s, u"Right"_s, u"zip"_s, u"jzb"_s, u"json"_s, u"hbwh"_s};
    for (const Scene& scene : allScenes()) {
        if (isProbe(scene))
            continue;
        StagedScene staged(scene);
        for (const SeenWord& word : wordsIn(staged.window())) {
            QStringList strange = strangeParts(word.text, english);
            strange.removeIf([&](const QString& part) { return names.contains(part); });
            BOOST_TEST(strange == QStringList(), scene.name.toStdString() << ", " << word.where.toStdString() << ": “"
                                                                           << word.text.toStdString() << "” is not translated: "
                                                                           << strange.join(u' ').toStdString());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
