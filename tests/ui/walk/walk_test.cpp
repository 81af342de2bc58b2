// SPDX-License-Identifier: Apache-2.0
// A newcomer's walk: first start, new dossier, every section filled in by keyboard, a table pasted, attachments dropped, an error
// found and put right from the panel, undo; the program is killed, and the next start goes on where one was.
#include "tests/support/boost_test.h"
#include "tests/ui/walk/keyboard_clerk.h"

#include <QAction>
#include <QApplication>
#include <QImage>
#include <QListView>
#include <QProcess>

#include <iostream>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const char* const folderName = "JUANZONG_WALK_FOLDER";

QString picture(const QString& path, const QColor& colour)
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(colour);
    BOOST_REQUIRE(image.save(path));
    return path;
}

void dropInto(KeyboardClerk& clerk, const QString& field, const QStringList& files)
{
    clerk.tabTo(field);
    drop(*clerk.desk().form().frame(field)->editor(), files);
    waitFor([&] { return clerk.dossier().attachments.value(field).size() == files.size(); });
}

void beginAtTheWelcomePage(KeyboardClerk& clerk)
{
    clerk.waitForPage(u"welcomePage"_s);
    clerk.write(u"王芳"_s);
    clerk.key(Qt::Key_Return);
    clerk.write(u"示例先进光电技术研究院"_s);
    clerk.key(Qt::Key_Return);
    clerk.waitForPage(u"startPage"_s);
    clerk.key(Qt::Key_Return);
    clerk.waitForPage(u"applicantDesk"_s);
}

void fillInTheApplicant(KeyboardClerk& clerk, const QString& folder)
{
    clerk.fill(u"org_name"_s, u"示例先进光电技术研究院"_s);
    clerk.fill(u"uscc"_s, u"12420000000000000X"_s); // a slip of the pen: it ends in U
    dropInto(clerk, u"uscc_scan"_s, {picture(folder + u"/证照.png"_s, Qt::white)});
    clerk.fill(u"region"_s, u"洪山区"_s);
    clerk.key(Qt::Key_Return);
    clerk.fill(u"address"_s, u"湖北省武汉市洪山区示例路88号"_s);
    clerk.fill(u"contact_name"_s, u"林远"_s);
    clerk.fill(u"contact_mobile"_s, u"13800138000"_s);
    clerk.fill(u"contact_email"_s, u"linyuan@example.cn"_s);
    clerk.fill(u"contact_phone"_s, u"027-87540000"_s);
    clerk.fill(u"contact_position"_s, u"科研合作部主任"_s);
    clerk.fill(u"org_intro"_s, u"示例先进光电技术研究院成立于2009年，从事光通信器件的研发和中试。"_s);
    clerk.fill(u"recommender"_s, u"湖北省科学技术协会"_s);
}

void fillInTheBase(KeyboardClerk& clerk)
{
    clerk.tabTo(u"category"_s);
    clerk.key(Qt::Key_Space);
    clerk.fill(u"base_name"_s, u"光电子器件"_s);
    clerk.fill(u"base_site"_s, u"中试与检测中心"_s);
    clerk.tabTo(u"focus"_s);
    clerk.key(Qt::Key_Space);
}

void fillInTheConditions(KeyboardClerk& clerk, const QString& folder)
{
    clerk.fill(u"hardware"_s, u"建有4200平方米中试厂房。"_s);
    dropInto(clerk, u"hardware_photos"_s, {picture(folder + u"/厂房.png"_s, Qt::gray), picture(folder + u"/产线.png"_s, Qt::blue)});
    clerk.fill(u"staff"_s, u"设专职团队23人。"_s);
    clerk.tabTo(u"domestic_experts"_s);
    paste(clerk.window(), u"周明\t教授\t否\n沈若兰\t研究员\t是\n马骏\t正高级工程师\t是\n"_s);
    clerk.tabTo(u"overseas_experts"_s);
    clerk.write(u"Anna Lindqvist"_s);
    clerk.key(Qt::Key_Tab);
    clerk.write(u"Professor"_s);
    clerk.key(Qt::Key_Tab);
    clerk.write(u"瑞典"_s);
    clerk.fill(u"work_base"_s, u"近三年与32家企业签订技术合同58项。"_s);
    clerk.fill(u"work_links"_s, u"https://www.example.cn/news"_s);
    clerk.fill(u"companies"_s, u"示例拓光科技有限公司等21家。"_s);
    clerk.fill(u"cases"_s, u"激光器芯片联合攻关。"_s);
    clerk.fill(u"org_links"_s, u"参与产业服务团。"_s);
    clerk.fill(u"support"_s, u"区政府提供三年免租场地。"_s);
}

void fillInTheRest(KeyboardClerk& clerk)
{
    clerk.tabTo(u"stages"_s);
    clerk.key(Qt::Key_Space);
    clerk.write(u"完成2条中试线改造。"_s);
    clerk.key(Qt::Key_Tab);
    clerk.write(u"2022.6"_s);
    clerk.key(Qt::Key_Tab);
    clerk.key(Qt::Key_Tab);
    clerk.write(u"2023年5月"_s);
    clerk.tabTo(u"applicant_signer"_s);
    clerk.write(u"陈光，院长"_s);
    clerk.tabTo(u"org_kind"_s);
    clerk.key(Qt::Key_Space);
    clerk.tabTo(u"platform_registered"_s);
    clerk.key(Qt::Key_Space);
    clerk.tabTo(u"has_partners"_s);
    clerk.key(Qt::Key_Right);
    clerk.key(Qt::Key_Space);
}

int errorsOf(KeyboardClerk& clerk)
{
    const Findings& findings = clerk.desk().session().findings();
    return int(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::Error; }));
}

QString listOf(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines << finding.field + u": "_s + finding.message.zh;
    return lines.join(u'\n');
}

/// The one error is found in the list of findings, and put right where it leads to.
void putTheErrorRight(KeyboardClerk& clerk)
{
    BOOST_TEST(errorsOf(clerk) == 1, listOf(clerk.desk().session().findings()).toStdString());
    auto& action = find<QAction>(clerk.window(), u"panel_findings"_s);
    if (!action.isChecked())
        action.trigger();
    clerk.key(Qt::Key_F8);
    BOOST_TEST(clerk.field() == u"uscc"_s);
    clerk.key(Qt::Key_End);
    clerk.key(Qt::Key_Backspace);
    clerk.write(u"U"_s);
    BOOST_TEST(errorsOf(clerk) == 0, listOf(clerk.desk().session().findings()).toStdString());
}

void undoAndRedo(KeyboardClerk& clerk)
{
    clerk.desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    clerk.key(Qt::Key_End);
    clerk.write(u"错字"_s);
    BOOST_TEST(clerk.dossier().text(u"address"_s).endsWith(u"错字"_s));
    clerk.key(Qt::Key_Z, Qt::ControlModifier);
    BOOST_TEST(clerk.dossier().text(u"address"_s) == u"湖北省武汉市洪山区示例路88号"_s);
    clerk.key(Qt::Key_Y, Qt::ControlModifier);
    clerk.key(Qt::Key_Z, Qt::ControlModifier);
    BOOST_TEST(clerk.dossier().text(u"address"_s) == u"湖北省武汉市洪山区示例路88号"_s);
}

void checkWhatWasFilledIn(const Dossier& dossier)
{
    BOOST_TEST(dossier.text(u"org_name"_s) == u"示例先进光电技术研究院"_s);
    BOOST_TEST(dossier.text(u"uscc"_s) == u"12420000000000000U"_s);
    BOOST_TEST(dossier.text(u"region"_s) == u"420111"_s);
    BOOST_TEST(dossier.text(u"category"_s) == u"iur"_s);
    const QJsonArray experts = dossier.values.value(u"domestic_experts"_s).toArray();
    BOOST_REQUIRE(experts.size() == 3);
    BOOST_TEST(experts.at(1)["name"_L1].toString() == u"沈若兰"_s);
    BOOST_TEST(experts.at(1)["full_time"_L1].toBool());
    const QJsonArray abroad = dossier.values.value(u"overseas_experts"_s).toArray();
    BOOST_REQUIRE(abroad.size() == 1);
    BOOST_TEST(abroad.at(0)["nationality"_L1].toString() == u"瑞典"_s);
    BOOST_TEST(dossier.attachments.value(u"uscc_scan"_s).size() == 1);
    BOOST_TEST(dossier.attachments.value(u"hardware_photos"_s).size() == 2);
    const QJsonArray stages = dossier.values.value(u"stages"_s).toArray();
    BOOST_REQUIRE(stages.size() == 1);
    BOOST_TEST(stages.at(0)["from"_L1].toString() == u"2022-06"_s);
    BOOST_TEST(stages.at(0)["to"_L1].toString() == u"2023-05"_s);
    BOOST_TEST(!dossier.values.value(u"has_partners"_s).toBool(true));
}

/// Runs the first half in a process of its own until it says that it is done, and kills that.
void walkAndBeKilled(const QString& folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderName), folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), {u"--run_test=first_half"_s});
    QByteArray said;
    while (!said.contains("walked") && process.state() != QProcess::NotRunning && process.waitForReadyRead(120'000))
        said += process.readAll();
    BOOST_REQUIRE_MESSAGE(said.contains("walked") && !said.contains("error: in"), said.toStdString());
    process.kill();
    BOOST_REQUIRE(process.waitForFinished());
    BOOST_TEST((process.exitStatus() == QProcess::CrashExit));
}

} // namespace

BOOST_AUTO_TEST_CASE(first_half, *boost::unit_test::disabled())
{
    const QString folder = QString::fromUtf8(qgetenv(folderName));
    KeyboardClerk clerk(folder);
    clerk.start();
    beginAtTheWelcomePage(clerk);
    fillInTheApplicant(clerk, folder);
    fillInTheBase(clerk);
    fillInTheConditions(clerk, folder);
    fillInTheRest(clerk);
    putTheErrorRight(clerk);
    undoAndRedo(clerk);
    checkWhatWasFilledIn(clerk.dossier());
    clerk.desk().form().goTo({Address::Part::Value, u"cases"_s, {}, {}});
    clerk.write(u"已推广"_s);
    // The place is written down shortly after one stops, the words at once.
    waitFor([&] { return clerk.keptField() == u"cases"_s; });
    std::cout << "walked" << std::endl;
    // Until it is killed.
    waitFor([] { return false; });
}

BOOST_AUTO_TEST_CASE(a_newcomer_fills_in_a_dossier_is_interrupted_and_goes_on)
{
    const ScratchFolder scratch;
    walkAndBeKilled(scratch.path());
    KeyboardClerk clerk(scratch.path());
    clerk.start();
    clerk.waitForPage(u"applicantDesk"_s);
    BOOST_TEST(clerk.message() == QString());
    checkWhatWasFilledIn(clerk.dossier());
    BOOST_TEST(clerk.dossier().text(u"cases"_s).contains(u"已推广"_s));
    waitFor([&] { return clerk.field() == u"cases"_s; });
    BOOST_TEST(errorsOf(clerk) == 0);
    clerk.key(Qt::Key_Z, Qt::ControlModifier);
    BOOST_TEST(!clerk.dossier().text(u"cases"_s).contains(u"已推广"_s));
}
