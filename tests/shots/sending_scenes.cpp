// SPDX-License-Identifier: Apache-2.0
#include "tests/shots/scene.h"
#include "ui/form/dossier_session.h"
#include "ui/sending/package_page.h"
#include "ui/sending/sending_dialog.h"
#include "ui/sending/size_page.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QPushButton>
#include <QTabWidget>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

DossierSession& session(SceneDesk& desk)
{
    return desk.keep(std::make_shared<DossierSession>(*desk.workspace, desk.sampleDossier(u"sample-limits.json"_s), desk.dialogs));
}

/// Before it is finalised, with a limit that it is over.
std::unique_ptr<QWidget> tooLarge(SceneDesk& desk)
{
    DossierSession& open = session(desk);
    keepPacking(*desk.workspace, open.open(), {200, 1});
    return std::make_unique<SendingDialog>(open, nullptr);
}

std::unique_ptr<QWidget> signedDossier(SceneDesk& desk)
{
    DossierSession& open = session(desk);
    open.open().finalise();
    open.open().record(StepKind::Sign, open.open().finalPaper(), {});
    keepPacking(*desk.workspace, open.open(), {200, 20});
    return std::make_unique<SendingDialog>(open, nullptr);
}

void measured(QWidget& window)
{
    QDeadlineTimer end(20000);
    while (static_cast<SendingDialog&>(window).sizes().isMeasuring() && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

void sent(QWidget& window)
{
    measured(window);
    window.findChild<QTabWidget*>(u"sendingPages"_s)->setCurrentIndex(2);
    window.findChild<QPushButton*>(u"writeSent"_s)->click();
}

} // namespace

QList<Scene> sendingScenes()
{
    return {{u"sending-too-large"_s, tooLarge, {}, measured},
            {u"sending-package"_s, signedDossier, {}, measured},
            {u"sending-sent"_s, signedDossier, {}, sent}};
}

} // namespace jz::test
