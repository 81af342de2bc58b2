// SPDX-License-Identifier: Apache-2.0
#include "model/review/rubric.h"

#include "model/base/error.h"
#include "model/reference/text_forms.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Hundredths hundredthsOf(const QJsonValue& value, double otherwise)
{
    return Hundredths(std::lround(value.toDouble(otherwise) * 100));
}

QStringList wordsOf(const QJsonValue& value)
{
    QStringList words;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        words << each.toString();
    return words;
}

Criterion criterionOf(const QJsonObject& data)
{
    return {data.value("id"_L1).toString(), data.value("title"_L1).toString(), data.value("guide"_L1).toString(), hundredthsOf(data.value("max"_L1), 0),
            wordsOf(data.value("fields"_L1))};
}

QJsonObject categoryOf(const QJsonObject& categories, const QString& id)
{
    if (categories.contains(id))
        return categories.value(id).toObject();
    if (categories.size() == 1)
        return categories.begin().value().toObject();
    throw Error(ErrorCode::NotFound,
                LocalizedText{u"评分标准没有类别“%1”。请检查申报书选择的类别和申报模板包。"_s,
                              u"The rubric has no category “%1”: check the category chosen in the dossier, and the call pack."_s}
                    .arg(id.isEmpty() ? u"（未选择）"_s : id),
                id);
}

void readCommentRule(Rubric& rubric, const QJsonObject& said)
{
    const auto share = [&](Hundredths from) { return rubric.total() > 0 ? int(std::lround(100.0 * from / rubric.total())) : 0; };
    if (rubric.bands.size() > 1) {
        rubric.commentFrom = share(rubric.bands.first().from);
        rubric.commentBelow = share(rubric.bands.at(rubric.bands.size() - 2).from);
    }
    rubric.commentFrom = said.value("from"_L1).toInt(rubric.commentFrom);
    rubric.commentBelow = said.value("below"_L1).toInt(rubric.commentBelow);
}

} // namespace

const Criterion* Rubric::criterion(const QString& criterionId) const
{
    const auto found = std::find_if(criteria.begin(), criteria.end(), [&](const Criterion& each) { return each.id == criterionId; });
    return found == criteria.end() ? nullptr : &*found;
}

Hundredths Rubric::total() const
{
    Hundredths sum = 0;
    for (const Criterion& each : criteria)
        sum += each.most;
    return sum;
}

QString Rubric::band(double points) const
{
    const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& each) { return points * 100 >= each.from; });
    return found == bands.end() ? QString() : found->name;
}

bool Rubric::needsComment(const Criterion& criterion, Hundredths points) const
{
    return points * 100 >= commentFrom * criterion.most || points * 100 < commentBelow * criterion.most;
}

Rubric rubricOf(const CallPack& pack, const QString& category)
{
    const QJsonObject data = pack.rubric;
    const QJsonObject chosen = categoryOf(data.value("categories"_L1).toObject(), category);
    const QJsonObject rules = data.value("aggregate"_L1).toObject();
    const QJsonObject remark = data.value("remark"_L1).toObject();
    Rubric rubric;
    rubric.id = data.value("id"_L1).toString();
    rubric.official = data.value("official"_L1).toBool();
    rubric.remark = {remark.value("zh"_L1).toString(), remark.value("en"_L1).toString()};
    rubric.category = chosen.value("name"_L1).toString();
    const QJsonArray criteria = chosen.value("criteria"_L1).toArray();
    for (const QJsonValue& each : criteria)
        rubric.criteria << criterionOf(each.toObject());
    const QJsonArray bands = data.value("bands"_L1).toArray();
    for (const QJsonValue& each : bands)
        rubric.bands << Rubric::Band{each[0].toString(), hundredthsOf(each[1], 0)};
    std::stable_sort(rubric.bands.begin(), rubric.bands.end(), [](const auto& one, const auto& other) { return one.from > other.from; });
    readCommentRule(rubric, data.value("comment"_L1).toObject());
    rubric.step = hundredthsOf(data.value("step"_L1), 0.5);
    rubric.least = rules.value("min_experts"_L1).toInt(3);
    rubric.normal = std::max(rubric.least, 5);
    rubric.trimFrom = rules.value("trim_high_low_when"_L1).toInt(5);
    rubric.digits = rules.value("round"_L1).toInt(2);
    rubric.pass = hundredthsOf(rules.value("pass"_L1), 60);
    rubric.tieBreak = wordsOf(rules.value("tie_break"_L1));
    rubric.vetoes = wordsOf(data.value("veto"_L1));
    return rubric;
}

TypedPoints readPoints(const QString& typed, const Criterion& criterion, const Rubric& rubric)
{
    QString plain = toHalfWidth(typed).simplified().remove(u' ');
    if (plain.endsWith(u'分'))
        plain.chop(1);
    plain.replace(u'。', u'.').replace(u',', u'.').replace(u'，', u'.');
    if (plain.isEmpty())
        return {};
    static const QRegularExpression shape(uR"(^\d{1,6}(\.\d{0,4})?$|^\.\d{1,4}$)"_s);
    const double value = plain.toDouble();
    const Hundredths points = Hundredths(std::lround(value * 100));
    if (!shape.match(plain).hasMatch())
        return {{}, LocalizedText{u"“%1”不是分数，请填 0 到 %2 之间的数。"_s, u"“%1” is no number of points: give 0 to %2."_s}.arg(typed.trimmed(), pointsText(criterion.most))};
    if (points > criterion.most)
        return {{}, LocalizedText{u"“%1”最高 %2 分，填的是 %3。"_s, u"“%1” has at most %2 points, not %3."_s}.arg(criterion.title, pointsText(criterion.most), plain)};
    if (std::abs(value * 100 - points) > 1e-6 || points % rubric.step != 0)
        return {{}, LocalizedText{u"分数按 %1 分一档，请填 %2 的倍数。"_s, u"Points go in steps of %1: give a multiple of %2."_s}.arg(pointsText(rubric.step), pointsText(rubric.step))};
    return {points, {}};
}

QString pointsText(Hundredths points)
{
    QString text = QString::number(points / 100.0, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace jz
