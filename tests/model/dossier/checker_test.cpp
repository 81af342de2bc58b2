// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"
#include "model/base/json_file.h"
#include "model/reference/word_count.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/boost_test.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(checker)

BOOST_AUTO_TEST_CASE(the_sample_has_nothing_to_say)
{
    BOOST_TEST(summary(sampleChecker().check(sampleDossier())) == QStringList());
}

BOOST_AUTO_TEST_CASE(the_sample_at_every_limit_has_no_error)
{
    const Findings findings = sampleChecker().check(limitsDossier());
    for (const Finding& finding : findings)
        BOOST_TEST((finding.severity != Severity::Error), finding.message.zh.toStdString());
    BOOST_TEST(summary(findings).contains(u"joint.present hint joint_recommenders - -"_s));
}

BOOST_AUTO_TEST_CASE(the_sample_at_every_limit_stands_exactly_at_them)
{
    const Dossier dossier = limitsDossier();
    for (const Section& section : samplePack().sections) {
        for (const Field& field : section.fields) {
            if (field.limit > 0)
                BOOST_TEST(countText(dossier.text(field.id)).words == field.limit, field.id.toStdString());
            for (const Column& column : field.columns)
                for (const QJsonValue& row : dossier.values.value(field.id).toArray())
                    if (column.limit > 0)
                        BOOST_TEST(countText(row.toObject().value(column.id).toString()).words <= column.limit);
        }
    }
    BOOST_TEST(dossier.values.value("domestic_experts"_L1).toArray().size() >= 10);
    BOOST_TEST(dossier.values.value("focus"_L1).toArray().size() == 9);
}

BOOST_AUTO_TEST_CASE(an_empty_dossier_lacks_exactly_what_the_form_requires)
{
    Dossier empty = sampleDossier();
    empty.values = {};
    empty.attachments.clear();
    QStringList required;
    for (const Section& section : samplePack().sections)
        for (const Field& field : section.fields)
            if (field.requirement == Requirement::Required && field.type != FieldType::Repeat)
                required.append(field.id);
    QStringList missing;
    for (const Finding& finding : sampleChecker().check(empty)) {
        BOOST_TEST(finding.rule.startsWith(u"required."_s), finding.rule.toStdString());
        BOOST_TEST((finding.severity == Severity::Error));
        missing.append(finding.field);
    }
    BOOST_TEST(missing == required);
}

BOOST_AUTO_TEST_CASE(findings_come_in_the_order_of_the_form_then_by_row)
{
    Dossier dossier = sampleDossier();
    dossier.values.insert("stages"_L1, QJsonArray{QJsonObject{{u"goal"_s, u"一"_s}}, QJsonObject{{u"from"_s, u"2021-01"_s}}});
    dossier.values.insert("org_name"_L1, u"\u0001"_s);
    dossier.values.insert("work_links"_L1, QJsonArray{u"x"_s, u"https://a.cn"_s, u"y"_s});
    dossier.values.remove("base_name"_L1);
    QStringList fields;
    const Findings findings = sampleChecker().check(dossier);
    for (const Finding& finding : findings)
        if (fields.isEmpty() || fields.last() != finding.field)
            fields.append(finding.field);
    BOOST_TEST(fields == QStringList({u"org_name"_s, u"base_name"_s, u"work_links"_s, u"stages"_s}));
    BOOST_TEST(summary(findings) == summary(sampleChecker().check(dossier)));
    int row = -1;
    for (const Finding& finding : findings) {
        if (finding.field != u"stages"_s)
            continue;
        BOOST_TEST(finding.row.value_or(-1) >= row);
        row = finding.row.value_or(-1);
    }
}

BOOST_AUTO_TEST_CASE(a_format_error_with_a_written_reason_is_a_warning_that_bears_it)
{
    Dossier dossier = with(sampleDossier(), u"contact_mobile"_s, u"85212345678"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)) == QStringList{u"contact.mobile error contact_mobile - -"_s});
    dossier.reasons.insert(u"contact_mobile"_s, u"联系人使用香港手机号"_s);
    const Findings findings = sampleChecker().check(dossier);
    BOOST_TEST(summary(findings) == QStringList{u"contact.mobile warning contact_mobile - -"_s});
    BOOST_TEST(findings.first().reason == u"联系人使用香港手机号"_s);
    dossier.reasons.insert(u"contact_mobile"_s, u"  "_s);
    BOOST_TEST((sampleChecker().check(dossier).first().severity == Severity::Error));
}

BOOST_AUTO_TEST_CASE(an_error_that_rests_on_the_notice_cannot_be_waived)
{
    Dossier dossier = with(sampleDossier(), u"org_intro"_s, QString(301, u'科'));
    dossier.reasons.insert(u"org_intro"_s, u"写不下"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)).contains(u"text.word-limit error org_intro - -"_s));
}

BOOST_AUTO_TEST_CASE(a_waived_check_character_does_not_hide_a_class_that_may_not_apply)
{
    Dossier dossier = with(sampleDossier(), u"uscc"_s, u"924200000000000000"_s);
    dossier.reasons.insert(u"uscc"_s, u"新码"_s);
    BOOST_TEST(summary(sampleChecker().check(dossier)).contains(u"credit-code.individual error uscc - -"_s));
}

BOOST_AUTO_TEST_CASE(every_rule_says_in_both_languages_what_to_do_and_leaves_no_placeholder)
{
    Dossier dossier = limitsDossier();
    dossier.values.insert("org_intro"_L1, QString(301, u'科'));
    dossier.values.insert("uscc"_L1, u"12"_s);
    dossier.values.insert("region"_L1, u"330103"_s);
    dossier.values.insert("recommender"_L1, u"某学会"_s);
    dossier.values.insert("stages"_L1, QJsonArray{QJsonObject{{u"goal"_s, QString(400, u'科')}, {u"from"_s, u"2030-02"_s}}});
    const Findings findings = sampleChecker().check(dossier);
    BOOST_TEST(findings.size() > 6);
    for (const Finding& finding : findings) {
        BOOST_TEST(!finding.message.zh.contains(u'{'), finding.message.zh.toStdString());
        BOOST_TEST(!finding.message.en.contains(u'{'), finding.message.en.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(the_schema_lists_exactly_the_kinds_of_rules_there_are)
{
    const QJsonObject schema = readJsonObject(u":/calls/schema/rules.schema.json"_s, 1'000'000);
    QStringList kinds = ruleKinds().keys();
    kinds.sort();
    BOOST_TEST(schema.value("parameters"_L1).toObject().keys() == kinds);
}

BOOST_AUTO_TEST_CASE(a_full_dossier_is_checked_within_a_millisecond)
{
    const Dossier dossier = limitsDossier();
    qint64 best = 1'000'000'000;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Findings findings = sampleChecker().check(dossier);
        best = std::min(best, timer.nsecsElapsed());
        BOOST_REQUIRE(!findings.isEmpty());
    }
    BOOST_TEST_MESSAGE("one check takes " << best / 1000 << " us");
#if defined(__SANITIZE_ADDRESS__)
    constexpr qint64 most = 20'000'000; // the sanitizers cost far more than the check
#else
    constexpr qint64 most = 1'000'000;
#endif
    BOOST_TEST(best < most);
}

BOOST_AUTO_TEST_SUITE_END()
