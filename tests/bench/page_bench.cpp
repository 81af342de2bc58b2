// SPDX-License-Identifier: Apache-2.0
// What looking at pages costs, drawn offscreen: pages of ours and scans until they are seen and sharp (beside pdftoppm), prefetched
// pages, the first page of a large dossier, the print beside the form after an edit, searching; and how long the event loop stood
// still in all of this.
//   bench_pages [LARGE.pdf]    a dossier of 200 MB to be opened, too
#include "model/base/output_file.h"
#include "model/pdf/page_raster.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "tests/bench/window_timing.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/preview_panel.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/reading_desk.h"
#include "ui/shell/program.h"

#include <QAction>
#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace jz;
using namespace jz::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int scanWidth = 2480; // A4 at 300 dpi
constexpr int scanHeight = 3508;
constexpr int scans = 24;

/// A sheet of grain, as a scanner sees paper; made once.
QImage grain()
{
    QImage image(scanWidth, scanHeight, QImage::Format_ARGB32);
    std::mt19937 random(7);
    for (int y = 0; y < image.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = qRgba(90, 80, 60, int(random() % 24));
    }
    return image;
}

/// Scans of a paper's pages at 300 dpi, as a copier's PDF has them: one JPEG a page and nothing else.
QString scannedPdf(const QString& paper, const QString& path)
{
    const PageRaster raster(paper);
    const QImage dust = grain();
    QByteArray file = "%PDF-1.4\n";
    QList<qsizetype> places;
    const auto add = [&](const QByteArray& object) {
        places.append(file.size());
        file += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    QByteArray kids;
    for (int page = 0; page < scans; ++page)
        kids += QByteArray::number(3 + 3 * page) + " 0 R ";
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Count " + QByteArray::number(scans) + " /Kids [" + kids + "] >>");
    const QByteArray content = "q 595.32 0 0 841.92 0 0 cm /Im0 Do Q";
    for (int page = 0; page < scans; ++page) {
        QImage sheet = raster.draw(page % raster.pageCount(), {scanWidth, scanHeight}).convertToFormat(QImage::Format_RGB32);
        QPainter over(&sheet);
        over.drawImage(0, 0, dust);
        over.end();
        QBuffer jpeg;
        sheet.save(&jpeg, "JPG", 85);
        const QByteArray number = QByteArray::number(places.size() + 2);
        const QByteArray image = QByteArray::number(places.size() + 3);
        add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.32 841.92] /Contents " + number + " 0 R /Resources << /XObject << /Im0 " + image
            + " 0 R >> >> >>");
        add("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream");
        add("<< /Type /XObject /Subtype /Image /Width " + QByteArray::number(scanWidth) + " /Height " + QByteArray::number(scanHeight)
            + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length " + QByteArray::number(jpeg.data().size()) + " >>\nstream\n"
            + jpeg.data() + "\nendstream");
    }
    const qsizetype table = file.size();
    file += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    file += "trailer << /Size " + QByteArray::number(places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    writeWholeFile(path, file);
    return path;
}

struct Shown
{
    double any = 0;   ///< ms until there is a picture of the page
    double sharp = 0; ///< ms until it is sharp
};

/// Does something and looks at what the view shows of it.
Shown lookAt(ui::PageView& view, ui::PaperPages& pages, const std::function<void()>& act)
{
    Shown shown;
    const Stopwatch stopwatch;
    bool drawn = false;
    const auto taken = QObject::connect(&pages, &ui::PaperPages::drawn, &view, [&](const ui::PictureWish& wish) {
        drawn = drawn || (!wish.thumbnail && wish.page == view.currentPage());
    });
    PaintWatch paint(view.viewport());
    act();
    drawn = drawn || view.isSharp();
    while (shown.sharp == 0) {
        paint.forget();
        waitUntil([&] { return paint.isPainted(); }, "a picture");
        if (shown.any == 0 && (drawn || view.isSharp()))
            shown.any = stopwatch.elapsed();
        if (view.isSharp())
            shown.sharp = stopwatch.elapsed();
    }
    QObject::disconnect(taken);
    return shown;
}

/// Jumps to pages that nobody has looked at nor come near to.
void jump(ui::PaperView& paper, const QList<int>& pages, const QString& what)
{
    Times any;
    Times sharp;
    for (const int page : pages) {
        const Shown shown = lookAt(paper.view(), paper.pages(), [&] { paper.view().goToPage(page); });
        any.emplace_back(shown.any, 0);
        sharp.emplace_back(shown.sharp, 0);
        quiet(600);
    }
    print(what + u", first picture"_s, any);
    print(what + u", sharp"_s, sharp);
}

void turnPages(ui::PaperView& paper, int count, const QString& what)
{
    Times times;
    for (int i = 0; i < count; ++i) {
        const Shown shown = lookAt(paper.view(), paper.pages(), [&] { paper.view().goToPage(paper.view().currentPage() + 1); });
        times.emplace_back(shown.sharp, 0);
        quiet(900);
    }
    print(what + u", next page"_s, times);
}

/// pdftoppm for the same page in the same size.
void popplerOn(const QString& file, const QList<int>& pages, double dotsPerInch, const QString& folder)
{
    Times times;
    for (const int page : pages) {
        const Stopwatch stopwatch;
        const QString number = QString::number(page + 1);
        QProcess::execute(u"pdftoppm"_s, {u"-r"_s, QString::number(dotsPerInch), u"-f"_s, number, u"-l"_s, number, u"-singlefile"_s, file, folder + u"/page"_s});
        stopwatch.stop(times);
    }
    print(u"pdftoppm of these pages"_s, times);
}

void look(const QString& file, const QString& what, const QList<int>& pages, int turns, Pauses& pauses, const QString& scratch)
{
    ui::PaperView paper(file);
    paper.resize(1100, 768);
    paper.show();
    waitUntil([&] { return paper.view().isSharp(); }, "the first page");
    quiet(1500);
    pauses.end(what + u": open"_s);
    jump(paper, pages, what);
    pauses.end(what + u": jump"_s);
    turnPages(paper, turns, what);
    pauses.end(what + u": turn"_s);
    const QSizeF points = paper.pages().points().first();
    const QRect onScreen = paper.view().onViewport(0, {{}, points});
    popplerOn(file, pages, onScreen.width() / points.width() * 72, scratch);
    quiet();
    pauses.forget();
    // Through the paper as fast as the wheel turns, zoomed in and out again, its text searched meanwhile.
    paper.pages().search(u"的"_s, 0);
    for (int i = 0; i < 150; ++i) {
        pressKey(&paper.view(), i % 50 < 40 ? Qt::Key_PageDown : Qt::Key_Up, {});
        if (i % 30 == 10)
            paper.view().zoomBy(i % 60 == 10 ? 1.6 : 0.6);
        quiet(8);
    }
    pauses.end(what + u": scroll, zoom, search"_s);
    // Closed in the middle of drawing.
    paper.view().goToPage(0);
    quiet(20);
}

void openLarge(ui::Program& program, const QString& file, Pauses& pauses)
{
    Times times;
    for (int i = 0; i < 7; ++i) {
        program.showStartPage();
        quiet(1500);
        const Stopwatch stopwatch;
        program.readFile(file);
        auto& desk = *qobject_cast<ui::ReadingDesk*>(program.window().page());
        PaintWatch paint(desk.paper().view().viewport());
        waitUntil([&] { return desk.paper().pages().isOpen() && desk.paper().view().isSharp(); }, "the large dossier");
        paint.forget();
        waitUntil([&] { return paint.isPainted(); }, "its picture");
        stopwatch.stop(times);
        waitUntil([&] { return desk.isVerified(); }, "its verdict");
    }
    print(u"first page of a dossier of %1 MB, sharp"_s.arg(QFileInfo(file).size() / 1'000'000), times);
    program.showStartPage();
    quiet();
    pauses.end(u"large dossier: open, verify"_s);
}

void preview(ui::Program& program, const QUuid& id, Pauses& pauses)
{
    program.openDossier(id);
    quiet();
    pauses.forget();
    auto& desk = *qobject_cast<ui::ApplicantDesk*>(program.window().page());
    desk.findChild<QAction*>(u"panel_preview"_s)->trigger();
    auto& panel = *desk.findChild<ui::PreviewPanel*>(u"previewPanel"_s);
    const auto isCurrent = [&] { return panel.isUpToDate() && panel.view().isSharp(); };
    waitUntil(isCurrent, "the preview");
    quiet(1500);
    pauses.end(u"preview: open"_s);
    desk.form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
    quiet(500);
    Times times;
    for (int i = 0; i < 20; ++i) {
        const Stopwatch stopwatch;
        QWidget* const control = QApplication::focusWidget();
        if (i % 2 == 0)
            pressKey(control, Qt::Key_7, u"7"_s);
        else
            pressKey(control, Qt::Key_Backspace, {});
        QApplication::processEvents();
        waitUntil(isCurrent, "the new preview");
        stopwatch.stop(times);
        quiet(400);
    }
    print(u"edit to the sharp new print beside the form"_s, times);
    pauses.end(u"preview: type"_s);
}

} // namespace

int main(int argc, char** argv)
{
    const OffscreenProgram offscreen(argc, argv);
    const QString home = offscreen.home();
    QUuid id;
    const QString ours = home + u"/ours.pdf"_s;
    prepare(home + u"/ws"_s, [&](Workspace& workspace) {
        Findings findings;
        const qint64 person = workspace.operators().current().key;
        id = importDossier(workspace, copySample(u"sample-limits.json"_s, home + u"/in"_s, {4000, 3000}), person, findings).id;
        OpenDossier(workspace, id, person, u"form"_s).exportPaper(ours, ExportKind::Copy);
    });
    const QString scanned = scannedPdf(ours, home + u"/scanned.pdf"_s);
    Pauses pauses;
    const int last = PageRaster(ours).pageCount() - 1;
    std::printf("ours: %d pages; scans: %d pages, %lld MB\n", last + 1, scans, (long long)(QFileInfo(scanned).size() / 1'000'000));
    look(ours, u"page of ours"_s, {3, std::min(7, last), 0}, std::min(5, last - 1), pauses, home);
    quiet();
    pauses.end(u"page of ours: close"_s);
    look(scanned, u"scan, 300 dpi"_s, {6, 12, 18, 23, 3, 9, 15}, 7, pauses, home);
    quiet();
    pauses.end(u"scan: close"_s);
    NoDialogs dialogs;
    ui::Settings settings(home + u"/ws.ini"_s);
    ui::Program program(settings, dialogs);
    program.window().resize(1366, 768);
    program.start(home + u"/ws"_s);
    quiet();
    pauses.forget();
    if (argc > 1)
        openLarge(program, QString::fromLocal8Bit(argv[1]), pauses);
    preview(program, id, pauses);
    pauses.endAll();
    std::printf("%.0f MB resident\n", residentMb());
    return 0;
}
