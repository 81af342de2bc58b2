// SPDX-License-Identifier: Apache-2.0
// What a PDF of very many pages costs in the window that reads it: its first page, pages far away, small pages and contents beside them,
// searching; memory; and how long the event loop stood still.
//   bench_many_pages [PAGES]    default: 10,000; each with a screen of text, a link and a bookmark
#include "model/base/output_file.h"
#include "tests/bench/window_timing.h"
#include "ui/pdf/paper_view.h"
#include "ui/pdf/thumbnail_strip.h"
#include "ui/reading/reading_desk.h"
#include "ui/shell/program.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

#include <cstdio>

using namespace jz;
using namespace jz::bench;
using namespace Qt::StringLiterals;

namespace {

QByteArray reference(qsizetype object)
{
    return QByteArray::number(object) + " 0 R";
}

/// Objects 1 to 4 are catalog, pages, font and outline; then page, content, link and bookmark of each page.
qsizetype objectOf(int page, int part)
{
    return 5 + 4 * qsizetype(page) + part;
}

QByteArray contentOf(int page)
{
    QByteArray content = "BT /F 11 Tf 14 TL 60 780 Td\n";
    for (int line = 0; line < 50; ++line)
        content += "(Page " + QByteArray::number(page + 1) + ", line " + QByteArray::number(line + 1)
                   + ": results of the base are shown with members and goals.) Tj T*\n";
    return content + "ET";
}

void writePaper(const QString& path, int pages)
{
    QByteArray file = "%PDF-1.7\n";
    QList<qsizetype> places;
    const auto add = [&](const QByteArray& object) {
        places.append(file.size());
        file += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += reference(objectOf(page, 0)) + ' ';
    const QByteArray count = QByteArray::number(pages);
    add("<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>");
    add("<< /Type /Pages /Count " + count + " /Kids [" + kids + "] >>");
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    add("<< /Type /Outlines /Count " + count + " /First " + reference(objectOf(0, 3)) + " /Last " + reference(objectOf(pages - 1, 3)) + " >>");
    for (int page = 0; page < pages; ++page) {
        const QByteArray self = reference(objectOf(page, 0));
        const QByteArray content = contentOf(page);
        add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents " + reference(objectOf(page, 1))
            + " /Annots [" + reference(objectOf(page, 2)) + "] >>");
        add("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream");
        add("<< /Type /Annot /Subtype /Link /Rect [60 770 200 795] /Border [0 0 0] /Dest [" + reference(objectOf((page + 1) % pages, 0)) + " /Fit] >>");
        add("<< /Title (Chapter " + QByteArray::number(page + 1) + ") /Parent 4 0 R /Dest [" + self + " /Fit]"
            + (page > 0 ? " /Prev " + reference(objectOf(page - 1, 3)) : QByteArray())
            + (page + 1 < pages ? " /Next " + reference(objectOf(page + 1, 3)) : QByteArray()) + " >>");
    }
    const qsizetype table = file.size();
    file += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    file += "trailer << /Size " + QByteArray::number(places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    writeWholeFile(path, file);
}

/// Does something and waits until it is so.
void measure(const QString& what, const std::function<void()>& act, const std::function<bool()>& isSo)
{
    Times times;
    const Stopwatch stopwatch;
    act();
    waitUntil(isSo, qPrintable(what));
    stopwatch.stop(times);
    print(what, times);
}

void jump(ui::PageView& view, const QList<int>& pages, const QString& what)
{
    Times times;
    for (const int page : pages) {
        const Stopwatch stopwatch;
        view.goToPage(page);
        waitUntil([&] { return view.isSharp(); }, "a page");
        stopwatch.stop(times);
        quiet(300);
    }
    print(what, times);
}

void lookThrough(ui::ReadingDesk& desk, int pages, Pauses& pauses)
{
    ui::PaperView& paper = desk.paper();
    ui::PageView& view = paper.view();
    jump(view, {pages / 2, pages - 1, pages / 3, 0}, u"a page far away, sharp"_s);
    pauses.end(u"jump"_s);
    auto& small = *paper.findChild<ui::ThumbnailStrip*>();
    measure(u"small pages shown"_s, [&] { paper.findChild<QAction*>(u"showSide"_s)->trigger(); }, [&] { return small.isVisible(); });
    quiet(1000);
    pauses.end(u"small pages shown"_s);
    jump(view, {pages / 4, pages - 9, 3 * pages / 4, 9}, u"a page far away, small pages shown"_s);
    pauses.end(u"jump, small pages shown"_s);
    for (int i = 0; i < 100; ++i) {
        pressKey(&view, Qt::Key_PageDown, {});
        quiet(8);
    }
    quiet(500);
    pauses.end(u"scroll, small pages shown"_s);
    paper.findChild<QTabWidget*>(u"paperSide"_s)->setCurrentIndex(1);
    quiet(500);
    pauses.end(u"contents shown"_s);
    for (const char16_t* const tool : {u"twoPages", u"turnPages", u"fitPage", u"zoomIn", u"fitWidth"}) {
        paper.findChild<QAction*>(QString::fromUtf16(tool))->trigger();
        quiet(300);
    }
    pauses.end(u"two pages, turn, fit, zoom"_s);
}

void search(ui::PaperView& paper, const QString& text, const QString& what, Pauses& pauses)
{
    auto& line = *paper.findChild<QLineEdit*>(u"searchText"_s);
    bool done = false;
    const auto watch = QObject::connect(&paper.pages(), &ui::PaperPages::searched, &paper, [&done] { done = true; });
    Times times;
    const Stopwatch stopwatch;
    line.setText(text);
    Q_EMIT line.textEdited(text);
    const auto& count = *paper.findChild<QLabel*>(u"searchCount"_s);
    while (!done && !count.text().endsWith(u'+'))
        quiet(5);
    stopwatch.stop(times);
    print(what, times);
    QObject::disconnect(watch);
    quiet();
    std::printf("  says %s\n", qPrintable(count.text()));
    pauses.end(what);
}

} // namespace

int main(int argc, char** argv)
{
    const OffscreenProgram offscreen(argc, argv);
    const QString home = offscreen.home();
    const int pages = argc > 1 ? std::max(20, std::atoi(argv[1])) : 10'000;
    const QString file = home + u"/many.pdf"_s;
    writePaper(file, pages);
    prepare(home + u"/ws"_s, [](Workspace&) {});
    NoDialogs dialogs;
    ui::Settings settings(home + u"/ws.ini"_s);
    ui::Program program(settings, dialogs);
    program.window().resize(1366, 768);
    program.start(home + u"/ws"_s);
    quiet();
    std::printf("%d pages, %lld MB; %.0f MB resident before\n", pages, (long long)(QFileInfo(file).size() / 1'000'000), residentMb());
    Pauses pauses;
    ui::ReadingDesk* desk = nullptr;
    bool contents = false;
    const auto open = [&] {
        program.readFile(file);
        desk = qobject_cast<ui::ReadingDesk*>(program.window().page());
        QObject::connect(&desk->paper().pages(), &ui::PaperPages::contentsRead, desk, [&contents] { contents = true; });
    };
    measure(u"first page, sharp"_s, open, [&] { return desk->paper().pages().isOpen() && desk->paper().view().isSharp(); });
    measure(u"a page far away at once, sharp"_s, [&] { desk->paper().view().goToPage(pages - 20); }, [&] { return desk->paper().view().isSharp(); });
    measure(u"its contents and links"_s, [] {}, [&] { return contents; });
    measure(u"its verdict"_s, [] {}, [&] { return desk->isVerified(); });
    quiet(500);
    pauses.end(u"open, verify"_s);
    std::printf("%.0f MB resident\n", residentMb());
    lookThrough(*desk, pages, pauses);
    search(desk->paper(), u"page %1, line 7"_s.arg(pages - 3), u"searched through, one place"_s, pauses);
    search(desk->paper(), u"goals"_s, u"searched through, 50 places a page"_s, pauses);
    search(desk->paper(), u"nowhere to be found"_s, u"searched through, no place"_s, pauses);
    std::printf("%.0f MB resident\n", residentMb());
    const Stopwatch closing;
    program.showStartPage();
    std::printf("closed in %.1f ms\n", closing.elapsed());
    quiet(500);
    pauses.end(u"close"_s);
    pauses.endAll();
    return 0;
}
