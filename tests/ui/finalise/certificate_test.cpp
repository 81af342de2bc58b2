// SPDX-License-Identifier: Apache-2.0
// Signed with a certificate.
#include "model/procedure/paper_verification.h"
#include "model/procedure/trust_desk.h"
#include "model/signature/new_identity.h"
#include "tests/support/boost_test.h"
#include "tests/support/soft_tokens.h"
#include "tests/ui/finalise/finalise_window.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;
using Kind = RouteStep::Kind;

namespace {

struct Certificate : FinaliseWindow
{
    void openForm()
    {
        openFinal();
        fillLine(u"signatoryName"_s, u"张院长"_s);
        click(find<QRadioButton>(view(), u"byCertificate"_s));
    }
    QString identityFile()
    {
        const QString path = folder.file(u"单位.p12"_s);
        NewIdentity identity;
        identity.name = u"示例先进光电技术研究院"_s;
        identity.kind = KeyKind::P256;
        createIdentity(path, identity, Passphrase(u"长口令 一"_s));
        return path;
    }
    /// A part of an identity file as PEM: `-nokeys` its certificate, `-nocerts` its key.
    QString pem(const QString& identity, const QString& part)
    {
        const QString path = folder.file(part + u".pem"_s);
        BOOST_REQUIRE(QProcess::execute(u"openssl"_s, {u"pkcs12"_s, u"-in"_s, identity, u"-passin"_s, u"pass:长口令 一"_s, u"-nodes"_s, part, u"-out"_s, path})
                      == 0);
        return path;
    }
    void signFromFile(const QString& identity)
    {
        dialogs.willOpen({identity});
        clickButton(u"choose_identityFile"_s);
        fillLine(u"passphrase"_s, u"长口令 一"_s);
        clickButton(u"signWithCertificate"_s);
        waitFor([&] { return isSigned(); });
    }
    PaperReport verdictHere() { return verifyPaper(session().open().keptPaper(KeptRevision::Occasion::Sign), trustListOf(*workspace)); }
    bool isSigned() { return session().editor().state() == DossierState::Signed; }
    QLabel& worth() { return find<QLabel>(view(), u"certificateWorth"_s); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(certificate_route, Certificate)

BOOST_AUTO_TEST_CASE(it_is_said_what_a_certificate_is_worth_before_it_signs)
{
    openForm();
    dialogs.willOpen({identityFile()});
    clickButton(u"choose_identityFile"_s);
    fillLine(u"passphrase"_s, u"长口令 一"_s);
    clickButton(u"lookAtCertificate"_s);
    waitFor([&] { return worth().isVisible(); });
    BOOST_TEST(worth().text().contains(u"自签证书"_s));
    BOOST_TEST(worth().text().contains(u"示例先进光电技术研究院"_s));
    BOOST_TEST(!isSigned());
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return isSigned(); });
    const PaperReport report = verifyPaper(session().open().keptPaper(KeptRevision::Occasion::Sign), {});
    BOOST_TEST(verdictName(report.signatures.verdict) == u"untrusted"_s);
    BOOST_REQUIRE(report.signatures.signatures.size() == 1);
    BOOST_TEST(report.signatures.signatures.first().signer == u"示例先进光电技术研究院"_s);
    BOOST_TEST(find<QLineEdit>(view(), u"passphrase"_s).text().isEmpty());
    BOOST_TEST(int(view().current()) == int(Kind::Send));
    waitFor([&] { return find<QLabel>(page(u"nextPage"_s), u"verdictSeal"_s).text().contains(u"的证书于"_s); });
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_told_and_signs_nothing)
{
    openForm();
    dialogs.willOpen({identityFile()});
    clickButton(u"choose_identityFile"_s);
    fillLine(u"passphrase"_s, u"x"_s);
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return said().contains(u"口令"_s); });
    BOOST_TEST(!isSigned());
    BOOST_TEST(find<QPushButton>(view(), u"signWithCertificate"_s).isEnabled());
}

BOOST_AUTO_TEST_CASE(a_unit_without_a_certificate_makes_one_here)
{
    openForm();
    find<QComboBox>(view(), u"identitySource"_s).setCurrentIndex(2);
    fillLine(u"newPassphrase"_s, u"abc 1"_s);
    fillLine(u"newPassphraseAgain"_s, u"abc 2"_s);
    clickButton(u"makeIdentity"_s);
    BOOST_TEST(said().contains(u"两遍不一样"_s));
    fillLine(u"newPassphraseAgain"_s, u"abc 1"_s);
    dialogs.willSaveTo(folder.file(u"新.p12"_s));
    clickButton(u"makeIdentity"_s);
    waitFor([&] { return worth().isVisible(); });
    BOOST_TEST(QFileInfo(folder.file(u"新.p12"_s)).isFile());
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return isSigned(); });
}

BOOST_AUTO_TEST_CASE(a_certificate_that_is_trusted_here_gives_a_valid_signature)
{
    openForm();
    const QString identity = identityFile();
    TrustOrder order;
    order.file = pem(identity, u"-nokeys"_s);
    order.rests = u"电话核对指纹"_s;
    addTrusted(*workspace, order, workspace->operators().current().key);
    signFromFile(identity);
    BOOST_TEST(verdictName(verdictHere().signatures.verdict) == u"valid"_s);
    waitFor([&] { return find<QLabel>(page(u"nextPage"_s), u"verdictSeal"_s).text().contains(u"可信依据："_s); });
}

BOOST_AUTO_TEST_CASE(a_certificate_in_a_token_is_found_and_signs)
{
    const SoftTokens tokens;
    const QString identity = identityFile();
    tokens.add(u"单位UKey"_s);
    tokens.put(u"单位UKey"_s, u"01"_s, pem(identity, u"-nokeys"_s), pem(identity, u"-nocerts"_s));
    openForm();
    auto& source = find<QComboBox>(view(), u"identitySource"_s);
    source.setFocus();
    press(window(), Qt::Key_Down);
    dialogs.willOpen({softTokenModule()});
    clickButton(u"choose_tokenModule"_s);
    clickButton(u"listTokens"_s);
    auto& certificates = find<QComboBox>(view(), u"tokenCertificate"_s);
    waitFor([&] { return certificates.count() == 1; });
    BOOST_TEST(certificates.currentText().contains(u"示例先进光电技术研究院"_s));
    fillLine(u"tokenPin"_s, u"13579"_s);
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return said().contains(u"PIN"_s); });
    BOOST_TEST(!isSigned());
    fillLine(u"tokenPin"_s, SoftTokens::pin());
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return isSigned(); });
    const PaperReport report = verdictHere();
    BOOST_TEST(verdictName(report.signatures.verdict) == u"untrusted"_s);
    BOOST_TEST(report.signatures.signatures.first().signer == u"示例先进光电技术研究院"_s);
    BOOST_TEST(find<QLineEdit>(view(), u"tokenPin"_s).text().isEmpty());
}

BOOST_AUTO_TEST_CASE(nothing_chosen_is_told_plainly)
{
    openForm();
    clickButton(u"signWithCertificate"_s);
    BOOST_TEST(said().contains(u"选择签名证书文件"_s));
    find<QComboBox>(view(), u"identitySource"_s).setCurrentIndex(1);
    clickButton(u"listTokens"_s);
    BOOST_TEST(said().contains(u"UKey 的驱动"_s));
    clickButton(u"signWithCertificate"_s);
    BOOST_TEST(said().contains(u"先查找 UKey"_s));
    BOOST_TEST(!isSigned());
}

BOOST_AUTO_TEST_SUITE_END()
