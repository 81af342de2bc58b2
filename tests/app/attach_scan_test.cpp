// SPDX-License-Identifier: Apache-2.0
// attach-scan and correction as people call them.
#include "model/procedure/sample_scans.h"
#include "model/procedure/final_paper.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A final paper of the sample and a scan of each of two pages, made once.
struct Prepared
{
    static const Prepared& once()
    {
        static const Prepared prepared;
        return prepared;
    }

    SampleFolder sample;
    QString paper = sample.file(u"定稿.pdf"_s);
    QString first = sample.file(u"首页.jpg"_s);
    QString signedPage = sample.file(u"签章页.jpg"_s);
    int number = 0;

private:
    Prepared()
    {
        cli({u"render"_s, sample.values, paper});
        const jz::PageMap map = jz::readPageMap(paper);
        while (map.pages.at(number++).areas.isEmpty())
            ;
        jz::laidAskew(jz::inkedSamplePage(paper, map, 1), 1).save(first, "JPEG", 80);
        jz::laidAskew(jz::inkedSamplePage(paper, map, number), 181).save(signedPage, "JPEG", 80);
    }
};

struct Fixture
{
    const Prepared& prepared = Prepared::once();
    ScratchFolder folder;
    QString out = folder.file(u"已签章.pdf"_s);
    QString workspace = folder.file(u"资料库"_s);

    CliResult attach(const QStringList& arguments) const
    {
        return cli(QStringList{u"attach-scan"_s, u"--workspace"_s, workspace} + arguments);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_attach_scan, Fixture)

BOOST_AUTO_TEST_CASE(scans_are_taken_in_and_verify_says_marked)
{
    const CliResult result = attach({prepared.paper, prepared.signedPage, prepared.first, out, u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    const QJsonObject json = result.json();
    BOOST_TEST(json[u"written"].toBool());
    BOOST_TEST(json[u"pages"][0][u"page"].toInt() == 1);
    BOOST_TEST(json[u"pages"][1][u"page"].toInt() == prepared.number);
    BOOST_TEST(json[u"pages"][1][u"scan"].toString() == u"签章页.jpg"_s);
    BOOST_TEST(json[u"ink"][0][u"role"].toString() == u"applicant"_s);
    const CliResult verified = cli({u"verify"_s, out, u"--json"_s});
    BOOST_TEST(verified.exitCode == 0);
    BOOST_TEST(verified.json()[u"verdict"].toString() == u"marked"_s);
    BOOST_TEST(verified.json()[u"ink"][0][u"matched"].toBool());
    BOOST_TEST(verified.json()[u"delivery"][u"whole"].toBool());
    BOOST_TEST(cli({u"check"_s, out}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(whoever_receives_papers_is_told_since_when_their_sender_is_known)
{
    BOOST_REQUIRE(attach({prepared.paper, prepared.signedPage, out}).exitCode == 0);
    const QString desk = folder.file(u"收件方"_s);
    BOOST_REQUIRE(cli({u"trust"_s, u"list"_s, u"--workspace"_s, desk, u"--operator"_s, u"李四"_s}).exitCode == 0);
    const auto findings = [&](const QString& paper) {
        return cli({u"check"_s, paper, u"--workspace"_s, desk}).out;
    };
    BOOST_TEST(cli({u"verify"_s, out, u"--json"_s}).json()[u"delivery"][u"since"].isNull());
    BOOST_TEST(findings(out).contains(u"首次收到该发件方的文件"_s));
    BOOST_TEST(findings(out).contains(u"收到的文件同一发件方"_s));
    const CliResult again = cli({u"verify"_s, out, u"--json"_s, u"--workspace"_s, desk});
    BOOST_TEST(!again.json()[u"delivery"][u"since"].toString().isEmpty());
    BOOST_TEST(again.json()[u"kept"][u"verdict"].toString() == u"marked"_s);
    // The same dossier from another installation.
    const QString other = folder.file(u"另一台电脑.pdf"_s);
    BOOST_REQUIRE(cli({u"attach-scan"_s, u"--workspace"_s, folder.file(u"另一资料库"_s), prepared.paper, prepared.signedPage, other}).exitCode == 0);
    BOOST_TEST(findings(other).contains(u"另一发件方"_s));
    BOOST_TEST(cli({u"verify"_s, other, u"--workspace"_s, desk}).out.contains(u"另一发件方"_s));
}

BOOST_AUTO_TEST_CASE(the_same_installation_is_the_same_sender)
{
    BOOST_REQUIRE(attach({prepared.paper, prepared.signedPage, out}).exitCode == 0);
    const QString again = folder.file(u"again.pdf"_s);
    BOOST_REQUIRE(attach({prepared.paper, prepared.signedPage, again}).exitCode == 0);
    const auto sender = [](const QString& file) { return cli({u"verify"_s, file, u"--json"_s}).json()[u"delivery"][u"sender"].toString(); };
    BOOST_TEST(!sender(out).isEmpty());
    BOOST_TEST(sender(out) == sender(again));
}

BOOST_AUTO_TEST_CASE(a_missing_page_gives_1_and_no_file)
{
    const CliResult result = attach({prepared.paper, prepared.first, out, u"--json"_s});
    BOOST_TEST(result.exitCode == 1);
    BOOST_TEST(result.json()[u"problems"][0][u"code"].toString() == u"page-missing"_s);
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(a_page_is_assigned_by_name)
{
    const CliResult wrong = attach({prepared.paper, prepared.signedPage, out, u"--page"_s, u"two=x.jpg"_s});
    BOOST_TEST(wrong.exitCode == 2);
    const CliResult result =
        attach({prepared.paper, prepared.signedPage, out, u"--page"_s, u"2="_s + prepared.sample.file(u"cleanroom.jpg"_s), u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(!result.json()[u"pages"][0][u"byCode"].toBool(true));
    BOOST_TEST(result.json()[u"pages"][0][u"problems"][0][u"code"].toString() == u"page-assigned-by-name"_s);
}

BOOST_AUTO_TEST_CASE(wrong_calls_give_2_and_what_cannot_be_done_3)
{
    BOOST_TEST(attach({prepared.paper, out}).exitCode == 2);
    BOOST_TEST(attach({prepared.paper, prepared.signedPage, prepared.paper}).exitCode == 2);
    BOOST_TEST(attach({prepared.paper, folder.file(u"nowhere.jpg"_s), out}).exitCode == 3);
    BOOST_TEST(attach({prepared.signedPage, prepared.signedPage, out}).exitCode == 3);
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(correction_compares_two_final_papers)
{
    const SampleFolder later;
    later.set(u"address"_s, u"示例市新址 1 号"_s);
    const QString second = folder.file(u"第2稿.pdf"_s);
    const QString id = jz::readPageMap(prepared.paper).id.toString(QUuid::WithoutBraces);
    BOOST_REQUIRE(cli({u"render"_s, later.values, second, u"--revision"_s, u"2"_s, u"--id"_s, id}).exitCode == 0);
    const CliResult result = cli({u"correction"_s, prepared.paper, second, out, u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(result.json()[u"corrections"][0][u"now"].toString() == u"示例市新址 1 号"_s);
    BOOST_TEST(!result.json()[u"pages"][0][u"good"].toBool(true));
    BOOST_TEST(result.json()[u"pages"][1][u"good"].toBool());
    BOOST_TEST(cli({u"correction"_s, second, prepared.paper, out}).exitCode == 3);
}

BOOST_AUTO_TEST_CASE(a_request_for_the_seal_says_in_json_what_is_to_be_stamped)
{
    const QString sheet = folder.file(u"用印呈批单.pdf"_s);
    const CliResult made = cli({u"seal-request"_s, prepared.paper, sheet, u"--copies"_s, u"3"_s, u"--by"_s, u"王芳"_s, u"--json"_s});
    BOOST_REQUIRE(made.exitCode == 0);
    const QJsonObject json = made.json();
    BOOST_TEST(json[u"copies"].toInt() == 3);
    BOOST_TEST(json[u"sealedPages"][0].toInt() == prepared.number);
    BOOST_TEST(QFileInfo::exists(sheet));
    BOOST_TEST(cli({u"seal-request"_s, prepared.paper, sheet, u"--copies"_s, u"x"_s}).exitCode == 2);
    BOOST_TEST(cli({u"seal-request"_s, sheet, folder.file(u"y.pdf"_s)}).exitCode == 3);
}

BOOST_AUTO_TEST_SUITE_END()
