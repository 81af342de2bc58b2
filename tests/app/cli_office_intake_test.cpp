// SPDX-License-Identifier: Apache-2.0
// The office receives what recommending bodies send, through the program alone.
#include "tests/app/office_desk.h"

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString hubei = u"湖北省科学技术协会"_s;

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_office_intake, OfficeDesk)

BOOST_AUTO_TEST_CASE(a_bundle_comes_in_with_every_signature_found)
{
    const CliResult result = receive({bundle(u"一.jzb"_s)});
    BOOST_REQUIRE_MESSAGE(result.exitCode == 0, QString(result.out + result.err).toStdString());
    BOOST_TEST(outcomes(result) == QStringList{u"added"_s});
    BOOST_TEST(dossierRules(result) == (QStringList{u"11"_s, u"21"_s}));
    const QJsonValue came = result.json()[u"bundles"_s][0];
    BOOST_TEST(came[u"body"_s].toString() == hubei);
    BOOST_TEST(came[u"kind"_s].toString() == u"provincial"_s);
    BOOST_TEST(came[u"dossiers"_s][0][u"endorsed"_s][0][u"kind"_s].toString() == u"certificate"_s);
    BOOST_TEST(came[u"dossiers"_s][1][u"endorsed"_s][0][u"kind"_s].toString() == u"ink"_s);
    for (const QJsonValue& dossier : came[u"dossiers"_s].toArray())
        BOOST_TEST(dossier[u"endorsed"_s][0][u"found"_s].toBool());
    BOOST_TEST(listed() == (QStringList{hubei + u" 1 11", hubei + u" 2 21"}));
    BOOST_TEST(office({u"list"_s, u"--search"_s, u"农机"_s}).json()[u"dossiers"_s].toArray().size() == 1);
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, file(u"办公室"_s)}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_the_same_and_keeps_nothing)
{
    const CliResult dry = receive({bundle(u"一.jzb"_s)}, {u"--dry-run"_s});
    BOOST_TEST(dry.exitCode == 0);
    BOOST_TEST(outcomes(dry) == QStringList{u"added"_s});
    BOOST_TEST(dry.json()[u"bodies"_s][0][u"counted"_s].toInt() == 2);
    BOOST_TEST(listed().isEmpty());
    BOOST_TEST(!QDir(file(u"办公室/objects"_s)).exists());
}

BOOST_AUTO_TEST_CASE(the_same_bundle_is_known_a_later_sending_replaces_and_an_earlier_one_is_kept_out)
{
    // The later comes first on the command line: their numbers count.
    const CliResult both = receive({bundle(u"二.jzb"_s), bundle(u"一.jzb"_s), bundle(u"二.jzb"_s)});
    BOOST_TEST(outcomes(both) == (QStringList{u"replaced"_s, u"added"_s, u"same-file"_s}));
    BOOST_TEST(listed() == (QStringList{hubei + u" 1 21", hubei + u" 2 11"}));
    const QJsonArray bundles = office({u"list"_s}).json()[u"bundles"_s].toArray();
    BOOST_TEST(bundles.size() == 2);
    BOOST_TEST(bundles.at(0)[u"standing"_s].toString() == u"replaced"_s);
    const CliResult again = receive({bundle(u"一.jzb"_s)});
    BOOST_TEST(again.exitCode == 0);
    BOOST_TEST(bundleRules(again) == QStringList{u"intake.same-file"_s});

    OfficeDesk other;
    other.receive({bundle(u"二.jzb"_s)});
    const CliResult late = other.receive({bundle(u"一.jzb"_s)});
    BOOST_TEST(late.exitCode == 1);
    BOOST_TEST(outcomes(late) == QStringList{u"earlier"_s});
    BOOST_TEST(bundleRules(late) == QStringList{u"intake.earlier"_s});
    BOOST_TEST(other.listed() == (QStringList{hubei + u" 1 21", hubei + u" 2 11"}));
}

BOOST_AUTO_TEST_CASE(the_same_sending_packed_anew_completes_one_that_was_incomplete)
{
    Content content = opened(u"一.jzb"_s);
    const QString seal = content.at(u"-签章件.pdf"_s).name;
    content.remove(seal);
    receive({closed(content, u"缺.jzb"_s)});
    const CliResult whole = receive({bundle(u"一.jzb"_s)});
    BOOST_TEST(outcomes(whole) == QStringList{u"replaced"_s});
    BOOST_TEST(outcomes(receive({closed(opened(u"一.jzb"_s), u"重包.zip"_s)})) == QStringList{u"same-sending"_s});
}

BOOST_AUTO_TEST_CASE(what_is_missing_extra_changed_or_stripped_is_named)
{
    Content content = opened(u"一.jzb"_s);
    const QString seal = content.at(u"-签章件.pdf"_s).name;
    const QString inked = QString(seal).replace(u"-签章件"_s, QString());
    const CliResult fine = receive({bundle(u"一.jzb"_s)}, {u"--dry-run"_s});
    QString certified;
    for (const jz::BundleFile& each : content.files)
        if (each.name.endsWith(u".pdf") && each.name != seal && each.name != inked && !each.name.contains(u"推荐排序表"))
            certified = each.name;
    BOOST_REQUIRE(!certified.isEmpty());
    const auto with = [&](const auto& change) {
        Content changed = opened(u"一.jzb"_s);
        change(changed);
        return receive({closed(changed, u"改.jzb"_s)}, {u"--dry-run"_s});
    };
    const auto place = [&](Content& changed, const QString& name, const QString& path) { changed.at(name).path = path; };

    const CliResult missing = with([&](Content& changed) { changed.remove(inked); });
    BOOST_TEST(missing.exitCode == 1);
    BOOST_TEST(bundleRules(missing) == QStringList{u"intake.missing"_s});
    BOOST_TEST(dossierRules(missing) == QStringList{u"11"_s});

    const CliResult damaged = with([&](Content& changed) { writeFile(changed.at(inked).path, "%PDF-1.7\nnothing"); });
    BOOST_TEST(bundleRules(damaged) == QStringList{u"intake.unreadable"_s});

    // The dossier before the body signed it: the same content, without the signature.
    const CliResult stripped = with([&](Content& changed) { place(changed, certified, bundle(u"甲.pdf"_s)); });
    BOOST_TEST(dossierRules(stripped) == (QStringList{u"11 intake.file-changed intake.signature-missing"_s, u"21"_s}));

    const CliResult unsealed = with([&](Content& changed) { changed.remove(seal); });
    BOOST_TEST(dossierRules(unsealed) == (QStringList{u"11"_s, u"21 intake.signature-paper-missing"_s}));

    const CliResult sealChanged = with([&](Content& changed) { changed.flipByte(seal); });
    BOOST_TEST(dossierRules(sealChanged) == (QStringList{u"11"_s, u"21 intake.signature-paper-changed"_s}));

    const CliResult added = with([&](Content& changed) { changed.files << jz::BundleFile{u"丙.pdf"_s, bundle(u"丙.pdf"_s)}; });
    BOOST_TEST(dossierRules(added) == (QStringList{u"11"_s, u"21"_s, u"31 intake.extra"_s}));

    const CliResult other = with([&](Content& changed) { place(changed, inked, bundle(u"乙改.pdf"_s)); });
    BOOST_TEST(dossierRules(other) == (QStringList{u"11"_s, u"21 intake.content-changed"_s}));
    for (const CliResult& each : {missing, damaged, stripped, unsealed, sealChanged, added, other})
        BOOST_TEST(each.exitCode == 1);
    BOOST_TEST(fine.exitCode == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_bundle_of_this_review_is_refused_by_name_and_the_others_come_in)
{
    writeFile(file(u"文本.jzb"_s), "not a bundle");
    const QByteArray bytes = readFile(bundle(u"一.jzb"_s));
    writeFile(file(u"截断.jzb"_s), bytes.first(bytes.size() / 2));
    Content content = opened(u"一.jzb"_s);
    const QString sheet = content.at(u"推荐排序表.pdf"_s).name;
    content.flipByte(sheet);
    const QString altered = closed(content, u"改表.jzb"_s);
    content.remove(sheet);
    const QString without = closed(content, u"无表.jzb"_s);
    content.files << jz::BundleFile{sheet, otherSheet(u"另一通知.pdf"_s, [](jz::RankingSheet& other) { other.callId = u"other-call"_s; })};
    const QString foreign = closed(content, u"他处.jzb"_s);
    Content twice = opened(u"一.jzb"_s);
    twice.files << jz::BundleFile{u"又一份.pdf"_s, otherSheet(u"又一份.pdf"_s, [](jz::RankingSheet& other) { other.dossiers.removeLast(); })};
    const CliResult result = receive({file(u"文本.jzb"_s), file(u"截断.jzb"_s), altered, without, file(u"没有.jzb"_s), foreign, closed(twice, u"两表.jzb"_s), bundle(u"一.jzb"_s)});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(outcomes(result) == (QStringList(7, u"refused"_s) + QStringList{u"added"_s}));
    BOOST_TEST(bundleRules(result, 0) == QStringList{u"intake.not-a-bundle"_s});
    BOOST_TEST(bundleRules(result, 1) == QStringList{u"intake.not-opened"_s});
    const QStringList ofAltered = bundleRules(result, 2);
    BOOST_TEST((ofAltered == QStringList{u"intake.sheet-altered"_s} || ofAltered == QStringList{u"intake.no-sheet"_s}));
    BOOST_TEST(bundleRules(result, 3) == QStringList{u"intake.no-sheet"_s});
    BOOST_TEST(bundleRules(result, 4) == QStringList{u"intake.not-opened"_s});
    BOOST_TEST(bundleRules(result, 5) == QStringList{u"intake.other-call"_s});
    BOOST_TEST(bundleRules(result, 6) == QStringList{u"intake.several-sheets"_s});
    BOOST_TEST(office({u"list"_s}).json()[u"bundles"_s].toArray().size() == 1);
}

BOOST_AUTO_TEST_CASE(another_sheet_under_a_number_that_came_is_kept_out_and_one_of_another_sender_is_told)
{
    receive({bundle(u"一.jzb"_s)});
    Content content = opened(u"一.jzb"_s);
    jz::BundleFile& sheet = content.at(u"推荐排序表.pdf"_s);
    sheet.path = otherSheet(u"同号.pdf"_s, [](jz::RankingSheet& other) { std::swap(other.dossiers[0], other.dossiers[1]); });
    const CliResult same = receive({closed(content, u"同号.jzb"_s)});
    BOOST_TEST(outcomes(same) == QStringList{u"diverging"_s});
    BOOST_TEST(bundleRules(same) == QStringList{u"intake.diverging"_s});
    BOOST_TEST(listed() == (QStringList{hubei + u" 1 11", hubei + u" 2 21"}));
    sheet.path = otherSheet(u"下一次.pdf"_s, [](jz::RankingSheet& other) { other.number = 2; });
    const CliResult next = receive({closed(content, u"下一次.jzb"_s)});
    BOOST_TEST(outcomes(next) == QStringList{u"replaced"_s});
    BOOST_TEST(bundleRules(next) == QStringList{u"intake.other-sender"_s});
}

BOOST_AUTO_TEST_CASE(an_encrypted_bundle_needs_its_passphrase)
{
    writeFile(file(u"口令.txt"_s), "correct horse");
    const jz::Passphrase passphrase = jz::Passphrase::fromFile(file(u"口令.txt"_s));
    const QString closedBundle = closed(opened(u"一.jzb"_s), u"密.jzb"_s, &passphrase);
    BOOST_TEST(outcomes(receive({closedBundle, bundle(u"学会.zip"_s)}, {u"--dry-run"_s})) == (QStringList{u"refused"_s, u"added"_s}));
    writeFile(file(u"错口令.txt"_s), "wrong");
    const CliResult wrong = receive({closedBundle}, {u"--bundle-passphrase-file"_s, file(u"错口令.txt"_s)});
    BOOST_TEST(outcomes(wrong) == QStringList{u"refused"_s});
    BOOST_TEST(wrong.out.contains(u"口令"_s));
    BOOST_TEST(outcomes(receive({closedBundle}, {u"--bundle-passphrase-file"_s, file(u"口令.txt"_s)})) == QStringList{u"added"_s});
}

BOOST_AUTO_TEST_CASE(a_process_killed_in_the_middle_leaves_nothing_half)
{
    qputenv("JZ_FAULT_PATH", file(u"办公室"_s).toUtf8());
    qputenv("LD_PRELOAD", JZ_FAULT_SHIM);
    for (const char* const at : {"4", "12", "25", "40", "60"}) {
        qputenv("JZ_FAULT_KILL", at);
        receive({bundle(u"一.jzb"_s), bundle(u"二.jzb"_s)});
    }
    for (const char* const name : {"LD_PRELOAD", "JZ_FAULT_PATH", "JZ_FAULT_KILL"})
        qunsetenv(name);
    const QJsonArray bundles = office({u"list"_s}).json()[u"bundles"_s].toArray();
    for (const QJsonValue& each : bundles)
        BOOST_TEST(!each[u"body"_s].toString().isEmpty());
    BOOST_TEST(listed().size() == (bundles.isEmpty() ? 0 : 2));
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, file(u"办公室"_s)}).exitCode == 0);
    receive({bundle(u"一.jzb"_s), bundle(u"二.jzb"_s)});
    BOOST_TEST(listed() == (QStringList{hubei + u" 1 21", hubei + u" 2 11"}));
}

BOOST_AUTO_TEST_CASE(the_same_base_through_two_bodies_is_found_over_all_bundles)
{
    BOOST_TEST(receive({bundle(u"一.jzb"_s)}).exitCode == 0);
    const CliResult second = receive({bundle(u"学会.zip"_s)});
    BOOST_TEST(second.exitCode == 1);
    BOOST_TEST(outcomes(second) == QStringList{u"added"_s});
    QMap<QString, QStringList> found;
    for (const QJsonValue& each : second.json()[u"together"_s].toArray())
        found[each[u"dossier"_s].toString().first(2)] = rules(each[u"findings"_s]);
    BOOST_TEST(found[u"11"_s] == (QStringList{u"intake.same-host"_s, u"intake.two-channels"_s}));
    BOOST_TEST(found[u"51"_s] == (QStringList{u"intake.two-channels"_s, u"intake.same-host"_s}));
    BOOST_TEST(found[u"21"_s] == (QStringList{u"intake.same-host"_s, u"intake.same-host"_s}));
    BOOST_TEST(office({u"admit"_s, u"--all"_s}).json()[u"dossiers"_s].toArray().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_clerk_registers_what_arrived_and_late_is_said)
{
    receive({bundle(u"一.jzb"_s)});
    const CliResult inTime = office({u"arrive"_s, u"11"_s, u"--on"_s, u"2022-06-10T17:59"_s, u"--copies"_s, u"2"_s, u"--remark"_s, u"快递"_s});
    BOOST_REQUIRE_MESSAGE(inTime.exitCode == 0, inTime.err.toStdString());
    BOOST_TEST(!inTime.json()[u"dossiers"_s][0][u"arrival"_s][u"late"_s].toBool());
    const CliResult late = office({u"arrive"_s, u"21"_s, u"--on"_s, u"2022-06-10T18:01"_s});
    BOOST_TEST(late.json()[u"dossiers"_s][0][u"arrival"_s][u"late"_s].toBool());
    BOOST_TEST(office({u"show"_s, u"11"_s}).json()[u"submissions"_s][0][u"arrival"_s][u"copies"_s].toInt() == 2);
    BOOST_TEST(office({u"arrive"_s, u"11"_s, u"--on"_s, u"2999-01-01"_s}).exitCode == 2);
    BOOST_TEST(office({u"arrive"_s, u"11"_s, u"99"_s, u"--on"_s, u"2022-06-11"_s}).exitCode == 2);
    BOOST_TEST(office({u"show"_s, u"11"_s}).json()[u"submissions"_s][0][u"arrival"_s][u"on"_s].toString() == u"2022-06-10T17:59"_s);
    BOOST_TEST(office({u"arrive"_s, u"11"_s}).exitCode == 2);
    office({u"arrive"_s, u"11"_s, u"--not-arrived"_s});
    BOOST_TEST(office({u"show"_s, u"11"_s}).json()[u"submissions"_s][0][u"arrival"_s].isNull());
}

BOOST_AUTO_TEST_CASE(a_person_decides_what_goes_to_review)
{
    Content content = opened(u"一.jzb"_s);
    content.remove(content.at(u"-签章件.pdf"_s).name);
    receive({closed(content, u"缺.jzb"_s)});
    const CliResult all = office({u"admit"_s, u"--all"_s});
    BOOST_TEST(all.json()[u"dossiers"_s].toArray().size() == 1);
    BOOST_TEST(all.json()[u"dossiers"_s][0][u"admission"_s][u"admitted"_s].toBool());
    BOOST_TEST(office({u"admit"_s, u"21"_s}).exitCode == 2);
    BOOST_TEST(office({u"admit"_s, u"21"_s, u"--reason"_s, u"签章件已另行送到"_s}).exitCode == 0);
    BOOST_TEST(office({u"admit"_s, u"11"_s, u"--withhold"_s}).exitCode == 2);
    BOOST_TEST(office({u"admit"_s, u"11"_s, u"--withhold"_s, u"--reason"_s, u"撤回"_s}).exitCode == 0);
    BOOST_TEST(!office({u"show"_s, u"11"_s}).json()[u"submissions"_s][0][u"admission"_s][u"admitted"_s].toBool());
    BOOST_TEST(office({u"admit"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_SUITE_END()
