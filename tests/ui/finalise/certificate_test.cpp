// SPDX-License-Identifier: Apache-2.0
// Signed with a certificate.
#include "model/procedure/paper_verification.h"
#include "model/signature/new_identity.h"
#include "tests/support/boost_test.h"
#include "tests/ui/finalise/finalise_window.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
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
