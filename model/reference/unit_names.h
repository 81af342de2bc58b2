// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace jz {

/// How the names of two units (单位) stand to each other. The words that this rests on (legal forms, ends of names, regions) are in
/// resources/reference/unit-words.json.
enum class UnitRelation {
    None,
    Close, ///< differ by the legal form, or by it and a short name: may be the same unit
    Part,  ///< one is a part of the other (a university and its college), or both are of the same university
    Same,
};

/// What names of units are compared by: comparisonKey() without punctuation, brackets and signs; what stands in brackets stays
/// (中国地质大学（武汉） is not 中国地质大学（北京）).
QString unitKey(const QString& name);

/// Names with a legal form (有限公司) and without are the same only when at least six characters are left of both and one has none at all.
UnitRelation unitRelation(const QString& one, const QString& other);

/// A text in which names are looked for: as comparisonKey(), sentence by sentence, without brackets, quotes and dashes.
QStringList foldedSentences(const QString& text);

/// Where a name was found in a text.
enum class Mention {
    None,
    Doubtful, ///< may be part of another name: 电子科技大学 behind the name of a place, a name of two characters amid a sentence
    Clear,
};
/// Whether a sentence of foldedSentences() names the unit whose unitKey() is given; names below four characters and general ones are never found.
Mention unitIn(const QString& sentence, const QString& key);
/// Whether it names the person whose comparisonKey() is given. A name of two characters is clear only beside punctuation, a title or a unit.
Mention personIn(const QString& sentence, const QString& key);

/// What two names of people are compared by: comparisonKey(); of names in Latin letters, the words in alphabetical order.
QString personKey(const QString& name);

/// The domain of a mail address that a unit registers (mail.hust.edu.cn: hust.edu.cn); empty for public providers and for no address.
QString unitDomain(const QString& address);

/// What two telephone numbers are compared by: digits without country code and extension; empty below seven digits.
QString phoneKey(const QString& number);

} // namespace jz
