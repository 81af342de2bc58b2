// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/final_paper.h"
#include "model/procedure/office_route.h"
#include "model/procedure/sample_scans.h"
#include "model/signature/delivery_key.h"
#include "tests/shots/scene.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/finalise/scan_dialog.h"
#include "ui/style/language.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

using Kind = RouteStep::Kind;

/// Handles events until it is so: what worker processes do takes a while.
void waitUntil(const std::function<bool()>& isSo)
{
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < 20'000)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
}

std::unique_ptr<ApplicantDesk> sampleDesk(SceneDesk& desk)
{
    return std::make_unique<ApplicantDesk>(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs, nullptr);
}

QString recommenderOf(const OpenDossier& open)
{
    return open.editor().dossier().text(u"recommender"_s);
}

void writeDown(OpenDossier& open, QLatin1StringView kind, const QString& who, int day, const QJsonObject& detail = {}, const QString& file = {})
{
    Record record;
    record.kind = kind;
    record.who = who;
    record.day = QDate(2022, 5, day);
    record.detail = detail;
    open.writeDown(record, file);
}

/// Went out for review, was passed and looked at.
std::unique_ptr<ApplicantDesk> passedDesk(SceneDesk& desk)
{
    auto made = sampleDesk(desk);
    OpenDossier& open = made->session().open();
    const QString paper = desk.folder.file(u"review.pdf"_s);
    open.exportPaper(paper, ExportKind::Review);
    writeDown(open, record::review, recommenderOf(open), 6, {{u"file"_s, u"review.pdf"_s}}, paper);
    writeDown(open, record::preReview, recommenderOf(open), 10);
    writeDown(open, record::confidentiality, u"王芳"_s, 11);
    return made;
}

std::unique_ptr<QWidget> wrongDesk(SceneDesk& desk)
{
    auto made = sampleDesk(desk);
    OpenDossier& open = made->session().open();
    open.fillIn(u"contact_email"_s, u"jianghan"_s);
    open.fillIn(u"uscc"_s, u"12420100737512895C"_s);
    open.fillIn(u"base_site"_s, QString());
    return made;
}

std::unique_ptr<QWidget> draftDesk(SceneDesk& desk)
{
    return sampleDesk(desk);
}

std::unique_ptr<QWidget> reviewedDesk(SceneDesk& desk)
{
    return passedDesk(desk);
}

std::unique_ptr<ApplicantDesk> finalDesk(SceneDesk& desk)
{
    auto made = passedDesk(desk);
    made->session().open().finalise();
    made->session().open().finalPaper();
    return made;
}

std::unique_ptr<QWidget> finalScene(SceneDesk& desk)
{
    return finalDesk(desk);
}

QString scanOf(SceneDesk& desk, const QString& paper, int page, double degrees, const QString& name)
{
    const QString path = desk.folder.file(name);
    laidAskew(inkedSamplePage(paper, readPageMap(paper), page, {true, true, 120}), degrees).save(path, "JPG", 80);
    return path;
}

int signedPage(const PageMap& map)
{
    for (int page = 1; page <= map.pages.size(); ++page)
        if (!map.pages.at(page - 1).areas.isEmpty())
            return page;
    return 1;
}

/// Scans lie beside: the signed page askew, another page twice.
std::unique_ptr<QWidget> scannedScene(SceneDesk& desk)
{
    auto made = finalDesk(desk);
    const QString paper = made->session().open().finalPaper();
    const QStringList scans{scanOf(desk, paper, signedPage(readPageMap(paper)), 182, u"scan-a.jpg"_s), scanOf(desk, paper, 2, 3, u"scan-b.jpg"_s),
                            scanOf(desk, paper, 2, 0, u"scan-c.jpg"_s)};
    desk.keep(std::make_shared<QStringList>(scans));
    made->setProperty("scans", scans);
    return made;
}

std::unique_ptr<QWidget> revisedScene(SceneDesk& desk)
{
    auto made = finalDesk(desk);
    OpenDossier& open = made->session().open();
    open.revise();
    open.fillIn(u"contact_name"_s, u"王芳"_s);
    writeDown(open, record::withoutPreReview, u"王芳"_s, 18);
    open.finalise();
    return made;
}

std::unique_ptr<QWidget> signedScene(SceneDesk& desk)
{
    auto made = finalDesk(desk);
    OpenDossier& open = made->session().open();
    const QString paper = open.finalPaper();
    const QString scan = scanOf(desk, paper, signedPage(readPageMap(paper)), 0, u"scan.jpg"_s);
    const QString out = desk.folder.file(u"signed.pdf"_s);
    takeScansIn({paper, {scan}, {}, out, openDeliveryKey(desk.folder.file(u"keys"_s), nullptr).identity});
    open.record(StepKind::Sign, out, {});
    writeDown(open, record::signatory, u"王芳"_s, 16);
    writeDown(open, record::online, u"王芳"_s, 17);
    return made;
}

std::unique_ptr<QWidget> scanDialogScene(SceneDesk& desk)
{
    DossierSession& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs));
    session.open().finalise();
    return std::make_unique<ScanDialog>(session, say(u"放入签好的授权书", u"Take the signed letter in"), session.open().finalPaper(), nullptr);
}

std::function<void(QWidget&)> at(Kind kind, std::function<void(ApplicantDesk&)> more = {})
{
    return [kind, more](QWidget& window) {
        auto& desk = static_cast<ApplicantDesk&>(window);
        desk.findChild<QAction*>(u"finalising"_s)->setChecked(true);
        desk.finalising().goTo(kind);
        if (more)
            more(desk);
    };
}

void scrollDown(ApplicantDesk& desk, const QString& to)
{
    auto* const target = desk.finalising().findChild<QWidget*>(to);
    for (QWidget* up = target; up; up = up->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(up)) {
            QApplication::processEvents();
            area->ensureWidgetVisible(target, 0, 400);
            return;
        }
}

void showScans(ApplicantDesk& desk)
{
    auto* const tray = desk.finalising().findChild<ScanTray*>();
    auto* const list = tray->findChild<QListWidget*>();
    tray->take(desk.property("scans").toStringList());
    waitUntil([&] { return list->count() > 0; });
    scrollDown(desk, u"putScansIn"_s);
}

void showCertificate(ApplicantDesk& desk)
{
    desk.finalising().findChild<QRadioButton*>(u"byCertificate"_s)->setChecked(true);
    desk.finalising().findChild<QLineEdit*>(u"signatoryName"_s)->setText(u"王芳"_s);
    scrollDown(desk, u"signWithCertificate"_s);
}

void showDeputy(ApplicantDesk& desk)
{
    desk.finalising().findChild<QLineEdit*>(u"signatoryName"_s)->setText(u"王芳"_s);
    desk.finalising().findChild<QCheckBox*>(u"signatoryDeputy"_s)->setChecked(true);
}

void waitForComparison(ApplicantDesk& desk)
{
    auto* const words = desk.finalising().findChild<QLabel*>(u"changedWords"_s);
    waitUntil([&] { return words->text().contains(u'\n'); });
}

void waitForVerdict(ApplicantDesk& desk)
{
    auto* const words = desk.finalising().findChild<QLabel*>(u"verdictSeal"_s);
    waitUntil([&] { return !words->text().isEmpty(); });
}

} // namespace

QList<Scene> finaliseScenes()
{
    const QSize laptop(1366, 768);
    return {{u"finalise-check"_s, wrongDesk, laptop, at(Kind::Check)},
            {u"finalise-review"_s, reviewedDesk, laptop, at(Kind::Review)},
            {u"finalise-pre-review"_s, draftDesk, laptop, at(Kind::PreReview)},
            {u"finalise-confidentiality"_s, draftDesk, laptop, at(Kind::Confidentiality)},
            {u"finalise-gate"_s, draftDesk, laptop, at(Kind::Finalise)},
            {u"finalise-sign"_s, finalScene, laptop, at(Kind::Sign, showDeputy)},
            {u"finalise-scans"_s, scannedScene, laptop, at(Kind::Sign, showScans)},
            {u"finalise-certificate"_s, finalScene, laptop, at(Kind::Sign, showCertificate)},
            {u"finalise-changed"_s, revisedScene, laptop, at(Kind::Sign, waitForComparison)},
            {u"finalise-next"_s, signedScene, laptop, at(Kind::Send, waitForVerdict)},
            {u"dialog-scan"_s, scanDialogScene, {}}};
}

} // namespace jz::test
