// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace jz {

/// How Chinese characters are typed on a keyboard (拼音): syllables without tones, ü as v. For finding names, not for teaching:
/// readings are those usual in names of places and societies (长 chang, 藏 zang, 重庆 chong qing).
///
/// A plain value; reading is thread-safe.
class Pinyin
{
public:
    /// readings.csv: syllable,characters; taken from Unicode's Han-Latin transform (ICU 72, CLDR 42), one reading for each of the
    /// 20,900 characters of the first CJK block. polyphones.csv: word,reading,source; readings of words (or single characters)
    /// that differ from that, syllables parted by blanks, alternatives by `|` where locals and dictionaries differ. Throws Error
    /// Malformed for a broken table and for a word whose syllables are not as many as its characters.
    static Pinyin fromCsv(const QByteArray& readings, const QByteArray& polyphones);

    /// For each UTF-16 unit the syllables that it may be typed with, the usual one first. Empty for everything that has none:
    /// Latin letters, digits, signs, rare characters.
    QList<QStringList> syllables(const QString& text) const;

    /// The first letters of the usual readings: 湖北省武汉市 → hbswhs. Characters without a reading are left as they are.
    QString initials(const QString& text) const;

private:
    void addPolyphone(const QString& word, const QString& reading, int line);

    QList<QStringList> m_syllables;    ///< as in readings.csv
    std::vector<qint16> m_byCharacter; ///< from U+4E00; index into m_syllables, -1 for none
    QHash<QString, QList<QStringList>> m_words;
    qsizetype m_longestWord = 0;
};

/// The tables compiled in; read at the first call (2 ms), alive until the program ends. May be called from any thread.
const Pinyin& builtInPinyin();

} // namespace jz
