// SPDX-License-Identifier: Apache-2.0
// Whom a desk trusts, what a verdict rests on and what of it is kept, with the real program.
#include "tests/app/trust_desk_fixture.h"
#include "tests/support/boost_test.h"

#include <QDir>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QJsonValue onlySignature(const CliResult& result)
{
    return result.json().value(u"signatures"_s)[0];
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_trust)

BOOST_AUTO_TEST_CASE(a_signer_is_trusted_once_listed_and_the_verdict_says_on_what_that_rests)
{
    const TrustDesk desk;
    const QString paper = desk.signedPaper();
    CliResult result = desk.run({u"verify"_s, paper, u"--json"_s});
    BOOST_TEST(result.json().value(u"verdict"_s).toString() == u"untrusted"_s);
    BOOST_TEST(onlySignature(result)[u"trust"][u"kind"].toString() == u"none"_s);
    result = desk.run({u"trust add"_s, desk.certificate(u"申报"_s), u"--rests"_s, u"电话核对指纹"_s, u"--json"_s});
    BOOST_TEST_REQUIRE(result.exitCode == 0, result.err.toStdString());
    const QJsonValue added = result.json().value(u"added"_s)[0];
    BOOST_TEST(added[u"new"].toBool());
    BOOST_TEST(added[u"kind"].toString() == u"signer"_s);
    BOOST_TEST(added[u"rests"].toString() == u"电话核对指纹"_s);
    BOOST_TEST(added[u"by"].toString() == u"张三"_s);
    BOOST_TEST(added[u"fingerprint"].toString().size() == 64);
    result = desk.run({u"verify"_s, paper, u"--json"_s});
    BOOST_TEST(result.json().value(u"verdict"_s).toString() == u"valid"_s);
    BOOST_TEST(onlySignature(result)[u"trust"][u"words"].toString().contains(u"电话核对指纹"_s));
    BOOST_TEST(onlySignature(result)[u"trust"][u"by"].toString() == u"张三"_s);
    BOOST_TEST(desk.run({u"verify"_s, paper}).out.contains(u"信任依据：签名人“申报”，张三于"_s));
    BOOST_TEST(cli({u"--lang"_s, u"en"_s, u"verify"_s, paper, u"--workspace"_s, desk.workspace()}).out.contains(u"listed by 张三 on"_s));
}

BOOST_AUTO_TEST_CASE(listing_the_same_again_changes_nothing_and_otherwise_ends_the_earlier_record)
{
    const TrustDesk desk;
    const QString certificate = desk.certificate(u"申报"_s);
    desk.run({u"trust add"_s, certificate});
    BOOST_TEST(!desk.run({u"trust add"_s, certificate, u"--json"_s}).json().value(u"added"_s)[0][u"new"].toBool(true));
    BOOST_TEST(desk.run({u"trust list"_s, u"--all"_s, u"--json"_s}).json().value(u"trusted"_s).toArray().size() == 1);
    BOOST_TEST(desk.run({u"trust add"_s, certificate, u"--kind"_s, u"body"_s, u"--until"_s, u"2099-12-31"_s, u"--json"_s}).exitCode == 0);
    const QJsonArray all = desk.run({u"trust list"_s, u"--all"_s, u"--json"_s}).json().value(u"trusted"_s).toArray();
    BOOST_REQUIRE(all.size() == 2);
    BOOST_TEST(all[0][u"state"].toString() == u"removed"_s);
    BOOST_TEST(all[1][u"state"].toString() == u"listed"_s);
    BOOST_TEST(all[1][u"until"].toString() == u"2099-12-31"_s);
    BOOST_TEST(desk.run({u"trust list"_s, u"--json"_s}).json().value(u"trusted"_s).toArray().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_verdict_is_kept_and_stays_explainable_after_the_certificate_is_removed)
{
    const TrustDesk desk;
    const QString paper = desk.signedPaper();
    desk.run({u"trust add"_s, desk.certificate(u"申报"_s), u"--rests"_s, u"电话核对指纹"_s});
    BOOST_TEST(desk.run({u"verify"_s, paper, u"--json"_s}).json().value(u"kept"_s).isNull());
    const QJsonObject listed = desk.run({u"trust list"_s, u"--json"_s}).json().value(u"trusted"_s)[0].toObject();
    const CliResult removed = desk.run({u"trust remove"_s, listed.value(u"fingerprint"_s).toString().left(12).toUpper(), u"--why"_s, u"密钥遗失"_s});
    BOOST_TEST_REQUIRE(removed.exitCode == 0, removed.err.toStdString());
    const CliResult later = desk.run({u"verify"_s, paper, u"--json"_s});
    BOOST_TEST(later.exitCode == 0);
    BOOST_TEST(later.json().value(u"verdict"_s).toString() == u"untrusted"_s);
    const QJsonValue kept = later.json().value(u"kept"_s);
    BOOST_TEST(kept[u"verdict"].toString() == u"valid"_s);
    BOOST_TEST(!kept[u"at"].toString().isEmpty());
    BOOST_TEST(kept[u"by"].toString() == u"张三"_s);
    const QString words = kept[u"basis"][0][u"words"].toString();
    BOOST_TEST(words.contains(u"电话核对指纹"_s));
    BOOST_TEST(words.contains(u"密钥遗失"_s));
    BOOST_TEST(desk.run({u"verify"_s, paper}).out.contains(u"曾核验同一文件：有效"_s));
    // Other bytes are another file.
    QByteArray other = readFile(paper);
    writeFile(desk.file(u"other.pdf"_s), other + "\n");
    BOOST_TEST(desk.run({u"verify"_s, desk.file(u"other.pdf"_s), u"--json"_s}).json().value(u"kept"_s).isNull());
    const QJsonValue record = desk.run({u"trust list"_s, u"--all"_s, u"--json"_s}).json().value(u"trusted"_s)[0];
    BOOST_TEST(record[u"removed"][u"why"].toString() == u"密钥遗失"_s);
    BOOST_TEST(record[u"removed"][u"by"].toString() == u"张三"_s);
}

BOOST_AUTO_TEST_CASE(an_applicant_is_attested_by_the_trusted_body_that_countersigned)
{
    const TrustDesk desk;
    const QString paper = desk.countersigned(desk.signedPaper());
    desk.run({u"trust add"_s, desk.certificate(u"推荐"_s), u"--kind"_s, u"body"_s, u"--name"_s, u"某省推荐单位"_s});
    const CliResult result = desk.run({u"verify"_s, paper, u"--json"_s});
    BOOST_TEST(onlySignature(result)[u"attestedBy"].toString() == u"推荐"_s);
    BOOST_TEST(!onlySignature(result)[u"trusted"].toBool(true));
    BOOST_TEST(result.json().value(u"verdict"_s).toString() == u"untrusted"_s);
    BOOST_TEST(result.json().value(u"signatures"_s)[1][u"trusted"].toBool());
    BOOST_TEST(desk.run({u"verify"_s, paper}).out.contains(u"由“推荐”的会签证明"_s));
}

BOOST_AUTO_TEST_CASE(bad_certificates_are_refused_with_a_remedy_and_nothing_is_listed)
{
    const TrustDesk desk;
    const QString certificate = desk.certificate(u"申报"_s);
    writeFile(desk.file(u"text.cer"_s), "no certificate");
    const auto refused = [&](const QStringList& arguments, int exitCode, const QString& words) {
        const CliResult result = desk.run(QStringList{u"trust add"_s} + arguments + QStringList{u"--json"_s});
        BOOST_TEST(result.exitCode == exitCode);
        BOOST_TEST(result.err.contains(words), result.err.toStdString());
        BOOST_TEST(result.json().value(u"error"_s)[u"message"].toString().contains(words));
    };
    refused({desk.file(u"text.cer"_s)}, 3, u"没有证书"_s);
    refused({desk.file(u"missing.cer"_s)}, 3, u"missing.cer"_s);
    refused({desk.identity(u"申报"_s)}, 3, u"私钥"_s);
    refused({certificate, u"--kind"_s, u"friend"_s}, 2, u"authority"_s);
    refused({certificate, u"--kind"_s, u"authority"_s}, 2, u"不是证书机构"_s);
    refused({certificate, u"--until"_s, u"2020-01-01"_s}, 2, u"已经过去"_s);
    refused({certificate, u"--until"_s, u"soon"_s}, 2, u"不是日期"_s);
    BOOST_TEST(desk.run({u"trust list"_s, u"--json"_s}).json().value(u"trusted"_s).toArray().isEmpty());
    for (const QString& name : QDir(desk.workspace()).entryList(QDir::Files))
        BOOST_TEST(!readFile(desk.workspace() + u'/' + name).contains("PRIVATE"));
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_is_taken_with_a_warning)
{
    const TrustDesk desk;
    const CliResult result = desk.run({u"trust add"_s, desk.expiredCertificate(), u"--rests"_s, u"电话"_s, u"--json"_s});
    BOOST_TEST(result.exitCode == 0);
    BOOST_TEST(result.err.contains(u"过期"_s));
    BOOST_TEST(result.json().value(u"added"_s)[0][u"warnings"].toArray().size() == 1);
    BOOST_TEST(desk.run({u"trust list"_s}).out.contains(u"电话"_s));
}

BOOST_AUTO_TEST_CASE(only_what_is_listed_can_be_removed_and_only_with_a_reason)
{
    const TrustDesk desk;
    BOOST_TEST(desk.run({u"trust remove"_s, u"12345678"_s, u"--why"_s, u"x"_s}).exitCode == 3);
    BOOST_TEST(desk.run({u"trust remove"_s, u"1234"_s, u"--why"_s, u"x"_s}).exitCode == 2);
    const CliResult noReason = desk.run({u"trust remove"_s, u"12345678"_s});
    BOOST_TEST(noReason.exitCode == 2);
    BOOST_TEST(noReason.err.contains(u"--why"_s));
}

BOOST_AUTO_TEST_CASE(a_named_workspace_that_is_not_there_is_no_silent_distrust)
{
    const TrustDesk desk;
    const CliResult result = cli({u"verify"_s, desk.signedPaper(), u"--json"_s, u"--workspace"_s, desk.file(u"nowhere"_s)});
    BOOST_TEST(result.exitCode == 3);
    BOOST_TEST(result.json().value(u"error"_s)[u"message"].toString().contains(u"nowhere"_s));
    BOOST_TEST(!QDir(desk.file(u"nowhere"_s)).exists());
}

BOOST_AUTO_TEST_CASE(check_says_whose_certificate_is_confirmed_and_who_did_not_sign)
{
    const TrustDesk desk;
    const QString paper = desk.signedPaper();
    const auto rulesOn = [&](const QString& file, const QStringList& more) {
        const CliResult result = cli(QStringList{u"check"_s, file, u"--json"_s} + more);
        BOOST_TEST(result.exitCode == 0, result.err.toStdString());
        QStringList rules;
        const QJsonArray findings = result.json().value(u"findings"_s).toArray();
        for (const QJsonValue& finding : findings) {
            if (finding[u"rule"].toString().startsWith(u"signature."_s))
                rules << finding[u"rule"].toString();
        }
        return rules;
    };
    const QStringList named{u"signature.recommender-missing"_s, u"signature.holder"_s};
    BOOST_TEST(rulesOn(paper, {}) == named);
    const QStringList inDesk{u"--workspace"_s, desk.workspace()};
    BOOST_TEST(rulesOn(paper, inDesk) == named);
    const QString both = desk.countersigned(paper);
    desk.run({u"trust add"_s, desk.certificate(u"推荐"_s), u"--kind"_s, u"body"_s});
    BOOST_TEST(rulesOn(both, inDesk).count(u"signature.trust"_s) == 1);
    BOOST_TEST(!rulesOn(both, inDesk).contains(u"signature.recommender-missing"_s));
    BOOST_TEST(cli(QStringList{u"check"_s, both} + inDesk).out.contains(u"由会签的“推荐”证明"_s));
    // The countersignature cut off: intact by itself, and asked for.
    BOOST_TEST(rulesOn(paper, inDesk).contains(u"signature.recommender-missing"_s));
    BOOST_TEST(cli({u"check"_s, both, u"--json"_s, u"--trust"_s, desk.file(u"missing.pem"_s)}).json().value(u"error"_s).isObject());
}

BOOST_AUTO_TEST_CASE(a_paper_printed_by_another_program_is_answered_with_what_to_ask_for)
{
    const TrustDesk desk;
    const QString printed = desk.file(u"打印.pdf"_s);
    BOOST_REQUIRE(run(u"pdftocairo"_s, {u"-pdf"_s, desk.signedPaper(), printed}).exitCode == 0);
    for (const QString& command : {u"check"_s, u"verify"_s}) {
        const CliResult result = desk.run({command, printed});
        BOOST_TEST(QString(result.out + result.err).contains(u"请向发件人索取原始 PDF 文件"_s), command.toStdString());
    }
    BOOST_TEST(desk.run({u"verify"_s, printed, u"--json"_s}).json().value(u"verdict"_s).toString() == u"unsigned"_s);
}

BOOST_AUTO_TEST_SUITE_END()
