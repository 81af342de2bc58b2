// SPDX-License-Identifier: Apache-2.0
// A procedure that has nothing to do with the built-in one: what is checked comes from its pack alone.
#include "model/base/json_file.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/value_reader.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(another_call)

BOOST_AUTO_TEST_CASE(its_own_rules_judge_its_values)
{
    const CallPack pack = readCallPack(dataFile(u"calls/library-2026"_s));
    const QJsonObject file = readJsonObject(dataFile(u"values/library-book-grant.json"_s), 100'000);
    const ReadValues values = readValues(file.value("values"_L1).toObject(), pack);
    BOOST_TEST(summary(values.findings) == QStringList());
    Dossier dossier;
    dossier.values = values.values;
    dossier.reasons.insert(u"card"_s, u"旧证号，尚未换发"_s);
    dossier.attachments[u"photo"_s] = {attachment(u"shelf.jpg"_s)};
    const Checker checker(pack, builtInReferenceData());
    const Findings findings = checker.check(dossier);
    BOOST_TEST(summary(findings)
               == QStringList({u"mail.shape warning mail - -"_s, u"card.shape warning card - -"_s,
                               u"genre.text error genre_text - -"_s, u"why.length error why - -"_s,
                               u"list.twice hint list 1 title"_s, u"photo.type error photo 0 -"_s}));
    BOOST_TEST(findings.at(3).clause == u"第二条"_s);
    BOOST_TEST(findings.at(1).reason == u"旧证号，尚未换发"_s);
}

BOOST_AUTO_TEST_CASE(an_empty_form_lacks_what_its_pack_requires)
{
    const CallPack pack = readCallPack(dataFile(u"calls/library-2026"_s));
    const Checker checker(pack, builtInReferenceData());
    QStringList missing;
    for (const Finding& finding : checker.check(Dossier()))
        missing.append(finding.field);
    BOOST_TEST(missing == QStringList({u"name"_s, u"mail"_s, u"genre"_s, u"why"_s, u"list"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
