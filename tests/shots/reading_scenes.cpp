// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/open_dossier.h"
#include "tests/shots/scene.h"
#include "tests/support/sample_papers.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/bundle_desk.h"
#include "ui/reading/reading_desk.h"
#include "ui/reading/trust_dialog.h"
#include "ui/reading/trusted_signers.h"

#include <QAction>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QPushButton>

#include <functional>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

std::unique_ptr<QWidget> signedPaper(SceneDesk& desk)
{
    return std::make_unique<ReadingDesk>(*desk.workspace, signedSample(), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> alteredPaper(SceneDesk& desk)
{
    QByteArray bytes = readFile(signedSample());
    bytes[bytes.indexOf("/Producer") + 1] = 'p';
    writeFile(desk.folder.file(u"改过.pdf"_s), bytes);
    return std::make_unique<ReadingDesk>(*desk.workspace, desk.folder.file(u"改过.pdf"_s), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> bundleOfPapers(SceneDesk& desk)
{
    QByteArray bytes = readFile(signedSample());
    bytes[bytes.indexOf("/Producer") + 1] = 'p';
    writeFile(desk.folder.file(u"改过.pdf"_s), bytes);
    writeFile(desk.folder.file(u"名单.csv"_s), "1,2");
    writeFile(desk.folder.file(u"说明.pdf"_s), linkedPdf());
    const QString path = desk.folder.file(u"示例省推荐材料.jzb"_s);
    writeBundle(path, {{u"申报书（定稿）.pdf"_s, signedSample()}, {u"第二家单位/申报书.pdf"_s, desk.folder.file(u"改过.pdf"_s)},
                       {u"说明.pdf"_s, desk.folder.file(u"说明.pdf"_s)}, {u"说明.pdG"_s, desk.folder.file(u"说明.pdf"_s)},
                       {u"名单.csv"_s, desk.folder.file(u"名单.csv"_s)}}, BundleKind::Bundle);
    // Two names that differ by case alone, as no good program packs them.
    writeFile(path, readFile(path).replace("说明.pdG", "说明.PDF"));
    return std::make_unique<BundleDesk>(*desk.workspace, path, desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> trustAsked(SceneDesk&)
{
    const PaperReport report = verifyPaper(signedSample(), {});
    return std::make_unique<TrustDialog>(report.signatures.signatures.first().certificate, nullptr);
}

std::unique_ptr<QWidget> signers(SceneDesk& desk)
{
    const PaperReport report = verifyPaper(signedSample(), {});
    TrustDialog(report.signatures.signatures.first().certificate, nullptr).list(*desk.workspace);
    return std::make_unique<TrustedSigners>(*desk.workspace, desk.dialogs, nullptr);
}

/// The print for a leader's reading: a second one, with what changed since the first.
std::unique_ptr<QWidget> printForReading(SceneDesk& desk)
{
    OpenDossier dossier(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.workspace->operators().current().key, u"form"_s);
    const QString path = desk.folder.file(u"审阅件.pdf"_s);
    dossier.keepReading(dossier.writeForReading(path));
    dossier.fillIn(u"address"_s, dossier.editor().dossier().text(u"base_site"_s));
    dossier.writeForReading(path);
    return std::make_unique<ReadingDesk>(*desk.workspace, path, desk.dialogs, nullptr);
}

void waitUntil(const std::function<bool()>& isSo)
{
    QDeadlineTimer end(10000);
    while (!isSo() && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

/// Waits until verdict and pages are there.
void settled(QWidget& window)
{
    auto& desk = static_cast<ReadingDesk&>(window);
    waitUntil([&] { return desk.isVerified() && desk.paper().view().isSharp(); });
}

void bundleVerified(QWidget& window)
{
    waitUntil([&] { return static_cast<BundleDesk&>(window).isVerified(); });
}

void withSide(QWidget& window)
{
    settled(window);
    if (auto* const side = window.findChild<QAction*>(u"showSide"_s))
        side->trigger();
    PageView& view = static_cast<ReadingDesk&>(window).paper().view();
    view.goToPage(4);
    waitUntil([&] { return view.isSharp(); });
}

void withDetails(QWidget& window)
{
    settled(window);
    window.findChild<QPushButton*>(u"verdictMore"_s)->click();
}

} // namespace

QList<Scene> readingScenes()
{
    return {{u"reading-signed"_s, signedPaper, {1366, 768}, withSide},
            {u"reading-details"_s, signedPaper, {1366, 768}, withDetails},
            {u"reading-altered"_s, alteredPaper, {1366, 768}, settled},
            {u"reading-print"_s, printForReading, {1366, 768}, settled},
            {u"reading-trust"_s, trustAsked, {}},
            {u"reading-signers"_s, signers, {}},
            {u"reading-bundle"_s, bundleOfPapers, {1366, 768}, bundleVerified}};
}

} // namespace jz::test
