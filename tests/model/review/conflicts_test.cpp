// SPDX-License-Identifier: Apache-2.0
// Conflicts of interest, case by case: what must be excluded, what only a person may decide, and what must not be taken for one.
#include "model/review/conflicts.h"

#include "model/call/call_pack_reader.h"
#include "model/reference/unit_names.h"
#include "tests/support/boost_test.h"

#include <QJsonArray>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    CallPack pack = builtInCallPack(u"kczg-2022"_s);
    QJsonObject values{{u"org_name"_s, u"示例大学"_s},
                       {u"uscc"_s, u"12420000000000000U"_s},
                       {u"contact_name"_s, u"林 远"_s},
                       {u"contact_mobile"_s, u"13800138000"_s},
                       {u"contact_phone"_s, u"027-87540000-812"_s},
                       {u"contact_email"_s, u"linyuan@mail.shili.edu.cn"_s},
                       {u"contact_position"_s, u"示例大学科研院主任"_s},
                       {u"recommender"_s, u"湖北省科学技术协会"_s},
                       {u"domestic_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u"周 明"_s}, {u"title"_s, u"教授"_s}}, QJsonObject{{u"name"_s, u"沈若兰"_s}, {u"title"_s, u"江南光电研究院研究员"_s}},
                                                          QJsonObject{{u"name"_s, u"阿依古丽·买买提"_s}, {u"title"_s, u"副研究员"_s}}}},
                       {u"overseas_experts"_s, QJsonArray{QJsonObject{{u"name"_s, u"Anna Lindqvist"_s}, {u"title"_s, u"Professor"_s}}}},
                       {u"partners"_s, u"示例大学负责源头技术；示例拓光科技有限公司负责产业化验证。"_s},
                       {u"companies"_s, u"示例激光装备股份有限公司等21家。"_s},
                       {u"work_base"_s, u"西安电子科技大学高明教授牵头制定标准；由李光荣耀团队完成；北方工业大学王建国牵头攻关。"_s}};

    Conflict with(const Expert& expert, const std::optional<ConflictDecision>& decision = {}) const
    {
        Dossier dossier;
        dossier.values = values;
        return conflictOf(expert, ComparedDossier(partiesOf(dossier, pack)), decision);
    }
    QString verdict(const Expert& expert) const
    {
        const Conflict found = with(expert);
        return conflictGradeName(found.grade) + (found.evidence.isEmpty() ? QString() : QString(u' ' + found.evidence.first().rule));
    }
};

Expert expert(const QString& name, const QString& unit)
{
    Expert made;
    made.name = name;
    made.unit = unit;
    return made;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(conflicts, Sample)

BOOST_AUTO_TEST_CASE(are_graded_by_name_and_unit)
{
    struct Case
    {
        const char16_t* name;
        const char16_t* unit;
        const char16_t* verdict;
    };
    const Case cases[] = {
        // excluded
        {u"王一", u"示例大学", u"excluded same-unit"},
        {u"王一", u" 示 例 大学 ", u"excluded same-unit"},
        {u"沈若兰", u"江南光电研究院", u"excluded person-and-unit"},
        {u"沈 若兰", u"江南光电研究院", u"excluded person-and-unit"},
        {u"高明", u"西安电子科技大学", u"excluded person-and-unit"},
        {u"王建国", u"北方工业大学", u"excluded person-and-unit"},
        // only a person may say
        {u"王一", u"示例大学光电学院", u"look-at part-unit"},
        {u"沈若兰", u"别处大学", u"look-at person"},
        {u"周明", u"别处大学", u"look-at person"},
        {u"周　明", u"别处大学", u"look-at person"},
        {u"阿依古丽•买买提", u"别处大学", u"look-at person"},
        {u"阿依古丽买买提", u"别处大学", u"look-at person"},
        {u"LINDQVIST, Anna", u"别处大学", u"look-at person"},
        {u"林远", u"别处大学", u"look-at person"},
        {u"高明", u"别处大学", u"look-at person-in-text"},
        {u"周明", u"示例拓光科技有限公司", u"look-at unit-takes-part"},
        {u"王一", u"示例拓光科技有限公司", u"look-at unit-takes-part"},
        {u"王一", u"湖北省科学技术协会", u"look-at recommending-body"},
        // worth knowing
        {u"王一", u"示例激光装备股份有限公司", u"note unit-mentioned"},
        {u"王一", u"西安电子科技大学", u"note unit-mentioned"},
        {u"李光", u"别处大学", u"note person-in-text"},
        // none: each a trap
        {u"王一", u"别处大学", u"none"},
        {u"王一", u"示例大学生创业园", u"none"},
        {u"沈若", u"别处大学", u"none"},
        {u"明", u"别处大学", u"none"},
        {u"周明远", u"别处大学", u"none"},
        {u"王一", u"工业大学", u"none"},
        {u"王一", u"湖南省科学技术协会", u"none"},
    };
    for (const Case& each : cases)
        BOOST_TEST_CONTEXT(QString(QString::fromUtf16(each.name) + u' ' + QString::fromUtf16(each.unit)).toStdString())
        BOOST_TEST(verdict(expert(QString::fromUtf16(each.name), QString::fromUtf16(each.unit))) == QString::fromUtf16(each.verdict));
}

BOOST_AUTO_TEST_CASE(of_a_unit_are_seen_by_code_and_alias)
{
    Expert someone = expert(u"王一"_s, u"别处研究院"_s);
    someone.unitCode = u"１２420000000000000u"_s;
    BOOST_TEST(verdict(someone) == u"excluded same-code"_s);
    someone.unitCode.clear();
    someone.aliases = {u"示例大学"_s};
    BOOST_TEST(verdict(someone) == u"excluded same-unit"_s);
    someone.aliases.clear();
    someone.declared = {u"示例大学"_s};
    BOOST_TEST(verdict(someone) == u"excluded declared-unit"_s);
    someone.declared = {u"周明"_s};
    BOOST_TEST(verdict(someone) == u"look-at declared-person"_s);
}

BOOST_AUTO_TEST_CASE(by_mail_and_telephone_are_for_a_person_to_look_at)
{
    Expert someone = expert(u"王一"_s, u"别处大学"_s);
    someone.mail = u"wang@shili.edu.cn"_s;
    BOOST_TEST(verdict(someone) == u"look-at mail-domain"_s);
    someone.mail = u"wang@qita.edu.cn"_s;
    BOOST_TEST(verdict(someone) == u"none"_s);
    values[u"contact_email"_s] = u"linyuan@vip.163.com"_s;
    someone.mail = u"wang@vip.163.com"_s;
    BOOST_TEST(verdict(someone) == u"none"_s);
    someone.mail = u"LinYuan@VIP.163.com"_s;
    BOOST_TEST(verdict(someone) == u"look-at mail"_s);
    someone.mail.clear();
    someone.phone = u"+86 138-0013-8000"_s;
    BOOST_TEST(verdict(someone) == u"look-at phone"_s);
    someone.phone = u"（027）8754 0000转101"_s;
    BOOST_TEST(verdict(someone) == u"look-at phone"_s);
    someone.phone = u"13800138001"_s;
    BOOST_TEST(verdict(someone) == u"none"_s);
}

BOOST_AUTO_TEST_CASE(to_be_looked_at_are_a_persons_to_decide_and_exclusions_are_not)
{
    const Expert namesake = expert(u"周明"_s, u"别处大学"_s);
    BOOST_TEST(int(with(namesake, ConflictDecision{0, {}, u"excluded"_s, u"就是他"_s, 0, {}}).grade) == int(ConflictGrade::Excluded));
    const Conflict cleared = with(namesake, ConflictDecision{0, {}, u"cleared"_s, u"同名不同人"_s, 0, {}});
    BOOST_TEST(int(cleared.grade) == int(ConflictGrade::Note));
    BOOST_TEST(cleared.isDecided);
    BOOST_TEST(cleared.evidence.size() == 2);
    BOOST_TEST(int(with(expert(u"王一"_s, u"示例大学"_s), ConflictDecision{0, {}, u"cleared"_s, u"没关系"_s, 0, {}}).grade) == int(ConflictGrade::Excluded));
    BOOST_TEST(int(with(expert(u"王一"_s, u"别处大学"_s), ConflictDecision{0, {}, u"declared"_s, u"师生"_s, 0, {}}).grade) == int(ConflictGrade::Excluded));
}

BOOST_AUTO_TEST_CASE(say_where_the_dossier_has_which_words)
{
    const Conflict found = with(expert(u"沈若兰"_s, u"江南光电研究院"_s));
    BOOST_REQUIRE(!found.evidence.isEmpty());
    BOOST_TEST(found.evidence.first().place.field == u"domestic_experts"_s);
    BOOST_TEST(found.evidence.first().place.row == 1);
    BOOST_TEST(found.evidence.first().place.text == u"沈若兰"_s);
    BOOST_TEST(found.evidence.first().message.zh.contains(u"国内专家 第 2 行 姓名"_s));
    BOOST_TEST(found.evidence.first().message.zh.contains(u"江南光电研究院"_s));
}

BOOST_AUTO_TEST_CASE(list_the_people_whom_a_dossier_names_once)
{
    Dossier dossier;
    dossier.values = values;
    BOOST_TEST(partiesOf(dossier, pack).names() == (QStringList{u"林 远"_s, u"周 明"_s, u"沈若兰"_s, u"阿依古丽·买买提"_s, u"Anna Lindqvist"_s}));
}

BOOST_AUTO_TEST_CASE(rest_on_how_names_of_units_stand_to_each_other)
{
    struct Case
    {
        const char16_t* one;
        const char16_t* other;
        UnitRelation relation;
    };
    const Case cases[] = {
        {u"中国地质大学（武汉）", u"中国地质大学(武汉)", UnitRelation::Same},
        {u"示例激光装备有限公司", u"示例激光装备", UnitRelation::Same},
        {u"示例激光装备有限公司", u"示例激光装备股份有限公司", UnitRelation::Close},
        {u"华光有限公司", u"华光", UnitRelation::None},
        {u"武汉光电有限公司", u"武汉光电", UnitRelation::Close},
        {u"中兴示例集团有限公司", u"中兴示例有限公司", UnitRelation::Close},
        {u"华中科技大学", u"华中科技大学同济医学院附属协和医院", UnitRelation::Part},
        {u"华中科技大学光电学院", u"华中科技大学计算机学院", UnitRelation::Part},
        {u"示例激光有限公司", u"示例激光有限公司武汉分公司", UnitRelation::Part},
        {u"中国科学院", u"中国科学院半导体研究所", UnitRelation::Part},
        {u"北京大学", u"北京大学生创业园", UnitRelation::None},
        {u"武汉大学", u"武汉理工大学", UnitRelation::None},
        {u"电子科技大学", u"西安电子科技大学", UnitRelation::None},
        {u"湖北省人民医院", u"河北省人民医院", UnitRelation::None},
        {u"中国科学院半导体研究所", u"中国科学院物理研究所", UnitRelation::None},
        {u"", u"北京大学", UnitRelation::None},
        {u"（）", u"——", UnitRelation::None},
    };
    for (const Case& each : cases) {
        const QString one = QString::fromUtf16(each.one);
        const QString other = QString::fromUtf16(each.other);
        BOOST_TEST_CONTEXT(QString(one + u" / " + other).toStdString())
        {
            BOOST_TEST(int(unitRelation(one, other)) == int(each.relation));
            BOOST_TEST(int(unitRelation(other, one)) == int(each.relation));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
