// SPDX-License-Identifier: Apache-2.0
#include "model/reference/unit_names.h"

#include "model/base/json_file.h"
#include "model/reference/reference_data.h"
#include "model/reference/text_forms.h"
#include "resources/init_resources.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastSafe = 6;
constexpr qsizetype leastClose = 3;
constexpr qsizetype leastUnit = 4;

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        list << each.toString();
    return list;
}

/// Names of provinces and prefectures, with and without what they end in.
QSet<QString> placeNames()
{
    static const QRegularExpression end(u"(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|[^族]{0,4}族自治州|自治州|地区|省|市|盟)$"_s);
    const Divisions& divisions = builtInReferenceData().divisions;
    QSet<QString> names;
    for (const Division* const province : divisions.provinces()) {
        const QList<const Division*> below = divisions.visibleChildren(province->code) + QList{province};
        for (const Division* const each : below) {
            const bool isDistrict = each != province && each->name.endsWith(u'区') && !each->name.endsWith(u"地区"_s);
            if (isDistrict)
                continue;
            names << each->name << QString(each->name).remove(end);
        }
    }
    names.removeIf([](const QString& name) { return name.size() < 2; });
    return names;
}

struct Words
{
    Words()
    {
        initResources();
        const QJsonObject json = readJsonObject(u":/reference/unit-words.json"_s, 1'000'000);
        legalForms = listOf(json.value("legalForms"_L1));
        ends = listOf(json.value("unitEnds"_L1));
        siblings = listOf(json.value("siblings"_L1));
        people = listOf(json.value("people"_L1));
        beforePeople = listOf(json.value("beforePeople"_L1));
        const QStringList publicDomains = listOf(json.value("publicMailDomains"_L1));
        publicMail = QSet<QString>(publicDomains.begin(), publicDomains.end());
        const QStringList second = listOf(json.value("secondLevel"_L1));
        secondLevel = QSet<QString>(second.begin(), second.end());
        places = placeNames();
        const QStringList regions = listOf(json.value("regions"_L1));
        places.unite(QSet<QString>(regions.begin(), regions.end()));
        const QJsonObject after = json.value("otherAfter"_L1).toObject();
        for (auto each = after.begin(); each != after.end(); ++each)
            otherAfter.insert(each.key(), listOf(each.value()));
        std::stable_sort(ends.begin(), ends.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    }

    QStringList legalForms;
    QStringList ends;
    QStringList siblings;
    QStringList people;
    QStringList beforePeople;
    QSet<QString> publicMail;
    QSet<QString> secondLevel;
    QSet<QString> places;
    QHash<QString, QStringList> otherAfter;
};

const Words& words()
{
    static const Words all;
    return all;
}

/// The word that a unit's name ends in; empty for none of those known.
QString endOf(QStringView key)
{
    for (const QString& end : words().ends)
        if (key.endsWith(end))
            return end;
    return {};
}

/// Whether a unit's name may end before `rest`: 北京大学 does not in 北京大学生.
bool mayEndBefore(QStringView key, QStringView rest)
{
    const QStringList others = words().otherAfter.value(endOf(key));
    return std::none_of(others.begin(), others.end(), [&](const QString& each) { return rest.startsWith(each); });
}

QString withoutForm(const QString& key, QString* form)
{
    for (const QString& each : words().legalForms)
        if (key.endsWith(each)) {
            *form = each;
            return key.chopped(each.size());
        }
    return key;
}

bool isPartOf(const QString& part, const QString& whole)
{
    if (whole.size() < leastUnit || part.size() <= whole.size())
        return false;
    const QStringView rest = QStringView(part).mid(whole.size());
    return part.startsWith(whole) && !endOf(whole).isEmpty() && mayEndBefore(whole, rest);
}

/// The university that a name begins with; empty for none.
QString wholeOf(const QString& key)
{
    for (const QString& end : words().siblings)
        for (qsizetype at = key.indexOf(end); at >= 0; at = key.indexOf(end, at + 1)) {
            const QString whole = key.first(at + end.size());
            if (whole.size() >= leastUnit && mayEndBefore(whole, QStringView(key).mid(whole.size())))
                return whole;
        }
    return {};
}

UnitRelation formRelation(const QString& a, const QString& b)
{
    QString formA, formB;
    const QString bareA = withoutForm(a, &formA);
    const QString bareB = withoutForm(b, &formB);
    const bool differ = formA != formB;
    if (differ && bareA == bareB && bareA.size() >= leastClose)
        return (formA.isEmpty() || formB.isEmpty()) && bareA.size() >= leastSafe ? UnitRelation::Same : UnitRelation::Close;
    const auto group = [](QString bare) { return bare.remove(u"集团"_s); };
    if (group(bareA) == group(bareB) && group(bareA).size() >= leastClose && bareA != bareB)
        return UnitRelation::Close;
    return UnitRelation::None;
}

bool isDropped(QChar c)
{
    switch (c.category()) {
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return c == u'"' || c == u'\'';
    }
}

bool isBoundary(QStringView rest)
{
    return rest.isEmpty() || !rest.front().isLetterOrNumber();
}

bool endsWithPlace(QStringView before)
{
    for (qsizetype size = 2; size <= std::min<qsizetype>(before.size(), 8); ++size)
        if (words().places.contains(before.last(size).toString()))
            return true;
    return false;
}

/// A name that many units have at its end.
bool isGeneral(const QString& key)
{
    const QString end = endOf(key);
    const QString before = key.chopped(end.size());
    static const QRegularExpression kinds(u"^(科学技术|科技|理工|工业|农业|林业|师范|医科|医药|中医药|财经|交通|民族|外国语|政法|工商|技术|职业技术|人民|第[一二三四五六七八九十]人民|省|市|信息|国家重点|重点)*$"_s);
    return !end.isEmpty() && kinds.match(before).hasMatch();
}

} // namespace

QString unitKey(const QString& name)
{
    QString key = comparisonKey(name);
    key.removeIf([](QChar c) { return c.isPunct() || c.isSymbol(); });
    return key;
}

UnitRelation unitRelation(const QString& one, const QString& other)
{
    const QString a = unitKey(one);
    const QString b = unitKey(other);
    if (a.isEmpty() || b.isEmpty())
        return UnitRelation::None;
    if (a == b)
        return UnitRelation::Same;
    const UnitRelation forms = formRelation(a, b);
    if (forms != UnitRelation::None)
        return forms;
    if (isPartOf(a, b) || isPartOf(b, a))
        return UnitRelation::Part;
    const QString whole = wholeOf(a);
    return !whole.isEmpty() && whole == wholeOf(b) ? UnitRelation::Part : UnitRelation::None;
}

QStringList foldedSentences(const QString& text)
{
    static const QRegularExpression ends(u"[。；;！!？?\\n]+"_s);
    QStringList sentences;
    const QStringList parts = text.split(ends, Qt::SkipEmptyParts);
    for (const QString& each : parts) {
        QString folded = comparisonKey(each);
        folded.removeIf(isDropped);
        if (!folded.isEmpty())
            sentences << folded;
    }
    return sentences;
}

Mention unitIn(const QString& sentence, const QString& key)
{
    if (key.size() < leastUnit || isGeneral(key))
        return Mention::None;
    Mention found = Mention::None;
    for (qsizetype at = sentence.indexOf(key); at >= 0; at = sentence.indexOf(key, at + 1)) {
        const QStringView view(sentence);
        if (!mayEndBefore(key, view.mid(at + key.size())))
            continue;
        if (!endsWithPlace(view.first(at)))
            return Mention::Clear;
        found = Mention::Doubtful;
    }
    return found;
}

Mention personIn(const QString& sentence, const QString& key)
{
    if (key.size() < 2)
        return Mention::None;
    Mention found = Mention::None;
    const auto starts = [](QStringView rest) { return std::any_of(words().people.begin(), words().people.end(), [&](const QString& each) { return rest.startsWith(each); }); };
    const auto ends = [](QStringView before) {
        return before.isEmpty() || !before.back().isLetterOrNumber()
               || std::any_of(words().beforePeople.begin(), words().beforePeople.end(), [&](const QString& each) { return before.endsWith(each); });
    };
    for (qsizetype at = sentence.indexOf(key); at >= 0; at = sentence.indexOf(key, at + 1)) {
        const QStringView before = QStringView(sentence).first(at);
        const QStringView rest = QStringView(sentence).mid(at + key.size());
        const bool isHan = key.front().script() == QChar::Script_Han;
        const bool bounded = isHan ? (isBoundary(rest) || starts(rest)) && ends(before) : isBoundary(rest) && isBoundary(before.isEmpty() ? before : before.last(1));
        if (bounded || (isHan && key.size() >= 3))
            return Mention::Clear;
        found = Mention::Doubtful;
    }
    return found;
}

QString personKey(const QString& name)
{
    const QString key = comparisonKey(name);
    const bool isLatin = !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) { return !c.isLetter() || c.script() == QChar::Script_Latin; });
    if (!isLatin)
        return key;
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QStringList parts = name.normalized(QString::NormalizationForm_KC).toCaseFolded().split(between, Qt::SkipEmptyParts);
    parts.sort();
    return parts.join(u' ');
}

QString unitDomain(const QString& address)
{
    const QString domain = toHalfWidth(address).trimmed().toLower().section(u'@', 1, -1);
    const QStringList labels = domain.split(u'.', Qt::SkipEmptyParts);
    if (labels.size() < 2)
        return {};
    const qsizetype wanted = words().secondLevel.contains(labels.sliced(labels.size() - 2).join(u'.')) ? 3 : 2;
    if (labels.size() < wanted)
        return {};
    const QString own = labels.sliced(labels.size() - wanted).join(u'.');
    return words().publicMail.contains(own) ? QString() : own;
}

QString phoneKey(const QString& number)
{
    static const QRegularExpression extension(u"(转|ext\\.?|#|分机).*$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dashed(u"^(\\D*\\d{3,4}\\D+\\d{7,8})\\D+\\d{1,6}$"_s);
    QString plain = toHalfWidth(number).trimmed().remove(extension);
    const QRegularExpressionMatch match = dashed.match(plain);
    if (match.hasMatch() && !plain.startsWith(u'+'))
        plain = match.captured(1);
    const bool isForeignForm = plain.startsWith(u"+86"_s) || plain.startsWith(u"0086"_s);
    plain.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    if (isForeignForm)
        plain.remove(0, plain.startsWith(u"0086"_s) ? 4 : 2);
    if (plain.startsWith(u'0'))
        plain.remove(0, 1);
    return plain.size() < 7 ? QString() : plain;
}

} // namespace jz
