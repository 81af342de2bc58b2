// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/shell/shell_fixture.h"

#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"

#include <QFile>

#include <boost/test/unit_test.hpp>

namespace jz::test {

using namespace Qt::StringLiterals;

ShellFixture::ShellFixture() : settings(std::make_unique<ui::Settings>(folder.file(u"settings.ini"_s))) {}

void ShellFixture::start(const ui::StartWish& wish)
{
    program = std::make_unique<ui::Program>(*settings, dialogs);
    program->start(workspaceFolder(), wish);
    show(window());
}

void ShellFixture::restart(const ui::StartWish& wish)
{
    program.reset();
    settings = std::make_unique<ui::Settings>(folder.file(u"settings.ini"_s));
    start(wish);
}

void ShellFixture::prepare(const std::function<void(Workspace&)>& work)
{
    Workspace workspace(workspaceFolder());
    workspace.operators().setCurrent(workspace.operators().add(u"王芳"_s, u"示例先进光电技术研究院"_s).key);
    if (work)
        work(workspace);
}

QString ShellFixture::samplePaper()
{
    Workspace workspace(folder.file(u"另一个资料库"_s));
    const qint64 person = workspace.operators().add(u"李四"_s, u"另一单位"_s).key;
    Findings findings;
    const QString values = copySample(u"sample-values.json"_s, folder.file(u"样例"_s), {400, 300});
    const QUuid id = importDossier(workspace, values, person, findings).id;
    const QString paper = folder.file(u"申报书.pdf"_s);
    OpenDossier(workspace, id, person, u"form"_s).exportPaper(paper, ExportKind::Copy);
    return paper;
}

void ShellFixture::waitForPage(const QString& name)
{
    waitFor([&] { return pageName() == name; });
    BOOST_REQUIRE_MESSAGE(pageName() == name, "on the page is " << pageName().toStdString());
}

QString ShellFixture::message()
{
    const ui::BarMessage* const shown = window().messages().message();
    return shown ? shown->text : QString();
}

} // namespace jz::test
