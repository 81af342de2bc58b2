// SPDX-License-Identifier: Apache-2.0
// One bad value after another in a dossier that is else without fault.
#include "model/reference/credit_code.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

#include <QSet>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Case
{
    QString field;
    QJsonValue value;
    QStringList findings;
};

std::ostream& operator<<(std::ostream& out, const Case& that)
{
    return out << that.field.toStdString() << " -> " << that.findings.join(u" | ").toStdString();
}

/// A credit code with a check character that holds.
QString code(const QString& first17)
{
    return first17 + credit_code::checkCharacter(first17);
}

QJsonObject expert(const QString& name, const QString& nationality = u"瑞典"_s)
{
    return {{u"name"_s, name}, {u"title"_s, u"教授"_s}, {u"nationality"_s, nationality}};
}

QJsonObject phase(const QString& from, const QString& to, const QString& goal = u"目标"_s)
{
    return {{u"goal"_s, goal}, {u"from"_s, from}, {u"to"_s, to}};
}

QJsonArray phases(const QJsonObject& second)
{
    return {phase(u"2022-01"_s, u"2022-12"_s), second};
}

const std::vector<Case> texts{
    {u"org_name"_s, {}, {u"required.value error org_name - -"_s}},
    {u"org_name"_s, u"   "_s, {u"required.value error org_name - -"_s}},
    {u"platform_registered"_s, false, {u"platform.registered error platform_registered - -"_s}},
    {u"platform_registered"_s, {}, {u"required.choice error platform_registered - -"_s}},
    {u"org_kind"_s, u"other"_s, {u"org-kind.other hint org_kind - -"_s}},
    {u"focus_other"_s, {}, {u"focus.other-text error focus_other - -"_s}},
    {u"partners"_s, {}, {u"partners.required error partners - -"_s}},
    {u"org_intro"_s, QString(300, u'科'), {}},
    {u"org_intro"_s, QString(301, u'科'), {u"text.word-limit error org_intro - -"_s}},
    {u"org_intro"_s, QString(QString(299, u'科') + u"abc"_s), {u"text.character-limit warning org_intro - -"_s}},
    {u"cases"_s, QString(301, u'例'), {u"text.word-limit error cases - -"_s}},
    {u"hardware"_s, QString(5000, u'硬'), {}},
    {u"address"_s, u"示例路\u00018号"_s, {u"text.control-characters error address - -"_s}},
    {u"base_name"_s, u"光电子创新基地"_s, {u"base-name.parts hint base_name - -"_s}},
    {u"base_name"_s, u"“科创中国”光电"_s, {u"base-name.parts hint base_name - -"_s}},
    {u"contact_mobile"_s, u"12345678901"_s, {u"contact.mobile error contact_mobile - -"_s}},
    {u"contact_email"_s, u"linyuan"_s, {u"contact.email error contact_email - -"_s}},
    {u"contact_phone"_s, u"87540000"_s, {u"contact.phone warning contact_phone - -"_s}},
    {u"work_links"_s, QJsonArray{u"https://a.cn"_s, u"a.cn"_s}, {u"links.address error work_links 1 -"_s}},
};

const std::vector<Case> codes{
    {u"uscc"_s, u"12420000000000000I"_s, {u"credit-code.shape error uscc - -"_s}},
    {u"uscc"_s, u"1242000000000000"_s, {u"credit-code.shape error uscc - -"_s}},
    {u"uscc"_s, u"124200000000000001"_s, {u"credit-code.check-digit error uscc - -"_s}},
    {u"uscc"_s, code(u"12420000123456789"_s), {u"credit-code.inner-check warning uscc - -"_s}},
    {u"uscc"_s, code(u"92420000000000000"_s), {u"credit-code.individual error uscc - -"_s}},
    {u"uscc"_s, code(u"11420000000000000"_s), {u"credit-code.authority hint uscc - -"_s}},
    {u"uscc"_s, code(u"93420111000000000"_s), {}},
    {u"uscc"_s, code(u"12100000000000000"_s), {}},
    {u"uscc"_s, code(u"12420100000000000"_s), {}},
    {u"uscc"_s, code(u"12420102000000000"_s), {u"credit-code.place hint uscc - -"_s}},
    {u"uscc"_s, code(u"12310000000000000"_s), {u"credit-code.place hint uscc - -"_s}},
    {u"region"_s, u"420000"_s, {u"region.complete error region - -"_s}},
    {u"region"_s, u"420100"_s, {u"region.complete error region - -"_s}},
    {u"region"_s, u"429004"_s, {}},
    {u"region"_s, u"999999"_s, {u"region.known error region - -"_s}},
    {u"region"_s, u"350427"_s, {u"region.former warning region - -"_s}},
    {u"region"_s, u"441900"_s, {u"credit-code.place hint uscc - -"_s, u"recommender.place warning recommender - -"_s}},
    {u"region"_s, u"810000"_s, {u"credit-code.place hint uscc - -"_s, u"recommender.place warning recommender - -"_s}},
};

const std::vector<Case> bodies{
    {u"recommender"_s, u"湖北省科协"_s, {}},
    {u"recommender"_s, u"中国光学学会"_s, {}},
    {u"recommender"_s, u"浙江省科学技术协会"_s, {u"recommender.place warning recommender - -"_s}},
    {u"recommender"_s,
     u"某某学会"_s,
     {u"recommender.listed warning recommender - -"_s, u"recommender.kind error recommender - -"_s}},
    {u"joint_recommenders"_s, QJsonArray{u"中国光学学会"_s}, {u"joint.present hint joint_recommenders - -"_s}},
    {u"joint_recommenders"_s,
     QJsonArray{u"湖北省 科协"_s},
     {u"joint.present hint joint_recommenders - -"_s, u"joint.twice error joint_recommenders 0 -"_s}},
    {u"joint_recommenders"_s,
     QJsonArray{u"中国光学学会"_s, u"某会"_s},
     {u"joint.present hint joint_recommenders - -"_s, u"recommender.listed warning joint_recommenders 1 -"_s}},
    {u"joint_recommenders"_s,
     QJsonArray{u"中国光学学会"_s, u"中国数学会"_s, u"中国化学会"_s, u"中国声学学会"_s},
     {u"joint.present hint joint_recommenders - -"_s, u"joint.most error joint_recommenders - -"_s}},
};

const std::vector<Case> tables{
    {u"domestic_experts"_s,
     QJsonArray{expert(u"周 明"_s), expert(u"周\u3000明"_s)},
     {u"experts.twice warning domestic_experts 1 name"_s}},
    {u"domestic_experts"_s,
     QJsonArray{expert(u"阿依古丽·买买提"_s), expert(u"阿依古丽•买买提"_s)},
     {u"experts.twice warning domestic_experts 1 name"_s}},
    {u"overseas_experts"_s,
     QJsonArray{expert(u"Anna Lind"_s), expert(u"ＡＮＮＡ lind"_s)},
     {u"experts.twice warning overseas_experts 1 name"_s}},
    {u"domestic_experts"_s, QJsonArray{expert(QString())}, {u"experts.name warning domestic_experts 0 name"_s}},
    {u"overseas_experts"_s,
     QJsonArray{expert(u"A"_s), expert(u"B"_s, u"香港"_s)},
     {u"experts.nationality warning overseas_experts 1 nationality"_s}},
    {u"overseas_experts"_s,
     QJsonArray{expert(u"A"_s, u"HONG KONG"_s)},
     {u"experts.nationality warning overseas_experts 0 nationality"_s}},
    {u"overseas_experts"_s,
     QJsonArray{expert(u"A"_s, u"Taiwan"_s)},
     {u"experts.nationality warning overseas_experts 0 nationality"_s}},
    {u"overseas_experts"_s, QJsonArray{expert(u"A"_s, u"中国香港"_s), expert(u"B"_s, u"中国 台湾"_s)}, {}},
    {u"overseas_experts"_s,
     QJsonArray{expert(u"A\u0000"_s)},
     {u"text.control-characters error overseas_experts 0 name"_s}},
};

const std::vector<Case> stages{
    {u"stages"_s, {}, {u"required.value error stages - -"_s}},
    {u"stages"_s, QJsonArray{phase(u"2022-01"_s, u"2024-12"_s)}, {u"stages.few warning stages - -"_s}},
    {u"stages"_s, phases(phase(u"2023-01"_s, u"2024-12"_s)), {}},
    {u"stages"_s, phases(phase(u"2023-01"_s, u"2023-01"_s)), {}},
    {u"stages"_s, phases(phase(u"2023-01"_s, QString())), {u"stages.complete error stages 1 to"_s}},
    {u"stages"_s, phases(phase(u"2023-01"_s, u"2024-12"_s, QString())), {u"stages.complete error stages 1 goal"_s}},
    {u"stages"_s, phases(phase(u"2023-13"_s, u"2024-12"_s)), {u"stages.month error stages 1 from"_s}},
    {u"stages"_s, phases(phase(u"2023-1"_s, u"2024-12"_s)), {u"stages.month error stages 1 from"_s}},
    {u"stages"_s, phases(phase(u"2023-01"_s, u"2025-01"_s)), {u"stages.period error stages 1 to"_s}},
    {u"stages"_s, phases(phase(u"2024-02"_s, u"2023-02"_s)),
     {u"stages.order error stages 1 to"_s, u"stages.gap hint stages 1 from"_s}},
    {u"stages"_s,
     QJsonArray{phase(u"2022-06"_s, u"2022-12"_s), phase(u"2022-01"_s, u"2022-05"_s)},
     {u"stages.forward error stages 1 from"_s}},
    {u"stages"_s, phases(phase(u"2022-12"_s, u"2024-12"_s)), {u"stages.overlap hint stages 1 from"_s}},
    {u"stages"_s, phases(phase(u"2023-02"_s, u"2024-12"_s)), {u"stages.gap hint stages 1 from"_s}},
    {u"stages"_s, phases(phase(u"2023-01"_s, u"2024-12"_s, QString(301, u'目'))), {u"goals.word-limit error stages 1 goal"_s}},
    {u"stages"_s,
     phases(phase(u"2023-01"_s, u"2024-12"_s, QString(QString(299, u'目') + u"abc"_s))),
     {u"goals.character-limit warning stages 1 goal"_s}},
};

void judge(const Case& that)
{
    QStringList found = summary(sampleChecker().check(with(sampleDossier(), that.field, that.value)));
    QStringList expected = that.findings;
    found.sort();
    expected.sort();
    BOOST_TEST(found == expected);
}

/// Findings about the files of a dossier that has just these.
QStringList filesFindings(const QMap<QString, QList<Attachment>>& attachments)
{
    Dossier dossier = sampleDossier();
    dossier.attachments = attachments;
    if (!attachments.contains(u"uscc_scan"_s))
        dossier.attachments[u"uscc_scan"_s] = {attachment(u"licence.jpg"_s)};
    return summary(sampleChecker().check(dossier));
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules)

BOOST_DATA_TEST_CASE(texts_are_judged, boost::unit_test::data::make(texts), that)
{
    judge(that);
}

BOOST_DATA_TEST_CASE(codes_and_places_are_judged, boost::unit_test::data::make(codes), that)
{
    judge(that);
}

BOOST_DATA_TEST_CASE(recommending_bodies_are_judged, boost::unit_test::data::make(bodies), that)
{
    judge(that);
}

BOOST_DATA_TEST_CASE(tables_are_judged, boost::unit_test::data::make(tables), that)
{
    judge(that);
}

BOOST_DATA_TEST_CASE(phases_are_judged, boost::unit_test::data::make(stages), that)
{
    judge(that);
}

BOOST_AUTO_TEST_CASE(an_unlisted_body_that_says_what_it_is_is_a_warning_only)
{
    const Dossier dossier = with(with(sampleDossier(), u"recommender"_s, u"某某学会"_s), u"recommender_kind"_s, u"national"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)) == QStringList{u"recommender.listed warning recommender - -"_s});
}

BOOST_AUTO_TEST_CASE(the_text_of_an_option_that_is_not_chosen_is_kept_without_a_word)
{
    const Dossier dossier = with(sampleDossier(), u"focus"_s, QJsonArray{u"chain"_s});
    BOOST_TEST(summary(sampleChecker().check(dossier)) == QStringList());
    const Dossier alone = with(with(sampleDossier(), u"has_partners"_s, false), u"partners"_s, {});
    BOOST_TEST(summary(sampleChecker().check(alone)) == QStringList());
}

BOOST_AUTO_TEST_CASE(an_old_registration_fits_the_place_that_carries_it_on)
{
    Dossier dossier = with(sampleDossier(), u"recommender"_s, u"福建省科学技术协会"_s);
    dossier = with(with(dossier, u"uscc"_s, code(u"12350427000000000"_s)), u"region"_s, u"350405"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)) == QStringList());
    BOOST_TEST(summary(sampleChecker().check(with(dossier, u"region"_s, u"350404"_s)))
               == QStringList{u"credit-code.place hint uscc - -"_s});
}

BOOST_AUTO_TEST_CASE(the_scan_of_the_licence_must_be_there)
{
    Dossier dossier = sampleDossier();
    dossier.attachments.remove(u"uscc_scan"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)) == QStringList{u"required.file error uscc_scan - -"_s});
}

BOOST_AUTO_TEST_CASE(files_have_kinds_that_can_be_printed)
{
    BOOST_TEST(filesFindings({{u"uscc_scan"_s, {attachment(u"a.docx"_s)}}})
               == QStringList{u"attachment.type error uscc_scan 0 -"_s});
    BOOST_TEST(filesFindings({{u"hardware_photos"_s, {attachment(u"a.PNG"_s), attachment(u"b.pdf"_s)}}})
               == QStringList{u"attachment.type error hardware_photos 1 -"_s});
    BOOST_TEST(filesFindings({{u"work_evidence"_s, {attachment(u"a.pdf"_s)}}})
               == QStringList{u"attachment.kind warning work_evidence 0 kind"_s});
    BOOST_TEST(filesFindings({{u"support_files"_s, {attachment(u"a.pdf"_s, u"result"_s)}}})
               == QStringList{u"attachment.kind warning support_files 0 kind"_s});
}

BOOST_AUTO_TEST_CASE(large_files_warn_and_a_dossier_too_large_is_an_error)
{
    const auto photo = [](const QString& name, qint64 size) { return attachment(name, {}, size); };
    const QString photos = u"hardware_photos"_s;
    BOOST_TEST(filesFindings({{photos, {photo(u"a.jpg"_s, 20'000'000)}}}) == QStringList());
    BOOST_TEST(filesFindings({{photos, {photo(u"a.jpg"_s, 20'000'001)}}})
               == QStringList{u"attachment.size warning hardware_photos 0 -"_s});
    QList<Attachment> many;
    for (int i = 0; i < 3; ++i)
        many.append(photo(u"%1.jpg"_s.arg(i), 17'000'000));
    BOOST_TEST(filesFindings({{photos, many}}) == QStringList{u"attachment.total-large warning uscc_scan - -"_s});
    for (int i = 3; i < 12; ++i)
        many.append(photo(u"%1.jpg"_s.arg(i), 17'000'000));
    BOOST_TEST(filesFindings({{photos, many}}) == QStringList{u"attachment.total-too-large error uscc_scan - -"_s});
}

BOOST_AUTO_TEST_CASE(a_name_or_a_content_twice_is_told_at_the_second)
{
    Attachment renamed = attachment(u"licence.jpg"_s);
    renamed.name = u"other.jpg"_s;
    BOOST_TEST(filesFindings({{u"hardware_photos"_s, {renamed}}})
               == QStringList{u"attachment.twice warning hardware_photos 0 -"_s});
    Attachment sameName = attachment(u"x.jpg"_s);
    sameName.name = u"LICENCE.jpg"_s;
    BOOST_TEST(filesFindings({{u"hardware_photos"_s, {sameName}}})
               == QStringList{u"attachment.name error hardware_photos 0 -"_s});
}

BOOST_AUTO_TEST_CASE(a_caption_with_a_control_character_is_told)
{
    Attachment photo = attachment(u"a.jpg"_s);
    photo.caption = u"中试\u0007线"_s;
    BOOST_TEST(filesFindings({{u"hardware_photos"_s, {photo}}})
               == QStringList{u"text.control-characters error hardware_photos 0 caption"_s});
}

BOOST_AUTO_TEST_CASE(every_rule_of_the_call_has_a_case_here)
{
    QSet<QString> seen{u"required.file"_s,             u"required.format"_s,           u"attachment.type"_s,            u"attachment.kind"_s,
                       u"attachment.size"_s,           u"attachment.total-large"_s,     u"attachment.total-too-large"_s,
                       u"attachment.twice"_s,          u"attachment.name"_s};
    for (const std::vector<Case>& cases : {texts, codes, bodies, tables, stages})
        for (const Case& that : cases)
            for (const QString& line : that.findings)
                seen.insert(line.section(u' ', 0, 0));
    for (const RuleDefinition& rule : samplePack().rules)
        BOOST_TEST(seen.contains(rule.id), rule.id.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
