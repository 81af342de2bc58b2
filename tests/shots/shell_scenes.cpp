// SPDX-License-Identifier: Apache-2.0
#include "tests/shots/scene.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/main_window.h"

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

std::unique_ptr<QWidget> mainWindow(SceneDesk& desk)
{
    auto window = std::make_unique<MainWindow>();
    window->setPage(new ApplicantDesk(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs, nullptr));
    return window;
}

} // namespace

QList<Scene> shellScenes()
{
    return {{u"shell-desk"_s, mainWindow}};
}

} // namespace jz::test
