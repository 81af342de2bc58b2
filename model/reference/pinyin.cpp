// SPDX-License-Identifier: Apache-2.0
#include "model/reference/pinyin.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/reference/csv.h"
#include "resources/init_resources.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t firstCharacter = 0x4E00;
constexpr char16_t lastCharacter = 0x9FFF;

[[noreturn]] void fail(const QString& word, int line)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"读音表 polyphones.csv 第 %1 行“%2”的音节数与字数不符。"_s,
                              u"polyphones.csv, line %1: “%2” has not as many syllables as characters."_s}
                    .arg(QString::number(line), word),
                u"polyphones.csv"_s);
}

} // namespace

Pinyin Pinyin::fromCsv(const QByteArray& readings, const QByteArray& polyphones)
{
    Pinyin result;
    result.m_byCharacter.assign(lastCharacter - firstCharacter + 1, -1);
    for (const CsvRow& row : readCsv(readings, {u"syllable"_s, u"characters"_s}, u"readings.csv"_s)) {
        const QString characters = row[u"characters"_s];
        for (const QChar c : characters)
            if (c.unicode() >= firstCharacter && c.unicode() <= lastCharacter)
                result.m_byCharacter[c.unicode() - firstCharacter] = qint16(result.m_syllables.size());
        result.m_syllables.append({row[u"syllable"_s]});
    }
    for (const CsvRow& row : readCsv(polyphones, {u"word"_s, u"reading"_s, u"source"_s}, u"polyphones.csv"_s))
        result.addPolyphone(row[u"word"_s], row[u"reading"_s], row.line());
    return result;
}

void Pinyin::addPolyphone(const QString& word, const QString& reading, int line)
{
    QList<QStringList> syllables;
    for (const QString& each : reading.split(u' ', Qt::SkipEmptyParts))
        syllables.append(each.split(u'|'));
    if (word.isEmpty() || syllables.size() != word.size())
        fail(word, line);
    m_words.insert(word, syllables);
    m_longestWord = qMax(m_longestWord, word.size());
}

QList<QStringList> Pinyin::syllables(const QString& text) const
{
    QList<QStringList> all;
    all.reserve(text.size());
    while (all.size() < text.size()) {
        const qsizetype at = all.size();
        auto word = m_words.end();
        for (qsizetype length = qMin(m_longestWord, text.size() - at); length > 0 && word == m_words.end(); --length)
            word = m_words.find(text.mid(at, length));
        if (word != m_words.end()) {
            all += *word;
            continue;
        }
        const int place = text.at(at).unicode() - firstCharacter;
        const bool known = place >= 0 && place < int(m_byCharacter.size()) && m_byCharacter[size_t(place)] >= 0;
        all.append(known ? m_syllables.at(m_byCharacter[size_t(place)]) : QStringList());
    }
    return all;
}

QString Pinyin::initials(const QString& text) const
{
    QString letters;
    const QList<QStringList> all = syllables(text);
    for (qsizetype i = 0; i < text.size(); ++i)
        letters.append(all.at(i).isEmpty() ? text.at(i) : all.at(i).first().at(0));
    return letters;
}

const Pinyin& builtInPinyin()
{
    static const Pinyin pinyin = [] {
        initResources();
        const auto table = [](const QString& name) { return readWholeFile(u":/reference/"_s + name, 1'000'000); };
        return Pinyin::fromCsv(table(u"readings.csv"_s), table(u"polyphones.csv"_s));
    }();
    return pinyin;
}

} // namespace jz
