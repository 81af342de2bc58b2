// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/sample_files.h"
#include "tests/shots/scene.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/corner_bar.h"
#include "ui/shell/guide_page.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/operator_dialogs.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/start_page.h"
#include "ui/shell/trouble_page.h"
#include "ui/shell/welcome_page.h"
#include "ui/style/language.h"

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

CornerBar* corner(SceneDesk& desk)
{
    Operators& operators = desk.workspace->operators();
    return new CornerBar(operators.all(), operators.current(), true);
}

std::unique_ptr<MainWindow> windowWith(QWidget* page)
{
    auto window = std::make_unique<MainWindow>();
    window->setPage(page);
    return window;
}

std::unique_ptr<QWidget> withDesk(SceneDesk& desk)
{
    auto* const applicant = new ApplicantDesk(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs, nullptr);
    applicant->setCorner(corner(desk));
    return windowWith(applicant);
}

QList<DossierEntry> manyEntries()
{
    QList<DossierEntry> entries;
    const QStringList units{say(u"示例先进光电技术研究院", u"Sample Institute of Photonics"), say(u"示例市农业机械化科学研究所", u"Sample Institute of Farm Machinery"),
                            say(u"示例大学国家大学科技园管理中心", u"Science Park of Sample University")};
    const QString name = say(u"光电子器件与智能装备第 %1 产学研协作基地（一个名称很长的例子，看看中间怎样省略，两端都还看得见）",
                             u"Base %1 for photonic devices and smart equipment (an example with a long name, to see how its middle is left out)");
    for (int i = 0; i < 24; ++i) {
        DossierEntry entry;
        entry.id = QUuid::createUuid();
        entry.state = i % 5 == 2 ? DossierState::Final : i % 7 == 3 ? DossierState::Returned : DossierState::Draft;
        entry.revision = 1 + i % 3;
        entry.summary = {i == 1 ? QString() : name.arg(i + 1).left(i % 2 ? 22 : 120), i == 1 ? QString() : units.at(i % 3), (i * 13 + 7) % 101};
        entry.changed = QDateTime::currentDateTimeUtc().addDays(-i / 2);
        entry.origin = i == 2 || i == 5 ? sampleOrigin() : u"form"_s;
        entries << entry;
    }
    return entries;
}

std::unique_ptr<QWidget> startPage(SceneDesk& desk, const QList<DossierEntry>& entries)
{
    auto* const page = new StartPage(true);
    page->setCorner(corner(desk));
    page->setEntries(entries, int(entries.size()));
    return windowWith(page);
}

std::unique_ptr<QWidget> trouble(const Error& error, bool isMissing)
{
    const QDateTime at({2022, 5, 20}, {9, 30}, Qt::UTC);
    return windowWith(new TroublePage({error, say(u"D:\\资料库", u"D:\\Dossiers"), isMissing,
                                       {{u"a"_s, u"daily"_s, at, 1'234'567}, {u"b"_s, u"version-1"_s, at.addDays(-3), 998'877}}}));
}

std::unique_ptr<QWidget> damaged(SceneDesk&)
{
    return trouble(Error(ErrorCode::Malformed, text(u"资料库文件已损坏，无法读取。请恢复到最近的备份。", u"The workspace is damaged and cannot be read. Go back to the last backup.")), false);
}

std::unique_ptr<QWidget> missing(SceneDesk&)
{
    return trouble(Error(ErrorCode::NotFound, text(u"以前用过的资料库现在不在那里。它若在 U 盘或网络盘上，请接好后再试。", u"The workspace that was used before is not there. If it is on a stick, connect it and try again.")), true);
}

std::unique_ptr<QWidget> settings(SceneDesk&)
{
    return windowWith(new SettingsPage({language(), Theme::isDark() ? ThemeChoice::Dark : ThemeChoice::Light, Theme::textPercent()}, say(u"D:\\资料库", u"D:\\Dossiers")));
}

std::unique_ptr<QWidget> lock(SceneDesk& desk)
{
    Operators& operators = desk.workspace->operators();
    operators.add(say(u"李四", u"Li Si"), say(u"科研处", u"Research office"));
    return windowWith(new LockPage(operators, operators.current()));
}

std::unique_ptr<QWidget> working(SceneDesk& desk)
{
    auto window = std::unique_ptr<MainWindow>(static_cast<MainWindow*>(startPage(desk, manyEntries().mid(0, 5)).release()));
    window->messages().show({BarMessage::Kind::Warning, say(u"“申报书.pdf”这份申报书资料库里已有，打开的就是它。", u"The dossier in “dossier.pdf” is in the workspace already; this is it."), {}, {}, {}});
    window->work().show(say(u"正在读取“%1”…", u"Reading “%1”…").arg(say(u"申报书.pdf", u"dossier.pdf")), 3, 8);
    return window;
}

} // namespace

QList<Scene> shellScenes()
{
    return {{u"shell-desk"_s, withDesk},
            {u"shell-start"_s, [](SceneDesk& desk) { return startPage(desk, manyEntries()); }},
            {u"shell-start-empty"_s, [](SceneDesk& desk) { return startPage(desk, {}); }},
            {u"shell-working"_s, working},
            {u"shell-welcome"_s, [](SceneDesk&) -> std::unique_ptr<QWidget> { return windowWith(new WelcomePage); }},
            {u"shell-lock"_s, lock},
            {u"shell-settings"_s, settings},
            {u"shell-guide"_s, [](SceneDesk&) -> std::unique_ptr<QWidget> { return windowWith(new GuidePage); }},
            {u"shell-damaged"_s, damaged},
            {u"shell-missing"_s, missing},
            {u"shell-operator"_s, [](SceneDesk&) -> std::unique_ptr<QWidget> { return std::make_unique<OperatorDialog>(nullptr); }, {}},
            {u"shell-new-pin"_s,
             [](SceneDesk& desk) -> std::unique_ptr<QWidget> {
                 return std::make_unique<NewPinDialog>(desk.workspace->operators(), desk.workspace->operators().current(), nullptr);
             },
             {}}};
}

} // namespace jz::test
